"""Text from records cannot become markup, wherever a template puts it.

Each property renders with the extensions of mkdocs.yml and reads the result as a browser does.
"""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from render.markdown_site import fragment, marked_up, rendered, words
from render.odd_texts import HOSTILE, LINE, LINES, SNIPPETS

from generator.render.escape import (
    FrontMatter,
    Markdown,
    escape,
    escape_lines,
    escape_paragraphs,
    escape_url,
    front_matter,
    heading_id,
    html_text,
)
from generator.render.instructions import code_markup, numbered_list


@settings(deadline=None)
@given(LINE)
@example("".join(SNIPPETS))
@example("1. 一、數據")
def test_in_a_paragraph(text: str) -> None:
    page = rendered(escape(text))
    assert [it.tag for it in page.iter()] == ["div", "p"]
    assert words(page.text_content()) == words(text)
    assert page[0].attrib == {}


@settings(deadline=None)
@given(LINES)
def test_lines_of_a_paragraph(text: str) -> None:
    page = rendered(escape_lines(text))
    assert [it.tag for it in page.iter()] == ["div", "p", *["br"] * text.count("\n")]
    [paragraph] = page
    shown = [paragraph.text, *(it.tail for it in paragraph)]
    assert [words(it or "") for it in shown] == [words(it) for it in text.split("\n")]


@settings(deadline=None)
@given(LINES)
def test_paragraphs(text: str) -> None:
    page = rendered(escape_paragraphs(text))
    assert [it.tag for it in page.iter()] == ["div", *["p"] * (text.count("\n") + 1)]
    assert [words(it.text_content()) for it in page] == [words(it) for it in text.split("\n")]


@settings(deadline=None)
@given(LINE)
@example("x {#evil onclick=alert(1)}")
def test_in_a_heading_with_an_anchor(text: str) -> None:
    page = rendered(f"# {escape(text)} {{#name}}")
    [heading] = page
    assert heading.tag == "h1"
    assert len(heading) == 0
    assert dict(heading.attrib) == {"id": "name"}
    assert words(heading.text_content()) == words(text)


@settings(deadline=None)
@given(LINE)
def test_in_the_table_of_contents(text: str) -> None:
    """MkDocs hands the theme a heading's text and identifier; both are printed as they are."""
    [page] = marked_up(f"# x {{#name}}\n\n## {escape(text)} {{#part-1}}").toc
    [entry] = page["children"]
    assert entry["id"] == "part-1"
    shown = fragment(f"<a>{entry['name']}</a>")
    assert [it.tag for it in shown.iter()] == ["div", "a"]
    assert words(shown.text_content()) == words(text)


@settings(deadline=None)
@given(LINE)
def test_in_a_link_of_a_list(text: str) -> None:
    page = rendered(f"- [{escape(text)}](../agencies/sea.md)")
    assert [it.tag for it in page.iter()] == ["div", "ul", "li", "a"]
    assert dict(page[0][0][0].attrib) == {"href": "../agencies/sea.md"}
    assert words(page.text_content()) == words(text)


@settings(deadline=None)
@given(LINE, LINE)
def test_in_a_definition(term: str, text: str) -> None:
    page = rendered(f"{escape(term)}\n:   {escape(text)}\n")
    assert [it.tag for it in page.iter()] == ["div", "dl", "dt", "dd"]
    assert [words(it.text_content()) for it in page[0]] == [words(term), words(text)]


@settings(deadline=None)
@given(LINE)
def test_in_the_head_and_a_cell_of_a_table(text: str) -> None:
    escaped = escape(text)
    page = rendered(f"| {escaped} | b |\n| --- | --- |\n| {escaped} | c |\n| d | {escaped} |")
    assert {it.tag for it in page.iter()} == {"div", "table", "thead", "tbody", "tr", "th", "td"}
    assert [words(it.text_content()) for it in page.iter("th", "td")] == [
        *(words(text), "b"),
        *(words(text), "c"),
        *("d", words(text)),
    ]
    assert [words(it.get("data-label")) for it in page.iter("td")] == ["b", "b"]


@settings(deadline=None)
@given(LINE)
def test_in_a_block_of_html(text: str) -> None:
    written = html_text(text)
    page = rendered(f'a\n\n<p class="x" title="{written}">{written}</p>\n\nb')
    assert [it.tag for it in page.iter()] == ["div", "p", "p", "p"]
    assert set(page[1].attrib) == {"class", "title"}
    assert words(page[1].get("title")) == words(page[1].text_content()) == words(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025-2027年度", "2025-2027年度"),
        ("DATA.GOV.HK", "DATA.GOV.HK"),
        ("R&D（研究與發展）", "R&D（研究與發展）"),
        ("a_b = c: 5 > 3, (x) +1 -1 #1 ~", "a_b = c: 5 > 3, (x) +1 -1 #1 ~"),
        ("第1.2節", "第1.2節"),
        ("-5%", "-5%"),
        ("3.14", "3.14"),
        ("好！", "好！"),
        ("'a' \"b\"", "'a' \"b\""),
        ("a * b", "a \\* b"),
        ("_a_ 數_據", "\\_a\\_ 數\\_據"),
        ("[x](y)", "\\[x\\](y)"),
        ("{x}", "\\{x\\}"),
        ("<b>", "&lt;b>"),
        ("&lt; &#60; &", "&amp;lt; &amp;#60; &amp;"),
        ("a | b", "a &#124; b"),
        ("C:\\x", "C:\\\\x"),
        ("~~a~~", "&#126;&#126;a&#126;&#126;"),
        ("1. a", "1\\. a"),
        ("2024) a", "2024\\) a"),
        ("1.", "1\\."),
        ("- a", "\\- a"),
        ("--", "\\--"),
        ("+ a", "\\+ a"),
        ("# a", "\\# a"),
        ("C#", "C\\#"),
        ("> a", "&gt; a"),
        (": a", "&#58; a"),
        ("=1+1", "&#61;1+1"),
        ("好!", "好\\!"),
    ],
)
def test_a_sign_is_escaped_only_where_it_would_mean_something(text: str, written: str) -> None:
    assert escape(text) == written


