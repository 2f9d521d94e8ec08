"""A page's Markdown → its HTML, its parts and its anchors: what our pages mean by Markdown's marks.

The parser makes plain HTML; here it gets what Markdown has no means for, by rules that hold for
every page: a table's row headings and the labels that a telephone shows, labels of few words
(`*x*`, `***x***`), notes (`> x`), parts that are folded (`### x {#y .folded}`), places in rows and
items (`<span id>`), links that leave the site. Every `<` in the parser's output is one of ours:
what comes from data was escaped (render/escape.py).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyromark

from generator.site.list_markup import with_list_classes
from generator.site.table_markup import attributes_text, with_row_headings

_PARSER = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
Rows = Mapping[str, Mapping[str, str]]
"""By record or anchor, the attributes of its row or item."""


@dataclass(frozen=True)
class PageMarkup:
    """What a page's Markdown became."""

    html: str
    toc: list[dict[str, Any]]
    """Headings as MkDocs has them: `id`, `name` (HTML), `level`, `children`."""
    anchors: frozenset[str]
    """Every place on the page that a link may lead to."""


def parse(markdown: str) -> str:
    """Plain HTML of `markdown`."""
    return _PARSER.html(markdown)


def page_markup(
    markdown: str,
    address: Callable[[str], str],
    rows: Rows,
    permalink: str,
    parser: Callable[[str], str] = parse,
) -> PageMarkup:
    """The page of a body of Markdown.

    `address` gives a link's target as seen from the page's address; `permalink` is what a heading's
    own link is called. Raises what `address` raises.
    """
    html = parser(markdown)
    html = _TABLE.sub(lambda table: with_row_headings(table[0], rows), html)
    html = _with_tags(html)
    html = _ITEM_PLACE.sub(lambda item: _item_start(item, rows), html)
    html = with_list_classes(html)
    html = _NOTE.sub(lambda note: note[0].replace("<p>", '<p class="note">')[13:-14], html)
    html = _LINK.sub(lambda link: _link(link, address), html)
    headings = [_Heading(*it.groups("")) for it in _HEADING.finditer(html)]
    html = _with_folded_parts(html) if " .folded" in markdown else html
    html = _HEADING.sub(lambda it: _heading(_Heading(*it.groups("")), permalink), html)
    html = _FIGURES.sub(lambda run: f'<div class="charts">\n{run[0]}</div>\n', html)
    html = _FINDER.sub(
        r'<div class="finder">\n\1<div class="finder__list" id="results" tabindex="-1">\n\2'
        "</div>\n</div>\n",
        html,
    )
    return PageMarkup(html, _toc(headings), frozenset(_ID.findall(html)))


@dataclass(frozen=True)
class _Heading:
    level: str
    attributes: str
    text: str

    @property
    def identifier(self) -> str:
        """The name that links lead to."""
        named = _ID.search(self.attributes)
        return named[1] if named else ""

    @property
    def is_folded(self) -> bool:
        """Whether what is below it is shown only to those who open it."""
        return 'class="folded"' in self.attributes


_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_TAG = re.compile(
    r"<em><strong>(.*?)</strong></em>|<strong><em>(.*?)</em></strong>|<em>(.*?)</em>", re.DOTALL
)
_STATUS = re.compile(r"<p>((?:<span class=\"tag[^>]*>[^<]*</span>\s*)+)</p>")
_STATUS_CLASSES = {"○ ": "tag--open", "? ": "tag--passed", "✓ ": "tag--done"}
"""The signs of render/inline_markup.py, which the style sheet draws again."""
_ITEM_PLACE = re.compile(r'<(li|dt|dd)>(\s*(?:<p>)?)<span id="([^"]+)"></span>')
_NOTE = re.compile(r"<blockquote>\n.*?</blockquote>\n?", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"')
_HEADING = re.compile(r"<h([1-6])((?: (?:id|class)=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_FOLDED = re.compile(
    r"<h([1-6])((?: (?:id|class)=\"[^\"]*\")*)>(.*?)</h\1>\n?(.*?)(?=<h[1-6][ >]|\Z)", re.DOTALL
)
_FIGURES = re.compile(r'(?:<figure class="chart">.*?</figure>\s*){2,}', re.DOTALL)
_FINDER = re.compile(
    r'(<form class="finder__form".*?</form>\s*<div class="finder__bar".*?</div>\s*)(.*)\Z',
    re.DOTALL,
)
_ID = re.compile(r' id="([^"]+)"')
_MARKUP = re.compile(r"<[^>]*>")
_CONVERTED = re.compile(r'<a (?:class="converted" )?href="#converted">°</a>')


def _with_tags(html: str) -> str:
    def tag(match: re.Match[str]) -> str:
        warning = match[1] or match[2]
        if warning is not None:
            return f'<span class="tag tag--planned">{warning}</span>'
        status, label = _STATUS_CLASSES.get(match[3][:2]), match[3][2:]
        if status is not None:
            return f'<span class="tag {status}">{label}</span>'
        return f'<span class="tag">{match[3]}</span>'

    return _STATUS.sub(r'<p class="status">\1</p>', _TAG.sub(tag, html))


def _item_start(item: re.Match[str], rows: Rows) -> str:
    return f'<{item[1]} id="{item[3]}"{attributes_text(rows.get(item[3], {}))}>{item[2]}'


def _link(link: re.Match[str], address: Callable[[str], str]) -> str:
    """A link with its address; what leaves the site or leads to the note on converted texts is
    marked for the style sheet, which knows what leads to a source by its address."""
    target = link[1]
    if target.startswith(("http://", "https://", "webcal:")):
        return f'<a href="{target}" rel="external"'
    if target == "#converted":
        return '<a class="converted" href="#converted"'
    return f'<a href="{address(target)}"'


def _heading(heading: _Heading, permalink: str) -> str:
    """A heading with a link to itself; the page's title needs none."""
    start = f"<h{heading.level}{heading.attributes}>{heading.text}"
    if heading.level in "23" and heading.identifier:
        start += (
            f'<a class="headerlink" href="#{heading.identifier}" aria-label="{permalink}">#</a>'
        )
    return f"{start}</h{heading.level}>"


def _with_folded_parts(html: str) -> str:
    """What follows a folded heading, up to the next heading, as a part that opens."""

    def part(match: re.Match[str]) -> str:
        heading = _Heading(match[1], match[2], match[3])
        if not heading.is_folded:
            return match[0]
        summary = f'<summary id="{heading.identifier}">{heading.text}</summary>'
        return f'<details class="folded">{summary}\n{match[4]}</details>\n'

    return _FOLDED.sub(part, html)


def _toc(headings: Sequence[_Heading]) -> list[dict[str, Any]]:
    """The headings of the first three levels, each inside the one above it."""
    top: list[dict[str, Any]] = []
    open_parts: list[tuple[int, list[dict[str, Any]]]] = [(0, top)]
    for heading in headings:
        level = int(heading.level)
        if level > 3 or heading.is_folded or not heading.identifier:
            continue
        name = _MARKUP.sub("", _CONVERTED.sub("", heading.text))
        children: list[dict[str, Any]] = []
        token = {"id": heading.identifier, "name": name, "level": level, "children": children}
        while open_parts[-1][0] >= level:
            open_parts.pop()
        open_parts[-1][1].append(token)
        open_parts.append((level, children))
    return top
