"""What readers would see change between two built sites."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.review import as_markdown, review

PAGE = """<!doctype html>
<html><head><title>{title}</title><script>var x = "{title}"</script></head>
<body><h1>{title}</h1><p>A <b>bold</b> word and <a href="x">a link</a>.</p><p>{text}</p></body>
</html>
"""


def a_site(at: Path, **files: str) -> Path:
    """A built site; `index.html` and whatever else is given, `__` for `/` and `_dot_` for `.`."""
    at.mkdir()
    files.setdefault("index_dot_html", PAGE.format(title="Home", text="same"))
    for name, text in files.items():
        file = at / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return at


def test_the_same_site_has_no_changes(tmp_path: Path) -> None:
    found = review(a_site(tmp_path / "old"), a_site(tmp_path / "new"))
    assert (found.added, found.removed, found.changed) == ((), (), {})
    assert as_markdown(found) == "## What readers would see change: 0 changed, 0 added, 0 removed\n"


def test_pages_are_compared_by_what_a_reader_sees(tmp_path: Path) -> None:
    """Inline markup does not break a line; scripts are not text."""
    old = a_site(tmp_path / "old", index_dot_html=PAGE.format(title="Home", text="100 people"))
    new = a_site(
        tmp_path / "new",
        index_dot_html=PAGE.format(title="Home", text="120 people").replace("var x", "var y"),
    )
    assert review(old, new).changed == {"index.html": ("-100 people", "+120 people")}


def test_data_files_and_feeds_are_compared_line_by_line(tmp_path: Path) -> None:
    old = a_site(tmp_path / "old", data__v1__x_dot_json='{\n "a": 1\n}\n')
    new = a_site(tmp_path / "new", data__v1__x_dot_json='{\n "a": 2\n}\n')
    assert review(old, new).changed == {"data/v1/x.json": ('- "a": 1', '+ "a": 2')}


def test_pages_that_come_and_go_are_named_first(tmp_path: Path) -> None:
    old = a_site(tmp_path / "old", a__index_dot_html="<p>a</p>")
    new = a_site(tmp_path / "new", b__index_dot_html="<p>b</p>")
    text = as_markdown(review(old, new))
    assert text.index("### Removed\n\n- `a/index.html`") < text.index(
        "### Added\n\n- `b/index.html`"
    )


def test_assets_and_search_indexes_are_left_out(tmp_path: Path) -> None:
    old = a_site(tmp_path / "old", search__x_dot_json="1", assets__y_dot_txt="1")
    new = a_site(tmp_path / "new", search__x_dot_json="2", assets__y_dot_txt="2")
    assert review(old, new).changed == {}


def test_a_text_cannot_end_the_block_it_is_shown_in(tmp_path: Path) -> None:
    old = a_site(tmp_path / "old", x_dot_txt="one")
    new = a_site(tmp_path / "new", x_dot_txt="```\n<script>")
    text = as_markdown(review(old, new))
    assert "\n``````diff\n" in text
    assert text.count("``````") == 2


def test_a_change_on_many_pages_is_told_once(tmp_path: Path) -> None:
    """A word that is converted otherwise stands in many sentences; a figure on a few pages."""
    pages = {f"p{number}__index_dot_html": f"<p>第{number}句有信息在內</p>" for number in range(20)}
    old = a_site(tmp_path / "old", **pages, a__index_dot_html="<p>約400億</p>")
    changed = {name: text.replace("信息", "資訊") for name, text in pages.items()}
    new = a_site(tmp_path / "new", **changed, a__index_dot_html="<p>約410億</p>")
    text = as_markdown(review(old, new))
    assert text == (
        "## What readers would see change: 21 changed, 0 added, 0 removed\n\n"
        "### On the pages\n\n"
        "```diff\n-約400億\n+約410億\n```\n\non `a/`\n\n"
        "```diff\n-第0句有信息在內\n+第0句有資訊在內\n-第1句有信息在內\n+第1句有資訊在內\n"
        "-第10句有信息在內\n+第10句有資訊在內\n```\n\nand 17 more lines like these\n\n"
        "on `p0/`, `p1/`, `p10/`, `p11/`, `p12/`, `p13/` and 14 more\n\n"
    )


def test_numbers_are_whole_and_lines_that_come_stand_alone(tmp_path: Path) -> None:
    """400 that becomes 410 is not 100 that becomes 110."""
    old = a_site(tmp_path / "old", a_dot_html="<p>400</p>", b_dot_html="<p>100</p>")
    new = a_site(tmp_path / "new", a_dot_html="<p>410</p>", b_dot_html="<p>110</p><p>x</p>")
    text = as_markdown(review(old, new))
    assert "-400\n+410\n```\n\non `a.html`" in text
    assert "-100\n+110\n+x\n```\n\non `b.html`" in text


def test_long_changes_are_cut(tmp_path: Path) -> None:
    old = a_site(tmp_path / "old", x_dot_txt="\n".join(map(str, range(500))))
    new = a_site(tmp_path / "new", x_dot_txt="y" * 5000)
    text = as_markdown(review(old, new))
    assert "… 461 more" in text
    assert max(map(len, text.split("\n"))) < 400


def test_the_command(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    old, new = a_site(tmp_path / "old"), a_site(tmp_path / "new")
    assert main(["review", str(old), str(new)]) == 0
    assert capsysbinary.readouterr().out.startswith(b"## What readers would see change")
    assert main(["review", str(old), str(tmp_path)]) == 2
