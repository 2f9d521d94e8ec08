"""What records take from the plan or year before, where the next one says it · text → items."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.maintain.extract.edition_drafts import record_path
from generator.maintain.extract.edition_items import EditionItem, items_of
from generator.maintain.extract.edition_names import item_lines, name_insertions, standing_in
from generator.maintain.extract.record_yaml import fields_of
from generator.maintain.yaml_edits import Insertion
from generator.messages.message import Message, say
from generator.model.base import Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter


@dataclass(frozen=True)
class CarriedPlaces:
    """What becomes of them."""

    insertions: dict[str, list[Insertion]]
    """Path below the data folder → places in the new document that a record is to name, too."""
    left: tuple[EditionItem, ...] = ()
    """What a person decides on: its words do not stand there, or speak of a year."""


@dataclass(frozen=True)
class PlacedText:
    """The text of a new document."""

    document: str
    lines: Sequence[str]
    script: Script


def carried_places(
    catalogue: Catalogue, converter: Converter, text: PlacedText, earlier: str | None
) -> CarriedPlaces:
    """Where `text` prints known names, and what rests on the document `earlier`: statements,
    conditions, agencies and programmes. A record that is only named is looked for by its name."""
    standing = standing_in(catalogue, converter, text.lines, text.script)
    names = name_insertions(catalogue, text.document, text.lines, standing)
    named = {it.name.id: min(it.lines) for it in standing}
    places = _Places(text.document, [compact_line(line) for line in text.lines], named)
    if earlier is not None:
        places.take(it for it in items_of(catalogue, earlier) if it.kind != "erratum")
    official = {it.name.id for it in standing if it.field == "stands"}
    records = (*catalogue.agencies.values(), *catalogue.programmes.values())
    places.mention(it for it in records if it.record.id in official)
    return CarriedPlaces(names | places.insertions, tuple(places.left))


class _Places:
    """Takes the items, those that quote words first."""

    def __init__(self, document: str, lines: Sequence[str], named: dict[str, int]) -> None:
        self._document = document
        self._lines = lines
        self._named = named
        self._mentioned: set[str] = set()
        """Records that name the new document."""
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

    def mention(self, records: Iterable[RecordFile[Any]]) -> None:
        """Where records stand by their official names, of which no place was taken yet."""
        for record_file in records:
            record, path = record_file.record, f"{record_file.folder}/{record_file.record.id}.yml"
            known = any(it.document == self._document for it in record.locators)
            if not known and path not in self._mentioned:
                fields = {"document": self._document, "line": self._named[record.id]}
                last = len(record.locators) - 1
                self.insertions[path].append(Insertion(("locators",), last, item_lines(fields)))

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


def told_left(left: Sequence[EditionItem], earlier: str) -> Iterator[Message]:
    """What a person has to look for: how much it is, where it stands in the records, its words."""
    if left:
        template = (
            "taken from {earlier}, and not found here: {number} (look for it; what stands here "
            "gets a place in its record; then remove `complete: false` from the document's)"
        )
        yield say(template, earlier=earlier, number=len(left))
    for item in left:
        place = f"{record_path(item)}:{item.record_file.place(*item.path, item.number).line}"
        words = item.words or say("named, without a quote")
        yield say("  {place}: {words}", place=place, words=words)
