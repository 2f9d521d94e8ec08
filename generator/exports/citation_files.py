"""What a record or a table rests on, in files for reference managers · Records → bytes."""

from collections.abc import Callable, Iterable, Iterator

from generator.exports import addresses
from generator.exports.bibtex import bibtex
from generator.exports.citation import Citation, CitationMaker
from generator.exports.cited_pages import cited_pages
from generator.exports.csl_json import csl_json
from generator.exports.ris import ris
from generator.resolve.resolve import Records
from generator.script.convert import Converter

WRITERS: dict[str, Callable[[Iterable[Citation]], str]] = {
    "bib": bibtex,
    "ris": ris,
    "csl.json": csl_json,
}
"""How the file's name ends → what writes it."""


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Three files for each record with a page, and for each table on it."""
    maker = CitationMaker(records, converter, site_url)
    for page in cited_pages(records):
        for cited in (page, *page.tables):
            citations = maker.citations(cited)
            for suffix, write in WRITERS.items():
                path = addresses.citation_file(cited.kind, cited.id, suffix, cited.anchor)
                yield path, write(citations).encode()
