"""The feeds of changes, as a feed reader takes them."""

import re
from functools import cache
from urllib.parse import urlsplit

import atoma
import feedparser
import pytest
from builders import catalogue_of_the_project
from data_today import records, word
from exports.project import project_files, project_items, project_records
from rss_parser import AtomParser
from sample import SITE_URL, sample_outputs, sample_records

SCRIPTS = ("zh-Hant", "zh-Hans")
PUBLISHERS = sorted({it["agency"] for it in records("datasets").values()})


pytestmark = pytest.mark.today


FOLLOWED = [*(f"agencies/{it}" for it in PUBLISHERS), "programmes/nias"]
FOLLOWED += [f"datasets/{it}" for it in sorted(records("datasets"))[:3]]


def feed(script: str = "zh-Hant", followed: str = "", files: object = project_files) -> object:
    """The feed of all, or of `agencies/itc`."""
    name = followed or "changes"
    content = files()[f"feeds/{name}.{script}.xml"]  # type: ignore[operator]
    made = feedparser.parse(content)
    assert not made.bozo, made.get("bozo_exception")
    assert made.version == "atom10"
    return made


@pytest.mark.parametrize("followed", ["", *FOLLOWED])
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_feed_is_whole(script: str, followed: str) -> None:
    """What RFC 4287 wants of every feed and entry, newest first, and never two of one name."""
    made = feed(script, followed)
    assert made.feed.title
    assert made.feed.author
    assert made.feed.id.startswith("tag:")
    assert {it.rel: it.href for it in made.feed.links}["self"] == (
        f"{SITE_URL}feeds/{followed or 'changes'}.{script}.xml"
    )
    if made.entries:
        assert made.feed.updated == made.entries[0].updated
    ids = [it.id for it in made.entries]
    assert len(set(ids)) == len(ids)
    days = [it.updated for it in made.entries]
    assert days == sorted(days, reverse=True)
    start = SITE_URL + ("zh-Hans/" if script == "zh-Hans" else "")
    for it in made.entries:
        assert it.title
        assert it.link.startswith(start)
        assert re.fullmatch(r"tag:handbook\.example,2026:/hk/zh-Han[ts]/[!-~]+", it.id)
        assert re.fullmatch(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T00:00:00\+08:00", it.updated)
        assert it.published <= it.updated


@pytest.mark.parametrize("followed", ["", "corrections", *FOLLOWED])
@pytest.mark.parametrize("script", SCRIPTS)
def test_three_readers_read_the_same(script: str, followed: str) -> None:
    """One of them takes nothing that is not right Atom."""
    content = project_files()[f"feeds/{followed or 'changes'}.{script}.xml"]
    lenient = feed(script, followed)
    strict = atoma.parse_atom_bytes(content)
    typed = AtomParser.parse(content.decode()).feed.content
    assert strict.title.value == typed.title.content == lenient.feed.title
    read = [(it.id, it.title, it.link, it.published, it.updated) for it in lenient.entries]
    assert [
        (it.id_, it.title.value, it.links[0].href, it.published.isoformat(), it.updated.isoformat())
        for it in strict.entries
    ] == read
    assert [
        (
            it.id.content,
            it.title.content,
            it.published.content.isoformat(),
            it.updated.content.isoformat(),
        )
        for it in (entry.content for entry in typed.entries)
    ] == [(id, title, published, updated) for id, title, _, published, updated in read]


@cache
def recorded_days() -> dict[tuple[str, str], str]:
    """Dataset and plan → the first day on which a row was recorded, since days are kept."""
    lines = [
        line.split(" ", 3)
        for record_file in catalogue_of_the_project().history.values()
        for line in record_file.record.facts
    ]
    days = sorted((day, id, part.partition("@")[2]) for id, day, part, _ in lines if day != "-")
    return {(id, plan): day for day, id, plan in reversed(days)}


def test_every_row_of_the_plans_is_an_entry() -> None:
    """With the day of its plan, or that of its record, and what the row says; but for one that says
    what was said."""
    for item in project_items("datasets"):
        own = feed(followed=f"datasets/{item['id']}").entries
        entries = {it.id.split("/hk/zh-Hant/")[1]: it for it in own}
        for number, row in enumerate(item["listings"]):
            earlier = [it["status"] for it in item["listings"][:number]]
            if "released" in earlier or row["status"] in earlier:
                continue
            key = f"datasets/{item['id']}/{row['document']}/{row['section']}/{row['row']}"
            entry = entries[key]
            what = "entry-planned" if row["status"] == "planned" else "entry-released"
            assert entry.title == word(what, name=item["name"]["zh-Hant"])
            plan = catalogue_of_the_project().documents[row["document"]].record
            day = recorded_days().get((item["id"], row["document"]))
            assert entry.updated.startswith(day or f"{plan.date}-")
            assert entry.link == item["url"]
            assert word("line", n=row["line"]) in entry.summary


@pytest.mark.parametrize("agency", PUBLISHERS)
def test_the_older_address_of_a_publishers_feed_gives_the_same(agency: str) -> None:
    files = project_files()
    for script in SCRIPTS:
        feeds = (f"feeds/{agency}/changes", f"feeds/agencies/{agency}")
        older, newer = (files[f"{it}.{script}.xml"] for it in feeds)
        assert older == newer


def test_every_record_that_can_be_followed_has_a_feed_with_what_concerns_it() -> None:
    about: dict[str, set[str]] = {}
    for it in feed().entries:
        about.setdefault(urlsplit(it.link).path, set()).add(it.id)
    for kind in ("agencies", "programmes", "datasets"):
        for identifier in records(kind):
            own = {it.id for it in feed(followed=f"{kind}/{identifier}").entries}
            assert about.pop(f"/{kind}/{identifier}/", set()) <= own
    assert not [it for it in about if it.startswith(("/agencies/", "/programmes/", "/datasets/"))]


@pytest.mark.parametrize("agency", PUBLISHERS)
def test_a_publishers_feed_holds_its_own_datasets(agency: str) -> None:
    own = {id for id, it in records("datasets").items() if it["agency"] == agency}
    found = {
        it.link.split("/")[-2]
        for it in feed(followed=f"agencies/{agency}").entries
        if "/datasets/" in it.link
    }
    assert found == own
    assert own < set(records("datasets"))


def test_a_number_that_differs_between_editions_is_an_entry() -> None:
    comparable = [it.figures for it in project_records().series if not it.note]
    changed = {
        new.id
        for *_, old, new in (it for it in comparable if len(it) > 1)
        if (old.value, old.value_max, old.unit.code) != (new.value, new.value_max, new.unit.code)
    }
    found = {it.id.split("figures/")[1] for it in feed().entries if "/figures/" in it.id}
    assert found == changed
    assert found


def test_an_undated_document_stands_for_the_newest_day_it_reports() -> None:
    """What prints a month stands for its last day; nothing is newer than the data."""
    made = project_records()
    for identifier, document in records("documents").items():
        day = made.edition_days[identifier].isoformat()
        assert day.startswith(document.get("date", ""))
        assert day <= made.data_as_of
    sample = sample_records()
    assert sample.edition_days["sea-facts"].isoformat() == sample.data_as_of


def test_attacks_are_text_in_a_feed() -> None:
    made = feed("zh-Hans", files=sample_outputs)
    [entry] = [it for it in made.entries if "datasets/sea-fund-prices" in it.id]
    raw = sample_outputs()["feeds/changes.zh-Hans.xml"]
    assert b"<img" not in raw
    assert entry.title_detail.type == "text/plain"
