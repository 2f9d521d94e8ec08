"""What the search finds: Records → entries, a function for each kind of record.

What is not in `MAKERS` is found by what its line in the register of published kinds says.
"""

from collections.abc import Callable, Iterable, Iterator

from generator.exports.published_kinds import KINDS
from generator.exports.search_entry import Role, SearchEntry, SearchText
from generator.exports.search_facts import (
    budgets,
    errata,
    events,
    facts_texts,
    figures,
    numbers_of,
)
from generator.exports.search_pages import pages
from generator.exports.statements import statement_entries
from generator.model.wording import Wording
from generator.resolve.names import document_ref
from generator.resolve.records import AgencyRecord, DocumentRecord, NameRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase


def entries(records: Records) -> Iterator[SearchEntry]:
    """Everything that can be found: in the order of the makers, but that entries about a record
    follow each other.
    """
    makers = (*MAKERS, *(kind.search_entries for kind in KINDS if kind.search_entries))
    made = [entry for make in makers for entry in make(records)]
    places: dict[str, int] = {}
    for place, entry in enumerate(made):
        places.setdefault(entry.about or entry.address, place)
    yield from sorted(made, key=lambda it: places[it.about or it.address])


def _agencies(records: Records) -> Iterator[SearchEntry]:
    for agency in records.agencies:
        yield SearchEntry(
            f"agencies/{agency.id}/",
            records.words["agencies"],
            agency.name,
            names=_other_names(agency),
            text=(agency.summary,),
            more=(
                agency.kind.label,
                agency.parent.name if agency.parent else None,
                agency.successor.name if agency.successor else None,
                *(it.name for it in agency.predecessors),
                DatePhrase(agency.established) if agency.established else None,
                *facts_texts(agency.facts),
            ),
            role=Role.BODY,
            about=agency.id,
        )


def _datasets(records: Records) -> Iterator[SearchEntry]:
    agencies = records.agencies_by_id
    for dataset in records.datasets:
        yield SearchEntry(
            f"datasets/{dataset.id}/",
            records.words["datasets"],
            dataset.name,
            headings=(dataset.group,),
            text=(dataset.description,),
            more=(
                dataset.agency.name,
                *_short_names(agencies[dataset.agency.id]),
                dataset.category.label,
                dataset.frequency.label,
                records.words["spatial-data"] if dataset.spatial else None,
                *dataset.formats,
                records.words[f"status-{dataset.newest.status}"],
            ),
        )


def _programmes(records: Records) -> Iterator[SearchEntry]:
    for programme in records.programmes:
        yield SearchEntry(
            f"programmes/{programme.id}/",
            records.words["programmes"],
            programme.name,
            names=_other_names(programme),
            headings=tuple(dict.fromkeys(it.kind.label for it in programme.conditions)),
            text=(programme.summary,),
            more=(
                programme.kind.label,
                programme.status.label if programme.status else None,
                *_run_by(programme, records),
                programme.part_of.name if programme.part_of else None,
                *(it.name for it in programme.parts),
                *(it.text for it in programme.conditions),
                *facts_texts(programme.facts),
            ),
            role=Role.BODY,
            about=programme.id,
        )


def _run_by(programme: ProgrammeRecord, records: Records) -> Iterator[SearchText]:
    """By whatever name one knows who runs it."""
    for agency in records.agencies:
        if programme.agency and agency.id == programme.agency.id:
            yield agency.name
            yield from _short_names(agency)


def _documents(records: Records) -> Iterator[SearchEntry]:
    for record in records.documents:
        yield SearchEntry(
            f"documents/{record.document.id}/",
            records.words["documents"],
            record.title,
            names=(*_named(record, records.names), document_ref(record.document).short),
            headings=tuple(dict.fromkeys(section.heading for section in record.sections)),
            text=(record.publisher.name if record.publisher else None,),
            more=(
                *dict.fromkeys(section.body for section in record.sections),
                numbers_of(fact for _, _, fact in record.facts),
            ),
        )


def _named(record: DocumentRecord, names: Iterable[NameRecord]) -> Iterator[Wording]:
    """Names of the terminology that the title begins with: all but what stands in brackets."""
    title = record.title
    for name in names:
        form = name.name.text if title.script == name.name.script else name.name.other
        if form and name.kind.code == "document" and title.text.startswith(form):
            yield name.name


def _names(records: Records) -> Iterator[SearchEntry]:
    """Names of what has no page of its own; the terminology says what they are."""
    for name in records.names:
        if name.record is None:
            yield SearchEntry(
                f"terminology/#{name.id}",
                name.kind.label,
                name.name,
                names=(
                    name.acronym,
                    name.english,
                    *name.aliases,
                    *(it.form.text for it in name.printed),
                ),
                role=Role.LINE,
            )


def _short_names(agency: AgencyRecord) -> tuple[SearchText, ...]:
    return (agency.acronym, *agency.aliases)


def _other_names(record: AgencyRecord | ProgrammeRecord) -> tuple[SearchText, ...]:
    return (
        record.acronym,
        record.english,
        *record.aliases,
        *record.former_names,
        *(it.form.text for it in record.printed),
    )


MAKERS: tuple[Callable[[Records], Iterator[SearchEntry]], ...] = (
    _agencies,
    _datasets,
    _programmes,
    figures,
    budgets,
    _documents,
    _names,
    pages,
    events,
    statement_entries,
    errata,
)
