"""Check that a document's dates, lines and sections agree, and that it is recorded only once."""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem, Severity, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.wording import settle
from generator.resolve.periods import first_day
from generator.rules.references import line
from generator.rules.registered_records import published_first
from generator.rules.repetitions import repetitions

_YEARS = re.compile(
    r"(?<![0-9])([12][0-9]{3})\s*[-/\u2013\u2014\u81f3\u5230~]\s*([12][0-9]{3})(?![0-9])"
)
"""A first and a last year in a title."""
_YEARS_AHEAD = 30
"""A plan for a time that far away is more likely a slip of the keyboard."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Facts take their dates and lines from the document, so its own must be right."""
    first: dict[str, str] = {}
    titles: dict[tuple[str | None, ...], str] = {}
    for name in published_first(catalogue, "documents", catalogue.documents):
        record_file = catalogue.documents[name]
        yield from _covers(record_file)
        yield from _date(record_file)
        yield from _lines(catalogue, record_file)
        yield from _repeated_sections(record_file)
        yield from _parts(record_file)
        yield from _links(record_file)
        yield from _complete(record_file)
        earlier = first.setdefault(record_file.record.sha256, name)
        if earlier != name:
            message = say("has the same text as {other!r}: the SHA-256 is the same", other=earlier)
            tip = say("give the hash of its own text, or keep one of the two documents")
            yield Problem(record_file.place("sha256"), message, tip)
            continue
        record = record_file.record
        title = settle(record.title, record.script).text
        # Every department calls its plan the same.
        about = (title, record.date, record.covers, record.publisher)
        earlier = titles.setdefault(about, name)
        if earlier != name:
            message = say(
                "{title} is the title of {other!r}, too", title=quote_value(title), other=earlier
            )
            tip = say("say in `title`, `date` or `covers` how the two differ, or keep one of them")
            yield Problem(record_file.place("title"), message, tip)


def covers_its_date(document: Document) -> bool:
    """Whether the document came out in the years that it covers, or shortly before them."""
    if document.date is None or document.covers is None:
        return True
    first, last = (int(year) for year in document.covers.split("/"))
    return first - 2 <= first_day(document.date).year <= last


def last_year_planned(document: Document, year: int) -> int:
    """An open data plan plans for the years that it covers, others further ahead."""
    if document.kind == "open-data-plan" and document.covers is not None:
        return int(document.covers[-4:])
    return year + _YEARS_AHEAD


def _complete(record_file: RecordFile[Document]) -> Iterator[Problem]:
    if not record_file.record.complete:
        message = say("not everything of it is recorded yet, so nothing is said to be gone from it")
        tip = say(
            "when all that the review lists is decided and `verify` finds nothing, remove this line"
        )
        yield Problem(record_file.place("complete"), message, tip, severity=Severity.WARNING)


def _covers(record_file: RecordFile[Document]) -> Iterator[Problem]:
    record = record_file.record
    years = _YEARS.search(settle(record.title, record.script).text)
    if record.covers is None or years is None:
        return
    printed = f"{years[1]}/{years[2]}"
    if printed != record.covers:
        message = say(
            "{covers} differs from the title, {printed}", covers=record.covers, printed=printed
        )
        yield Problem(
            record_file.place("covers"), message, say("write the years that the title prints")
        )


def _date(record_file: RecordFile[Document]) -> Iterator[Problem]:
    record = record_file.record
    if record.date and record.reports_until:
        message = say("`reports_until` is for a document that prints no date")
        yield Problem(
            record_file.place("reports_until"), message, say("remove it, or remove `date`")
        )
    if (record.date is None) != (record.date_line is None) and record.date is None:
        message = say("`date_line` without a date")
        yield Problem(
            record_file.place("date_line"), message, say("add `date`, or remove `date_line`")
        )
    if not covers_its_date(record):
        message = say(
            "a document of {date} does not cover {covers}",
            date=record.date,
            covers=record.covers,
        )
        yield Problem(record_file.place("date"), message, say("correct `date` or `covers`"))


