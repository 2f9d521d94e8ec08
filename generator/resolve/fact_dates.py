"""Of what time a record's facts are · its facts and documents → oldest and newest date.

A fact is of the day its document gives for it, otherwise of the document's own date, or of the time
until which an undated document reports. When the portal was looked at is told apart from that.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.model.document import Document
from generator.model.when import When
from generator.resolve.budget_records import BudgetRecord
from generator.resolve.fact_types import Facts, FigureRecord, SeriesRecord
from generator.resolve.facts import FactIndex
from generator.resolve.periods import first_day, last_day
from generator.resolve.records import (
    AgencyRecord,
    DatasetRecord,
    DocumentRecord,
    ProgrammeRecord,
)

Fact = tuple[str, When | None]
"""Its document, and the date that the document gives for it."""

WHOLE = "index"
"""The name of a page or file with all records of a kind."""


@dataclass(frozen=True)
class FactDates:
    """Of what time the facts are that a page or a file holds."""

    oldest: str | When | None
    """EDTF, as printed; None where no document of theirs gives a date."""
    newest: str | When | None
    day: str
    """The last day that the newest may mean, YYYY-MM-DD; of undated documents, the day they stand
    for."""
    documents: tuple[str, ...]
    seen: str | None = None
    """The newest day on which the portal's pages were looked at."""


@dataclass(frozen=True)
class DocumentDates:
    """The dates of all documents, for whoever asks of what time a fact is."""

    documents: Mapping[str, Document]
    days: Mapping[str, date]
    """Document → the day it stands for (edition_dates.py)."""
    until: date
    """Of later days nobody can know anything yet."""

    def of(self, facts: Iterable[Fact], seen: Iterable[str] = ()) -> FactDates:
        """The dates of `facts`; `seen` are days on which the portal was looked at."""
        known = list(dict.fromkeys(facts))
        dates = [day for fact in known if (day := self._date(*fact))]
        days = [last_day(it) for it in dates] or [self.days[it] for it, _ in known]
        looks = [it for it in seen if date.fromisoformat(it) <= self.until]
        return FactDates(
            oldest=min(dates, key=first_day, default=None),
            newest=max(dates, key=last_day, default=None),
            day=min(max(days, default=date(1, 1, 1)), self.until).isoformat(),
            documents=tuple(it for it in self.documents if any(it == name for name, _ in known)),
            seen=max(looks, default=None),
        )

    def of_all(
        self, series: Iterable[SeriesRecord], datasets: Iterable[DatasetRecord]
    ) -> FactDates:
        """The dates of everything there is."""
        facts: list[Fact] = [(it, None) for it in self.documents]
        return self.of([*facts, *_series_facts(series)], _seen(datasets))

    def _date(self, document: str, as_of: When | None) -> str | When | None:
        printed = self.documents[document]
        given = as_of.date if as_of and not as_of.part else as_of
        day = given or printed.date or printed.reports_until
        return day if day and first_day(day) <= self.until else None


def dates_by_record(
    dates: DocumentDates,
    agencies: Iterable[AgencyRecord],
    datasets: Iterable[DatasetRecord],
    programmes: Iterable[ProgrammeRecord],
    documents: Iterable[DocumentRecord],
    budgets: Iterable[BudgetRecord],
) -> dict[tuple[str, str], FactDates]:
    """Kind and identifier of each record with a page → the dates of its facts."""
    made = {}
    for agency in agencies:
        facts = [*_located(agency), *_facts(agency.facts)]
        facts += [fact for dataset in agency.datasets for fact in _listed(dataset)]
        made["agencies", agency.id] = dates.of(facts, _seen(agency.datasets))
    for dataset in datasets:
        made["datasets", dataset.id] = dates.of(_listed(dataset), _seen([dataset]))
    for programme in programmes:
        facts = [*_located(programme), *_facts(programme.facts)]
        facts += [(it.source.document.id, None) for it in programme.conditions]
        made["programmes", programme.id] = dates.of(facts)
    for record in documents:
        identifier = record.document.id
        shown = [(identifier, it.when) for _, _, it in record.facts if isinstance(it, FigureRecord)]
        made["documents", identifier] = dates.of([(identifier, None), *shown])
    for budget in budgets:
        made["budget", budget.id] = dates.of([(budget.document.id, None)])
    return made


def dates_by_list(
    dates: DocumentDates,
    facts: FactIndex,
    budgets: Iterable[BudgetRecord],
    editions: Iterable[Sequence[str]],
) -> dict[tuple[str, str], FactDates]:
    """Folder and name of each page or file that holds facts of some documents only → their dates:
    numbers, events, statements, budgets, and what changed between two editions."""
    told = dates.of((it.source.document.id, None) for it in facts.events)
    said = dates.of((it.document.id, None) for one in facts.statements for it in one.sources)
    made = {
        ("figures", WHOLE): dates.of(_series_facts(facts.series)),
        ("events", WHOLE): told,
        ("timeline", WHOLE): told,
        ("statements", WHOLE): said,
        ("budget", WHOLE): dates.of((it.document.id, None) for it in budgets),
    }
    for old, new in (pair for edition in editions for pair in pairwise(edition)):
        made["documents", f"changes/{old}/{new}"] = dates.of([(old, None), (new, None)])
    return made


def _series_facts(series: Iterable[SeriesRecord]) -> Iterator[Fact]:
    """Each number's document and day."""
    for numbers in series:
        for figure in numbers.figures:
            yield figure.source.document.id, figure.when


def _located(record: AgencyRecord | ProgrammeRecord) -> Iterator[Fact]:
    return ((it.document.id, None) for it in record.locators)


def _listed(dataset: DatasetRecord) -> Iterator[Fact]:
    return ((it.document.id, None) for it in dataset.listings)


def _facts(facts: Facts) -> Iterator[Fact]:
    yield from _series_facts(facts.series)
    for event in facts.events:
        yield event.source.document.id, None
    for statement in (*facts.statements, *facts.concerning):
        yield from ((it.document.id, None) for it in statement.sources)


def _seen(datasets: Iterable[DatasetRecord]) -> Iterator[str]:
    return (it.landing.listed_as_of for it in datasets if it.landing)
