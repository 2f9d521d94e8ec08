"""Edge: an open data plan's text file → draft records in a folder, and a report."""

import hashlib
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import TextIO

from generator.maintain.extract.draft_records import PlanSource
from generator.maintain.extract.known_records import load_known_records
from generator.maintain.extract.layout import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from generator.maintain.extract.plan_intake import Intake, intake_files, take_in_plan
from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.plan_table import read_plan
from generator.maintain.extract.printed_names import load_names
from generator.maintain.extract.report import WrittenDrafts, plan_report
from generator.maintain.extract.source_error import SourceError
from generator.maintain.scaffold import identifier_problem, line_count
from generator.messages.message import say, translate
from generator.messages.problem import (
    ENGLISH,
    Place,
    Problem,
    Severity,
    escape_unprintable,
    has_errors,
    problem_line,
)
from generator.model.base import Script
from generator.reading.odd_characters import replace_odd


def extract_plan(
    file: Path,
    document: str,
    into: Path | None,
    data: Path,
    stdout: TextIO,
    texts: Mapping[str, str] = ENGLISH,
) -> int:
    """Write drafts of the plan in `file` below `into`, if named, and a report to `stdout`.

    Rows about datasets in `data` become listings of theirs, the others new records. 0 if every
    line was understood and every draft is in place, else 1. Raises SourceError if there is nothing
    to report on. A file that holds something else is never overwritten; a changed record is shown.
    """
    # It becomes a file's name.
    if wrong := identifier_problem(document):
        raise SourceError(wrong)
    raw = _read(file)
    text = _decode(raw, file)
    names = load_names(data)
    plan = read_plan(text, names)
    if not plan.sections:
        raise SourceError(
            say(
                "{file} is not an open data plan: no part `A.` with a table `i.` or `ii.`",
                file=file,
            )
        )
    source = PlanSource(
        document=document,
        script=_script(text, file),
        sha256=hashlib.sha256(raw).hexdigest(),
        lines=line_count(raw),
    )
    publisher = names.agencies.get(plan.publisher)
    problems = list(_missing_problems(plan, publisher, file, data))
    known = load_known_records(data) if publisher is not None else None
    intake = None
    written = WrittenDrafts(0, 0, 0, (), into is not None)
    if publisher is not None and known is not None and not problems:
        intake = take_in_plan(plan, source, names, publisher, known, data, texts)
        written = _write(intake, into) if into else _counts_without_writing(intake)
        problems.extend(intake.by_hand)
    before = known.parts_of(intake.differences.earlier) if known and intake else frozenset()
    problems.extend(_missing_part_problems(plan, file, before))
    for line in plan_report(str(file), plan, source.script, problems, written, intake):
        text_line = (
            problem_line(line, texts)
            if isinstance(line, Problem)
            else escape_unprintable(translate(line, texts))
        )
        print(text_line, file=stdout)
    return 1 if plan.not_understood or has_errors(problems) or written.conflicts else 0


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SourceError(
            say("{file} cannot be read: {reason}", file=file, reason=error.strerror)
        ) from error


def _decode(raw: bytes, file: Path) -> str:
    try:
        return replace_odd(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(
            say(
                "{file}:{line}: byte 0x{byte:02X} is not UTF-8 (save the text as UTF-8)",
                file=file,
                line=line,
                byte=raw[error.start],
            )
        ) from error


def _script(text: str, file: Path) -> Script:
    traditional = sum(text.count(char) for char in TRADITIONAL_ONLY)
    simplified = sum(text.count(char) for char in SIMPLIFIED_ONLY)
    if traditional == simplified:
        raise SourceError(
            say("{file} is as much in Traditional as in Simplified characters", file=file)
        )
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _missing_problems(
    plan: Plan, publisher: str | None, file: Path, data: Path
) -> Iterator[Problem]:
    """Problems of a plan without the title or publisher that every draft needs."""
    top = Place(str(file), 1, 1)
    if not plan.title:
        message = say("no title with the years it covers above part A, so no draft was written")
        yield Problem(top, message, say("add the title's line, or mend it, and run again"))
    if not plan.publisher:
        message = say("no publisher above part A, so no draft was written")
        yield Problem(top, message, say("add the line that names it and run again"))
    elif publisher is None:
        yield Problem(
            Place(str(file), plan.publisher_line or 1, 1),
            say(
                "no agency is named {publisher!r}, so no draft was written",
                publisher=plan.publisher,
            ),
            say(
                "add it, or this form as an alias, in {folder} and run again",
                folder=data / "agencies",
            ),
        )


def _missing_part_problems(plan: Plan, file: Path, before: Set[str]) -> Iterator[Problem]:
    """Missing parts. One before the last that is there was lost, and so was one that the earlier
    plan had: `before` holds its parts. Another may truly not be there."""
    present = {section.code[0] for section in plan.sections}
    for letter in "ABCD":
        if letter not in present:
            message = say("no table of part {letter} was understood", letter=letter)
            tip, severity = say("check that the text is complete"), Severity.ERROR
            if letter > max(present) and letter not in before:
                tip = say("check that the text is complete; if the plan has none, nothing is amiss")
                severity = Severity.WARNING
            yield Problem(Place(str(file), 1, 1), message, tip, severity=severity)


def _counts_without_writing(intake: Intake) -> WrittenDrafts:
    """The counts of a run that writes nothing."""
    return WrittenDrafts(len(intake.new), len(intake.updates), intake.unchanged, (), False)


def _write(intake: Intake, into: Path) -> WrittenDrafts:
    """Write the drafts below `into`; a file is only replaced if it is as the draft found it."""
    new, updated, unchanged = 0, 0, intake.unchanged
    conflicts: list[Problem] = []
    for path, text in intake_files(intake).items():
        target = into / path
        before, _ = intake.updates.get(path, (None, ""))
        try:
            present = target.read_bytes().decode("utf-8", "replace") if target.exists() else None
            if present == text:
                unchanged += 1
            elif present is None or present.replace("\r\n", "\n") == before:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
                new += before is None
                updated += before is not None
            else:
                conflicts.append(_conflict(target))
        except OSError as error:
            template = "{target} cannot be written: {reason}"
            raise SourceError(say(template, target=target, reason=error.strerror)) from error
    return WrittenDrafts(new, updated, unchanged, conflicts)


def _conflict(target: Path) -> Problem:
    return Problem(
        Place(str(target)),
        say("holds something else than this draft and was left alone"),
        say("compare them, then rename or delete the file and run again"),
    )
