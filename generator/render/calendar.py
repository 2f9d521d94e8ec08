"""The release calendar: every row of every plan by its month, and what each plan added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.render.datasets import status_notes
from generator.render.list_parts import ROWS_PER_PAGE, part_title, split_list
from generator.render.page import Page
from generator.resolve.listing_types import ListingRecord
from generator.resolve.record_reference import Label, Ref
from generator.resolve.records import DatasetRecord, DocumentRecord
from generator.resolve.resolve import Records


@dataclass(frozen=True)
class CalendarRow:
    """One row of one plan, and no more of its dataset than is shown."""

    dataset: Ref
    agency: Ref
    notes: tuple[tuple[Label, str | None], ...]
    """What every list says of a dataset that is still planned, with the day it was seen."""
    listing: ListingRecord
    anchor: str | None
    """Set on the first row of a month."""


@dataclass(frozen=True)
class CalendarYear:
    """The rows of a year, by month."""

    anchor: str
    year: str
    """Empty for rows without a date."""
    entries: tuple[CalendarRow, ...]


@dataclass(frozen=True)
class PlanAdditions:
    """A plan with the datasets that no earlier plan of its publisher listed."""

    record: DocumentRecord
    is_first: bool
    added: tuple[tuple[Ref, ListingRecord], ...]


def calendar_pages(records: Records) -> Iterator[Page]:
    """Months to come first, then those that have passed, the newest first; in parts."""
    words, today = records.words, records.as_of.isoformat()
    listed = [(it, listing) for it in records.datasets for listing in it.listings]
    coming = [it for it in listed if it[1].last_day >= today]
    past = [it for it in listed if it[1].last_day < today]
    coming.sort(key=_by_day)
    past.sort(key=_by_day, reverse=True)
    for part, rows in split_list("datasets/calendar.md", coming + past):
        ahead = [it for it in rows if it[1].last_day >= today]
        values: dict[str, Any] = {
            "part": part,
            "coming": tuple(_years("coming", ahead)),
            "past": tuple(_years("past", rows[len(ahead) :])),
        }
        if part.number == 1:
            values |= {
                "editions": plan_additions(records),
                "datasets": len(records.datasets),
                "most": ROWS_PER_PAGE,
            }
        title = part_title(words["calendar"], part, words)
        yield Page(part.path, "calendar.md.j2", title, (words["calendar-lead"],), values)


def plan_additions(records: Records) -> tuple[PlanAdditions, ...]:
    """Every open data plan, newest first, with what it added."""
    plans = [it for it in records.documents if it.document.kind == "open-data-plan"]
    first_listed = {it.id: _plans_first_listing(it, plans) for it in records.datasets}
    return tuple(
        PlanAdditions(
            plan,
            is_first=not any(_is_earlier(other, plan) for other in plans),
            added=tuple(
                (dataset, listing)
                for section in plan.sections
                for listing, dataset in section.rows
                if plan.document.id in first_listed[dataset.id]
            ),
        )
        for plan in plans
    )


def _plans_first_listing(dataset: DatasetRecord, plans: Iterable[DocumentRecord]) -> set[str]:
    """The plans that list a dataset and that follow no plan of their publisher that lists it."""
    listed_in = {it.document.id for it in dataset.listings}
    listing_plans = [plan for plan in plans if plan.document.id in listed_in]
    return {
        plan.document.id
        for plan in listing_plans
        if not any(_is_earlier(other, plan) for other in listing_plans)
    }


def _is_earlier(plan: DocumentRecord, later: DocumentRecord) -> bool:
    same_publisher = plan.document.publisher == later.document.publisher
    return same_publisher and (plan.document.date or "") < (later.document.date or "")


def _by_day(row: tuple[DatasetRecord, ListingRecord]) -> tuple[str, str]:
    return row[1].last_day, row[1].date or ""


def _years(
    name: str, rows: Iterable[tuple[DatasetRecord, ListingRecord]]
) -> Iterator[CalendarYear]:
    for year, group in groupby(rows, key=lambda it: (it[1].date or "")[:4]):
        entries: list[CalendarRow] = []
        months: set[str | None] = {None}
        for dataset, listing in group:
            anchor = None if listing.date in months else f"m-{listing.date}"
            months.add(listing.date)
            ref = Ref("datasets", dataset.id, dataset.name)
            is_open = listing.status == "planned" and listing.outcome is None
            notes = status_notes(dataset, every=False) if is_open else ()
            entries.append(CalendarRow(ref, dataset.agency, notes, listing, anchor))
        yield CalendarYear(f"{name}-{year or 'undated'}", year, tuple(entries))
