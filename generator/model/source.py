"""A file as it was read: its values, and where in it each of them stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.messages.problem import Place

FieldPath: TypeAlias = tuple[str | int, ...]

_WIDTH = 1 << 20
"""More than any column of a file that is read."""
_PATHS: dict[FieldPath, FieldPath] = {}
"""Each path that was met, once."""


class Places(Mapping[FieldPath, Place]):
    """Line and column of each path in one file, made into a `Place` only when looked up.

    Few of thousands of files are looked up, and places would take more memory than the values.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._marks: dict[FieldPath, int] = {}

    def add(self, path: FieldPath, place: Place) -> None:
        """Record where the value or key of a path stands."""
        # Records of a kind have the same paths.
        self._marks[_PATHS.setdefault(path, path)] = place.line * _WIDTH + place.column

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Those that were kept from another run."""
        marks = state["_marks"].items()
        self._path = state["_path"]
        self._marks = {_PATHS.setdefault(path, path): mark for path, mark in marks}

    def __getitem__(self, path: FieldPath) -> Place:
        """The place of `path`."""
        return Place(self._path, *divmod(self._marks[path], _WIDTH))

    def __iter__(self) -> Iterator[FieldPath]:
        """The paths, in the order of the file."""
        return iter(self._marks)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._marks)

    def __contains__(self, path: object) -> bool:
        """Whether something stands at `path`."""
        return path in self._marks


Value: TypeAlias = str | int | float | bool | list["Value"] | dict[str, "Value"] | None


@dataclass(frozen=True)
class Source:
    """One file that was read without a problem."""

    path: str
    """As shown in problems, e.g. data/agencies/itc.yml."""
    value: Value
    """The whole document, always a mapping."""
    places: Mapping[FieldPath, Place]
    """Where each value stands; () is the document."""
    keys: Mapping[FieldPath, Place]
    """Where each key of a mapping stands, by the path of its value."""

    def place(self, path: FieldPath) -> Place:
        """The place of the value at `path`, or of its nearest ancestor that exists."""
        while path not in self.places:
            path = path[:-1]
        return self.places[path]
