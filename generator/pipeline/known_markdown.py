"""What pages were written as in an earlier run, while all that they are written from is the same.

A page's Markdown is made of the page, of what its writer holds, and of how texts are converted: of
nothing else, so that these can stand for it.
"""

import io
import pickle
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from generator.model.base import Model, Script
from generator.reading.result_cache import results
from generator.render.page import Page, PageWriter


def page_hashes(site_pages: Iterable[Page]) -> dict[str, bytes]:
    """Path → a hash of what a page says, in either script. What is the same may have two hashes,
    where it holds a set; what is not never has one."""
    return {page.path: _digest(page) for page in site_pages}


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


class _Pickler(pickle.Pickler):
    """Writes what is the same in the same way in every run, which sets would not be."""

    def reducer_override(self, value: object) -> Any:
        """The fields of a record; of one that was typed also which of them were."""
        if isinstance(value, Model):
            return type(value), (value.__dict__, sorted(value.model_fields_set))
        kind: Any = type(value)
        if sets := _sets_of(kind):
            said = vars(value)
            return kind, (said | {name: sorted(said[name]) for name in sets},)
        return NotImplemented


@cache
def _sets_of(kind: type) -> list[str]:
    """The fields of a dataclass that are sets."""
    known = fields(kind) if is_dataclass(kind) else ()
    return [it.name for it in known if str(it.type).startswith("frozenset")]


def _digest(*values: object) -> bytes:
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(values)
    return sha256(written.getvalue()).digest()
