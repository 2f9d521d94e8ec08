"""Edge: an open data plan's file → draft records in a folder, and a report."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from generator.maintain.extract.draft_records import PlanSource
from generator.maintain.extract.edition_drafts import add_drafts, read_decisions
from generator.maintain.extract.known_records import load_known_records
from generator.maintain.extract.layout import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from generator.maintain.extract.plan_intake import Intake, take_in_plan
from generator.maintain.extract.plan_problems import part_problems, plan_problems
from generator.maintain.extract.plan_table import read_plan
from generator.maintain.extract.printed_names import load_names
from generator.maintain.extract.report import plan_report
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.source_text import count_signs, read_source, refuse_english
from generator.maintain.extract.text_files import drafts_file, keep_text
from generator.maintain.extract.written_drafts import WrittenDrafts, write_drafts
from generator.maintain.scaffold import identifier_problem, line_count
from generator.messages.language import chinese_texts
from generator.messages.message import say, translate
from generator.messages.problem import (
    ENGLISH,
    Problem,
    escape_unprintable,
    has_errors,
    problem_line,
)
from generator.model.base import Script
from generator.reading.odd_characters import replace_odd


@dataclass(frozen=True)
class PlanRequest:
    """What is to be taken in, and where to."""

    file: Path
    document: str
    """Identifier of the plan."""
    data: Path
    into: Path | None = None
    """Folder for the drafts; nothing is written without it."""
    text_to: Path | None = None
    """Folder for the text of a file that had to be converted."""
    encoding: str | None = None
    sources: Path | None = None
    """Folder of the drafts that a person decides on; none are written without it."""


def extract_plan(request: PlanRequest, stdout: TextIO, texts: Mapping[str, str] = ENGLISH) -> int:
    """Write drafts of a plan, and a report to `stdout`.

    Rows about datasets in the data folder become listings of theirs, the others new records. 0 if
    every line was understood and every draft is in place, else 1. Raises SourceError if there is
    nothing to report on. A file that holds something else is never overwritten; a changed record
    is shown.
    """
    # It becomes a file's name.
    if wrong := identifier_problem(request.document):
        raise SourceError(wrong)
    source_text = read_source(request.file, request.encoding)
    kept = (request.document, request.text_to, request.into)
    text_file = keep_text(request.file, source_text, *kept)
    text = replace_odd(source_text.text)
    names = load_names(request.data)
    plan = read_plan(text, names)
    source = PlanSource(
        document=request.document,
        script=_script(text, request.file),
        sha256=hashlib.sha256(source_text.raw).hexdigest(),
        lines=line_count(source_text.raw),
        file=str(text_file),
    )
    problems = list(plan_problems(plan, text, text_file))
    intake: Intake | None = None
    known = load_known_records(request.data)
    if not problems:
        decided = drafts_file(request.sources, request.document) if request.sources else None
        decisions = read_decisions(decided) if decided else None
        intake = take_in_plan(plan, text, source, names, known, request.data, texts, decisions)
        problems.extend(intake.by_hand)
        if decided and intake.open:
            add_drafts(decided, intake.open, chinese_texts())
    written = WrittenDrafts.of(intake)
    if intake and request.into:
        written = write_drafts(intake, request.into)
    earlier = intake.differences.earlier if intake else None
    problems.extend(part_problems(plan, text_file, known.parts_of(earlier)))
    report = plan_report(source, plan, source_text.made, problems, written, intake)
    for line in report:
        if isinstance(line, Problem):
            print(problem_line(line, texts), file=stdout)
        else:
            print(escape_unprintable(translate(line, texts)), file=stdout)
    return 1 if plan.not_understood or has_errors(problems) or written.conflicts else 0


def _script(text: str, file: Path) -> Script:
    refuse_english(text, file)
    traditional, simplified = count_signs(text, TRADITIONAL_ONLY, SIMPLIFIED_ONLY)
    if traditional == simplified:
        raise SourceError(
            say("{file} is as much in Traditional as in Simplified characters", file=file)
        )
    return "zh-Hant" if traditional > simplified else "zh-Hans"
