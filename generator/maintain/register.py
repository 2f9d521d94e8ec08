"""The identifiers to keep · Catalogue → the files below data/history/, one a file of records.

Two branches that each add a neighbouring record write two files. Within one, identifiers stand in
the order of the records, so that what git can put together there it can put together here.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from generator.conflict import sides
from generator.decode import decode
from generator.maintain.edits import plain
from generator.model.catalogue import Catalogue
from generator.model.history import KINDS, Gone, History
from generator.resolve.identifiers import files, homes, registered
from generator.yaml_source import parse

_HEAD = "# Identifiers that were published. Written by `python3 dev.py update`: none is removed.\n"


def registers(catalogue: Catalogue, new: Container[str] | None = None) -> dict[str, str | None]:
    """Path below data/ → text, of every file of identifiers; None for one that has none left.

    What moved to another file is registered there; what is gone stays as it was typed. Where `new`
    are given, no others are registered for the first time: drafts may still get other names.
    """
    there, before = homes(catalogue), registered(catalogue)
    found: dict[str, str | None] = {}
    for kind in KINDS:
        held = {it.record.id: it.record for it in catalogue.history.values() if it.folder == kind}
        for name in sorted({*held, *files(catalogue, kind)}):
            known = held.get(name) or History(id=name)
            own = [it for it, home in there[kind].items() if home.held.record.id == name]
            if new is not None:
                own = [it for it in own if it in before[kind] or it in new]
            stays = [it for it in known.identifiers if it in own or it not in there[kind]]
            listed = _in_order(stays, own)
            found[f"history/{kind}/{name}.yml"] = text_of(name, listed, known.gone)
    return found


def text_of(name: str, identifiers: Sequence[str], gone: Iterable[Gone]) -> str | None:
    """The file; None if it would say nothing."""
    lines = [*_list("identifiers", (f"  - {plain(it)}" for it in identifiers))]
    lines += _list("gone", (line for it in gone for line in _gone(it)))
    if not lines:
        return None
    return _HEAD + "".join(f"{line}\n" for line in (f"id: {plain(name)}", *lines))


def put_together(text: str, path: str) -> str | None:
    """A file in which git left two versions, with what stands in either; None if one of them
    cannot be read."""
    versions = [_read(side, path) for side in sides(text)]
    one, other = versions
    if one is None or other is None or one.id != other.id:
        return None
    identifiers = _in_order(list(one.identifiers), other.identifiers)
    gone = (*one.gone, *(it for it in other.gone if it not in one.gone))
    return text_of(one.id, identifiers, gone)


def _read(text: str, path: str) -> History | None:
    source, _ = parse(text.encode(), path)
    return decode(source, History)[0] if source else None


def _in_order(known: list[str], there: Sequence[str]) -> list[str]:
    """`known` as it is, with each that is new behind the one it follows in `there`."""
    found, at = list(known), 0
    for identifier in there:
        if identifier in found:
            at = found.index(identifier) + 1
        else:
            found.insert(at, identifier)
            at += 1
    return found


def _list(field: str, items: Iterator[str]) -> list[str]:
    lines = list(items)
    return [f"{field}:", *lines] if lines else []


def _gone(gone: Gone) -> Iterator[str]:
    yield f"  - id: {plain(gone.id)}"
    if gone.to is not None:
        yield f"    to: {gone.to}"
    yield f"    reason: {_quoted(gone.reason)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
