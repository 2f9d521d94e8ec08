"""The pure middle in one place: Records → {path below docs/: bytes}."""

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.all import EXPORTS, Export
from generator.exports.site_files import site_files
from generator.model.base import Script
from generator.render import theme
from generator.render.links import served_at
from generator.render.page import Page, Writer
from generator.render.pages import pages
from generator.resolve.records import Records
from generator.script.convert import Converter

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


class WrittenPages:
    """Pages as they were written last, for a preview that writes them again and again."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._texts: dict[Script, tuple[object, dict[str, bytes]]] = {}

    def write(
        self, site: Iterable[Page], writers: Mapping[Script, Writer]
    ) -> Iterator[tuple[str, bytes]]:
        """Path and text of each page in each script; one that is as it was is not written again.

        Raises ValueError when a page links to one that is not among them: the links are HTML, at
        which MkDocs does not look.
        """
        now = tuple(site)
        same = {page.path for page in now if self._pages.get(page.path) == page}
        for script, writer in writers.items():
            basis, before = self._texts.get(script, (None, {}))
            usable = same if basis == writer.basis else set()
            texts: dict[str, bytes] = {}
            self._texts[script] = writer.basis, texts
            for page in now:
                path = page.path
                texts[path] = before[path] if path in usable else writer.write(page).encode()
                yield f"{script}/{path}", texts[path]
            if astray := sorted(writer.goals - {page.path for page in now}):
                raise ValueError(f"a page links to {astray[0]}, which is no page")
        self._pages = {page.path: page for page in now}


def outputs(
    records: Records,
    converter: Converter,
    site_url: str,
    written: WrittenPages | None = None,
) -> dict[str, bytes]:
    """Every generated file below docs/: pages of both variants, data files, feeds, search indexes.

    `site_url` ends in `/`; data files carry absolute addresses. `written` are the pages of an
    earlier run with an equal converter. Raises ValueError when two outputs claim one path.
    """
    made: dict[str, bytes] = {}
    everything = _made(records, converter, site_url, SCRIPTS, EXPORTS, written or WrittenPages())
    for path, content in everything:
        if path in made:
            raise ValueError(f"two outputs claim the path {path}")
        made[path] = content
    return made


def half(
    records: Records, converter: Converter, site_url: str, script: Script
) -> Iterator[tuple[str, bytes]]:
    """One of two shares of `outputs`, about equally large: the pages of a script, and every other
    export. Nothing of a page or file is kept."""
    exports = EXPORTS[SCRIPTS.index(script) :: len(SCRIPTS)]
    return _made(records, converter, site_url, (script,), exports, WrittenPages())


def _made(
    records: Records,
    converter: Converter,
    site_url: str,
    scripts: Iterable[Script],
    exports: Iterable[Export],
    written: WrittenPages,
) -> Iterator[tuple[str, bytes]]:
    """The pages of `scripts`, what `exports` make, and with the first script the site's files."""
    site = tuple(pages(records))
    writers = {script: Writer(records, converter, script) for script in scripts}
    yield from written.write(site, writers)
    for script in writers:
        yield f"{script}/{theme.FILE}", theme.theme_words(records, converter, script)
    for export in exports:
        yield from export(records, converter, site_url)
    if SCRIPTS[0] in writers:
        addresses = [served_at(page.path) for page in site]
        yield from site_files(records, converter, addresses, site_url)
