"""The interface's wording: which words the templates ask for, and phrases with values put in."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from jinja2 import nodes

from generator.exports.interface_words import WORDS, placeholders_by_word
from generator.model.wording import PLACEHOLDER
from generator.render.environment import environment, templates
from generator.render.escape import Markdown

_IN_CODE = placeholders_by_word(
    {
        "": """
            against-before agencies agencies-about amount-kind applicant-apart as-of-date break
            budget-agrees budget-as-printed budget-change budget-first budget-gap
            budget-not-printed budget-note budget-second budget-total budget-total-short
            budget-when budgets budgets-lead calendar calendar-lead category change-down
            change-other change-same change-up changes-added changes-conditions
            changes-days changes-dropped changes-lead changes-lead-incomplete
            changes-names changes-not-named changes-promises changes-qualifiers
            changes-released changes-remarks changes-reworded changes-rows
            changes-said-anew changes-said-no-more changes-same changes-told-elsewhere
            changes-values chart-download comma comparability comparable compare-lead
            compare-title datasets datasets-lead datasets-named-after date description
            dissolved documents documents-lead errata errata-lead established every-year
            every-year-short figure-subject figures figures-lead formats frequency
            frequency-cell group launched link-of-body link-own link-unknown
            matching-apart matching-asked measure name named-here no-as-of non-spatial-data
            official-page official-site only-one-document parent
            part-of parts planned-after planned-before predecessors programme-kind
            programmes programmes-lead publisher run-by section spatial spatial-data
            status status-planned status-released successor terminology terminology-lead
            timeline timeline-chart timeline-description title trail-home undated
            undated-short unit unknown who-may-apply
        """,
        "amount": "budget-roughly",
        "column": "budget-against budget-heads-of-year",
        "n": """
            budget-about budget-derived-text budget-unlabelled changes-fewer changes-more
            changes-points line money number-wan number-yi
        """,
        "heading": "under-heading",
        "name": "launch-alone organisation-chart-former",
        "page": "moved",
        "title": "book-title budget-years-of-head",
        "year": "date-half-1 date-half-2 date-year fiscal-year",
        "date": """
            date-earliest date-end date-latest date-middle date-span-end date-start date-year-end
            date-year-middle date-year-start document-of document-until
        """,
        "month": "date-every",
        "basis year": "budget-column",
        "cell n": "budget-repeats",
        "code label": "budget-row",
        "column row": "budget-bar",
        "column scope": "budget-column-scope",
        "finding unit": "budget-chart-title",
        "first last": "budget-lines",
        "date month": "date-every-since",
        "month year": "date-month",
        "n title": "part-title",
        "n year": "timeline-chart-year",
        "page table": "cited-table",
        "quarter year": "date-quarter",
        "title year": "budget-title",
        "day month year": "date-day",
        "first n second": "budget-from-to",
        "finding measure": "chart-title",
        "label number": "chart-row",
        "n rows source": "chart-description",
        "documents": "chart-source",
        "dates": "chart-dates",
        "end new old start": """
            finding-down finding-undated-down finding-undated-up finding-up
        """,
        "first last n year": "timeline-chart-title",
        "planned told": "timeline-chart-legend",
        "date n": "organisation-chart-title",
        "name whole": "organisation-chart-part",
        "n planned year": "timeline-chart-year-planned",
    }
)
"""Words that Python asks for, with their placeholders."""


@cache
def required_words() -> Mapping[str, frozenset[str]]:
    """Every word that pages and exports ask for, with the places filled wherever it is used."""
    required = _IN_CODE | WORDS
    for name, (source, file) in templates().items():
        for call in environment().parse(source, name, file).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("w", "w_text", "w_around"):
                key = call.args[0].as_const()
                filled = frozenset(keyword.key for keyword in call.kwargs)
                required[key] = required.get(key, filled) & filled
    return MappingProxyType(required)


def placeholder_names(pattern: str) -> frozenset[str]:
    """The names of the `{name}` places in `pattern`."""
    return frozenset(PLACEHOLDER.findall(pattern))


def fill_with_markup(
    pattern: str, values: Mapping[str, Markdown], escaped: Callable[[str], Markdown]
) -> Markdown:
    """`pattern` escaped, with each `{name}` replaced by markup that is safe already.

    Raises KeyError for a name without a value.
    """
    parts = PLACEHOLDER.split(pattern)
    return Markdown(
        "".join(values[it] if number % 2 else escaped(it) for number, it in enumerate(parts))
    )