def _links(record_file: RecordFile[Document]) -> Iterator[Problem]:
    """Readers hold facts against the published document, so they must be able to reach it."""
    record, links = record_file.record, record_file.record.links
    if record.link_note is None and (links is None or links.any_address is None):
        message = say("no address leads to the document")
        tip = say("add `links`, or say in `link_note` where it is published")
        place = record_file.place("id" if links is None else "links")
        yield Problem(place, message, tip, severity=Severity.WARNING)
    if links is None:
        return
    if links.seen and links.any_address is None:
        message = say("`seen` without an address")
        tip = say("add the address that was opened, or remove `seen`")
        yield Problem(record_file.place("links", "seen"), message, tip)
    if links.seen and links.confirmed_by is None:
        message = say("`seen` does not say who opened the address")
        tip = say("add `confirmed_by`, or remove `seen`: the address is then shown as unopened")
        yield Problem(record_file.place("links", "seen"), message, tip)
    if links.confirmed_by and links.seen is None:
        message = say("`confirmed_by` without the day")
        tip = say("add `seen`, or remove `confirmed_by`")
        yield Problem(record_file.place("links", "confirmed_by"), message, tip)


def _parts(record_file: RecordFile[Document]) -> Iterator[Problem]:
    """Check the fields that only some documents have."""
    record = record_file.record
    if record.sections and record.kind != "open-data-plan":
        message = say(
            "only an open data plan has sections, not a document of the kind {kind!r}",
            kind=record.kind,
        )
        yield Problem(
            record_file.place("sections"), message, say("correct `kind`, or remove `sections`")
        )
    if record.headings and record.kind == "open-data-plan":
        message = say("an open data plan has sections, not headings")
        yield Problem(record_file.place("headings"), message, say("remove `headings`"))
    for number, section in enumerate(record.sections):
        if (section.body is not None) != section.code.startswith("C"):
            message = say(
                "section {code}: part C names an organisation, the others do not", code=section.code
            )
            tip = say("correct the code, or give `body` in part C only")
            yield Problem(record_file.place("sections", number, "code"), message, tip)


def _lines(catalogue: Catalogue, record_file: RecordFile[Document]) -> Iterator[Problem]:
    record = record_file.record
    if record.date_line:
        yield from line(catalogue, record.id, record.date_line, record_file.place("date_line"))
    before = 0
    for number, section in enumerate(record.sections):
        place = record_file.place("sections", number, "line")
        beyond = list(line(catalogue, record.id, section.line, place))
        yield from beyond
        if not beyond and section.line < before:
            message = say("line {line} stands above that of the section before", line=section.line)
            yield Problem(place, message, say("put the sections in the order of the document"))
        if section.heading_line and not before < section.heading_line < section.line:
            message = say(
                "line {line} does not stand between the section before and this one",
                line=section.heading_line,
            )
            place = record_file.place("sections", number, "heading_line")
            yield Problem(place, message, say("write the line of `heading`"))
        before = max(before, section.line)
    before = 0
    for number, heading in enumerate(record.headings):
        place = record_file.place("headings", number, "line")
        beyond = list(line(catalogue, record.id, heading.line, place))
        yield from beyond
        if not beyond and heading.line <= before:
            message = say(
                "line {line} does not stand below that of the heading before", line=heading.line
            )
            yield Problem(place, message, say("put the headings in the order of the document"))
        before = max(before, heading.line)


def _repeated_sections(record_file: RecordFile[Document]) -> Iterator[Problem]:
    codes = ((section.code, number) for number, section in enumerate(record_file.record.sections))
    for code, number, _ in repetitions(codes):
        message = say("section {code} stands twice", code=code)
        tip = say("keep one of them, or correct its code")
        yield Problem(record_file.place("sections", number, "code"), message, tip)
