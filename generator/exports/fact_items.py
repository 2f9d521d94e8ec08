"""Records of figures, events and errata → published items."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, cast

from generator.exports.contract_facts import (
    ErratumItem,
    EventItem,
    FigureItem,
    SpotItem,
    SubjectItem,
)
from generator.exports.record_items import (
    Convert,
    optional_text_item,
    text_item,
)
from generator.resolve.fact_types import (
    ErratumRecord,
    EventRecord,
    FigureRecord,
    SeriesRecord,
)
from generator.resolve.record_reference import Ref

_KINDS: dict[str, Literal["agency", "programme"]] = {
    "agencies": "agency",
    "programmes": "programme",
}


def figure_items(series: Iterable[SeriesRecord], convert: Convert) -> Iterator[FigureItem]:
    """The published form of every number."""
    for numbers in series:
        for figure in numbers.figures:
            yield _figure(figure, convert)


def event_item(record: EventRecord, convert: Convert) -> EventItem:
    """The published form of an event."""
    return EventItem(
        id=record.id,
        kind=record.kind.code,
        date=record.date,
        what=text_item(record.what, convert),
        subject=_subject(record.subject),
        planned=record.planned,
        outcome=record.outcome.id if record.outcome else None,
        printed=record.printed.text if record.printed else None,
        document=record.source.document.id,
        line=record.source.line,
    )


def erratum_item(record: ErratumRecord, convert: Convert) -> ErratumItem:
    """The published form of an erratum."""
    return ErratumItem(
        id=record.id,
        kind=cast(Any, record.kind.code),
        what=text_item(record.what, convert),
        shown_as=text_item(record.shown_as, convert),
        about=tuple(it.id for it in record.about),
        locators=tuple(
            SpotItem(
                document=spot.source.document.id, line=spot.source.line, printed=spot.printed.text
            )
            for spot in record.spots
        ),
    )


def _figure(figure: FigureRecord, convert: Convert) -> FigureItem:
    return FigureItem(
        id=figure.id,
        subject=_subject(figure.subject),
        measure=figure.measure.code,
        label=text_item(figure.measure.label, convert),
        value=figure.value,
        value_max=figure.value_max,
        unit=figure.unit.code,
        qualifier=figure.qualifier,
        as_of=figure.as_of,
        series=figure.series,
        basis=optional_text_item(figure.basis, convert),
        printed=figure.printed.text,
        document=figure.source.document.id,
        line=figure.source.line,
    )


def _subject(ref: Ref) -> SubjectItem:
    return SubjectItem(kind=_KINDS[ref.kind], id=ref.id)
