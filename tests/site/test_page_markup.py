"""What our pages mean by Markdown's marks."""

from pathlib import Path

import pytest
from lxml import html
from render.markdown_site import fragment, outline

from generator.site.front_matter import split_front_matter
from generator.site.page_markup import page_markup
from generator.site.page_source import published_source
from generator.site.sidecars import FILE, Sidecars


def made(markdown: str, rows: dict[str, dict[str, str]] | None = None) -> str:
    """The HTML of a page whose links lead to `<target>`, in bold letters."""
    return page_markup(markdown, str.upper, rows or {}, "本節").html


def element(markdown: str, rows: dict[str, dict[str, str]] | None = None) -> html.HtmlElement:
    return fragment(made(markdown, rows))


# --- labels, notes, lists -----------------------------------------------------------------------


@pytest.mark.parametrize("warning", ["***a***"])
def test_a_label_and_one_that_warns(warning: str) -> None:
    assert made(f"x *b* {warning} y") == (
        '<p>x <span class="tag">b</span> <span class="tag tag--planned">a</span> y</p>\n'
    )


@pytest.mark.parametrize(
    ("sign", "form"), [("○", "tag--open"), ("?", "tag--passed"), ("✓", "tag--done")]
)
def test_a_status_has_a_form_of_its_own(sign: str, form: str) -> None:
    assert made(f"x *{sign} b* y") == f'<p>x <span class="tag {form}">b</span> y</p>\n'


def test_a_paragraph_of_labels_is_the_status_of_the_page() -> None:
    assert made("***a*** *b*") == (
        '<p class="status"><span class="tag tag--planned">a</span> <span class="tag">b</span></p>\n'
    )


def test_what_is_to_be_seen_first_stays_strong() -> None:
    assert made("**a** b") == "<p><strong>a</strong> b</p>\n"


def test_a_note_is_a_paragraph_of_its_own() -> None:
    assert made("> a *b*\n\nc\n\n> d") == (
        '<p class="note">a <span class="tag">b</span></p>\n<p>c</p>\n<p class="note">d</p>\n'
    )


@pytest.mark.parametrize(
    ("markdown", "kind"),
    [
        ("- **2024年** a\n- b", "events"),
        ("- **2024年** a\n\n    - b\n\n- c", "events"),
        ("- [a](#b)\n- [c](#d)", "chips"),
        ("- [a](b.md)", None),
        ("- a **b**", None),
    ],
)
def test_a_list_of_dates_and_one_of_the_page_s_parts(markdown: str, kind: str | None) -> None:
    [outer] = element(markdown)
    assert (outer.tag, outer.get("class")) == ("ul", kind)
    assert not outer.xpath(".//ul/@class")


def test_an_item_to_which_links_lead_has_what_scripts_ask_of_it() -> None:
    rows = {"event-1": {"kind": "launch", "agency": 'sea "fund"'}}
    page = element('- <span id="event-1"></span>a\n- <span id="event-2"></span>b', rows)
    first, second = page.iter("li")
    assert dict(first.attrib) == {
        "id": "event-1",
        "data-kind": "launch",
        "data-agency": 'sea "fund"',
    }
    assert dict(second.attrib) == {"id": "event-2"}
    assert not page.xpath(".//span")


# --- headings -----------------------------------------------------------------------------------


def test_a_heading_leads_to_itself_and_the_title_does_not() -> None:
    """A sign alone would be read aloud as "number"."""
    assert made("# a {#name}\n\n## b {#part}\n\n#### c {#deep}") == (
        '<h1 id="name">a</h1>\n'
        '<h2 id="part">b<a class="headerlink" href="#part" aria-label="本節">#</a></h2>\n'
        '<h4 id="deep">c</h4>\n'
    )


