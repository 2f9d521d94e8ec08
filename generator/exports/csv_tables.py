"""CSV: a value a cell, and nothing in a cell that is a list or a record · cells → a file.

UTF-8 with a byte-order mark (spreadsheets recognise it by nothing else) and the line ends of
RFC 4180. Unknown is an empty cell.

To read a cell back, remove each quote that was put before what begins like a formula (`UNDO`).
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Any

Cell = str | int | float | None
"""What a cell holds; bool is an int that is written as a word."""

_STARTS = r"(^|[;\n])"
"""Where a cell begins, also for a spreadsheet that separates cells by semicolons: it ignores quotes
inside a field that does not begin with one, so that a line break there ends the row."""
_SIGNS = r"""[ \u3000'"]*[=+\-@\t\r＝＋－＠]"""
"""What begins like a formula; spreadsheets of East Asia take the wide signs, too (OWASP)."""
_RISKY = re.compile(f"{_STARTS}(?={_SIGNS})")
UNDO = re.compile(f"{_STARTS}'(?={_SIGNS})")
"""A quote of ours, to be replaced by its first group; it stands before every other."""


class _LineReturner:
    """Returns each line instead of writing it; csv's writer returns what `write` returns."""

    def write(self, text: str) -> str:
        return text


_WRITER: Any = csv.writer(_LineReturner(), lineterminator="\r\n")


def csv_line(cells: Iterable[Cell]) -> str:
    """The line of a row."""
    line: str = _WRITER.writerow([_written(it) for it in cells])
    return line


def csv_table(columns: Sequence[str], lines: Iterable[str]) -> bytes:
    """The file with those lines below the names of its columns."""
    return "".join((csv_line(columns), *lines)).encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            # A spreadsheet would run what begins like a formula. A typed quote gets one more.
            return _RISKY.sub(r"\1'", cell)
        case _:
            return str(cell)
