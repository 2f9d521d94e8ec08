"""The budget of a head from last year's record: what stands again, with this year's numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.maintain.extract.head_alignment import Alignment
from generator.maintain.extract.head_fields import (
    Fields,
    left_out,
    lines_missing,
    note_fields,
    table_fields,
)
from generator.maintain.extract.head_findings import Findings
from generator.maintain.extract.head_names import NamedRows
from generator.maintain.extract.head_own_words import Signs, later_text, to_review
from generator.maintain.extract.head_record import PrintedHead, PrintedTable
from generator.maintain.extract.head_statements import later_dates, later_statements
from generator.maintain.extract.head_titles import table_title
from generator.maintain.extract.head_years import later_years
from generator.maintain.extract.record_yaml import each_text, fields_of
from generator.messages.message import list_names, say
from generator.model.budget import Budget, BudgetProgramme, DerivedNumber
from generator.model.draft import UNFILLED
from generator.model.wording import settle
from generator.resolve.amounts import (
    CellsByName,
    derived_amount,
    located_cells,
    statement_amount,
)

_TO_REVIEW = "to-review"
"""No scope: `check` asks for one of the record's."""
_NAMED = ("one", "other", "first", "second")


class LaterBudget:
    """Drafts the budget of another year."""

    def __init__(
        self,
        head: PrintedHead,
        old: Budget,
        named: NamedRows,
        alignment: Alignment | None,
        findings: Findings,
    ) -> None:
        self._head, self._old, self._named = head, old, named
        self._alignment, self._findings = alignment, findings
        self._by = int(head.year[:4]) - int(old.year[:4])

    def fields(self, identifier: str) -> Fields:
        """The fields of the record."""
        fields: Fields = {
            "id": identifier,
            "script": self._old.script,
            "head": self._old.head,
            "year": self._head.year,
            "agency": self._old.agency,
            "lead": UNFILLED,
            "headline": later_years(self._old.headline, self._by),
            "spent_on": [later_years(it, self._by) for it in self._old.spent_on],
            "scopes": [fields_of(it) for it in self._old.scopes],
            "explanation": UNFILLED,
            "programmes": list(self._programmes()),
            "tables": [self._table(table) for table in self._head.tables],
            "notes": list(note_fields(self._head)),
        }
        cells = dict(located_cells(Budget.model_validate(fields)))
        lines = self._head.lines
        fields["same"] = list(self._kept("same", self._old.same, cells))
        fields["statements"] = list(
            later_statements(
                self._old.statements, lines, self._alignment, cells, self._by, self._findings
            )
        )
        fields["dates"] = list(
            later_dates(self._old.dates, lines, self._alignment, self._by, self._findings)
        )
        fields["derived"] = list(self._kept("derived", self._old.derived, cells))
        self._own_words(fields, cells)
        fields["missing"] = list(self._missing())
        fields["missing"] += list(left_out(self._head, lines_missing(fields)))  # type: ignore[operator]
        fields["datasets"] = [fields_of(it) for it in self._old.datasets]
        self._spent_on(fields, cells)
        return {name: it for name, it in fields.items() if it != []}

    def _table(self, table: PrintedTable) -> Fields:
        former = self._named.tables.get(table.id)
        title = table_title(table)
        known: dict[str, str] = {}
        if former:
            title = later_text(
                settle(former.title, self._old.script).text,
                self._by,
                {},
                rows_changed=self._rows_changed(table.id),
            )
            known = {later_years(it.id, self._by): it.scope for it in former.columns}
            if len(set(known.values())) > 1:
                # Where columns cover different things, only a person can say what each covers now.
                known = {
                    name: scope if name == f"{self._head.year}-estimate" else _TO_REVIEW
                    for name, scope in known.items()
                }
                template = "{table}: write the scope of each column; last year's were {scopes}"
                before = list_names(f"{it.printed}: {it.scope}" for it in former.columns)
                self._findings.decide.append(say(template, table=table.id, scopes=before))
        for name in (*known, *(it.id for it in table.columns)):
            if name not in known or name not in [it.id for it in table.columns]:
                template = "{table}: last year has no column that became {name}, or this one not"
                self._findings.decide.append(say(template, table=table.id, name=name))
        first = self._old.scopes[0].id
        scopes = {column.id: known.get(column.id, first) for column in table.columns}
        return table_fields(table, title, scopes)

    def _rows_changed(self, table: str) -> bool:
        named = self._named
        changed = [it.id for it, _ in (*named.new, *named.unnamed)]
        return table in (*changed, *(it.id for it, _ in named.gone))

    def _programmes(self) -> Iterator[Fields]:
        former = {it.code: it for it in self._old.programmes}
        for programme in self._head.programmes:
            known = former.pop(programme.code, None)
            number = re.sub(r"\D", "", programme.code)
            fields: Fields = {
                "id": known.id if known else f"programme-{number}",
                "code": programme.code,
                "label": programme.label,
                "line": programme.line,
                "aim": UNFILLED,
                "aim_line": programme.aim_line or programme.line,
            }
            if known:
                fields["aim"] = self._aim(known)
                if known.about:
                    fields["about"] = list(known.about)
                if known.none:
                    fields["none"] = fields_of(known)["none"]
                if programme.aim_line is None:
                    template = "programme {code}: the line of its aim was not found"
                    self._findings.decide.append(say(template, code=programme.code))
            self._findings.count("programmes", known is not None)
            yield fields
        for known in former.values():
            self._findings.count("programmes", False)
            label = settle(known.label, self._old.script).text
            self._findings.gone.append(
                say("programme {code} {label}", code=known.code, label=label)
            )

    def _aim(self, known: BudgetProgramme) -> str:
        aim = settle(known.aim, self._old.script).text
        carried = self._alignment.find(known.aim_line) if self._alignment else None
        return aim if carried and carried.same else to_review(aim)

    def _kept(self, name: str, old: Iterable[object], cells: CellsByName) -> Iterator[Fields]:
        """The items that name cells, or rows, of which all are still there."""
        rows = {it.rsplit(".", 1)[0] for it in cells}
        for item in old:
            fields = each_text(fields_of(item), lambda it: later_years(it, self._by))  # type: ignore[arg-type]
            assert isinstance(fields, dict)
            named = [str(fields[it]) for it in _NAMED if it in fields]
            lost = set(named) - {*cells, *rows}
            unknown = any(it in cells and cells[it].amount is None for it in named)
            empty = name == "derived" and unknown
            self._findings.count(name, not lost and not empty)
            if lost or empty:
                what = fields.get("id") or f"{fields['one']} = {fields['other']}"
                self._findings.gone.append(say("{field}: {what}", field=name, what=what))
            else:
                yield fields

    def _own_words(self, fields: Fields, cells: CellsByName) -> None:
        signs = _signs(Budget.model_validate(fields), cells)
        for name in ("lead", "explanation"):
            text = settle(getattr(self._old, name), self._old.script).text
            fields[name] = later_text(text, self._by, signs)
        # Whether years can be compared is for a person to say, every year anew.
        fields["explanation"] = to_review(str(fields["explanation"]))
        fields["charts"] = list(self._charts(cells, signs))

    def _charts(self, cells: CellsByName, signs: Signs) -> Iterator[Fields]:
        for chart in self._old.charts:
            kept = fields_of(chart)
            kept["columns"] = [later_years(it, self._by) for it in chart.columns]
            drawn = {it.split(".", 1)[1] for it in cells if it.startswith(f"{chart.table}.")}
            kept["rows"] = [
                row
                for row in chart.rows
                if all(
                    f"{row}.{column}" in drawn
                    and cells[f"{chart.table}.{row}.{column}"].amount is not None
                    for column in kept["columns"]  # type: ignore[attr-defined]
                )
            ]
            self._findings.count("charts", kept["rows"] == list(chart.rows))
            if not kept["rows"]:
                self._findings.gone.append(say("{field}: {what}", field="charts", what=chart.id))
                continue
            changed = self._rows_changed(chart.table) or kept["rows"] != list(chart.rows)
            for name in ("title", "finding", "text"):
                text = settle(getattr(chart, name), self._old.script).text
                kept[name] = later_text(text, self._by, signs, rows_changed=changed)
            yield kept

    def _missing(self) -> Iterator[Fields]:
        """What the text lacks, where it still stands between the same words."""
        for missing in self._old.missing:
            first, last = missing.lines[0], missing.lines[-1]
            place = self._alignment.stretch(first, last) if self._alignment else None
            self._findings.count("missing", place is not None)
            what = settle(missing.what, self._old.script).text
            if place is None:
                template = "line {line} last year, missing: {what}; look whether it still is"
                self._findings.decide.append(say(template, line=first, what=what))
            else:
                yield {"lines": sorted(set(place)), "what": fields_of(missing)["what"]}

    def _spent_on(self, fields: Fields, cells: CellsByName) -> None:
        """Keep what is still there; `check` says what is missing of the headline."""
        names = [str(it) for it in fields["spent_on"]]  # type: ignore[attr-defined]
        kept = [it for it in names if it in cells and cells[it].amount is not None]
        for name in names:
            if name not in kept:
                self._findings.decide.append(say("{field}: {what}", field="spent_on", what=name))
        fields["spent_on"] = kept or names


def _signs(budget: Budget, cells: CellsByName) -> Signs:
    """The number that each name in braces stands for, to tell whether it rises or falls."""
    signs: dict[str, Decimal] = {
        name: cell.amount.value for name, cell in cells.items() if cell.amount is not None
    }
    signs |= {it.id: statement_amount(it).value for it in budget.statements}
    signs |= {it.id: Decimal(1) for it in budget.dates}
    signs |= {it.id: number for it in budget.derived if (number := _derived(it, cells)) is not None}
    return signs


def _derived(derived: DerivedNumber, cells: Mapping[str, object]) -> Decimal | None:
    first, second = cells[derived.first].amount, cells[derived.second].amount  # type: ignore[attr-defined]
    if first is None or second is None or (derived.kind == "share" and not second.value):
        return None
    return derived_amount(derived, first, second).value
