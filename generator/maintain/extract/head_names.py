"""Names of a head's tables and rows: last year's where the words are the same, else new ones."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from generator.maintain.extract.head_cells import fold
from generator.maintain.extract.head_layout import ROW_NAMES, TOTAL_WORDS
from generator.maintain.extract.head_record import PrintedHead, PrintedRow, PrintedTable
from generator.model.budget import Budget, Row, Table
from generator.model.wording import Text, settle

_LIKE = 0.6
Hant = Callable[[str], str]
"""Any script → Traditional, so that editions in either script can be compared."""


@dataclass
class NamedRows:
    """What became of last year's rows and tables."""

    tables: dict[str, Table] = field(default_factory=dict)
    """Name of a table → last year's of that name."""
    reworded: list[tuple[PrintedRow, Row]] = field(default_factory=list)
    new: list[tuple[PrintedTable, PrintedRow]] = field(default_factory=list)
    gone: list[tuple[Table, Row]] = field(default_factory=list)
    new_tables: list[PrintedTable] = field(default_factory=list)
    gone_tables: list[Table] = field(default_factory=list)
    unnamed: list[tuple[PrintedTable, Table]] = field(default_factory=list)
    """Tables whose rows without a label are not as many as last year's: nobody can tell which is
    which."""


def name_all(head: PrintedHead, old: Budget | None, hant: Hant) -> NamedRows:
    """Give every table and row of `head` its name."""
    named = NamedRows()
    left = list(old.tables) if old else []
    for table in head.tables:
        table.id = _table_name(table, hant)
    for table in head.tables:
        former = _former(table, left, hant)
        if former is None:
            taken = {*(it.id for it in head.tables if it is not table), *(it.id for it in left)}
            table.id = _free(table.id, taken)
            _name_rows(table, [], hant)
            named.new_tables.append(table)
            continue
        left.remove(former)
        table.id = former.id
        named.tables[table.id] = former
        _adopt(table, former, named, hant)
    named.gone_tables = left
    return named


def _table_name(table: PrintedTable, hant: Hant) -> str:
    number = re.sub(r"\D", "", table.code)
    match table.role:
        case "programme":
            return f"programme-{number}"
        case "analysis" | "sub-heads":
            return table.role
        case "sub-head":
            return "operating-expenses" if number == "000" else f"sub-head-{number}-expenses"
    return _words(table.heading) or "table"


def _words(text: str) -> str:
    """Latin words of a text as a name; none for Chinese."""
    return (
        "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:40].strip("-") if text.isascii() else ""
    )


def _former(table: PrintedTable, left: Sequence[Table], hant: Hant) -> Table | None:
    """Last year's table of the same name, if any of its rows is the same; else the likest."""
    keys = set(_keys(table.rows, hant))
    same = [it for it in left if it.id == table.id]
    if same and keys & set(_keys(same[0].rows, hant)):
        return same[0]

    def alike(other: Table) -> float:
        others = set(_keys(other.rows, hant)) - {""}
        return len(others & keys) / len(others | (keys - {""}) or {""})

    best = max((it for it in left if it.unit == table.unit), key=alike, default=None)
    return best if best is not None and alike(best) >= _LIKE else None


def _keys(rows: Sequence[PrintedRow | Row], hant: Hant) -> list[str]:
    """What a row is known by: its label, and its code where it has one."""
    return [_key(row, hant) for row in rows if row.kind != "change"]


def _key(row: PrintedRow | Row, hant: Hant) -> str:
    return f"{row.code or ''}{fold(hant(_plain(row.label)))}"


def _plain(label: Text | None) -> str:
    return "" if label is None else settle(label, "zh-Hant").text


def _adopt(table: PrintedTable, former: Table, named: NamedRows, hant: Hant) -> None:
    rows = [row for row in table.rows if row.kind != "change"]
    earlier = [row for row in former.rows if row.kind != "change"]
    pairs = _pairs(rows, earlier, hant)
    if _without_label(rows, hant) != _without_label(earlier, hant):
        named.unnamed.append((table, former))
        pairs = [(row, old) for row, old in pairs if _key(row, hant)] + _totals(rows, earlier, hant)
    for row, old in pairs:
        row.id = old.id
        if old.kind == "total" and row.kind == "item":
            row.kind, row.sum_of = "total", tuple(it for it, by in pairs if by.id in old.sum_of)
        if _key(row, hant) != _key(old, hant):
            named.reworded.append((row, old))
    _name_rows(table, [it.id for it in earlier if _key(it, hant)], hant)
    mine, matched = {id(row) for row, _ in pairs}, {id(old) for _, old in pairs}
    known = [row for row in rows if _key(row, hant)]
    named.new += [(table, row) for row in known if id(row) not in mine]
    named.gone += [(former, old) for old in earlier if _key(old, hant) and id(old) not in matched]


