"""What is published of programmes · ProgrammeRecord → ProgrammeItem."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, cast

from pydantic import Field

from generator.exports.contract import (
    Code,
    CodeItem,
    DerivationItem,
    Edtf,
    Id,
    LineNumber,
    LinksItem,
    NamingLocatorItem,
    NonEmptyText,
    PublishedItem,
    TextItem,
    Url,
)
from generator.exports.item_parts import (
    Convert,
    code_item,
    derivation_items,
    links_item,
    naming_locator_items,
    optional_text_item,
    text_item,
)
from generator.exports.statements import StatementItem, statement_item
from generator.model.programme import TermKind
from generator.model.wording import Wording
from generator.resolve.fact_types import ConditionRecord, FigureRecord
from generator.resolve.figure_wording import say_figure
from generator.resolve.programme_codes import applicants
from generator.resolve.records import ProgrammeRecord


class ProgrammeTermItem(PublishedItem):
    """A condition of a programme, as one document has it."""

    kind: TermKind
    text: TextItem
    value: int | None = Field(description="in base units; null for a condition that is no number")
    unit: Code | None
    quotation: NonEmptyText | None = Field(description="the clause it is taken from, as printed")
    document: Id
    line: LineNumber


class ProgrammeItem(PublishedItem):
    """A fund, scheme, platform, park, agreement, competition or policy."""

    id: Id
    url: Url
    name: TextItem
    english: NonEmptyText | None
    acronym: NonEmptyText | None
    aliases: tuple[TextItem, ...]
    former_names: tuple[TextItem, ...]
    kind: CodeItem
    agency: Id | None = Field(description="the agency that runs it, where a document says so")
    joint_agencies: tuple[Id, ...] = Field(description="others that run it together with it")
    part_of: Id | None = Field(description="programme or agency it belongs to")
    applicants: tuple[Code, ...] = Field(description="who may apply; empty: no document says it")
    launched: Edtf | None = Field(description="EDTF, with the precision printed")
    status: CodeItem | None = Field(description="as the newest document has it")
    terms: tuple[ProgrammeTermItem, ...]
    summary: TextItem | None
    links: LinksItem | None
    locators: tuple[NamingLocatorItem, ...]
    derived: tuple[DerivationItem, ...]
    statements: tuple[StatementItem, ...] = Field(description="of which it is the subject")


def programme_item(
    record: ProgrammeRecord, convert: Convert, words: Mapping[str, Wording], site_url: str
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
        joint_agencies=tuple(it.id for it in record.joint_agencies),
        part_of=record.part_of.id if record.part_of else None,
        applicants=tuple(it.code for it in applicants(record)),
        launched=record.launched,
        status=code_item(record.status, convert) if record.status else None,
        terms=tuple(_terms(record, convert, words)),
        summary=optional_text_item(record.summary, convert),
        links=links_item(record.links),
        locators=naming_locator_items(record),
        derived=derivation_items(record.claims, convert),
        statements=tuple(statement_item(it, convert, site_url) for it in record.facts.statements),
    )


def _terms(
    record: ProgrammeRecord, convert: Convert, words: Mapping[str, Wording]
) -> Iterator[ProgrammeTermItem]:
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
                quotation=figure.quotation.text if figure.quotation else None,
                document=figure.source.document.id,
                line=figure.source.line,
            )


def _condition(condition: ConditionRecord, convert: Convert) -> ProgrammeTermItem:
    return ProgrammeTermItem(
        kind=cast(Any, condition.kind.code),
        text=text_item(condition.text, convert),
        value=None,
        unit=None,
        quotation=condition.quotation.text if condition.quotation else None,
        document=condition.source.document.id,
        line=condition.source.line,
    )


def _figure_text(figure: FigureRecord, convert: Convert, words: Mapping[str, Wording]) -> TextItem:
    """The figure as pages say it, with what it counts and what exactly."""

    def say(script: Literal["zh-Hant", "zh-Hans"]) -> str:
        said = say_figure(figure, words, lambda wording: convert(wording)[script])
        if figure.measure_to_show:
            said = convert(figure.measure_to_show)[script] + convert(words["colon"])[script] + said
        return f"{said} {convert(figure.basis)[script]}" if figure.basis else said

    return TextItem(hant=say("zh-Hant"), hans=say("zh-Hans"), source="zh-Hant")
