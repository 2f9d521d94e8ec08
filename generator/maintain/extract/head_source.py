"""Edge: a head's file and the records it is read against → its text as it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.maintain.extract.head_cells import HeadWords, fold
from generator.maintain.extract.head_layout import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from generator.maintain.extract.head_text import head_text
from generator.maintain.extract.source_text import SourceText, count_signs, read_source
from generator.maintain.verify.text import document_lines
from generator.messages.message import say
from generator.model.base import Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.reading.odd_characters import replace_odd
from generator.script.opencc_tables import open_cc


@dataclass(frozen=True)
class HeadSource:
    """A head's text."""

    kept: SourceText
    """As it is kept, hashed and numbered."""
    text: str
    """With the characters that a record writes."""
    script: Script
    english: bool

    @property
    def language(self) -> str:
        """Its script, or English, of which no record is."""
        return "English" if self.english else self.script


def head_words(catalogue: Catalogue) -> HeadWords:
    """The printed forms of bases and units in the vocabularies, in both scripts."""
    return HeadWords(
        bases=_forms(catalogue, "budget-bases"),  # type: ignore[arg-type]
        units=_forms(catalogue, "budget-units"),  # type: ignore[arg-type]
    )


def _forms(catalogue: Catalogue, vocabulary: str) -> Mapping[str, str]:
    convert = open_cc("hk2s").convert
    terms = catalogue.vocabularies[vocabulary].record.terms
    return {
        fold(form): term.code
        for term in terms
        for printed in term.printed
        for form in (printed, convert(printed))
    }


def read_head_source(file: Path, encoding: str | None, words: HeadWords) -> HeadSource:
    """The text of `file` as tab text. Raises SourceError for a file without a text."""
    source = read_source(file, encoding)
    text = replace_odd(source.text)
    wrapped = say("converted from PDF") in source.made
    laid_out, made = head_text(text, words, wrapped=wrapped)
    if made or wrapped:
        text = laid_out
        source = SourceText(text.encode(), text, (*source.made, *made))
    traditional, simplified = count_signs(text, TRADITIONAL_ONLY, SIMPLIFIED_ONLY)
    return HeadSource(
        kept=source,
        text=text,
        script="zh-Hans" if simplified > traditional else "zh-Hant",
        english=traditional + simplified == 0,
    )


def earlier_lines(
    document: RecordFile[Document], file: Path, sources: Path
) -> Sequence[str] | None:
    """The lines of last year's text in `sources`, or beside `file`; None if it is in neither."""
    for folder in (sources, file.parent):
        if folder.is_dir():
            lines, _ = document_lines(document, folder)
            if lines is not None:
                return lines
    return None
