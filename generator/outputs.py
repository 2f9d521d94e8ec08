"""The pure middle in one place: Records → {path below docs/: bytes}.

What MkDocs makes the site's pages of are its sources; other files are made by exports and served
as they are.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from generator.exports.all import EXPORTS, Export
from generator.exports.heads import Heads
from generator.exports.redirects import redirects
from generator.exports.site_files import site_files
from generator.model.base import Script
from generator.render import theme
from generator.render.links import served_at
from generator.render.page import Page, Writer
from generator.render.pages import pages
from generator.resolve.records import Records
from generator.script.convert import Converter

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


def outputs(records: Records, converter: Converter, site_url: str) -> dict[str, bytes]:
    """Every generated file below docs/: pages of both variants, data files, feeds, search indexes.

    `site_url` ends in `/`; data files carry absolute addresses. Raises ValueError when two outputs
    claim one path.
    """
    made = sources(records, converter, site_url, WrittenPages())
    for export in _exports():
        _add(export.make(records, converter, site_url), made)
    return made


def half(
    records: Records, converter: Converter, site_url: str, script: Script
) -> Iterator[tuple[str, bytes]]:
    """One of two shares of `outputs`, about equally large: the pages of a script, and every other
    export. Nothing of a page or file is kept."""
    writer, heads = _both(records, converter, site_url, script)
    paths = set()
    for page in pages(records):
        paths.add(page.path)
        yield f"{script}/{page.path}", _written(page, writer, heads)
    _check_goals(writer, paths)
    yield from _beside(records, converter, site_url, script)
    for export in _exports()[SCRIPTS.index(script) :: len(SCRIPTS)]:
        yield from export.make(records, converter, site_url)


class WrittenPages:
    """Pages as they were written last, for a preview that writes them again and again."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[Page, object]] = {}
        self._texts: dict[Script, tuple[object, dict[str, bytes]]] = {}

    def write(
        self, site: Iterable[Page], writers: Mapping[Script, tuple[Writer, Heads]]
    ) -> Iterator[tuple[str, bytes]]:
        """Path and text of each page in each script; one that is as it was is not written again.

        Raises ValueError when a page links to one that is not among them.
        """
        _, heads = next(iter(writers.values()))
        now = [(page, heads.beyond(served_at(page.path))) for page in site]
        paths = {page.path for page, _ in now}
        same = {it[0].path for it in now if self._pages.get(it[0].path) == it}
        for script, (writer, heads) in writers.items():
            basis = writer.basis, heads.basis
            before_basis, before = self._texts.get(script, (None, {}))
            usable = same if basis == before_basis else set()
            texts: dict[str, bytes] = {}
            self._texts[script] = basis, texts
            for page, _ in now:
                path = page.path
                texts[path] = before[path] if path in usable else _written(page, writer, heads)
                yield f"{script}/{path}", texts[path]
            _check_goals(writer, paths)
        self._pages = {it[0].path: it for it in now}


class Asked:
    """The files that no page is made of: an export is made when one of its files is asked for."""

    def __init__(self, records: Records, converter: Converter, site_url: str) -> None:
        self._made_of = records, converter, site_url
        self._files: dict[Export, dict[str, bytes]] = {}

    def may_be(self, path: str) -> bool:
        """Whether an export might make a file with that path."""
        return any(export.may_make(path) for export in _exports())

    def file(self, path: str) -> bytes | None:
        """The file with that path below docs/, if there is one."""
        for export in _exports():
            if export.may_make(path):
                if export not in self._files:
                    self._files[export] = dict(export.make(*self._made_of))
                return self._files[export].get(path)
        return None


def sources(
    records: Records, converter: Converter, site_url: str, written: WrittenPages
) -> dict[str, bytes]:
    """What MkDocs makes both variants of: pages, the words around them, and pages that send on.

    `written` are the pages of an earlier run with the same converter and site address. Raises
    ValueError when two claim one path.
    """
    made: dict[str, bytes] = {}
    writers = {script: _both(records, converter, site_url, script) for script in SCRIPTS}
    _add(written.write(pages(records), writers), made)
    for script in SCRIPTS:
        _add(_beside(records, converter, site_url, script), made)
    return made


def _both(
    records: Records, converter: Converter, site_url: str, script: Script
) -> tuple[Writer, Heads]:
    """What writes the pages of a script, and the heads of these."""
    return Writer(records, converter, script), Heads(records, converter, site_url, script)


def _beside(
    records: Records, converter: Converter, site_url: str, script: Script
) -> Iterator[tuple[str, bytes]]:
    """The sources of a script that are no pages with a text of their own."""
    yield f"{script}/{theme.FILE}", theme.theme_words(records, converter, script)
    yield from redirects(records, converter, site_url, script)


def _check_goals(writer: Writer, paths: Container[str]) -> None:
    """Links are HTML, at which MkDocs does not look: raise ValueError when one leads nowhere."""
    if astray := sorted(goal for goal in writer.goals if goal not in paths):
        raise ValueError(f"a page links to {astray[0]}, which is no page")


def _written(page: Page, writer: Writer, heads: Heads) -> bytes:
    """A page's Markdown, with what its head says in its front matter: JSON is YAML."""
    text = writer.write(page)
    if head := heads.head(served_at(page.path)):
        text = text.replace("---\n", f"---\nhead: {head}\n", 1)
    return text.encode()


def _add(files: Iterable[tuple[str, bytes]], made: dict[str, bytes]) -> None:
    for path, content in files:
        if path in made:
            raise ValueError(f"two outputs claim the path {path}")
        made[path] = content


def _exports() -> tuple[Export, ...]:
    return *EXPORTS, Export(_site_files, ("sitemap.xml", "robots.txt", "llms.txt"))


def _site_files(
    records: Records, converter: Converter, site_url: str
) -> Iterator[tuple[str, bytes]]:
    addresses = [served_at(page.path) for page in pages(records)]
    return site_files(records, converter, addresses, site_url)
