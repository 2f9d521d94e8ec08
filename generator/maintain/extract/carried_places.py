"""What records take from the plan or year before, where the next one says it · text → items."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.maintain.extract.edition_drafts import (
    Decisions,
    Draft,
    draft_key,
    draft_origin,
    record_path,
)
from generator.maintain.extract.edition_items import EditionItem, items_of
from generator.maintain.extract.edition_names import item_lines, name_insertions, standing_in
from generator.maintain.extract.later_items import LaterItem, LaterItems
from generator.maintain.extract.placed_text import Before, PlacedText
from generator.maintain.extract.record_yaml import dump, fields_of
from generator.maintain.extract.years_told import is_of_a_year
from generator.maintain.yaml_edits import Insertion
from generator.messages.message import Message, say
from generator.model.catalogue import Catalogue, RecordFile
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter


@dataclass(frozen=True)
class CarriedPlaces:
    """What becomes of them."""

    insertions: dict[str, list[Insertion]]
    """Path below the data folder → places in the new document that a record is to name, too."""
    new: dict[str, str]
    """Path → text of a file that is not there yet."""
    drafts: tuple[Draft, ...] = ()
    """What stands otherwise, and is not decided yet."""
    left: tuple[EditionItem, ...] = ()
    """What does not stand there."""


def carried_places(
    catalogue: Catalogue,
    converter: Converter,
    text: PlacedText,
    before: Before | None,
    decisions: Decisions,
) -> CarriedPlaces:
    """Where `text` prints known names, and what rests on the document `before`: what stands again
    is carried over, what a person decided to take as well. A record that is only named is looked
    for by its name."""
    standing = standing_in(catalogue, converter, text.lines, text.script)
    names = name_insertions(catalogue, text.document, text.lines, standing)
    named = {it.name.id: min(it.lines) for it in standing}
    places = _Places(text.document, [compact_line(line) for line in text.lines], named)
    if before is not None:
        items = items_of(catalogue, before.document)
        places.take(it for it in items if it.kind != "erratum")
    official = {it.name.id for it in standing if it.field == "stands"}
    records = (*catalogue.agencies.values(), *catalogue.programmes.values())
    places.mention(it for it in records if it.record.id in official)
    if before is None:
        return CarriedPlaces(names | places.insertions, {})
    later = _Later(catalogue, text, before, decisions)
    later.take(places.left)
    for path, insertions in later.insertions.items():
        places.insertions[path].extend(insertions)
    new = later.new_statements()
    return CarriedPlaces(names | places.insertions, new, tuple(later.drafts), tuple(later.gone))


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
        if item.kind == "statement" and is_of_a_year(item):
            return None
        words = compact_line(item.words)
        return next((n for n, line in enumerate(self._lines, 1) if words in line), None)

    def _insert(self, path: str, item: EditionItem, fields: dict[str, Any]) -> None:
        added = Insertion(item.path, item.behind, item_lines(fields))
        if added not in self.insertions[path]:
            self.insertions[path].append(added)


class _Later:
    """Takes what is said anew of a later year, or in other words."""

    def __init__(
        self, catalogue: Catalogue, text: PlacedText, before: Before, decisions: Decisions
    ) -> None:
        self._catalogue, self._text, self._decisions = catalogue, text, decisions
        self._items = LaterItems(text, before)
        self.insertions: dict[str, list[Insertion]] = defaultdict(list)
        self.drafts: list[Draft] = []
        self.gone: list[EditionItem] = []
        self._own: list[dict[str, Any]] = []
        """Statements of the new document itself, which has no file of them yet."""

    def take(self, items: Iterable[EditionItem]) -> None:
        carried: list[LaterItem] = []
        for item in items:
            if later := self._items.find(item):
                carried.append(later)
            else:
                self.gone.append(item)
        for later in _joined(carried):
            decided = self._decisions.get(draft_key(draft_origin(later.draft.item)))
            if later.is_certain:
                self._add(later, later.draft.fields)
            elif decided and decided.decision == "take":
                self._add(later, decided.item)
            elif not (decided and decided.decision == "leave") and not self._is_there(
                later, later.draft.fields
            ):
                self.drafts.append(later.draft)

    def new_statements(self) -> dict[str, str]:
        """The file of statements of the new document itself, if it has any."""
        if not self._own:
            return {}
        head = {"id": self._text.document, "script": "zh-Hant", "subject": "document"}
        path = f"statements/{self._text.document}.yml"
        return {path: dump(head | {"statements": self._own})}

    def _add(self, later: LaterItem, fields: dict[str, Any]) -> None:
        if self._is_there(later, fields):
            return
        own = self._text.document
        if later.path == f"statements/{own}.yml" and own not in self._catalogue.statements:
            self._own.append(fields)
        else:
            added = Insertion(later.at, later.behind, item_lines(fields))
            self.insertions[later.path].append(added)

    def _is_there(self, later: LaterItem, fields: dict[str, Any]) -> bool:
        """Whether the records have it, corrected or not."""
        item = later.draft.item
        if later.at != ("statements",):
            return bool(item.mended(self._text.document, fields))
        lists = self._catalogue.statements.get(Path(later.path).stem)
        return any(it.id == fields.get("id") for it in lists.record.statements) if lists else False


def _joined(items: Iterable[LaterItem]) -> Iterator[LaterItem]:
    """The items, each statement once: with all its places, and certain if all of them are."""
    statements: dict[str, LaterItem] = {}
    for item in items:
        identifier = str(item.draft.fields.get("id", ""))
        if item.at != ("statements",):
            yield item
        elif kept := statements.get(identifier):
            locators = [*kept.draft.fields["locators"], *item.draft.fields["locators"]]
            draft = replace(kept.draft, fields=kept.draft.fields | {"locators": locators})
            certain = kept.is_certain and item.is_certain
            statements[identifier] = replace(kept, draft=draft, is_certain=certain)
        else:
            statements[identifier] = item
    yield from statements.values()


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
