"""How names and words are written in each script, apart from what OpenCC knows."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from generator.messages.message import say
from generator.messages.problem import quote_value
from generator.model.base import Identifier, Line, LineNumber, Model, Record, Script, refuse
from generator.model.text import TextLine

NameForm = Literal["zh-Hant", "zh-Hans", "english"]
Character = Annotated[str, StringConstraints(min_length=1, max_length=1)]
Words = Annotated[tuple[Line, ...], Field(strict=False)]
LineNumbers = Annotated[tuple[LineNumber, ...], Field(strict=False, min_length=1)]


def _check_pattern(value: str) -> str:
    try:
        groups = re.compile(value).groups
    except re.error as error:
        refuse(say("this is no regular expression: {error}", error=str(error)), say("correct it"))
    if groups != 1:
        refuse(
            say("this expression has {number} groups", number=groups),
            say("put the character, and nothing else, in brackets: ( )"),
        )
    return value


Patterns = Annotated[
    tuple[Annotated[Line, AfterValidator(_check_pattern)], ...], Field(strict=False)
]


class CharacterForm(Model):
    """One character that the Government writes differently from OpenCC's `s2hk`."""

    opencc: Character
    """What OpenCC gives."""
    wanted: Character
    """What the site shows on Traditional pages."""
    reason: Line
    """Where the wanted form is printed, or why it is wanted."""


class FormMap(Record):
    """Characters to replace after a conversion to Traditional; never applied to printed text."""

    forms: Annotated[tuple[CharacterForm, ...], Field(strict=False, min_length=1)]


class NameLines(Model):
    """Lines of one document on which a name stands, in its official form."""

    document: Identifier
    lines: LineNumbers
    quotation: Line | None = None
    """The clause on the first of the lines that the name stands in, if it says more."""


class PrintedForm(Model):
    """A name as one document prints it, where that is not the official form."""

    form: Line
    """As printed, without the gaps of the extraction."""
    document: Identifier
    lines: LineNumbers
    quotation: Line | None = None
    """The clause on the first of the lines that the form stands in, if it says more."""


class StandingForm(Model):
    """The English name, the acronym or an alias, where one document prints it."""

    which: Line
    """As the name has it above; an alias in Traditional, whatever the document's script."""
    document: Identifier
    lines: LineNumbers


class Name(Model):
    """One name: of an organisation, a programme, a place, a document …"""

    id: Identifier
    """Permanent; the same as that of the record about it, where there is one."""
    hant: Line = Field(alias="zh-Hant")
    """Official Traditional form."""
    hans: Line = Field(alias="zh-Hans")
    """Official Simplified form: the same words, character by character."""
    english: Line | None = None
    acronym: Line | None = None
    aliases: Annotated[tuple[TextLine, ...], Field(strict=False)] = ()
    """Short forms, in Traditional; for search and links, never for conversion."""
    stands: Annotated[tuple[NameLines, ...], Field(strict=False)] = ()
    """Where documents print the official form."""
    printed: Annotated[tuple[PrintedForm, ...], Field(strict=False)] = ()
    """Other forms that documents print."""
    forms_stand: Annotated[tuple[StandingForm, ...], Field(strict=False)] = ()
    """Where documents print the English name, the acronym or an alias; what is not here is shown
    as taken from outside the documents."""
    confirmed_by: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    """Documents by identifier, or web addresses, that print the official forms."""
    unconfirmed: Annotated[tuple[NameForm, ...], Field(strict=False)]
    """Forms that no source confirms and a person still has to."""
    note: Line | None = None
    """For maintainers; not shown."""


class NameList(Record):
    """Names of one kind; the file's name is a code of data/vocabulary/name-kinds.yml."""

    names: Annotated[tuple[Name, ...], Field(strict=False, min_length=1)]
    """In the order of the site."""


class ConversionTerm(Model):
    """A run of characters whose conversion is settled here."""

    source: Line = Field(alias="from")
    """As it stands in the text to convert."""
    result: Line = Field(alias="to")
    """As it stands in the converted text."""
    reason: Line
    """Where it is printed so, or what goes wrong without it."""
    example: Line | None = None
    """A text that goes wrong without this term, where `from` alone does not."""


class TermList(Record):
    """Terms of one role and one direction, for every text or for those of some documents."""

    role: Literal["repair", "restore", "keep"]
    """repair: OpenCC misreads it. restore: the document's Simplified lost the Hong Kong word.
    keep: a longer run in which a repaired or restored word stays as it is."""
    script: Script
    """Script of `from`; `to` is in the other."""
    documents: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    """The documents whose texts it is for; every text if none is named."""
    simplified_by: Literal["machine"] | None = None
    """For the texts of every document that says so of itself."""
    terms: Annotated[tuple[ConversionTerm, ...], Field(strict=False, min_length=1)]
    """In the order of the characters of `from`."""


class CharacterContexts(Model):
    """What decides a character for which the other script has several."""

    char: Character
    usual: Character | None = None
    """What it becomes where nothing below, and no phrase of OpenCC's, says otherwise; without it
    OpenCC's first choice, for a person to look at."""
    surname: Character | None = None
    """What it becomes at the head of a person's name."""
    words: Annotated[Mapping[Character, Words], Field(strict=False)] = Field(default_factory=dict)
    """What it becomes → the words in which it does."""
    where: Annotated[Mapping[Character, Patterns], Field(strict=False)] = Field(
        default_factory=dict
    )
    """What it becomes → regular expressions over the text with `/` between its words; the
    character is the group of the expression."""

    @model_validator(mode="after")
    def _holds_the_character(self) -> "CharacterContexts":
        for words in self.words.values():
            for word in words:
                if self.char not in word:
                    refuse(
                        say("{word} does not hold {char}", word=quote_value(word), char=self.char),
                        say("list it under its own character"),
                    )
        return self


class NameSigns(Model):
    """What tells that a character begins a person's name."""

    honorifics: Words = ()
    """Behind a name, whoever it is."""
    posts: Words = ()
    """Before or behind the name of who holds it."""
    verbs: Words = ()
    """Behind a full name."""
    before: Words = ()
    """Before a name among others."""
    behind: Words = ()
    """Behind a name among others."""
    not_given: Words = ()
    """Characters that begin no given name."""
    prepositions: Words = ()
    """Surnames that are prepositions too, and need more to be taken for a name."""


class ContextList(Record):
    """The characters of one script that may become several, and what decides each."""

    script: Script
    person_names: NameSigns = NameSigns()
    choices: Annotated[tuple[CharacterContexts, ...], Field(strict=False, min_length=1)]


class AllowedCharacter(Model):
    """A character of the other script that a text may hold all the same."""

    char: Character
    reason: Line


class AllowedCharacters(Record):
    """Exceptions from the rule that a text holds characters of its own script only."""

    script: Script
    """Script of the texts."""
    characters: Annotated[tuple[AllowedCharacter, ...], Field(strict=False)]
