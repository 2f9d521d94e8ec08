"""What is published of figures, events and errata · their records → items."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, cast

from pydantic import Field

from generator.exports import addresses
from generator.exports.contract import (
    Code,
    Day,
    EdtfOrYears,
    Id,
    LineNumber,
    NonEmptyText,
    PublishedItem,
    TextItem,
    Url,
)
from generator.exports.edtf_sets import edtf
from generator.exports.item_parts import (
    Convert,
    optional_text_item,
    text_item,
)
from generator.model.base import Script
from generator.model.erratum import ErratumKind, ErratumLevel
from generator.model.figure import Qualifier
from generator.model.when import Bound, Part, When
from generator.model.wording import Wording
from generator.resolve.fact_types import (
    ErratumRecord,
    EventRecord,
    FigureRecord,
    SeriesRecord,
    SpotRecord,
)
from generator.resolve.figure_wording import say_figure
from generator.resolve.record_reference import Ref


class SubjectItem(PublishedItem):
    """The record a fact is about."""

    kind: Literal["agency", "programme"]
    id: Id


class FigureItem(PublishedItem):
    """One number of one document."""

    id: Id
    url: Url = Field(description="of the row that shows it, on the page of its subject")
    subject: SubjectItem
    subject_name: TextItem
    measure: Code
    label: TextItem = Field(description="what the measure counts")
    value: int = Field(description="in base units")
    value_max: int | None = Field(description="upper end of a range")
    unit: Code
    amount: Code | None = Field(description="of money of a programme: whose or which it is")
    qualifier: Qualifier
    in_words: TextItem = Field(description="the number with its qualifier and unit")
    as_of: EdtfOrYears | None = Field(description="EDTF; where the document dates the number")
    as_of_part: Part | None = Field(description="of as_of, where only a part of it is printed")
    series: Id | None = Field(description="shared by the numbers of one measure")
    newest: bool = Field(description="whether no number of the series is newer")
    break_: TextItem | None = Field(
        alias="break", description="why the numbers of the series may not be compared"
    )
    basis: TextItem | None = Field(description="what exactly is counted")
    printed: NonEmptyText = Field(description="as printed, in the document's script")
    quotation: NonEmptyText | None = Field(description="the clause it is taken from, as printed")
    edition: TextItem = Field(description="what the document is called")
    document: Id
    line: LineNumber


class EventItem(PublishedItem):
    """One happening, as one document has it."""

    id: Id
    kind: Code
    date: EdtfOrYears | None = Field(description="EDTF, with the precision printed")
    part: Part | None = Field(description="of date, where only a part of it is printed")
    bound: Bound | None = Field(description="earliest is no deadline")
    every: int | None = Field(ge=1, le=12, description="the month in which it recurs each year")
    edtf: NonEmptyText | None = Field(description="date and bound in EDTF level 2")
    what: TextItem
    subject: SubjectItem
    planned: bool
    outcome: Id | None = Field(description="the event that tells what came of a planned one")
    printed: NonEmptyText | None = Field(description="as printed, in the document's script")
    quotation: NonEmptyText | None = Field(description="the clause it is taken from, as printed")
    date_printed: NonEmptyText | None = Field(description="the date, if another line prints it")
    date_line: LineNumber | None = Field(description="that line")
    document: Id
    line: LineNumber


class SpotItem(PublishedItem):
    """A place in a document, with the words that stand there."""

    document: Id
    line: LineNumber
    printed: NonEmptyText


class ErratumItem(PublishedItem):
    """One problem of the sources."""

    id: Id
    kind: ErratumKind
    level: ErratumLevel
    what: TextItem
    shown_as: TextItem
    about: tuple[Id, ...] = Field(description="records it concerns")
    reported: Day | None = Field(description="when the publisher was told of it; null: not yet")
    answer: TextItem | None = Field(description="what the publisher answered")
    locators: tuple[SpotItem, ...]


_KINDS: dict[str, Literal["agency", "programme"]] = {
    "agencies": "agency",
    "programmes": "programme",
}


def figure_items(
    series: Iterable[SeriesRecord], convert: Convert, words: Mapping[str, Wording], site_url: str
) -> Iterator[FigureItem]:
    """The published form of every number."""
    for numbers in series:
        for figure in numbers.figures:
            yield _figure(figure, numbers, convert, words, site_url)


def event_item(record: EventRecord, convert: Convert) -> EventItem:
    """The published form of an event."""
    when = record.when or When()
    return EventItem(
        id=record.id,
        kind=record.kind.code,
        date=record.date,
        part=when.part,
        bound=when.bound,
        every=when.every,
        edtf=edtf(when),
        what=text_item(record.what, convert),
        subject=_subject(record.subject),
        planned=record.planned,
        outcome=record.outcome.id if record.outcome else None,
        printed=record.printed.text if record.printed else None,
        quotation=record.quotation.text if record.quotation else None,
        date_printed=record.date_printed.text if record.date_printed else None,
        date_line=record.date_line,
        document=record.source.document.id,
        line=record.source.line,
    )


def erratum_item(record: ErratumRecord, convert: Convert) -> ErratumItem:
    """The published form of an erratum."""
    return ErratumItem(
        id=record.id,
        kind=cast(Any, record.kind.code),
        level=cast(Any, record.level.code),
        what=text_item(record.what, convert),
        shown_as=text_item(record.shown_as, convert),
        about=tuple(it.id for it in record.about),
        reported=record.reported,
        answer=optional_text_item(record.answer, convert),
        locators=spot_items(record.spots),
    )


def spot_items(spots: Iterable[SpotRecord]) -> tuple[SpotItem, ...]:
    """Places with the words that stand there."""
    return tuple(
        SpotItem(document=spot.source.document.id, line=spot.source.line, printed=spot.printed.text)
        for spot in spots
    )


def _figure(
    figure: FigureRecord,
    series: SeriesRecord,
    convert: Convert,
    words: Mapping[str, Wording],
    site_url: str,
) -> FigureItem:
    page = f"{site_url}{figure.subject.kind}/{figure.subject.id}/"
    document = figure.source.document

    def say(script: Script) -> str:
        return say_figure(figure, words, lambda wording: convert(wording)[script])

    return FigureItem(
        id=figure.id,
        url=f"{page}#{addresses.figure_anchor(figure.measure.code)}",
        subject=_subject(figure.subject),
        subject_name=text_item(figure.subject.name, convert),
        measure=figure.measure.code,
        label=text_item(figure.measure.label, convert),
        value=figure.value,
        value_max=figure.value_max,
        unit=figure.unit.code,
        amount=figure.amount.code if figure.amount else None,
        qualifier=figure.qualifier,
        in_words=TextItem(hant=say("zh-Hant"), hans=say("zh-Hans"), source="zh-Hant"),
        as_of=figure.as_of,
        as_of_part=figure.as_of_part,
        series=figure.series,
        newest=figure == series.newest,
        break_=optional_text_item(series.note, convert),
        basis=optional_text_item(figure.basis, convert),
        printed=figure.printed.text,
        quotation=figure.quotation.text if figure.quotation else None,
        edition=text_item(document.short or document.name, convert),
        document=document.id,
        line=figure.source.line,
    )


def _subject(ref: Ref) -> SubjectItem:
    return SubjectItem(kind=_KINDS[ref.kind], id=ref.id)
