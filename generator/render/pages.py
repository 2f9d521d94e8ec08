"""Which pages there are, and the values each is written from · Records → pages."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.model.wording import Wording
from generator.render.page import Page
from generator.resolve.records import AgencyRecord, DatasetRecord, DocumentRecord, Records
from generator.resolve.ref import Ref


def pages(records: Records) -> Iterator[Page]:
    """Every page of the site, the same for both variants."""
    yield _home(records)
    yield _agencies(records)
    yield from (_agency(agency) for agency in records.agencies)
    yield _datasets(records)
    yield from (_dataset(dataset, records.words) for dataset in records.datasets)
    yield _documents(records)
    yield from (_document(document, records.words) for document in records.documents)
    yield _terminology(records)
    yield _about(records)
    if guide := records.prose.get("contributing"):
        values = {"guide": guide}
        yield Page("contributing.md", "contributing.md.j2", guide.title, (guide.lead,), values)


def _home(records: Records) -> Page:
    home = records.prose["home"]
    planned = [it for it in records.datasets if it.status == "planned"]
    return Page(
        "index.md",
        "home.md.j2",
        home.title,
        (home.lead,),
        {
            "home": home,
            "planned": sorted(planned, key=lambda it: (it.newest.date, it.id)),
            "datasets": records.datasets,
            "agencies": records.agencies,
            "publishers": [it for it in records.agencies if it.datasets],
            "documents": records.documents,
            "released": sum(it.status == "released" for it in records.datasets),
        },
    )


def _agencies(records: Records) -> Page:
    by_kind = groupby(records.agencies, key=lambda it: it.kind)
    kinds = [(kind, list(agencies)) for kind, agencies in by_kind]
    words = records.words
    return Page(
        "agencies/index.md",
        "agencies.md.j2",
        words["agencies"],
        (words["agencies-lead"],),
        {"kinds": kinds},
    )


def _agency(agency: AgencyRecord) -> Page:
    return Page(
        f"agencies/{agency.id}.md",
        "agency.md.j2",
        agency.name,
        (agency.name, agency.english or agency.id, agency.kind.label),
        {"agency": agency},
    )


def _datasets(records: Records) -> Page:
    words = records.words
    groups = [
        (Ref("agencies", agency.id, agency.name), agency.datasets)
        for agency in records.agencies
        if agency.datasets
    ]
    return Page(
        "datasets/index.md",
        "datasets.md.j2",
        words["datasets"],
        (words["datasets-lead"],),
        {"groups": groups, "count": len(records.datasets)},
    )


def _dataset(dataset: DatasetRecord, words: Mapping[str, Wording]) -> Page:
    return Page(
        f"datasets/{dataset.id}.md",
        "dataset.md.j2",
        dataset.name,
        (dataset.agency.name, dataset.description),
        {
            "dataset": dataset,
            "newest": dataset.newest,
            "conditional": any(mark in dataset.newest.frequency_printed.text for mark in "(（"),
            "listings": [
                (
                    f"documents/{it.document.id}.md#{_anchor(it.section)}",
                    f"documents/{it.document.id}.md#line-{it.line}",
                    it,
                )
                for it in dataset.listings
            ],
            "variants": [(f"terminology.md#{it.id}", form, it) for form, it in dataset.variants],
        },
        tuple(_originals(dataset, words)),
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
        {"documents": records.documents},
    )


def _document(record: DocumentRecord, words: Mapping[str, Wording]) -> Page:
    return Page(
        f"documents/{record.document.id}.md",
        "document.md.j2",
        record.title,
        (*([record.publisher.name] if record.publisher else []), record.title),
        {
            "document": record.document,
            "record": record,
            "names": [(f"terminology.md#{it.id}", *found, it) for *found, it in record.names],
            "sections": [(_anchor(it.section.code), it) for it in record.sections],
        },
        ((words["title"], record.title),),
    )


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
            "count": len(records.names),
            "unconfirmed": sum(bool(it.unconfirmed) for it in records.names),
        },
    )


def _about(records: Records) -> Page:
    about, guide = records.prose["about"], records.prose.get("contributing")
    return Page(
        "about.md", "about.md.j2", about.title, (about.lead,), {"about": about, "guide": guide}
    )


def _anchor(section: str) -> str:
    return section.lower().replace(".", "-")
