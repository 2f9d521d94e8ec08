"""What a head says otherwise than last year's · rows and lines of both → findings."""

from generator.maintain.extract.head_alignment import Alignment
from generator.maintain.extract.head_findings import Change, Findings
from generator.maintain.extract.head_names import NamedRows
from generator.maintain.extract.head_record import PrintedHead, PrintedRow
from generator.messages.message import say
from generator.model.budget import Budget, Row
from generator.model.wording import settle


def compare_rows(head: PrintedHead, old: Budget, named: NamedRows, findings: Findings) -> None:
    """Rows and tables that are new, gone, or called otherwise."""
    script = old.script
    for table in old.tables:
        findings.count("tables", table not in named.gone_tables)
        gone = [id(row) for _, row in named.gone]
        for row in table.rows:
            if row.kind != "change":
                findings.count("rows", table not in named.gone_tables and id(row) not in gone)

    def words(row: Row | PrintedRow) -> str:
        label = row.label if isinstance(row, PrintedRow) else row.label and settle(row.label, script).text
        return " ".join(filter(None, (row.code, label))) or row.id

    for row, former in named.reworded:
        findings.changed.append(Change(say("row {id}", id=row.id), words(former), words(row), row.line))
    for table, row in named.new:
        template = "row {row} of {table}, line {line}: {words}"
        findings.new.append(say(template, row=row.id, table=table.id, line=row.line, words=words(row)))
    for former_table, former in named.gone:
        findings.gone.append(say("row {row} of {table}: {words}", row=former.id, table=former_table.id, words=words(former)))
    for table in named.new_tables:
        findings.new.append(say("table {table}, line {line}", table=table.id, line=table.line))
    for former_table in named.gone_tables:
        findings.gone.append(say("table {table}", table=former_table.id))
    for table, former_table in named.unnamed:
        template = (
            "table {table}: {now} rows without a name, {before} last year; which is which, the "
            "text does not say, so they are numbered anew"
        )
        findings.decide.append(
            say(
                template,
                table=table.id,
                now=sum(it.label is None for it in table.amount_rows()),
                before=sum(it.label is None and it.kind != "change" for it in former_table.rows),
            )
        )
    _compare_notes(head, old, findings)


def _compare_notes(head: PrintedHead, old: Budget, findings: Findings) -> None:
    marks = {note.mark: note for note in head.notes}
    for note in old.notes:
        findings.count("notes", note.mark in marks)
        if note.mark not in marks:
            text = settle(note.printed, old.script).text
            findings.gone.append(say("note {mark}: {words}", mark=note.mark, words=text))
    known = {note.mark for note in old.notes}
    for note in head.notes:
        if note.mark not in known:
            template = "note {mark}, line {line}: {words}"
            findings.new.append(say(template, mark=note.mark, line=note.line, words=note.printed))


def compare_texts(head: PrintedHead, alignment: Alignment, findings: Findings) -> None:
    """Lines of running text whose words changed, and those that are new or gone."""
    tabled = {row.line for table in head.tables for row in table.rows}
    for old, new in alignment.changed():
        if new not in tabled:
            before, after = (it.replace("\t", " ").strip() for it in (alignment.old[old - 1], alignment.new[new - 1]))
            findings.changed.append(Change(say("line {line} last year", line=old), before, after, new))
    for line in alignment.added():
        if line not in tabled:
            words = alignment.new[line - 1].replace("\t", " ").strip()
            findings.new.append(say("line {line}: {words}", line=line, words=words))
    for line in alignment.gone():
        if "\t" not in alignment.old[line - 1]:
            template = "line {line} last year: {words}"
            findings.gone.append(say(template, line=line, words=alignment.old[line - 1].strip()))
