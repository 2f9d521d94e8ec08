"""The identifiers to keep · Catalogue → the files under data/history/."""

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.history import Gone
from generator.resolve.identifiers import identifiers

_HEAD = """\
# Every identifier that was ever published. Written by `python3 dev.py update`: none is removed.
# A record that is no more stands under `gone`, with the reason and the page that took its place.
"""


def histories(catalogue: Catalogue) -> dict[str, str]:
    """File name → text, for every kind of record; what is gone stays as it was typed."""
    return {
        f"{kind}.yml": _text(kind, catalogue, there)
        for kind, there in identifiers(catalogue).items()
    }


def _text(kind: str, catalogue: Catalogue, there: tuple[str, ...]) -> str:
    held = catalogue.history.get(kind)
    known = {*there, *(held.record.identifiers if held else ())}
    gone = held.record.gone if held else ()
    lines = [f"id: {kind}", *(_list("identifiers", (f"  - {it}" for it in sorted(known))))]
    lines += _list("gone", (line for it in gone for line in _gone(it)))
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _list(field: str, items: Iterator[str]) -> list[str]:
    lines = list(items)
    return [f"{field}:", *lines] if lines else []


def _gone(gone: Gone) -> Iterator[str]:
    yield f"  - id: {gone.id}"
    if gone.to is not None:
        yield f"    to: {gone.to}"
    yield f"    reason: {_quoted(gone.reason)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
