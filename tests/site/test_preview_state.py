"""A preview draws a page when it is asked for, once after each change, and one at a time."""

from collections.abc import Callable
from threading import Event, Thread

import pytest

from generator.site.preview_state import Preview

SOURCES = (
    *("index.md", "datasets/index.md", "datasets/a.md", "datasets/c.d.md"),
    "datasets/gone/index.html",
)


def a_preview(draw: Callable[[str], None] = lambda _: None) -> tuple[Preview, list[str]]:
    """With pages of both variants, and the sources that were drawn so far."""
    sources = {f"{variant}/{it}" for variant in ("zh-Hant", "zh-Hans") for it in SOURCES}
    made, drawn = Preview(), list[str]()

    def noted(path: str) -> None:
        assert made.only_source == path
        draw(path)
        drawn.append(path)

    made.refresh = lambda: None
    made.source = lambda path: b"text" if path in sources else None
    made.draw = noted
    return made, drawn


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("", "zh-Hant/index.md"),
        ("index.html", "zh-Hant/index.md"),
        ("zh-Hans/", "zh-Hans/index.md"),
        ("datasets/", "zh-Hant/datasets/index.md"),
        ("datasets/a/", "zh-Hant/datasets/a.md"),
        ("datasets/a/index.html", "zh-Hant/datasets/a.md"),
        ("zh-Hans/datasets/a/", "zh-Hans/datasets/a.md"),
        # Without the slash the server sends on to the page, once there is one.
        ("zh-Hans/datasets/a", "zh-Hans/datasets/a.md"),
        ("datasets/c.d/", "zh-Hant/datasets/c.d.md"),
        ("datasets/gone/", "zh-Hant/datasets/gone/index.html"),
        ("index.md", "zh-Hant/index.md"),
        ("zh-Hans/datasets/a/index.md", "zh-Hans/datasets/a.md"),
    ],
)
def test_the_page_at_an_address_is_drawn(address: str, source: str) -> None:
    made, drawn = a_preview()
    assert made.drawing_number(address) is not None
    assert drawn == [source]


def test_what_is_no_page_is_not_drawn() -> None:
    made, drawn = a_preview()
    addresses = ("datasets/b/", "zh-Hant/", "assets/style.css", "livereload/1/2", "../index.html")
    assert [made.drawing_number(it) for it in addresses] == [None] * len(addresses)
    assert drawn == []


def test_a_page_is_drawn_once_until_something_changes() -> None:
    made, drawn = a_preview()
    first = made.drawing_number("datasets/a/")
    assert made.drawing_number("datasets/a/") == first
    assert made.drawing_number("") != first, "every drawing has a number of its own"
    assert len(drawn) == 2
    assert made.begin_rebuild()
    assert made.drawing_number("datasets/a/") != first
    assert drawn == ["zh-Hant/datasets/a.md", "zh-Hant/index.md", "zh-Hant/datasets/a.md"]


def test_the_sources_are_brought_up_to_date_before_the_frame_is_made_and_only_then() -> None:
    made, _ = a_preview(
        lambda _: made.begin_rebuild() and pytest.fail("a page is drawn of what is there")
    )
    refreshed: list[int] = []
    made.refresh = lambda: refreshed.append(1)
    assert made.begin_rebuild()
    made.drawing_number("")
    assert refreshed == [1]
    assert made.only_source is None


def test_without_a_server_there_is_nothing_to_bring_up_to_date() -> None:
    assert not Preview().begin_rebuild()


def test_a_page_that_could_not_be_drawn_is_drawn_when_it_is_asked_for_again() -> None:
    faults = [OSError("no space left"), None]

    def draw(_: str) -> None:
        if fault := faults.pop(0):
            raise fault

    made, drawn = a_preview(draw)
    with pytest.raises(OSError, match="no space left"):
        made.drawing_number("")
    assert made.only_source is None
    assert made.drawing_number("") is not None
    assert drawn == ["zh-Hant/index.md"]


def test_one_page_is_drawn_at_a_time_and_none_twice() -> None:
    """Two tabs ask at once after a reload; MkDocs cannot make two pages at once."""
    at_work, may_end = Event(), Event()

    def draw(_: str) -> None:
        assert not at_work.is_set()
        at_work.set()
        assert may_end.wait(60)
        at_work.clear()

    made, drawn = a_preview(draw)
    tabs = [Thread(target=made.drawing_number, args=(it,)) for it in ("", "", "datasets/a/")]
    for tab in tabs:
        tab.start()
    assert at_work.wait(60)
    may_end.set()
    for tab in tabs:
        tab.join(60)
    assert sorted(drawn) == ["zh-Hant/datasets/a.md", "zh-Hant/index.md"]


def test_a_page_that_goes_while_it_is_waited_for_is_none() -> None:
    made, drawn = a_preview()
    with made.build_lock:
        waiting = Event()
        source = made.source

        def noted(path: str) -> bytes | None:
            found = source(path)
            if found:
                waiting.set()
            return found

        made.source = noted
        answers: list[int | None] = []
        tab = Thread(target=lambda: answers.append(made.drawing_number("datasets/a/")))
        tab.start()
        assert waiting.wait(60)
        made.source = lambda _: None
    tab.join(60)
    assert answers == [None]
    assert drawn == []
