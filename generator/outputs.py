"""The pure middle in one place: Records → {path below docs/: bytes}."""

from collections.abc import Iterator

from generator.exports.all import EXPORTS
from generator.exports.site_files import site_files
from generator.model.base import Script
from generator.render import theme
from generator.render.links import served_at
from generator.render.page import Writer
from generator.render.pages import pages
from generator.resolve.records import Records
from generator.script.convert import Converter

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


def outputs(records: Records, converter: Converter, site_url: str) -> dict[str, bytes]:
    """Every generated file below docs/: pages of both variants, data files, feeds, search indexes.

    `site_url` ends in `/`; data files carry absolute addresses. Raises ValueError when two
    outputs claim one path.
    """
    made: dict[str, bytes] = {}
    for path, content in _all(records, converter, site_url):
        if path in made:
            raise ValueError(f"two outputs claim the path {path}")
        made[path] = content
    return made


def _all(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    site = tuple(pages(records))
    for script in SCRIPTS:
        writer = Writer(records, converter, script)
        for page in site:
            yield f"{script}/{page.path}", writer.write(page).encode()
        yield f"{script}/{theme.FILE}", theme.theme_words(records, converter, script)
    for export in EXPORTS:
        yield from export(records, converter, site_url)
    addresses = [served_at(page.path) for page in site]
    yield from site_files(records, converter, addresses, site_url)
