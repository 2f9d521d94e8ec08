"""A table as a parser makes it → one that says what its cells are, to the eye and to the ear.

Columns are told apart by their alignment: numbers are right-aligned, dates and codes centred, and
the first column that is neither names its row.
"""

import html
import re
from collections.abc import Mapping

_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])((?: [a-z]+=\"[^\"]*\")*)>(.*?)</\1>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_PLACE = re.compile(r'<span id="([^"]+)"></span>')
_RECORD = re.compile(r'<a href="(?:[^"]*/)?([^"/]+)\.md[?#"]')
_REMARK = re.compile(r"<br ?/?>(（(?:(?!<br).)*）)(?=<br|$)", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_BOLD = re.compile(r"<strong>.*</strong>", re.DOTALL)
_CLASSES = {"right": "num", "center": "date", "": ""}


def attributes_text(attributes: Mapping[str, str]) -> str:
    """` data-x="…"` for each, as a start tag has it."""
    return "".join(f' data-{key}="{html.escape(text)}"' for key, text in attributes.items())


def with_row_headings(table: str, rows: Mapping[str, Mapping[str, str]]) -> str:
    """`table` with scopes, labels and classes; `rows` gives attributes of a record's row."""
    head = _HEAD.search(table)
    if head is None:
        return table
    columns = [(_alignment(attributes), text) for _, attributes, text in _CELL.findall(head[0])]
    kinds = [_CLASSES[alignment] for alignment, _ in columns]
    labels = [html.escape(html.unescape(_MARKUP.sub("", text))) for _, text in columns]
    naming = kinds.index("") if "" in kinds else 0
    titles = "".join(
        f'<th scope="col"{_class(kind)}>{text}</th>'
        for kind, (_, text) in zip(kinds, columns, strict=True)
    )
    known = False
    lines = []
    for row in _ROW.findall(table[head.end() :]):
        cells = [text for _, _, text in _CELL.findall(row)]
        start, listed = _row_start(cells, naming, rows)
        known = known or listed
        lines.append(start + "".join(_cells(cells, kinds, labels, naming)) + "</tr>")
    name = "records records--listed" if known else "records"
    body = "\n".join(lines)
    return (
        f'<table class="{name}">\n<thead><tr>{titles}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _alignment(attributes: str) -> str:
    return "right" if "right" in attributes else "center" if "center" in attributes else ""


def _row_start(
    cells: list[str], naming: int, rows: Mapping[str, Mapping[str, str]]
) -> tuple[str, bool]:
    """The start tag of a row, and whether `rows` knows its record. Its place is taken from the
    cell it stands in."""
    place = _PLACE.search(cells[0]) if cells else None
    if place:
        cells[0] = cells[0].replace(place[0], "", 1)
    record = _RECORD.search(cells[naming]) if naming < len(cells) else None
    own = rows.get(record[1]) if record else None
    identifier = f' id="{place[1]}"' if place else ""
    # A row of which nothing is said but its name is a heading; one that is bold throughout, a sum.
    kind = ""
    if len(cells) > 2 and not any(cells[naming + 1 :]):
        kind = ' class="part"'
    elif _BOLD.fullmatch(cells[naming]) and not record:
        kind = ' class="total"'
    return f"<tr{identifier}{kind}{attributes_text(own or {})}>", own is not None


def _cells(cells: list[str], kinds: list[str], labels: list[str], naming: int) -> list[str]:
    made = []
    for number, text in enumerate(cells):
        shown = _REMARK.sub(r'<br><span class="quiet">\1</span>', text)
        kind = kinds[number]
        if number == naming:
            made.append(f'<th scope="row"{_class(kind)}>{shown}</th>')
        else:
            name = f"{kind} empty".strip() if not text else kind
            made.append(f'<td{_class(name)} data-label="{labels[number]}">{shown}</td>')
    return made


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
