"""What is said about a budget rests on its cells: names, statements, charts, our own words."""

import re
from collections.abc import Iterator, Mapping

from generator.messages.message import say
from generator.messages.problem import Problem, quote_value
from generator.model.budget import Budget, Chart, Statement
from generator.model.catalogue import Catalogue, Held
from generator.model.wording import settle
from generator.resolve.amounts import Spot, spots, statement_amount
from generator.resolve.budget_placeholders import PLACE
from generator.resolve.printed.claims import claims
from generator.resolve.texts import PRINTED, Text, texts_of
from generator.rules.references import known

_NUMBER = re.compile(r"[0-9]+(?:[.,-][0-9]+)*")


def check(catalogue: Catalogue, held: Held[Budget]) -> Iterator[Problem]:
    """A comparison across scopes, or a number nobody printed, is how a budget is misread."""
    record = held.record
    found = dict(spots(record))
    yield from _names(held, found)
    yield from _statements(catalogue, held)
    for number, chart in enumerate(record.charts):
        yield from _chart(held, chart, number, found)
    yield from _derived(held, found)
    yield from _links(catalogue, held)
    yield from _own_words(catalogue, held, found)


def _names(held: Held[Budget], found: Mapping[str, Spot]) -> Iterator[Problem]:
    record = held.record
    rows = {name.rsplit(".", 1)[0] for name in found}
    wanted: list[tuple[str | None, tuple[str | int, ...]]] = [(record.headline, ("headline",))]
    wanted += [(it, ("spent_on", number)) for number, it in enumerate(record.spent_on)]
    for number, same in enumerate(record.same):
        wanted += [(same.one, ("same", number, "one")), (same.other, ("same", number, "other"))]
    for number, it in enumerate(record.statements):
        fields = {"repeats": it.repeats, "from": it.start, "to": it.end}
        wanted += [(name, ("statements", number, field)) for field, name in fields.items()]
    for number, derived in enumerate(record.derived):
        wanted += [(derived.first, ("derived", number, "first"))]
        wanted += [(derived.second, ("derived", number, "second"))]
    for name, path in wanted:
        if name is not None and name not in found and not ("same" in path and name in rows):
            tip = say("write table.row.column as the tables have them")
            yield Problem(held.place(*path), say("there is no cell {name!r}", name=name), tip)
    for number, table in enumerate(record.tables):
        for other in record.statements:
            if table.id == other.id:
                message = say("{id!r} is a statement, too", id=table.id)
                yield Problem(held.place("tables", number, "id"), message, say("choose another id"))


def _statements(catalogue: Catalogue, held: Held[Budget]) -> Iterator[Problem]:
    for number, it in enumerate(held.record.statements):
        place = held.place("statements", number, "printed")
        try:
            statement_amount(it)
        except ValueError:
            tip = say("write the number with its unit, as printed")
            yield Problem(
                place,
                say(
                    "line {line}: {printed} has no number",
                    line=it.line,
                    printed=quote_value(it.printed),
                ),
                tip,
            )
        for vocabulary, code in (("budget-units", it.unit), ("budget-changes", it.change)):
            forms = _forms(catalogue, vocabulary, code)
            # A rate is printed in brackets behind the amount that says which way it went.
            said = vocabulary == "budget-units" or it.unit != "percent"
            if code and forms and said and not any(form in it.printed for form in forms):
                message = say(
                    "line {line}: {printed} does not say {code!r}",
                    line=it.line,
                    printed=quote_value(it.printed),
                    code=code,
                )
                yield Problem(
                    place, message, say("it is printed as {forms}", forms=", ".join(forms))
                )
        if (it.start is None) != (it.end is None):
            message = say("a change has both `from` and `to`")
            yield Problem(held.place("statements", number), message, say("add the other"))
        yield from _change_has_a_word(catalogue, held, it, number)


def _change_has_a_word(
    catalogue: Catalogue, held: Held[Budget], it: Statement, number: int
) -> Iterator[Problem]:
    for code in ("increase", "decrease"):
        for form in _forms(catalogue, "budget-changes", code):
            if form in it.printed and it.change != code:
                place = held.place("statements", number, "printed")
                message = say("line {line}: {form} is printed", line=it.line, form=form)
                yield Problem(place, message, say("write `change: {code}`", code=code))


def _forms(catalogue: Catalogue, vocabulary: str, code: str | None) -> tuple[str, ...]:
    words = catalogue.vocabularies.get(vocabulary)
    terms = words.record.terms if words else ()
    return next((term.printed for term in terms if term.code == code), ())


