"""What changed between editions: parts of rows, and their page · EditionChanges → Page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.model.wording import Wording
from generator.render.changes_row import (
    ChangeCell,
    ChangeRow,
    ChangesPart,
    dataset_ref,
    event_row,
    figure_cell,
    listing_source,
)
from generator.render.disclosure import is_long
from generator.render.one_document_facts import only_rows, statement_rows
from generator.render.page import Page
from generator.resolve.change_types import (
    ConditionChange,
    DatasetChange,
    EditionChanges,
    EventChange,
    NameChange,
)
from generator.resolve.changes import changes_lead, compare_editions, edition_pairs
from generator.resolve.listing_types import ListingRecord
from generator.resolve.names import document_ref
from generator.resolve.records import DocumentRecord
from generator.resolve.resolve import Records
from generator.script.phrase import Phrase

Words = Mapping[str, Wording]


def changes_path(old: str, new: str) -> str:
    """The page that compares two documents."""
    return f"documents/changes/{old}/{new}.md"


def same_path(path: str) -> str:
    """The page of what did not change, beside the page `path` of what did."""
    return f"{path.removesuffix('.md')}/same.md"


def changes_pages(records: Records) -> Iterator[Page]:
    """A page for every two consecutive editions of one publication."""
    for old, new in edition_pairs(records):
        words = records.words
        changes = compare_editions(records, old, new)
        titles = {"old": short_title(old), "new": short_title(new)}
        title = Phrase(words["changes-title"], titles)
        path = changes_path(old.document.id, new.document.id)
        parts = changes_parts(changes, words)
        documents = {"old": old, "new": new}
        yield Page(
            path,
            "changes.md.j2",
            title,
            (old.title, new.title, words[changes_lead(new)]),
            documents
            | {
                "lead": words[changes_lead(new)],
                "titles": titles,
                "parts": [(it, same_path(path) if it.is_apart else None) for it in parts],
                "frequencies_compared": changes.frequencies_compared,
                "said_alike": len(changes.same_statements),
            },
        )
        for part in parts:
            if part.is_apart:
                own_title = Phrase(words["cited-table"], {"page": title, "table": part.heading})
                values = documents | {"part": part}
                yield Page(
                    same_path(path),
                    "changes-part.md.j2",
                    own_title,
                    (own_title,),
                    values,
                    above=(path, title),
                )


def short_title(record: DocumentRecord) -> Wording:
    """The shortest title a document has."""
    ref = document_ref(record.document)
    return ref.short or ref.name


def changes_links(
    records: Records, document: str | None = None
) -> list[tuple[str, Wording, Wording]]:
    """Path, older and newer title of every comparison, or of those of one document."""
    return [
        (changes_path(old.document.id, new.document.id), short_title(old), short_title(new))
        for old, new in edition_pairs(records)
        if document in (None, old.document.id, new.document.id)
    ]


def changes_parts(changes: EditionChanges, words: Words) -> list[ChangesPart]:
    """Every kind of change there is, each with its rows; kinds without any are left out."""
    return [part for part in _all_parts(changes, words) if part.rows]


def _all_parts(changes: EditionChanges, words: Words) -> Iterator[ChangesPart]:
    def part(name: str, rows: Iterable[ChangeRow], folded: bool | None = None) -> ChangesPart:
        all_rows = tuple(rows)
        count = sum(it.count for it in all_rows)
        hidden = is_long(all_rows) if folded is None else folded
        return ChangesPart(name, words[f"changes-{name}"], all_rows, count, hidden)

    listed = [it for it in changes.datasets if it.aspects]
    # Readers come for the numbers, so these are never folded, however many.
    yield part("values", _figures(changes, "value"), folded=False)
    yield part("qualifiers", _figures(changes, "qualifier"))
    yield part("days", _figures(changes, "as-of"))
    yield part("conditions", (_conditions(it) for it in changes.conditions))
    yield part("names", (_names(it) for it in changes.names))
    yield part("promises", (_promise(it, changes, words) for it in changes.promises))
    yield part("reworded", (event_row(it) for it in changes.reworded))
    yield part("remarks", _remarks(changes))
    yield part("released", (_dataset(it, words) for it in listed if it.released))
    yield part("rows", (_dataset(it, words) for it in listed if not it.released))
    yield part("added", only_rows(changes.newer, words, newer=True))
    yield part("dropped", only_rows(changes.older, words, newer=False))
    yield part("said-anew", statement_rows(changes.newer, newer=True))
    yield part("said-no-more", statement_rows(changes.older, newer=False))
    yield part("same", _same(changes, words), folded=True)


def _promise(change: EventChange, changes: EditionChanges, words: Words) -> ChangeRow:
    """A promise beside its outcome, with a remark where another document tells the outcome."""
    told_here = change.new.source.document.id == changes.new.document.id
    return replace(event_row(change), notes=() if told_here else (words["changes-told-elsewhere"],))


def _figures(changes: EditionChanges, kind: str) -> Iterator[ChangeRow]:
    for change in changes.figures:
        if change.kind == kind:
            yield ChangeRow(
                (change.new.subject,),
                (figure_cell(change.old, change.old.basis != change.new.basis),),
                (figure_cell(change.new, change.old.basis != change.new.basis),),
                label=change.new.measure.label,
                notes=(change.note,) if change.note else (),
                difference=change.difference,
                more=change.is_increase,
            )


def _conditions(change: ConditionChange) -> ChangeRow:
    return ChangeRow(
        (change.subject,),
        tuple(ChangeCell((old.source,), text=old.text) for old in change.old),
        tuple(ChangeCell((new.source,), text=new.text) for new in change.new),
        label=change.kind.label,
    )


def _names(change: NameChange) -> ChangeRow:
    return ChangeRow(
        change.about,
        tuple(ChangeCell((spot.source,), printed=spot.printed) for spot in change.old),
        tuple(ChangeCell((spot.source,), printed=spot.printed) for spot in change.new),
        notes=(change.note,) if change.note else (),
    )


def _remarks(changes: EditionChanges) -> Iterator[ChangeRow]:
    for remark in changes.remarks:
        older, newer = (
            tuple(
                ChangeCell((spot.source,), printed=spot.printed)
                for spot in remark.spots
                if spot.source.document.id == document.document.id
            )
            for document in (changes.old, changes.new)
        )
        yield ChangeRow(remark.about, older, newer, notes=(remark.what,))


def _dataset(change: DatasetChange, words: Words) -> ChangeRow:
    """The status first, where that is what changed; then every cell of the row that differs."""

    def cells(listing: ListingRecord) -> Iterator[ChangeCell]:
        by_aspect: dict[str, Callable[[], ChangeCell]] = {
            "status": lambda: ChangeCell(
                label=words[f"status-{listing.status}"], date=listing.date, text=listing.date_note
            ),
            "date": lambda: ChangeCell(
                label=words["date"], date=listing.date, text=listing.date_note
            ),
            "section": lambda: ChangeCell(label=words["section"], text=listing.section),
            "frequency-cell": lambda: ChangeCell(
                label=words["frequency"], text=listing.frequency_printed
            ),
            "name": lambda: ChangeCell(
                label=words["name"], text=listing.name or change.dataset.name
            ),
            "description": lambda: ChangeCell(
                label=words["description"], text=listing.description or change.dataset.description
            ),
        }
        *first, last = (by_aspect[aspect]() for aspect in change.aspects)
        yield from first
        yield replace(last, sources=(listing_source(listing),))

    return ChangeRow(
        (dataset_ref(change.dataset),), tuple(cells(change.old)), tuple(cells(change.new))
    )


def _same(changes: EditionChanges, words: Words) -> Iterator[ChangeRow]:
    yield from _figures(changes, "same")
    yield from (_conditions(it) for it in changes.same_conditions)
    yield from (event_row(it) for it in changes.same_events)
    for change in changes.datasets:
        if not change.aspects:
            older, newer = (_status_cell(it, words) for it in (change.old, change.new))
            yield ChangeRow((dataset_ref(change.dataset),), (older,), (newer,))


def _status_cell(listing: ListingRecord, words: Words) -> ChangeCell:
    status = words[f"status-{listing.status}"]
    note = None if listing.date else listing.date_note
    return ChangeCell((listing_source(listing),), status, date=listing.date, text=note)
