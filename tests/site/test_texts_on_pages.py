"""Any text, at every place where templates put texts, is what the reader of the page reads.

A page is written with the texts and with three signs in their places; what a browser reads of the
first is what it reads of the second with the texts for the signs. The other parser of Markdown
reads both alike.
"""

from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from render.markdown_site import (
    PERMALINK,
    fragment,
    marked_up,
    outline,
    python_markdown,
    rendered,
    words,
)
from render.odd_texts import SNIPPETS, SPACED

from generator.render.escape import Markdown, escape, escape_lines, escape_paragraphs, html_text
from generator.render.inline_markup import place, planned_tag, quiet, strong, tag
from generator.render.language_markup import in_english, in_language
from generator.render.links import CONVERTED_MARK, PageLinks
from generator.site.page_markup import page_markup

SIGNS = ("甲", "乙", "丙")


def page(*texts: str) -> str:
    """Markdown with three texts at all kinds of places, beside each other and alone."""
    first, second, third = map(escape, texts)
    links = PageLinks("datasets/x.md", {})
    link = links.link("agencies/y.md#line-3", second)
    marked = links.link("agencies/y.md", Markdown(third + CONVERTED_MARK))
    outside = links.external("https://y.example/(a)?b=[c]&d=e", first)
    return f"""# {first} {{#name}}

{tag(first)} {planned_tag(second)} {tag(third)}

{first}

{second}{link}{third}

{first}{outside}{second}{marked}{third}

{strong(first)} {second} {tag(third)} {planned_tag(first)}

{first}{CONVERTED_MARK}{second}<br>{third}

{escape_lines(texts[0].strip() + chr(10) + texts[1].strip())}

{escape_paragraphs(texts[2].strip() + chr(10) + texts[1].strip())}

{first}
:   {second}
:   {link}{third}

{third}
:   {first} {tag(second)}

{second}
:   {in_language(first, "zh-Hans")}{third}{quiet(second)}

## {second} {first}{CONVERTED_MARK} {{#part}}

> {first}{link}

### {link} {{#part-2}}

> {third}

| {first} | {second} | {third} |
| --- | :-: | --: |
| {first} | {second} | {third} |
| {place("row-1")}{link} {tag(first)}{quiet(second)} | {third}<br>{first} | {strong(third)} |
|  | {in_english(texts[1])} |  |
| {third} |  |  |

- {first}
- {link}{quiet(third)}
- {second}{link}{third}

#### {third} {{#part-3}}

- {place("item-1")}**2024年** {tag(second)} {third}<br>{link} · {marked}

    - {first}
    - {second}{link}

- **2023年** {first} {link}

{third} {link}

1. {first}
1. {second}

### {third} {{#part-4 .folded}}

{second}

<p class="x" title="{html_text(texts[0])}"><b>{html_text(texts[0])}</b>{html_text(texts[2])}</p>

{third}
"""


def filled(line: str, texts: tuple[str, str, str]) -> str:
    """A line of an outline with the texts in place of their signs."""
    parts = line.translate({ord(sign): f"\0{n}\0" for n, sign in enumerate(SIGNS)}).split("\0")
    said = (texts[int(it)] if n % 2 else it for n, it in enumerate(parts))
    text = "".join(said)
    name, equals, value = text.partition("=") if line.startswith("@") else ("", "", text)
    return f"{name}{equals}{words(value)}"


@settings(deadline=None, max_examples=150)
@given(SPACED, SPACED, SPACED)
@example("".join(SNIPPETS), "\\", "|")
@example("    x", "x  ", " # ")
@example("*", "_", "`")
@example("x #", "C# ##", "C#")
@example("-", "1.", ":")
@example("&am", "p;", "#60;")
@example("![", "](javascript:alert(1))", "{#x .folded}")
def test_every_text_is_read_as_it_was_written(first: str, second: str, third: str) -> None:
    texts = (first, second, third)
    # A line in full-width brackets below another is shown as a remark, whoever wrote it.
    assume(not any(it.strip().startswith("（") and it.strip().endswith("）") for it in texts))
    read = outline(rendered(page(*texts)))
    wanted = [filled(line, texts) for line in outline(rendered(page(*SIGNS)))]
    assert read == wanted


@settings(deadline=None, max_examples=100)
@given(SPACED, SPACED, SPACED)
@example("".join(SNIPPETS), "\\", "|")
@example("-", "1.", "C#")
def test_another_parser_reads_the_same_page(first: str, second: str, third: str) -> None:
    source = page(first, second, third)
    other = page_markup(source, lambda target: target, {}, PERMALINK, python_markdown)
    assert outline(fragment(other.html)) == outline(rendered(source))
    assert contents(other.toc) == contents(marked_up(source).toc)


@settings(deadline=None)
@given(SPACED, SPACED, SPACED)
def test_the_margin_reads_as_the_headings_do(first: str, second: str, third: str) -> None:
    """MkDocs hands the theme a heading's text and identifier; both are printed as they are."""
    # An English text stands in no <span> there, and the mark of a converted one is left out.
    assert contents(marked_up(page(first, second, third)).toc) == [
        ("name", words(first)),
        ("part", words(f"{second} {first}")),
        ("part-2", words(second)),
    ]


def contents(tokens: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """(anchor, text as a browser reads it) of a table of contents."""
    return [
        entry
        for token in tokens
        for entry in (
            (token["id"], words(fragment(f"<a>{token['name']}</a>").text_content())),
            *contents(token["children"]),
        )
    ]


PAYLOADS = (
    "](javascript:alert(1))",
    "[a](javascript:alert(1))",
    '<span id="name"></span>x',
    "x {#name .folded}",
    "### x {#y .folded}",
    "***x***",
    "> x",
    "[°](#converted)",
    "a<br>（x）",
    "a | b",
    "|",
    "x\\",
    "\\",
    "&lt;script&gt;x",
    "[x]: https://evil.example/",
    "[1]: <javascript:alert(1)> 'x'",
    "<!-- x -->",
    "<!--",
    "-->",
    "<https://evil.example/>",
    "<javascript:alert(1)>",
    "x\\|y",
    "`x` ``y",
    "**x",
    "_x_ __y__",
    "x *y* ***",
    "| --- | --- |",
    ":   x",
    "--",
    "- - -",
    "* * *",
    "1) x",
    "x #",
    "C# ##",
    "~~x~~",
    "![x](https://evil.example/p.png)",
    "</span></th></table><b>",
    '<form class="finder__form">x</form>',
    '<figure class="chart">x</figure><figure class="chart">',
    '<td data-label="x">',
    '<h2 id="x" class="folded">y</h2>',
    "{: .x onclick=y }",
    "&#60;b&#62;",
    "a &am",
    "\\<b\\>",
    "<details open ontoggle=x>",
    "[x][y]",
    "[^1]: x",
    "*[HTML]: y",
    '" onclick=alert(1) x="',
    "]( <x> )",
    '[x](#a "b")',
    "\\[x\\](y)",
    "http://a.example/?b=c&copy=d",
)
"""Invented against exactly what our pages mean by Markdown's marks."""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_was_invented_against_this_design_is_text(payload: str) -> None:
    for texts in ((payload, "b", "c"), ("a", payload, payload), (payload, payload, payload)):
        wanted = [filled(line, texts) for line in outline(rendered(page(*SIGNS)))]
        assert outline(rendered(page(*texts))) == wanted
