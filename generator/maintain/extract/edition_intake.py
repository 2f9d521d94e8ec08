"""Take a new edition in: what is carried over, and what is not · two texts → files to write."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.maintain.extract.edition_alignment import Alignment
from generator.maintain.extract.edition_carry import Carrier, Editions, Outcome
from generator.maintain.extract.edition_document import document_fields, exception_fields
from generator.maintain.extract.edition_drafts import (
    Decisions,
    draft_key,
    draft_origin,
    record_path,
)
from generator.maintain.extract.edition_errata import errata_again
from generator.maintain.extract.edition_items import EditionItem, items_of
from generator.maintain.extract.edition_names import (
    bare_locators,
    item_lines,
    name_insertions,
    standing_in,
)
from generator.maintain.extract.edition_text import Folder
from generator.maintain.extract.record_yaml import dump
from generator.maintain.extract.standing_names import Standing
from generator.maintain.yaml_edits import Insertion
from generator.model.base import Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.script.convert import Converter


@dataclass(frozen=True)
class EditionSource:
    """A new edition's text, and the one that it follows."""

    identifier: str
    old: Document
    old_lines: list[str]
    lines: list[str]
    script: Script
    text_fields: Mapping[str, str]
    """Hash and number of lines, as they are written."""


@dataclass
class EditionIntake:
    """What came of it."""

    alignment: Alignment
    outcomes: list[Outcome]
    """Of every item of the older edition that quotes words."""
    standing: list[Standing]
    errata: list[EditionItem]
    """One place of each erratum for a person to decide on."""
    new: dict[str, str] = field(default_factory=dict)
    """Path below the data folder → text of a record that is not there yet."""
    insertions: dict[str, list[Insertion]] = field(default_factory=lambda: defaultdict(list))
    """Path → what a record is to have, too."""
    updates: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Path → what the record says and what it should say."""
    unchanged: int = 0
    known: int = 0
    """Items that the records have already."""
    decisions: Decisions = field(default_factory=dict)
    left: int = 0
    """Drafts that a person decided to leave."""
    names_gone: tuple[str, ...] = ()
    """Names that only the older edition prints."""
    names_new: tuple[str, ...] = ()
    """Known names that only the new one prints."""

    def open(self, document: str) -> list[Outcome]:
        """What is changed or uncertain and not decided: neither in the file of drafts, nor by an
        item of the new document that nothing else accounts for."""
        claimed: set[tuple[Any, ...]] = set()
        for outcome in self.outcomes:
            if outcome.verdict == "carried" and outcome.fields:
                claimed.update(_claims(outcome, document)[:1])
        pending = []
        for outcome in self.outcomes:
            if outcome.verdict not in ("changed", "uncertain"):
                continue
            decided = self.decisions.get(draft_key(draft_origin(outcome.item)))
            if decided is not None and decided.decision == "leave":
                continue
            claims = [it for it in _claims(outcome, document, drafted=True) if it not in claimed]
            claimed.update(claims[:1])
            if not claims and (decided is None or decided.decision != "take"):
                pending.append(outcome)
        return pending


def _claims(outcome: Outcome, document: str, *, drafted: bool = False) -> list[tuple[Any, ...]]:
    """The items of the new document that an outcome accounts for."""
    numbers = outcome.item.alike(document, outcome.fields or {}, drafted=drafted)
    return _places(outcome.item, numbers)


def _places(item: EditionItem, numbers: Iterable[int]) -> list[tuple[Any, ...]]:
    """Items of the list of another, by where they stand."""
    return [(item.record_file.folder, item.record_file.record.id, item.path, it) for it in numbers]


def take_in_edition(
    catalogue: Catalogue,
    converter: Converter,
    source: EditionSource,
    decisions: Decisions,
) -> EditionIntake:
    """Everything that follows from the two texts and what a person decided on the drafts."""
    folder = Folder(converter, source.old.id)
    alignment = Alignment(
        folder.text(source.old_lines, source.old.script), folder.text(source.lines, source.script)
    )
    drafted = document_fields(source.identifier, source.old, folder, alignment, source.script)
    known = catalogue.documents.get(source.identifier)
    document = known.record if known else _document(drafted)
    carrier = Carrier(Editions(source.old, document, folder, alignment))
    items = list(items_of(catalogue, source.old.id))
    standing = standing_in(catalogue, converter, source.lines, source.script)
    again, errata = errata_again(items, carrier)
    intake = EditionIntake(
        alignment, list(carrier.outcomes(iter(items))), standing, errata, decisions=decisions
    )
    if known is None:
        written = drafted | {"sha256": "", "lines": 0}
        intake.new[f"documents/{source.identifier}.yml"] = _record_text(written, source.text_fields)
    excepted = catalogue.exceptions.get(source.old.id)
    if excepted and source.identifier not in catalogue.exceptions:
        fields = exception_fields(excepted.record, source.identifier, carrier, alignment)
        if len(fields) > 1:
            intake.new[f"exceptions/{source.identifier}.yml"] = dump(fields)
    wanted: list[tuple[EditionItem, dict[str, Any]]] = []
    for outcome in intake.outcomes:
        if outcome.verdict == "carried" and outcome.fields:
            wanted.append((outcome.item, outcome.fields))
        elif decided := decisions.get(draft_key(draft_origin(outcome.item))):
            if decided.decision == "take":
                wanted.append((outcome.item, decided.item))
            intake.left += decided.decision == "leave"
    _add_items(intake, [*wanted, *again], source.identifier)
    _add_locators(intake, catalogue, source)
    names = name_insertions(catalogue, source.identifier, source.lines, standing)
    for path, added in names.items():
        intake.insertions[path].extend(added)
    _compare_names(intake, catalogue, source.old.id)
    return intake


def _add_items(
    intake: EditionIntake, wanted: Sequence[tuple[EditionItem, dict[str, Any]]], document: str
) -> None:
    """Insert each new item behind the older one, unless it is there as it is, or corrected."""
    claimed: set[tuple[Any, ...]] = set()
    missing = []
    for item, fields in wanted:
        if places := _places(item, item.alike(document, fields)):
            claimed.update(places[:1])
        else:
            missing.append((item, fields))
    intake.known += len(wanted) - len(missing)
    for item, fields in missing:
        places = [it for it in _places(item, item.mended(document, fields)) if it not in claimed]
        if places:
            claimed.update(places[:1])
            intake.known += 1
            continue
        added = Insertion(item.path, item.behind, item_lines(fields))
        place = intake.insertions[record_path(item)]
        if all((it.path, it.lines) != (added.path, added.lines) for it in place):
            place.append(added)


def _add_locators(intake: EditionIntake, catalogue: Catalogue, source: EditionSource) -> None:
    """Lines on which a record is named and nothing more."""
    standing: dict[str, list[int]] = defaultdict(list)
    for name in intake.standing:
        if name.field != "forms_stand":
            standing[name.name.id].extend(name.lines)
    named: list[RecordFile[Any]] = [
        *catalogue.agencies.values(),
        *catalogue.programmes.values(),
    ]
    for record_file in named:
        place = f"{record_file.folder}/{record_file.record.id}.yml"
        locators = record_file.record.locators
        present = [it.line for it in locators if it.document == source.identifier]
        carried = [
            outcome.fields["line"]
            for outcome in intake.outcomes
            if outcome.verdict == "carried"
            and outcome.fields
            and outcome.item.record_file is record_file
        ]
        if present:
            continue
        last = max((n for n, it in enumerate(locators) if it.document == source.old.id), default=0)
        for line in bare_locators(record_file, source.old.id, carried, standing):
            lines = item_lines({"document": source.identifier, "line": line})
            intake.insertions[place].append(Insertion(("locators",), last, lines))


def _compare_names(intake: EditionIntake, catalogue: Catalogue, old: str) -> None:
    here = {it.name.id for it in intake.standing}
    gone, new = [], []
    for lists in catalogue.terminology.names.values():
        for name in lists.record.names:
            printed: list[Any] = [*name.stands, *name.printed, *name.forms_stand]
            stood = any(it.document == old for it in printed)
            if stood and name.id not in here:
                gone.append(name.hant)
            elif name.id in here and not stood:
                new.append(name.hant)
    intake.names_gone, intake.names_new = tuple(gone), tuple(new)


def _document(fields: Mapping[str, Any]) -> Document:
    """The drafted record; its hash is only written."""
    return Document.model_validate({**fields, "sha256": "0" * 64, "lines": 1})


def _record_text(fields: Mapping[str, Any], text_fields: Mapping[str, str]) -> str:
    order = [*Document.model_fields]
    ordered = dict(sorted(fields.items(), key=lambda it: order.index(it[0])))
    lines = dump(ordered).split("\n")
    for number, line in enumerate(lines):
        name = line.split(":")[0]
        if name in text_fields and not line.startswith(" "):
            lines[number] = f"{name}: {text_fields[name]}"
    return "\n".join(lines)
