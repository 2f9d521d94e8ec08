"""A table as a parser makes it → one that says what its cells are, to the eye and to the ear.

Columns are told apart by their alignment: numbers are right-aligned, dates and codes centred, and
the first column that is neither names its row.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
    """`table` with scopes, labels and classes; `rows` gives attributes of a record's row.

    Below its headings a list that `rows` knows is folded.
    """
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
    made = [
        _row([text for _, _, text in _CELL.findall(row)], kinds, labels, naming, rows)
        for row in _ROW.findall(table[head.end() :])
    ]
    known = any(it.is_known for it in made)
    name = "records records--listed" if known else "records"
    groups = known and any(it.heading for it in made)
    body = _folded(made, len(columns)) if groups else "\n".join(it.html for it in made)
    return (
        f'<table class="{name}">\n<thead><tr>{titles}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


@dataclass(frozen=True)
class _Row:
    html: str
    is_known: bool
    """Whether it is the row of a record."""
    place: str
    """Its anchor as an attribute, if it has one."""
    heading: str | None
    """Its text, if nothing is said in it but that."""


def _folded(rows: Sequence[_Row], width: int) -> str:
    """Each heading with the rows below it as a part of the table that opens; the style sheet hides
    what is below a closed one."""
    starts = [number for number, row in enumerate(rows) if row.heading]
    parts = ["\n".join(it.html for it in rows[: starts[0]])] if starts[0] else []
    for start, end in pairwise((*starts, len(rows))):
        head, below = rows[start], rows[start + 1 : end]
        name, *remark = _remarked(head.heading or "").split("<br>")
        count = f'<span class="facet__count">{len(below)}</span>'
        lines = [
            f'<tr{head.place} class="part"><th scope="rowgroup" colspan="{width}"><details>'
            f"<summary>{'<br>'.join([f'{name} {count}', *remark])}</summary>"
            "</details></th></tr>",
            *(it.html for it in below),
        ]
        parts.append("\n".join(lines))
    return "\n</tbody>\n<tbody>\n".join(parts)


def _alignment(attributes: str) -> str:
    return "right" if "right" in attributes else "center" if "center" in attributes else ""


def _row(
    cells: list[str],
    kinds: list[str],
    labels: list[str],
    naming: int,
    rows: Mapping[str, Mapping[str, str]],
) -> _Row:
    """A row, whose place is taken from the cell it stands in."""
    place = _PLACE.search(cells[0]) if cells else None
    if place:
        cells[0] = cells[0].replace(place[0], "", 1)
    record = _RECORD.search(cells[naming]) if naming < len(cells) else None
    own = rows.get(place[1]) if place else None
    if own is None and record:
        own = rows.get(record[1])
    identifier = f' id="{place[1]}"' if place else ""
    # A row of which nothing is said but its name is a heading; one that is bold throughout, a sum.
    kind, heading = "", None
    if len(cells) > 2 and not any(cells[naming + 1 :]):
        kind, heading = ' class="part"', cells[naming]
    elif _BOLD.fullmatch(cells[naming]) and not record:
        kind = ' class="total"'
    start = f"<tr{identifier}{kind}{attributes_text(own or {})}>"
    made = start + "".join(_cells(cells, kinds, labels, naming)) + "</tr>"
    return _Row(made, own is not None, identifier, heading)


def _remarked(text: str) -> str:
    """A cell's text with the remark that ends it made quiet."""
    return _REMARK.sub(r'<br><span class="quiet">\1</span>', text)


def _cells(cells: list[str], kinds: list[str], labels: list[str], naming: int) -> list[str]:
    made = []
    for number, text in enumerate(cells):
        shown = _remarked(text)
        kind = kinds[number]
        if number == naming:
            made.append(f'<th scope="row"{_class(kind)}>{shown}</th>')
        else:
            name = f"{kind} empty".strip() if not text else kind
            made.append(f'<td{_class(name)} data-label="{labels[number]}">{shown}</td>')
    return made


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""
