"""Who belongs to whom, as an indented tree · trees of agencies → SVG.

Indented rather than spread out, so that names keep their size on a phone.
"""

from collections.abc import Iterator, Sequence

import svg

from generator.render.drawing import ChartContext, figure, label, link, rounded, shorten, text_width
from generator.render.escape import Markdown
from generator.resolve.organisation_tree import Node

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


def draw(context: ChartContext, trees: Sequence[Node]) -> Markdown:
    """Each agency is a link to its page."""
    elements: list[svg.Element] = []
    row = 0
    for tree in trees:
        elements += _tree(context, tree, 0, row)
        row += _size(tree)
    return figure(context.phrase("organisation-chart"), WIDTH, row * ROW, elements, "organisation")


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
    description = context.phrase("organisation-chart-former", name=whole) if node.former else whole
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
