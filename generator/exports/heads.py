"""What the head of each page says to machines, for the front matter of the page's Markdown.

{"linked": JSON-LD as text that is safe inside a script element, "json": the file with the page's
records, "agency": whose feeds the page offers}; what a page has not is null.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.exports import addresses
from generator.exports.kinds import KINDS
from generator.exports.linked_data import LinkedData, Node
from generator.exports.terms import SCHEMA_ORG
from generator.model.base import Script
from generator.model.wording import Wording
from generator.resolve.records import Records
from generator.script.convert import Converter


@dataclass(frozen=True)
class _Head:
    nodes: tuple[Callable[[], Node], ...] = ()
    file: str | None = None
    agency: str | None = None
    beyond: tuple[object, ...] = ()
    """What it tells that neither the page does nor every head."""


class Heads:
    """The heads of one variant's pages, each made when it is asked for.

    Pages are called by their addresses below the variant's root: `datasets/`.
    """

    def __init__(
        self, records: Records, converter: Converter, site_url: str, script: Script
    ) -> None:
        self._records = records
        self._linked = LinkedData(records, converter, site_url, script)
        self._heads = dict(self._all())

    @property
    def basis(self) -> object:
        """What all are made with apart from the records: with an equal basis and an equal
        converter, pages that are equal, and what is `beyond` them too, have equal heads."""
        return self._records.theme["site-name"], self._records.published_as

    def beyond(self, address: str) -> tuple[object, ...]:
        """What the head of a page tells of what is not on the page."""
        head = self._heads.get(address)
        return head.beyond if head else ()

    def head(self, address: str) -> str | None:
        """The head of a page as JSON in a line; None for a page without one."""
        head = self._heads.get(address)
        if head is None:
            return None
        nodes = [make() for make in head.nodes]
        content = script_safe({"@context": SCHEMA_ORG, "@graph": nodes}) if nodes else None
        made = {"linked": content, "json": head.file, "agency": head.agency}
        return json.dumps(made, ensure_ascii=False)

    def _all(self) -> Iterator[tuple[str, _Head]]:
        linked, records = self._linked, self._records
        home, data = records.prose["home"], records.prose["data"]
        yield "", _Head((linked.catalogue,), beyond=(home.lead,))
        steps = partial(linked.breadcrumbs, ("data/", data.title))
        told = home.lead, data.title, data.lead, records.data_as_of
        yield "data/", _Head((linked.own_data, steps), beyond=told)
        for kind in KINDS:
            yield kind.list_page, _Head(file=f"{addresses.DATA}{kind.name}.json")
        for dataset in records.datasets:
            agency = dataset.agency.id
            yield self._record(
                *("datasets", dataset.id, dataset.name),
                partial(linked.dataset, dataset),
                agency=agency,
                beyond=linked.body(agency),
            )
        for body in records.agencies:
            yield self._record(
                *("agencies", body.id, body.name),
                partial(linked.agency, body),
                agency=body.id if body.datasets else None,
                beyond=body.parent and linked.body(body.parent.id),
            )
        for programme in records.programmes:
            yield self._record(
                *("programmes", programme.id, programme.name),
                partial(linked.programme, programme),
                beyond=programme.agency and linked.body(programme.agency.id),
            )
        for document in records.documents:
            yield self._record("documents", document.document.id, document.title)

    def _record(
        self,
        folder: str,
        identifier: str,
        name: Wording,
        *nodes: Callable[[], Node],
        agency: str | None = None,
        beyond: object = None,
    ) -> tuple[str, _Head]:
        """The head of a record's page, with the steps that lead to it."""
        address = f"{folder}/{identifier}/"
        listed = f"{folder}/", self._records.words[folder]
        steps = partial(self._linked.breadcrumbs, listed, (address, name))
        file = addresses.record(folder, identifier)
        return address, _Head((*nodes, steps), file, agency, (beyond,))


def script_safe(value: Any) -> str:
    """`value` as JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
