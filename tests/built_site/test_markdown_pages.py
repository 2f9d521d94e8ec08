"""Beside each page stands its Markdown, which leads from Markdown to Markdown."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml import html
from sites import LEADS_ON, OTHER, Pages, Site

TARGET = re.compile(r'(?<!\\)\]\(([^)\s]+)\)|href="([^"]+)"')


@pytest.fixture(scope="module")
def sources(site: Site) -> dict[str, str]:
    """Address below the site's root → the Markdown that stands there."""
    files = sorted(site.folder.rglob("*.md"))
    return {it.relative_to(site.folder).as_posix(): it.read_text("utf-8") for it in files}


def targets(source: str) -> list[str]:
    return [match[1] or match[2] for match in TARGET.finditer(source)]


def test_every_page_names_its_markdown_and_no_other_file_is_there(
    site: Site, pages: Pages, sources: dict[str, str]
) -> None:
    named = {}
    for path, page in pages.items():
        for href in page.xpath("//link[@type='text/markdown']/@href"):
            named[path] = urljoin(site.url + path, href).removeprefix(site.url)
    assert named == {path: f"{path}index.md" for path in pages if path != "404.html"}
    assert set(named.values()) == sources.keys()
    [rel] = {
        page.xpath("string(//link[@type='text/markdown']/@rel)") for page in pages.values()
    } - {""}
    assert "alternate" in rel.split()


def test_every_link_leads_to_markdown_or_a_file_that_is_there(
    site: Site, sources: dict[str, str]
) -> None:
    """Never to a page of HTML, which has its Markdown beside it; old addresses have none."""
    broken, inside = [], 0
    for path, source in sources.items():
        for target in targets(source):
            url = urljoin(site.url + path, urldefrag(target).url.partition("?")[0])
            if not url.startswith(site.url):
                continue
            inside += 1
            file = unquote(url.removeprefix(site.url))
            if not (site.folder / file).is_file() or file.endswith(".html"):
                broken.append((path, target))
    assert broken == []
    assert inside > len(sources)


def test_every_anchor_is_on_the_page_that_is_linked(site: Site, sources: dict[str, str]) -> None:
    """In the HTML that is made of it: converted texts, charts and rows have theirs."""
    broken, known = [], {}
    for path, source in sources.items():
        for target in targets(source):
            url, anchor = urldefrag(urljoin(site.url + path, target))
            linked = url.removeprefix(site.url).partition("?")[0]
            if not anchor or linked not in sources:
                continue
            if linked not in known:
                known[linked] = set(page_of(site, linked).xpath("//@id"))
            if unquote(anchor) not in known[linked]:
                broken.append((path, target))
    assert broken == []
    assert len(known) > 10


def page_of(site: Site, markdown: str) -> html.HtmlElement:
    file = Path(site.folder, markdown).with_suffix(".html")
    return html.document_fromstring(file.read_bytes(), html.HTMLParser(encoding="utf-8"))


def test_links_stay_in_their_script(site: Site, sources: dict[str, str]) -> None:
    for path, source in sources.items():
        for target in targets(source):
            linked = urljoin(site.url + path, urldefrag(target).url).removeprefix(site.url)
            if linked in sources:
                assert linked.startswith(OTHER) == path.startswith(OTHER), (path, target)


def test_a_page_that_only_leads_on_has_no_markdown(site: Site, sources: dict[str, str]) -> None:
    for file in site.folder.rglob("index.html"):
        beside = file.with_name("index.md").relative_to(site.folder).as_posix()
        leads_on = bool(page_of(site, beside).xpath(LEADS_ON))
        assert (beside in sources) is not leads_on


def test_it_is_the_markdown_that_was_generated_but_for_the_addresses(
    sources: dict[str, str],
) -> None:
    """With its front matter; where links lead, the sources have the names of their files."""
    for path, source in sources.items():
        assert source.startswith("---\ntitle: "), path
        assert re.search("(?m)^# ", source), path
        files = [urldefrag(it).url.partition("?")[0] for it in targets(source)]
        assert {Path(it).name for it in files if it.endswith(".md")} <= {"index.md"}, path
