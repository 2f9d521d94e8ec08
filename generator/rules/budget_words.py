"""Check that names, statements, charts and our own words about a budget agree with its cells."""

import re
from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem, quote_value
from generator.model.budget import Budget, Chart, NumberStatement
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.model.wording import settle
from generator.resolve.amounts import CellsByName, LocatedCell, located_cells, statement_amount
from generator.resolve.budget_placeholders import BUDGET_PLACEHOLDER
from generator.resolve.printed.claims import claims
from generator.resolve.texts import PRINTED, LocatedText, texts_of
from generator.rules.references import known

_NUMBER = re.compile(r"[0-9]+(?:[.,-][0-9]+)*")
_BRACES_TIP = say("write the name of a cell or statement in braces instead")


def check(catalogue: Catalogue, record_file: RecordFile[Budget]) -> Iterator[Problem]:
    """A comparison across scopes, or a number nobody printed, is how a budget is misread."""
    record = record_file.record
    cells = dict(located_cells(record))
    yield from _names(record_file, cells)
    yield from _statements(catalogue, record_file)
    for number, chart in enumerate(record.charts):
        yield from _chart(record_file, chart, number, cells)
    yield from _derived(record_file, cells)
    yield from _links(catalogue, record_file)
    yield from _own_numbers(catalogue, record_file, cells)


def _names(record_file: RecordFile[Budget], cells: CellsByName) -> Iterator[Problem]:
    record = record_file.record
    rows = {name.rsplit(".", 1)[0] for name in cells}
    named_cells: list[tuple[str | None, FieldPath]] = [(record.headline, ("headline",))]
    named_cells += [(it, ("spent_on", number)) for number, it in enumerate(record.spent_on)]
    for number, same in enumerate(record.same):
        named_cells += [
            (same.one, ("same", number, "one")),
            (same.other, ("same", number, "other")),
        ]
    for number, statement in enumerate(record.statements):
        fields = {"repeats": statement.repeats, "from": statement.start, "to": statement.end}
        named_cells += [(name, ("statements", number, field)) for field, name in fields.items()]
    for number, derived in enumerate(record.derived):
        pair = (derived.first, "first"), (derived.second, "second")
        named_cells += [(name, ("derived", number, field)) for name, field in pair]
    for name, path in named_cells:
        if name is not None and name not in cells and not ("same" in path and name in rows):
            tip = say("write table.row.column as the tables have them")
            message = say("there is no cell {name!r}", name=name)
            yield Problem(record_file.place(*path), message, tip)
    for number, table in enumerate(record.tables):
        for statement in record.statements:
            if table.id == statement.id:
                place = record_file.place("tables", number, "id")
                message = say("{id!r} is a statement, too", id=table.id)
                yield Problem(place, message, say("choose another id"))


def _statements(catalogue: Catalogue, record_file: RecordFile[Budget]) -> Iterator[Problem]:
    for number, statement in enumerate(record_file.record.statements):
        place = record_file.place("statements", number, "printed")
        try:
            statement_amount(statement)
        except ValueError:
            message = say(
                "line {line}: {printed} has no number",
                line=statement.line,
                printed=quote_value(statement.printed),
            )
            yield Problem(place, message, say("write the number with its unit, as printed"))
        words = (("budget-units", statement.unit), ("budget-changes", statement.change))
        for vocabulary, code in words:
            forms = _forms(catalogue, vocabulary, code)
            # A rate is printed in brackets behind the amount that says which way it went.
            says_it = vocabulary == "budget-units" or statement.unit != "percent"
            if code and forms and says_it and not any(form in statement.printed for form in forms):
                message = say(
                    "line {line}: {printed} does not say {code!r}",
                    line=statement.line,
                    printed=quote_value(statement.printed),
                    code=code,
                )
                yield Problem(
                    place, message, say("it is printed as {forms}", forms=list_names(forms))
                )
        if (statement.start is None) != (statement.end is None):
            message = say("a change has both `from` and `to`")
            yield Problem(record_file.place("statements", number), message, say("add the other"))
        yield from _change_has_a_word(catalogue, record_file, statement, number)


def _change_has_a_word(
    catalogue: Catalogue, record_file: RecordFile[Budget], statement: NumberStatement, number: int
) -> Iterator[Problem]:
    for code in ("increase", "decrease"):
        for form in _forms(catalogue, "budget-changes", code):
            if form in statement.printed and statement.change != code:
                place = record_file.place("statements", number, "printed")
                message = say("line {line}: {form} is printed", line=statement.line, form=form)
                yield Problem(place, message, say("write `change: {code}`", code=code))


def _forms(catalogue: Catalogue, vocabulary: str, code: str | None) -> tuple[str, ...]:
    words = catalogue.vocabularies.get(vocabulary)
    terms = words.record.terms if words else ()
    return next((term.printed for term in terms if term.code == code), ())


