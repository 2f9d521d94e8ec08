"""Where a document's text prints known names · names, lines → lines of each form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.base import Script
from generator.model.terminology import Name
from generator.model.wording import Wording, settle
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter


@dataclass(frozen=True)
class Standing:
    """A form of a name, and the lines on which it begins."""

    name: Name
    field: str
    """`stands` for the official form, `printed` for another that documents print, `forms_stand` for
    the English name, the acronym or an alias."""
    form: str
    """As the field has it, or for the official form as this text prints it."""
    lines: tuple[int, ...]


class NameFinder:
    """Finds names in one text."""

    def __init__(self, lines: Sequence[str], script: Script, converter: Converter) -> None:
        self._script: Script = script
        self._converter = converter
        compact = [compact_line(re.sub(r"<[^>]*>", "", line)) for line in lines]
        self._text = "".join(compact)
        self._lines = [number for number, line in enumerate(compact, 1) for _ in line]

    def find(self, names: Iterable[Name]) -> Iterator[Standing]:
        """Every form that stands in the text, where it is no part of another name; of what is
        short for a name, where it first does."""
        by_form: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
        known: dict[str, Name] = {}
        for name in names:
            known[name.id] = name
            for field, form, words in self._forms(name):
                for match in self._matches(words):
                    by_form.setdefault((name.id, field, form), []).append(match)
        spans = sorted(
            {(start, end, key[0]) for key, places in by_form.items() for start, end in places}
        )
        for (identifier, field, form), places in by_form.items():
            if field == "forms_stand":
                yield Standing(known[identifier], field, form, (self._lines[min(places)[0]],))
                continue
            lines = {
                self._lines[start]
                for start, end in places
                if not _is_inside(start, end, identifier, spans)
            }
            if lines:
                yield Standing(known[identifier], field, form, tuple(sorted(lines)))

    def _forms(self, name: Name) -> Iterator[tuple[str, str, str]]:
        """Field, the form as the field has it, and as this text would print it."""
        official = name.hant if self._script == "zh-Hant" else name.hans
        yield "stands", official, official
        for form in dict.fromkeys(it.form for it in name.printed):
            if form != official:
                yield "printed", form, form
        for outside in (name.english, name.acronym):
            if outside:
                yield "forms_stand", outside, outside
        for alias in name.aliases:
            typed = settle(alias, "zh-Hant")
            both = self._converter.to_both_scripts(Wording(typed.text, "zh-Hant", typed.other))
            yield "forms_stand", typed.text, both[self._script]

    def _matches(self, words: str) -> Iterator[tuple[int, int]]:
        compact = compact_line(words)
        before = r"(?<![0-9A-Za-z])" if compact[:1].isascii() and compact[:1].isalnum() else ""
        behind = r"(?![0-9A-Za-z])" if compact[-1:].isascii() and compact[-1:].isalnum() else ""
        for match in re.finditer(before + re.escape(compact) + behind, self._text):
            yield match.span()


def _is_inside(
    start: int, end: int, identifier: str, spans: Sequence[tuple[int, int, str]]
) -> bool:
    """Whether a longer form of another name stands around it."""
    return any(
        first <= start and end <= last and last - first > end - start and other != identifier
        for first, last, other in spans
    )