def test_what_follows_a_folded_heading_is_folded_up_to_the_next() -> None:
    page = element("## a {#a}\n\n### b {#b .folded}\n\nc\n\n- d\n\n## e {#e}\n\nf")
    assert [it.tag for it in page] == ["h2", "details", "h2", "p"]
    assert outline(page[1]) == outline(
        html.fragment_fromstring(
            '<details class="folded"><summary id="b">b</summary><p>c</p><ul><li>d</li></ul>'
            "</details>"
        )
    )


def test_a_folded_part_may_follow_another_and_end_the_page() -> None:
    page = element("### b {#b .folded}\n\nc\n\n### d {#d .folded}\n\ne")
    assert [it.text_content().split() for it in page] == [["b", "c"], ["d", "e"]]
    assert {it.tag for it in page} == {"details"}


def test_words_that_look_like_a_fold_fold_nothing() -> None:
    page = element("## a .folded {#a}\n\nb .folded\n\n## c {#c}")
    assert [it.tag for it in page] == ["h2", "p", "h2"]


def test_the_table_of_contents_has_three_levels_and_nothing_folded() -> None:
    markdown = (
        "# a {#name}\n\n## *b* & [c](d.md) {#b}\n\n### e[°](#converted) {#e}\n\n#### f {#f}\n\n"
        "### g {#g .folded}\n\n## h {#h}\n\n## no place\n"
    )
    page = page_markup(markdown, str, {}, "x")
    assert page.toc == [
        {
            "id": "name",
            "name": "a",
            "level": 1,
            "children": [
                {
                    "id": "b",
                    "name": "b &amp; c",
                    "level": 2,
                    "children": [{"id": "e", "name": "e", "level": 3, "children": []}],
                },
                {"id": "h", "name": "h", "level": 2, "children": []},
            ],
        }
    ]
    assert page.anchors == {"name", "b", "e", "f", "g", "h"}


def test_places_are_headings_rows_items_and_points_of_a_chart() -> None:
    markdown = (
        '# a {#name}\n\n- <span id="item"></span>b\n\n| c | d |\n| --- | --- |\n'
        '| <span id="row"></span>e | f |\n\n<figure class="chart"><svg id="drawn"></svg></figure>\n'
    )
    assert page_markup(markdown, str, {}, "x").anchors == {"name", "item", "row", "drawn"}


# --- links and drawings -------------------------------------------------------------------------


def test_links_are_looked_up_and_those_that_leave_or_prove_say_so() -> None:
    page = element(
        "[a](b.md) [c](https://c.example/?d=e&f=g) [°](#converted) "
        "[h](../documents/h.md#line-3) [i](#j)"
    )
    assert [dict(it.attrib) for it in page.iter("a")] == [
        {"href": "B.MD"},
        {"href": "https://c.example/?d=e&f=g", "rel": "external"},
        {"class": "converted", "href": "#converted"},
        {"href": "../DOCUMENTS/H.MD#LINE-3"},
        {"href": "#J"},
    ]


def test_two_drawings_stand_beside_each_other_and_one_alone() -> None:
    drawing = '<figure class="chart"><svg></svg></figure>\n\n'
    assert [it.tag for it in element(f"a\n\n{drawing}b")] == ["p", "figure", "p"]
    page = element(f"a\n\n{drawing}{drawing}b")
    assert [it.tag for it in page] == ["p", "div", "p"]
    assert [it.tag for it in page[1]] == ["figure", "figure"]


def test_all_that_follows_the_finder_s_form_is_its_list() -> None:
    bar = '<div class="finder__bar"><b>1</b></div>'
    page = element(f'a\n\n<form class="finder__form">\n<b>x</b>\n</form>\n\n{bar}\n\nb\n\n- c\n')
    assert [it.tag for it in page] == ["p", "div"]
    form, _, shown = page[1]
    assert (form.tag, shown.get("class")) == ("form", "finder__list")
    assert [it.tag for it in shown] == ["p", "ul"]


# --- tables -------------------------------------------------------------------------------------

