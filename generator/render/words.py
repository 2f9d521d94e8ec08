"""The interface's wording: which words the templates ask for, and phrases with values put in."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from jinja2 import nodes

from generator.exports.interface_words import WORDS
from generator.model.wording import PLACEHOLDER
from generator.render.environment import environment, templates
from generator.render.escape import Markdown

_IN_CODE: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("line", "number-yi", "number-wan", "changes-more", "changes-fewer", "changes-points"),
        frozenset({"n"}),
    ),
    "chart-title": frozenset({"measure", "old", "new"}),
    "chart-when": frozenset({"document", "date"}),
    "chart-description": frozenset({"title", "note"}),
    "moved": frozenset({"page"}),
    "part-title": frozenset({"title", "n"}),
    "date-day": frozenset({"year", "month", "day"}),
    "date-month": frozenset({"year", "month"}),
    "date-quarter": frozenset({"year", "quarter"}),
    "date-year": frozenset({"year"}),
    "timeline-chart-year": frozenset({"year", "n"}),
    "timeline-chart-year-planned": frozenset({"year", "n", "planned"}),
    "organisation-chart-former": frozenset({"name"}),
    **dict.fromkeys(
        ("budget-about", "budget-derived-text", "budget-unlabelled", "money"), frozenset({"n"})
    ),
    "budget-against": frozenset({"column"}),
    "budget-bar": frozenset({"row", "column"}),
    "budget-chart-title": frozenset({"finding", "unit"}),
    "budget-column": frozenset({"year", "basis"}),
    "budget-column-scope": frozenset({"column", "scope"}),
    "budget-from-to": frozenset({"first", "second", "n"}),
    "budget-heads-of-year": frozenset({"column"}),
    "budget-roughly": frozenset({"amount"}),
    "budget-lines": frozenset({"first", "last"}),
    "budget-repeats": frozenset({"n", "cell"}),
    "budget-row": frozenset({"code", "label"}),
    "budget-title": frozenset({"title", "year"}),
    "budget-years-of-head": frozenset({"title"}),
    "fiscal-year": frozenset({"year"}),
    **dict.fromkeys(
        (
            *("budgets", "budgets-lead", "budget-agrees", "budget-as-printed", "budget-change"),
            *("budget-first", "budget-gap", "budget-note", "budget-not-printed", "budget-second"),
            *("budget-total", "budget-total-short", "budget-when"),
            *("agencies", "agencies-about", "datasets", "datasets-lead", "documents"),
            *("documents-lead", "terminology", "terminology-lead", "comma"),
            *("name", "group", "description", "frequency-cell", "title"),
            *("programmes", "programmes-lead", "figures", "figures-lead", "errata", "errata-lead"),
            *("launched", "status", "run-by", "part-of", "parts", "official-page"),
            *("change-up", "change-down", "change-same", "chart-compares"),
            *(
                "trail-home",
                "timeline",
                "timeline-description",
                "timeline-chart",
                "organisation-chart",
            ),
            *("undated", "undated-short"),
            *(f"changes-{it}" for it in ("values", "qualifiers", "days", "conditions", "names")),
            *(f"changes-{it}" for it in ("promises", "reworded", "remarks", "released", "rows")),
            *(f"changes-{it}" for it in ("added", "dropped", "same", "lead", "not-named")),
            "changes-told-elsewhere",
            *("named-here", "status-planned", "status-released", "date", "section", "frequency"),
            *("calendar", "calendar-lead", "publisher", "category", "formats"),
            *("spatial", "spatial-data", "non-spatial-data", "unknown"),
        ),
        frozenset[str](),
    ),
}
"""Words that Python asks for, with their places."""


@cache
def words_asked_for() -> Mapping[str, frozenset[str]]:
    """Every word that pages and exports ask for, with the places filled wherever it is used."""
    asked = _IN_CODE | WORDS
    for name, (source, file) in templates().items():
        for call in environment().parse(source, name, file).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("w", "w_text", "w_around"):
                key = call.args[0].as_const()
                filled = frozenset(keyword.key for keyword in call.kwargs)
                asked[key] = asked.get(key, filled) & filled
    return MappingProxyType(asked)


def places(pattern: str) -> frozenset[str]:
    """The names of the `{name}` places in `pattern`."""
    return frozenset(PLACEHOLDER.findall(pattern))


def fill_around(
    pattern: str, values: Mapping[str, Markdown], escaped: Callable[[str], Markdown]
) -> Markdown:
    """`pattern` escaped, with each `{name}` replaced by markup that is safe already.

    Raises KeyError for a name without a value.
    """
    parts = PLACEHOLDER.split(pattern)
    return Markdown("".join(values[it] if at % 2 else escaped(it) for at, it in enumerate(parts)))
