"""Which kinds of record are published, in the order in which readers are told of them.

One more kind is one more line of KINDS, its types in published*.py, and a line for each of its
fields in data/vocabulary/fields.yml.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.exports.budget_items import budget_items
from generator.exports.contract import (
    AgencyItem,
    DatasetItem,
    DocumentItem,
    Published,
    TermItem,
    key_of,
)
from generator.exports.contract_budget import BudgetItem
from generator.exports.contract_facts import ErratumItem, EventItem, FigureItem, ProgrammeItem
from generator.exports.fact_items import erratum_item, event_item, figure_items, programme_item
from generator.exports.record_items import (
    Convert,
    agency_item,
    dataset_item,
    document_item,
    term_item,
)
from generator.resolve.records import Records

Items = Callable[[Records, Convert, str], Iterable[Published]]


@dataclass(frozen=True)
class Kind:
    """One kind of record. `name` is the file's; `list_page` is the address that lists them."""

    name: str
    item: type[Published]
    items: Items
    """Records, conversion, site address → what is published."""
    list_page: str
    pages: bool = False
    """Whether each record has a page of its own, `<name>/<id>/`."""

    @property
    def type_key(self) -> str:
        """What its type is called on /data/ and in data/vocabulary/fields.yml."""
        return key_of(self.item.__name__)


KINDS = (
    Kind(
        "datasets",
        DatasetItem,
        lambda records, both, url: (dataset_item(it, both, url) for it in records.datasets),
        "datasets/",
        pages=True,
    ),
    Kind(
        "agencies",
        AgencyItem,
        lambda records, both, url: (agency_item(it, both, url) for it in records.agencies),
        "agencies/",
        pages=True,
    ),
    Kind(
        "programmes",
        ProgrammeItem,
        lambda records, both, url: (
            programme_item(it, both, records.words, url) for it in records.programmes
        ),
        "programmes/",
        pages=True,
    ),
    Kind(
        "documents",
        DocumentItem,
        lambda records, both, url: (document_item(it, both, url) for it in records.documents),
        "documents/",
        pages=True,
    ),
    Kind(
        "figures",
        FigureItem,
        lambda records, both, _: figure_items(records.series, both),
        "figures/",
    ),
    Kind(
        "events",
        EventItem,
        lambda records, both, _: (event_item(it, both) for it in records.events),
        "timeline/",
    ),
    Kind(
        "budget",
        BudgetItem,
        lambda records, both, _: budget_items(records.budgets, both),
        "budget/",
    ),
    Kind(
        "errata",
        ErratumItem,
        lambda records, both, _: (erratum_item(it, both) for it in records.errata),
        "errata/",
    ),
    Kind(
        "terminology",
        TermItem,
        lambda records, both, _: (term_item(it, both) for it in records.names),
        "terminology/",
    ),
)
