"""Whether a page shows a value of its record, and no other: beside its label, as its heading, …

A check takes the reader of one variant, a published item and the value of one of its fields.
"""

import re
from collections.abc import Callable
from typing import Any

from lxml.html import HtmlElement
from page_reader import Item, Reader, said, squeezed

Check = Callable[[Reader, Item, Any], bool]


def label(*codes: str) -> Callable[[Reader, str], list[HtmlElement]]:
    """The values that stand beside a label, given by the code of its word."""

    def values(reader: Reader, path: str) -> list[HtmlElement]:
        found = reader.labelled(path)
        return [it for code in codes for it in found.get(reader.word(code), ())]

    return values


def without_sources(element: HtmlElement) -> str:
    """A value without the places that it is taken from, and what is quoted from them."""
    quotations = "；".join(said(it) for it in element.iter("q"))
    places = [said(it) for it in element.xpath(".//a[contains(@href, '/#line-')]")]
    return said(element).removesuffix(f"（{quotations}）").removesuffix("；".join(places))


def without_basis(reader: Reader, element: HtmlElement) -> str:
    """A claim without what it rests on: lines, clauses, that only an older edition says it, or
    what it is drawn from."""
    mark = reader.word("our-inference")
    left = re.sub(f"{mark}（.*）$", "", without_sources(element))
    return left.removesuffix(f"（{reader.word('older-edition-only')}）")


def without_marks(reader: Reader, element: HtmlElement) -> str:
    """A value without the mark that it is not from the documents."""
    return said(element).replace(reader.word("from-outside"), "")


def path_of(item: Item) -> str:
    return re.sub(r"^.*/(?=[a-z]+/[a-z0-9-]+/$)", "", item["url"])


def heading(reader: Reader, item: Item, value: Any) -> bool:
    [found] = reader.article(path_of(item)).iter("h1")
    return said(found) == reader.own(value)


def address(reader: Reader, item: Item, value: Any) -> bool:
    [cite] = reader.article(path_of(item)).find_class("cite")
    wanted = value.replace("/" + path_of(item), f"/{reader.start}{path_of(item)}")
    # Behind the address of a table stands its place.
    return len(re.findall(rf"{re.escape(wanted)}(?!#)", said(cite))) == 2


def beside(*codes: str) -> Check:
    """A plain value, or nothing where it is unknown."""
    find = label(*codes)

    def check(reader: Reader, item: Item, value: Any) -> bool:
        found = [without_marks(reader, it) for it in find(reader, path_of(item))]
        return found == ([squeezed(str(value))] if value is not None else [])

    return check


def english(reader: Reader, item: Item, value: Any) -> bool:
    """The English name, marked where the page of the names says that nothing confirms it."""
    mark, name = reader.word("unconfirmed"), reader.word("english-name")
    rows = reader.article("terminology/").xpath(f"//tr[@id='{item['id']}']")
    marked = any(
        name in said(it) for row in rows for it in row.xpath(".//*[@class='tag tag--planned']/..")
    )
    found = [without_marks(reader, it) for it in label("english-name")(reader, path_of(item))]
    return found == ([squeezed(value) + (mark if marked else "")] if value is not None else [])


def day_beside(*codes: str) -> Check:
    find = label(*codes)

    def check(reader: Reader, item: Item, value: Any) -> bool:
        found = [without_sources(it) for it in find(reader, path_of(item))]
        unknown = reader.word("unknown")
        days = [re.sub("（.*）$", "", it) for it in found if it != unknown]
        return days == ([reader.day(value)] if value else [])

    return check


def code_beside(*codes: str) -> Check:
    find = label(*codes)

    def check(reader: Reader, item: Item, value: Any) -> bool:
        shown = [without_basis(reader, it) for it in find(reader, path_of(item))]
        found = [re.sub("（.*）$", "", it) for it in shown]
        return found == ([reader.own(value)] if value else [])

    return check


def one_of(name: str, **words: str) -> Check:
    """A code that the page puts into words."""
    find = label(name)

    def check(reader: Reader, item: Item, value: Any) -> bool:
        found = [said(it) for it in find(reader, path_of(item))]
        return found == [reader.word(words[value.replace("-", "_")])]

    return check


def texts_beside(*codes: str) -> Check:
    """All of them and nothing else."""
    find = label(*codes)

    def check(reader: Reader, item: Item, value: Any) -> bool:
        shown = (without_basis(reader, it) for it in find(reader, path_of(item)))
        left = "".join(shown).replace(reader.word("from-outside"), "")
        for text in sorted(map(reader.own, value), key=len, reverse=True):
            if text not in left:
                return False
            left = left.replace(text, "", 1)
        return not left.strip("、；")

    return check


def records_beside(reader: Reader, item: Item, *codes: str) -> list[str]:
    """The records that stand there as links to their pages, without the lines that say so."""
    path = path_of(item)
    found = [to for it in label(*codes)(reader, path) for to in reader.links(it, path)]
    records = [to for to in found if "#line-" not in to]
    return [to.split("#")[0].rstrip("/").rsplit("/", 1)[-1] for to in records]


def link_beside(*codes: str) -> Check:
    """A record, as a link to its page."""

    def check(reader: Reader, item: Item, value: Any) -> bool:
        return records_beside(reader, item, *codes) == ([value] if value else [])

    return check


def links_beside(*codes: str) -> Check:
    find = label(*codes)

    def check(reader: Reader, item: Item, value: Any) -> bool:
        path = path_of(item)
        found = {to for it in find(reader, path) for to in reader.links(it, path)}
        return found == {to for name, to in (value or {}).items() if to and name != "seen"}

    return check


def identifier(reader: Reader, item: Item, value: Any) -> bool:
    return path_of(item).split("/")[1] == value
