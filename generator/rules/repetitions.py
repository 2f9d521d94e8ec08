"""What stands twice · keys, each with a value → every repetition beside what came first."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def repetitions(items: Iterable[tuple[K, V]]) -> Iterator[tuple[K, V, V]]:
    """Each key that came before: the key, its value, and the value it had the first time."""
    first: dict[K, V] = {}
    for key, value in items:
        if key in first:
            yield key, value, first[key]
        else:
            first[key] = value
