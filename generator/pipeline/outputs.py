"""The pure middle in one place: Records → {path below docs/: bytes}.

Sources are the Markdown files that become pages; every other file is made by an export and served
as it is.
"""

import json
from collections.abc import Iterator

from generator.exports.addresses import open_search
from generator.exports.head_metadata import Heads
from generator.exports.published_kinds import KINDS
from generator.exports.redirects import redirects
from generator.exports.registry import EXPORTS, Export
from generator.exports.site_files import site_files
from generator.model.base import Script
from generator.pipeline.known_markdown import KnownMarkdown
from generator.render import theme
from generator.render.chart_files import chart_files
from generator.render.links import page_address
from generator.render.page import Page, PageWriter
from generator.render.pages import pages
from generator.render.row_texts import row_texts
from generator.render.sidecar import page_sidecar
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.variants import SCRIPTS

GENERATED = (
    *(*SCRIPTS, "data", "search", "feeds", "charts"),
    *(kind.name for kind in KINDS if kind.pages),
    # What stands beside the pages of budgets; their cells are one file for all.
    "budget",
    *("sitemap.xml", "robots.txt", "llms.txt"),
    *map(open_search, SCRIPTS),
)
"""Files below docs/ that are generated, and folders that hold nothing but generated files."""

SIDECARS = ".sidecars.txt"
"""A variant's sidecars, a line each: the page's path, a tab, JSON. Its name begins with a dot, so
that it is not published."""


def outputs(records: Records, converter: Converter, site_url: str) -> dict[str, bytes]:
    """Every generated file below docs/: pages of both variants, data files, feeds, search indexes.

    `site_url` ends in `/`; data files carry absolute addresses. Raises ValueError when two outputs
    claim one path.
    """
    made: dict[str, bytes] = {}
    for script in SCRIPTS:
        for path, content in script_outputs(records, converter, site_url, script):
            if path in made:
                raise ValueError(f"two outputs claim the path {path}")
            made[path] = content
    return made


def script_outputs(
    records: Records,
    converter: Converter,
    site_url: str,
    script: Script,
    known: KnownMarkdown | None = None,
) -> Iterator[tuple[str, bytes]]:
    """The pages of one script and half of the exports, so that two processes can share the work.
    Nothing of a page or file is kept but the sidecars, which stand in one file; what is `known` is
    not written again.
    """
    writer, heads = _writers(records, converter, site_url, script)
    sidecars = []
    for page in pages(records):
        source, sidecar = _source(page, records, writer, heads, known)
        sidecars.append(f"{page.path}\t{sidecar}\n")
        yield f"{script}/{page.path}", source
    yield f"{script}/{SIDECARS}", "".join(sidecars).encode()
    yield from _other_sources(records, converter, site_url, script)
    for export in _exports()[SCRIPTS.index(script) :: len(SCRIPTS)]:
        yield from export.make(records, converter, site_url)


class LazyOutputs:
    """What a preview shows, each file made when it is asked for."""

    def __init__(self, records: Records, converter: Converter, site_url: str) -> None:
        self._made_of = records, converter, site_url
        self._files: dict[Export, dict[str, bytes]] = {}
        self._pages = {page.path: page for page in pages(records)}
        self._writers = {script: _writers(*self._made_of, script) for script in SCRIPTS}
        self._sources: dict[str, bytes] = {}
        self._sidecars: dict[str, str] = {}
        for script in SCRIPTS:
            self._sources |= _other_sources(*self._made_of, script)

    def source(self, path: str) -> bytes | None:
        """The source of a page, or a page that redirects, by its path below docs/."""
        if path not in self._sources:
            script, _, below = path.partition("/")
            page = self._pages.get(below)
            if page and script in SCRIPTS:
                self._sources[path], sidecar = _source(
                    page, self._made_of[0], *self._writers[script]
                )
                self._sidecars[path] = sidecar
        return self._sources.get(path)

    def sidecar(self, path: str) -> str | None:
        """What is around the page of that source and for machines, as JSON."""
        self.source(path)
        return self._sidecars.get(path)

    def may_be(self, path: str) -> bool:
        """Whether an export might make a file with that path."""
        return any(export.may_make(path) for export in _exports())

    def file(self, path: str) -> bytes | None:
        """The file with that path below docs/, if an export makes it."""
        for export in _exports():
            if export.may_make(path):
                if export not in self._files:
                    self._files[export] = dict(export.make(*self._made_of))
                return self._files[export].get(path)
        return None


def _writers(
    records: Records, converter: Converter, site_url: str, script: Script
) -> tuple[PageWriter, Heads]:
    """What writes the pages of a script, and the heads of these."""
    writer = PageWriter(records, converter, script)
    writer.site_url = site_url
    return writer, Heads(records, converter, site_url, script)


def _other_sources(
    records: Records, converter: Converter, site_url: str, script: Script
) -> Iterator[tuple[str, bytes]]:
    """The other sources of a script: the words around its pages, and the pages that redirect."""
    yield f"{script}/{theme.FILE}", theme.theme_words(records, converter, script)
    yield from redirects(records, converter, site_url, script)


def _source(
    page: Page,
    records: Records,
    writer: PageWriter,
    heads: Heads,
    known: KnownMarkdown | None = None,
) -> tuple[bytes, str]:
    """A page's Markdown, and its sidecar as JSON in a line: what is around it, and its head."""
    markdown = known.write(page, writer) if known else writer.write(page)
    sidecar = {**page_sidecar(page, records, writer), "head": heads.head(page_address(page.path))}
    return markdown.encode(), json.dumps(sidecar, ensure_ascii=False)


def _exports() -> tuple[Export, ...]:
    return (
        *EXPORTS,
        Export(_site_files, ("sitemap.xml", "robots.txt", "llms.txt")),
        Export(chart_files, ("charts/*",)),
        Export(row_texts, ("search/rows/*",)),
    )


def _site_files(
    records: Records, converter: Converter, site_url: str
) -> Iterator[tuple[str, bytes]]:
    addresses = [page_address(page.path) for page in pages(records)]
    return site_files(records, converter, addresses, site_url)
