"""The files of every chart: a picture in either script, and its numbers · Records → files."""

from collections.abc import Iterator, Mapping

from generator.exports import addresses
from generator.exports.csv_tables import Cell, csv_line, csv_table
from generator.model.base import Script
from generator.model.wording import Wording
from generator.render.chart_picture import picture
from generator.render.charts import AnyChart
from generator.render.drawing import ChartContext
from generator.render.links import page_address
from generator.render.pages import pages
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.phrase import DatePhrase, PageText, Phrase
from generator.script.variants import SCRIPTS, VARIANT_ROOT


def chart_files(
    records: Records, converter: Converter, site_url: str
) -> Iterator[tuple[str, bytes]]:
    """`charts/<page>/<chart>.<script>.svg` and `charts/<page>/<chart>.csv`. Pictures say where
    their page is; without `site_url` only what the site is called."""
    speakers = {it: Localiser(records.words, converter, it) for it in SCRIPTS}
    for page in pages(records):
        address = page_address(page.path)
        for chart in page.charts:
            for script, speaker in speakers.items():
                name = speaker.text(records.theme["site-name"])
                place = f" {site_url}{VARIANT_ROOT[script]}{address}" if site_url else ""
                path = addresses.chart_file(address, chart.identifier, f"{script}.svg")
                yield path, picture(_context(speaker), chart, script, f"{name}{place}")
            yield addresses.chart_file(address, chart.identifier, "csv"), _numbers(chart, speakers)


def _context(speaker: Localiser) -> ChartContext:
    """Words alone: what stands by itself leads nowhere."""
    return ChartContext(speaker.text, speaker.phrase, speaker.date, str, lambda *_: "")


def _numbers(chart: AnyChart, speakers: Mapping[Script, Localiser]) -> bytes:
    """The chart's table, with two columns for what differs between the scripts."""
    spoken = {
        name
        for row in chart.table
        for name, value in row.items()
        if isinstance(value, Wording | Phrase | DatePhrase)
    }

    def cells(name: str, value: Cell | PageText) -> Iterator[Cell]:
        if name not in spoken:
            assert not isinstance(value, Wording | Phrase | DatePhrase)
            yield value
            return
        for speaker in speakers.values():
            assert not isinstance(value, int | float)
            yield None if value is None else speaker.text(value)

    head = [
        column
        for name in (chart.table[0] if chart.table else ())
        for column in ([f"{name}_zh_hant", f"{name}_zh_hans"] if name in spoken else [name])
    ]
    lines = (
        csv_line(cell for name, value in row.items() for cell in cells(name, value))
        for row in chart.table
    )
    return csv_table(head, lines)
