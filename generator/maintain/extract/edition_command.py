"""Edge: a new edition's file → records carried over, a review and drafts, and a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from generator.maintain.extract.edition_drafts import (
    Draft,
    add_drafts,
    read_decisions,
    told_sentences,
)
from generator.maintain.extract.edition_intake import (
    EditionSource,
    take_in_edition,
)
from generator.maintain.extract.edition_names import insert_all
from generator.maintain.extract.edition_review import counts, edition_review
from generator.maintain.extract.known_records import read_records
from generator.maintain.extract.layout import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.source_text import count_signs, read_source, refuse_english
from generator.maintain.extract.text_files import (
    drafts_file,
    keep_text,
    review_file,
    write_beside,
)
from generator.maintain.extract.written_drafts import WrittenDrafts, write_drafts
from generator.maintain.scaffold import identifier_problem, text_fields
from generator.maintain.verify.text import document_lines
from generator.messages.language import chinese_texts
from generator.messages.message import list_names, say, translate
from generator.messages.problem import ENGLISH, Problem, as_message, problem_line
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.reading.odd_characters import replace_odd
from generator.script.convert import Converter
from generator.script.glossary import glossary


@dataclass(frozen=True)
class EditionRequest:
    """What is to be taken in, what it follows, and where to."""

    file: Path
    document: str
    """Identifier of the new edition."""
    old: str
    """Identifier of the older one."""
    sources: Path
    """Folder with the text of the older one; the review and the drafts are written there."""
    data: Path
    into: Path | None = None
    """Folder of records to write into; without it only the review and the drafts are written."""
    text_to: Path | None = None
    encoding: str | None = None


def extract_edition(
    request: EditionRequest, stdout: TextIO, texts: Mapping[str, str] = ENGLISH
) -> int:
    """Write the review and the drafts, and what is carried over if it is wanted; 0 if every draft
    is decided and everything is in place, else 1. Raises SourceError if nothing can be done."""
    if wrong := identifier_problem(request.document):
        raise SourceError(wrong)
    catalogue = _catalogue(request)
    source_text = read_source(request.file, request.encoding)
    text = replace_odd(source_text.text)
    source = EditionSource(
        identifier=request.document,
        old=catalogue.documents[request.old].record,
        old_lines=_old_lines(request, catalogue),
        lines=text.split("\n"),
        script=_script(text, request.file),
        text_fields=text_fields(source_text.raw),
    )
    _refuse_another_text(request, catalogue, source)
    kept = (request.document, request.text_to, request.into)
    text_file = keep_text(request.file, source_text, *kept)
    drafts = drafts_file(request.sources, request.document)
    converter = Converter(glossary(catalogue))
    intake = take_in_edition(catalogue, converter, source, read_decisions(drafts))
    problems = insert_all(request.data, intake.insertions, intake.updates)
    written = WrittenDrafts.of(intake)
    if request.into is not None:
        written = write_drafts(intake, request.into)
    listed = (
        Draft(change.item, change.fields or {}, told_sentences(change, intake.alignment))
        for change in intake.open(request.document)
    )
    add_drafts(drafts, listed, chinese_texts())
    review = review_file(request.sources, request.document)
    lines = edition_review(request.document, request.old, intake, chinese_texts())
    write_beside(review, "".join(f"{line}\n" for line in lines))
    told: list[str | Problem] = [
        *(say("text: {how}", how=how) for how in source_text.made),
        say("text: {file}, {script}", file=text_file, script=source.script),
        *counts(intake, request.document),
        say("review: {review}; drafts: {drafts}", review=review, drafts=drafts),
        *problems,
        *written.conflicts,
        say(
            "records: {new} new, {updated} updated, {items} items more, {known} there already",
            new=written.new,
            updated=written.updated,
            items=sum(map(len, intake.insertions.values())),
            known=intake.known,
        ),
        *([] if written.done else [say("nothing was written; `--into data` writes the records")]),
    ]
    for line in told:
        shown = problem_line(line, texts) if isinstance(line, Problem) else translate(line, texts)
        print(shown, file=stdout)
    return 1 if problems or written.conflicts or intake.open(request.document) else 0


def _catalogue(request: EditionRequest) -> Catalogue:
    catalogue = read_records(request.data)
    if request.old not in catalogue.documents:
        known = list_names(sorted(catalogue.documents))
        template = "unknown document {document!r} (known: {known})"
        raise SourceError(say(template, document=request.old, known=known))
    old = catalogue.documents[request.old].record
    if old.kind != "fact-sheet" or request.old == request.document:
        template = "--from: {document} is no older fact sheet (give the edition before this one)"
        raise SourceError(say(template, document=request.old))
    return catalogue


def _old_lines(request: EditionRequest, catalogue: Catalogue) -> list[str]:
    lines, problem = document_lines(catalogue.documents[request.old], request.sources)
    if lines is None:
        assert problem is not None, "a text that is not there is told of"
        raise SourceError(as_message([problem]))
    return lines


def _refuse_another_text(
    request: EditionRequest, catalogue: Catalogue, source: EditionSource
) -> None:
    """Lines of a text that has changed since would be written beside those of the text before."""
    known = catalogue.documents.get(request.document)
    if known and source.text_fields["sha256"] != f'"{known.record.sha256}"':
        template = (
            "{file} is another text than the one that {document} was taken from (first run "
            "`python3 dev.py verify --sources {sources} --document {document} --accept --shift`)"
        )
        values = {"document": request.document, "sources": request.sources}
        raise SourceError(say(template, file=request.file, **values))


def _script(text: str, file: Path) -> Script:
    refuse_english(text, file)
    traditional, simplified = count_signs(text, TRADITIONAL_ONLY, SIMPLIFIED_ONLY)
    if traditional == simplified:
        template = (
            "{file} is neither clearly in Traditional nor in Simplified characters (take the "
            "Chinese edition)"
        )
        raise SourceError(say(template, file=file))
    return "zh-Hant" if traditional > simplified else "zh-Hans"
