"""Who reads the records under data/, which change: kept here while the tests run.

A test that reads them is marked `today`, and holds after every change of a keeper: that is tried
in tests/upkeep. All others use the sample, whose records are invented.
"""

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DATA = str(Path(__file__).resolve().parents[1] / "data") + "/"
_found: list[str] = []
_at_import: dict[str, list[str]] = {}
_paused = 0


def note(what: str) -> None:
    """Something of data/ was read, or would have been if it were not remembered."""
    if not _paused:
        _found.append(what)


def taken() -> list[str]:
    """What was noted since the last time that somebody asked."""
    found = list(_found)
    _found.clear()
    return found


@contextmanager
def unnoted() -> Iterator[None]:
    """For what is read and cannot change a result, or is noted by who asks for the result."""
    global _paused
    _paused += 1
    try:
        yield
    finally:
        _paused -= 1


def watch() -> None:
    """Note every file below data/ that this process opens from now on."""

    def opened(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(DATA):
            note(arguments[0].removeprefix(DATA.removesuffix("data/")))

    sys.addaudithook(opened)


# --- with pytest --------------------------------------------------------------------------------

SITES = {"site", "pages", "reader", "address"}
"""Fixtures that show the site of the project's own records; who asks for one is marked by it."""


def pytest_configure() -> None:
    """Begin to watch."""
    watch()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark whoever reads the site."""
    if SITES & set(getattr(item, "fixturenames", ())):
        item.add_marker("today")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """What was read before is not this test's."""
    taken()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, object, object]:
    """What a module reads when it is imported, all its tests read."""
    taken()
    report = yield
    if isinstance(collector, pytest.Module):
        _at_import[collector.nodeid] = taken()
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """A test that reads the records and does not say so fails."""
    result = yield
    found = [*taken(), *_at_import.get(item.nodeid.split("::")[0], ())]
    if found and not item.get_closest_marker("today"):
        pytest.fail(
            f"mark it `today` (tests/data_reads.py), or use the sample: it reads {found[0]}"
        )
    return result
