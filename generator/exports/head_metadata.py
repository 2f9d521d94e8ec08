"""What the head of each page says to machines, for the sidecar of the page.

{"linked": JSON-LD as text that is safe inside a script element, "json": the file with the page's
records, "feed": what its own feed is called without script and ending, "sources": the documents
that the page rests on as it cites them, "references": [[name, file]] for reference managers,
"tables": those that can be cited by themselves, each with its title, anchor, sources and
references}; what a page has not is null or empty.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.exports import addresses
from generator.exports.citation_words import CitationWords, MarkedText
from generator.exports.cited_pages import CitedPage, cited_pages
from generator.exports.cited_sources import sources_at, sources_by_name, sources_of_list
from generator.exports.compact_json import compact_json
from generator.exports.linked_data import LinkedData, Node
from generator.exports.published_kinds import KINDS
from generator.exports.standard_addresses import SCHEMA_ORG
from generator.model.base import Script
from generator.model.wording import Wording
from generator.resolve.records import AgencyRecord, DatasetRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.script.convert import Converter

DOCUMENTS = "documents/"
"""Below it, what is no record's page is called by the identifiers of those it is about."""


@dataclass(frozen=True)
class _Head:
    nodes: tuple[Node, ...] = ()
    file: str | None = None
    feed: str | None = None


class Heads:
    """The heads of one variant's pages, each made when it is asked for.

    Pages are called by their addresses below the variant's root: `datasets/`.
    """

    def __init__(
        self, records: Records, converter: Converter, site_url: str, script: Script
    ) -> None:
        self._records = records
        self._linked = LinkedData(records, converter, site_url, script)
        self._words = CitationWords(records, converter, script)
        self._cited = {page.address: page for page in cited_pages(records)}
        self._lists = {kind.list_page: kind.name for kind in KINDS if kind.list_page}
        self._heads: dict[str, Callable[[], _Head]] = dict(self._all())

    def head(self, address: str) -> dict[str, Any]:
        """The head of a page; of a page without one, nothing."""
        page = self._cited.get(address)
        sources = self._sources(address, page)
        make = self._heads.get(address)
        if make is None:
            return {"sources": sources} if sources else {}
        head = make()
        graph = {"@context": SCHEMA_ORG, "@graph": head.nodes}
        content = script_safe(graph) if head.nodes else None
        return {
            "linked": content,
            "json": head.file,
            "feed": head.feed,
            "sources": sources,
            "references": _references(page) if page else [],
            "tables": [self._table(it) for it in page.tables] if page else [],
        }

    def _table(self, table: CitedPage) -> dict[str, Any]:
        """A table as it is cited by itself."""
        return {
            "title": self._words.text(table.title),
            "anchor": table.anchor,
            "sources": self._sources(table.address, table),
            "references": _references(table),
        }

    def _sources(self, address: str, page: CitedPage | None) -> list[list[MarkedText]]:
        """The documents that the page rests on, each in its parts."""
        if page:
            sources = sources_at(page.places, self._records)
        elif address.startswith(DOCUMENTS) and address != DOCUMENTS:
            sources = sources_by_name(address.split("/"), self._records)
        else:
            # What lies below a list and is no record shows it in another way: a calendar.
            kind = self._lists.get(address) or self._lists.get(f"{address.split('/')[0]}/", "")
            sources = sources_of_list(kind, self._records)
        return [self._words.line(source) for source in sources]

    def _all(self) -> Iterator[tuple[str, Callable[[], _Head]]]:
        """Addresses, and what makes the head: of thousands a rebuild asks for few."""
        records = self._records
        yield "", self._home
        yield "data/", self._data
        for kind in KINDS:
            if kind.list_page:
                feed = addresses.CORRECTIONS_FEED if kind.name == "corrections" else None
                file = f"{addresses.DATA}{kind.name}.json"
                yield kind.list_page, partial(_Head, file=file, feed=feed)
            for identifier, title in kind.pages(records) if kind.pages else ():
                head = partial(self._record, kind.name, identifier, title)
                yield f"{kind.name}/{identifier}/", head
        for budget in records.budgets:
            yield f"budget/{budget.id}/", _Head
        # Of these the page says more, and what comes later counts.
        for dataset in records.datasets:
            yield f"datasets/{dataset.id}/", partial(self._dataset, dataset)
        for agency in records.agencies:
            yield f"agencies/{agency.id}/", partial(self._agency, agency)
        for programme in records.programmes:
            yield f"programmes/{programme.id}/", partial(self._programme, programme)

    def _home(self) -> _Head:
        return _Head((self._linked.catalogue(),))

    def _data(self) -> _Head:
        data = self._records.prose["data"]
        steps = self._linked.breadcrumbs(("data/", data.title))
        return _Head((self._linked.own_data(), steps))

    def _dataset(self, dataset: DatasetRecord) -> _Head:
        node = self._linked.dataset(dataset)
        return self._record("datasets", dataset.id, dataset.name, node)

    def _agency(self, agency: AgencyRecord) -> _Head:
        node = self._linked.agency(agency)
        return self._record("agencies", agency.id, agency.name, node)

    def _programme(self, programme: ProgrammeRecord) -> _Head:
        return self._record(
            "programmes", programme.id, programme.name, self._linked.programme(programme)
        )

    def _record(self, folder: str, identifier: str, name: Wording, *nodes: Node) -> _Head:
        """That of a record's page, with the steps that lead to it."""
        address = f"{folder}/{identifier}/"
        listed = f"{folder}/", self._records.words[folder]
        steps = self._linked.breadcrumbs(listed, (address, name))
        feed = addresses.record_feed(folder, identifier) if folder in addresses.FOLLOWED else None
        return _Head((*nodes, steps), addresses.record_file(folder, identifier), feed)


def _references(page: CitedPage) -> list[tuple[str, str]]:
    """What readers call each file for reference managers, and the file."""
    return [
        (name, addresses.citation_file(page.kind, page.id, suffix, page.anchor))
        for suffix, name in addresses.CITATION_FORMS
    ]


def script_safe(value: Any) -> str:
    """`value` as JSON that cannot end the script element it stands in."""
    text = compact_json(value)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
