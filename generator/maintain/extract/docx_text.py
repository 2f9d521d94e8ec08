"""Edge: a Word document (DOCX) → its tab text."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from generator.maintain.extract.pdf_text import missing_package
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.tab_text import Cell, plain, row_line, whole_text
from generator.messages.message import say


def docx_text(raw: bytes, file: object) -> str:
    """The text of the document `raw`. Raises SourceError for one that cannot be read."""
    try:
        from docx import Document
        from docx.opc.exceptions import PackageNotFoundError
        from docx.table import Table
    except ImportError as error:
        raise missing_package("python-docx", file) from error
    try:
        items = list(Document(BytesIO(raw)).iter_inner_content())
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        template = "{file} cannot be read as a DOCX: {reason} (fetch it again, or save it anew)"
        raise SourceError(say(template, file=file, reason=error)) from error
    return whole_text(
        line
        for item in items
        for line in (_table_lines(item) if isinstance(item, Table) else _paragraph(item))
    )


def _paragraph(paragraph: Any) -> Iterator[str]:
    yield from (line.strip() for line in plain(paragraph.text).replace("\t", " ").split("\n"))
    yield ""


def _table_lines(table: Any) -> Iterator[str]:
    before: list[Any] = []
    for row in table.rows:
        merged = [cell._tc for cell in row.cells]
        cells = []
        for number, cell in enumerate(row.cells):
            beside = number > 0 and merged[number - 1] is cell._tc
            above = number < len(before) and before[number] is cell._tc
            cells.append(Cell("" if beside else _cell_text(cell), above=above))
        before = merged
        if any(cell.text for cell in cells):
            yield row_line(cells)
    yield ""


def _cell_text(cell: Any) -> str:
    """Paragraphs of the cell, and of tables inside of it, one below the other."""
    parts = (plain(it.text) for it in cell.iter_inner_content() if hasattr(it, "text"))
    inner = (plain(it.text) for table in cell.tables for row in table.rows for it in row.cells)
    return "\n".join((*parts, *inner))
