"""Edge: a head's file → draft records in a folder, and a review of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TextIO

from generator.maintain.extract.edition_drafts import add_drafts, read_decisions
from generator.maintain.extract.edition_names import insert_all
from generator.maintain.extract.head_findings import Findings
from generator.maintain.extract.head_intake import HeadDrafts, first_drafts, later_drafts
from generator.maintain.extract.head_reading import read_head
from generator.maintain.extract.head_review import head_review
from generator.maintain.extract.head_source import (
    earlier_lines,
    head_words,
    read_head_source,
)
from generator.maintain.extract.known_records import read_records
from generator.maintain.extract.printed_names import load_names
from generator.maintain.extract.text_files import (
    drafts_file,
    keep_text,
    review_file,
    write_beside,
)
from generator.maintain.extract.written_drafts import WrittenDrafts, write_drafts
from generator.maintain.trial_change import trial_change
from generator.messages.language import chinese_texts
from generator.messages.message import Message, say, translate
from generator.messages.problem import (
    ENGLISH,
    Problem,
    Severity,
    escape_unprintable,
    has_errors,
)


@dataclass(frozen=True)
class HeadRequest:
    """What is to be taken in, and where to."""

    file: Path
    earlier: str | None
    """Identifier of another year's budget of the same head; none for a head without one."""
    sources: Path
    """Folder with the text of that year; the review is written there."""
    data: Path
    today: date
    into: Path | None = None
    """Folder for the drafts; only the review is written without it."""
    text_to: Path | None = None
    """Folder for the text of a file that had to be laid out anew."""
    encoding: str | None = None


def extract_head(request: HeadRequest, stdout: TextIO, texts: Mapping[str, str] = ENGLISH) -> int:
    """Write drafts of a head's budget and document, a review of them, and a summary to `stdout`.

    0 if everything was understood and `check` finds nothing in the drafts, else 1. Raises
    SourceError if there is nothing to review. What holds something else is never overwritten.
    """
    catalogue = read_records(request.data)
    words = head_words(catalogue)
    source = read_head_source(request.file, request.encoding, words)
    head = read_head(source.text, words)
    findings = Findings()
    if request.earlier is None:
        drafts = first_drafts(head, source, catalogue, load_names(request.data), findings)
    else:
        lines = None
        if document := catalogue.documents.get(request.earlier):
            lines = earlier_lines(document, request.file, request.sources)
        decided = drafts_file(request.sources, head.identifier)
        decisions = read_decisions(decided)
        drafts = later_drafts(head, source, catalogue, request.earlier, lines, findings, decisions)
        if drafts.open:
            add_drafts(decided, drafts.open, chinese_texts())
    head = replace(head, faults=tuple(it for it in head.faults if it.line not in drafts.covered))
    keep_text(request.file, source.kept, drafts.identifier, request.text_to, request.into)
    problems = _problems(request, drafts)
    problems += insert_all(request.data, drafts.insertions, drafts.updates)
    written = WrittenDrafts.of(drafts)
    if request.into:
        written = write_drafts(drafts, request.into)
    problems += written.conflicts
    review = review_file(request.sources, drafts.identifier)
    made = source.kept.made
    lines_of_review = head_review(
        head, drafts.identifier, made, findings, problems, chinese_texts()
    )
    write_beside(review, "".join(f"{escape_unprintable(it)}\n" for it in lines_of_review))
    for message in _summary(head.title, len(head.faults), len(problems), review, written):
        print(escape_unprintable(translate(message, texts)), file=stdout)
    return 1 if head.faults or has_errors(problems) else 0


def _problems(request: HeadRequest, drafts: HeadDrafts) -> list[Problem]:
    """What `check` would say of the drafts, or of the records that stand in their place."""
    with trial_change(request.data) as trial:
        for path, text in drafts.new.items():
            if not (trial.copy / path).exists():
                trial.write(path, text)
        _, problems = trial.examine(request.today)
    files = {tuple(Path(path).parts) for path in drafts.new}
    return [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR and Path(problem.place.path).parts[-2:] in files
    ]


def _summary(
    title: str, faults: int, problems: int, review: Path, written: WrittenDrafts
) -> Sequence[Message]:
    counted = (
        say("head: {title}", title=title),
        say(
            "{faults} not understood, {problems} problems in the drafts; review: {review}",
            faults=faults,
            problems=problems,
            review=review,
        ),
        say(
            "drafts: {new} new, {unchanged} unchanged, {conflicts} left alone",
            new=written.new,
            unchanged=written.unchanged,
            conflicts=len(written.conflicts),
        ),
    )
    if written.done:
        return counted
    return (*counted, say("nothing was written; `--into data` writes the drafts"))
