"""What a document's page lists by line · DocumentRecord → rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports import addresses
from generator.model.wording import Wording
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    FigureRecord,
    StatementRecord,
)
from generator.resolve.record_reference import PrintedRecord, Ref
from generator.resolve.records import DocumentRecord, NameRecord


@dataclass(frozen=True)
class FactRow:
    """One fact of a line; exactly one of the five is given, unless it is only named."""

    line: int
    anchored: bool
    """Whether it is the first of its line on the page, and so carries the anchor `line-N`."""
    subject: Ref | None
    figure: FigureRecord | None = None
    event: EventRecord | None = None
    condition: ConditionRecord | None = None
    statement: StatementRecord | None = None
    erratum: ErratumRecord | None = None
    named: bool = False
    """Whether the line only names the subject."""
    clause: Wording | None = None
    """Of a statement, the words that stand on this line."""
    dates: bool = False
    """Whether the line only prints the date of the event, which another line tells."""

    @property
    def words(self) -> Wording | None:
        """What the line prints of the fact: a clause, or some words where nothing is quoted."""
        if self.dates and self.event:
            return self.event.date_printed
        if self.clause:
            return self.clause
        fact = self.figure or self.event or self.condition
        return (fact.quotation or fact.printed) if fact else None

    @property
    def place(self) -> str:
        """Where the subject of its statement shows that."""
        assert self.statement is not None, "only statements have a place of their own"
        return statement_place(self.statement)


@dataclass(frozen=True)
class NameRow:
    """One form of a name that a document prints."""

    lines: tuple[tuple[int, bool], ...]
    """Each line, and whether this is its first row on the page, which carries `line-N`."""
    printed: PrintedRecord
    name: NameRecord

    @property
    def is_official(self) -> bool:
        """Whether it is the official form."""
        return self.printed in self.name.stands


def name_rows(record: DocumentRecord) -> Iterator[NameRow]:
    """The forms that a document prints; comparisons link to lines where nothing else stands."""
    anchored_lines = {listing.line for section in record.sections for listing, _ in section.rows}
    anchored_lines |= {row.line for row in fact_rows(record)}
    for printed, name in record.names:
        lines = tuple((it, it not in anchored_lines) for it in printed.lines)
        yield NameRow(lines, printed, name)
        anchored_lines.update(printed.lines)


def fact_rows(record: DocumentRecord) -> list[FactRow]:
    """Every fact taken from a document, and every record it names, in the order of the lines."""
    anchored_lines = {listing.line for section in record.sections for listing, _ in section.rows}
    rows: list[FactRow] = []
    facts = [(line, subject, fact) for line, subject, fact in record.facts]
    about = {(line, subject.id) for line, subject, _ in facts if subject}
    facts += [
        (fact.date_line, subject, fact)
        for _, subject, fact in record.facts
        if isinstance(fact, EventRecord) and fact.date_line
    ]
    mentions = [(line, ref, None) for line, ref in record.named if (line, ref.id) not in about]
    seen_errata: set[tuple[int, str]] = set()
    for line, subject, fact in sorted([*facts, *mentions], key=lambda it: it[0]):
        if isinstance(fact, ErratumRecord):
            if (line, fact.id) in seen_errata:
                continue
            seen_errata.add((line, fact.id))
        rows.append(
            FactRow(
                line,
                line not in anchored_lines,
                subject,
                figure=fact if isinstance(fact, FigureRecord) else None,
                event=fact if isinstance(fact, EventRecord) else None,
                condition=fact if isinstance(fact, ConditionRecord) else None,
                statement=fact if isinstance(fact, StatementRecord) else None,
                erratum=fact if isinstance(fact, ErratumRecord) else None,
                clause=_words(fact, record, line) if isinstance(fact, StatementRecord) else None,
                named=fact is None,
                dates=isinstance(fact, EventRecord) and line != fact.source.line,
            )
        )
        anchored_lines.add(line)
    return rows


def statement_place(statement: StatementRecord) -> str:
    """The page of its subject, and the place on it."""
    subject = statement.subject
    return f"{subject.kind}/{subject.id}.md#{addresses.statement_anchor(statement.id)}"


def _words(statement: StatementRecord, record: DocumentRecord, line: int) -> Wording:
    """What is printed of a statement on a line of a document."""
    here = (record.document.id, line)
    return next(
        spot.printed
        for spot in statement.spots
        if (spot.source.document.id, spot.source.line) == here
    )
