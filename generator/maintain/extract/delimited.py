"""Markdown tables, comma-separated values and the quotes of a spreadsheet → tab text."""

import csv
import re
from collections.abc import Iterator

from generator.maintain.extract.plan_columns import read_header
from generator.maintain.extract.tab_text import whole_text

_DASHES = "(?::?-{2,}:?|:-+:?|-+:)"
_RULE = re.compile(rf"\s*\|?\s*{_DASHES}\s*(?:\|\s*{_DASHES}\s*)+\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r'(?P<before>^|\t)"(?P<cell>(?:[^"\t\n]|""|\n(?!\n)){1,5000})"(?=\t|$)', re.M)
_FEWEST_CELLS = 4
"""Fewer cells between commas are a heading with commas in it."""


def markdown_text(text: str) -> str | None:
    """The text with its pipe tables as rows; None if it has none."""
    lines = text.split("\n")
    if not any(map(_RULE.fullmatch, lines)):
        return None
    return whole_text(_pipe_row(line) for line in lines if not _RULE.fullmatch(line.rstrip("\r")))


def _pipe_row(line: str) -> str:
    line = line.strip()
    if not line.startswith("|") and len(_PIPE.findall(line)) < 2:
        return line
    cells = _PIPE.split(line.removeprefix("|"))
    if line.endswith("|") and not line.endswith("\\|"):
        cells.pop()
    return "\t".join(cell.replace("\\|", "|").strip() for cell in cells)


def delimited_text(text: str) -> str | None:
    """The text with comma-separated rows, or quoted cells, as plain rows; None without either."""
    for delimiter in (",", ";"):
        if _has_header(text, delimiter):
            return whole_text(_rows(text, delimiter))
    unquoted = _QUOTED.sub(_unquoted, text.replace("\r\n", "\n"))
    return whole_text(unquoted.split("\n")) if unquoted != text.replace("\r\n", "\n") else None


def _has_header(text: str, delimiter: str) -> bool:
    return any(
        read_header(tuple(cell.strip() for cell in row)) is not None
        for line in text.split("\n")
        if delimiter in line
        for row in csv.reader([line], delimiter=delimiter)
    )


def _rows(text: str, delimiter: str) -> Iterator[str]:
    """Each record as a row; a heading keeps the commas that it is printed with."""
    for cells in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
        if len(cells) < _FEWEST_CELLS:
            yield delimiter.join(cells)
        elif not any(cell.strip() for cell in cells[1:]):
            yield cells[0]
        else:
            yield "\t".join(map(_one_line, cells))


def _unquoted(match: re.Match[str]) -> str:
    """A cell without the quotes that a spreadsheet puts around what has a quote, a comma or a line
    break in it; other quotes are printed."""
    inner = match["cell"]
    if re.search('""|[,\n]', inner):
        return match["before"] + _one_line(inner.replace('""', '"'))
    return match[0]


def _one_line(cell: str) -> str:
    return re.sub(r"\s*\r?\n\s*", "<br>", cell.strip())
