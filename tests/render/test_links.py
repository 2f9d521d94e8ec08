"""Links lead from one page to another, wherever both stand."""

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.base import Script
from generator.model.wording import Wording
from generator.render import links
from generator.render.escape import Markdown, escape
from generator.render.links import PageLinks
from generator.resolve.record_reference import Ref

LABEL = Markdown("x")


def test_the_file_of_a_record() -> None:
    ref = Ref("datasets", "sea-tides", Wording("潮", "zh-Hant"))
    assert PageLinks("index.md").file(ref) == "datasets/sea-tides.md"


def test_a_term_is_a_row_of_its_list() -> None:
    ref = Ref("terminology", "sea-office", Wording("海風辦公室", "zh-Hant"))
    assert PageLinks("index.md").file(ref) == "terminology.md#sea-office"


def test_a_link_may_ask_and_may_point() -> None:
    links = PageLinks("agencies/sea.md")
    assert links.href("datasets/index.md?agency=sea") == "../../datasets/?agency=sea"
    assert links.href("datasets/index.md?agency=sea#name") == "../../datasets/?agency=sea#name"
    assert links.href("about.md#name") == "../../about/#name"
    assert links.href("#what?") == "#what?"
    assert links.targets == {"datasets/index.md", "about.md"}


@pytest.mark.parametrize(
    ("path", "script", "link"),
    [
        ("data.md", "zh-Hant", "v1/datasets.json"),
        ("data.md", "zh-Hans", "../../data/v1/datasets.json"),
        ("index.md", "zh-Hant", "data/v1/datasets.json"),
        ("index.md", "zh-Hans", "../data/v1/datasets.json"),
        ("datasets/sea-tides.md", "zh-Hant", "../../data/v1/datasets.json"),
        ("datasets/sea-tides.md", "zh-Hans", "../../../data/v1/datasets.json"),
    ],
)
def test_a_file_that_stands_once_is_reached_from_both_variants(
    path: str, script: Script, link: str
) -> None:
    expected = f'<a href="{link}">x</a>'
    assert PageLinks(path).shared_file("data/v1/datasets.json", LABEL, script) == expected
    start = f"/{'zh-Hans/' if script == 'zh-Hans' else ''}{links.page_address(path)}"
    assert urljoin(start, link) == "/data/v1/datasets.json"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("datasets/index.md", "datasets/"),
        ("datasets/sea-tides.md", "datasets/sea-tides/"),
        ("documents/changes/a/b.md", "documents/changes/a/b/"),
    ],
)
def test_the_address_of_a_page(path: str, address: str) -> None:
    assert links.page_address(path) == address


@pytest.mark.parametrize(
    ("start", "goal", "link"),
    [
        ("index.md", "about.md", "about/"),
        ("index.md", "datasets/index.md", "datasets/"),
        ("index.md", "datasets/sea-tides.md", "datasets/sea-tides/"),
        ("about.md", "index.md", "../"),
        ("about.md", "agencies/sea.md", "../agencies/sea/"),
        ("datasets/sea-tides.md", "datasets/sea-charts.md", "../sea-charts/"),
        ("datasets/sea-tides.md", "agencies/sea.md", "../../agencies/sea/"),
        ("datasets/sea-tides.md", "datasets/index.md", "../"),
        ("datasets/index.md", "datasets/sea-tides.md", "sea-tides/"),
        ("datasets/index.md", "agencies/sea.md", "../agencies/sea/"),
        ("documents/plan.md", "documents/plan.md#line-4", "./#line-4"),
        ("datasets/sea-tides.md", "documents/plan.md#a-ii", "../../documents/plan/#a-ii"),
        ("documents/plan.md", "#a-ii", "#a-ii"),
        ("index.md", "datasets/price-index.md", "datasets/price-index/"),
        ("datasets/price-index.md", "datasets/sea-tides.md", "../sea-tides/"),
        ("agencies/index-office.md", "datasets/index.md", "../../datasets/"),
    ],
)
def test_a_link_in_html_is_relative_to_the_address(start: str, goal: str, link: str) -> None:
    """`a/b.md` is served as /a/b/ and `a/index.md` as /a/; nobody checks these but we."""
    assert PageLinks(start).html(goal, LABEL) == f'<a href="{link}">x</a>'


NAME = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True) | st.sampled_from(
    ["index", "price-index", "indexes"]
)
FILE = st.tuples(st.sampled_from(["", "agencies/", "datasets/"]), NAME).map("".join)


def page_address(file: str) -> str:
    """The address of a page as MkDocs serves it with `use_directory_urls`."""
    folder, name = posixpath.split(file)
    return posixpath.join("https://x.example/hk/", folder, "" if name == "index" else f"{name}/")


@settings(deadline=None)
@given(FILE, FILE)
def test_a_browser_that_follows_a_link_reaches_the_page(start: str, goal: str) -> None:
    link = PageLinks(f"{start}.md").html(f"{goal}.md#top", LABEL)
    address = link.removeprefix('<a href="').removesuffix('">x</a>')
    here = page_address(start).removesuffix("/") + "/"
    there = page_address(goal).removesuffix("/") + "/"
    assert urljoin(here, address) == f"{there}#top"


def test_a_link_that_leaves_the_site_says_so() -> None:
    link = PageLinks("index.md").external("https://sea.example/?a=1&b=2", LABEL)
    assert link == (
        '<a href="https&#58;&#47;&#47;sea&#46;example&#47;&#63;a&#61;1&#38;b&#61;2" '
        'rel="external">x</a>'
    )


def test_a_link_outside_is_a_web_address() -> None:
    with pytest.raises(ValueError, match="not a web address: 'javascript:alert"):
        PageLinks("index.md").external("javascript:alert(1)", LABEL)


@pytest.mark.parametrize("method", ["html", "external"])
def test_an_unescaped_link_text_is_refused(method: str) -> None:
    follow = getattr(PageLinks("index.md"), method)
    with pytest.raises(TypeError, match="the link text '<b>' is not escaped"):
        follow("https://sea.example/", "<b>")
    assert isinstance(follow("https://sea.example/", escape("<b>")), Markdown)
