"""The reviewed conversions stand in one file a file of records, in its order."""

from builders import (
    a_catalogue,
    a_document,
    a_figure,
    a_figure_list,
    a_programme,
    an_event,
    an_event_list,
)

from generator.maintain.reviewed_ledger import ledgers
from generator.script.ledger import HEADER


def texts(table: str) -> list[str]:
    """The text of each line, or the identifier of an item."""
    header, *lines = table.splitlines()
    assert header == HEADER
    return [line if line[0] == "#" else line.split("\t")[2] for line in lines]


def test_a_record_has_a_file_of_its_own() -> None:
    plan = a_document(title="海风发展计划", short_title="发展计划")
    made = ledgers(a_catalogue(documents=[plan]))
    assert texts(made["documents/sea-plan"]) == ["海风发展计划", "发展计划"]
    assert "datasets/sea-tides" not in made  # nothing in it had to be decided


def test_an_item_stands_below_its_identifier() -> None:
    """Two new ones in two places never touch: what stands between them has a line."""
    words = {"a": "開幕", "b": "開始", "c": "海", "d": "開幕"}
    events = [an_event(id=identifier, what=what) for identifier, what in words.items()]
    made = ledgers(a_catalogue(programmes=[a_programme()], events=[an_event_list(*events)]))
    assert texts(made["events/sea-grant"]) == ["# a", "開幕", "# b", "開始", "# c", "# d", "開幕"]


def test_items_without_a_text_are_there_all_the_same() -> None:
    """Else two branches that each convert the first would both begin the file."""
    figures = a_figure_list(a_figure(id="a"), a_figure(id="b", measure="duration"))
    made = ledgers(a_catalogue(programmes=[a_programme()], figures=[figures]))
    assert texts(made["figures/sea-grant"]) == ["# a", "# b"]
