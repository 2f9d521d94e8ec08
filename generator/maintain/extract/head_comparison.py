"""What a head says otherwise than last year's · rows and lines of both → findings."""

from generator.maintain.extract.head_alignment import Alignment, masked
from generator.maintain.extract.head_findings import Change, Findings
from generator.maintain.extract.head_names import NamedRows
from generator.maintain.extract.head_record import PrintedHead, PrintedRow, PrintedTable
from generator.messages.message import Message, say
from generator.model.budget import Budget, Row, Table
from generator.model.wording import settle


def compare_rows(head: PrintedHead, old: Budget, named: NamedRows, findings: Findings) -> None:
    """Rows, tables and notes that are new, gone, or worded otherwise."""
    _count_rows(old, named, findings)

    def words(row: Row | PrintedRow) -> str:
        label = "" if row.label is None else settle(row.label, old.script).text
        return " ".join(filter(None, (row.code, label))) or row.id

    for row, former in named.reworded:
        what = say("row {id}", id=row.id)
        findings.changed.append(Change(what, words(former), words(row), row.line))
    for table, row in named.new:
        values = {"row": row.id, "table": table.id, "line": row.line, "words": words(row)}
        findings.new.append(say("row {row} of {table}, line {line}: {words}", **values))
    for former_table, former in named.gone:
        values = {"row": former.id, "table": former_table.id, "words": words(former)}
        findings.gone.append(say("row {row} of {table}: {words}", **values))
    for table in named.new_tables:
        findings.new.append(say("table {table}, line {line}", table=table.id, line=table.line))
    for former_table in named.gone_tables:
        findings.gone.append(say("table {table}", table=former_table.id))
    for table, former_table in named.unnamed:
        findings.decide.append(_unnamed(table, former_table))
    _compare_notes(head, old, findings)


def _count_rows(old: Budget, named: NamedRows, findings: Findings) -> None:
    gone = {id(row) for _, row in named.gone}
    for table in old.tables:
        there = table not in named.gone_tables
        findings.count("tables", there)
        for row in table.rows:
            if row.kind != "change":
                findings.count("rows", there and id(row) not in gone)


def _unnamed(table: PrintedTable, former: Table) -> Message:
    template = (
        "table {table}: {now} rows without a name, {before} last year; which is which, the text "
        "does not say, so they are numbered anew"
    )
    now = sum(row.label is None for row in table.amount_rows())
    before = sum(row.label is None and row.kind != "change" for row in former.rows)
    return say(template, table=table.id, now=now, before=before)


def _compare_notes(head: PrintedHead, old: Budget, findings: Findings) -> None:
    marks = {note.mark: note for note in head.notes}
    for note in old.notes:
        findings.count("notes", note.mark in marks)
        text = settle(note.printed, old.script).text
        now = marks.pop(note.mark, None)
        if now is None:
            findings.gone.append(say("note {mark}: {words}", mark=note.mark, words=text))
        elif masked(text) != masked(now.printed):
            what = say("note {mark}", mark=note.mark)
            findings.changed.append(Change(what, text, now.printed, now.line))
    for new in marks.values():
        values = {"mark": new.mark, "line": new.line, "words": new.printed}
        findings.new.append(say("note {mark}, line {line}: {words}", **values))


def compare_texts(head: PrintedHead, old: Budget, alignment: Alignment, findings: Findings) -> None:
    """Lines of running text whose words changed, and those that are new or gone."""
    tabled = {row.line for table in head.tables for row in table.rows}
    tabled |= {note.line for note in head.notes}
    for was, line in alignment.changed():
        if line not in tabled:
            before, after = _words(alignment.old[was - 1]), _words(alignment.new[line - 1])
            what = say("line {line} last year", line=was)
            findings.changed.append(Change(what, before, after, line))
    for line in alignment.added():
        if line not in tabled:
            words = _words(alignment.new[line - 1])
            findings.new.append(say("line {line}: {words}", line=line, words=words))
    notes = {note.line for note in old.notes}
    for line in alignment.gone():
        if "\t" not in alignment.old[line - 1] and line not in notes:
            words = _words(alignment.old[line - 1])
            findings.gone.append(say("line {line} last year: {words}", line=line, words=words))


def _words(line: str) -> str:
    return " ".join(line.split())
