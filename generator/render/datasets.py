"""Lists of datasets: the rows every list shares, and the finder with its facets · Records → values.

A row carries, as data attributes, the codes that the finder filters by and the keys that lists are
sorted by; docs/assets/finder.js and tables.js read them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.wording import Wording
from generator.render.finder import NONE, Facet, by_code, facet, last_none
from generator.render.list_parts import part_title, split_list
from generator.render.page import Page
from generator.resolve.record_reference import Label
from generator.resolve.records import AgencyRecord, DatasetRecord
from generator.resolve.resolve import Records
from generator.script.phrase import PageText

COLUMNS = (
    "agency category spatial:spatial:boolean formats:format:list frequency status:status:list "
    "date:edtf"
)
"""Of the list as a file: each column, the attribute of a row that it is made of, and its type."""


@dataclass(frozen=True)
class DatasetRow:
    """A dataset as a row of a list."""

    dataset: DatasetRecord
    notes: tuple[tuple[Label, str | None], ...]
    """What stands below its status, with the day it was seen."""
    statuses: str
    formats: str
    """Codes separated by spaces."""


def dataset_rows(datasets: Iterable[DatasetRecord]) -> tuple[DatasetRow, ...]:
    """The rows of a list."""
    return tuple(_row(it) for it in datasets)


def status_notes(
    dataset: DatasetRecord, every: bool = True
) -> tuple[tuple[Label, str | None], ...]:
    """What is said beside a status; a list, without `every`, leaves most of it out."""
    labels: list[tuple[Label, str | None]] = []
    for mark in dataset.marks:
        if mark.code == "on-portal" and dataset.landing:
            if every or dataset.newest.status == "planned":
                labels.append((mark, dataset.landing.listed_as_of))
        elif every:
            labels.append((mark, None))
    return tuple(labels)


def finder_pages(records: Records) -> Iterator[Page]:
    """The list of all datasets with everything it can be filtered by, and its further parts."""
    words = records.words
    agencies = records.agencies_by_id
    for part, datasets in split_list("datasets/index.md", records.datasets):
        values: dict[str, Any] = {
            "part": part,
            "rows": dataset_rows(datasets),
            "count": len(records.datasets),
        }
        if part.number == 1:
            values |= {
                "facets": _facets(records),
                "columns": COLUMNS,
                "listed": sum(len(it.listings) for it in records.datasets),
            }
        title = part_title(words["datasets"], part, words)
        yield Page(
            part.path,
            "datasets.md.j2",
            title,
            (words["datasets-lead"],),
            values,
            script="finder" if part.number == 1 else None,
            is_wide=True,
            rows={it.id: _finder_keys(it, agencies[it.agency.id]) for it in datasets},
        )


def sort_keys(datasets: Iterable[DatasetRecord]) -> dict[str, dict[str, list[PageText]]]:
    """What lists of datasets are sorted by, for each row."""
    return {it.id: _sort_keys(it) for it in datasets}


def _sort_keys(dataset: DatasetRecord) -> dict[str, list[PageText]]:
    return {
        "id": [dataset.id],
        "date": [str(dataset.newest.last_day)],
        "rank": [str(dataset.frequency_rank)],
    }


def _finder_keys(dataset: DatasetRecord, agency: AgencyRecord) -> dict[str, Sequence[PageText]]:
    """The codes that the finder filters by, and what its text box searches besides the row."""
    return {
        **_sort_keys(dataset),
        "agency": [dataset.agency.id],
        "category": [dataset.category.code],
        "format": dataset.formats or (NONE,),
        "frequency": [dataset.frequency.code],
        "status": dataset.statuses,
        "spatial": ["true" if dataset.spatial else "false"],
        "edtf": [dataset.newest.date or ""],
        "text": _search_texts(dataset, agency),
    }


def _row(dataset: DatasetRecord) -> DatasetRow:
    return DatasetRow(
        dataset,
        status_notes(dataset, every=False),
        " ".join(dataset.statuses),
        " ".join(dataset.formats) or NONE,
    )


def _search_texts(dataset: DatasetRecord, agency: AgencyRecord) -> tuple[Wording | str, ...]:
    candidates = (
        dataset.description,
        dataset.group,
        dataset.category.label,
        agency.acronym,
        agency.english,
        *agency.aliases,
        *(it.form.text for it in agency.printed),
        dataset.id,
    )
    return tuple(it for it in candidates if it)


def _facets(records: Records) -> tuple[Facet, ...]:
    words, datasets = records.words, records.datasets
    formats = Counter(it for dataset in datasets for it in dataset.formats or (NONE,))
    names: dict[str, Wording | str] = {it: it for it in sorted(formats, key=last_none)}
    names |= {NONE: words["unknown"]} if NONE in formats else {}
    statuses = Counter(it for dataset in datasets for it in dataset.statuses)
    spatial = {"true": words["spatial-data"], "false": words["non-spatial-data"]}
    return (
        facet(
            "agency",
            words["publisher"],
            {it.id: it.name for it in records.agencies},
            Counter(it.agency.id for it in datasets),
        ),
        facet("status", words["status"], by_code(records.dataset_statuses), statuses),
        facet(
            "category",
            words["category"],
            by_code(records.categories),
            Counter(it.category.code for it in datasets),
        ),
        facet("format", words["formats"], names, formats),
        facet(
            "frequency",
            words["frequency"],
            by_code(records.frequencies),
            Counter(it.frequency.code for it in datasets),
        ),
        facet(
            "spatial",
            words["spatial"],
            spatial,
            Counter("true" if it.spatial else "false" for it in datasets),
        ),
    )
