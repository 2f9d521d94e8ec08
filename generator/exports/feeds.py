"""News as Atom (news.py): of all records in `feeds/changes.<script>.xml`, of one record in
`feeds/<kind>/<id>.<script>.xml`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree

from generator.exports import addresses
from generator.exports.news import news
from generator.exports.news_entry import NewsEntry
from generator.exports.published_kinds import KINDS
from generator.model.base import Script
from generator.resolve.record_reference import Ref
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import LANGUAGE_TAG, SCRIPTS, VARIANT_ROOT

ATOM = "http://www.w3.org/2005/Atom"
MOST_ENTRIES = 200
"""Entries of a feed; readers fetch it again and again."""
TAG_YEAR = "2026"
"""The year in which the tags of entries were first given out (RFC 4151); it never changes."""


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """In each variant one feed of everything, and one for each record that may be followed."""
    entries = news(records)
    followed: dict[Ref, list[NewsEntry]] = {}
    for entry in entries:
        for ref in dict.fromkeys(entry.about):
            followed.setdefault(ref, []).append(entry)
    to_follow = list(_to_follow(records))
    publishers = {it.id for it in records.agencies if it.datasets}
    for script in SCRIPTS:
        speaker = Localiser(records.words, converter, script)
        writer = _FeedWriter(records, speaker, script, site_url)
        yield addresses.changes_feed(script), writer.feed(entries, None)
        corrections = [it for it in entries if it.kind == "correction"]
        yield addresses.corrections_feed(script), writer.corrections(corrections)
        for ref in to_follow:
            content = writer.feed(followed.get(ref, ()), ref)
            yield f"{addresses.record_feed(ref.kind, ref.id)}.{script}.xml", content
            if ref.kind == "agencies" and ref.id in publishers:
                yield addresses.changes_feed(script, ref.id), content


def _to_follow(records: Records) -> Iterator[Ref]:
    for kind in KINDS:
        if kind.pages and kind.name in addresses.FOLLOWED:
            yield from (
                Ref(kind.name, identifier, name) for identifier, name in kind.pages(records)
            )


@dataclass(frozen=True)
class _FeedHead:
    """What a feed says of itself."""

    key: str
    """Of its permanent id."""
    page: str
    address: str
    title: str
    day: str
    """When it was last changed, as long as it has no entry."""


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

    def feed(self, entries: Sequence[NewsEntry], followed: Ref | None) -> bytes:
        """The feed of `entries`, newest first: of one record, or of all."""
        key, page, address = "changes", "", addresses.changes_feed(self._script)
        day = self._records.all_dates.day
        if followed:
            page = f"{followed.kind}/{followed.id}/"
            # The feeds of agencies are older than those of others, and an id is permanent.
            key = f"changes/{followed.id}" if followed.kind == "agencies" else page
            address = f"{addresses.record_feed(followed.kind, followed.id)}.{self._script}.xml"
            day = self._records.dates[followed.kind, followed.id].day
        return self._written(entries, _FeedHead(key, page, address, self._title(followed), day))

    def corrections(self, entries: Sequence[NewsEntry]) -> bytes:
        """The feed of what this site published otherwise."""
        title = self._speaker.phrase("feed-corrections-title", site=self._site_name)
        address = addresses.corrections_feed(self._script)
        day = self._records.all_dates.day
        head = _FeedHead("corrections", "corrections/", address, title, day)
        return self._written(entries, head)

    def _written(self, entries: Sequence[NewsEntry], head: "_FeedHead") -> bytes:
        shown = entries[:MOST_ENTRIES]
        newest = max(it.updated for it in shown).isoformat() if shown else head.day
        feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": LANGUAGE_TAG[self._script]})
        _add(feed, "id", f"{self._tag}/{head.key}")
        _add(feed, "title", head.title)
        _add(feed, "updated", _rfc3339_moment(newest))
        own = self._site + head.address
        _add(feed, "link", rel="self", type="application/atom+xml", href=own)
        _add(feed, "link", rel="alternate", type="text/html", href=self._pages + head.page)
        _add(_add(feed, "author"), "name", self._speaker.phrase("editors"))
        for entry in shown:
            self._add_entry(feed, entry)
        ElementTree.indent(feed)
        content: bytes = ElementTree.tostring(feed, "utf-8", xml_declaration=True)
        return content + b"\n"

    def _title(self, followed: Ref | None) -> str:
        if followed is None:
            return self._speaker.phrase("feed-changes-title", site=self._site_name)
        return self._speaker.phrase("feed-changes-of", site=self._site_name, name=followed.name)

    def _add_entry(self, feed: ElementTree.Element, entry: NewsEntry) -> None:
        element = _add(feed, "entry")
        _add(element, "id", f"{self._tag}/{entry.key}")
        _add(element, "title", self._speaker.text(entry.title))
        _add(element, "published", _rfc3339_moment(entry.published.isoformat()))
        _add(element, "updated", _rfc3339_moment(entry.updated.isoformat()))
        _add(
            element, "link", rel="alternate", type="text/html", href=self._pages + _page(entry.page)
        )
        if entry.text:
            _add(element, "summary", self._speaker.text(entry.text))


def _page(ref: Ref) -> str:
    """The address of a record below the variant's root; a name may have no page of its own."""
    if ref.kind in ("terminology", "corrections"):
        return f"{ref.kind}/#{ref.id}"
    return f"{ref.kind}/{ref.id}/"


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _rfc3339_moment(day: str) -> str:
    """A day in Hong Kong as RFC 3339 wants it."""
    return f"{day}T00:00:00+08:00"