def _chart(
    record_file: RecordFile[Budget], chart: Chart, number: int, cells: CellsByName
) -> Iterator[Problem]:
    def problem(message: str, tip: str) -> Problem:
        return Problem(record_file.place("charts", number, "columns"), message, tip)

    names = [f"{chart.table}.{row}.{column}" for row in chart.rows for column in chart.columns]
    charted = [cells[name] for name in names if name in cells]
    for name in names:
        if name not in cells or cells[name].amount is None or cells[name].unit == "percent":
            yield problem(f"the chart has no amount {name!r}", "name rows and columns with amounts")
    if len({located.column.scope for located in charted}) > 1:
        scopes = list_names(dict.fromkeys(f"{it.column.id}: {it.column.scope}" for it in charted))
        yield problem(f"the chart mixes scopes ({scopes})", "draw columns of one scope only")
    compared = {
        frozenset((located.column.id, located.cell.against))
        for located in cells.values()
        if located.table.id == chart.table and located.row.of in chart.rows
    }
    for count, column in enumerate(chart.columns):
        for earlier in chart.columns[:count]:
            if frozenset((column, earlier)) not in compared:
                message = say(
                    "the document itself does not compare {other} with {one} in these rows",
                    other=earlier,
                    one=column,
                )
                yield problem(message, say("draw only columns between which a change is printed"))


def _derived(record_file: RecordFile[Budget], cells: CellsByName) -> Iterator[Problem]:
    for number, derived in enumerate(record_file.record.derived):
        if derived.first not in cells or derived.second not in cells:
            continue
        first, second = cells[derived.first].column, cells[derived.second].column
        place = record_file.place("derived", number, "second")
        if derived.kind == "difference":
            if (
                _row(cells[derived.first]) != _row(cells[derived.second])
                or first.scope != second.scope
            ):
                message = say(
                    "difference: {first} and {second} differ in row or scope",
                    first=derived.first,
                    second=derived.second,
                )
                remedy = say("take the difference of two columns of one row and one scope")
                yield Problem(place, message, remedy)
        elif (first.year, first.basis) != (second.year, second.basis):
            message = say(
                "{kind}: {first} and {second} differ in year or basis",
                kind=derived.kind,
                first=derived.first,
                second=derived.second,
            )
            yield Problem(place, message, say("derive from cells of one year and one basis"))
        elif derived.kind == "share" and first.scope != second.scope:
            message = say(
                "share: {first} and {second} differ in scope",
                first=derived.first,
                second=derived.second,
            )
            yield Problem(place, message, say("a part has the scope of its whole"))
        if cells[derived.first].amount is None or not cells[derived.second].amount:
            yield Problem(
                place,
                say("{kind} of an empty cell", kind=derived.kind),
                say("name cells with amounts"),
            )


def _row(located: LocatedCell) -> tuple[str, str]:
    return located.table.id, located.row.id


def _links(catalogue: Catalogue, record_file: RecordFile[Budget]) -> Iterator[Problem]:
    subjects = [*catalogue.agencies, *catalogue.programmes]
    for number, programme in enumerate(record_file.record.programmes):
        at: FieldPath = ("programmes", number)
        for count, name in enumerate(programme.about):
            yield from known(name, subjects, "programme", record_file.place(*at, "about", count))
    for number, related in enumerate(record_file.record.datasets):
        place = record_file.place("datasets", number, "dataset")
        yield from known(related.dataset, catalogue.datasets, "dataset", place)


def _own_numbers(
    catalogue: Catalogue, record_file: RecordFile[Budget], cells: CellsByName
) -> Iterator[Problem]:
    """Only years and numbers that are part of a name may be typed; others name their cell."""
    record = record_file.record
    places = {*cells, *(it.id for it in record.statements), *(it.id for it in record.dates)}
    places |= {it.id for it in record.derived}
    allowed = {record.head, *(column.year for table in record.tables for column in table.columns)}
    allowed |= {row.code for table in record.tables for row in table.rows if row.code}
    names = [*_names_with_numbers(catalogue), *(it.code for it in record.programmes)]
    for text in (it for it in texts_of(catalogue, record_file) if it.path[-1] not in PRINTED):
        for name in BUDGET_PLACEHOLDER.findall(text.wording.text):
            if name not in places:
                message = say("nothing has the name {name!r}", name=name)
                tip = say(
                    "write {table.row.column}, or the id of a statement, date or derived number"
                )
                yield Problem(record_file.place(*text.path), message, tip)
        own_words = BUDGET_PLACEHOLDER.sub("", text.wording.text)
        for name in names:
            own_words = own_words.replace(name, "")
        for number in _NUMBER.findall(own_words):
            if number not in allowed:
                yield _without_source(record_file, text, number)
        for claim in claims(own_words):
            # Rows are counted in words: 六項. Amounts and shares are not.
            money = claim.quantity is not None and claim.quantity.unit.kind
            if money and not _NUMBER.search(claim.words[:2]):
                yield _without_source(record_file, text, claim.words)


def _without_source(record_file: RecordFile[Budget], text: LocatedText, number: str) -> Problem:
    message = say("the number {number} in our own words has no source", number=number)
    return Problem(record_file.place(*text.path), message, _BRACES_TIP)


def _names_with_numbers(catalogue: Catalogue) -> list[str]:
    """Names such as 總目47, the longest first."""
    names = [
        settle(name.hant, "zh-Hant").text
        for record_file in catalogue.terminology.names.values()
        for name in record_file.record.names
        if _NUMBER.search(name.hant)
    ]
    return sorted(names, key=len, reverse=True)
