"""The computed types: what pages and data files are made from. Nobody types these."""

from dataclasses import dataclass
from typing import Literal

from generator.model.agency import Agency
from generator.model.dataset import Dataset
from generator.model.document import Document, Section
from generator.model.link import Links
from generator.model.programme import Programme
from generator.model.wording import Wording, settle_any
from generator.resolve.claims import Claims
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    Facts,
    FigureRecord,
    StatementRecord,
)
from generator.resolve.listing_types import LandingRecord, ListingRecord
from generator.resolve.record_reference import Label, LocatorRecord, PrintedRecord, Ref
from generator.resolve.texts import printed_in


@dataclass(frozen=True)
class NameRecord:
    """A name of the terminology."""

    id: str
    kind: Label
    name: Wording
    english: str | None
    acronym: str | None
    aliases: tuple[Wording, ...]
    stands: tuple[PrintedRecord, ...]
    """Where documents print the official form."""
    printed: tuple[PrintedRecord, ...]
    """Other forms that documents print."""
    confirming: tuple[tuple[str, str], ...]
    """Pages of the Government and of bodies that confirm the forms, each with its host."""
    mentioning: tuple[tuple[str, str], ...]
    """Pages of others that print them, which proves nothing."""
    unconfirmed: tuple[str, ...]
    """Which of zh-Hant, zh-Hans and english no source confirms."""
    outside: frozenset[str]
    """Those of the English name, the acronym and the aliases that no document prints."""
    record: Ref | None
    """The page about what is named, if there is one."""

    @property
    def confirmed(self) -> bool:
        """Whether a source confirms both Chinese forms."""
        return not set(self.unconfirmed) & {"zh-Hant", "zh-Hans"}


@dataclass(frozen=True)
class DatasetRecord:
    """A dataset with its references resolved."""

    typed: Dataset
    """What its author typed; `text` gives its plain texts."""
    id: str
    name: Wording
    description: Wording
    agency: Ref
    publisher_printed: bool
    """Whether a plan in which it stands names its publisher."""
    category: Label
    spatial: bool
    formats: tuple[str, ...]
    archived: bool
    frequency: Label
    frequency_rank: int
    """Place of the frequency in its vocabulary, the most frequent first."""
    listings: tuple[ListingRecord, ...]
    landing: LandingRecord | None
    status: Label
    """Its status on the day of the build: planned, target-passed or released. What a plan says of
    it is said by its listings."""
    marks: tuple[Label, ...]
    """What else is known of it on that day."""
    statuses: tuple[str, ...]
    """Every status code it carries on that day."""
    variants: tuple[tuple[Wording, NameRecord], ...]
    """Forms of names that its texts print and that are not the official ones."""

    def text(self, field: str) -> Wording | None:
        """A text of its document that is shown as it is typed: `text("group")`."""
        return settle_any(getattr(self.typed, field), self.typed.script, printed_in(self.typed))

    @property
    def group(self) -> Wording | None:
        """The group of the plan in which it stands."""
        return self.text("group")

    @property
    def newest(self) -> ListingRecord:
        """The listing of the newest plan."""
        return self.listings[-1]


@dataclass(frozen=True)
class ProgrammeRecord:
    """A programme with its conditions, figures, events and parts."""

    typed: Programme
    """What its author typed; `text` gives its plain texts."""
    id: str
    name: Wording
    english: str | None
    acronym: str | None
    unconfirmed: tuple[str, ...]
    """Which of zh-Hant, zh-Hans and english no source confirms."""
    outside: frozenset[str]
    """Those of the English name, the acronym and the aliases that no document prints."""
    aliases: tuple[Wording, ...]
    former_names: tuple[Wording, ...]
    kind: Label
    for_applicants: bool
    """Whether one can apply for it."""
    agency: Ref | None
    joint_agencies: tuple[Ref, ...]
    """Others that run it together with `agency`."""
    part_of: Ref | None
    launched: str | None
    status: Label | None
    links: Links | None
    locators: tuple[LocatorRecord, ...]
    claims: Claims
    stands: tuple[PrintedRecord, ...]
    """Where documents print the official name."""
    printed: tuple[PrintedRecord, ...]
    """Other names that documents print."""
    conditions: tuple[ConditionRecord, ...]
    facts: Facts
    parts: tuple[Ref, ...]
    """Programmes that belong to it."""

    def text(self, field: str) -> Wording | None:
        """A text that is shown as it is typed: `text("summary")`."""
        return settle_any(getattr(self.typed, field), self.typed.script)

    @property
    def summary(self) -> Wording | None:
        """What it is, in our own words."""
        return self.text("summary")

    @property
    def runners(self) -> tuple[Ref, ...]:
        """Who runs it, one or several together."""
        return tuple(it for it in (self.agency, *self.joint_agencies) if it)


@dataclass(frozen=True)
class AgencyRecord:
    """An agency with its datasets and the documents it published."""

    typed: Agency
    """What its author typed; `text` gives its plain texts."""
    id: str
    name: Wording
    english: str | None
    acronym: str | None
    unconfirmed: tuple[str, ...]
    """Which of zh-Hant, zh-Hans and english no source confirms."""
    outside: frozenset[str]
    """Those of the English name, the acronym and the aliases that no document prints."""
    aliases: tuple[Wording, ...]
    former_names: tuple[Wording, ...]
    kind: Label
    parent: Ref | None
    successor: Ref | None
    predecessors: tuple[Ref, ...]
    """Agencies that it took over from."""
    established: str | None
    dissolved: str | None
    links: Links | None
    locators: tuple[LocatorRecord, ...]
    claims: Claims
    stands: tuple[PrintedRecord, ...]
    """Where documents print the official name."""
    printed: tuple[PrintedRecord, ...]
    """Other names that documents print."""
    datasets: tuple[DatasetRecord, ...]
    documents: tuple[Ref, ...]
    programmes: tuple[ProgrammeRecord, ...]
    """Those it runs, and those that belong to it."""
    parts: tuple[Ref, ...]
    """Agencies that belong to it."""
    facts: Facts

    def text(self, field: str) -> Wording | None:
        """A text that is shown as it is typed: `text("summary")`."""
        return settle_any(getattr(self.typed, field), self.typed.script)

    @property
    def summary(self) -> Wording | None:
        """What it does, in our own words."""
        return self.text("summary")


@dataclass(frozen=True)
class SectionRecord:
    """One table of a plan with the datasets its rows name."""

    section: Section
    heading: Wording
    body: Wording | None
    note: Wording | None
    spatial: bool
    status: Literal["planned", "released"]
    rows: tuple[tuple[ListingRecord, Ref], ...]


FactRecord = FigureRecord | EventRecord | ConditionRecord | StatementRecord | ErratumRecord
DocumentFact = tuple[int, Ref | None, FactRecord]
"""A fact with its line and its subject; an erratum names its subjects itself."""


@dataclass(frozen=True)
class DocumentRecord:
    """A document with the facts taken from it."""

    document: Document
    title: Wording
    publisher: Ref | None
    link_note: Wording | None
    sections: tuple[SectionRecord, ...]
    count: int
    """Rows of all sections that name a dataset."""
    named: tuple[tuple[int, Ref], ...]
    """Lines on which agencies are named, with the agency."""
    names: tuple[tuple[PrintedRecord, NameRecord], ...]
    """Each form printed there, and the name of the terminology it stands for."""
    facts: tuple[DocumentFact, ...]
    """All that is taken from it, in the order of the lines."""

    @property
    def link_confirmed_by(self) -> Wording | None:
        """Who opened its addresses."""
        links = self.document.links
        return settle_any(links.confirmed_by if links else None, self.document.script)
