"""Frequencies, categories and formats that are not known yet · plan → codes, drafts of terms."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.maintain.extract.likely_codes import (
    FREQUENCY_ORDER,
    LikelyTerm,
    likely_category,
    likely_frequency,
)
from generator.maintain.extract.plan_formats import named_formats
from generator.maintain.extract.plan_record import Plan, PlanRow
from generator.maintain.extract.printed_names import PrintedNames, frequency_code
from generator.maintain.yaml_edits import lines_with_ends
from generator.model.draft import draft_code
from generator.model.source import Value
from generator.model.standard import FILE_TYPES
from generator.reading.yaml_source import parse
from generator.script.opencc_tables import open_cc

_LATIN_WORDS = re.compile(r"[A-Za-z][A-Za-z /&'.,-]*")
"""In a cell in two languages, what repeats the Chinese."""


@dataclass(frozen=True)
class NewForm:
    """A printed form that a vocabulary gets."""

    vocabulary: str
    printed: str
    term: LikelyTerm
    is_new: bool
    """Whether the vocabulary has no such code yet."""
    lines: tuple[int, ...]
    """Lines of the rows that print it."""


def new_forms(plan: Plan, names: PrintedNames) -> tuple[NewForm, ...]:
    """What the rows print that no vocabulary has, each once."""
    drafts = _FormDrafts(names)
    for section in plan.sections:
        for row in section.rows:
            drafts.take(row)
    return tuple(drafts.forms.values())


def with_forms(names: PrintedNames, forms: tuple[NewForm, ...]) -> PrintedNames:
    """The names, with the codes that are drafted."""

    def added(known: Mapping[str, str], vocabulary: str) -> Mapping[str, str]:
        drafted = {it.printed: it.term.code for it in forms if it.vocabulary == vocabulary}
        return {**known, **drafted}

    return replace(
        names,
        categories=added(names.categories, "categories"),
        frequencies=added(names.frequencies, "frequencies"),
    )


class _FormDrafts:
    """Collects what the rows print."""

    def __init__(self, names: PrintedNames) -> None:
        self._names = names
        self._unknown = 0
        self.forms: dict[tuple[str, str], NewForm] = {}

    def take(self, row: PlanRow) -> None:
        """What one row prints."""
        names = self._names
        if row.category not in names.categories:
            self._add("categories", row.category, row, names.categories)
        if frequency_code(row.frequency_printed, names) is None:
            self._add("frequencies", row.frequency_printed, row, names.frequencies)
        for code in named_formats(row.description, names.formats):
            if code.lower() not in names.formats:
                self._add("formats", code, row, names.formats)

    def _add(self, vocabulary: str, printed: str, row: PlanRow, known: Mapping[str, str]) -> None:
        before = self.forms.get((vocabulary, printed))
        if before is not None:
            after = replace(before, lines=(*before.lines, row.line))
        else:
            term = self._term(vocabulary, printed, known)
            codes = {*known.values(), *(it.term.code for it in self.forms.values())}
            after = NewForm(vocabulary, printed, term, term.code not in codes, (row.line,))
        self.forms[vocabulary, printed] = after

    def _term(self, vocabulary: str, printed: str, known: Mapping[str, str]) -> LikelyTerm:
        if vocabulary == "formats":
            file_type = printed.upper() if printed.upper() in FILE_TYPES else None
            return LikelyTerm(printed, printed, file_type)
        same = {"".join(form.split()).lower(): code for form, code in known.items()}
        chinese = _LATIN_WORDS.sub("", printed).strip(" /()（）")
        for said in filter(None, (printed, chinese)):
            if code := same.get("".join(said.split()).lower()):
                return LikelyTerm(code, printed, None)
        if vocabulary == "frequencies":
            return likely_frequency(chinese or printed)
        if category := likely_category(chinese or printed, open_cc("hk2s").convert):
            return category
        self._unknown += 1
        return LikelyTerm(draft_code(self._unknown, known.values()), printed, None)


def with_new_forms(text: str, forms: tuple[NewForm, ...]) -> str | None:
    """The file of a vocabulary with the forms; None if its layout has to be changed by hand."""
    for form in forms:
        after = _with_term(text, form) if form.is_new else _with_printed(text, form)
        if after is None or not _has(after, form):
            return None
        text = after
    return text


def _has(text: str, form: NewForm) -> bool:
    """Whether a term holds the form, read back as the program reads it."""
    source, _ = parse(text.encode(), "")
    terms = source.value.get("terms") if source and isinstance(source.value, dict) else None
    return any(
        isinstance(term, dict)
        and term.get("code") == form.term.code
        and form.printed in (term.get("code"), term.get("label"), *_printed(term))
        for term in (terms if isinstance(terms, list) else ())
    )


def _printed(term: Mapping[str, Value]) -> Iterator[Value]:
    printed = term.get("printed")
    yield from printed if isinstance(printed, list) else ()


def _with_term(text: str, form: NewForm) -> str | None:
    """One more term: a frequency in its order, another at the end."""
    source, _ = parse(text.encode(), "")
    if source is None or ("terms", 0) not in source.places:
        return None
    lines = lines_with_ends(text)
    starts = _starts(text)
    at = next((start for code, start in starts if _comes_after(form, code)), len(lines))
    indent = " " * (source.places["terms", 0].column - 3)
    block = [f"{indent}- code: {form.term.code}", f"{indent}  label: {form.term.label}"]
    if form.term.published_as:
        block.append(f"{indent}  published_as: {form.term.published_as}")
    if form.printed not in (form.term.label, form.term.code):
        block += [f"{indent}  printed:", f"{indent}    - {_quoted(form.printed)}"]
    lines[at:at] = [f"{line}\n" for line in block]
    return "".join(lines)


def _comes_after(form: NewForm, code: str) -> bool:
    order = FREQUENCY_ORDER
    if form.vocabulary != "frequencies" or code not in order or form.term.code not in order:
        return False
    return order.index(code) > order.index(form.term.code)


def _with_printed(text: str, form: NewForm) -> str | None:
    """One more printed form of a term that is there."""
    source, _ = parse(text.encode(), "")
    starts = _starts(text)
    number = next((it for it, (code, _) in enumerate(starts) if code == form.term.code), None)
    if source is None or number is None:
        return None
    lines = lines_with_ends(text)
    first = starts[number][1]
    if lines[first].lstrip().startswith(("- {", "-{")):
        return None
    end = starts[number + 1][1] if number + 1 < len(starts) else len(lines)
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    indent = " " * (source.places["terms", number].column - 1)
    block = [f"{indent}  - {_quoted(form.printed)}\n"]
    if ("terms", number, "printed") not in source.places:
        block.insert(0, f"{indent}printed:\n")
    elif ("terms", number, "printed", 0) in source.places:
        dash = source.places["terms", number, "printed", 0].column - 3
        block = [f"{' ' * dash}- {_quoted(form.printed)}\n"]
    lines[end:end] = block
    return "".join(lines)


def _starts(text: str) -> list[tuple[str, int]]:
    """(code, index of its first line) of each term."""
    source, _ = parse(text.encode(), "")
    terms = source.value.get("terms") if source and isinstance(source.value, dict) else None
    return [
        (str(term.get("code")), source.places["terms", number].line - 1)
        for number, term in enumerate(terms if isinstance(terms, list) else ())
        if source and isinstance(term, dict)
    ]


def _quoted(printed: str) -> str:
    source, _ = parse(f"a: {printed}\n".encode(), "")
    return (
        printed
        if source and source.value == {"a": printed}
        else f"'{printed.replace(chr(39), chr(39) * 2)}'"
    )
