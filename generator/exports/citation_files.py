"""The files with which reference managers take in what a record rests on, beside its page."""

from collections.abc import Callable, Iterable, Iterator

from generator.exports import addresses
from generator.exports.bibtex import bibtex
from generator.exports.citation import Citation, CitationMaker, cited_pages
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
    """Three files for each record with a page."""
    maker = CitationMaker(records, converter, site_url)
    for page in cited_pages(records):
        citations = maker.citations(page)
        for suffix, write in WRITERS.items():
            path = addresses.citation_file(page.kind, page.id, suffix)
            yield path, write(citations).encode()
