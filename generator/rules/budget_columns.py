"""Check that the head of a budget's column prints its year and its basis."""

import re
from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem
from generator.model.budget import Budget, Column
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath

_YEAR = re.compile(
    r"((?:19|20)[0-9]{2})\s*[-–—/]\s*(?:(?:19|20)(?=[0-9]{2}(?![0-9])))?([0-9]{2})(?![0-9])"
)
"""A financial year may be printed as 2018–19, 2018/19 or 2018-2019, too."""


def check(
    catalogue: Catalogue, record_file: RecordFile[Budget], column: Column, at: FieldPath
) -> Iterator[Problem]:
    """Check that the head of a column prints the year and the basis that it is recorded with."""
    printed = _plain_year(column.printed)
    if column.year not in printed:
        message = say(
            "year {year} differs from the head of the column, {printed!r}",
            year=column.year,
            printed=column.printed,
        )
        yield Problem(
            record_file.place(*at, "year"), message, say("write the year that is printed there")
        )
        return
    head = printed.replace(column.year, "").strip(" ()（）")
    yield from printed_as(
        catalogue, "budget-bases", column.basis, head, record_file.place(*at, "basis"), column.line
    )
    if column.scope not in [scope.id for scope in record_file.record.scopes]:
        tip = say(
            "scopes of this record: {items}",
            items=list_names(it.id for it in record_file.record.scopes),
        )
        yield Problem(
            record_file.place(*at, "scope"), say("unknown scope {scope!r}", scope=column.scope), tip
        )


def printed_as(
    catalogue: Catalogue,
    vocabulary: str,
    code: str,
    printed: str,
    place: Place,
    number: int | None = None,
) -> Iterator[Problem]:
    """Report `printed` if the vocabulary does not list it as a form of `code`."""
    words = catalogue.vocabularies.get(vocabulary)
    if words is None:
        return  # rules/vocabulary.py reports it
    codes = [term.code for term in words.record.terms if printed in term.printed]
    if code not in codes:
        where = f"line {number}: " if number else ""
        tip = (
            say("write {meant}", meant=codes[0])
            if codes
            else say("add the form to data/vocabulary/{vocabulary}.yml", vocabulary=vocabulary)
        )
        template = "{where}{printed!r} is printed, which is not {code!r}"
        message = say(template, where=where, printed=printed, code=code)
        yield Problem(place, message, say("{tip}, or correct what is printed", tip=tip))


def _plain_year(printed: str) -> str:
    return _YEAR.sub(r"\1-\2", printed)
