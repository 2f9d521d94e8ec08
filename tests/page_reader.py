"""A page as its reader takes it in: labels and values, rows, links, numbers and dates.

Nothing here knows how pages are written; dates and numbers are read the way people read them.
"""

import copy
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import urljoin

from data_today import said_day, word
from lxml.etree import XPath
from lxml.html import HtmlElement
from lxml.html.builder import E
from sites import OTHER, Pages, Site

from generator.model.base import Script

Item = dict[str, Any]
Wrong = list[tuple[str, str]]
STEPS = {"億": 10**8, "亿": 10**8, "萬": 10**4, "万": 10**4}


def items(site: Site, name: str) -> list[Item]:
    """The published items of one kind."""
    content = json.loads((site.folder / f"data/v1/{name}.json").read_text("utf-8"))
    found: list[Item] = content["items"]
    return found


def failing(item: Item, checks: dict[str, bool]) -> Wrong:
    """Fields whose value is not shown; every field of the item has its check."""
    assert set(checks) == set(item), set(checks) ^ set(item)
    return [(item["id"], field) for field, holds in checks.items() if not holds]


def squeezed(text: str) -> str:
    """Without white space, which pages may break and join as they like."""
    return re.sub(r"\s+", "", text)


def said(element: HtmlElement) -> str:
    """What stands in an element, without white space, the links to headings and the marks behind
    converted texts."""
    return squeezed("".join(_SAID(element)))


_SAID = XPath("descendant::text()[not(parent::a[@class='headerlink' or @class='converted'])]")


def own_lines(element: HtmlElement) -> list[HtmlElement]:
    """What stands in an element before each of its line breaks, without the lists inside it."""
    lines = [E.span(element.text or "")]
    for child in element:
        if child.tag == "br":
            lines.append(E.span(child.tail or ""))
        elif child.tag == "p":
            lines += own_lines(child)
        elif child.tag != "ul":
            lines[-1].append(copy.deepcopy(child))
    return lines


def printed_forms(element: HtmlElement) -> list[str]:
    """The words of a document in an element, each in the script that its document has."""
    return [
        said(it) for it in element.xpath(".//*[self::span or self::q][starts-with(@lang, 'zh')]")
    ]


def amounts(text: str) -> list[Decimal]:
    """The numbers that a text says: `1.5億` is 150,000,000."""
    found = re.finditer(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)([億亿萬万]?)", text)
    return [Decimal(it[1].replace(",", "")) * STEPS.get(it[2], 1) for it in found]


class Reader:
    """Reads the pages of one variant."""

    def __init__(self, site: Site, pages: Pages, script: Script) -> None:
        self.script = script
        self.start = OTHER if script == "zh-Hans" else ""
        self._site, self._pages = site, pages

    def article(self, path: str) -> HtmlElement:
        """The article of a page, given below the variant's root."""
        [found] = self._pages[self.start + path].iter("article")
        return found

    def links(self, element: HtmlElement, path: str) -> list[str]:
        """Where the links of an element lead: below the variant's root, or elsewhere; without
        those from converted texts to the note on them."""
        own = self._site.url + self.start
        found = (
            urljoin(own + path, it.get("href"))
            for it in element.iter("a")
            if it.get("class") != "converted"
        )
        return [it.removeprefix(own) for it in found]

    def labelled(self, path: str) -> dict[str, list[HtmlElement]]:
        """Label → values, of the lists of terms but for those of statements."""
        found: dict[str, list[HtmlElement]] = {}
        lists = ".//dl[not(ancestor::details|ancestor::section)]"
        for term in self.article(path).xpath(f"{lists}/dt[not(starts-with(@id, 'statements-'))]"):
            for value in term.itersiblings():
                if value.tag != "dd":
                    break
                found.setdefault(said(term), []).append(value)
        return found

    def rows(self, path: str, within: str) -> Iterator[dict[str, HtmlElement]]:
        """Each row of the tables below an XPath: heading of the column → cell."""
        for table in self.article(path).xpath(within):
            heads = [said(it) for it in table.xpath("./thead/tr/th")]
            for row in table.xpath("./tbody/tr"):
                assert len(row) == len(heads), (path, said(row))
                yield dict(zip(heads, row, strict=True))

    def line(self, document: str, line: int) -> str:
        """The address of a line of a document: on its page, or where that leads on."""
        page, anchor = f"documents/{document}/", f"#line-{line}"
        place = f".//li/span[@id='line-{line}']/following-sibling::a[1]/@href"
        own = self._site.url + self.start
        onward = [str(it) for it in self.article(page).xpath(place)]
        return urljoin(own + page, [*onward, anchor][0]).removeprefix(own)

    def fact_pages(self, document: str) -> list[str]:
        """The pages with the facts of a document: its own, and those of its chapters."""
        page = f"documents/{document}/"
        chapters = self.article(page).xpath(".//h2[@id='facts']/following-sibling::ul[1]/li")
        below = (self.links(it, page)[0] for it in chapters)
        return [page, *(it for it in below if it.startswith(f"{page}lines/"))]

    def own(self, text: dict[str, str]) -> str:
        """A text of a data file in this variant's script, without white space."""
        return squeezed(text[self.script])

    def word(self, code: str, *, of: str = "interface", **values: object) -> str:
        """How this variant words something, without white space."""
        return squeezed(word(code, self.script, of=of, **values))

    def day(self, edtf: str) -> str:
        """A date with the precision it has, as this variant writes it."""
        return squeezed(said_day(edtf, self.script))

    def when(self, date: str | None, part: str | None, bound: str | None, every: int | None) -> str:
        """A date with all that the document says of it: 最快2025年年底, 每年4月."""
        said_date = self.day(date) if date else ""
        if every:
            code = "date-every-since" if date else "date-every"
            return self.word(code, date=said_date, month=every)
        if part:
            code = f"date-year-{part}" if len(date or "") == 4 else f"date-{part}"
            said_date = self.word(code, date=said_date)
        return self.word(f"date-{bound}", date=said_date) if bound else said_date

    def number(self, figure: Item, text: str) -> bool:
        """Whether a text begins with the figure's qualifier and says its number or range."""
        wanted = [figure["value"]] + [figure["value_max"]] * (figure["value_max"] is not None)
        before = self.word(str(figure["qualifier"]), of="qualifiers").split("{")[0]
        first = re.match(r"[^0-9]*", text)
        return first is not None and first[0] == before and amounts(text)[: len(wanted)] == wanted
