"""What the head of each page says to machines: `<script>/.heads.json`, read by site.py.

Address of the page → {"linked": JSON-LD as text that is safe inside a script element, "json": the
file with the page's records, "agency": whose feeds the page offers}; what a page has not is null.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.exports import addresses
from generator.exports.kinds import KINDS
from generator.exports.linked_data import START, LinkedData, Node
from generator.exports.terms import SCHEMA_ORG
from generator.model.base import Script
from generator.model.wording import Wording
from generator.resolve.records import Records
from generator.script.convert import Converter

FILE = ".heads.json"
"""Hidden, so that MkDocs does not publish it."""


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """One file for each variant."""
    for script in START:
        linked = LinkedData(records, converter, site_url, script)
        heads = dict(_heads(records, linked, script))
        yield f"{script}/{FILE}", json.dumps(heads, ensure_ascii=False).encode()


def script_safe(value: Any) -> str:
    """`value` as JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _heads(
    records: Records, linked: LinkedData, script: Script
) -> Iterator[tuple[str, dict[str, str | None]]]:
    start = START[script]

    def head(
        address: str, nodes: list[Node], file: str | None = None, agency: str | None = None
    ) -> tuple[str, dict[str, str | None]]:
        content = script_safe({"@context": SCHEMA_ORG, "@graph": nodes}) if nodes else None
        return start + address, {"linked": content, "json": file, "agency": agency}

    yield head("", [linked.catalogue()])
    data = records.prose["data"].title
    yield head("data/", [linked.own_data(), linked.breadcrumbs(("data/", data))])
    for kind in KINDS:
        yield head(kind.list_page, [], f"{addresses.DATA}{kind.name}.json")

    def steps(folder: str, identifier: str, name: Wording) -> Node:
        listed = (f"{folder}/", records.words[folder])
        return linked.breadcrumbs(listed, (f"{folder}/{identifier}/", name))

    for dataset in records.datasets:
        nodes = [linked.dataset(dataset), steps("datasets", dataset.id, dataset.name)]
        file = addresses.record("datasets", dataset.id)
        yield head(f"datasets/{dataset.id}/", nodes, file, dataset.agency.id)
    for agency in records.agencies:
        nodes = [linked.agency(agency), steps("agencies", agency.id, agency.name)]
        feeds = agency.id if agency.datasets else None
        file = addresses.record("agencies", agency.id)
        yield head(f"agencies/{agency.id}/", nodes, file, feeds)
    for programme in records.programmes:
        nodes = [linked.programme(programme), steps("programmes", programme.id, programme.name)]
        file = addresses.record("programmes", programme.id)
        yield head(f"programmes/{programme.id}/", nodes, file)
    for document in records.documents:
        identifier = document.document.id
        file = addresses.record("documents", identifier)
        nodes = [steps("documents", identifier, document.title)]
        yield head(f"documents/{identifier}/", nodes, file)
