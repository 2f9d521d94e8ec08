"""Planned releases as iCalendar: `feeds/releases.<script>.ics`, and the same for each publisher.

An event spans the days that the planned date may mean: a whole month where a month is printed.
What a newer plan lists as released is no longer there.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vDuration, vText, vUri

from generator.exports import addresses
from generator.exports.linked_data import START
from generator.model.base import Script
from generator.resolve.periods import first_day, last_day
from generator.resolve.records import AgencyRecord, DatasetRecord, Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser

PRODUCT = "-//hk-innotech-handbook//releases//ZH"
DOMAIN = "hk-innotech-handbook"
"""What follows the @ of an event's identifier: the same wherever the site is served."""
REFRESH = timedelta(days=1)


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """One calendar for each variant, and one for each publisher in each variant."""
    days = records.edition_days
    for script in START:
        speaker = Localiser(records.words, converter, script)
        site = speaker.text(records.theme["site-name"])
        writer = _Writer(speaker, script, site_url, days)
        title = speaker.phrase("releases-title", site=site)
        yield addresses.releases(script), writer.calendar(title, records.datasets, None)
        for agency in records.agencies:
            if agency.datasets:
                title = speaker.phrase("releases-of", site=site, agency=agency.name)
                content = writer.calendar(title, agency.datasets, agency)
                yield addresses.releases(script, agency.id), content


class _Text(vText):
    """A text whose `\\N` stays one: icalendar takes it for a line break before it escapes."""

    def to_ical(self) -> bytes:
        """The text as the file has it."""
        return b"\\\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


class _Writer:
    """Writes calendars of one variant."""

    def __init__(
        self, speaker: Localiser, script: Script, site_url: str, days: Mapping[str, date]
    ) -> None:
        self._speaker = speaker
        self._script: Script = script
        self._site = site_url
        self._days = days

    def calendar(
        self, title: str, datasets: Iterable[DatasetRecord], agency: AgencyRecord | None
    ) -> bytes:
        """The calendar of those `datasets` that the newest plan has not yet released."""
        own = self._site + addresses.releases(self._script, agency.id if agency else None)
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("name", _Text(title))
        calendar.add("x-wr-calname", _Text(title))
        calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
        calendar.add("source", vUri(own), parameters={"VALUE": "URI"})
        planned = [it for it in datasets if it.status == "planned"]
        for dataset in sorted(planned, key=lambda it: (first_day(it.newest.date), it.id)):
            calendar.add_component(self._event(dataset))
        content: bytes = calendar.to_ical()
        return content

    def _event(self, it: DatasetRecord) -> Event:
        row = it.newest
        stamp = datetime.combine(self._days[row.document.id], time(), UTC)
        event = Event()
        event.add("uid", f"{it.id}@{DOMAIN}")
        event.add("sequence", len(it.listings) - 1)
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("dtstart", first_day(row.date))
        event.add("dtend", last_day(row.date) + timedelta(days=1))
        event.add("summary", _Text(self._speaker.phrase("entry-planned", name=it.name)))
        event.add("description", _Text(self._description(it)))
        event.add("url", f"{self._site}{START[self._script]}datasets/{it.id}/")
        event.add("categories", _Text(self._speaker.text(it.category.label)))
        event.add("status", "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        return event

    def _description(self, it: DatasetRecord) -> str:
        row = it.newest
        return self._speaker.phrase(
            "release-text",
            agency=it.agency.name,
            date=self._speaker.date(row.date),
            document=row.document.name,
            section=row.section,
            row=row.row,
            line=self._speaker.phrase("line", n=row.line),
        )
