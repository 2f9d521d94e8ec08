"""What people keep below docs/ is published only if it is of a kind that can do no harm."""

from pathlib import Path

import pytest

from generator.reading.docs_folder import hand_kept_files


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("assets/a.css", "assets/images/b.png", "overrides/main.html"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_bytes(b"x")
    return tmp_path / "docs"


def problems_of(docs: Path) -> list[str]:
    return [str(it) for it in hand_kept_files(docs)[1]]


def test_the_files_are_taken_over_and_what_systems_keep_is_not(docs: Path) -> None:
    for name in ("assets/.DS_Store", "assets/Thumbs.db"):
        (docs / name).write_bytes(b"x")
    files, problems = hand_kept_files(docs)
    assert problems == []
    assert [it.relative_to(docs).as_posix() for it in files] == [
        *("assets/a.css", "assets/images/b.png", "overrides/main.html")
    ]


@pytest.mark.parametrize("target", ["/etc/passwd", "a.css", "/etc", "nowhere"])
def test_a_link_is_not_followed(docs: Path, target: str) -> None:
    (docs / "assets" / "c.css").symlink_to(target)
    assert problems_of(docs) == [
        "docs/assets/c.css:1:1: is a link to somewhere else "
        "(put the file itself here, or delete the link)"
    ]


def test_the_folder_itself_is_no_link(docs: Path) -> None:
    (docs / "assets").rename(docs.parent / "elsewhere")
    (docs / "assets").symlink_to(docs.parent / "elsewhere")
    assert problems_of(docs)[0].startswith("docs/assets:1:1: is a link to somewhere else")


@pytest.mark.parametrize("name", ["x.html", "X.HTM", "x.md", "x.xml", "x.pdf", "x.svgz", "x"])
def test_a_page_or_an_unknown_kind_is_named(docs: Path, name: str) -> None:
    (docs / "assets" / name).write_bytes(b"x")
    assert problems_of(docs)[0].startswith(
        f"docs/assets/{name}:1:1: is of a kind that is not published from here (remove it; kinds:"
    )


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        "<g\nonclick='x'/>",
        '<a href="https://evil.example/">x</a>',
        '<use xlink:href="data:image/svg+xml;base64,AA"/>',
        '<image href="//evil.example/x.png"/>',
        "<style>@import 'x.css';</style>",
        '<rect fill="url(https://evil.example/)"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<a href="javascript:alert(1)">x</a>',
    ],
)
def test_a_drawing_that_runs_or_fetches_something_is_named(docs: Path, content: str) -> None:
    (docs / "assets" / "x.svg").write_text(f"<svg>{content}</svg>", "utf-8")
    assert problems_of(docs) == [
        "docs/assets/x.svg:1:1: this picture runs or fetches something "
        "(save it as plain SVG, without scripts and addresses)"
    ]


def test_a_plain_drawing_is_published(docs: Path) -> None:
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><use href="#a" fill="url(#b)"/></svg>'
    )
    (docs / "assets" / "x.svg").write_text(text, "utf-8")
    assert problems_of(docs) == []