# --- front matter -------------------------------------------------------------------------------


@settings(deadline=None)
@given(HOSTILE)
@example('a"b\\c: {d} #e\n---\nf')
@example("<title>")
@example("2026-01-01")
@example("~")
@example("NO")
@example("=")
@example("a:")
@example("a: b")
@example("a #b")
@example("a\u0085b\u2028c\u2029d")
def test_a_front_matter_value_is_read_back_as_text(text: str) -> None:
    source = (
        f"title: {front_matter(text)}\ndescription: {front_matter('x')}\n"
        f"sources:\n- {front_matter(text)}\n"
    )
    line = words(" ".join(text.splitlines()))
    assert yaml.safe_load(source) == {"title": line, "description": "x", "sources": [line]}


@pytest.mark.parametrize("text", ["海風觀測署", "Sea & Wind Co.", "sea-plan:12", "海（1）", "a, b"])
def test_a_front_matter_value_that_yaml_reads_alike_has_no_quotes(text: str) -> None:
    assert front_matter(text) == text


@settings(deadline=None)
@given(HOSTILE)
def test_a_front_matter_value_stays_on_its_line(text: str) -> None:
    assert len(front_matter(text).splitlines()) == 1


# --- anchors ------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.from_regex(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+){0,3}", fullmatch=True))
def test_every_code_of_the_model_can_be_the_anchor_of_a_heading(code: str) -> None:
    """Agency kinds, parts of prose, sections and identifiers; the margin links to it as well."""
    made = marked_up(f"## x {{#{heading_id(code)}}}")
    assert [it.get("id") for it in fragment(made.html)] == [it["id"] for it in made.toc] == [code]


@pytest.mark.parametrize(
    "text", ["", "a b", "a}", "a{", "海", "a&#45;b", 'a"', "a\n", ".a=b", "a onclick=b"]
)
def test_no_other_text_can_be_an_anchor(text: str) -> None:
    with pytest.raises(ValueError, match="not an anchor"):
        heading_id(text)


# --- types and addresses ------------------------------------------------------------------------


@settings(deadline=None)
@given(HOSTILE)
def test_only_these_functions_make_markdown_of_a_str(text: str) -> None:
    for function in (escape, escape_lines, escape_paragraphs):
        assert type(function(text)) is Markdown
    assert type(front_matter(text)) is FrontMatter
    assert type(escape(text) + "x") is str


@pytest.mark.parametrize(
    "url", ["https://sea.example/", "http://sea.example:8080/a%20b?c=d&e=f'#g"]
)
def test_a_web_address_reads_back_from_its_attribute(url: str) -> None:
    page = rendered(f"[x]({escape_url(url)})")
    [link] = page.iter("a")
    assert dict(link.attrib) == {"href": url, "rel": "external"}


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JavaScript://sea.example/%0aalert(1)", "data:text/html,x"),
        *("file:///etc/passwd", "ftp://sea.example/", "mailto:a@sea.example", "//sea.example/"),
        *("sea.example", "/agencies/", "https:", "https:///x", "https:sea.example", "", " "),
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    """The model has refused it before; here it would be a programming mistake."""
    with pytest.raises(ValueError, match="not a web address: "):
        escape_url(url)


@settings(deadline=None)
@given(HOSTILE)
def test_no_text_is_an_address_that_runs(text: str) -> None:
    for scheme in ("javascript:", "data:", "vbscript:"):
        with pytest.raises(ValueError, match="not a web address"):
            escape_url(scheme + text)


def test_a_line_break_is_a_space_and_a_space_stays_one() -> None:
    """A heading or a cell of a table is one line."""
    assert escape("two words\nand more") == "two words and more"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按 `開始`。", "按 `開始`。"),
        ("`<b>` 和 *", "`<b>` 和 \\*"),
        ("沒有", "沒有"),
        ("`a` `b", "`a` `b`"),
    ],
)
def test_code_stands_between_backticks(text: str, expected: str) -> None:
    assert code_markup(text) == expected


def test_instructions_are_numbered_a_line_each() -> None:
    assert numbered_list("先 `a`\n後 <b>") == "1. 先 `a`\n1. 後 &lt;b>\n"
    assert numbered_list("Run the command") == '1. <span lang="en">Run the command</span>\n'
