"""HTML that the generator wrote passes Markdown untouched, and nothing else does."""

import pytest
from generator.site.raw_html import with_named_links, with_plain_signs
from markdown import Markdown


def converted(text: str) -> str:
    site = Markdown(extensions=["attr_list", "def_list", "generator.site.raw_html", "toc"])
    return str(site.convert(text))


@pytest.mark.parametrize(
    "block",
    [
        "<table>\n<tr><td>*a* [x](y) &#60;</td></tr>\n</table>",
        '<ul class="doors">\n<li>_a_</li>\n</ul>',
        '<p class="status"><span>{: #x }</span></p>',
    ],
)
def test_a_block_of_html_is_kept_as_it_is(block: str) -> None:
    assert converted(f"# a {{#name}}\n\n{block}\n\nb") == (
        f'<h1 id="name">a</h1>\n{block}\n<p>b</p>'
    )


def test_what_only_begins_or_ends_like_a_block_is_read_as_markdown() -> None:
    assert "<em>a</em>" in converted("x <table> *a* </table>")
    assert "<em>a</em>" in converted("<b>x</b> *a*")
    assert "<em>a</em>" in converted("*a*\n\n<table>\n\n*b*")


def test_a_block_that_is_not_closed_in_its_paragraph_is_read_as_markdown() -> None:
    """Its end tag, were it left alone, would become a paragraph of its own."""
    assert converted("<p>a</p> *b*") == "<p>a</p>\n<p><em>b</em></p>"
    assert converted("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\n\nc") == (
        "<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\n\n<p>c</p>"
    )


def test_two_blocks_do_not_become_one() -> None:
    assert converted("<p>a</p>\n\n*b*\n\n<p>c</p>") == "<p>a</p>\n<p><em>b</em></p>\n<p>c</p>"


def test_blocks_that_stand_together_stay_as_they_are() -> None:
    text = (
        '<h1 id="name">a</h1>\n\n\n<dl>\n<dt>b</dt>\n<dd>*c*</dd>\n</dl>\n\n## d {#e}\n\n<p>f</p>'
    )
    assert converted(text) == (
        '<h1 id="name">a</h1>\n<dl>\n<dt>b</dt>\n<dd>*c*</dd>\n</dl>\n<h2 id="e">d</h2>\n<p>f</p>'
    )


def test_a_heading_s_link_says_what_it_is_and_a_title_has_none() -> None:
    """A sign alone would be read aloud as "number"."""
    toc = {"permalink": "#", "permalink_class": "headerlink", "permalink_title": "link to this"}
    site = Markdown(extensions=["attr_list", "toc"], extension_configs={"toc": toc})
    assert with_named_links(site.convert("# a title {#name}\n\n## b {#part}")) == (
        '<h1 id="name">a title</h1>\n'
        '<h2 id="part">b<a class="headerlink" href="#part" aria-label="link to this">#</a></h2>'
    )


def test_signs_that_only_markdown_minds_are_plain_and_those_of_html_are_not() -> None:
    hidden = "".join(f"&#{number};" for number in range(33, 127) if not chr(number).isalnum())
    assert with_plain_signs(hidden) == "!&#34;#$%&#38;&#39;()*+,-./:;&#60;=&#62;?@[\\]^_&#96;{|}~"
    assert with_plain_signs("&#128512;&#460;&amp;#45; &#x2d;") == "&#128512;&#460;&amp;#45; &#x2d;"
