"""The subcommand that holds records against the documents' texts · arguments → exit status."""

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path

from generator.cli.clock import hong_kong_day
from generator.cli.report import list_problems, tell
from generator.maintain.scaffold import line_count
from generator.maintain.verify.fill_quotations import fill_quotations, without_quotation
from generator.maintain.verify.shift_lines import shift_lines
from generator.maintain.verify.text import accept_text, text_objection
from generator.maintain.verify.verify import verify as verify_records
from generator.messages.message import Message, list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.pipeline.generate import catalogue_converter, examine


def verify(arguments: argparse.Namespace) -> int:
    """Compare every record, or those of one document, with the documents' texts."""
    sources: Path = arguments.sources
    wrong = _wrong_options(arguments)
    catalogue, problems = (
        (None, list[Problem]()) if wrong else examine(arguments.data, hong_kong_day())
    )
    if catalogue is not None and arguments.document:
        wrong = _unknown_document(catalogue, arguments.document)
    if wrong:
        tell(wrong, sys.stderr)
        return 2
    if catalogue is not None and arguments.accept:
        if refused := _accept_text(arguments.data, sources, arguments.document):
            tell(refused, sys.stderr)
            return 1
        catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is not None and arguments.shift:
        _shift_lines(catalogue, sources, arguments.document)
        catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is not None and arguments.quote:
        _fill_quotations(catalogue, sources, arguments.document)
        catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is not None:
        problems = verify_records(
            catalogue, catalogue_converter(catalogue), sources, arguments.document
        )
        _tell_without_quotation(catalogue, arguments.document)
    list_problems(problems)
    if problems:
        return 1
    tell(say("every fact stands where its record says; every number and sentence is accounted for"))
    return 0


def _wrong_options(arguments: argparse.Namespace) -> Message | None:
    """What is wrong with the options, whatever the records say."""
    sources: Path = arguments.sources
    if not sources.is_dir():
        template = "--sources: there is no folder {folder} (give the folder of the texts)"
        return say(template, folder=sources)
    for option in ("accept", "shift"):
        if getattr(arguments, option) and not arguments.document:
            return say("--{option}: name the document with --document", option=option)
    return None


def _shift_lines(catalogue: Catalogue, sources: Path, document: str) -> None:
    """Move line numbers to where the words stand now, and tell how many."""
    number = shift_lines(catalogue, catalogue_converter(catalogue), sources, document)
    if number == 1:
        tell(say("1 line number shifted"))
    else:
        tell(say("{number} line numbers shifted", number=number))


def _fill_quotations(catalogue: Catalogue, sources: Path, document: str | None) -> None:
    """Write the quotations that are missing, and tell how many."""
    number = fill_quotations(catalogue, catalogue_converter(catalogue), sources, document)
    if number == 1:
        tell(say("1 quotation written: read it"))
    elif number:
        tell(say("{number} quotations written: read them", number=number))


def _tell_without_quotation(catalogue: Catalogue, document: str | None) -> None:
    number = without_quotation(catalogue, document)
    if number == 1:
        tell(say("1 fact has no quotation"))
    elif number:
        tell(say("{number} facts have no quotation", number=number))


def _unknown_document(catalogue: Catalogue, document: str) -> Message | None:
    if document in catalogue.documents:
        return None
    known = list_names(sorted(catalogue.documents))
    nearest = get_close_matches(document, catalogue.documents, 1)
    if not nearest:
        template = "unknown document {document!r} (known: {known})"
        return say(template, document=document, known=known)
    template = "unknown document {document!r} (did you mean {nearest}? known: {known})"
    return say(template, document=document, nearest=nearest[0], known=known)


def _accept_text(data: Path, sources: Path, document: str) -> Message | None:
    """Write the text's hash and line count into a document's record; return why not if refused."""
    text, file = sources / f"{document}.txt", data / "documents" / f"{document}.yml"
    try:
        raw = text.read_bytes()
    except OSError as error:
        return say("{file} cannot be read: {reason}", file=text, reason=error.strerror)
    if reason := text_objection(raw):
        return say("{file} was not taken: {reason}", file=text, reason=reason)
    record = file.read_text("utf-8")
    file.write_text(accept_text(record, raw), "utf-8")
    template = "{path}: sha256 and lines are now those of {text} ({number} lines)"
    tell(say(template, path=file, text=text, number=line_count(raw)))
    return None
