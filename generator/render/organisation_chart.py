"""Who belongs to whom, as an indented tree · trees of agencies → SVG.

Indented rather than spread out, so that names keep their size on a phone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import svg

from generator.exports.csv_tables import Cell
from generator.render.drawing import (
    Chart,
    ChartContext,
    Drawing,
    figure,
    label,
    link,
    rounded,
    shorten,
    text_width,
)
from generator.render.escape import Markdown
from generator.resolve.organisation_tree import Node
from generator.resolve.periods import last_day
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase, PageText, Phrase

WIDTH = 360
ROW = 34
BOX = 28
"""Height of a box."""
INDENT = 26
LETTER = 15
"""Size of the letters in handbook.css."""
SMALL = 14
"""Size of the acronyms."""
PADDING = 9


@dataclass(frozen=True, kw_only=True)
class OrganisationChart(Chart):
    """The trees, one below the other."""

    trees: tuple[Node, ...]


def organisation_chart(trees: Sequence[Node], records: Records) -> OrganisationChart:
    """The agencies with parts, or that are part of another."""
    nodes = [it for tree in trees for it in _nodes(tree)]
    claims = (claim for it in nodes if (claim := it.agency.claims.of("parent")))
    documents = dict.fromkeys(it.source.document for claim in claims for it in claim.supports)
    dates = (records.dates["documents", it.id].newest for it in documents)
    newest = max((it for it in dates if it), key=last_day, default=records.data_as_of)
    values: dict[str, PageText] = {"n": str(len(nodes)), "date": DatePhrase(newest)}
    return OrganisationChart(
        identifier="organisation-chart",
        title=Phrase(records.words["organisation-chart-title"], values),
        documents=tuple(it.name for it in documents),
        table=tuple(_table_row(it) for it in nodes),
        trees=tuple(trees),
    )


def draw(context: ChartContext, chart: OrganisationChart) -> Markdown:
    """Each agency is a link to its page."""
    return figure(context, chart, drawing(context, chart), "organisation")


def drawing(context: ChartContext, chart: OrganisationChart) -> Drawing:
    """A row an agency, further to the right than the one it belongs to."""
    elements: list[svg.Element] = []
    row = 0
    for tree in chart.trees:
        elements += _tree(context, tree, 0, row)
        row += _size(tree)
    nodes = (it for tree in chart.trees for it in _nodes(tree))
    said = context.phrase("semicolon").join(_description(context, it) for it in nodes)
    return Drawing(WIDTH, row * ROW, elements, said)


def _nodes(tree: Node) -> Iterator[Node]:
    yield tree
    for part in tree.parts:
        yield from _nodes(part)


def _description(context: ChartContext, node: Node) -> str:
    """`數碼港，屬創新科技及工業局`."""
    name = context.text(node.agency.name)
    if node.former:
        name = context.phrase("organisation-chart-former", name=name)
    if node.agency.parent:
        return context.phrase("organisation-chart-part", name=name, whole=node.agency.parent.name)
    return name


def _table_row(node: Node) -> dict[str, Cell | PageText]:
    agency, parent = node.agency, node.agency.parent
    return {
        "agency": agency.id,
        "name": agency.name,
        "acronym": agency.acronym,
        "former": node.former,
        "parent": parent.id if parent else None,
        "parent_name": parent.name if parent else None,
    }


def _tree(context: ChartContext, node: Node, depth: int, row: int) -> Iterator[svg.Element]:
    """The box of `node` in its row, and below it its parts with the lines that lead to them."""
    yield _box(context, node, depth, row)
    below = row + 1
    for part in node.parts:
        yield _connector(depth, row, below)
        yield from _tree(context, part, depth + 1, below)
        below += _size(part)


def _size(node: Node) -> int:
    """Rows that a tree takes."""
    return 1 + sum(_size(part) for part in node.parts)


def _box(context: ChartContext, node: Node, depth: int, row: int) -> svg.A:
    x, y = depth * INDENT + 1, row * ROW + (ROW - BOX) // 2
    room: float = WIDTH - x - 1 - 2 * PADDING
    whole, acronym = context.text(node.agency.name), node.agency.acronym or ""
    if acronym:
        acronym = shorten(acronym, SMALL, room / 3)
        room -= text_width(acronym, SMALL) + PADDING
    name = shorten(whole, LETTER, room)
    base = y + BOX / 2 + 5
    inside: list[svg.Element] = [label(name, x + PADDING, base, "chart__name")]
    width = 2 * PADDING + text_width(name, LETTER)
    if acronym:
        inside.append(label(acronym, x + width, base, "chart__acronym"))
        width += text_width(acronym, SMALL) + PADDING
    box = svg.Rect(x=x, y=y, width=rounded(width), height=BOX, rx=5, class_=["chart__box"])
    description = _description(context, node)
    href = context.href(f"agencies/{node.agency.id}.md")
    return link(href, description, [box, *inside], *(["chart__former"] if node.former else []))


def _connector(depth: int, parent: int, row: int) -> svg.Path:
    """From below the box of `parent` down, and to the box in `row`."""
    x = depth * INDENT + 1 + INDENT / 2
    path: list[svg.PathData] = [
        svg.M(rounded(x), parent * ROW + (ROW + BOX) // 2),
        svg.V(row * ROW + ROW // 2),
        svg.H((depth + 1) * INDENT + 1),
    ]
    return svg.Path(d=path, class_=["chart__line"])
