"""The calendars of planned releases, as a calendar program takes them."""

import re
from datetime import date, timedelta

import hostile
import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    an_agency,
)
from data_today import newest, records, word
from exports.project import project_files, project_items
from icalendar import Calendar
from sample import AS_OF, SITE_URL, sample_converter, sample_outputs

from generator.exports import calendars
from generator.resolve.resolve import resolve

SCRIPTS = ("zh-Hant", "zh-Hans")


def calendar(script: str = "zh-Hant", agency: str = "", files: object = project_files) -> Calendar:
    folder = f"{agency}/" if agency else ""
    return Calendar.from_ical(files()[f"feeds/{folder}releases.{script}.ics"])  # type: ignore


def planned() -> list[dict]:
    ids = {id for id, it in records("datasets").items() if newest(it)["status"] == "planned"}
    assert 0 < len(ids) < len(records("datasets"))
    return [it for it in project_items("datasets") if it["id"] in ids]


@pytest.mark.today
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_planned_dataset_is_an_event_of_its_whole_month(script: str) -> None:
    events = {str(it["uid"]): it for it in calendar(script).events}
    assert set(events) == {f"{it['id']}@hk-innotech-handbook" for it in planned()}
    for item in planned():
        event = events[f"{item['id']}@hk-innotech-handbook"]
        year, month = map(int, item["listings"][-1]["date"].split("-"))
        if month <= 12:
            assert event.start == date(year, month, 1)
            assert event.end == (date(year, month, 1) + timedelta(days=31)).replace(day=1)
        assert item["name"][script] in event["summary"]
        row = item["listings"][-1]
        assert str(row["row"]) in event["description"]
        assert word("line", script, n=row["line"]) in event["description"]
        assert str(event["url"]).endswith(f"/datasets/{item['id']}/")
        assert str(event["categories"].cats[0]) == item["category"][script]
        assert event["sequence"] == len(item["listings"]) - 1
        assert f"{event['dtstamp'].dt:%Y-%m}" == records("documents")[row["document"]]["date"]


def test_a_calendar_says_what_it_is() -> None:
    made = calendar("zh-Hans", "sea-fund", sample_outputs)
    assert made["version"] == "2.0"
    assert made["method"] == "PUBLISH"
    assert made["x-wr-calname"] == made["name"]
    assert "海产基金" in made["name"]
    assert str(made["source"]) == f"{SITE_URL}feeds/sea-fund/releases.zh-Hans.ics"


@pytest.mark.today
def test_every_publisher_has_a_calendar_and_one_without_plans_an_empty_one() -> None:
    """Whoever subscribes to it learns of the next plan."""
    ids = {it["id"] for it in planned()}
    for agency in {it["agency"] for it in records("datasets").values()}:
        own = {id for id, it in records("datasets").items() if it["agency"] == agency}
        assert len(calendar(agency=agency).events) == len(own & ids)


@pytest.mark.today
def test_lines_are_as_rfc_5545_wants_them() -> None:
    for path, content in project_files().items():
        if path.endswith(".ics"):
            assert content.endswith(b"END:VCALENDAR\r\n")
            for line in content.removesuffix(b"\r\n").split(b"\r\n"):
                assert len(line) <= 75
                assert b"\n" not in line
                assert line.decode()


def made_of(*listings: dict, **changes: str) -> Calendar:
    plans = [a_document(), a_document(id="sea-plan-2", date="2025-12")]
    dataset = a_dataset(listings=[a_listing(**it) for it in listings], **changes)
    records = resolve(a_catalogue(documents=plans, datasets=[dataset]), AS_OF)
    files = dict(calendars.export(records, sample_converter(), SITE_URL))
    return Calendar.from_ical(files["feeds/releases.zh-Hant.ics"])


FIRST = {"status": "planned", "section": "A.ii", "date": "2025-03"}


def test_a_target_that_moves_is_a_new_version_of_the_same_event() -> None:
    """RFC 5545: the same UID, a higher SEQUENCE, and a reader's calendar moves it."""
    [before] = made_of(FIRST).events
    [after] = made_of(FIRST, FIRST | {"document": "sea-plan-2", "date": "2026-07"}).events
    assert before["uid"] == after["uid"] == "sea-tides@hk-innotech-handbook"
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.start == date(2026, 7, 1)
    assert before["dtstamp"].dt < after["dtstamp"].dt


def test_what_the_newest_plan_has_released_is_gone() -> None:
    assert len(made_of(FIRST, {"document": "sea-plan-2"}).events) == 0


@pytest.mark.parametrize(
    ("printed", "first", "after"),
    [
        ("2027", date(2027, 1, 1), date(2028, 1, 1)),
        ("2027-34", date(2027, 4, 1), date(2027, 7, 1)),
        ("2027-12", date(2027, 12, 1), date(2028, 1, 1)),
        ("2027-02-28", date(2027, 2, 28), date(2027, 3, 1)),
    ],
)
def test_an_event_spans_what_the_printed_date_may_mean(
    printed: str, first: date, after: date
) -> None:
    [event] = made_of(FIRST | {"date": printed}).events
    assert (event.start, event.end) == (first, after)


def test_attacks_are_text_in_a_calendar() -> None:
    [event] = [it for it in calendar(files=sample_outputs).events if "prices" in it["uid"]]
    assert "onerror=alert(1)" in event["summary"]


def test_hostile_texts_read_back() -> None:
    """Names of datasets and of their publisher, folded, escaped and unfolded again."""
    datasets = [
        a_dataset(
            id=f"d-{number}",
            script="zh-Hant",
            name={"zh-Hant": text, "zh-Hans": text},
            listings=[a_listing(**FIRST, row=number + 1)],
        )
        for number, text in enumerate(hostile.TYPABLE)
    ]
    name = '\\n;,:"' + "字" * 80 + "\\"
    agencies = [an_agency(name={"zh-Hant": name, "zh-Hans": name})]
    records = resolve(a_catalogue(agencies=agencies, datasets=datasets), AS_OF)
    for path, content in calendars.export(records, sample_converter(), SITE_URL):
        made = Calendar.from_ical(content)
        events = {str(it["uid"]).split("@")[0]: it for it in made.events}
        assert len(events) == len(hostile.TYPABLE)
        for number, text in enumerate(hostile.TYPABLE):
            event = events[f"d-{number}"]
            assert event["summary"].endswith(text)
            assert name in event["description"]
            assert not event.errors
        for title in ("name", "x-wr-calname"):
            # TEXT as well (RFC 7986; RFC 5545, 3.8.8.2), which the library does not know.
            assert "/sea/" not in path or name in re.sub(r"\\(.)", unescaped, made[title])


def unescaped(char: re.Match[str]) -> str:
    """RFC 5545, 3.3.11."""
    return "\n" if char[1] in "nN" else char[1]
