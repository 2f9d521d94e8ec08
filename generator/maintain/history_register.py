"""Published identifiers and facts · Catalogue → the files below data/history/, one per file of
records.

Two branches that each add a neighbouring record write two files. Within one, identifiers stand in
the order of the records, so that what git can put together there it can put together here.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from generator.maintain.yaml_edits import identifier_value
from generator.model.catalogue import Catalogue
from generator.model.history import FormerIdentifier, History
from generator.model.kinds import PUBLISHED
from generator.model.recorded_fact import day_in, said_in, with_day
from generator.reading.decode import decode
from generator.reading.merge_conflict import conflict_sides
from generator.reading.yaml_source import parse
from generator.resolve.fact_changes import FactRegister
from generator.resolve.identifiers import files, identifier_locations

_HEAD = "# What was published. Written by `python3 dev.py update`: no identifier is removed.\n"


def history_files(
    catalogue: Catalogue, day: date, new: Container[str] | None = None
) -> dict[str, str | None]:
    """Path below data/ → text of every history file; None for a file with nothing left to say.

    What moved to another file is registered there; what is gone stays as it was typed, and so do
    facts whose correction nobody has told yet. Where `new` is given, no others are registered for
    the first time: drafts may still get other names. What is new was recorded on `day`.
    """
    locations, before = identifier_locations(catalogue), catalogue.registered
    facts = {
        (held.kind, held.record_file.record.id): held.facts
        for held in FactRegister(catalogue).all_files(day.isoformat())
    }
    texts: dict[str, str | None] = {}
    for kind in PUBLISHED:
        histories = {
            record_file.record.id: record_file.record
            for record_file in catalogue.history.values()
            if record_file.folder == kind
        }
        for name in sorted({*histories, *files(catalogue, kind)}):
            known = histories.get(name) or History(id=name)
            own_identifiers = [
                identifier
                for identifier, location in locations[kind].items()
                if location.record_file.record.id == name
                and (new is None or identifier in before[kind] or identifier in new)
            ]
            kept = [
                identifier
                for identifier in known.identifiers
                if identifier in own_identifiers or identifier not in locations[kind]
            ]
            listed = _merged_order(kept, own_identifiers)
            recorded = [it.line for it in facts.get((kind, name), ()) if it.owner in listed]
            texts[f"history/{kind}/{name}.yml"] = history_text(name, listed, known.gone, recorded)
    return texts


def history_text(
    name: str,
    identifiers: Sequence[str],
    gone: Iterable[FormerIdentifier],
    facts: Iterable[str] = (),
) -> str | None:
    """The text of a history file; None if it would be empty."""
    lines = [*_list_lines("identifiers", (f"  - {identifier_value(it)}" for it in identifiers))]
    lines += _list_lines("gone", (line for it in gone for line in _gone_lines(it)))
    lines += _list_lines("facts", (f"  - {_single_quoted(it)}" for it in facts))
    if not lines:
        return None
    return _HEAD + "".join(f"{line}\n" for line in (f"id: {identifier_value(name)}", *lines))


def merge_versions(text: str, path: str) -> str | None:
    """Merge both versions of a history file with a git conflict; None if one cannot be read."""
    versions = [_parse_history(side, path) for side in conflict_sides(text)]
    ours, theirs = versions
    if ours is None or theirs is None or ours.id != theirs.id:
        return None
    identifiers = _merged_order(list(ours.identifiers), theirs.identifiers)
    gone = (*ours.gone, *(it for it in theirs.gone if it not in ours.gone))
    return history_text(ours.id, identifiers, gone, _merged_facts(ours.facts, theirs.facts))


def _merged_facts(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The facts of both, each with its first day: what one of them corrected is told by its entry,
    and `update` leaves it out."""
    days = {said_in(it): [day_in(it)] for it in ours}
    for line in theirs:
        days.setdefault(said_in(line), []).append(day_in(line))
    order = _merged_order([said_in(it) for it in ours], [said_in(it) for it in theirs])
    return [with_day(it, min(days[it], key=lambda day: day or "")) for it in order]


def _parse_history(text: str, path: str) -> History | None:
    source, _ = parse(text.encode(), path)
    return decode(source, History)[0] if source else None


def _merged_order(known: list[str], records: Sequence[str]) -> list[str]:
    """`known` in its order, with each new identifier after the one it follows in `records`."""
    merged, at = list(known), 0
    for identifier in records:
        if identifier in merged:
            at = merged.index(identifier) + 1
        else:
            merged.insert(at, identifier)
            at += 1
    return merged


def _list_lines(field: str, items: Iterator[str]) -> list[str]:
    lines = list(items)
    return [f"{field}:", *lines] if lines else []


def _gone_lines(gone: FormerIdentifier) -> Iterator[str]:
    yield f"  - id: {identifier_value(gone.id)}"
    if gone.to is not None:
        yield f"    to: {gone.to}"
    yield f"    reason: {_single_quoted(gone.reason)}"


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
