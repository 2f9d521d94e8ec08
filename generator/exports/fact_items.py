"""Records of programmes, figures, events and errata → published items."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast

from generator.exports.contract import LocatorItem, TextItem
from generator.exports.contract_facts import (
    ErratumItem,
    EventItem,
    FigureItem,
    ProgrammeItem,
    ProgrammeTermItem,
    SpotItem,
    SubjectItem,
)
from generator.exports.record_items import Both, code_item, links_item, maybe_text, text_item
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
    record: ProgrammeRecord, both: Both, words: Words, site_url: str
) -> ProgrammeItem:
    """The published form of a programme."""
    return ProgrammeItem(
        id=record.id,
        url=f"{site_url}programmes/{record.id}/",
        name=text_item(record.name, both),
        english=record.english,
        acronym=record.acronym,
        aliases=tuple(text_item(it, both) for it in record.aliases),
        former_names=tuple(text_item(it, both) for it in record.former_names),
        kind=code_item(record.kind, both),
        agency=record.agency.id if record.agency else None,
        part_of=record.part_of.id if record.part_of else None,
        launched=record.launched,
        status=code_item(record.status, both) if record.status else None,
        terms=tuple(_terms(record, both, words)),
        summary=maybe_text(record.summary, both),
        links=links_item(record.links),
        locators=tuple(
            LocatorItem(document=it.document.id, line=it.line) for it in record.locators
        ),
    )


def figure_items(series: Iterable[SeriesRecord], both: Both) -> Iterator[FigureItem]:
    """The published form of every number."""
    for it in series:
        for figure in it.figures:
            yield _figure(figure, both)


def event_item(record: EventRecord, both: Both) -> EventItem:
    """The published form of an event."""
    return EventItem(
        id=record.id,
        kind=record.kind.code,
        date=record.date,
        what=text_item(record.what, both),
        subject=_subject(record.subject),
        planned=record.planned,
        outcome=record.outcome.id if record.outcome else None,
        printed=record.printed.text if record.printed else None,
        document=record.source.document.id,
        line=record.source.line,
    )


def erratum_item(record: ErratumRecord, both: Both) -> ErratumItem:
    """The published form of an erratum."""
    return ErratumItem(
        id=record.id,
        kind=cast(Any, record.kind.code),
        what=text_item(record.what, both),
        shown_as=text_item(record.shown_as, both),
        about=tuple(it.id for it in record.about),
        locators=tuple(
            SpotItem(document=it.source.document.id, line=it.source.line, printed=it.printed.text)
            for it in record.spots
        ),
    )


def _figure(figure: FigureRecord, both: Both) -> FigureItem:
    return FigureItem(
        id=figure.id,
        subject=_subject(figure.subject),
        measure=figure.measure.code,
        label=text_item(figure.measure.label, both),
        value=figure.value,
        value_max=figure.value_max,
        unit=figure.unit.code,
        qualifier=figure.qualifier,
        as_of=figure.as_of,
        series=figure.series,
        basis=maybe_text(figure.basis, both),
        printed=figure.printed.text,
        document=figure.source.document.id,
        line=figure.source.line,
    )


def _terms(record: ProgrammeRecord, both: Both, words: Words) -> Iterator[ProgrammeTermItem]:
    for condition in record.conditions:
        yield _condition(condition, both)
    for series in record.facts.series:
        if series.term is None:
            continue
        for figure in series.figures:
            yield ProgrammeTermItem(
                kind=cast(Any, series.term.code),
                text=_said(figure, both, words),
                value=figure.value,
                unit=figure.unit.code,
                document=figure.source.document.id,
                line=figure.source.line,
            )


def _condition(condition: ConditionRecord, both: Both) -> ProgrammeTermItem:
    return ProgrammeTermItem(
        kind=cast(Any, condition.kind.code),
        text=text_item(condition.text, both),
        value=None,
        unit=None,
        document=condition.source.document.id,
        line=condition.source.line,
    )


def _said(figure: FigureRecord, both: Both, words: Words) -> TextItem:
    """The figure as pages say it, with what it counts and what exactly."""

    def say(script: Literal["zh-Hant", "zh-Hans"]) -> str:
        said = say_figure(figure, words, lambda wording: both(wording)[script])
        if figure.measure_to_show:
            said = both(figure.measure_to_show)[script] + both(words["colon"])[script] + said
        return f"{said} {both(figure.basis)[script]}" if figure.basis else said

    return TextItem(hant=say("zh-Hant"), hans=say("zh-Hans"), source="zh-Hant")


def _subject(ref: Ref) -> SubjectItem:
    return SubjectItem(kind=_KINDS[ref.kind], id=ref.id)
