"""Which kind a file looks like that lies in the folder of another."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model.base import Record
from generator.model.kinds import KINDS, kind_of
from generator.model.source import Source

_BETTER_BY = 2
"""Fields by which another kind must fit better: a slip or two make no other kind of a record."""

_SLIPS = frozenset(("missing", "extra_forbidden"))
_TYPES = frozenset(
    ("string_type", "int_type", "bool_type", "tuple_type", "model_type", "model_attributes_type")
)
_BY_FOLDER = sorted(KINDS, key=lambda it: it.folder)

Codes = Mapping[str, Set[str]]
"""Vocabulary → its codes; of one that cannot be read, none."""


@dataclass(frozen=True)
class Elsewhere:
    """The folder of another kind that a record fits better."""

    folder: str
    slip: str = ""
    """All that tells it from a record of the folder where it lies, which may be a mistake."""


def better_folder(
    source: Source, kind: type[Record], codes: Codes, *, reads_well: bool
) -> Elsewhere | None:
    """The folder whose kind the record fits better than `kind`, if there is one: clearly better,
    or without anything unknown or missing where `kind` has something."""
    value = source.value
    if not isinstance(value, dict):
        return None
    foreign = _foreign_codes(value, kind, codes)
    slips = foreign if reads_well else foreign | _objections(value, kind, _SLIPS)
    if not slips:
        return None
    names, others = set(value), [it for it in _BY_FOLDER if it.model is not kind]

    def misfits(model: type[Record]) -> int:
        return len(_misfits(names, model) | _foreign_codes(value, model, codes))

    def knows_more(model: type[Record]) -> bool:
        return len(names & _fields(model)) > len(names & _fields(kind))

    best = min(others, key=lambda it: misfits(it.model)).model
    if knows_more(best) and misfits(best) + _BETTER_BY <= misfits(kind):
        return Elsewhere(kind_of(best).folder)
    for other in others:
        if len(_required(other.model)) == 1 and not knows_more(other.model):
            continue  # it has an identifier, as every record has
        if not misfits(other.model) and not _objections(value, other.model, _SLIPS | _TYPES):
            return Elsewhere(other.folder, slips.pop() if len(slips) == 1 else "")
    return None


def _fields(kind: type[Record]) -> Set[str]:
    return {info.alias or name for name, info in kind.model_fields.items()}


def _misfits(names: Set[str], kind: type[Record]) -> set[str]:
    """Fields that are unknown to a kind, or missing."""
    return {*names - _fields(kind), *_required(kind) - names}


def _required(kind: type[Record]) -> Set[str]:
    return {it.alias or name for name, it in kind.model_fields.items() if it.is_required()}


def _objections(value: object, kind: type[Record], sorts: Set[str]) -> set[str]:
    """Fields, of parts as well, to which a kind has an objection of these sorts."""
    try:
        kind.model_validate(value)
    except ValidationError as error:
        return {
            ".".join(map(str, detail["loc"]))
            for detail in error.errors(include_url=False)
            if detail["type"] in sorts and detail["input"] is not None
        }
    return set()


def _foreign_codes(value: Mapping[str, object], kind: type[Record], codes: Codes) -> set[str]:
    """Fields with a code that is none of the kind's vocabulary."""
    return {
        field
        for field, vocabulary in kind_of(kind).codes.items()
        if vocabulary in codes and isinstance(code := value.get(field), str)
        if code not in codes[vocabulary]
    }
