"""Everything in the records that is taken from one document · Catalogue, document → items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath

Kind = Literal["figure", "event", "condition", "statement", "locator", "erratum"]
_KEYS: dict[Kind, tuple[str, ...]] = {
    "figure": ("measure", "printed"),
    "event": ("kind", "what", "printed"),
    "condition": ("kind", "printed"),
    "statement": (),
    "locator": ("printed", "supports", "quotation"),
    "erratum": ("printed",),
}
"""What tells an item of one document from the others of its list."""
_DRAFT_KEYS: dict[Kind, tuple[str, ...]] = {
    "figure": ("measure",),
    "event": ("kind",),
    "condition": ("kind",),
    "statement": (),
    "locator": ("supports",),
    "erratum": (),
}
"""The same where its words have changed."""


@dataclass(frozen=True)
class EditionItem:
    """One item of a list in a record, that is taken from a document."""

    kind: Kind
    record_file: RecordFile[Any]
    path: FieldPath
    """Of the list."""
    number: int
    """Of the item in it."""
    siblings: Sequence[Any]
    """All items of the list."""

    @property
    def item(self) -> Any:
        """What an author typed."""
        return self.siblings[self.number]

    @property
    def words(self) -> str | None:
        """What it rests on: the clause it quotes, else what is printed; none for a bare name."""
        return getattr(self.item, "quotation", None) or getattr(self.item, "printed", None)

    @property
    def behind(self) -> int:
        """The item behind which that of a newer document goes: of the places in one document the
        last."""
        if self.kind != "locator":
            return self.number
        document = self.item.document
        return max(n for n, it in enumerate(self.siblings) if it.document == document)

    def alike(self, document: str, fields: dict[str, Any], *, drafted: bool = False) -> list[int]:
        """Items of the list, by number, that are this one in another document. Of a draft, whose
        words may have been mended since, the line decides."""
        keys = (_DRAFT_KEYS if drafted else _KEYS)[self.kind]
        if self.kind in ("figure", "event", "condition") and drafted:
            keys = (*keys, "line")
        if self.kind == "locator" and not (fields.get("supports") or fields.get("printed")):
            keys = ("line",)
        wanted = [fields.get(key) for key in keys]
        return [
            number
            for number, other in enumerate(self.siblings)
            if other.document == document
            and [_plain(getattr(other, key, None)) for key in keys] == wanted
        ]

    def mended(self, document: str, fields: dict[str, Any]) -> list[int]:
        """Items of the list, by number, that were written as this one and may have been corrected
        since: by their identifier, else by their line."""
        drafted = [
            it
            for it in self.alike(document, fields, drafted=True)
            if self.siblings[it].line == fields.get("line")
        ]
        named = [
            number
            for number, other in enumerate(self.siblings)
            if other.document == document and getattr(other, "id", "") == fields.get("id")
        ]
        return [*named, *drafted]


def items_of(catalogue: Catalogue, document: str) -> Iterator[EditionItem]:
    """Every item that is taken from `document`, but for names and exceptions."""
    for figures in catalogue.figures.values():
        yield from _items("figure", figures, ("figures",), figures.record.figures, document)
    for events in catalogue.events.values():
        yield from _items("event", events, ("events",), events.record.events, document)
    for programme in catalogue.programmes.values():
        yield from _items("condition", programme, ("terms",), programme.record.terms, document)
    for statements in catalogue.statements.values():
        for number, statement in enumerate(statements.record.statements):
            path: FieldPath = ("statements", number, "locators")
            yield from _items("statement", statements, path, statement.locators, document)
    named: list[RecordFile[Any]] = [*catalogue.agencies.values(), *catalogue.programmes.values()]
    for record_file in named:
        listed = record_file.record.locators
        yield from _items("locator", record_file, ("locators",), listed, document)
    for errata in catalogue.errata.values():
        for number, erratum in enumerate(errata.record.errata):
            path = ("errata", number, "locators")
            yield from _items("erratum", errata, path, erratum.locators, document)


def _items(
    kind: Kind,
    record_file: RecordFile[Any],
    path: FieldPath,
    listed: Sequence[Any],
    document: str,
) -> Iterator[EditionItem]:
    for number, item in enumerate(listed):
        if item.document == document:
            yield EditionItem(kind, record_file, path, number, listed)


def _plain(value: Any) -> Any:
    """A value as it is dumped."""
    return (list(value) or None) if isinstance(value, tuple) else value
