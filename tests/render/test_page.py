"""A page in one script: whole pages as files, and what a template may print.

The expected pages stand in tests/golden/pages/. `REWRITE_GOLDEN=1 pytest tests/render/test_page.py`
writes them anew; read the difference as a reader of the site would.
"""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from render.markdown_site import (
    PERMALINK,
    fragment,
    marked_up,
    outline,
    python_markdown,
    rendered,
)
from sample import ATTACK, SITE_URL, sample_converter, sample_outputs, sample_records

from generator.model.base import Script
from generator.model.wording import Wording
from generator.render.budget_tables import ShownCell, ShownRow, ShownTable
from generator.render.environment import environment
from generator.render.escape import Markdown, escape
from generator.render.page import Page, PageWriter
from generator.site.front_matter import split_front_matter
from generator.site.page_markup import page_markup

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "pages"
PAGES = (
    *("index.md", "about.md", "agencies/index.md", "datasets/index.md", "documents/index.md"),
    *("terminology.md", "agencies/bureau.md", "documents/sea-facts.md"),
    *("agencies/sea.md", "datasets/sea-tides.md", "documents/sea-plan-2.md", "timeline.md"),
    *("programmes/index.md", "programmes/sea-grant.md", "figures.md", "errata.md"),
    "documents/changes/sea-plan/sea-plan-2.md",
    "datasets/calendar.md",
)
FILES = (".json", ".jsonld", ".csv", ".svg", ".ttl", ".xml", ".ics")
WRITTEN = sorted(path for path in sample_outputs() if path.endswith(".md"))


def writer(script: Script = "zh-Hant") -> PageWriter:
    return PageWriter(sample_records(), sample_converter(), script)


def source(path: str) -> str:
    return sample_outputs()[path].decode()


# --- whole pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("path", PAGES)
def test_a_whole_page(script: str, path: str) -> None:
    expected = GOLDEN / script / path
    text = source(f"{script}/{path}")
    if os.environ.get("REWRITE_GOLDEN") == "1":
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")


def test_there_is_no_expected_page_that_nobody_writes() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.md")}
    assert kept == {f"{script}/{path}" for script in ("zh-Hant", "zh-Hans") for path in PAGES}


def parsed(path: str) -> tuple[dict[str, Any], Any, list[dict[str, Any]]]:
    """(front matter, body as HTML, table of contents) of a page of the sample."""
    body, front = split_front_matter(source(path))
    made = marked_up(body)
    return front, fragment(made.html), made.toc


@pytest.mark.parametrize("path", WRITTEN)
def test_a_page_has_a_title_a_description_and_one_heading_above_all(path: str) -> None:
    front, body, _ = parsed(path)
    assert {"title", "description"} <= set(front) <= {"title", "description", "record", "sources"}
    assert front["title"]
    assert front["description"]
    assert len(front["description"]) <= 200
    [heading] = body.iter("h1")
    assert heading.get("id") == "name"


@pytest.mark.parametrize("path", WRITTEN)
def test_anchors_are_unique_ascii_and_those_of_the_table_of_contents(path: str) -> None:
    """Both scripts share them, and a link in the margin must lead somewhere."""
    _, body, contents = parsed(path)
    ids = body.xpath(".//@id")
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", it) for it in ids)
    assert len(ids) == len(set(ids))
    [title] = contents
    assert title["id"] == "name"
    assert [it["id"] for it in title["children"]] == [it.get("id") for it in body.iter("h2")]


@pytest.mark.parametrize("path", WRITTEN)
def test_every_link_leads_to_a_place_that_is_written(path: str) -> None:
    for href in parsed(path)[1].xpath(".//a/@href"):
        target = re.sub(r"\?[^#]*", "", href)
        file, _, anchor = target.partition("#")
        if file.startswith("https://"):
            continue
        if file.startswith("webcal:"):  # the scheme of calendars, with the site's whole address
            assert file.removeprefix(SITE_URL.replace("https", "webcal")) in sample_outputs()
            continue
        goal = os.path.normpath(Path(path).parent / file) if file else path
        if goal.endswith(FILES):  # stands once, beside the folders of the variants
            assert goal in sample_outputs(), href
            continue
        assert goal in WRITTEN, href
        assert goal.split("/")[0] == path.split("/")[0]
        assert not anchor or anchor in parsed(goal)[1].xpath(".//@id"), href


RECORD_PAGES = sorted(
    path for path in WRITTEN if re.match("[^/]*/(agencies|datasets|programmes|documents)/", path)
)
CONTROLS = (
    *("datasets/index.md", "datasets/calendar.md"),
    *("programmes/index.md", "programmes/compare.md"),
)
"""Pages with fields and buttons of a finder, or a table that its script fills."""
HTML_FOR_WHICH_MARKDOWN_HAS_MEANS = re.compile(r"<(table|dl|p|h[1-6]|ul|ol|li|a)[ >]")


