"""Subcommands that read texts and records without building a site · arguments → exit status."""

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches

from generator.cli.clock import hong_kong_day
from generator.cli.report import list_problems, report, summarise, tell
from generator.messages.language import texts_for
from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, has_errors
from generator.resolve.records import DocumentRecord


def check(arguments: argparse.Namespace) -> int:
    """Check the data only."""
    from generator.model.kinds import KINDS
    from generator.pipeline.generate import examine
    from generator.rules.corrections import uncorrected
    from generator.rules.intended_differences import intended_differences

    catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is not None:
        problems = [*problems, *uncorrected(catalogue, hong_kong_day())]
    report(problems)
    if catalogue is None or has_errors(problems):
        summarise(problems, None)
        return 1
    records = sum(len(catalogue.of(kind.model)) for kind in KINDS if kind.pages)
    summarise(problems, records)
    tell(say("{records} records, nothing wrong", records=records))
    for place in sorted(intended_differences(catalogue)):
        tell(say("{place}: differs from what is printed, with a reason", place=str(place)))
    return 0


def convert(arguments: argparse.Namespace) -> int:
    """Standard input to the other script, line by line, as the pages are converted."""
    from generator.pipeline.generate import catalogue_converter, examine
    from generator.rules.scripts import new_context

    catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is None:
        report(problems)
        return 1
    document = arguments.document
    if document is not None and document not in catalogue.documents:
        known = list_names(catalogue.documents)
        template = "--document: unknown document {document!r} (known: {known})"
        tell(say(template, document=document, known=known), sys.stderr)
        return 2
    converter = catalogue_converter(catalogue)
    warnings: list[Problem] = []
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            template = (
                "standard input:{line}: byte 0x{byte:02X} is not UTF-8 (give the text as UTF-8)"
            )
            tell(say(template, line=number, byte=raw[error.start]), sys.stderr)
            return 1
        converted = converter.convert_line(line, arguments.source, arguments.target, document)
        sys.stdout.buffer.write(converted.encode("utf-8"))
        if arguments.source != arguments.target:
            doubts = converter.doubts(converter.joined(line, document), arguments.source, document)
            warnings += [new_context(Place("standard input", number), it) for it in doubts]
    sys.stdout.buffer.flush()
    list_problems(dict.fromkeys(warnings))
    return 0


def ledger(arguments: argparse.Namespace) -> int:
    """What decided each converted text."""
    from generator.pipeline.generate import catalogue_ledger, examine

    catalogue, problems = examine(arguments.data, hong_kong_day())
    report(problems)
    if catalogue is None:
        return 1
    sys.stdout.buffer.write("".join(f"{line}\n" for line in catalogue_ledger(catalogue)).encode())
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """What changed between two documents of one kind, as the page between editions says it."""
    from generator.pipeline.generate import catalogue_converter, examine
    from generator.render.changes_text import changes_text
    from generator.render.page import PageWriter
    from generator.resolve.changes import compare_editions
    from generator.resolve.resolve import resolve

    catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is None:
        report(problems)
        return 1
    # Nothing here is held against a day.
    records = resolve(catalogue, date.min)
    documents = {it.document.id: it for it in records.documents}
    if refusal := _not_comparable(arguments.old, arguments.new, documents):
        tell(refusal, sys.stderr)
        return 2
    changes = compare_editions(records, documents[arguments.old], documents[arguments.new])
    writer = PageWriter(records, catalogue_converter(catalogue), arguments.script)
    lines = changes_text(changes, records.words, writer)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def _not_comparable(old: str, new: str, documents: Mapping[str, DocumentRecord]) -> str | None:
    """Why two documents cannot be compared; None if they can."""
    for identifier in (old, new):
        if identifier not in documents:
            known = list_names(sorted(documents))
            nearest = get_close_matches(identifier, documents, 1, 0.0)
            if not nearest:
                template = "unknown document {document!r} (known: {known})"
                return say(template, document=identifier, known=known)
            template = "unknown document {document!r} (did you mean {nearest}? known: {known})"
            return say(template, document=identifier, nearest=nearest[0], known=known)
    if old == new:
        return say("{old} does not differ from itself (give two documents)", old=old)
    first, second = (documents[it].document.kind for it in (old, new))
    if first != second:
        return say(
            "{old} is of the kind {first}, {new} of the kind {second} "
            "(give two documents of one kind)",
            old=old,
            first=first,
            new=new,
            second=second,
        )
    return None


def extract_plan(arguments: argparse.Namespace) -> int:
    """An open data plan's text into draft records."""
    from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan

    request = PlanRequest(
        file=arguments.file,
        document=arguments.document,
        data=arguments.data,
        into=arguments.into,
        text_to=arguments.text_to,
        encoding=arguments.encoding,
    )
    return extract_plan(request, sys.stdout, texts_for(os.environ))


def extract_head(arguments: argparse.Namespace) -> int:
    """A head of the Estimates into draft records, and a review of them."""
    from generator.maintain.extract.head_command import HeadRequest, extract_head

    request = HeadRequest(
        file=arguments.file,
        earlier=arguments.earlier,
        sources=arguments.sources,
        data=arguments.data,
        today=hong_kong_day(),
        into=arguments.into,
        text_to=arguments.text_to,
        encoding=arguments.encoding,
    )
    return extract_head(request, sys.stdout, texts_for(os.environ))


def extract_edition(arguments: argparse.Namespace) -> int:
    """A new edition of a fact sheet against the records of the older one."""
    from generator.maintain.extract.edition_command import EditionRequest, extract_edition

    request = EditionRequest(
        file=arguments.file,
        document=arguments.document,
        old=arguments.old,
        sources=arguments.sources,
        data=arguments.data,
        into=arguments.into,
        text_to=arguments.text_to,
        encoding=arguments.encoding,
    )
    return extract_edition(request, sys.stdout, texts_for(os.environ))


def review(arguments: argparse.Namespace) -> int:
    """What readers would see change between two built sites."""
    from generator.maintain.review.command import report_on

    for folder in (arguments.old, arguments.new):
        if folder is not None and not (folder / "index.html").is_file():
            tell(say("{path} is not a built site", path=folder), sys.stderr)
            return 2
    given = (arguments.checkouts, arguments.files, arguments.update)
    text = report_on(arguments.old, arguments.new, *given)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    return 0


def bench(arguments: argparse.Namespace) -> int:
    """Build synthetic records and print what it took, ours beside other sites of the same pages,
    and then what each phase of ours took."""
    from generator.bench.browser import find_browser
    from generator.bench.measure import SIZES, measure, measure_phases
    from generator.bench.table import phases_line, table
    from generator.cli.parser import ROOT

    sizes, browser = arguments.sizes or SIZES, os.environ.get("BROWSER_PATH") or find_browser()
    # Any day serves, as long as it is always the same one.
    day = date(2026, 1, 31)
    for line in table(measure(ROOT, arguments.data, sizes, day, browser)):
        print(line, flush=True)
    for size in sizes:
        print(phases_line(size, measure_phases(ROOT, arguments.data, size, day)), flush=True)
    return 0
