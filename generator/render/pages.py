"""Which pages there are, and the values each is written from · Records → pages."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.wording import Wording, bracketed_condition
from generator.render.agencies import agency_page
from generator.render.budget import budget_pages, related_budgets
from generator.render.calendar import calendar_pages
from generator.render.changes_page import changes_links, changes_pages
from generator.render.corrections import corrections_page
from generator.render.data_page import data_page
from generator.render.datasets import finder_pages, status_notes
from generator.render.disclosure import fact_stretches, is_long
from generator.render.document_facts import fact_rows, name_rows
from generator.render.document_place import opens_at_words
from generator.render.fact_chapters import fact_chapters
from generator.render.fact_pages import fact_pages
from generator.render.home import home_page
from generator.render.neighbours import in_order, with_neighbours
from generator.render.page import Page
from generator.render.print_page import print_page
from generator.render.programmes import programme_pages
from generator.render.statements import definitions, own_statements, statement_values
from generator.render.timeline_page import agencies_page, timeline_page
from generator.resolve.prose import ProseRecord
from generator.resolve.record_reference import LocatorRecord
from generator.resolve.records import DatasetRecord, DocumentRecord
from generator.resolve.resolve import Records


def pages(records: Records) -> Sequence[Page]:
    """Every page of the site, the same for both variants. Those of the last records are kept: the
    exports ask for them as well."""
    if _last.records is not records:
        _last.records, _last.pages = records, tuple(with_neighbours(_pages(records)))
    return _last.pages


class _Last:
    """The records whose pages were asked for last, and these."""

    records: Records | None = None
    pages: tuple[Page, ...] = ()


_last = _Last()


def _pages(records: Records) -> Iterator[Page]:
    yield home_page(records)
    yield agencies_page(records)
    yield from (agency_page(agency, records) for agency in records.agencies)
    yield from finder_pages(records)
    yield from calendar_pages(records)
    yield from (_dataset(dataset, records) for dataset in records.datasets)
    yield from programme_pages(records)
    yield from fact_pages(records)
    yield corrections_page(records)
    yield from budget_pages(records)
    yield timeline_page(records)
    yield _documents(records)
    yield from (_document(document, records) for document in records.documents)
    for document in records.documents:
        yield from in_order(_chapters(document, records))
    yield from changes_pages(records)
    yield _terminology(records)
    yield _about(records)
    if statement := records.prose.get("accessibility"):
        yield _prose("accessibility.md", statement)
    if guide := records.prose.get("contributing"):
        values = {"guide": guide}
        yield Page("contributing.md", "contributing.md.j2", guide.title, (guide.lead,), values)
    yield print_page(records)
    yield data_page(records)


def _dataset(dataset: DatasetRecord, records: Records) -> Page:
    return Page(
        f"datasets/{dataset.id}.md",
        "dataset.md.j2",
        dataset.name,
        (dataset.agency.name, dataset.description),
        {
            "dataset": dataset,
            "newest": dataset.newest,
            "notes": status_notes(dataset),
            "portal_seen": records.all_dates.seen,
            "condition": bracketed_condition(dataset.newest.frequency_printed),
            "listings": [
                (
                    f"documents/{listing.document.id}.md#{_anchor(listing.section)}",
                    f"documents/{listing.document.id}.md#line-{listing.line}",
                    listing,
                )
                for listing in dataset.listings
            ],
            "budgets": related_budgets(records, dataset.id),
            "variants": [(f"terminology.md#{it.id}", form, it) for form, it in dataset.variants],
            **statement_values((), records.statements_by_concern.get(dataset.id, ()), records),
        },
        tuple(_originals(dataset, records.words)),
        record=dataset.id,
        locators=tuple(LocatorRecord(it.document, it.line) for it in dataset.listings),
    )


def _originals(
    dataset: DatasetRecord, words: Mapping[str, Wording]
) -> Iterator[tuple[Wording, Wording]]:
    yield words["name"], dataset.name
    if dataset.group:
        yield words["group"], dataset.group
    yield words["description"], dataset.description
    yield words["frequency-cell"], dataset.newest.frequency_printed


def _documents(records: Records) -> Page:
    words = records.words
    return Page(
        "documents/index.md",
        "documents.md.j2",
        words["documents"],
        (words["documents-lead"],),
        {
            "documents": records.documents,
            "changes": changes_links(records),
        },
    )


def _document(record: DocumentRecord, records: Records) -> Page:
    return Page(
        f"documents/{record.document.id}.md",
        "document.md.j2",
        record.title,
        (*([record.publisher.name] if record.publisher else []), record.title),
        {
            "document": record.document,
            "record": record,
            "opens_at_words": opens_at_words(record.document),
            "budgets": related_budgets(records, record.document.id),
            "changes": changes_links(records, record.document.id),
            "chapters": fact_chapters(record),
            "facts": list(fact_stretches(fact_rows(record))),
            **statement_values(own_statements(records, record.document.id), (), records),
            "names_folded": is_long(record.names),
            "names": [(f"terminology.md#{it.name.id}", it) for it in name_rows(record)],
            "sections": [(_anchor(it.section.code), it) for it in record.sections],
            "first_of_line": {
                listing.line: listing
                for section in reversed(record.sections)
                for listing, _ in reversed(section.rows)
            },
        },
        ((records.words["title"], record.title),),
        record=record.document.id,
    )


def _chapters(record: DocumentRecord, records: Records) -> Iterator[Page]:
    """The pages of a long document's facts."""
    path = f"documents/{record.document.id}.md"
    for chapter in fact_chapters(record):
        values = {
            "document": record.document,
            "stretches": chapter.stretches,
            "opens_at_words": opens_at_words(record.document),
        }
        title = chapter.title(records.words)
        above = (path, record.title)
        yield Page(chapter.path, "chapter.md.j2", title, (title,), values, above=above)


def _terminology(records: Records) -> Page:
    words = records.words
    by_kind = groupby(records.names, key=lambda it: it.kind)
    return Page(
        "terminology.md",
        "terminology.md.j2",
        words["terminology"],
        (words["terminology-lead"],),
        {
            "kinds": [(kind, list(names)) for kind, names in by_kind],
            "definitions": definitions(records),
            "count": len(records.names),
            "unconfirmed": sum(bool(it.unconfirmed) for it in records.names),
        },
    )


def _about(records: Records) -> Page:
    return _prose("about.md", records.prose["about"], records.prose.get("contributing"))


def _prose(path: str, text: ProseRecord, guide: ProseRecord | None = None) -> Page:
    return Page(path, "about.md.j2", text.title, (text.lead,), {"about": text, "guide": guide})


def _anchor(section: str) -> str:
    return section.lower().replace(".", "-")
