"""Links of a page's Markdown → addresses as seen from the page, looked at by MkDocs.

MkDocs warns of a file that is not there; of an anchor it is told here, and warns in the end.
"""

import posixpath
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor
from mkdocs.utils import get_relative_url

from generator.site.mkdocs_build import DEFAULT_VARIANT, VARIANTS

Cache = dict[tuple[str, str], tuple[File, str]]
"""Folder of the source and path of the link → the file, and its address as seen from a page there.
Records of a folder link to the same lists and documents. What lies below a page has a shorter
address from that page alone, and is not kept."""


def site_address(source: str) -> str:
    """The address of what is made of a source or file below docs/, from the site's root."""
    variant, _, below = source.partition("/")
    if variant not in VARIANTS:
        return source
    root = "" if variant == DEFAULT_VARIANT else f"{variant}/"
    folder, name = posixpath.split(below)
    if not name.endswith(".md"):
        return root + below
    page = posixpath.join(folder, "" if name == "index.md" else name.removesuffix(".md"))
    return root + (page if page.endswith("/") or not page else f"{page}/")


class PageLinks:
    """The links of one page. `others` finds files that MkDocs does not make."""

    def __init__(
        self,
        file: File,
        files: Files,
        config: MkDocsConfig,
        others: Callable[[str], File | None],
        cache: Cache,
    ) -> None:
        self._file = file
        self._others = others
        self._cache = cache
        self._files = files
        self._checker = _RelativePathTreeprocessor(file, files, config)
        folder, name = posixpath.split(file.src_uri)
        self._place = f"{folder}/{name}" if name == "index.md" else folder
        self._folder = folder
        self.addresses: dict[str, str] = {}
        """Target in the Markdown → address in the HTML."""

    @property
    def to_anchors(self) -> dict[File, dict[str, str]]:
        """The anchors that are linked to, as MkDocs asks for them."""
        return self._checker.links_to_anchors

    def address(self, target: str) -> str:
        """The address of `target`, a relative path with what may follow it; MkDocs warns of one
        that leads nowhere."""
        known = self.addresses.get(target)
        if known is None:
            known = self.addresses[target] = self._resolved(target)
        return known

    def _resolved(self, target: str) -> str:
        scheme, host, path, query, anchor = urlsplit(target)
        if scheme or host or not path or path.startswith("/"):
            return self._checker.path_to_url(target)
        hit = self._cache.get((self._place, path)) or self._look_up(path)
        if hit is None:
            return self._checker.path_to_url(target)
        file, address = hit
        if file.url.startswith(self._file.url):
            # To itself, or below it: `./` would mean something else to its neighbours.
            address = get_relative_url(file.url, self._file.url)
        else:
            self._cache[self._place, path] = hit
        if anchor and file.is_documentation_page():
            self._checker.links_to_anchors.setdefault(file, {}).setdefault(anchor, target)
        return urlunsplit(("", "", address, query, anchor))

    def _look_up(self, path: str) -> tuple[File, str] | None:
        source = posixpath.normpath(posixpath.join(self._folder, path))
        file = self._files.get_file_from_path(source) or self._others(source)
        return (file, get_relative_url(file.url, self._file.url)) if file else None


class UncheckedLinks:
    """The links of a page of a preview, which has no other pages than those that were asked for."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.addresses: dict[str, str] = {}
        self.to_anchors: dict[File, dict[str, str]] = {}

    def address(self, target: str) -> str:
        """The address of `target`, whether or not there is such a file."""
        scheme, host, path, query, anchor = urlsplit(target)
        if scheme or host or not path or path.startswith("/"):
            return target
        folder = posixpath.dirname(self._file.src_uri)
        source = posixpath.normpath(posixpath.join(folder, path))
        address = get_relative_url(site_address(source), self._file.url)
        self.addresses[target] = urlunsplit(("", "", address, query, anchor))
        return self.addresses[target]
