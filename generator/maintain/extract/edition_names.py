"""Take the names that a document prints into the records · catalogue, text → items to insert."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.maintain.extract.record_yaml import dump, dump_in_braces
from generator.maintain.extract.standing_names import NameFinder, Standing
from generator.maintain.verify.clauses import clauses
from generator.maintain.yaml_edits import Insertion, NotAList, insert_items
from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.base import Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter

_FIELDS = ("stands", "printed", "forms_stand", "confirmed_by", "unconfirmed", "note")
"""Of a name, in the order in which they are written."""


def standing_in(
    catalogue: Catalogue, converter: Converter, lines: Sequence[str], script: Script
) -> list[Standing]:
    """Every known name that stands in a document's text."""
    names = (it for lists in catalogue.terminology.names.values() for it in lists.record.names)
    return list(NameFinder(lines, script, converter).find(names))


def name_insertions(
    catalogue: Catalogue, document: str, lines: Sequence[str], standing: Iterable[Standing]
) -> dict[str, list[Insertion]]:
    """Path below the data folder → what its names are to say of `document`, and do not yet."""
    by_name: dict[str, list[Standing]] = defaultdict(list)
    for place in standing:
        by_name[place.name.id].append(place)
    insertions: dict[str, list[Insertion]] = {}
    for kind, lists in catalogue.terminology.names.items():
        added = [
            _insertion(number, document, lines, place)
            for number, name in enumerate(lists.record.names)
            for place in by_name.get(name.id, ())
            if not _is_known(place, document)
        ]
        if added:
            insertions[f"terminology/names/{kind}.yml"] = added
    return insertions


def bare_locators(
    record_file: RecordFile[Any],
    old: str,
    quoted: Iterable[int],
    standing: Mapping[str, Sequence[int]],
) -> Iterator[int]:
    """The lines of a new edition on which a record is only named; `quoted` are those of its other
    locators. One is enough where the older edition does not name it, or nowhere alone."""
    earlier = [it for it in record_file.record.locators if it.document == old]
    is_named_alone = any(it.quotation is None and it.printed is None for it in earlier)
    lines = set(standing.get(record_file.record.id, ())) - set(quoted)
    if is_named_alone:
        yield from sorted(lines)
    elif lines and not set(quoted):
        yield min(lines)


def item_lines(fields: Mapping[str, Any]) -> list[str]:
    """The fields as an item of a list, the first line with its hyphen."""
    first, *others = dump(fields).rstrip("\n").split("\n")
    return [f"- {first}", *(f"  {line}" for line in others)]


def insert_all(
    data: Path,
    insertions: Mapping[str, Sequence[Insertion]],
    updates: dict[str, tuple[str, str]],
) -> list[Problem]:
    """Put what is inserted into the texts of the records: into `updates`, path → what each says and
    what it should say. What has to be done by hand is returned."""
    by_hand: list[Problem] = []
    for path, added in insertions.items():
        before = (data / path).read_bytes().decode("utf-8").replace("\r\n", "\n")
        try:
            updates[path] = (before, insert_items(before, added))
        except NotAList as error:
            tip = say("write each item of the list on lines of its own, and run again")
            message = say("`{field}` stands in brackets, and cannot be added to", field=str(error))
            by_hand.append(Problem(Place(str(data / path)), message, tip))
    return by_hand


def _is_known(standing: Standing, document: str) -> bool:
    """Whether the name says so already; the lines are left to `verify`."""
    if standing.field == "stands":
        return any(it.document == document for it in standing.name.stands)
    if standing.field == "printed":
        return (document, standing.form) in ((it.document, it.form) for it in standing.name.printed)
    known = ((it.document, it.which) for it in standing.name.forms_stand)
    return (document, standing.form) in known


def _insertion(number: int, document: str, lines: Sequence[str], standing: Standing) -> Insertion:
    fields: dict[str, Any] = {"document": document, "lines": list(standing.lines)}
    if standing.field == "forms_stand":
        fields = {"which": standing.form, **fields}
    elif quotation := _quotation(lines, standing):
        fields["quotation"] = quotation
    if standing.field == "printed":
        fields = {"form": standing.form, **fields}
    behind = _FIELDS[_FIELDS.index(standing.field) + 1 :]
    path = ("names", number, standing.field)
    return Insertion(path, None, [f"- {{{dump_in_braces(fields)}}}"], behind)


def _quotation(lines: Sequence[str], standing: Standing) -> str | None:
    """The first clause that says more than the name."""
    said = clauses(lines, standing.lines[0], standing.form)
    return next((it for it in said if compact_line(it) != compact_line(standing.form)), None)
