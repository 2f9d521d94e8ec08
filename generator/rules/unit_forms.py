"""Which units of data/vocabulary/units.yml the words behind a number stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.wording import settle
from generator.resolve.printed.words import GENERAL_COUNTERS, fold_text
from generator.script.opencc_tables import open_cc

PLACE = "{n}"


@dataclass(frozen=True)
class UnitForms:
    """The forms of every unit, in Simplified."""

    forms: Mapping[str, frozenset[str]]
    """Form → codes: 个项目 → project."""
    nouns: Mapping[str, str]
    """Code → what its label counts, without the counter: project → 项目."""

    def meant(self, words: str) -> frozenset[str]:
        """Codes of the longest form with which `words` begin; none for unknown words."""
        plain = same_script(words)
        found = [form for form in self._longest_first if plain.startswith(form)]
        return self.forms[found[0]] if found else frozenset()

    def counts(self, words: str, code: str) -> bool:
        """Whether `words` count what the unit counts."""
        plain, own = same_script(words), self.nouns.get(code, "")
        if len(own) > 1 and plain.endswith(own):
            return True
        if code not in self.meant(words):
            return False
        return not (len(own) > 1 and own not in plain and self._other_noun(plain, code))

    def _other_noun(self, plain: str, code: str) -> bool:
        """六所香港的大學 are no schools, although both are counted with 所."""
        return any(
            len(noun) > 1 and plain.endswith(noun)
            for other, noun in self.nouns.items()
            if other != code
        )

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.forms, key=len, reverse=True)


def unit_forms(catalogue: Catalogue) -> UnitForms:
    """What the vocabulary says: the label of a unit, and `printed`."""
    forms: dict[str, set[str]] = {}
    nouns: dict[str, str] = {}
    held = catalogue.vocabularies.get("units")
    for term in held.record.terms if held else ():
        label = settle(term.label, "zh-Hant").text.partition(PLACE)[2]
        nouns[term.code] = same_script(label[1:])
        own = [same_script(form) for form in (label, *term.printed)]
        # 30個 may be of any unit that is counted with 個.
        own += [form[0] for form in own[:1] if form and form[0] in GENERAL_COUNTERS]
        for form in filter(None, own):
            forms.setdefault(form, set()).add(term.code)
    return UnitForms({form: frozenset(codes) for form, codes in forms.items()}, nouns)


def same_script(text: str) -> str:
    """`text` in Simplified, half-width and lower case, without spaces."""
    converter: Any = open_cc("hk2s")
    converted: str = converter.convert(fold_text(text))
    return converted.replace(" ", "").lower()
