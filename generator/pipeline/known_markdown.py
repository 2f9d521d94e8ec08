"""What pages were written as in an earlier run, while all that they are written from is the same.

A page's Markdown is made of the page, of what its writer holds, and of how texts are converted: of
nothing else, so that these can stand for it.
"""

import pickle
from collections.abc import Iterable
from hashlib import sha256

from generator.model.base import Script
from generator.reading.result_cache import results
from generator.render.page import Page, PageWriter


def page_hashes(site_pages: Iterable[Page]) -> dict[str, bytes]:
    """Path → a hash of what a page says, in either script. Two values that are the same may have
    two hashes, where they hold a set; two that are not have never one."""
    return {
        page.path: sha256(pickle.dumps(page, pickle.HIGHEST_PROTOCOL)).digest()
        for page in site_pages
    }


class KnownMarkdown:
    """The pages of one script, each written again only if it has changed."""

    def __init__(self, script: Script, conversion: bytes, hashes: dict[str, bytes]) -> None:
        """`conversion` is a hash of what decides conversions."""
        self._name = f"markdown-{script}"
        self._conversion = conversion
        self._hashes = hashes
        self._before: dict[str, tuple[bytes, str]] = results.load(self._name)
        self._now: dict[str, tuple[bytes, str]] = {}
        self._shared = b""

    def write(self, page: Page, writer: PageWriter) -> str:
        """The Markdown of `page`, as `writer` would write it. All pages have the same writer."""
        self._shared = self._shared or _digest(self._conversion, writer.shared())
        key = sha256(self._shared + self._hashes[page.path] + _digest(writer.own(page))).digest()
        known = self._before.get(page.path)
        if known is None or known[0] != key:
            known = key, writer.write(page)
        self._now[page.path] = known
        return known[1]

    def save(self) -> None:
        """Keep what was written for the next run."""
        if self._now != self._before:
            results.save(self._name, self._now)


def _digest(*values: object) -> bytes:
    return sha256(pickle.dumps(values, pickle.HIGHEST_PROTOCOL)).digest()
