"""The list of figures with everything it can be filtered by · Records → page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.wording import Wording
from generator.render.finder import NONE, Facet, by_code, facet
from generator.render.page import Page
from generator.resolve.fact_types import FigureRecord, SeriesRecord
from generator.resolve.names import document_ref
from generator.resolve.periods import last_day
from generator.resolve.records import AgencyRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase, PageText

COLUMNS = (
    "subject agency:agency:list measure value:value:number "
    "value_max:value-max:number unit qualifier as_of:as-of document line:line:number "
    "change comparable"
)
"""Of the list as a file: each column, the attribute of a row that it is made of, and its type."""
SINGLE = "single"
"""The code of what one document alone has, so that nothing can be held against it."""
Subject = AgencyRecord | ProgrammeRecord
"""What a figure is about."""
FacetCodes = Mapping[str, tuple[str, ...]]
"""Facet → the values that a figure has of it."""


@dataclass(frozen=True)
class FigureRow:
    """A figure as a row of the list."""

    subject: Subject
    series: SeriesRecord
    figure: FigureRecord
    change: Wording | None
    """Of the newest, how it stands to the one before."""

    @property
    def place(self) -> str:
        """Its anchor on the page."""
        return f"figure-{self.figure.id}"

    @property
    def is_newest(self) -> bool:
        """Whether no figure of its series is newer."""
        return self.figure == self.series.newest


def figure_finder(records: Records) -> Page:
    """The list by subject."""
    rows = list(_rows(records))
    by_subject = [(it, list(of)) for it, of in groupby(rows, lambda it: it.figure.subject)]
    codes = {it.place: _codes(it) for it in rows}
    ranks = _unit_ranks(records)
    words = records.words
    return Page(
        "figures.md",
        "figures.md.j2",
        words["figures"],
        (words["figures-lead"],),
        {
            "subjects": [(subject, _headline(of, ranks), of) for subject, of in by_subject],
            "count": len(rows),
            "series_count": sum(len(it.figures) > 1 for it in records.series),
            "facets": _facets(records, codes.values()),
            "columns": COLUMNS,
        },
        script="finder",
        is_wide=True,
        rows={it.place: _keys(it, codes[it.place], ranks, records) for it in rows},
    )


def _rows(records: Records) -> Iterator[FigureRow]:
    """Those subjects first that have what readers look for, money before posts; of each measure
    the newest figure first."""
    ranks = _unit_ranks(records)

    def interest(subject: Subject) -> int:
        return min(ranks[it.newest.unit.code] for it in subject.facts.series)

    for subject in sorted((it for it in _subjects(records) if it.facts.series), key=interest):
        for series in subject.facts.series:
            is_told = series.note is None and len(series.figures) > 1
            change = records.words[f"change-{series.change}"] if is_told else None
            for figure in reversed(series.figures):
                is_newest = figure == series.newest
                yield FigureRow(subject, series, figure, change if is_newest else None)


def _headline(rows: Iterable[FigureRow], ranks: Mapping[str, int]) -> FigureRecord:
    """Of the newest figures of a subject the one that stands for all while they are folded: of the
    unit that readers look for first the largest."""
    newest = (it.figure for it in rows if it.is_newest)
    return min(newest, key=lambda it: (ranks[it.unit.code], -it.value))


def _unit_ranks(records: Records) -> Mapping[str, int]:
    """Code of a unit → its place among the units, those that readers look for first."""
    return {it.code: place for place, it in enumerate(records.units)}


def _subjects(records: Records) -> tuple[Subject, ...]:
    return (*records.agencies, *records.programmes)


def _codes(row: FigureRow) -> FacetCodes:
    figure, series = row.figure, row.series
    subject = row.subject
    runners = subject.runners if isinstance(subject, ProgrammeRecord) else (figure.subject,)
    is_single = len(series.figures) < 2
    return {
        "subject": (figure.subject.id,),
        "agency": tuple(it.id for it in runners) or (NONE,),
        "unit": (figure.unit.code,),
        "measure": (figure.measure.code,),
        "time": (_year(figure.as_of),),
        "document": (figure.source.document.id,),
        "change": (SINGLE if is_single else "changed" if series.is_changed else "same",),
        "comparable": ("false",) if series.note else () if is_single else ("true",),
    }


def _year(as_of: str | None) -> str:
    """The year or fiscal year for which a figure is given."""
    if as_of is None:
        return NONE
    return as_of if "/" in as_of else as_of[:4]


def _keys(
    row: FigureRow, codes: FacetCodes, ranks: Mapping[str, int], records: Records
) -> dict[str, Sequence[PageText]]:
    """The codes that the finder filters by, what it sorts by, what its files have, and what its
    text box searches besides the row."""
    figure = row.figure
    most = figure.value if figure.value_max is None else figure.value_max
    return {
        "id": [figure.id],
        **codes,
        "date": [str(last_day(figure.when)) if figure.when else ""],
        "amount": [str(most)],
        "rank": [str(ranks[figure.unit.code])],
        "value": [str(figure.value)],
        "value-max": ["" if figure.value_max is None else str(figure.value_max)],
        "qualifier": [figure.qualifier],
        "as-of": [figure.as_of or ""],
        "line": [str(figure.source.line)],
        "text": _search_texts(row, records),
    }


def _facets(records: Records, codes: Iterable[FacetCodes]) -> tuple[Facet, ...]:
    words = records.words
    counts: dict[str, Counter[str]] = {}
    for of_figure in codes:
        for name, values in of_figure.items():
            counts.setdefault(name, Counter()).update(values)

    def named(code: str, word: str, labels: Mapping[str, PageText]) -> Facet:
        return facet(code, words[word], labels, counts.get(code, Counter()))

    agencies = {it.id: it.name for it in records.agencies}
    measures = by_code(records.measures)
    common = [it for it, _ in counts.get("measure", Counter()).most_common()]
    years = sorted(counts.get("time", Counter()).keys() - {NONE}, reverse=True)
    documents = [document_ref(it.document) for it in records.documents]
    changes = {"changed": words["change-other"], "same": words["change-same"]}
    comparable = {"true": words["comparable"], "false": words["break"]}
    return (
        named("subject", "figure-subject", {it.id: it.name for it in _subjects(records)}),
        named("agency", "run-by", agencies | {NONE: words["unknown"]}),
        named("unit", "unit", by_code(records.units)),
        named("measure", "measure", {it: measures[it] for it in common}),
        named(
            "time", "as-of-date", {it: DatePhrase(it) for it in years} | {NONE: words["no-as-of"]}
        ),
        named("document", "documents", {it.id: it.short or it.name for it in documents}),
        named("change", "against-before", changes | {SINGLE: words["only-one-document"]}),
        named("comparable", "comparability", comparable),
    )


def _search_texts(row: FigureRow, records: Records) -> tuple[PageText, ...]:
    subject, figure = row.subject, row.figure
    units = by_code(records.units)
    runners = subject.runners if isinstance(subject, ProgrammeRecord) else ()
    candidates = (
        subject.english,
        subject.acronym,
        *subject.aliases,
        *subject.former_names,
        *(it.form.text for it in subject.printed),
        *(it.name for it in runners),
        *(records.agencies_by_id[it.id].acronym for it in runners),
        units[figure.unit.code],
        figure.quotation or figure.printed,
        figure.id,
    )
    return tuple(it for it in candidates if it)
