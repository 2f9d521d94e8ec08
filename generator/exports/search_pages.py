"""What the search finds of pages that are lists or texts · Records → entries."""

from collections.abc import Iterable, Iterator

from generator.exports.contract_fields import published_types
from generator.exports.search_amounts import cell_text
from generator.exports.search_entry import Role, SearchEntry, SearchText
from generator.exports.search_facts import numbers_of
from generator.model.wording import Wording
from generator.resolve.changes import changes_lead, compare_editions, edition_pairs
from generator.resolve.names import document_ref
from generator.resolve.records import FactRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.resolve.timeline import timeline, timeline_years
from generator.script.phrase import DatePhrase, Phrase

PROSE = ("about", "data", "accessibility", "contributing")
"""Texts written by hand that are pages."""

LISTS = (
    *("", "agencies/", "datasets/", "datasets/calendar/", "programmes/", "programmes/compare/"),
    *("figures/", "budget/", "timeline/", "documents/", "errata/", "corrections/", "terminology/"),
    "print/",
)
"""Addresses of the pages that list records, and of the one that prints them."""


def page_code(address: str) -> str:
    """The code of a page in the vocabulary of what people call it."""
    return address.strip("/").replace("/", "-") or "home"


def changes_address(older: str, newer: str) -> str:
    """Where two editions, by their identifiers, are held against each other."""
    return f"documents/changes/{older}/{newer}/"


def pages(records: Records) -> Iterator[SearchEntry]:
    """Every list, by its name, by what people call it, and by what stands above its parts."""
    words = records.words
    shown = records.prose["home"].figures
    numbers = [figure for it in records.series if it.id in shown for figure in it.figures]
    name = records.theme["site-name"]
    yield _page(records, "", name, *_home_headings(records), facts=numbers)
    yield _page(records, "agencies/", words["agencies"], *_agency_headings(records))
    yield _page(records, "datasets/", words["datasets"], *_dataset_headings(records))
    yield _page(records, "datasets/calendar/", words["calendar"], *_calendar_headings(records))
    kinds = dict.fromkeys(it.kind.label for it in records.programmes)
    funding = [fact for it in records.programmes for fact in _facts(it)]
    yield _page(records, "programmes/", words["programmes"], *kinds, facts=funding)
    yield _page(records, "programmes/compare/", words["compare-title"])
    numbers = [figure for it in records.series for figure in it.figures]
    yield _page(records, "figures/", words["figures"], words["figures-lead"], facts=numbers)
    totals = [cell_text(it.headline) for it in records.budgets]
    yield _page(records, "budget/", words["budgets"], words["budget-compare"], more=totals)
    yield _page(records, "timeline/", words["timeline"], *_years(records))
    yield _page(records, "documents/", words["documents"], words["changes"])
    erratum_kinds = dict.fromkeys(it.kind.label for it in records.errata)
    yield _page(records, "errata/", words["errata"], *erratum_kinds, facts=records.errata)
    reasons = [it.reason for it in records.corrections]
    yield _page(records, "corrections/", words["corrections"], *reasons)
    name_kinds = dict.fromkeys(it.kind.label for it in records.names)
    yield _page(records, "terminology/", words["terminology"], *name_kinds)
    yield _page(records, "print/", words["print"], lead=words["print-lead"])
    yield from _prose(records)
    yield from _changes(records)


def _page(
    records: Records,
    address: str,
    title: Wording,
    *headings: Wording | DatePhrase,
    lead: Wording | None = None,
    facts: Iterable[FactRecord] = (),
    more: Iterable[SearchText] = (),
) -> SearchEntry:
    return SearchEntry(
        address,
        records.words["search-page"],
        title,
        headings=headings,
        text=(lead,),
        more=(*more, numbers_of(facts)),
        role=Role.PAGE if lead else Role.LIST,
    )


def _facts(programme: ProgrammeRecord) -> Iterator[FactRecord]:
    """What the list of programmes tells of one: its conditions and numbers."""
    yield from programme.conditions
    yield from (series.newest for series in programme.facts.series)


def _home_headings(records: Records) -> Iterable[Wording]:
    keys = ("home-figures", "home-coming", "home-changed", "home-documents", "home-about")
    return (records.words[key] for key in keys)


def _agency_headings(records: Records) -> Iterable[Wording]:
    words = records.words
    kinds = dict.fromkeys(it.kind.label for it in records.agencies)
    return (words["organisation"], words["organisation-changes"], *kinds)


def _dataset_headings(records: Records) -> Iterable[Wording]:
    words = records.words
    labels = (*records.categories, *records.frequencies, *records.dataset_statuses)
    return (words["finder-facets"], *(it.label for it in labels))


def _calendar_headings(records: Records) -> Iterable[Wording | DatePhrase]:
    words = records.words
    months = {listing.date for it in records.datasets for listing in it.listings if listing.date}
    dates = (DatePhrase(it) for it in sorted(months, reverse=True))
    return (words["calendar-coming"], words["calendar-past"], words["calendar-new"], *dates)


def _years(records: Records) -> Iterator[DatePhrase]:
    for year in timeline_years(timeline(records.events, records.programmes, records.as_of)):
        if year.year:
            yield DatePhrase(year.year)


def _prose(records: Records) -> Iterator[SearchEntry]:
    """Texts written by hand; of each part, a line that leads to it."""
    for key in PROSE:
        prose = records.prose.get(key)
        if prose is None:
            continue
        parts = [heading for _, heading, _ in prose.sections]
        fields = _fields(records) if key == "data" else ()
        yield _page(records, f"{key}/", prose.title, *parts, lead=prose.lead, more=fields)
        for anchor, heading, body in prose.sections:
            values = {"title": prose.title, "part": heading}
            yield SearchEntry(
                f"{key}/#{anchor}",
                records.words["search-page"],
                Phrase(records.words["search-part"], values),
                names=(heading,),
                text=(body if key in ("about", "data") else None,),
                role=Role.LINE,
            )


def _fields(records: Records) -> Iterator[SearchText]:
    """What the tables of the page about the data are about, and the names of the fields."""
    for shape in published_types():
        yield records.fields[f"record.{shape.name}"]
        yield " ".join(field.name for field in shape.fields)


def _changes(records: Records) -> Iterator[SearchEntry]:
    """Pages that hold two editions against each other."""
    words = records.words
    kinds = ("values", "qualifiers", "days", "conditions", "names", "promises", "reworded")
    for older, newer in edition_pairs(records):
        refs = {"old": document_ref(older.document), "new": document_ref(newer.document)}
        facts = [fact for document in (older, newer) for _, _, fact in document.facts]
        changes = compare_editions(records, older, newer).figures
        facts += (it.difference for it in changes if it.difference)
        names = {place: ref.short or ref.name for place, ref in refs.items()}
        yield SearchEntry(
            changes_address(older.document.id, newer.document.id),
            words["documents"],
            Phrase(words["changes-title"], names),
            headings=(words["changes"], *(words[f"changes-{kind}"] for kind in kinds)),
            text=(words[changes_lead(newer)],),
            more=(numbers_of(facts),),
            role=Role.LIST,
        )
