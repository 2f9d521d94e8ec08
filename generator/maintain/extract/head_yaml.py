"""A head's records as an author would type them: what is small on one line · fields → YAML."""

from collections.abc import Iterator, Mapping

from generator.maintain.extract.record_yaml import dump, dump_in_braces

_ON_ONE_LINE = frozenset(
    (
        "columns",
        "cells",
        "scopes",
        "same",
        "dates",
        "derived",
        "missing",
        "datasets",
        "headings",
        "unused",
    )
)


def dump_head(fields: Mapping[str, object]) -> str:
    """The record as a file."""
    return "".join(f"{line}\n" for line in _lines(fields))


def _lines(fields: Mapping[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            yield f"{name}:"
            for item in value:
                if name in _ON_ONE_LINE:
                    yield f"  - {{{dump_in_braces(item)}}}"
                else:
                    first, *others = _lines(item)
                    yield f"  - {first}"
                    yield from (f"    {line}" for line in others)
        elif isinstance(value, list | tuple):
            yield dump_in_braces({name: list(value)})
        else:
            yield from dump({name: value}).removesuffix("\n").split("\n")
