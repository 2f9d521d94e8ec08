"""What changed between editions: parts of rows, and their page · EditionChanges → Page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model.wording import Wording
from generator.render.changes_row import (
    Cell,
    Row,
    dataset_ref,
    event_row,
    figure_cell,
    listing_source,
)
from generator.render.disclosure import is_long
from generator.render.one_document_facts import only_rows
from generator.render.page import Page
from generator.resolve.change_types import (
    ConditionChange,
    DatasetChange,
    EditionChanges,
    EventChange,
    NameChange,
)
from generator.resolve.changes import compare_editions, edition_pairs
from generator.resolve.listing_types import ListingRecord
from generator.resolve.names import document_ref
from generator.resolve.records import DocumentRecord, Records
from generator.script.phrase import Phrase

Words = Mapping[str, Wording]


@dataclass(frozen=True)
class Part:
    """The changes of one kind."""

    id: str
    heading: Wording
    rows: tuple[Row, ...]
    count: int
    folded: bool = False
    """Shown only to those who open it."""

    @property
    def older(self) -> bool:
        """Whether the older document has something to show."""
        return any(row.older for row in self.rows)

    @property
    def newer(self) -> bool:
        """Whether the newer document has something to show."""
        return any(row.newer for row in self.rows)

    @property
    def notes(self) -> bool:
        """Whether there is something to remark."""
        return any(row.notes or row.difference for row in self.rows)


def changes_path(old: str, new: str) -> str:
    """The page that holds two documents against each other."""
    return f"documents/changes/{old}/{new}.md"


def changes_pages(records: Records) -> Iterator[Page]:
    """A page for every two consecutive editions of one publication."""
    for old, new in edition_pairs(records):
        words = records.words
        changes = compare_editions(records, old, new)
        titles = {"old": short_title(old), "new": short_title(new)}
        yield Page(
            changes_path(old.document.id, new.document.id),
            "changes.md.j2",
            Phrase(words["changes-title"], titles),
            (old.title, new.title, words["changes-lead"]),
            {
                "old": old,
                "new": new,
                "titles": titles,
                "parts": parts(changes, words),
                "frequencies_compared": changes.frequencies_compared,
            },
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


def parts(changes: EditionChanges, words: Words) -> list[Part]:
    """Every kind of change there is, each with its rows; kinds without any are left out."""
    return [part for part in _all_parts(changes, words) if part.rows]


def _all_parts(changes: EditionChanges, words: Words) -> Iterator[Part]:
    def part(name: str, rows: Iterable[Row], folded: bool | None = None) -> Part:
        made = tuple(rows)
        count = sum(it.count for it in made)
        hidden = is_long(made) if folded is None else folded
        return Part(name, words[f"changes-{name}"], made, count, hidden)

    listed = [it for it in changes.datasets if it.aspects]
    # What a reader comes for stands open, however much it is.
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
    yield part("same", _same(changes, words), folded=True)


def _promise(it: EventChange, changes: EditionChanges, words: Words) -> Row:
    """What came of it stands beside it, with a remark where another document tells that."""
    told = it.new.source.document.id == changes.new.document.id
    return replace(event_row(it), notes=() if told else (words["changes-told-elsewhere"],))


def _figures(changes: EditionChanges, kind: str) -> Iterator[Row]:
    for it in changes.figures:
        if it.kind == kind:
            yield Row(
                (it.new.subject,),
                (figure_cell(it.old, it.old.basis != it.new.basis),),
                (figure_cell(it.new, it.old.basis != it.new.basis),),
                label=it.new.measure.label,
                notes=(it.note,) if it.note else (),
                difference=it.difference,
                more=it.is_increase,
            )


def _conditions(it: ConditionChange) -> Row:
    return Row(
        (it.subject,),
        tuple(Cell((old.source,), text=old.text) for old in it.old),
        tuple(Cell((new.source,), text=new.text) for new in it.new),
        label=it.kind.label,
    )


def _names(it: NameChange) -> Row:
    return Row(
        it.about,
        tuple(Cell((spot.source,), printed=spot.printed) for spot in it.old),
        tuple(Cell((spot.source,), printed=spot.printed) for spot in it.new),
        notes=(it.note,) if it.note else (),
    )


def _remarks(changes: EditionChanges) -> Iterator[Row]:
    for it in changes.remarks:
        older, newer = (
            tuple(
                Cell((spot.source,), printed=spot.printed)
                for spot in it.spots
                if spot.source.document.id == document.document.id
            )
            for document in (changes.old, changes.new)
        )
        yield Row(it.about, older, newer, notes=(it.what,))


def _dataset(it: DatasetChange, words: Words) -> Row:
    """The status first, where that is what changed; then every cell of the row that differs."""

    def cells(listing: ListingRecord) -> Iterator[Cell]:
        shown: dict[str, Callable[[], Cell]] = {
            "status": lambda: Cell(
                label=words[f"status-{listing.status}"], date=listing.date, text=listing.date_note
            ),
            "date": lambda: Cell(label=words["date"], date=listing.date, text=listing.date_note),
            "section": lambda: Cell(label=words["section"], text=listing.section),
            "frequency-cell": lambda: Cell(
                label=words["frequency"], text=listing.frequency_printed
            ),
            "name": lambda: Cell(label=words["name"], text=listing.name or it.dataset.name),
            "description": lambda: Cell(
                label=words["description"], text=listing.description or it.dataset.description
            ),
        }
        *first, last = (shown[aspect]() for aspect in it.aspects)
        yield from first
        yield replace(last, sources=(listing_source(listing),))

    return Row((dataset_ref(it.dataset),), tuple(cells(it.old)), tuple(cells(it.new)))


def _same(changes: EditionChanges, words: Words) -> Iterator[Row]:
    yield from _figures(changes, "same")
    yield from (_conditions(it) for it in changes.same_conditions)
    yield from (event_row(it) for it in changes.same_events)
    for it in changes.datasets:
        if not it.aspects:
            older, newer = (
                (Cell((listing_source(at),), label=words[f"status-{at.status}"], date=at.date),)
                for at in (it.old, it.new)
            )
            yield Row((dataset_ref(it.dataset),), older, newer)
