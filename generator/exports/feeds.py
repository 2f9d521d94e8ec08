"""What changed in the data, as Atom: `feeds/changes.<script>.xml`, and the same for each publisher.

Entries come from the records' history: a document that was taken in, a dataset that a plan lists, a
number that differs from that of the earlier edition. Their days are those that
their documents stand for (resolve/edition_dates.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

from generator.exports import addresses
from generator.model.base import Script
from generator.resolve.figure_wording import say_figure
from generator.resolve.listing_types import ListingRecord
from generator.resolve.records import AgencyRecord, DatasetRecord
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import LANGUAGE_TAG, SCRIPTS, VARIANT_ROOT

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200
"""Entries of a feed; readers fetch it again and again."""
TAG_YEAR = "2026"
"""The year in which the tags of entries were first given out (RFC 4151); it never changes."""


@dataclass(frozen=True)
class FeedEntry:
    """One change. `key` is permanent; `page` is an address below the variant's root."""

    key: str
    day: date
    title: str
    text: str
    page: str
    about: str | None
    """The agency it concerns, if there is one."""


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """One feed for each variant, and one for each publisher in each variant."""
    for script in SCRIPTS:
        speaker = Localiser(records.words, converter, script)
        entries = sorted(_entries(records, speaker), key=lambda it: it.key)
        entries.sort(key=lambda it: it.day, reverse=True)
        writer = _FeedWriter(records, speaker, script, site_url)
        yield addresses.changes_feed(script), writer.feed(entries, None)
        for agency in records.agencies:
            if agency.datasets:
                of_agency = [it for it in entries if it.about == agency.id]
                yield addresses.changes_feed(script, agency.id), writer.feed(of_agency, agency)


def _entries(records: Records, speaker: Localiser) -> Iterator[FeedEntry]:
    days = records.edition_days
    for document in records.documents:
        identifier = document.document.id
        yield FeedEntry(
            key=f"documents/{identifier}",
            day=days[identifier],
            title=speaker.phrase("entry-document", document=document.title),
            text=speaker.phrase("entry-document-text", n=document.count) if document.count else "",
            page=f"documents/{identifier}/",
            about=document.publisher.id if document.publisher else None,
        )
    for dataset in records.datasets:
        for row in dataset.listings:
            if not _is_news(dataset, row):
                continue
            yield FeedEntry(
                key=f"datasets/{dataset.id}/{row.document.id}/{row.section}/{row.row}",
                day=days[row.document.id],
                title=speaker.phrase(f"entry-{row.status}", name=dataset.name),
                text=speaker.phrase(
                    "entry-listing",
                    document=row.document.name,
                    section=row.section,
                    row=row.row,
                    line=speaker.phrase("line", n=row.line),
                    agency=dataset.agency.name,
                    date=speaker.date_or_note(row.date, row.date_note),
                ),
                page=f"datasets/{dataset.id}/",
                about=dataset.agency.id,
            )
    yield from _figures(records, speaker, days)


def _is_news(dataset: DatasetRecord, row: ListingRecord) -> bool:
    """Whether a row says something that no earlier plan said: not that what was released then is
    released, nor that a target still stands."""
    before = dataset.listings[: dataset.listings.index(row)]
    if row.status == "released":
        return not any(it.status == "released" for it in before)
    return not before or (before[-1].status, before[-1].date) != (row.status, row.date)


def _figures(records: Records, speaker: Localiser, days: Mapping[str, date]) -> Iterator[FeedEntry]:
    for series in records.series:
        if series.change not in ("up", "down"):
            continue
        old, new = series.figures[-2:]
        yield FeedEntry(
            key=f"figures/{new.id}",
            day=days[new.source.document.id],
            title=speaker.phrase(
                "entry-figure", subject=series.subject.name, measure=series.measure.label
            ),
            text=speaker.phrase(
                "entry-figure-text",
                old_document=old.source.document.name,
                old=say_figure(old, records.words, speaker.text),
                document=new.source.document.name,
                line=speaker.phrase("line", n=new.source.line),
                new=say_figure(new, records.words, speaker.text),
            ),
            page=f"{series.subject.kind}/{series.subject.id}/",
            about=series.subject.id,
        )


class _FeedWriter:
    """Writes feeds of one variant."""

    def __init__(self, records: Records, speaker: Localiser, script: Script, site_url: str) -> None:
        self._records = records
        self._speaker = speaker
        self._script: Script = script
        self._site = site_url
        self._pages = site_url + VARIANT_ROOT[script]
        self._site_name = speaker.text(records.theme["site-name"])
        parts = urlsplit(site_url)
        self._tag = f"tag:{parts.hostname},{TAG_YEAR}:{parts.path}{script}"

    def feed(self, entries: list[FeedEntry], agency: AgencyRecord | None) -> bytes:
        """The feed of `entries`, newest first."""
        shown = entries[:MOST_ENTRIES]
        name = agency.id if agency else None
        dates = self._records.dates["agencies", name] if name else self._records.all_dates
        newest = shown[0].day.isoformat() if shown else dates.day
        feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": LANGUAGE_TAG[self._script]})
        _add(feed, "id", f"{self._tag}/changes{'/' + name if name else ''}")
        _add(feed, "title", self._title(agency))
        _add(feed, "updated", _rfc3339_moment(newest))
        address = addresses.changes_feed(self._script, name)
        page = f"agencies/{name}/" if name else ""
        _add(feed, "link", rel="self", type="application/atom+xml", href=self._site + address)
        _add(feed, "link", rel="alternate", type="text/html", href=self._pages + page)
        _add(_add(feed, "author"), "name", self._speaker.phrase("editors"))
        for entry in shown:
            self._add_entry(feed, entry)
        ElementTree.indent(feed)
        content: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
        return content + b"\n"

    def _title(self, agency: AgencyRecord | None) -> str:
        if agency is None:
            return self._speaker.phrase("feed-changes-title", site=self._site_name)
        return self._speaker.phrase("feed-changes-of", site=self._site_name, agency=agency.name)

    def _add_entry(self, feed: ElementTree.Element, entry: FeedEntry) -> None:
        element = _add(feed, "entry")
        _add(element, "id", f"{self._tag}/{entry.key}")
        _add(element, "title", entry.title)
        # No entry is rewritten: what is said of a later document is another one.
        _add(element, "published", _rfc3339_moment(entry.day.isoformat()))
        _add(element, "updated", _rfc3339_moment(entry.day.isoformat()))
        _add(element, "link", rel="alternate", type="text/html", href=self._pages + entry.page)
        if entry.text:
            _add(element, "summary", entry.text)


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _rfc3339_moment(day: str) -> str:
    """A day in Hong Kong as RFC 3339 wants it."""
    return f"{day}T00:00:00+08:00"
