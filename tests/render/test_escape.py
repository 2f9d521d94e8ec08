"""Text from records cannot become markup, wherever a template puts it.

Each property renders with the extensions of mkdocs.yml and reads the result as a browser does.
"""

import html
import json

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from render.markdown_site import converter, fragment, rendered, words

from generator.render.escape import (
    FrontMatter,
    Markdown,
    escape,
    escape_lines,
    escape_paragraphs,
    escape_url,
    front_matter,
    front_matter_json,
    heading_id,
)
from generator.render.instructions import code_markup, numbered_list

SNIPPETS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "</td></table>", "<b"),
    *("[x](javascript:alert(1))", "![x](y)", "[x][y]", "[x]: y", "<https://x.example>", "[^1]"),
    *(
        "&amp;",
        "&#60;",
        "&lt",
        "&",
        "{ onclick=alert(1) }",
        "{#x}",
        "{: .x }",
        "{{ x }}",
        "{% x %}",
    ),
    *("*a*", "_a_", "**", "__", "`a`", "```", "~~~", "\\", "\\*", "---", "===", "***", "#", "# x"),
    *(
        "1. ",
        "- ",
        "+ ",
        "* ",
        "> ",
        ": ",
        ":   x",
        "a | b",
        "|---|",
        "    ",
        "!!! note",
        "$x$",
        "x^2",
    ),
    *('"', "'", "--", "...", "klzzwxh:0001", "wzxhzdk:0", "數據", "说", "𠮷", "\u00a0", "\u3000"),
)
"""Whatever Markdown, its extensions, HTML or Jinja give a meaning to."""

# Control characters, lone surrogates and non-characters are refused by the loader.
TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda it: ord(it) & 0xFFFE != 0xFFFE)
).filter(lambda it: not any(0xFDD0 <= ord(char) <= 0xFDEF for char in it))
HOSTILE = st.lists(st.sampled_from(SNIPPETS) | TEXT, max_size=8).map("".join)


def as_typed(text: str) -> bool:
    """Whether the model takes `text` as a line: no spaces at its ends, and not empty."""
    return bool(text) and text == text.strip()


LINE = HOSTILE.map(str.strip).filter(as_typed)
LINES = st.lists(LINE, min_size=1, max_size=4).map("\n".join)


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
    # Its only child is the link to itself.
    [link] = heading
    assert (link.get("class"), link.get("href"), link.text) == ("headerlink", "#name", "#")
    assert dict(heading.attrib) == {"id": "name"}
    assert words(heading.text_content().removesuffix("#")) == words(text)


@settings(deadline=None)
@given(LINE)
def test_in_the_table_of_contents(text: str) -> None:
    """MkDocs hands the theme a heading's text and identifier; both are printed as they are."""
    site = converter()
    site.convert(f"# x {{#name}}\n\n## {escape(text)} {{#part-1}}")
    [entry] = site.toc_tokens
    assert entry["id"] == "part-1"
    shown = fragment(f"<a>{entry['name']}</a>")
    assert [it.tag for it in shown.iter()] == ["div", "a"]
    assert words(shown.text_content()) == words(text)


@settings(deadline=None)
@given(LINE)
def test_in_a_link_of_a_list(text: str) -> None:
    page = rendered(f"-   [{escape(text)}](../agencies/sea.md)")
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
def test_in_a_cell_and_an_attribute_of_a_table_in_html(text: str) -> None:
    escaped = escape(text)
    page = rendered(f'<table>\n<tr><td data-label="{escaped}">{escaped}</td></tr>\n</table>')
    [cell] = page.iter("td")
    assert {it.tag for it in page.iter()} <= {"div", "table", "tbody", "tr", "td"}
    assert len(cell) == 0
    assert list(cell.attrib) == ["data-label"]
    assert words(cell.get("data-label")) == words(cell.text_content()) == words(text)


@settings(deadline=None)
@given(LINE)
def test_in_a_paragraph_with_a_class(text: str) -> None:
    page = rendered(f"{escape(text)}\n{{ .note }}")
    assert [it.tag for it in page.iter()] == ["div", "p"]
    assert dict(page[0].attrib) == {"class": "note"}
    assert words(page.text_content()) == words(text)


# --- front matter -------------------------------------------------------------------------------


@settings(deadline=None)
@given(HOSTILE)
@example('a"b\\c: {d} #e\n---\nf')
@example("<title>")
@example("2026-01-01")
@example("a\u0085b\u2028c\u2029d")
def test_a_front_matter_value_is_read_back_as_text_of_html(text: str) -> None:
    """MkDocs reads YAML; the theme prints the value into HTML as it is."""
    source = f"title: {front_matter(text)}\ndescription: {front_matter('x')}\n"
    assert yaml.safe_load(source) == {"title": html.escape(words(text)), "description": "x"}


def test_json_in_front_matter_is_read_back_as_it_was() -> None:
    head = {"linked": 'a "quoted" \\ text: # 海', "json": None}
    source = f"head: {front_matter_json(json.dumps(head, ensure_ascii=False))}\n"
    assert yaml.safe_load(source) == {"head": head}


@pytest.mark.parametrize("text", ["[1]", "a: b", '{\n"a": 1}', '"text"'])
def test_front_matter_takes_no_json_but_an_object_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"JSON object|Expecting value"):
        front_matter_json(text)


@settings(deadline=None)
@given(HOSTILE)
def test_a_front_matter_value_stays_on_its_line(text: str) -> None:
    assert len(front_matter(text).splitlines()) == 1


# --- anchors ------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.from_regex(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+){0,3}", fullmatch=True))
def test_every_code_of_the_model_can_be_the_anchor_of_a_heading(code: str) -> None:
    """Agency kinds, parts of prose, sections and identifiers; the margin links to it as well."""
    site = converter()
    page = fragment(site.convert(f"## x {{#{heading_id(code)}}}"))
    assert [it.get("id") for it in page] == [it["id"] for it in site.toc_tokens] == [code]


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
    "url", ["https://sea.example/", "http://sea.example:8080/a%20b?c=d&e=[f]#g"]
)
def test_a_web_address_reads_back_from_its_attribute(url: str) -> None:
    page = rendered(f'<p><a href="{escape_url(url)}">x</a></p>')
    [link] = page.iter("a")
    assert dict(link.attrib) == {"href": url}


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
        ("按 `開始`。", "按 <code>開始</code>。"),
        ("`<b>` 和 *", "<code>&#60;b&#62;</code> 和 &#42;"),
        ("沒有", "沒有"),
        ("`a` `b", "<code>a</code> <code>b</code>"),
    ],
)
def test_code_stands_between_backticks(text: str, expected: str) -> None:
    assert code_markup(text) == expected


def test_instructions_are_numbered_a_line_each() -> None:
    assert numbered_list("先 `a`\n後 <b>") == "1. 先 <code>a</code>\n1. 後 &#60;b&#62;\n"
    assert numbered_list("Run the command") == '1. <span lang="en">Run the command</span>\n'