@pytest.mark.parametrize("path", RECORD_PAGES)
def test_a_record_s_page_is_markdown(path: str) -> None:
    shown = source(path)
    if path.endswith(CONTROLS):
        shown = re.sub("<(form|div).*?</\\1>|<p [^\n]*hidden>[^\n]*</p>", "", shown, flags=re.S)
    # Of the charts nothing is asked.
    shown = re.sub("<figure.*?</figure>", "", shown, flags=re.S)
    assert HTML_FOR_WHICH_MARKDOWN_HAS_MEANS.findall(shown) == []


@pytest.mark.parametrize("path", WRITTEN)
def test_signs_stand_as_a_person_writes_them(path: str) -> None:
    assert re.findall("&#(?:45|46|4[0-7]|9[0-9]);", source(path)) == []


@pytest.mark.parametrize("path", WRITTEN)
def test_nothing_but_one_list_or_table_is_folded_below_its_heading(path: str) -> None:
    """What stands behind it is meant for everybody."""
    for part in parsed(path)[1].xpath(".//details[@class='folded']"):
        blocks = [it.tag for it in part]
        if part[0].get("id") == "converted":
            assert blocks[:2] == ["summary", "p"]
            assert set(blocks[2:]) <= {"dl"}
        else:
            assert blocks in (["summary", "table"], ["summary", "ul"])


@pytest.mark.parametrize("path", WRITTEN)
def test_another_parser_makes_the_same_page(path: str) -> None:
    body, _ = split_front_matter(source(path))
    other = page_markup(body, lambda target: target, {}, PERMALINK, python_markdown)
    assert outline(fragment(other.html)) == outline(rendered(body))


ALLOWED = {
    *("fieldset", "legend"),
    *("div", "h1", "h2", "p", "br", "a", "ul", "li", "dl", "dt", "dd", "span", "code"),
    *("details", "summary", "h3", "input", "ol"),
    *("table", "thead", "tbody", "tr", "th", "td", "strong"),
    *("nav", "ol", "form", "label", "select", "optgroup", "option", "button", "b", "q"),
    *(
        "figure",
        "figcaption",
        "desc",
        "svg",
        "title",
        "text",
        "line",
        "rect",
        "g",
        "circle",
        "path",
    ),
}
ATTRIBUTES = {
    *("id", "class", "href", "rel", "lang", "scope", "role", "hidden", "tabindex"),
    *("for", "name", "value", "type", "title", "maxlength", "placeholder", "inputmode"),
    *("autocomplete", "label", "width", "height", "colspan", "download"),
    *("xmlns", "viewbox", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "d"),
}


@pytest.mark.parametrize("path", WRITTEN)
def test_no_attack_becomes_markup(path: str) -> None:
    """Every text of the sample's fund and of its dataset is one."""
    _, body, _ = parsed(path)
    assert {it.tag for it in body.iter()} <= ALLOWED
    names = {name for it in body.iter() for name in it.attrib}
    assert {it for it in names if not it.startswith(("aria-", "data-"))} <= ATTRIBUTES
    assert not [href for href in body.xpath(".//@href") if "javascript" in href]


@pytest.mark.parametrize(
    "path", ["agencies/sea-fund.md", "datasets/sea-fund-prices.md", "programmes/sea-prize.md"]
)
@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_an_attack_is_shown_as_it_was_typed(script: str, path: str) -> None:
    _, body, _ = parsed(f"{script}/{path}")
    assert ATTACK in " ".join(body.text_content().split())
    assert ATTACK in " ".join(body.find("h1").text_content().split())


# --- what a template may print ------------------------------------------------------------------


def write(template: str, **values: Any) -> str:
    """A page made from a template of the test's own, in Traditional."""
    made = environment().from_string(template)
    return writer().write(Page("datasets/x.md", made, "x", (), values))


@pytest.mark.parametrize(
    "value",
    ["<b>", "", 3, None, True, Wording("海", "zh-Hant"), ["x"], escape("x") + "x"],
    ids=repr,
)
def test_a_template_that_prints_an_unescaped_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="without escaping it"):
        write("{{ value }}", value=value)


@pytest.mark.parametrize(
    "expression",
    ["nowhere", "value.nowhere", "'<b>'", "value ~ value", "value | upper", "value | safe", "3"],
)
def test_a_template_that_computes_or_invents_a_value_is_refused(expression: str) -> None:
    with pytest.raises(TypeError, match="without escaping it"):
        write(f"{{{{ {expression} }}}}", value=Markdown("x"))


