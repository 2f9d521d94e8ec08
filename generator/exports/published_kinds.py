"""Which kinds of record are published, in the order in which readers are told of them.

One more kind is one more line of KINDS, a module with its type and what makes it of a record, and
a line for each of its fields in data/vocabulary/fields.yml.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.exports.agencies import AgencyItem, agency_item
from generator.exports.budgets import BudgetItem, budget_items
from generator.exports.contract import PublishedItem, key_of
from generator.exports.corrections import (
    CorrectionItem,
    correction_entries,
    correction_items,
)
from generator.exports.datasets import DatasetItem, dataset_item
from generator.exports.documents import DocumentItem, document_item
from generator.exports.facts import (
    ErratumItem,
    EventItem,
    FigureItem,
    erratum_item,
    event_item,
    figure_items,
)
from generator.exports.item_parts import Convert
from generator.exports.names import TermItem, term_item
from generator.exports.programmes import ProgrammeItem, programme_item
from generator.exports.search_entry import SearchEntry
from generator.exports.statements import StatementItem, statement_item
from generator.model.wording import Wording
from generator.resolve.resolve import Records

Items = Callable[[Records, Convert, str], Iterable[PublishedItem]]


@dataclass(frozen=True)
class PublishedKind:
    """One kind of record. `name` is the file's."""

    name: str
    item: type[PublishedItem]
    items: Items
    """Records, conversion, site address → what is published."""
    list_page: str = ""
    """The address that lists them; empty for what stands only on the pages of others."""
    pages: Callable[[Records], Iterable[tuple[str, Wording]]] | None = None
    """Identifier and title of each record that has a page of its own, `<name>/<id>/`."""
    search_entries: Callable[[Records], Iterator[SearchEntry]] | None = None
    """What the search finds of them, where search_entries.py has no function for it."""

    @property
    def type_key(self) -> str:
        """What its type is called on /data/ and in data/vocabulary/fields.yml."""
        return key_of(self.item.__name__)


KINDS: tuple[PublishedKind, ...] = (
    PublishedKind(
        "datasets",
        DatasetItem,
        lambda records, both, url: (dataset_item(it, both, url) for it in records.datasets),
        "datasets/",
        pages=lambda records: ((it.id, it.name) for it in records.datasets),
    ),
    PublishedKind(
        "agencies",
        AgencyItem,
        lambda records, both, url: (agency_item(it, both, url) for it in records.agencies),
        "agencies/",
        pages=lambda records: ((it.id, it.name) for it in records.agencies),
    ),
    PublishedKind(
        "programmes",
        ProgrammeItem,
        lambda records, both, url: (
            programme_item(programme, both, records.words, url) for programme in records.programmes
        ),
        "programmes/",
        pages=lambda records: ((it.id, it.name) for it in records.programmes),
    ),
    PublishedKind(
        "documents",
        DocumentItem,
        lambda records, both, url: (document_item(it, both, url) for it in records.documents),
        "documents/",
        pages=lambda records: ((it.document.id, it.title) for it in records.documents),
    ),
    PublishedKind(
        "figures",
        FigureItem,
        lambda records, both, url: figure_items(records.series, both, records.words, url),
        "figures/",
    ),
    PublishedKind(
        "events",
        EventItem,
        lambda records, both, _: (event_item(it, both) for it in records.events),
        "timeline/",
    ),
    PublishedKind(
        "statements",
        StatementItem,
        lambda records, both, url: (statement_item(it, both, url) for it in records.statements),
    ),
    PublishedKind(
        "budget",
        BudgetItem,
        lambda records, both, _: budget_items(records.budgets, both),
        "budget/",
    ),
    PublishedKind(
        "errata",
        ErratumItem,
        lambda records, both, _: (erratum_item(it, both) for it in records.errata),
        "errata/",
    ),
    PublishedKind(
        "corrections",
        CorrectionItem,
        correction_items,
        "corrections/",
        search_entries=correction_entries,
    ),
    PublishedKind(
        "terminology",
        TermItem,
        lambda records, both, _: (term_item(it, both) for it in records.names),
        "terminology/",
    ),
)
