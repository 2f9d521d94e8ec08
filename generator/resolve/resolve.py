"""Catalogue and a day → Records: references followed, statuses derived, order settled.

Call it only on a catalogue without errors; a dangling reference is a programming mistake here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.catalogue import Catalogue
from generator.model.wording import Wording
from generator.resolve.agencies_programmes import AgencyProgrammeResolver
from generator.resolve.budget import resolve_budgets
from generator.resolve.budget_records import BudgetRecord
from generator.resolve.corrections import CorrectionRecord, recorded_days, resolve_corrections
from generator.resolve.datasets import resolve_datasets
from generator.resolve.documents import resolve_documents
from generator.resolve.edition_dates import (
    consecutive_editions,
    edition_days,
    superseded_documents,
)
from generator.resolve.fact_dates import (
    DocumentDates,
    FactDates,
    dates_by_list,
    dates_by_record,
)
from generator.resolve.fact_types import (
    ErratumRecord,
    EventRecord,
    SeriesRecord,
    StatementRecord,
)
from generator.resolve.facts import FactIndex
from generator.resolve.facts_by_document import facts_by_document
from generator.resolve.identifiers import redirects
from generator.resolve.names import resolve_names, subjects
from generator.resolve.prose import ProseRecord, resolve_prose
from generator.resolve.record_reference import Label, Ref
from generator.resolve.records import (
    AgencyRecord,
    DatasetRecord,
    DocumentRecord,
    NameRecord,
    ProgrammeRecord,
)
from generator.resolve.statements import by_concern
from generator.resolve.vocabulary import (
    asking_words,
    codes_of_group,
    everyday_words,
    groups,
    labels,
    named_units,
    ordered_labels,
    printed_words,
    public_codes,
    synonyms,
    unmentioned_names,
)


@dataclass(frozen=True)
class Records:
    """Everything there is to publish, in the order in which the site shows it."""

    agencies: tuple[AgencyRecord, ...]
    datasets: tuple[DatasetRecord, ...]
    documents: tuple[DocumentRecord, ...]
    programmes: tuple[ProgrammeRecord, ...]
    series: tuple[SeriesRecord, ...]
    events: tuple[EventRecord, ...]
    statements: tuple[StatementRecord, ...]
    errata: tuple[ErratumRecord, ...]
    corrections: tuple[CorrectionRecord, ...]
    """What this site published otherwise, newest first."""
    budgets: tuple[BudgetRecord, ...]
    term_kinds: tuple[str, ...]
    """Codes of the kinds of condition in the order in which a programme's page shows them."""
    names: tuple[NameRecord, ...]
    prose: Mapping[str, ProseRecord]
    categories: tuple[Label, ...]
    frequencies: tuple[Label, ...]
    dataset_statuses: tuple[Label, ...]
    programme_kinds: tuple[Label, ...]
    programme_statuses: tuple[Label, ...]
    applicants: tuple[Label, ...]
    wider_applicants: Mapping[str, str]
    """Code of an applicant → that of the one that may include it: of a start-up, a company."""
    matching: tuple[Label, ...]
    amount_kinds: tuple[Label, ...]
    ceilings: frozenset[str]
    """Those kinds of amount that one applicant or project may get."""
    measures: tuple[Label, ...]
    units: tuple[Label, ...]
    """What they are called without a number."""
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that count as one to a search: 資訊, 信息; in Traditional."""
    asking_words: tuple[str, ...]
    """Words of a search that only ask: 多少, 怎樣."""
    unmentioned_names: tuple[str, ...]
    """Names that readers type and no document says: 八達通."""
    page_words: Mapping[str, tuple[str, ...]]
    """Address of a page, with hyphens for slashes → how people call the page."""
    record_words: Mapping[str, tuple[str, ...]]
    """Identifier → what people type who look for what the record's page answers."""
    words: Mapping[str, Wording]
    theme: Mapping[str, Wording]
    """What stands around the pages."""
    fields: Mapping[str, Wording]
    """What each type and field of the data files means."""
    published_as: Mapping[str, Mapping[str, str]]
    """Vocabulary → code → its code in a public list."""
    as_of: date
    dates: Mapping[tuple[str, str], FactDates]
    """Folder and name of a record's page, or of a page or file of many that holds facts of some
    documents only → of what time they are."""
    all_dates: FactDates
    """Of what time all facts are: of lists and of files with many records."""
    edition_days: Mapping[str, date]
    """Document → the day it stands for (edition_dates.py)."""
    recorded: Mapping[tuple[str, str, str], date]
    editions: tuple[tuple[str, ...], ...] = ()
    """The documents of each publication, the oldest first."""
    redirects: tuple[tuple[str, str, str], ...] = ()
    """Kind and identifier of a page that is no more, and the page that takes its place."""

    @cached_property
    def agencies_by_id(self) -> Mapping[str, AgencyRecord]:
        """Identifier → agency."""
        return {it.id: it for it in self.agencies}

    @cached_property
    def statements_by_concern(self) -> Mapping[str, tuple[StatementRecord, ...]]:
        """Identifier of a record → the statements of others that concern it."""
        return by_concern(self.statements)

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The documents of which there is a newer edition."""
        return superseded_documents(self.editions, (it.document for it in self.documents))

    @property
    def data_as_of(self) -> str:
        """The newest day of which a document speaks, which a data file has instead of a clock."""
        return self.all_dates.day


def resolve(catalogue: Catalogue, as_of: date, today: date = date.max) -> Records:
    """Everything there is to publish, as seen on `as_of`. A date after both that day and `today` is
    a slip, about which readers are told nothing."""
    resolver = _Resolver(catalogue)
    datasets = resolve_datasets(catalogue, as_of, resolver.agency_refs(), resolver.names.values())
    programmes = resolver.bodies.programmes()
    agencies = resolver.bodies.agencies(datasets, programmes)
    facts = facts_by_document(resolver.facts, programmes, resolver.subjects)
    documents = resolve_documents(catalogue, resolver.subjects, resolver.names, datasets, facts)
    budgets = resolve_budgets(catalogue, resolver.subjects)
    printed = {record.document.id: record.document for record in documents}
    dates = DocumentDates(printed, edition_days(catalogue), max(as_of, today))
    editions = consecutive_editions(catalogue, dates.days)
    return Records(
        agencies=agencies,
        datasets=datasets,
        documents=documents,
        programmes=programmes,
        series=resolver.facts.series,
        events=resolver.facts.events,
        statements=resolver.facts.statements,
        errata=resolver.facts.errata,
        corrections=resolve_corrections(catalogue, resolver.subjects),
        budgets=budgets,
        term_kinds=catalogue.codes("term-kinds"),
        names=tuple(resolver.names.values()),
        prose={
            record_file.record.id: resolve_prose(record_file.record)
            for record_file in catalogue.prose.values()
        },
        categories=ordered_labels(catalogue, "categories"),
        frequencies=ordered_labels(catalogue, "frequencies"),
        dataset_statuses=ordered_labels(catalogue, "dataset-status"),
        programme_kinds=ordered_labels(catalogue, "programme-kinds"),
        programme_statuses=ordered_labels(catalogue, "programme-status"),
        applicants=ordered_labels(catalogue, "applicants"),
        wider_applicants=groups(catalogue, "applicants"),
        matching=ordered_labels(catalogue, "matching"),
        amount_kinds=ordered_labels(catalogue, "amount-kinds"),
        ceilings=codes_of_group(catalogue, "amount-kinds", "ceiling"),
        measures=ordered_labels(catalogue, "measures"),
        units=named_units(catalogue),
        synonyms=synonyms(catalogue),
        asking_words=asking_words(catalogue),
        unmentioned_names=unmentioned_names(catalogue),
        page_words=everyday_words(catalogue, "page-words"),
        record_words=printed_words(catalogue, "record-words"),
        words=labels(catalogue, "interface"),
        theme=labels(catalogue, "theme"),
        fields=labels(catalogue, "fields"),
        published_as=public_codes(catalogue),
        as_of=as_of,
        dates={
            **dates_by_record(dates, agencies, datasets, programmes, documents, budgets),
            **dates_by_list(dates, resolver.facts, budgets, editions),
        },
        all_dates=dates.of_all(resolver.facts.series, datasets),
        edition_days=dates.days,
        recorded=recorded_days(catalogue),
        editions=editions,
        redirects=redirects(catalogue),
    )


class _Resolver:
    """Holds the catalogue and its indexes while the records are made."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.names = resolve_names(catalogue, labels(catalogue, "name-kinds"))
        self.subjects = subjects(catalogue, self.names)
        self.facts = FactIndex(catalogue, self.subjects)
        self.bodies = AgencyProgrammeResolver(catalogue, self.names, self.subjects, self.facts)

    def agency_refs(self) -> dict[str, Ref]:
        """A link to every agency, in the order of the site."""
        return {agency.id: self.subjects[agency.id] for agency in self.bodies.agency_order()}
