"""What records take from the plan before, where the next one says it · texts → items to insert."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.maintain.extract.edition_drafts import record_path
from generator.maintain.extract.edition_items import EditionItem, items_of
from generator.maintain.extract.edition_names import item_lines
from generator.maintain.extract.record_yaml import fields_of
from generator.maintain.extract.standing_names import Standing
from generator.maintain.yaml_edits import Insertion
from generator.model.catalogue import Catalogue
from generator.resolve.printed.quotation import compact_line


@dataclass(frozen=True)
class CarriedPlaces:
    """What becomes of them."""

    insertions: dict[str, list[Insertion]]
    """Path below the data folder → places in the new plan that a record is to name, too."""
    left: tuple[EditionItem, ...]
    """What a person decides on: its words do not stand in the new plan, or speak of a year."""


def carried_places(
    catalogue: Catalogue,
    earlier: str,
    document: str,
    lines: Sequence[str],
    standing: Iterable[Standing],
) -> CarriedPlaces:
    """What rests on the plan `earlier`, in the `lines` of `document`: statements, conditions,
    agencies and programmes. A record that is only named is looked for by its name."""
    named = {it.name.id: min(it.lines) for it in standing}
    places = _Places(document, [compact_line(line) for line in lines], named)
    places.take(it for it in items_of(catalogue, earlier) if it.kind != "erratum")
    return CarriedPlaces(places.insertions, tuple(places.left))


class _Places:
    """Takes the items, those that quote words first."""

    def __init__(self, document: str, lines: Sequence[str], named: dict[str, int]) -> None:
        self._document = document
        self._lines = lines
        self._named = named
        self._mentioned: set[str] = set()
        """Records that name the new plan."""
        self.insertions: dict[str, list[Insertion]] = defaultdict(list)
        self.left: list[EditionItem] = []

    def take(self, items: Iterable[EditionItem]) -> None:
        for item in sorted(items, key=lambda it: it.words is None):
            path = record_path(item)
            alone = item.words is None
            if alone and path in self._mentioned:
                continue
            fields = fields_of(item.item) | {"document": self._document, "line": 0}
            if item.alike(self._document, fields, drafted=item.kind != "condition") or (
                alone and any(it.document == self._document for it in item.siblings)
            ):
                self._mentioned.add(path)
            elif line := self._line(item):
                self._mentioned.add(path)
                self._insert(path, item, fields | {"line": line})
            else:
                self.left.append(item)

    def _line(self, item: EditionItem) -> int | None:
        """The first line that says it; none where that is for a person to see."""
        if item.kind not in ("statement", "locator", "condition"):
            return None
        if item.words is None:
            return self._named.get(item.record_file.record.id)
        if item.kind == "statement" and _statement(item).year is not None:
            return None
        words = compact_line(item.words)
        return next((n for n, line in enumerate(self._lines, 1) if words in line), None)

    def _insert(self, path: str, item: EditionItem, fields: dict[str, Any]) -> None:
        added = Insertion(item.path, item.behind, item_lines(fields))
        if added not in self.insertions[path]:
            self.insertions[path].append(added)


def _statement(item: EditionItem) -> Any:
    return item.record_file.record.statements[item.path[1]]


def told_left(left: Iterable[EditionItem]) -> Iterator[tuple[str, str]]:
    """Where each stands in the records, and its words."""
    for item in left:
        place = item.record_file.place(*item.path, item.number)
        yield f"{record_path(item)}:{place.line}", item.words or ""
