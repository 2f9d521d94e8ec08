"""A built data file, feed or list: its lines and the addresses in them · text → BuiltFile."""

import csv
import html
import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.maintain.review.built_file import BuiltFile, Link
from generator.maintain.review.page import normal_address, strings_in
from generator.resolve.web_address import addresses_in

TEXTS = (
    *(".json", ".csv", ".ttl", ".jsonld", ".xml", ".ics", ".txt"),
    *(".md", ".bib", ".ris", ".svg", ".rss", ".atom", ".webmanifest"),
)
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")


def read_data(text: str, path: str, site: str) -> BuiltFile:
    """The file at `path` of the site whose own address is `site`."""
    kind = PurePosixPath(path).suffix
    links = (
        Link(normal_address(address, path, site), at)
        for at, string in _strings(text, kind)
        for address in addresses_in(string)
    )
    return BuiltFile(tuple(_unfolded(text, kind).splitlines()), tuple(links))


def _strings(text: str, kind: str) -> Iterator[tuple[str, str]]:
    """The file's strings as a program reads them, each with its position."""
    if kind in (".json", ".jsonld", ".webmanifest"):
        try:
            yield from strings_in(json.loads(text))
        except (ValueError, RecursionError):
            yield "", text
    elif kind == ".csv":
        for row in csv.DictReader(text.splitlines(keepends=True)):
            for name, value in row.items():
                yield f"{next(iter(row.values()), '')}.{name}", str(value or "")
    elif kind == ".ttl":
        plain = _ESCAPED.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
        for node in plain.split("\n\n"):
            yield node.partition("\n")[0], node
    elif kind in (".xml", ".svg", ".rss", ".atom"):
        yield "", html.unescape(text)
    else:
        yield "", _unfolded(text, kind)


def _unfolded(text: str, kind: str) -> str:
    """A calendar breaks its lines after 75 bytes."""
    return re.sub(r"\r?\n[ \t]", "", text) if kind == ".ics" else text
