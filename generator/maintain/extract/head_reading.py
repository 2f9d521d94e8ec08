"""A head of the Estimates · tab text → its tables, programmes, notes, and faults."""

from collections.abc import Iterator, Sequence

from generator.maintain.extract.head_cells import HeadWords
from generator.maintain.extract.head_layout import PROVISION, SUB_HEAD_CODE
from generator.maintain.extract.head_record import Fault, PrintedHead, PrintedNote, PrintedTable
from generator.maintain.extract.head_rows import settle_totals
from generator.maintain.extract.head_tables import HeadReader
from generator.maintain.extract.source_error import SourceError
from generator.messages.message import say
from generator.resolve.amounts import note_marks
from generator.script.convert import remove_gaps


def read_head(text: str, words: HeadWords) -> PrintedHead:
    """Read the tab text of a head. Raises SourceError for one without a title or a table."""
    reader = HeadReader(words, text.split("\n"))
    reader.read()
    if not reader.title:
        raise SourceError(
            say("no line says which head this is (it begins as `Head 135` with its name)")
        )
    tables = [it for it in reader.tables if it.rows]
    years = [it.year for table in tables for it in table.columns if it.basis == "estimate"]
    if not years:
        why = next((f"{it.line}: {it.why}" for it in reader.faults), "")
        template = (
            "no table of amounts with an estimate was found{why} (a tab stands between two cells)"
        )
        raise SourceError(say(template, why=f": {why}" if why else ""))
    faults = list(reader.faults)
    usable = []
    for table in tables:
        _settle_role(table)
        if table.unit is None:
            message = say("the table says no unit")
            tip = say("write it on a line of its own in the table, as printed, and run again")
            faults.append(Fault(table.line, message, tip))
        else:
            usable.append(table)
            settle_totals(table)
    marks = {
        mark
        for table in usable
        for row in table.rows
        for cell in row.cells
        for mark in note_marks(cell)
    }
    notes = tuple(
        PrintedNote(sign.mark, remove_gaps(sign.printed), sign.line)
        for sign in reader.signs
        if sign.mark in marks
    )
    return PrintedHead(
        number=reader.number,
        year=max(years),
        title=reader.title,
        title_line=reader.title_line,
        lines=tuple(reader.lines),
        programmes=tuple(sorted(reader.programmes.values(), key=lambda it: it.line)),
        tables=tuple(usable),
        others=tuple(reader.others),
        notes=notes,
        faults=tuple(sorted([*faults, *_without_note(usable, notes)], key=lambda it: it.line)),
    )


def _settle_role(table: PrintedTable) -> None:
    """What only the rows tell: a programme's table has one row, others have codes."""
    rows = table.amount_rows()
    codes = [row.code for row in rows if row.code]
    if table.role == "programme" and not (len(rows) == 1 and PROVISION.search(rows[0].label or "")):
        table.role = "other"
    if table.role == "other" and any(code.startswith(("(", "（")) for code in codes):
        table.role = "analysis"
    if table.role == "other" and any(SUB_HEAD_CODE.match(code) for code in codes):
        table.role = "sub-heads"


def _without_note(tables: Sequence[PrintedTable], notes: Sequence[PrintedNote]) -> Iterator[Fault]:
    known = {note.mark for note in notes}
    for table in tables:
        for row in table.rows:
            for mark in {it for cell in row.cells for it in note_marks(cell)} - known:
                message = say("the mark {mark} has no note below", mark=mark)
                yield Fault(row.line, message, say("give the note a line that begins with it"))
