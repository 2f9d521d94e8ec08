"""A page in one script: whole pages as files, and what a template may print.

The expected pages stand in tests/golden/pages/. `REWRITE_GOLDEN=1 pytest tests/render/test_page.py`
writes them anew; read the difference as a reader of the site would.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import UndefinedError
from render.markdown_site import converter, fragment
from sample import ATTACK, sample_converter, sample_outputs, sample_records

from generator.model.base import Script
from generator.model.wording import Wording
from generator.render.budget_tables import ShownCell, ShownRow, ShownTable
from generator.render.environment import environment
from generator.render.escape import Markdown, escape
from generator.render.page import Page, PageWriter

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "pages"
PAGES = (
    *("index.md", "about.md", "agencies/index.md", "datasets/index.md", "documents/index.md"),
    *("terminology.md", "agencies/bureau.md", "documents/sea-facts.md"),
    *("agencies/sea.md", "datasets/sea-tides.md", "documents/sea-plan-2.md", "timeline.md"),
    *("programmes/index.md", "programmes/sea-grant.md", "figures.md", "errata.md"),
    "documents/changes/sea-plan/sea-plan-2.md",
    "datasets/calendar.md",
)
FILES = (".json", ".jsonld", ".csv", ".ttl", ".xml", ".ics")
WRITTEN = sorted(path for path in sample_outputs() if path.endswith(".md"))


def writer(script: Script = "zh-Hant") -> PageWriter:
    return PageWriter(sample_records(), sample_converter(), script)


def source(path: str) -> str:
    """A page without what its head says to machines, which tests/exports/ reads."""
    return re.sub("^head: .*\n", "", sample_outputs()[path].decode(), count=1, flags=re.MULTILINE)


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
    _, front, body = source(path).split("---\n", 2)
    site = converter()
    return yaml.safe_load(front), fragment(site.convert(body)), site.toc_tokens


@pytest.mark.parametrize("path", WRITTEN)
def test_a_page_has_a_title_a_description_and_one_heading_above_all(path: str) -> None:
    front, body, _ = parsed(path)
    assert {"title", "description", "record", "locators"} <= set(front)
    assert set(front) <= {"title", "description", "record", "locators", "script", "hide"}
    assert front["title"]
    assert front["description"]
    assert len(front["description"]) <= 200 * len("&quot;")
    [heading] = body.iter("h1")
    assert heading.get("id") == "name"


@pytest.mark.parametrize("path", WRITTEN)
def test_anchors_are_unique_ascii_and_those_of_the_table_of_contents(path: str) -> None:
    """Both scripts share them, and a link in the margin must lead somewhere."""
    _, body, contents = parsed(path)
    ids = body.xpath(".//@id")
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]*", it) for it in ids)
    assert len(ids) == len(set(ids))
    listed = [it["id"] for it in contents]
    assert listed == [it.get("id") for it in body.iter("h2")]


@pytest.mark.parametrize("path", WRITTEN)
def test_every_link_leads_to_a_page_that_is_written(path: str) -> None:
    script = path.split("/")[0]
    for href in parsed(path)[1].xpath(".//a/@href"):
        file = href.partition("#")[0]
        if not file or file.startswith("https://"):
            continue
        at = Path(path)
        start = at.parent if at.name == "index.md" or file.endswith(".md") else at.with_suffix("")
        goal = os.path.normpath(start / file)
        candidates = {goal, f"{goal}.md", os.path.join(goal, "index.md")}
        if file.endswith(FILES):  # stands once, beside the default variant's pages
            assert goal.removeprefix("zh-Hant/") in sample_outputs(), href
            continue
        assert candidates & set(WRITTEN), href
        assert goal.split("/")[0] == script


ALLOWED = {
    *("div", "h1", "h2", "p", "br", "a", "ul", "li", "dl", "dt", "dd", "span", "code"),
    *("details", "summary", "h3", "input", "ol"),
    *("table", "thead", "tbody", "tr", "th", "td", "strong"),
    *("nav", "ol", "form", "label", "select", "option", "button", "b"),
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
    *(
        "id",
        "class",
        "href",
        "rel",
        "lang",
        "scope",
        "data-id",
        "data-label",
        "data-failed",
        "role",
        "hidden",
    ),
    *(
        "aria-current",
        "aria-label",
        "aria-labelledby",
        "aria-live",
        "aria-atomic",
        "for",
        "name",
        "value",
        "type",
        *("autocomplete", "title", "aria-current"),
    ),
    *("data-kind", "data-agency", "data-part", "data-event"),
    *("xmlns", "viewbox", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "d"),
    *("width", "height", "colspan", "maxlength", "placeholder", "data-facet"),
    *(f"data-{it}" for it in ("category", "format", "frequency", "status", "spatial", "date")),
    *(f"data-{it}" for it in ("edtf", "rank", "text", "sort", "shown")),
}


@pytest.mark.parametrize("path", WRITTEN)
def test_no_attack_becomes_markup(path: str) -> None:
    """Every text of the sample's fund and of its dataset is one."""
    front, body, _ = parsed(path)
    assert {it.tag for it in body.iter()} <= ALLOWED
    assert {name for it in body.iter() for name in it.attrib} <= ATTRIBUTES
    assert not [href for href in body.xpath(".//@href") if "javascript" in href]
    assert not re.search("[<>\"']", str(front["title"]) + str(front["description"]))


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
    assert write(template, **values) == ("<br> 數碼港&#60; 3 第4行 数码港&#60;")


def test_front_matter_in_braces_is_no_comment() -> None:
    """`{#name}` is the anchor of a heading."""
    assert write("# x {#name}\n") == "# x {#name}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open Data Plan", '<span lang="en">Open Data Plan</span>'),
        ("Sea & Wind Co.", '<span lang="en">Sea &#38; Wind Co&#46;</span>'),
        ("CSV", "CSV"),
        ("5G", "5G"),
        ("R&D", "R&#38;D"),
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
    made = Page(
        "budget/x.md", "budget-table.html.j2", "x", (), {"shown": ShownTable(heads, (row,))}
    )
    page = fragment(writer().write(made))
    assert [it.get("data-label") for it in page.iter("td")] == list(heads)


def test_originals_of_one_kind_stand_under_one_label() -> None:
    """A list of terms has each term once."""
    name, note = Wording("名稱", "zh-Hant"), Wording("註", "zh-Hant")
    printed = [(name, "门"), (note, "个"), (name, "实"), (name, "一")]
    originals = tuple((it, Wording(text, "zh-Hans", document="d")) for it, text in printed)
    template = environment().from_string("{{ say(it) }}")
    made = Page("datasets/x.md", template, "x", (), {"it": originals[0][1]}, originals)
    [note_of_page] = re.findall("<dl>.*</dl>", writer().write(made), re.S)
    read = [(it.tag, it.text_content()) for it in fragment(note_of_page).iter("dt", "dd")]
    assert read == [("dt", "名稱"), ("dd", "门"), ("dd", "实"), ("dt", "註"), ("dd", "个")]


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
    assert made == f'"{shown}"'
