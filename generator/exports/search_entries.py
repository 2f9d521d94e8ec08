"""What the search finds: Records → entries, a function for each kind of record.

What is not in `MAKERS` is found by what its line in the register of published kinds says.
"""

from collections.abc import Callable, Iterable, Iterator

from generator.exports.published_kinds import KINDS
from generator.exports.search_entry import SearchEntry, SearchText
from generator.model.wording import Wording
from generator.resolve.records import AgencyRecord, DocumentRecord, NameRecord, ProgrammeRecord
from generator.resolve.resolve import Records


def entries(records: Records) -> Iterator[SearchEntry]:
    """Everything that can be found, in the order in which equals are shown."""
    for make in (*MAKERS, *(kind.search_entries for kind in KINDS if kind.search_entries)):
        yield from make(records)


def _agencies(records: Records) -> Iterator[SearchEntry]:
    for agency in records.agencies:
        yield SearchEntry(
            f"agencies/{agency.id}/",
            records.words["agencies"],
            agency.name,
            names=(*_other_names(agency), agency.id),
            text=(agency.summary,),
            more=(agency.kind.label, agency.parent.name if agency.parent else None),
        )


def _datasets(records: Records) -> Iterator[SearchEntry]:
    agencies = {agency.id: agency for agency in records.agencies}
    for dataset in records.datasets:
        landing = dataset.landing
        yield SearchEntry(
            f"datasets/{dataset.id}/",
            records.words["datasets"],
            dataset.name,
            text=(dataset.description,),
            more=(
                dataset.agency.name,
                *_other_names(agencies[dataset.agency.id]),
                dataset.group,
                dataset.category.label,
                dataset.frequency.label,
                records.words["spatial-data"] if dataset.spatial else None,
                *dataset.formats,
                records.words[f"status-{dataset.status}"],
                dataset.id,
                landing.hant.rsplit("/", 1)[-1] if landing else None,
            ),
        )


def _programmes(records: Records) -> Iterator[SearchEntry]:
    for programme in records.programmes:
        yield SearchEntry(
            f"programmes/{programme.id}/",
            records.words["programmes"],
            programme.name,
            names=(*_other_names(programme), programme.id),
            text=(programme.summary,),
            more=(
                programme.kind.label,
                programme.agency.name if programme.agency else None,
                programme.part_of.name if programme.part_of else None,
                *(it.text for it in programme.conditions),
            ),
        )


def _figures(records: Records) -> Iterator[SearchEntry]:
    """A number is found by what it counts, and as its documents print it."""
    for series in records.series:
        folder = series.subject.kind
        yield SearchEntry(
            f"{folder}/{series.subject.id}/#figure-{series.measure.code}",
            records.words["figures"],
            series.measure.label,
            text=(series.subject.name, series.newest.basis),
            more=tuple(it.printed.text for it in series.figures),
        )


def _budgets(records: Records) -> Iterator[SearchEntry]:
    for budget in records.budgets:
        yield SearchEntry(
            f"budget/{budget.id}/",
            records.words["budgets"],
            budget.title,
            year=budget.year,
            names=(f"Head {budget.head}", budget.id),
            text=(budget.lead,),
            more=(*dict.fromkeys(row.label for table in budget.tables for row in table.rows),),
        )


def _documents(records: Records) -> Iterator[SearchEntry]:
    for record in records.documents:
        yield SearchEntry(
            f"documents/{record.document.id}/",
            records.words["documents"],
            record.title,
            names=(*_named(record, records.names), record.document.id),
            text=(
                record.publisher.name if record.publisher else None,
                *dict.fromkeys(section.heading for section in record.sections),
            ),
            more=(*dict.fromkeys(section.body for section in record.sections),),
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
            )


def _pages(records: Records) -> Iterator[SearchEntry]:
    words = records.words
    yield SearchEntry("datasets/calendar/", words["datasets"], words["calendar"])
    yield SearchEntry("timeline/", words["documents"], words["timeline"])
    yield SearchEntry("errata/", words["documents"], words["errata"])


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
    _figures,
    _budgets,
    _documents,
    _names,
    _pages,
)
