"""The site map, robots.txt and llms.txt."""

from dataclasses import replace

import hostile
import markdown
from lxml import etree, html
from sample import SITE_URL, sample_converter, sample_outputs, sample_records

from generator.exports.published_kinds import KINDS
from generator.exports.site_files import site_files
from generator.model.wording import Wording

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


MARKDOWN_LISTS = (
    *("index.md", "datasets/index.md", "agencies/index.md", "programmes/index.md"),
    *("documents/index.md", "figures/index.md", "timeline/index.md", "budget/index.md"),
    *(
        "errata/index.md",
        "corrections/index.md",
        "terminology/index.md",
        "data/index.md",
        "about/index.md",
    ),
)
NAMES_OF_LISTS = (
    *("首頁", "數據集", "機構", "計劃", "文件", "數字", "年表", "財政", "文件的問題"),
    *("更正", "用語", "開放數據", "關於"),
)


def site_map() -> list[tuple[str, dict[str, str]]]:
    """Address → the addresses of its variants by language."""
    root = etree.fromstring(sample_outputs()["sitemap.xml"])
    return [
        (
            url.findtext("s:loc", namespaces=SPACES),
            {it.get("hreflang"): it.get("href") for it in url.findall("x:link", SPACES)},
        )
        for url in root.findall("s:url", SPACES)
    ]


def test_the_site_map_lists_every_page_of_both_variants_once() -> None:
    def served(path: str) -> str:
        return (
            SITE_URL
            + path.removesuffix("index.md").removesuffix(".md")
            + ("" if path.endswith("index.md") else "/")
        )

    pages = {
        served(path.removeprefix("zh-Hant/")) for path in sample_outputs() if path.endswith(".md")
    }
    listed = [address for address, _ in site_map()]
    assert set(listed) == pages
    assert len(listed) == len(pages)


def test_variants_point_at_each_other_and_at_themselves() -> None:
    """As search engines want it: the same set on both pages, and one for everybody else."""
    for address, links in site_map():
        assert set(links) == {"zh-Hant-HK", "zh-Hans", "x-default"}
        assert address in (links["zh-Hant-HK"], links["zh-Hans"])
        assert links["x-default"] == links["zh-Hant-HK"]
        assert links["zh-Hans"].removeprefix(f"{SITE_URL}zh-Hans/") == (
            links["zh-Hant-HK"].removeprefix(SITE_URL)
        )


def test_robots_are_welcome_and_find_the_map() -> None:
    lines = sample_outputs()["robots.txt"].decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE_URL}sitemap.xml"]


def test_language_models_are_told_where_the_data_are() -> None:
    text = sample_outputs()["llms.txt"].decode()
    assert text.startswith("# 香港創科手冊\n\n> ")
    for line in text.splitlines():
        if "](" in line:
            file = line.split("](")[1].split(")")[0].removeprefix(SITE_URL)
            assert file == "data/" or file in sample_outputs() or file in MARKDOWN_LISTS
    assert text.count("data/v1/") == len(KINDS) + 1


def test_language_models_are_told_where_each_list_is_as_markdown() -> None:
    """Of the home page, the lists and the page about the site; and that each page has one."""
    text = sample_outputs()["llms.txt"].decode()
    section = text.partition("\n## Markdown\n\n")[2]
    told, _, lists = section.partition("\n\n")
    assert told.startswith("每一頁都有 Markdown 檔，網址是該頁的網址加上 index.md")
    assert lists.splitlines() == [
        f"- [{name}]({SITE_URL}{file})"
        for file, name in zip(MARKDOWN_LISTS, NAMES_OF_LISTS, strict=True)
    ]
    # A page stands at `…/index.md` of its address; what is listed is generated.
    for file in MARKDOWN_LISTS:
        page = file.removesuffix("/index.md")
        assert {f"zh-Hant/{file}", f"zh-Hant/{page}.md"} & sample_outputs().keys()


def test_a_list_that_has_no_page_is_not_named() -> None:
    made = dict(site_files(sample_records(), sample_converter(), ["", "about/"], SITE_URL))
    lists = made["llms.txt"].decode().partition("\n## Markdown\n\n")[2]
    assert lists.count("index.md)") == 2


def test_hostile_texts_are_text_in_what_language_models_read() -> None:
    """As one who renders the Markdown sees it: no element more, every line as typed."""
    plain = skeleton(llms("字"))
    passage = "\n".join(hostile.STRINGS[26:40])
    for text in (*hostile.STRINGS, passage):
        page = llms(text)
        assert skeleton(page) == plain, text
        shown = " ".join(page.text_content().split())
        times = 2 if text == passage else len(KINDS) + 4
        assert shown.count(" ".join(text.split())) >= times, text


def llms(text: str) -> html.HtmlElement:
    """The file of a site whose every text is this one, its lines where a text may have several."""
    whole, line = (Wording(it, "zh-Hant", it) for it in (text, text.split("\n")[0]))
    records = sample_records()
    made = replace(
        records,
        prose={key: replace(it, title=line, lead=whole) for key, it in records.prose.items()},
        theme=dict.fromkeys(records.theme, line),
        fields=dict.fromkeys(records.fields, line),
    )
    files = dict(site_files(made, sample_converter(), [], SITE_URL))
    content = markdown.markdown(files["llms.txt"].decode())
    return html.fragment_fromstring(content, create_parent="div")


def skeleton(page: html.HtmlElement) -> list[object]:
    return [it.tag for it in page.iter()]
