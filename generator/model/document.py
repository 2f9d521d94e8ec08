"""A government publication that facts are taken from."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.model.base import Identifier, LineNumber, Model, Record, Script
from generator.model.link import DocumentLinks
from generator.model.period import Date, check_interval
from generator.model.text import TextLine

SectionCode = Annotated[str, StringConstraints(pattern=r"^[A-D](\.[1-9][0-9]*)?\.(i|ii)$")]
"""A plan's section: letter, number of the organisation in part C, `i` spatial or `ii` not."""
YearInterval = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}/[0-9]{4}$"), AfterValidator(check_interval)
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Section(Model):
    """One table of an open data plan."""

    code: SectionCode
    """`A.i`, `C.1.ii`, `D.ii` …"""
    heading: TextLine
    """The lettered heading, as printed, without its letter."""
    body: TextLine | None = None
    """In part C: the organisation, as printed."""
    line: LineNumber
    """Line of the `i.` or `ii.` heading."""
    heading_line: LineNumber | None = None
    """Line of `heading`, where it stands above this table."""
    rows: Annotated[int, Field(ge=0)]
    """Rows that name a dataset."""
    empty: Literal["not-applicable", "no-row"] | None = None
    """Why there is no row: one that says 不適用, or nothing below the table's header."""
    note: TextLine | None = None
    """The remark below the heading, as printed."""


class Heading(Model):
    """A heading inside a document, by which a reader finds the place again."""

    line: LineNumber
    """Line on which it stands; what follows, up to the next heading, is below it."""
    text: TextLine
    """The heading, as printed; of a heading that runs into its paragraph, without the colon."""
    within: bool = False
    """Whether text of the heading before stands in front of it on its line."""
    displaced_line: LineNumber | None = None
    """Line elsewhere that belongs below it, where the text has a part of it out of place."""


class Document(Record):
    """One edition of one publication."""

    script: Script
    """Script the document is printed in."""
    title: TextLine
    """Title, as printed."""
    short_title: TextLine | None = None
    """A few words that tell it from the others, for lists of sources; the title if left out."""
    kind: Literal["open-data-plan", "fact-sheet", "estimates"]
    """What sort of publication it is."""
    publisher: Identifier | None = None
    """Agency whose name stands on it; none if it prints none."""
    date: Date | None = None
    """Date printed in it, with that precision; none if it prints none."""
    date_line: LineNumber | None = None
    """Line of the printed date."""
    reports_until: Date | None = None
    """Of a document that prints no date: the latest time that it reports."""
    covers: YearInterval | None = None
    """Years it covers, as an EDTF interval: 2025/2027."""
    sha256: Sha256
    """SHA-256 of the text that lines are counted in."""
    lines: LineNumber
    """Number of lines of that text."""
    simplified_by: Literal["machine"] | None = None
    """Set when its Simplified was made by a word processor that also replaced words."""
    gaps: Literal["wrap"] | None = None
    """Set when a space between two Chinese characters of the text is a line wrap of the PDF."""
    complete: bool = True
    """False while not everything of it is recorded: nothing is then said to stand in it no more."""
    headings: Annotated[tuple[Heading, ...], Field(strict=False)] = ()
    """Headings of a document that is no open data plan, in order."""
    sections: Annotated[tuple[Section, ...], Field(strict=False)] = ()
    """Tables of an open data plan, in order."""
    links: DocumentLinks | None = None
    """Addresses of the document, in each language it is published in."""
    link_note: TextLine | None = None
    """What the link leads to when it is not the document itself; of a document without a link,
    where it is published and why no address is given."""
