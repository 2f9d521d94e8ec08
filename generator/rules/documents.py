"""A document's own dates, lines and sections fit together, and no text is taken for two."""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, Held
from generator.model.document import Document
from generator.model.wording import settle
from generator.resolve.periods import first_day
from generator.rules.references import line
from generator.rules.registered_records import oldest_first

_YEARS = re.compile(
    r"(?<![0-9])([12][0-9]{3})\s*[-/\u2013\u2014\u81f3\u5230~]\s*([12][0-9]{3})(?![0-9])"
)
"""A first and a last year in a title."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Everything is dated and counted by its document."""
    first: dict[str, str] = {}
    titles: dict[tuple[str, str | None, str | None], str] = {}
    for name in oldest_first(catalogue, "documents", catalogue.documents):
        held = catalogue.documents[name]
        yield from _covers(held)
        yield from _date(held)
        yield from _lines(catalogue, held)
        yield from _sections(held)
        yield from _parts(held)
        other = first.setdefault(held.record.sha256, name)
        if other != name:
            message = say("has the same text as {other!r}: the SHA-256 is the same", other=other)
            tip = say("give the hash of its own text, or keep one of the two documents")
            yield Problem(held.place("sha256"), message, tip)
            continue
        record = held.record
        title = settle(record.title, record.script).text
        other = titles.setdefault((title, record.date, record.covers), name)
        if other != name:
            message = say(
                "{title} is the title of {other!r}, too", title=quote_value(title), other=other
            )
            tip = say("say in `title`, `date` or `covers` how the two differ, or keep one of them")
            yield Problem(held.place("title"), message, tip)


def covers_its_date(document: Document) -> bool:
    """Whether the document came out in the years that it covers, or shortly before them."""
    if document.date is None or document.covers is None:
        return True
    first, last = (int(year) for year in document.covers.split("/"))
    return first - 2 <= first_day(document.date).year <= last


def _covers(held: Held[Document]) -> Iterator[Problem]:
    record = held.record
    years = _YEARS.search(settle(record.title, record.script).text)
    if record.covers is None or years is None:
        return
    printed = f"{years[1]}/{years[2]}"
    if printed != record.covers:
        message = say(
            "{covers} differs from the title, {printed}", covers=record.covers, printed=printed
        )
        yield Problem(held.place("covers"), message, say("write the years that the title prints"))


def _date(held: Held[Document]) -> Iterator[Problem]:
    record = held.record
    if record.date and record.reports_until:
        message = say("`reports_until` is for a document that prints no date")
        yield Problem(held.place("reports_until"), message, say("remove it, or remove `date`"))
    if (record.date is None) != (record.date_line is None) and record.date is None:
        message = say("`date_line` without a date")
        yield Problem(held.place("date_line"), message, say("add `date`, or remove `date_line`"))
    if not covers_its_date(record):
        message = say(
            "a document of {date} does not cover {covers}",
            date=record.date,
            covers=record.covers,
        )
        yield Problem(held.place("date"), message, say("correct `date` or `covers`"))


def _parts(held: Held[Document]) -> Iterator[Problem]:
    """What only some documents have."""
    record = held.record
    if record.link_note and record.links is None:
        message = say("`link_note` without a link")
        yield Problem(held.place("link_note"), message, say("add `links`, or remove `link_note`"))
    if record.sections and record.kind != "open-data-plan":
        message = say(
            "only an open data plan has sections, not a document of the kind {kind!r}",
            kind=record.kind,
        )
        yield Problem(held.place("sections"), message, say("correct `kind`, or remove `sections`"))
    for number, section in enumerate(record.sections):
        if (section.body is not None) != section.code.startswith("C"):
            message = say(
                "section {code}: part C names an organisation, the others do not", code=section.code
            )
            tip = say("correct the code, or give `body` in part C only")
            yield Problem(held.place("sections", number, "code"), message, tip)


def _lines(catalogue: Catalogue, held: Held[Document]) -> Iterator[Problem]:
    record = held.record
    if record.date_line:
        yield from line(catalogue, record.id, record.date_line, held.place("date_line"))
    before = 0
    for number, section in enumerate(record.sections):
        place = held.place("sections", number, "line")
        beyond = list(line(catalogue, record.id, section.line, place))
        yield from beyond
        if not beyond and section.line < before:
            message = say("line {line} stands above that of the section before", line=section.line)
            yield Problem(place, message, say("put the sections in the order of the document"))
        before = max(before, section.line)


def _sections(held: Held[Document]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, section in enumerate(held.record.sections):
        if section.code in seen:
            message = say("section {code} stands twice", code=section.code)
            tip = say("keep one of them, or correct its code")
            yield Problem(held.place("sections", number, "code"), message, tip)
        seen.add(section.code)
