"""The pages that show facts across all records: figures and errata · Records → pages."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.render.fact_tables import errata_of, series_rows
from generator.render.page import Page
from generator.resolve.fact_types import ErratumRecord
from generator.resolve.record_reference import Ref
from generator.resolve.resolve import Records


def fact_pages(records: Records) -> Iterator[Page]:
    """Figures by subject, errata by what they touch."""
    yield _figures(records)
    yield _errata(records)


def _figures(records: Records) -> Page:
    words = records.words
    agencies, programmes = records.agencies, records.programmes
    subjects = (*(it.id for it in agencies), *(it.id for it in programmes))
    order = {identifier: place for place, identifier in enumerate(subjects)}
    series = sorted(records.series, key=lambda it: order[it.subject.id])
    return Page(
        "figures.md",
        "figures.md.j2",
        words["figures"],
        (words["figures-lead"],),
        {
            "subjects": [
                (subject, series_rows(group, records))
                for subject, group in groupby(series, key=lambda it: it.subject)
            ],
            "count": sum(len(it.figures) for it in series),
            "series_count": sum(len(it.figures) > 1 for it in series),
        },
    )


def _errata(records: Records) -> Page:
    """What touches a fact by subject, then differences, then how many blemishes a document has."""
    words, errata = records.words, records.errata
    blemishes: dict[Ref, list[ErratumRecord]] = {}
    for erratum in errata_of(errata, "blemish"):
        blemishes.setdefault(erratum.spots[0].source.document, []).append(erratum)
    return Page(
        "errata.md",
        "errata.md.j2",
        words["errata"],
        (words["errata-lead"],),
        {
            "labels": {it.level.code: it.level.label for it in errata},
            "subjects": _by_subject(errata_of(errata, "fact"), records),
            "editorial": errata_of(errata, "editorial"),
            "blemishes": sorted(blemishes.items(), key=lambda it: it[0].id),
            "count": len(errata),
            "spots": sum(len(it.spots) for it in errata),
        },
    )


def _by_subject(
    errata: Iterable[ErratumRecord], records: Records
) -> list[tuple[Ref | None, list[ErratumRecord]]]:
    """Each with what it touches first: agencies, programmes, names without a page, then what is
    about nobody."""
    groups: dict[Ref | None, list[ErratumRecord]] = {}
    for erratum in errata:
        groups.setdefault(erratum.about[0] if erratum.about else None, []).append(erratum)
    with_pages = (*(it.id for it in records.agencies), *(it.id for it in records.programmes))
    order = {identifier: place for place, identifier in enumerate(with_pages)}

    def place(group: tuple[Ref | None, list[ErratumRecord]]) -> tuple[bool, int, str]:
        ref, _ = group
        return ref is None, order.get(ref.id, len(order)) if ref else 0, ref.id if ref else ""

    return sorted(groups.items(), key=place)
