"""The sample's pages in a parser that has nothing to do with ours and reads as GitHub does."""

import re
from collections import Counter

import pytest
from lxml import html
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from render.markdown_site import fragment, rendered, words
from sample import sample_outputs

from generator.site.front_matter import split_front_matter

WRITTEN = sorted(path for path in sample_outputs() if path.endswith(".md"))


def other_page(body: str) -> html.HtmlElement:
    parser = MarkdownIt("commonmark").enable("table").use(deflist_plugin)
    return fragment(parser.render(body))


def shape(page: html.HtmlElement) -> Counter[str]:
    """How many there are of each, and how large each table is."""
    made = Counter(str(it.tag) for it in page.iter("dl", "dt", "dd", "svg", "form"))
    for table in page.iter("table"):
        rows = [len(row) for row in table.iter("tr")]
        made[f"table {rows}"] += 1
    return made


def told(page: html.HtmlElement) -> list[str]:
    """The names of rows, items, terms and values; the sign before a status is drawn by our style
    sheet, and is a letter elsewhere."""
    texts = (words(it.text_content()) for it in page.iter("th", "td", "dt", "dd"))
    return [re.sub("^[○?✓] ", "", it) for it in texts]


def own_links(page: html.HtmlElement) -> list[tuple[str, str]]:
    return [
        (it.get("href"), words(it.text_content()))
        for it in page.iter("a")
        if it.get("class") != "headerlink"
    ]


@pytest.mark.parametrize("path", WRITTEN)
def test_headings_tables_terms_and_links_survive(path: str) -> None:
    body, _ = split_front_matter(sample_outputs()[path].decode())
    ours, other = rendered(body), other_page(body)
    assert shape(other) == shape(ours)
    assert told(other) == told(ours)
    assert own_links(other) == own_links(ours)
    # A reader that knows no `{#name}` shows it behind the heading.
    headings = [words(it.text_content()) for it in other.iter("h1", "h2", "h3", "h4")]
    shown = [
        words(it.text_content()).removesuffix("#")
        for it in ours.xpath(".//h1|.//h2|.//h3|.//h4|.//summary[@id]")
    ]
    assert [it.rpartition(" {#")[0] for it in headings] == [words(it) for it in shown]
