"""Subcommands that work on texts and records without building a site · arguments → exit status."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from generator.report import report
from generator.resolve.records import DocumentRecord


def convert(arguments: argparse.Namespace) -> int:
    """Standard input to the other script, line by line, as the pages are converted."""
    from generator.generate import converter, examine

    catalogue, problems = examine(arguments.data)
    if catalogue is None:
        report(problems)
        return 1
    document = arguments.document
    if document is not None and document not in catalogue.documents:
        known = ", ".join(catalogue.documents)
        print(f"--document: unknown document {document!r} (known: {known})", file=sys.stderr)
        return 2
    convert = converter(catalogue).convert_line
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            message = f"byte 0x{raw[error.start]:02X} is not UTF-8 (give the text as UTF-8)"
            print(f"standard input:{number}: {message}", file=sys.stderr)
            return 1
        converted = convert(line, arguments.source, arguments.target, document)
        sys.stdout.buffer.write(converted.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


def ledger(arguments: argparse.Namespace) -> int:
    """What decided each converted text."""
    from generator.generate import examine, ledger_of

    catalogue, problems = examine(arguments.data)
    report(problems)
    if catalogue is None:
        return 1
    sys.stdout.buffer.write("".join(f"{line}\n" for line in ledger_of(catalogue)).encode())
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Every record against the documents' texts."""
    from generator.generate import converter, examine
    from generator.verify.verify import verify

    catalogue, problems = examine(arguments.data)
    if catalogue is not None:
        problems = verify(catalogue, converter(catalogue), arguments.sources)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    print("every fact stands where its record says, and every number is accounted for")
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """What changed between two documents of one kind, as the page between editions says it."""
    from generator.generate import converter, examine
    from generator.render.changes_text import changes_text
    from generator.render.page import Writer
    from generator.resolve.changes import compare
    from generator.resolve.resolve import resolve

    catalogue, problems = examine(arguments.data)
    if catalogue is None:
        report(problems)
        return 1
    # Nothing here is held against a day.
    records = resolve(catalogue, date.min)
    documents = {it.document.id: it for it in records.documents}
    if refusal := _not_comparable(arguments.old, arguments.new, documents):
        print(refusal, file=sys.stderr)
        return 2
    changes = compare(records, documents[arguments.old], documents[arguments.new])
    writer = Writer(records, converter(catalogue), arguments.script)
    lines = changes_text(changes, records.words, writer)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def _not_comparable(old: str, new: str, documents: Mapping[str, DocumentRecord]) -> str | None:
    """Why two documents cannot be held against each other, if they cannot."""
    for identifier in (old, new):
        if identifier not in documents:
            nearest = get_close_matches(identifier, documents, 1, 0.0)
            tip = f"did you mean {nearest[0]}? " if nearest else ""
            return f"unknown document {identifier!r} ({tip}known: {', '.join(sorted(documents))})"
    if old == new:
        return f"{old} does not differ from itself (give two documents)"
    kinds = [documents[it].document.kind for it in (old, new)]
    if kinds[0] != kinds[1]:
        message = f"{old} is of the kind {kinds[0]}, {new} of the kind {kinds[1]}"
        return f"{message} (give two documents of one kind)"
    return None


def extract_plan(arguments: argparse.Namespace) -> int:
    """An open data plan's text into draft records."""
    from generator.extract.plan import run
    from generator.extract.source import SourceError

    try:
        return run(arguments.file, arguments.document, arguments.into, arguments.data, sys.stdout)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