@pytest.mark.parametrize("test", ["nowhere", "value.nowhere"])
def test_a_template_that_asks_after_a_value_nobody_gave_is_refused(test: str) -> None:
    """A misspelt name would silently leave its part of the page out."""
    with pytest.raises(UndefinedError):
        write(f"{{% if {test} %}}x{{% endif %}}", value=Markdown("x"))


def test_a_template_that_asks_for_a_word_nobody_wrote_is_refused() -> None:
    with pytest.raises(KeyError, match="no-such-word"):
        write("{{ w('no-such-word') }}")


def test_escaped_values_are_printed() -> None:
    template = "{{ value }} {{ say(name) }} {{ as_is(3) }} {{ w('line', n=4) }}"
    template += " {{ in_other_script(name) }}"
    values = {"value": Markdown("<br>"), "name": Wording("數碼港<", "zh-Hant")}
    assert (
        write(template, **values)
        == "<br> 數碼港&lt; 3 第4行 " + '<span lang="zh-Hans">数码港&lt;</span>'
    )


def test_front_matter_in_braces_is_no_comment() -> None:
    """`{#name}` is the anchor of a heading."""
    assert write("# x {#name}\n") == "# x {#name}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open Data Plan", '<span lang="en">Open Data Plan</span>'),
        ("Sea & Wind Co.", '<span lang="en">Sea & Wind Co.</span>'),
        ("CSV", "CSV"),
        ("5G", "5G"),
        ("R&D", "R&amp;D"),
        ("2024 25", "2024 25"),
        ("數碼港 Smart Space", "數碼港 Smart Space"),
        ("Smart Space（數碼港）", "Smart Space（數碼港）"),
    ],
)
def test_english_words_say_that_they_are_english(text: str, expected: str) -> None:
    """Who listens to a page hears them as such; an abbreviation is said alike in Chinese."""
    assert write("{{ say(name) }}", name=Wording(text, "zh-Hant")) == expected


def test_english_in_the_head_of_a_column_is_plain_text_where_a_phone_repeats_it() -> None:
    """An attribute holds no element that could say which language it is."""
    heads = ("Whole head", "整個總目")
    row = ShownRow("x", tuple(ShownCell(head, "1") for head in heads))
    made = Page("budget/x.md", "budget-table.md.j2", "x", (), {"shown": ShownTable(heads, (row,))})
    page = rendered(writer().write(made))
    assert [it.get("data-label") for it in page.iter("td")] == list(heads)


def test_originals_of_one_kind_stand_under_one_label() -> None:
    """A list of terms has each term once."""
    name, note = Wording("名稱", "zh-Hant"), Wording("註", "zh-Hant")
    printed = [(name, "门"), (note, "个"), (name, "实"), (name, "一")]
    originals = tuple((it, Wording(text, "zh-Hans", document="d")) for it, text in printed)
    template = environment().from_string("{{ say(it) }}")
    made = Page("datasets/x.md", template, "x", (), {"it": originals[0][1]}, originals)
    page = rendered(writer().write(made))
    read = [(it.tag, it.text_content().strip()) for it in page.iter("dt", "dd")]
    assert read == [("dt", "名稱"), ("dd", "门"), ("dd", "实"), ("dt", "註"), ("dd", "个")]


def test_a_text_that_looks_like_the_mark_of_a_converted_one_brings_no_note() -> None:
    made = Page("datasets/x.md", "about.md.j2", "[°](#converted)", (), {})
    text = environment().from_string("---\ntitle: {{ front_title }}\n---\n{{ say(page_title) }}\n")
    page = writer().write(replace(made, template=text))
    assert page == '---\ntitle: "[°](#converted)"\n---\n\\[°\\](#converted)\n'


# --- dates and descriptions ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "hant"),
    [
        ("2024", "2024年"),
        ("2024-06", "2024年6月"),
        ("2024-12", "2024年12月"),
        ("2024-33", "2024年第1季"),
        ("2024-36", "2024年第4季"),
        ("2024-06-05", "2024年6月5日"),
    ],
)
def test_a_date_reads_with_the_precision_printed(edtf: str, hant: str) -> None:
    assert writer().date(edtf) == hant
    assert writer("zh-Hans").date(edtf) == hant


@pytest.mark.parametrize(("length", "shown"), [(200, "海" * 200), (201, "海" * 199 + "…")])
def test_a_long_description_is_cut(length: int, shown: str) -> None:
    template = environment().from_string("{{ front_description }}")
    made = writer().write(Page("x.md", template, "x", ("海" * length,), {}))
    assert made == shown
