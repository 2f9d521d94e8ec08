"""Long lists in parts, each a page of its own · rows → parts of them.

A list of thousands would be megabytes that a telephone has to load and lay out before anything of
it can be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.wording import Wording
from generator.script.phrase import PageText, Phrase

ROWS_PER_PAGE = 200
"""Rows of one page: with the frame around them about 80 kB over the wire at first sight."""

T = TypeVar("T")


@dataclass(frozen=True)
class ListPart:
    """Which rows of a list a page shows: from `first` to `last` of `total`, counted from 1."""

    number: int
    first: int
    last: int
    total: int
    paths: tuple[str, ...]
    """The files of all parts, in their order."""

    @property
    def path(self) -> str:
        """The file of this part."""
        return self.paths[self.number - 1]


def split_list(path: str, rows: Sequence[T]) -> Iterator[tuple[ListPart, Sequence[T]]]:
    """`rows`, at most `ROWS_PER_PAGE` a page; the first is the file `path`, even of an empty list.

    The others lie below it: `a/index.md`, `a/parts/2.md`; `a/b.md`, `a/b/parts/2.md`.
    """
    starts = range(0, max(len(rows), 1), ROWS_PER_PAGE)
    folder = path.removesuffix(".md").removesuffix("/index")
    paths = (path, *(f"{folder}/parts/{number}.md" for number in range(2, len(starts) + 1)))
    for number, start in enumerate(starts, 1):
        page_rows = rows[start : start + ROWS_PER_PAGE]
        yield ListPart(number, start + 1, start + len(page_rows), len(rows), paths), page_rows


def part_title(title: Wording, part: ListPart, words: Mapping[str, Wording]) -> PageText:
    """What the page of a part is called: the first as the whole list is."""
    if part.number == 1:
        return title
    return Phrase(words["part-title"], {"title": title, "n": str(part.number)})
