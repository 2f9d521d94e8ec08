"""Check that nothing is reported to have happened after its document came out, or after today."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.when import When
from generator.resolve.periods import first_day, is_before, last_day
from generator.rules.common_causes import FEW
from generator.rules.dated_facts import DatedFact, dated_facts
from generator.rules.documents import covers_its_date, last_year_planned
from generator.rules.erratum_excuses import excuse_check


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Readers would take a mistyped date for news."""
    yield from _future_own_dates(catalogue, today)
    yield from _documents(catalogue, today)
    is_excused = excuse_check(catalogue, "anachronism")
    problems_of: dict[str, list[Problem]] = defaultdict(list)
    for fact in dated_facts(catalogue):
        record_file = catalogue.documents.get(fact.document)
        if record_file is None or is_excused(fact.subject, fact.document, fact.line, fact.printed):
            continue
        problems_of[fact.document] += _fact(fact, record_file.record, today)
    for document, problems in problems_of.items():
        yield from _of_document(catalogue.documents[document], problems, today)


def _of_document(
    record_file: RecordFile[Document], problems: Sequence[Problem], today: date
) -> Iterator[Problem]:
    """Report one problem if many facts contradict the date of a document: that date is mistyped."""
    record = record_file.record
    field = "date" if record.date else "reports_until"
    document_date = record.date or record.reports_until
    if document_date is not None and (
        first_day(document_date) > today or not covers_its_date(record)
    ):
        return  # the date of the document is reported, and may be all that is wrong
    if document_date is None or len(problems) <= FEW:
        yield from problems
        return
    severity = min(it.severity for it in problems)
    message = say(
        "{date} does not fit the dates of {number} facts, first at {first}",
        date=document_date,
        number=len(problems),
        first=min(problems).place,
    )
    tip = say("hold it against the document; if it is right, correct the dates of the facts")
    yield Problem(record_file.place(field), message, tip, severity=severity)


def is_out_of_time(catalogue: Catalogue, fact: DatedFact) -> bool:
    """Whether the fact is dated after its document, so that its date cannot be relied on."""
    record_file = catalogue.documents.get(fact.document)
    return record_file is not None and any(
        problem.severity is Severity.ERROR for problem in _fact(fact, record_file.record, date.max)
    )


def last_reportable_day(document: Document) -> date | None:
    """The last day that the document can report, where it says which."""
    if document.date is not None:
        return last_day(document.date)
    if document.reports_until is not None:
        return last_day(document.reports_until)
    if document.kind == "estimates" and document.covers is not None:
        # They are laid before the Legislative Council before the year begins on 1 April.
        return date(int(document.covers[:4]), 3, 31)
    return None


def _future_own_dates(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    places: dict[str, list[Place]] = defaultdict(list)
    for place, day in _own_dates(catalogue):
        if first_day(day) > today:
            places[day].append(place)
    for day, day_places in places.items():
        if len(day_places) > FEW:
            message = say(
                "{day} has not come yet: today is {today} in Hong Kong; it stands at {number} "
                "places, this is the first",
                day=day,
                today=today,
                number=len(day_places),
            )
            tip = say("correct the date, or the clock of this computer")
            yield Problem(min(day_places), message, tip)
        else:
            tip = say("correct the date; what is only planned is told as an event, if at all")
            yield from (_future(place, day, today, tip) for place in day_places)


def _documents(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Report future documents; within a year it may be the day on which one will be laid."""
    for record_file in catalogue.documents.values():
        for field in ("date", "reports_until"):
            day = getattr(record_file.record, field)
            # A date that its document cannot have is reported by rules/documents.py.
            if day and first_day(day) > today and covers_its_date(record_file.record):
                near = first_day(day) - today < timedelta(days=366)
                severity = Severity.WARNING if near else Severity.ERROR
                tip = say("hold it against the document, and correct the date if it is mistyped")
                yield _future(record_file.place(field), day, today, tip, severity)


def _own_dates(catalogue: Catalogue) -> Iterator[tuple[Place, str]]:
    """Dates of the past that a record gives itself, without an event."""
    fields: tuple[tuple[Mapping[str, RecordFile[Any]], tuple[str, ...]], ...] = (
        (catalogue.agencies, ("established", "dissolved")),
        (catalogue.programmes, ("launched",)),
    )
    for records, names in fields:
        for record_file in records.values():
            for field in names:
                if day := getattr(record_file.record, field):
                    yield record_file.place(field), day
    for document in catalogue.documents.values():
        if (links := document.record.links) and links.seen:
            yield document.place("links", "seen"), links.seen
    for dataset in catalogue.datasets.values():
        if dataset.record.landing:
            yield dataset.place("landing", "listed_as_of"), dataset.record.landing.listed_as_of


def _future(
    place: Place, day: str, today: date, tip: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        place,
        say("{day} has not come yet: today is {today} in Hong Kong", day=day, today=today),
        tip,
        severity=severity,
    )


def _fact(fact: DatedFact, document: Document, today: date) -> Iterator[Problem]:
    if fact.planned:
        yield from _plan(fact, document)
        return
    end = last_reportable_day(document)
    if end is not None and first_day(When(fact.date, fact.part)) > end:
        yield Problem(
            fact.place,
            say(
                "{date} is later than anything {document} can report, {end}",
                date=fact.date,
                document=document.id,
                end=document.date or document.reports_until or end,
            ),
            _remedy(document),
        )
    elif first_day(When(fact.date, fact.part)) > today:
        tip = say("correct the date; what is only planned is an event with `planned: true`")
        yield _future(fact.place, fact.date, today, tip)


def _remedy(document: Document) -> str:
    if document.date is None and document.reports_until is not None:
        return say(
            "correct the date; if the document reports it, correct `reports_until` of "
            "data/documents/{document}.yml",
            document=document.id,
        )
    return say(
        "correct the date or the document; if the document really prints this, say so in "
        "data/errata/anachronism.yml, about the same body or programme, with this document and line"
    )


def _plan(fact: DatedFact, document: Document) -> Iterator[Problem]:
    """A warning: a plan may print a date that is over, and anybody may plan for a far future."""
    document_date = document.date or document.reports_until
    if document_date is None or fact.noted:
        return
    tip = say("hold it against the line of the document, and correct the date if it is mistyped")
    if is_before(fact.date, document_date):
        message = say(
            "planned for {date}, which was over when {document} came out, {known}",
            date=fact.date,
            document=document.id,
            known=document_date,
        )
        yield Problem(fact.place, message, tip, severity=Severity.WARNING)
    elif first_day(fact.date).year > last_year_planned(document, last_day(document_date).year):
        message = say(
            "planned for {date}, far from {document}, {known}",
            date=fact.date,
            document=document.id,
            known=document.covers or document_date,
        )
        yield Problem(fact.place, message, tip, severity=Severity.WARNING)