TABLE = """\
| Date | Name | Sum |
| :-: | --- | --: |
| <span id="row-1"></span>2024 | [a](../datasets/sea-tides.md) *new*<br>（b） | 3 |
|  | **c** | **4** |
|  | d |  |
"""


def test_a_table_says_what_its_cells_are() -> None:
    rows = {"sea-tides": {"date": "2024", "text": 'x "y" <z>'}}
    page = element(TABLE, rows)
    wanted = """<div><table class="records records--listed">
    <thead><tr><th scope="col" class="date">Date</th><th scope="col">Name</th>
    <th scope="col" class="num">Sum</th></tr></thead><tbody>
    <tr id="row-1" data-date="2024" data-text='x "y" &lt;z&gt;'>
    <td class="date" data-label="Date">2024</td>
    <th scope="row"><a href="../DATASETS/SEA-TIDES.MD">a</a> <span class="tag">new</span>
    <br><span class="quiet">（b）</span></th><td class="num" data-label="Sum">3</td></tr>
    <tr class="total"><td class="date empty" data-label="Date"></td>
    <th scope="row"><strong>c</strong></th>
    <td class="num" data-label="Sum"><strong>4</strong></td></tr>
    </tbody><tbody><tr class="part"><th scope="rowgroup" colspan="3"><details>
    <summary>d <span class="facet__count">0</span></summary></details></th></tr>
    </tbody></table></div>"""
    assert outline(page) == outline(html.fragment_fromstring(wanted))


def test_a_table_of_which_no_row_is_a_known_record() -> None:
    """Below its headings nothing is folded."""
    page = element(TABLE)
    assert [it.get("class") for it in page.iter("table")] == ["records"]
    assert len(page.xpath(".//tbody")) == 1
    assert [it.tag for it in page.xpath(".//tr[@class='part']/*")] == ["td", "th", "td"]


def test_the_groups_of_a_list_fold_below_their_headings() -> None:
    """Each with the number of its rows; a row is known by its record or by its place."""
    group, other = '| <span id="{0}"></span>{0} | | |\n', "| {0} | 1 | 2 |\n"
    text = "| a | b | c |\n| --- | --- | --- |\n" + "".join(
        [
            group.format("first"),
            other.format("[x](sea.md#depth)"),
            other.format('<span id="depth-2"></span>[y](sea.md#depth)'),
            group.format("second").replace("</span>second", "</span>second<br>（1 m）"),
            other.format("[z](sky.md)"),
        ]
    )
    page = element(text, {"sea": {"id": "sea"}, "depth-2": {"id": "2"}})
    bodies = page.xpath(".//tbody")
    heads = [body[0] for body in bodies]
    assert [dict(it.attrib) for it in heads] == [
        {"id": "first", "class": "part"},
        {"id": "second", "class": "part"},
    ]
    summaries = [it.xpath("string(.//details/summary)") for it in heads]
    assert summaries == ["first 2", "second 1（1 m）"]
    assert heads[1].xpath("string(.//span[@class='quiet'])") == "（1 m）"
    assert [it.xpath("string(./th/@colspan)") for it in heads] == ["3", "3"]
    assert [dict(it.attrib) for it in bodies[0][1:]] == [
        {"data-id": "sea"},
        {"id": "depth-2", "data-id": "2"},
    ]


def test_a_table_of_nothing_but_numbers_is_named_by_the_first_column() -> None:
    [row] = element("| a | b |\n| --: | :-: |\n| 1 | 2 |").xpath(".//tbody/tr")
    assert [(it.tag, it.get("class")) for it in row] == [("th", "num"), ("td", "date")]


def test_a_table_without_rows_has_its_head() -> None:
    page = element("| a | b |\n| --- | --- |\n\nc")
    assert page.xpath(".//thead//th/text()") == ["a", "b"]
    assert page.xpath(".//tbody/*") == []
    assert [it.tag for it in page] == ["table", "p"]


