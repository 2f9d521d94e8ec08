"""Edge: write the clauses that facts are taken from into their records · catalogue, texts → files.

Only what is missing is written, and all else in a file stays as it was typed.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.maintain.verify.clauses import clauses, likest
from generator.maintain.verify.text import document_lines
from generator.maintain.yaml_edits import add_fields
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.event import Event
from generator.model.figure import Figure
from generator.model.programme import Condition
from generator.model.source import FieldPath
from generator.model.terminology import NameLines, PrintedForm
from generator.model.wording import settle, settle_any
from generator.resolve.names import forms_printed
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter

Fact = Figure | Event | Condition


def facts(catalogue: Catalogue) -> Iterator[tuple[RecordFile[Any], str, Sequence[Fact]]]:
    """Every file with facts that may have a quotation: the list's field, and the facts."""
    for figures in catalogue.figures.values():
        yield figures, "figures", figures.record.figures
    for events in catalogue.events.values():
        yield events, "events", events.record.events
    for programme in catalogue.programmes.values():
        yield programme, "terms", programme.record.terms


def without_quotation(catalogue: Catalogue, only: str | None = None) -> int:
    """How many facts have no quotation, of every document or of one."""
    return sum(
        fact.quotation is None and only in (None, fact.document)
        for _, _, listed in facts(catalogue)
        for fact in listed
    )


def fill_quotations(
    catalogue: Catalogue, converter: Converter, sources: Path, only: str | None = None
) -> int:
    """Write what is missing and can be found in the texts; return how many quotations."""
    texts = {
        identifier: lines
        for identifier, record_file in catalogue.documents.items()
        if only in (None, identifier) and (lines := document_lines(record_file, sources)[0])
    }
    finder = _Finder(catalogue, converter, texts)
    number = 0
    for record_file, field, listed in facts(catalogue):
        number += _write(
            record_file,
            {
                (field, count, "printed"): quotation
                for count, fact in enumerate(listed)
                if (quotation := finder.quotation(record_file, fact))
            },
        )
    for names in catalogue.terminology.names.values():
        number += _write(
            names,
            {
                (*at, "lines"): quotation
                for at, where, form in forms_printed(names.record, catalogue.documents)
                if (quotation := finder.quotation_of_name(where, form))
            },
        )
    return number


class _Finder:
    """Finds the clause of a fact or a name in the texts."""

    def __init__(
        self, catalogue: Catalogue, converter: Converter, texts: Mapping[str, Sequence[str]]
    ) -> None:
        self._catalogue = catalogue
        self._converter = converter
        self._texts = texts
        terms = catalogue.vocabularies["measures"].record.terms
        self._measures = {it.code: settle(it.label, "zh-Hant").text for it in terms}

    def quotation(self, record_file: RecordFile[Any], fact: Fact) -> str | None:
        """The clause, where the fact has none; of several that which says most of its words."""
        lines = self._texts.get(fact.document)
        if fact.quotation is not None or fact.printed is None or lines is None:
            return None
        candidates = list(clauses(lines, fact.line, fact.printed))
        return likest(candidates, self._words(record_file.record.script, fact))

    def quotation_of_name(self, where: NameLines | PrintedForm, form: str) -> str | None:
        """The first clause that says more than the name, where it has none: a title does not."""
        lines = self._texts.get(where.document)
        if where.quotation is not None or lines is None:
            return None
        candidates = clauses(lines, where.lines[0], form)
        return next((it for it in candidates if compact_line(it) != compact_line(form)), None)

    def _words(self, script: Any, fact: Fact) -> str:
        """What the record says of the fact, in the script of its document."""
        if isinstance(fact, Figure):
            basis = settle_any(fact.basis, script)
            said = self._measures.get(fact.measure, "") + (basis.text if basis else "")
        else:
            said = settle(fact.what if isinstance(fact, Event) else fact.text, script).text
        target = self._catalogue.documents[fact.document].record.script
        return said if target == script else self._converter.convert_line(said, script, target)


def _write(record_file: RecordFile[Any], quotations: Mapping[FieldPath, str]) -> int:
    """Put each behind the field at its path; return how many."""
    if quotations:
        file = Path(record_file.source.path)
        added = {path: ("quotation", quotation) for path, quotation in quotations.items()}
        part = file.with_name(f".{file.name}.part")
        part.write_bytes(add_fields(file.read_bytes().decode("utf-8"), added).encode("utf-8"))
        part.replace(file)
    return len(quotations)