def _chart(
    held: Held[Budget], chart: Chart, number: int, found: Mapping[str, Spot]
) -> Iterator[Problem]:
    def problem(message: str, tip: str) -> Problem:
        return Problem(held.place("charts", number, "columns"), message, tip)

    names = [f"{chart.table}.{row}.{column}" for row in chart.rows for column in chart.columns]
    there = [found[name] for name in names if name in found]
    for name in names:
        if name not in found or found[name].amount is None or found[name].unit == "percent":
            yield problem(f"the chart has no amount {name!r}", "name rows and columns with amounts")
    if len({spot.column.scope for spot in there}) > 1:
        scopes = ", ".join(dict.fromkeys(f"{it.column.id}: {it.column.scope}" for it in there))
        yield problem(f"the chart mixes scopes ({scopes})", "draw columns of one scope only")
    compared = {
        frozenset((spot.column.id, spot.cell.against))
        for spot in found.values()
        if spot.table.id == chart.table and spot.row.of in chart.rows
    }
    for count, one in enumerate(chart.columns):
        for other in chart.columns[:count]:
            if frozenset((one, other)) not in compared:
                message = say(
                    "the document itself does not compare {other} with {one} in these rows",
                    other=other,
                    one=one,
                )
                yield problem(message, say("draw only columns between which a change is printed"))


def _derived(held: Held[Budget], found: Mapping[str, Spot]) -> Iterator[Problem]:
    for number, it in enumerate(held.record.derived):
        if it.first not in found or it.second not in found:
            continue
        one, other = found[it.first].column, found[it.second].column
        place = held.place("derived", number, "second")
        if it.kind == "difference":
            if _row(found[it.first]) != _row(found[it.second]) or one.scope != other.scope:
                message = say(
                    "difference: {first} and {second} differ in row or scope",
                    first=it.first,
                    second=it.second,
                )
                remedy = say("take the difference of two columns of one row and one scope")
                yield Problem(place, message, remedy)
        elif (one.year, one.basis) != (other.year, other.basis):
            message = say(
                "{kind}: {first} and {second} differ in year or basis",
                kind=it.kind,
                first=it.first,
                second=it.second,
            )
            yield Problem(place, message, say("derive from cells of one year and one basis"))
        elif it.kind == "share" and one.scope != other.scope:
            message = say(
                "share: {first} and {second} differ in scope", first=it.first, second=it.second
            )
            yield Problem(place, message, say("a part has the scope of its whole"))
        if found[it.first].amount is None or not found[it.second].amount:
            yield Problem(
                place, say("{kind} of an empty cell", kind=it.kind), say("name cells with amounts")
            )


def _row(spot: Spot) -> tuple[str, str]:
    return spot.table.id, spot.row.id


def _links(catalogue: Catalogue, held: Held[Budget]) -> Iterator[Problem]:
    subjects = [*catalogue.agencies, *catalogue.programmes]
    for number, programme in enumerate(held.record.programmes):
        at: tuple[str | int, ...] = ("programmes", number)
        for count, name in enumerate(programme.about):
            yield from known(name, subjects, "programme", held.place(*at, "about", count))
        for group, heading in enumerate(programme.emphases):
            for item, emphasis in enumerate(heading.items):
                where = (*at, "emphases", group, "items", item, "about")
                for count, name in enumerate(emphasis.about):
                    yield from known(name, subjects, "programme", held.place(*where, count))
    for number, related in enumerate(held.record.datasets):
        place = held.place("datasets", number, "dataset")
        yield from known(related.dataset, catalogue.datasets, "dataset", place)


def _own_words(
    catalogue: Catalogue, held: Held[Budget], found: Mapping[str, Spot]
) -> Iterator[Problem]:
    """Numbers come from cells and statements; years, and numbers that are names, may be written."""
    record = held.record
    places = {*found, *(it.id for it in record.statements), *(it.id for it in record.dates)}
    places |= {it.id for it in record.derived}
    rows = [row for table in record.tables for row in table.rows]
    allowed = {record.head, *(column.year for table in record.tables for column in table.columns)}
    allowed |= {row.code for row in rows if row.code}
    codes = {programme.code for programme in record.programmes}
    names = _names_with_numbers(catalogue)
    for text in texts_of(catalogue, held):
        if text.path[-1] in PRINTED:
            continue
        for name in PLACE.findall(text.wording.text):
            if name not in places:
                message = say("nothing has the name {name!r}", name=name)
                tip = say(
                    "write {table.row.column}, or the id of a statement, date or derived number"
                )
                yield Problem(held.place(*text.path), message, tip)
        rest = PLACE.sub("", text.wording.text)
        for name in (*names, *codes):
            rest = rest.replace(name, "")
        for number in _NUMBER.findall(rest):
            if number not in allowed:
                yield _without_source(held, text, number)
        for claim in claims(rest):
            # Rows are counted in words: 六項. Amounts and shares are not.
            money = claim.quantity is not None and claim.quantity.unit.kind
            if money and not _NUMBER.search(claim.words[:2]):
                yield _without_source(held, text, claim.words)


def _without_source(held: Held[Budget], text: Text, number: str) -> Problem:
    message = say("the number {number} in our own words has no source", number=number)
    tip = say("write the name of a cell or statement in braces instead")
    return Problem(held.place(*text.path), message, tip)


def _names_with_numbers(catalogue: Catalogue) -> list[str]:
    """Names such as 總目47, the longest first."""
    names = [
        settle(name.hant, "zh-Hant").text
        for held in catalogue.terminology.names.values()
        for name in held.record.names
        if _NUMBER.search(name.hant)
    ]
    return sorted(names, key=len, reverse=True)
