"""Planned releases as iCalendar: `feeds/releases.<script>.ics`, and the same for each publisher.

An event spans the days that the planned date may mean: a whole month where a month is printed.
A dataset that a newer plan lists as released has no event any more.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vDuration, vText, vUri

from generator.exports import addresses
from generator.model.base import Script
from generator.resolve.periods import first_day, last_day
from generator.resolve.records import AgencyRecord, DatasetRecord
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import SCRIPTS, VARIANT_ROOT

PRODUCT = "-//hk-innotech-handbook//releases//ZH"
DOMAIN = "hk-innotech-handbook"
"""What follows the @ of an event's identifier: the same wherever the site is served."""
REFRESH = timedelta(days=1)


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """One calendar for each variant, and one for each publisher in each variant."""
    days = records.edition_days
    for script in SCRIPTS:
        speaker = Localiser(records.words, converter, script)
        site = speaker.text(records.theme["site-name"])
        writer = _CalendarWriter(speaker, script, site_url, days)
        title = speaker.phrase("releases-title", site=site)
        yield addresses.releases_calendar(script), writer.calendar(title, records.datasets, None)
        for agency in records.agencies:
            if agency.datasets:
                title = speaker.phrase("releases-of", site=site, agency=agency.name)
                content = writer.calendar(title, agency.datasets, agency)
                yield addresses.releases_calendar(script, agency.id), content


class _CalendarText(vText):
    """A text whose `\\N` stays one: icalendar takes it for a line break before it escapes."""

    def to_ical(self) -> bytes:
        """The text as the file has it."""
        return b"\\\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


class _CalendarWriter:
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
        address = self._site + addresses.releases_calendar(
            self._script, agency.id if agency else None
        )
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("name", _CalendarText(title))
        calendar.add("x-wr-calname", _CalendarText(title))
        calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
        calendar.add("source", vUri(address), parameters={"VALUE": "URI"})
        planned = [
            (first_day(day), dataset.id, last_day(day), dataset)
            for dataset in datasets
            if dataset.newest.status == "planned" and (day := dataset.newest.date)
        ]
        for first, _, last, dataset in sorted(planned, key=lambda it: it[:2]):
            calendar.add_component(self._event(dataset, first, last))
        content: bytes = calendar.to_ical()
        return content

    def _event(self, dataset: DatasetRecord, first: date, last: date) -> Event:
        row = dataset.newest
        stamp = datetime.combine(self._days[row.document.id], time(), UTC)
        event = Event()
        event.add("uid", f"{dataset.id}@{DOMAIN}")
        event.add("sequence", len(dataset.listings) - 1)
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
        event.add(
            "summary", _CalendarText(self._speaker.phrase("entry-planned", name=dataset.name))
        )
        event.add("description", _CalendarText(self._description(dataset)))
        event.add("url", f"{self._site}{VARIANT_ROOT[self._script]}datasets/{dataset.id}/")
        event.add("categories", _CalendarText(self._speaker.text(dataset.category.label)))
        event.add("status", "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        return event

    def _description(self, dataset: DatasetRecord) -> str:
        row = dataset.newest
        return self._speaker.phrase(
            "release-text",
            agency=dataset.agency.name,
            date=self._speaker.date_or_note(row.date, row.date_note),
            document=row.document.name,
            section=row.section,
            row=row.row,
            line=self._speaker.phrase("line", n=row.line),
        )
