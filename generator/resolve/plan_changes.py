"""Compare the rows of two open data plans, dataset by dataset."""

from collections.abc import Iterable, Iterator

from generator.resolve.change_types import Aspect, DatasetChange
from generator.resolve.listing_types import ListingRecord
from generator.resolve.records import DatasetRecord, DocumentRecord


def dataset_changes(
    datasets: Iterable[DatasetRecord], old: DocumentRecord, new: DocumentRecord
) -> tuple[DatasetChange, ...]:
    """Every dataset that both plans list, changed or not."""
    same_script = old.document.script == new.document.script
    changes = []
    for dataset in datasets:
        before = _listing(dataset, old.document.id)
        after = _listing(dataset, new.document.id)
        if before and after:
            aspects = tuple(_aspects(dataset, before, after, same_script))
            changes.append(DatasetChange(dataset, before, after, aspects))
    return tuple(changes)


def datasets_only_in(
    datasets: Iterable[DatasetRecord], document: str, other: str
) -> tuple[tuple[DatasetRecord, ListingRecord], ...]:
    """The datasets that one plan lists and the other does not."""
    return tuple(
        (dataset, listing)
        for dataset in datasets
        if (listing := _listing(dataset, document)) and not _listing(dataset, other)
    )


def _listing(dataset: DatasetRecord, document: str) -> ListingRecord | None:
    """The last row in which a plan lists a dataset."""
    listings = [it for it in dataset.listings if it.document.id == document]
    return listings[-1] if listings else None


def _aspects(
    dataset: DatasetRecord, old: ListingRecord, new: ListingRecord, same_script: bool
) -> Iterator[Aspect]:
    if old.status != new.status:
        # The date of a promise and that of a release are two things, and so are their sections.
        yield "status"
    else:
        if old.date != new.date:
            yield "date"
        if old.section != new.section:
            yield "section"
    # Printed in two scripts, texts that say the same differ; only a converter could tell.
    if same_script and old.frequency_printed.text != new.frequency_printed.text:
        yield "frequency-cell"
    if (old.name or dataset.name).text != (new.name or dataset.name).text:
        yield "name"
    descriptions = [it.description or dataset.description for it in (old, new)]
    if descriptions[0].text != descriptions[1].text:
        yield "description"
