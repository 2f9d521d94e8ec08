"""What a reviewer reads of a drafted head · drafts, findings → Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.maintain.extract.head_findings import Findings
from generator.maintain.extract.head_layout import BALANCE
from generator.maintain.extract.head_record import OtherTable, PrintedHead
from generator.messages.message import Message, say, translate
from generator.messages.problem import Problem, problem_line


def head_review(
    head: PrintedHead,
    identifier: str,
    made: Sequence[Message],
    findings: Findings,
    problems: Sequence[Problem],
    texts: Mapping[str, str],
) -> Iterator[str]:
    """The review, line by line: counts, sums, what changed, what is new, gone, not understood."""

    def told(message: str) -> str:
        return translate(message, texts)

    yield f"# {told(say('{document}: for review', document=identifier))}"
    yield ""
    heading = say(
        "head {number}, {year}: {title}",
        number=head.number,
        year=head.year,
        title=_plain(head.title),
    )
    yield f"- {told(heading)}"
    for how in made:
        yield f"- {told(say('text: {how}', how=how))}"
    yield from (f"- {told(it)}" for it in _counts(head, findings))
    lists: tuple[tuple[Message, Sequence[str]], ...] = (
        (say("what `check` says of the drafts"), [problem_line(it, texts) for it in problems]),
        (
            say("not understood"),
            [
                told(
                    say("line {line}: {why} ({tip})", line=fault.line, why=fault.why, tip=fault.tip)
                )
                for fault in head.faults
            ],
        ),
        (say("to decide or to enter"), [told(it) for it in findings.decide]),
    )
    for heading, items in lists:
        yield from _section(told(heading), [f"- {_plain(it)}" for it in items])
    yield from _section(told(say("worded otherwise")), _changes(findings, texts))
    yield from _section(told(say("new")), [f"- {_plain(told(it))}" for it in findings.new])
    yield from _section(told(say("gone")), [f"- {_plain(told(it))}" for it in findings.gone])
    yield from _others(head.others, texts)


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield (
        f"## {heading} ({len([it for it in lines if not it.startswith(('|--', '| ---'))])})"
        if lines
        else f"## {heading} (0)"
    )
    if lines:
        yield ""
        yield from lines


def _counts(head: PrintedHead, findings: Findings) -> Iterator[Message]:
    rows = sum(len(table.rows) for table in head.tables)
    cells = sum(len(row.cells) + len(row.changes) for table in head.tables for row in table.rows)
    yield say(
        "{tables} tables of amounts, {rows} rows, {cells} cells, {notes} notes; "
        "{others} tables of another kind; {faults} not understood",
        tables=len(head.tables),
        rows=rows,
        cells=cells,
        notes=len(head.notes),
        others=len(head.others),
        faults=len(head.faults),
    )
    for name, of in findings.of.items():
        yield say(
            "{field}: {found} of {of} carried over", field=name, found=findings.carried[name], of=of
        )


def _changes(findings: Findings, texts: Mapping[str, str]) -> list[str]:
    """Before and after side by side."""
    if not findings.changed:
        return []
    head = [translate(it, texts) for it in (say("line"), say("what"), say("before"), say("after"))]
    rows = [
        (str(change.line), translate(change.what, texts), change.before, change.after)
        for change in findings.changed
    ]
    return [_pipe(head), "| --- | --- | --- | --- |", *map(_pipe, rows)]


def _others(tables: Sequence[OtherTable], texts: Mapping[str, str]) -> Iterator[str]:
    """Tables that a record has no place for, as printed, with the rows that do not add up."""
    for table in tables:
        heading = say(
            "table of another kind, lines {first} to {last}",
            first=table.lines[0],
            last=table.lines[-1],
        )
        yield ""
        yield f"## {translate(heading, texts)}"
        yield ""
        yield translate(
            say("It is not recorded; what of it matters can be entered by hand."), texts
        )
        yield ""
        width = max(map(len, table.rows))
        for number, row in enumerate(table.rows):
            yield _pipe([*row, *[""] * (width - len(row))])
            if number == 0:
                yield _pipe(["---"] * width)
        for line in unbalanced(table):
            yield ""
            yield translate(
                say("line {line}: the balance is not what is left of the commitment", line=line),
                texts,
            )


def unbalanced(table: OtherTable) -> list[int]:
    """The lines of commitments whose balance is not what is approved less what is spent."""
    columns = [_column(table, pattern) for pattern in BALANCE]
    approved, balance = columns
    if approved is None or balance is None:
        return []
    wrong = []
    for line, row in zip(table.lines, table.rows, strict=True):
        values = [_number(it) for it in row[approved : balance + 1]]
        if len(values) > 2 and None not in values:
            first, *spent, left = (it or 0 for it in values)
            if first - sum(spent) != left:
                wrong.append(line)
    return wrong


def _column(table: OtherTable, pattern: "re.Pattern[str]") -> int | None:
    return next(
        (at for row in table.rows for at, cell in enumerate(row) if pattern.search(cell)), None
    )


def _number(text: str) -> int | None:
    if text in ("", "—", "-", "–", "_"):
        return 0 if text else None
    digits = text.replace(",", "").replace(" ", "")
    return int(digits) if digits.isdigit() else None


def _pipe(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(it).replace("|", "\\|") for it in cells) + " |"


def _plain(text: str) -> str:
    """Words of a document as text of a page: they may hold marks of Markdown or HTML."""
    return re.sub(r"([\\`*_<>#\[\]])", r"\\\1", re.sub(r"\s+", " ", text))
