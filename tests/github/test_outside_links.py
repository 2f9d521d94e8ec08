"""The weekly look at outside links: only what fails again and again counts."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[2] / ".github" / "weekly" / "outside_links.py"
GOOD, GONE, SHY, SILENT = (f"https://{name}.example/" for name in ("good", "gone", "shy", "silent"))
ANSWERS = {GOOD: 200, GONE: 404, SHY: 403, SILENT: 0}


@pytest.fixture(scope="module")
def links() -> ModuleType:
    spec = importlib.util.spec_from_file_location("outside_links", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_address_that_fails_is_counted_and_one_that_recovers_is_forgotten(
    links: ModuleType,
) -> None:
    state, lines = links.look(ANSWERS, {GOOD: 2, GONE: 1}, ANSWERS.__getitem__)
    assert state == {GONE: 2, SILENT: 1}
    assert lines == [
        f"| {GONE} | 404 | 2 in a row |",
        f"| {SHY} | 403 | unknown |",
        f"| {SILENT} | no answer | 1 in a row |",
    ]


def test_a_refusal_neither_adds_to_the_failures_nor_clears_them(links: ModuleType) -> None:
    state, _ = links.look([SHY], {SHY: 2}, ANSWERS.__getitem__)
    assert state == {SHY: 2}


def test_only_the_third_failure_in_a_row_is_one(
    links: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.yml").write_text(f"links: {{en: {GONE}}}\n", "utf-8")
    monkeypatch.setattr(links, "ask", ANSWERS.__getitem__)
    state = tmp_path / "kept" / "state.json"
    assert [links.main(tmp_path / "data", state) for _ in range(4)] == [0, 0, 1, 1]


def test_every_address_of_the_records_is_found_without_what_stands_around_it(
    links: ModuleType, tmp_path: Path
) -> None:
    text = f"a: {GOOD}a?b=c#d\nb: '{GONE}x'\nc: 見 {SHY}。\nd: (see {SILENT}).\n"
    (tmp_path / "x.yml").write_text(text, "utf-8")
    assert links.addresses(tmp_path) == [f"{GONE}x", f"{GOOD}a?b=c#d", SHY, SILENT]
