"""Edge: a PDF → its tab text: tables by their lines, and what stands between them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from generator.maintain.extract.layout import PAGE_AT_EDGE
from generator.maintain.extract.pdf_tables import PdfRow, join_over_pages, table_rows
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.tab_text import plain, row_line, whole_text
from generator.messages.message import say

_UNNAMED = re.compile(r"\(cid:|[\ue000-\uf8ff\ufffd]")
_MOST_UNNAMED = 0.1
"""A few are bullets."""
Piece = str | PdfRow
"""A line between tables, or a row; an empty line where a table ends."""


def pdf_text(raw: bytes, file: object) -> str:
    """The text of the PDF `raw`. Raises SourceError for one that is locked, scanned or broken."""
    try:
        import pdfplumber
        from pdfplumber.utils.exceptions import PdfminerException
    except ImportError as error:
        raise missing_package("pdfplumber", file) from error
    try:
        with pdfplumber.open(BytesIO(raw)) as pdf:
            pages = [list(_pieces(page)) for page in pdf.pages]
            chars = [char["text"] for page in pdf.pages for char in page.chars]
    except PdfminerException as error:
        raise _unreadable(file, error) from error
    if not chars:
        raise SourceError(
            say(
                "{file} holds pictures of pages and no text (take the DOCX or HTML version; or "
                "type the text, with a tab between two cells, and save it as UTF-8)",
                file=file,
            )
        )
    if len([it for it in chars if _UNNAMED.match(it)]) > len(chars) * _MOST_UNNAMED:
        raise SourceError(
            say(
                "{file} does not say which characters its fonts show, so its text is lost (take "
                "the DOCX or HTML version)",
                file=file,
            )
        )
    pieces = join_over_pages(_without_page_marks(pages))
    return whole_text(it if isinstance(it, str) else row_line(it.cells) for it in pieces)


def missing_package(name: str, file: object) -> SourceError:
    """What to say when the package that reads a format is not installed."""
    template = "{file} is read by {name}, which is not installed (run it through `python3 dev.py`)"
    return SourceError(say(template, file=file, name=name))


def _unreadable(file: object, error: Exception) -> SourceError:
    if "Password" in repr(error):
        template = (
            "{file} is encrypted (open it with its password, print it to a PDF without one, and "
            "take that; or take the DOCX or HTML version)"
        )
        return SourceError(say(template, file=file))
    return SourceError(say("{file} is broken (fetch it again)", file=file))


def _pieces(page: Any) -> Iterator[Piece]:
    """The lines and rows of a page from top to bottom."""
    # A row that the page breaks may lack the line below it: there the columns' lines end.
    ends = {round(edge[end]) for edge in page.vertical_edges for end in ("top", "bottom")}
    settings = {"explicit_horizontal_lines": sorted(ends)}
    tables = sorted(page.find_tables(settings), key=lambda it: it.bbox[1])
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.bbox)
    lines = [(line["top"], plain(line["text"])) for line in outside.extract_text_lines()]
    for table in tables:
        above = [it for it in lines if it[0] < table.bbox[1]]
        lines = lines[len(above) :]
        yield from (text for _, text in above)
        yield ""
        yield from table_rows(page, table)
        yield ""
    yield from (text for _, text in lines)


def _without_page_marks(pages: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """All pieces, without the numbers of pages and what most pages have at their top or foot."""
    ends = Counter(text for page in pages for text in {_first(page), _first(page[::-1])} if text)
    repeated = {text for text, count in ends.items() if count > max(2, len(pages) / 2)}
    for page in pages:
        pieces = list(page)
        for at in (0, -1):
            while pieces and _is_page_mark(pieces[at], repeated):
                del pieces[at]
        yield from pieces


def _is_page_mark(piece: Piece, repeated: set[str]) -> bool:
    if isinstance(piece, PdfRow):
        return False
    return not piece or piece in repeated or PAGE_AT_EDGE.fullmatch(piece) is not None


def _first(pieces: Sequence[Piece]) -> str:
    """The first line of a page, if no table stands above it."""
    first = next(
        (it for it in pieces if not isinstance(it, str) or not _is_page_mark(it, set())), ""
    )
    return first if isinstance(first, str) else ""
