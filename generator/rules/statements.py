"""Check that statements name what exists, and that only a definition explains a word."""

from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.model.statement import DEFINITION, Statement, StatementList
from generator.resolve.headings import Headings
from generator.resolve.printed.dates import dates
from generator.rules.references import code, known, line


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A statement of no kind, or of no line, would stand on no page."""
    for record_file in catalogue.statements.values():
        for number, statement in enumerate(record_file.record.statements):
            at: FieldPath = ("statements", number)
            place = record_file.place(*at, "kind")
            yield from code(catalogue, "statement-kinds", statement.kind, place)
            yield from _term(record_file, statement, at)
            yield from _named(catalogue, record_file, statement, at)
            yield from _year(catalogue, record_file, statement, at)


def _term(
    record_file: RecordFile[StatementList], statement: Statement, at: FieldPath
) -> Iterator[Problem]:
    if statement.kind == DEFINITION and statement.term is None:
        message = say("a definition without the word that it explains")
        yield Problem(record_file.place(*at), message, say("write the word in `term`"))
    elif statement.kind != DEFINITION and statement.term is not None:
        message = say("only a definition explains a word")
        tip = say("write `kind: {kind}`, or remove `term`", kind=DEFINITION)
        yield Problem(record_file.place(*at, "term"), message, tip)


def _named(
    catalogue: Catalogue,
    record_file: RecordFile[StatementList],
    statement: Statement,
    at: FieldPath,
) -> Iterator[Problem]:
    concerned = {*catalogue.agencies, *catalogue.programmes, *catalogue.datasets}
    for number, name in enumerate(statement.about):
        yield from known(name, concerned, "programme", record_file.place(*at, "about", number))
    for number, locator in enumerate(statement.locators):
        spot: FieldPath = (*at, "locators", number)
        place = record_file.place(*spot, "document")
        yield from known(locator.document, catalogue.documents, "document", place)
        yield from line(catalogue, locator.document, locator.line, record_file.place(*spot, "line"))


def _year(
    catalogue: Catalogue,
    record_file: RecordFile[StatementList],
    statement: Statement,
    at: FieldPath,
) -> Iterator[Problem]:
    """A financial year is that of the heading that its line stands under, where that tells one."""
    for locator in statement.locators:
        held = catalogue.documents.get(locator.document)
        above = Headings(held.record).above(locator.line) if held and statement.year else ()
        printed = [heading if isinstance(heading, str) else heading.text for heading in above]
        years = [day.date for text in printed for day in dates(text) if "/" in day.date]
        if years and "/" in str(statement.year) and statement.year not in years:
            message = say(
                "line {line} of {document} stands under a heading of {years}, not of {year}",
                line=locator.line,
                document=locator.document,
                years=list_names(years),
                year=str(statement.year),
            )
            tip = say("look it up, and write the year in which the document says it")
            yield Problem(record_file.place(*at, "year"), message, tip)
