"""What surrounds the pages is drawn once a folder, and costs no white space."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from generator.site.template_environment import FrameParts, make_lean, without_padding


def a_page(url: str, record: str | None = "x") -> SimpleNamespace:
    return SimpleNamespace(url=url, meta={"record": record} if record else {})


def drawn(frame: FrameParts, *pages: SimpleNamespace | None, name: str = "tabs") -> list[str]:
    """What each page gets, drawn from its own address."""
    return [frame(name, page, lambda page=page: page.url if page else "none") for page in pages]


def test_records_of_a_folder_share_what_is_drawn_for_the_first_of_them() -> None:
    first, second = a_page("zh-Hans/datasets/a/"), a_page("zh-Hans/datasets/b/")
    assert drawn(FrameParts(), first, second) == ["zh-Hans/datasets/a/", "zh-Hans/datasets/a/"]


def test_folders_and_parts_are_kept_apart() -> None:
    """Links are relative: those of `agencies/` lead elsewhere than those of `datasets/`."""
    frame = FrameParts()
    assert drawn(frame, a_page("datasets/a/")) == ["datasets/a/"]
    assert drawn(frame, a_page("agencies/a/")) == ["agencies/a/"]
    assert drawn(frame, a_page("zh-Hans/datasets/a/")) == ["zh-Hans/datasets/a/"]
    assert drawn(frame, a_page("datasets/b/"), name="footer") == ["datasets/b/"]


def test_a_page_of_its_own_is_always_drawn() -> None:
    """It may be the one that the navigation shows as open; the 404 page is no page at all."""
    pages = [a_page("figures/", None), a_page("errata/", None), None]
    assert drawn(FrameParts(), *pages) == ["figures/", "errata/", "none"]


def test_two_builds_share_nothing() -> None:
    first, second = Environment(), Environment()
    make_lean(first)
    make_lean(second)
    assert first.globals["frame"] is not second.globals["frame"]


def test_a_tag_of_a_template_leaves_no_line_behind() -> None:
    environment = Environment(
        loader=DictLoader({"x": "<a>\n  {% if true %}\n  b\n  {% endif %}\n"})
    )
    make_lean(environment)
    assert environment.get_template("x").render() == "<a>\n  b\n"


def test_settings_are_written_in_characters_that_cannot_end_their_element() -> None:
    environment = Environment(
        loader=DictLoader({"x": "{{ {'b': '海', 'a': '</script>'} | tojson }}"})
    )
    make_lean(environment)
    text = environment.get_template("x").render()
    assert text == '{"b":"海","a":"\\u003c/script\\u003e"}'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("\n\n<!doctype html>\n  <p>\n\n    a  b\n  </p>\n", "<!doctype html>\n<p>\na  b\n</p>\n"),
        ("<a>x</a>\n  <a>y</a>", "<a>x</a>\n<a>y</a>"),
        ("<p>a\u3000b\n\u3000c</p>", "<p>a\u3000b\n\u3000c</p>"),
        ('<svg xmlns="http://www.w3.org/2000/svg" id="x">', '<svg id="x">'),
        ("  <pre>a\n  b</pre>", "  <pre>a\n  b</pre>"),
        ("  <textarea>a\n  b</textarea>", "  <textarea>a\n  b</textarea>"),
    ],
    ids=["lines", "space between", "ideographic space", "drawing", "pre", "textarea"],
)
def test_indentation_goes_and_what_a_reader_sees_stays(page: str, expected: str) -> None:
    assert without_padding(page) == expected