@pytest.mark.parametrize(
    "head", ['"x" onclick=y', "<b>", "' data-label='", "&#124;", "[a](b.md)", "*a*", "</table>"]
)
def test_a_hostile_head_is_a_label(head: str) -> None:
    from generator.render.escape import escape

    page = element(f"| a | {escape(head.replace('&#124;', '|'))} |\n| --- | --- |\n| b | c |")
    [cell] = page.iter("td")
    assert dict(cell.attrib) == {"data-label": head.replace("&#124;", "|")}


def test_a_label_has_no_markup_of_its_head() -> None:
    page = element('| a | <span lang="en">Whole head</span> *x* |\n| --- | --- |\n| b | c |')
    assert page.xpath(".//td/@data-label") == ["Whole head x"]


# --- sources and sidecars -----------------------------------------------------------------------


def test_a_published_page_leads_to_published_pages() -> None:
    source = (
        "[a](../agencies/sea.md) [b](index.md?agency=sea#x) [c](../plan.md#line-2) [d](#e) "
        "[f](https://x.example/a.md) [g](../../data/v1/datasets.csv) `[h](i.md)` "
        '\\[j\\](k.md) <a href="../agencies/sea.md">l</a>'
    )
    addresses = {
        "../agencies/sea.md": "../../agencies/sea/",
        "index.md?agency=sea#x": "../?agency=sea#x",
        "../plan.md#line-2": "../../plan/#line-2",
        "../../data/v1/datasets.csv": "../../data/v1/datasets.csv",
        "k.md": "WRONG/",
    }
    assert published_source(source, addresses) == (
        "[a](../../agencies/sea/index.md) [b](../index.md?agency=sea#x) "
        "[c](../../plan/index.md#line-2) [d](#e) "
        "[f](https://x.example/a.md) [g](../../data/v1/datasets.csv) `[h](i.md)` "
        '\\[j\\](k.md) <a href="../../agencies/sea/index.md">l</a>'
    )


def test_the_page_above_is_a_file_as_well() -> None:
    assert published_source("[a](index.md)", {"index.md": "./"}) == "[a](index.md)"
    assert published_source("[a](../index.md)", {"../index.md": "../../"}) == "[a](../../index.md)"


def test_a_sidecar_is_that_of_its_page(tmp_path: Path) -> None:
    (tmp_path / "zh-Hans").mkdir()
    text = 'a.md\t{"wide": true}\nb/c.md\t{"script": "x\\u2028"}\n'
    (tmp_path / "zh-Hans" / FILE).write_text(text, "utf-8")
    asked: list[str] = []

    def preview(source: str) -> str | None:
        asked.append(source)
        return '{"script": "preview"}' if source == "zh-Hans/d.md" else None

    sidecars = Sidecars(tmp_path, preview, "zh-Hans")
    assert sidecars.of("zh-Hans/a.md") == {"wide": True}
    assert sidecars.of("zh-Hans/b/c.md") == {"script": "x\u2028"}
    assert sidecars.of("zh-Hans/d.md") == {"script": "preview"}
    assert sidecars.of("zh-Hans/e.md") == {}
    assert sidecars.of("zh-Hant/a.md") == {}
    assert Sidecars(tmp_path, preview, "zh-Hant").of("zh-Hant/a.md") == {}


@pytest.mark.parametrize(
    ("source", "split"),
    [
        ("---\ntitle: a\nsources:\n- b:1\n---\nc\n", ("c\n", {"title": "a", "sources": ["b:1"]})),
        ("a\n---\nb: c\n---\n", ("a\n---\nb: c\n---\n", {})),
        ("---\n\n---\na", ("a", {})),
        ("", ("", {})),
    ],
)
def test_front_matter_stands_between_two_rules_at_the_top(
    source: str, split: tuple[str, dict[str, object]]
) -> None:
    assert split_front_matter(source) == split
