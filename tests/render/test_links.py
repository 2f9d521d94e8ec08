"""Links lead from one page to another, wherever both stand."""

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.wording import Wording
from generator.render import links
from generator.render.escape import Markdown, escape
from generator.render.links import PageLinks
from generator.resolve.record_reference import Ref

LABEL = Markdown("x")


def test_the_file_of_a_record() -> None:
    ref = Ref("datasets", "sea-tides", Wording("潮", "zh-Hant"))
    assert PageLinks("index.md", {}).file(ref) == "datasets/sea-tides.md"


def test_a_term_is_a_row_of_its_list() -> None:
    ref = Ref("terminology", "sea-office", Wording("海風辦公室", "zh-Hant"))
    assert PageLinks("index.md", {}).file(ref) == "terminology.md#sea-office"


def test_a_link_may_ask_and_may_point() -> None:
    links = PageLinks("agencies/sea.md", {})
    assert links.href("datasets/index.md?agency=sea") == "../datasets/index.md?agency=sea"
    assert links.href("datasets/index.md?agency=sea#name") == "../datasets/index.md?agency=sea#name"
    assert links.href("about.md#name") == "../about.md#name"
    assert links.href("#what?") == "#what?"


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("data.md", "../data/v1/datasets.json"),
        ("index.md", "../data/v1/datasets.json"),
        ("datasets/sea-tides.md", "../../data/v1/datasets.json"),
        ("documents/changes/a/b.md", "../../../../data/v1/datasets.json"),
    ],
)
def test_a_file_that_stands_once_lies_beside_the_variants(path: str, link: str) -> None:
    assert PageLinks(path, {}).shared_file("data/v1/datasets.json", LABEL) == f"[x]({link})"
    start = f"https://x.example/zh-Hans/{path}"
    assert urljoin(start, link) == "https://x.example/data/v1/datasets.json"


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
        ("index.md", "about.md", "about.md"),
        ("index.md", "datasets/index.md", "datasets/index.md"),
        ("index.md", "datasets/sea-tides.md", "datasets/sea-tides.md"),
        ("about.md", "index.md", "index.md"),
        ("about.md", "agencies/sea.md", "agencies/sea.md"),
        ("datasets/sea-tides.md", "datasets/sea-charts.md", "sea-charts.md"),
        ("datasets/sea-tides.md", "agencies/sea.md", "../agencies/sea.md"),
        ("datasets/sea-tides.md", "datasets/index.md", "index.md"),
        ("datasets/sea-tides.md", "index.md", "../index.md"),
        ("datasets/index.md", "agencies/sea.md", "../agencies/sea.md"),
        ("documents/plan.md", "documents/plan.md#line-4", "plan.md#line-4"),
        ("documents/plan.md", "documents/changes/a/b.md", "changes/a/b.md"),
        ("documents/changes/a/b.md", "documents/a.md#a-ii", "../../a.md#a-ii"),
        ("documents/changes/a/b.md", "documents/changes/b/c.md", "../b/c.md"),
        ("datasets/sea-tides.md", "documents/plan.md#a/ii", "../documents/plan.md#a/ii"),
        ("documents/plan.md", "#a-ii", "#a-ii"),
    ],
)
def test_a_link_leads_from_source_to_source(start: str, goal: str, link: str) -> None:
    """MkDocs and every other reader of Markdown can follow it."""
    assert PageLinks(start, {}).link(goal, LABEL) == f"[x]({link})"


NAME = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True) | st.sampled_from(
    ["index", "price-index", "indexes"]
)
FILE = st.tuples(st.sampled_from(["", "agencies/", "datasets/"]), NAME).map("".join)


@settings(deadline=None)
@given(FILE, FILE)
def test_who_follows_a_link_reaches_the_file(start: str, goal: str) -> None:
    link = PageLinks(f"{start}.md", {}).link(f"{goal}.md#top", LABEL)
    address = link.removeprefix("[x](").removesuffix(")")
    assert urljoin(f"https://x.example/hk/{start}.md", address) == (
        f"https://x.example/hk/{goal}.md#top"
    )


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://sea.example/?a=1&b=2", "https://sea.example/?a=1&b=2"),
        ("https://sea.example/a_(b)", "https://sea.example/a_%28b%29"),
        ("https://sea.example/a b<c>", "https://sea.example/a%20b%3Cc%3E"),
        ("https://sea.example/[x]?y={z}|`", "https://sea.example/%5Bx%5D?y=%7Bz%7D%7C%60"),
        ("https://sea.example/海\\", "https://sea.example/%E6%B5%B7%5C"),
        ("https://sea.example/%E6%B5%B7#x", "https://sea.example/%E6%B5%B7#x"),
    ],
)
def test_an_address_outside_keeps_nothing_that_ends_a_link(url: str, written: str) -> None:
    assert PageLinks("index.md", {}).external(url, LABEL) == f"[x]({written})"


def test_the_mark_of_a_converted_text_stands_behind_its_link() -> None:
    """A link inside a link would be none."""
    marked = Markdown(escape("[x]") + links.CONVERTED_MARK)
    assert PageLinks("index.md", {}).link("about.md", marked) == (
        "[\\[x\\]](about.md)[°](#converted)"
    )


def test_a_link_outside_is_a_web_address() -> None:
    with pytest.raises(ValueError, match="not a web address: 'javascript:alert"):
        PageLinks("index.md", {}).external("javascript:alert(1)", LABEL)


@pytest.mark.parametrize("method", ["link", "external", "shared_file"])
def test_an_unescaped_link_text_is_refused(method: str) -> None:
    follow = getattr(PageLinks("index.md", {}), method)
    with pytest.raises(TypeError, match="the link text '<b>' is not escaped"):
        follow("https://sea.example/", "<b>")
    assert isinstance(follow("https://sea.example/", escape("<b>")), Markdown)
