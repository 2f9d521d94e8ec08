"""Whether the page of a dataset shows what only a dataset has (shown_values.py)."""

import re
from typing import Any

from data_today import records
from page_reader import Item, Reader, said, squeezed
from shown_values import label, path_of


def listings(reader: Reader, item: Item, value: Any) -> bool:
    path = path_of(item)
    found = list(reader.rows(path, "./h2[@id='listings']/following-sibling::table[1]"))
    if len(found) != len(value):
        return False
    if not dated_note(reader, item):
        return False
    for row, listing in zip(found, value, strict=True):
        plan, section, number, line, state, day, frequency = row.values()
        document = listing["document"]
        printed = records("documents")[document]["script"]
        wanted = [
            reader.links(plan, path) == [f"documents/{document}/"],
            said(section) == listing["section"],
            said(number) == str(listing["row"]),
            said(line) == str(listing["line"]),
            reader.links(line, path) == [reader.line(document, listing["line"])],
            said(state).startswith(_listing_states(reader, item, listing)),
            said(day) == reader.day(listing["date"]),
            reader.script != printed or said(frequency) == squeezed(listing["frequency_printed"]),
        ]
        if not all(wanted):
            return False
    return True


def _listing_states(reader: Reader, item: Item, listing: Item) -> tuple[str, ...]:
    """The newest row says the dataset's status, an older one what its plan says."""
    if listing == item["listings"][-1]:
        return tuple(_of_the_day(reader, item["status"]))
    return (reader.word(f"status-{listing['status']}"),)


def dated_note(reader: Reader, item: Item) -> bool:
    """What is printed beside the newest date stands beside it."""
    document, note = item["listings"][-1]["document"], item["listings"][-1]["date_note"]
    [shown] = label("released-date", "planned-date")(reader, path_of(item))
    own = reader.script == records("documents")[document]["script"]
    tail = said(shown).removeprefix(reader.day(item["listings"][-1]["date"]))
    return tail == f"（{note}）" if note and own else bool(tail) is bool(note)


def landing(reader: Reader, item: Item, value: Any) -> bool:
    [found] = label("portal-page")(reader, path_of(item))
    if value is None:
        return reader.links(found, path_of(item)) == []
    to = reader.links(found, path_of(item))
    return to == [value[reader.script]] and reader.day(value["listed_as_of"]) in said(found)


def yes_or_no(reader: Reader, item: Item, value: Any) -> bool:
    [found] = label("spatial")(reader, path_of(item))
    return said(found) == reader.word("yes" if value else "no")


def archived(reader: Reader, item: Item, value: Any) -> bool:
    tags = [said(it) for it in reader.article(path_of(item)).find_class("tag")]
    return (reader.word("archived", of="dataset-status") in tags) == value


def formats(reader: Reader, item: Item, value: Any) -> bool:
    [found] = label("formats")(reader, path_of(item))
    shown = re.findall("[A-Za-z]+", said(found))
    return shown == value


def status_tag(reader: Reader, item: Item, value: Any) -> bool:
    """The first of the labels; the finder, the calendar, the page of the publisher and that of the
    newest plan say the same of the dataset, in the same form."""
    first, *_ = reader.article(path_of(item)).xpath("./p[@class='status']/span")
    plan = f"documents/{item['listings'][-1]['document']}/"
    lists = ("datasets/", "datasets/calendar/", f"agencies/{item['agency']}/", plan)
    shown = said(first), first.get("class")
    is_shown_everywhere = all(_status_in_list(reader, it, item) == {shown} for it in lists)
    return shown[0] in _of_the_day(reader, value) and is_shown_everywhere


def _of_the_day(reader: Reader, status: str) -> list[str]:
    """What pages may call it: of a promise they tell, too, that its month has passed."""
    codes = {"planned": ("planned", "target-passed"), "released": ("released",)}[status]
    return [reader.word(it, of="dataset-status") for it in codes]


def _status_in_list(reader: Reader, path: str, item: Item) -> set[tuple[str, str]]:
    """Label and form of the status in the dataset's rows of a list; a promise that a later plan
    has overtaken has none."""
    name, status = reader.word("name"), reader.word("status")
    rows = (it for it in reader.rows(path, ".//table") if {name, status} <= set(it))
    cells = [it[status] for it in rows if path_of(item) in reader.links(it[name], path)]
    return {(said(tag), tag.get("class")) for cell in cells for tag in cell.find_class("tag")}


def group(reader: Reader, item: Item, value: Any) -> bool:
    found = [said(it) for it in label("group")(reader, path_of(item))]
    return found == ([reader.own(value)] if value else [])
