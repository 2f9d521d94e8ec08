"""HTML that the generator wrote passes Markdown untouched, and nothing else does."""

import pytest
from markdown import Markdown


def converted(text: str) -> str:
    site = Markdown(extensions=["attr_list", "def_list", "generator.raw_html", "toc"])
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


def test_two_blocks_do_not_become_one() -> None:
    assert converted("<p>a</p>\n\n*b*\n\n<p>c</p>") == "<p>a</p>\n<p><em>b</em></p>\n<p>c</p>"


def test_blocks_that_stand_together_stay_as_they_are() -> None:
    text = (
        '<h1 id="name">a</h1>\n\n\n<dl>\n<dt>b</dt>\n<dd>*c*</dd>\n</dl>\n\n## d {#e}\n\n<p>f</p>'
    )
    assert converted(text) == (
        '<h1 id="name">a</h1>\n<dl>\n<dt>b</dt>\n<dd>*c*</dd>\n</dl>\n<h2 id="e">d</h2>\n<p>f</p>'
    )
