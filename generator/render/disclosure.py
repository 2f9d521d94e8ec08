"""Which parts of a long page are folded at first · rows → whether, or stretches of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.render.document_facts import FactRow
from generator.resolve.record_reference import Ref

LONG = 12
"""Rows of the longest table that is not folded: on a telephone about four screens."""
STRETCH = 20
"""Facts of one folded part, at least."""
MOST_NAMED = 3
"""Subjects that the heading of a folded part names, at most."""


@dataclass(frozen=True)
class FactStretch:
    """Facts of successive lines of a document."""

    first: int
    last: int
    rows: tuple[FactRow, ...]

    @property
    def about(self) -> list[Ref]:
        """The subjects with most facts, in the order of the lines."""
        subjects = [row.subject for row in self.rows if row.subject]
        most = {it for it, _ in Counter(subjects).most_common(MOST_NAMED)}
        return [it for it in dict.fromkeys(subjects) if it in most]


def is_long(rows: Sequence[object]) -> bool:
    """Whether a table of `rows` is shown only to those who open it."""
    return len(rows) > LONG


def fact_stretches(rows: Iterable[FactRow]) -> Iterator[FactStretch]:
    """`rows` in parts of about `STRETCH`; the facts of one line stay together."""
    part: list[FactRow] = []
    for row in rows:
        if len(part) >= STRETCH and row.line != part[-1].line:
            yield FactStretch(part[0].line, part[-1].line, tuple(part))
            part = []
        part.append(row)
    if part:
        yield FactStretch(part[0].line, part[-1].line, tuple(part))
