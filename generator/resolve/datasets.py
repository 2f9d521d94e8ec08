"""Datasets with their rows of plans, statuses at a day, and order · Catalogue → DatasetRecords."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Listing
from generator.model.link import Landing
from generator.model.wording import Text, Wording, settle
from generator.resolve.dataset_status import (
    Outcome,
    listing_outcomes,
    listing_status,
    status_codes,
    status_marks,
)
from generator.resolve.listing_types import LandingRecord, ListingRecord, OutcomeRecord
from generator.resolve.names import document_ref, variants_in
from generator.resolve.periods import last_day
from generator.resolve.record_reference import Label, Ref
from generator.resolve.records import DatasetRecord, NameRecord
from generator.resolve.texts import printed_in
from generator.resolve.vocabulary import labels


def resolve_datasets(
    catalogue: Catalogue,
    as_of: date,
    agencies: Mapping[str, Ref],
    names: Iterable[NameRecord],
) -> tuple[DatasetRecord, ...]:
    """All datasets: by publisher in the order of `agencies`, then in the order of their plans."""
    resolver = _DatasetResolver(catalogue, as_of, agencies, tuple(names))
    records = (resolver.dataset(record_file.record) for record_file in catalogue.datasets.values())
    order = {agency: place for place, agency in enumerate(agencies)}
    return tuple(sorted(records, key=lambda it: (order[it.agency.id], _plan_order(it))))


class _DatasetResolver:
    """Makes records of datasets, and holds what they refer to."""

    def __init__(
        self,
        catalogue: Catalogue,
        as_of: date,
        agencies: Mapping[str, Ref],
        names: tuple[NameRecord, ...],
    ) -> None:
        self._catalogue = catalogue
        self._as_of = as_of
        self._agencies = agencies
        self._names = names
        self._categories = labels(catalogue, "categories")
        self._frequencies = labels(catalogue, "frequencies")
        self._ranks = {code: rank for rank, code in enumerate(self._frequencies)}
        self._statuses = labels(catalogue, "dataset-status")

    def dataset(self, dataset: Dataset) -> DatasetRecord:
        """One dataset as seen on the day."""
        script, document = dataset.script, printed_in(dataset)
        name = settle(dataset.name, script, document)
        description = settle(dataset.description, script, document)
        listings = tuple(map(self._listing, dataset.listings, listing_outcomes(dataset.listings)))
        marks = status_marks(dataset, self._as_of)
        return DatasetRecord(
            typed=dataset,
            id=dataset.id,
            name=name,
            description=description,
            agency=self._agencies[dataset.agency],
            publisher_printed=any(self._prints_publisher(dataset, it) for it in dataset.listings),
            category=Label(dataset.category, self._categories[dataset.category]),
            spatial=dataset.spatial,
            formats=dataset.formats,
            archived=dataset.archived,
            frequency=Label(dataset.frequency, self._frequencies[dataset.frequency]),
            frequency_rank=self._ranks[dataset.frequency],
            listings=listings,
            landing=_landing(dataset.landing, script) if dataset.landing else None,
            status=self._status(listing_status(dataset.listings[-1], self._as_of)),
            marks=tuple(map(self._status, marks)),
            statuses=status_codes(dataset, self._as_of),
            variants=variants_in((name, description), self._names),
        )

    def _prints_publisher(self, dataset: Dataset, listing: Listing) -> bool:
        """Whether the plan is the publisher's own, or names it above the table or the row."""
        plan = self._catalogue.documents[listing.document].record
        named = [section.body for section in plan.sections if section.code == listing.section]
        return plan.publisher == dataset.agency or any(named) or dataset.group is not None

    def _status(self, code: str) -> Label:
        return Label(code, self._statuses[code])

    def _listing(self, listing: Listing, end: tuple[Outcome, Listing] | None) -> ListingRecord:
        document = self._catalogue.documents[listing.document].record

        def text(printed: Text) -> Wording:
            return settle(printed, document.script, document.id)

        return ListingRecord(
            document=document_ref(document),
            section=listing.section,
            row=listing.row,
            status=listing.status,
            date=listing.date,
            date_note=text(listing.date_note) if listing.date_note else None,
            frequency_printed=text(listing.frequency_printed),
            line=listing.line,
            last_day=_last_day(listing).isoformat(),
            now=None if end else self._status(listing_status(listing, self._as_of)),
            outcome=self._outcome(*end) if end else None,
            name=text(listing.name) if listing.name else None,
            description=text(listing.description) if listing.description else None,
        )

    def _outcome(self, code: Outcome, after: Listing) -> OutcomeRecord:
        document = self._catalogue.documents[after.document].record
        note = settle(after.date_note, document.script, document.id) if after.date_note else None
        return OutcomeRecord(code, document_ref(document), after.date, note)


def _last_day(listing: Listing) -> date:
    if listing.date is not None:
        return last_day(listing.date)
    return date.max if listing.status == "planned" else date.min


def _landing(landing: Landing, script: Script) -> LandingRecord:
    note = settle(landing.note, script) if landing.note else None
    return LandingRecord(landing.hant, landing.hans, landing.listed_as_of, note)


def _plan_order(dataset: DatasetRecord) -> tuple[str, tuple[str, int, str], int]:
    listing = dataset.newest
    return listing.document.id, _section_order(listing.section), listing.row


def _section_order(code: str) -> tuple[str, int, str]:
    """`C.10.i` comes after `C.2.ii`."""
    letter, *number, part = code.split(".")
    return letter, int(number[0]) if number else 0, part
