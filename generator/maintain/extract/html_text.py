"""A page in HTML → its tab text: what stands in its main part."""

import re
from collections.abc import Iterator
from typing import Any

from generator.maintain.extract.pdf_text import missing_package
from generator.maintain.extract.tab_text import Cell, plain, row_line, whole_text

_AROUND = ("script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "br",
        "hr",
        "body",
        "table",
        "caption",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
    ]
)


def html_text(text: str, file: object) -> str:
    """The text of a page, without its menus, head and foot."""
    try:
        from lxml import html
    except ImportError as error:
        raise missing_package("lxml", file) from error
    # A declaration of an encoding is for bytes; the text is decoded already.
    page = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    for element in page.xpath("|".join(f"//{name}" for name in _AROUND)):
        element.drop_tree()
    for element in page.xpath("//comment()|//head"):
        element.drop_tree()
    main = page.xpath("//main") or page.xpath("//*[@role='main']") or [page]
    return whole_text(line for part in main for line in _lines(part))


def _lines(element: Any) -> Iterator[str]:
    """The lines of an element; tables of data become rows."""
    collected = ""
    for kind, value in _pieces(element):
        if kind == "text":
            collected += value
            continue
        if line := _squeeze(collected):
            yield line
        collected = ""
        if kind == "table":
            yield ""
            yield from _table_lines(value)
            yield ""
    if line := _squeeze(collected):
        yield line


def _pieces(element: Any) -> Iterator[tuple[str, Any]]:
    """Texts, tables, and the ends of blocks, in order."""
    if element.tag == "table":
        yield "table", element
    else:
        if element.tag in _BLOCKS:
            yield "end", None
        if element.text:
            yield "text", element.text
        for child in element:
            yield from _pieces(child)
            if child.tail:
                yield "text", child.tail
        if element.tag in _BLOCKS:
            yield "end", None


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", plain(text)).strip()


def _table_lines(table: Any) -> Iterator[str]:
    """Rows with every cell that spans several put into each of them."""
    reaching: dict[int, tuple[int, str]] = {}
    for caption in table.xpath("./caption"):
        yield _squeeze(caption.text_content())
    for row in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr"):
        cells: list[Cell] = []
        for element in row.xpath("./td|./th"):
            _fill(cells, reaching)
            text = "\n".join(_lines_of_cell(element))
            for number in range(_span(element, "colspan")):
                if _span(element, "rowspan") > 1:
                    reaching[len(cells)] = _span(element, "rowspan") - 1, "" if number else text
                cells.append(Cell("" if number else text))
        _fill(cells, reaching)
        if any(cell.text for cell in cells):
            yield row_line(cells)


def _fill(cells: list[Cell], reaching: dict[int, tuple[int, str]]) -> None:
    """Add the cells that reach down from a row above to the next place in this one."""
    while (at := len(cells)) in reaching:
        left, text = reaching.pop(at)
        if left > 1:
            reaching[at] = left - 1, text
        cells.append(Cell(text, above=True))


def _lines_of_cell(element: Any) -> Iterator[str]:
    """The lines of a cell; a table inside of it is read cell by cell."""
    collected = ""
    for kind, value in _pieces_of_cell(element):
        if kind == "text":
            collected += value
        else:
            if line := _squeeze(collected):
                yield line
            collected = ""
    if line := _squeeze(collected):
        yield line


def _pieces_of_cell(element: Any) -> Iterator[tuple[str, str]]:
    if element.text:
        yield "text", element.text
    for child in element:
        if child.tag in _BLOCKS:
            yield "end", ""
        yield from _pieces_of_cell(child)
        if child.tag in _BLOCKS:
            yield "end", ""
        if child.tail:
            yield "text", child.tail


def _span(element: Any, name: str) -> int:
    value = element.get(name, "1")
    return max(1, min(int(value), 1000)) if value.isdigit() else 1