def _without_label(rows: Sequence[PrintedRow | Row], hant: Hant) -> int:
    return sum(_key(row, hant) == "" for row in rows)


def _totals(
    rows: Sequence[PrintedRow], earlier: Sequence[Row], hant: Hant
) -> list[tuple[PrintedRow, Row]]:
    """The one total without a label, if both years have it."""
    mine = [it for it in rows if it.kind == "total" and not _key(it, hant)]
    theirs = [it for it in earlier if it.kind == "total" and not _key(it, hant)]
    return [(mine[0], theirs[0])] if len(mine) == len(theirs) == 1 else []


def _pairs(
    rows: Sequence[PrintedRow], earlier: Sequence[Row], hant: Hant
) -> list[tuple[PrintedRow, Row]]:
    """Rows with the same words in the same order; then those with one code, or one label; never
    two that only stand in the same place."""
    mine, theirs = _keys(rows, hant), _keys(earlier, hant)
    pairs = []
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        pairs += [(rows[block.a + at], earlier[block.b + at]) for at in range(block.size)]
    for same in (_same_words, _same_code, _same_label):
        for row in rows:
            if any(row is it for it, _ in pairs):
                continue
            names = [
                old
                for old in earlier
                if all(old is not it for _, it in pairs) and same(row, old, hant)
            ]
            if len(names) == 1:
                pairs.append((row, names[0]))
    return pairs


def _same_words(row: PrintedRow, old: Row, hant: Hant) -> bool:
    return row.kind == old.kind and _key(row, hant) == _key(old, hant) != ""


def _same_code(row: PrintedRow, old: Row, hant: Hant) -> bool:
    """A programme's number says less than a sub-head's: its name has to be alike, too."""
    labels = [fold(hant(_plain(it.label))) for it in (row, old)]
    if row.code is None or row.code != old.code:
        return False
    return row.code.isdigit() or SequenceMatcher(None, labels[0], labels[1]).ratio() >= _LIKE


def _same_label(row: PrintedRow, old: Row, hant: Hant) -> bool:
    return bool(row.label) and fold(hant(row.label or "")) == fold(hant(_plain(old.label)))


def _name_rows(table: PrintedTable, taken: Sequence[str], hant: Hant) -> None:
    names = {row.id for row in table.rows if row.id} | set(taken)
    number = 0
    for row in table.rows:
        number += row.kind == "item"
        if not row.id and row.kind != "change":
            row.id = _free(_row_name(table, row, number, hant), names)
            names.add(row.id)
    _name_changes(table)


def _row_name(table: PrintedTable, row: PrintedRow, number: int, hant: Hant) -> str:
    label = hant(row.label or "").lower()
    names = {hant(words): name for words, name in ROW_NAMES.items()}
    if row.code and row.code[0].isdigit():
        return row.code.lower()
    if row.code and table.role == "analysis":
        return f"programme-{re.sub(r'[^0-9]', '', row.code)}"
    if table.role == "programme" and row.kind == "item":
        return "allocation"
    if row.kind == "total":
        if row is table.amount_rows()[-1]:
            return "total"
        totals = {TOTAL_WORDS.sub("", words): name for words, name in names.items()}
        about = totals.get(TOTAL_WORDS.sub("", label))
        return f"{about}-total" if about else "sub-total"
    plain = "heading" if row.kind == "heading" else "item"
    return names.get(label) or _words(label) or f"{plain}-{number}"


def _name_changes(table: PrintedTable) -> None:
    """`change`, and `change-from-original` for the line below it, each of the last amounts."""
    names = {row.id for row in table.rows if row.kind != "change"}
    for row in table.rows:
        if row.kind == "change":
            original = all(it.against.endswith(("-original", "-approved")) for it in row.changes)
            only_latest = len(row.changes) == 1 and original
            row.id = _free("change-from-original" if only_latest else "change", names)
            names.add(row.id)


def _free(name: str, taken: Sequence[str] | set[str]) -> str:
    if name not in taken:
        return name
    return next(it for number in range(2, 1000) if (it := f"{name}-{number}") not in taken)
