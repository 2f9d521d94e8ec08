"""Words of the site: codes with their labels, and the interface's wording."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Code, Identifier, Model, Record, Script
from generator.model.text import TextLine, TextPassage


class Term(Model):
    """One code of a vocabulary."""

    code: Code
    """What records and data files use."""
    label: TextLine
    """What readers see."""
    name: TextLine | None = None
    """Of a unit, what it is called without a number."""
    group: Code | None = None
    """Code of the wider term it belongs to: of a measure, the kind of condition that shows it; of
    a kind of programme, `apply` where one can apply for it; of a kind of amount, `ceiling` where
    one applicant or project may get it; of an applicant, the wider one that may include it."""
    published_as: Code | None = None
    """Its code in a public list: of a category, an EU data theme; of a frequency, an EU frequency;
    of a kind of agency or programme, a type of schema.org."""
    printed: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Every form in which documents print it, in either script; the extractor matches these."""


class Vocabulary(Record):
    """A list of terms, in the order in which the site shows them."""

    script: Script
    """Script of the plain labels."""
    terms: Annotated[tuple[Term, ...], Field(strict=False, min_length=1)]


class ProseSection(Model):
    """A headed part of a prose page."""

    id: Code
    """ASCII anchor of the heading."""
    heading: TextLine
    body: TextPassage
    """Paragraphs, one a line."""


class Prose(Record):
    """A page written by hand rather than built from records."""

    script: Script
    """Script of the plain texts."""
    title: TextLine
    lead: TextPassage
    """What stands above the first heading."""
    figures: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    """On the home page: series of data/figures/ that it shows, `<subject>-<measure>`."""
    sections: Annotated[tuple[ProseSection, ...], Field(strict=False)] = ()
