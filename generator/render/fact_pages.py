"""The pages that show facts across all records: figures and errata · Records → pages."""

from collections.abc import Iterator
from itertools import groupby

from generator.render.disclosure import is_long
from generator.render.fact_tables import series_rows
from generator.render.page import Page
from generator.resolve.resolve import Records


def fact_pages(records: Records) -> Iterator[Page]:
    """Figures by subject, errata by kind."""
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
                (subject, series_rows(group, words))
                for subject, group in groupby(series, key=lambda it: it.subject)
            ],
            "count": sum(len(it.figures) for it in series),
            "series_count": sum(len(it.figures) > 1 for it in series),
        },
    )


def _errata(records: Records) -> Page:
    words = records.words
    return Page(
        "errata.md",
        "errata.md.j2",
        words["errata"],
        (words["errata-lead"],),
        {
            "kinds": [
                (kind, [(it, it.spots) for it in group], is_long(group))
                for kind, group in (
                    (kind, list(group))
                    for kind, group in groupby(records.errata, key=lambda it: it.kind)
                )
            ],
            "count": len(records.errata),
            "spots": sum(len(it.spots) for it in records.errata),
        },
    )
