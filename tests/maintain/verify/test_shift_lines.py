"""Lines that a text has more, or less, move the line numbers of everything behind them."""

from pathlib import Path

import pytest
import yaml
from maintain.extract.invented_edition import NEW, TEXT, Edition, an_edition, text

from generator.maintain.verify.shift_lines import shift_lines
from generator.maintain.verify.text import accept_text
from generator.maintain.verify.verify import verify
from generator.pipeline.generate import catalogue_converter
from generator.reading.load import read_catalogue


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    made = an_edition(tmp_path)
    made.take_in(text())
    return made


def shifted(edition: Edition, changed: str) -> int:
    """Take another text for the one that lines are counted in, and shift them."""
    (edition.sources / f"{NEW}.txt").write_text(changed, "utf-8")
    file = edition.data / f"documents/{NEW}.yml"
    file.write_text(accept_text(file.read_text("utf-8"), changed.encode()), "utf-8")
    catalogue, _ = read_catalogue(edition.data)
    assert catalogue is not None
    return shift_lines(catalogue, catalogue_converter(catalogue), edition.sources, NEW)


def lines(edition: Edition) -> dict[str, list[int]]:
    """Line numbers of the new edition by file."""
    found: dict[str, list[int]] = {}
    for path in ("figures/sea-grant", "figures/harbour-fund", "events/sea", "events/lighthouse"):
        record = yaml.safe_load((edition.data / f"{path}.yml").read_text("utf-8"))
        items = record[path.split("/")[0]]
        found[path] = [it["line"] for it in items if it["document"] == NEW]
    names = yaml.safe_load((edition.data / "terminology/names/agency.yml").read_text("utf-8"))
    stands = names["names"][0]["stands"]
    [found["names"]] = [it["lines"] for it in stands if it["document"] == NEW]
    document = yaml.safe_load((edition.data / f"documents/{NEW}.yml").read_text("utf-8"))
    found["headings"] = [it["line"] for it in document["headings"]]
    excepted = yaml.safe_load((edition.data / f"exceptions/{NEW}.yml").read_text("utf-8"))
    found["exceptions"] = excepted["unused"][0]["lines"]
    return found


def test_lines_that_were_added(edition: Edition) -> None:
    assert shifted(edition, "\n".join([*TEXT[:4], "新增一行。", "", *TEXT[4:]])) > 0
    assert lines(edition) == {
        "figures/sea-grant": [7, 7, 7],
        "figures/harbour-fund": [9],
        "events/sea": [3],
        "events/lighthouse": [11],
        "names": [3, 13],
        "headings": [3, 7, 9, 11, 13],
        "exceptions": [13],
    }


def test_lines_that_were_taken_away(edition: Edition) -> None:
    shifted(edition, "\n".join(it for it in TEXT if it))
    assert lines(edition)["figures/harbour-fund"] == [4]
    assert lines(edition)["names"] == [2, 6]


def test_nothing_changes_where_nothing_moved(edition: Edition) -> None:
    before = edition.files()
    assert shifted(edition, text()) == 0
    assert edition.files() == before


def test_afterwards_every_record_stands_on_its_line(edition: Edition) -> None:
    shifted(edition, "\n".join(["新增一行。", "", *TEXT]))
    catalogue, _ = read_catalogue(edition.data)
    assert catalogue is not None
    told = verify(catalogue, catalogue_converter(catalogue), edition.sources, NEW)
    assert [str(it) for it in told if "does not stand" in str(it)] == []


def test_a_word_that_stands_no_more_keeps_its_line(edition: Edition) -> None:
    shifted(edition, text(("30個項目", "三個項目")))
    assert lines(edition)["figures/harbour-fund"] == [7]
