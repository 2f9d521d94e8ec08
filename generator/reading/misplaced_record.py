"""Which kind a file looks like that lies in the folder of another."""

from generator.model.base import Record
from generator.model.kinds import KINDS
from generator.model.source import Source

_BETTER_BY = 2
"""Fields by which another kind must fit better: a slip or two make no other kind of a record."""


def better_folder(source: Source, kind: type[Record]) -> str | None:
    """The folder whose kind the record fits clearly better than `kind`, if there is one."""
    names = set(source.value) if isinstance(source.value, dict) else set()
    best = min(sorted(KINDS, key=lambda it: it.folder), key=lambda it: _misfits(names, it.model))
    is_better = _misfits(names, best.model) + _BETTER_BY <= _misfits(names, kind)
    # A file with hardly a field looks like every short kind.
    knows_more = len(names & _fields(best.model)) > len(names & _fields(kind))
    return best.folder if is_better and knows_more else None


def _fields(kind: type[Record]) -> set[str]:
    return {info.alias or name for name, info in kind.model_fields.items()}


def _misfits(names: set[str], kind: type[Record]) -> int:
    """How many fields are unknown to a kind, or missing."""
    required = {it.alias or name for name, it in kind.model_fields.items() if it.is_required()}
    return len(names - _fields(kind)) + len(required - names)
