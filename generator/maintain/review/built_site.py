"""Edge: a folder with a built site → its files, and those that differ from another site's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.maintain.review.built_file import BuiltFile
from generator.maintain.review.data_file import TEXTS, read_data
from generator.maintain.review.page import read_page
from generator.resolve.web_address import hosts_in

_OWN = re.compile(r"""<link[^>]*\brel=["']?canonical["']?[^>]*\bhref=["']?([^"'> ]+)""")
_SLASHES = re.compile(r"\\(?=/)")
_WORKINGS = ("assets/", "search/", "data/v1/datapackage.json")
"""Styles, scripts, indexes and hashes: only that they changed is reported, not how."""


@dataclass(frozen=True)
class BuiltSite:
    """A folder with a built site."""

    folder: Path

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Path → content."""
        files = (it for it in sorted(self.folder.rglob("*")) if it.is_file())
        return {it.relative_to(self.folder).as_posix(): it.read_bytes() for it in files}

    @cached_property
    def address(self) -> str:
        """The site's own address, from its home page; empty if it has none."""
        link = _OWN.search(self.files.get("index.html", b"").decode("utf-8", "replace"))
        return link[1] if link else ""

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Every host that is mentioned anywhere in the site."""
        texts = (
            _SLASHES.sub("", decode_file(content))
            for path, content in self.files.items()
            if is_text(path)
        )
        return frozenset(host for text in texts for host in hosts_in(text))

    def read_file(self, path: str) -> BuiltFile:
        """The content of one file; empty for a file that is not text."""
        if path.endswith(".html"):
            return read_page(decode_file(self.files[path]), path, self.address)
        if is_text(path):
            return read_data(decode_file(self.files[path]), path, self.address)
        return BuiltFile()


def is_text(path: str) -> bool:
    """Whether the file is read as text by people or programs."""
    return path.endswith((".html", *TEXTS)) and not path.startswith(_WORKINGS)


def decode_file(content: bytes) -> str:
    """Decode a file as UTF-8; wrong bytes are replaced."""
    return content.decode("utf-8-sig", "replace")


def changed_paths(before: BuiltSite, after: BuiltSite) -> Iterator[str]:
    """Files that are in both sites with different content."""
    for path in sorted(before.files.keys() & after.files.keys()):
        if before.files[path] != after.files[path]:
            yield path
