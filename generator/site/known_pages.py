"""Edge: pages that the last site has as they would be drawn again.

A page is made of its Markdown, its sidecar, and what all pages of its variant share. While these
are the same, so is the page. It is taken from the last site if it stands there unchanged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from generator.reading.result_cache import results
from generator.site.site_page import SitePage

Remembered: TypeAlias = tuple[bytes, bytes, bytes, Sequence[str], Sequence[str]]
"""Of a page: the hash of what it is made of, those of its HTML and of the Markdown beside it, its
links' targets, and its anchors."""


@dataclass(frozen=True)
class KnownPage:
    """A page as the last site has it."""

    html: bytes
    markdown: bytes
    targets: Sequence[str]
    anchors: Sequence[str]


class KnownPages:
    """The pages of one variant that were made before; nothing of them without a site."""

    def __init__(self, variant: str, last_site: Path | None, shared: Iterable[bytes]) -> None:
        """`shared` is what all pages of the variant are made with."""
        self._name = f"pages-{variant}"
        self._site = last_site
        self._shared = sha256(b"".join(sha256(it).digest() for it in shared)).digest()
        self._before: dict[str, Remembered] = results.load(self._name) if last_site else {}
        self._now: dict[str, Remembered] = {}

    def key(self, source: bytes, sidecar: str) -> bytes:
        """The hash of what a page is made of."""
        parts = self._shared, sha256(source).digest(), sha256(sidecar.encode()).digest()
        return sha256(b"".join(parts)).digest()

    def get(self, page: SitePage, key: bytes) -> KnownPage | None:
        """The page, if the last site has it and it was made of the same."""
        known = self._before.get(page.file.src_uri)
        if known is None or known[0] != key or self._site is None:
            return None
        target = self._site / page.file.dest_uri
        html, markdown = _bytes(target, known[1]), _bytes(target.with_suffix(".md"), known[2])
        if html is None or markdown is None:
            return None
        self._now[page.file.src_uri] = known
        return KnownPage(html, markdown, known[3], known[4])

    def put(self, page: SitePage, key: bytes, html: bytes) -> None:
        """Remember a page that has been drawn."""
        anchors: Any = page.present_anchor_ids
        self._now[page.file.src_uri] = (
            *(key, sha256(html).digest(), page.published),
            *(page.targets, sorted(anchors)),
        )

    def save(self) -> None:
        """Keep what the pages of this build are made of for the next one."""
        if self._now != self._before and self._site is not None:
            results.save(self._name, self._now)


def _bytes(file: Path, digest: bytes) -> bytes | None:
    """The bytes of a file, if they are those with that hash."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    return content if sha256(content).digest() == digest else None
