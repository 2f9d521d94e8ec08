"""Records of programmes, figures, events and errata → published items."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast

from generator.exports.contract import TextItem
from generator.exports.contract_facts import (
    ErratumItem,
    EventItem,
    FigureItem,
    ProgrammeItem,
    ProgrammeTermItem,
    SpotItem,
    SubjectItem,
)
from generator.exports.record_items import (
    Convert,
    code_item,
    links_item,
    locator_items,
    optional_text_item,
    text_item,
)
from generator.model.wording import Wording
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    FigureRecord,
    SeriesRecord,
)
from generator.resolve.figure_wording import say_figure
from generator.resolve.record_reference import Ref
from generator.resolve.records import ProgrammeRecord

Words = Mapping[str, Wording]
_KINDS: dict[str, Literal["agency", "programme"]] = {
    "agencies": "agency",
    "programmes": "programme",
}


def programme_item(
    record: ProgrammeRecord, convert: Convert, words: Words, site_url: str
) -> ProgrammeItem:
    """The published form of a programme."""
    return ProgrammeItem(
        id=record.id,
        url=f"{site_url}programmes/{record.id}/",
        name=text_item(record.name, convert),
        english=record.english,
        acronym=record.acronym,
        aliases=tuple(text_item(it, convert) for it in record.aliases),
        former_names=tuple(text_item(it, convert) for it in record.former_names),
        kind=code_item(record.kind, convert),
        agency=record.agency.id if record.agency else None,
        part_of=record.part_of.id if record.part_of else None,
        launched=record.launched,
        status=code_item(record.status, convert) if record.status else None,
        terms=tuple(_terms(record, convert, words)),
        summary=optional_text_item(record.summary, convert),
        links=links_item(record.links),
        locators=locator_items(record.locators),
    )


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


def _terms(record: ProgrammeRecord, convert: Convert, words: Words) -> Iterator[ProgrammeTermItem]:
    for condition in record.conditions:
        yield _condition(condition, convert)
    for series in record.facts.series:
        if series.term is None:
            continue
        for figure in series.figures:
            yield ProgrammeTermItem(
                kind=cast(Any, series.term.code),
                text=_figure_text(figure, convert, words),
                value=figure.value,
                unit=figure.unit.code,
                document=figure.source.document.id,
                line=figure.source.line,
            )


def _condition(condition: ConditionRecord, convert: Convert) -> ProgrammeTermItem:
    return ProgrammeTermItem(
        kind=cast(Any, condition.kind.code),
        text=text_item(condition.text, convert),
        value=None,
        unit=None,
        document=condition.source.document.id,
        line=condition.source.line,
    )


def _figure_text(figure: FigureRecord, convert: Convert, words: Words) -> TextItem:
    """The figure as pages say it, with what it counts and what exactly."""

    def say(script: Literal["zh-Hant", "zh-Hans"]) -> str:
        said = say_figure(figure, words, lambda wording: convert(wording)[script])
        if figure.measure_to_show:
            said = convert(figure.measure_to_show)[script] + convert(words["colon"])[script] + said
        return f"{said} {convert(figure.basis)[script]}" if figure.basis else said

    return TextItem(hant=say("zh-Hant"), hans=say("zh-Hans"), source="zh-Hant")


def _subject(ref: Ref) -> SubjectItem:
    return SubjectItem(kind=_KINDS[ref.kind], id=ref.id)
