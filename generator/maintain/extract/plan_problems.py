"""What keeps a plan as a whole from being taken in, and what no single line shows."""

import re
from collections.abc import Iterator, Set
from pathlib import Path

from generator.maintain.extract.plan_columns import read_header
from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.source_error import SourceError
from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, Severity

_SPACES = re.compile(" {2,}|\u3000+")


def plan_problems(plan: Plan, text: str, file: Path) -> Iterator[Problem]:
    """Why no draft is written: no title or publisher, or rows of which nobody knows what they are.

    Raises SourceError for what is no plan at all."""
    rows = sum(len(section.rows) for section in plan.sections)
    if (
        not rows
        and not plan.rows_outside
        and (not plan.sections or "\t" not in text or _has_spaces_for_tabs(text))
    ):
        raise _no_plan(text, file)
    top = Place(str(file), 1, 1)
    if not plan.title:
        message = say("no title with the years it covers above part A, so no draft was written")
        yield Problem(top, message, say("add the title's line, or mend it, and run again"))
    if not plan.publisher:
        message = say("no publisher above part A, so no draft was written")
        yield Problem(top, message, say("add the line that names it and run again"))
    if plan.rows_outside:
        message = say(
            "rows below no heading that was understood, so no draft was written: lines {lines}",
            lines=list_names(plan.rows_outside),
        )
        yield Problem(top, message, say("mend the headings that are told above, and run again"))
    elif not rows:
        message = say("no row was understood, so no draft was written")
        tip = say(
            "mend the lines that are told above, and run again; a plan without any dataset is "
            "entered with `python3 dev.py new document ID`"
        )
        yield Problem(top, message, tip)


def _no_plan(text: str, file: Path) -> SourceError:
    if _has_spaces_for_tabs(text):
        template = (
            "{file} has tables whose cells are not separated by tabs (take the PDF, DOCX or HTML "
            "itself: it is converted; or put a tab between two cells)"
        )
        return SourceError(say(template, file=file))
    if "\t" not in text:
        template = (
            "{file} has no table (take the PDF, DOCX or HTML itself: it is converted; or put a tab "
            "between two cells)"
        )
        return SourceError(say(template, file=file))
    template = "{file} is not an open data plan: no part `A.` with a table `i.` or `ii.`"
    return SourceError(say(template, file=file))


def _has_spaces_for_tabs(text: str) -> bool:
    return any(read_header(_SPACES.split(line.strip())) for line in text.split("\n"))


def part_problems(plan: Plan, file: Path, before: Set[str]) -> Iterator[Problem]:
    """Missing parts. One before the last that is there was lost, and so was one that the earlier
    plan had: `before` holds its parts. Another may truly not be there."""
    present = {section.code[0] for section in plan.sections}
    for letter in "ABCD":
        if letter not in present and letter not in plan.without:
            message = say("no table of part {letter} was understood", letter=letter)
            tip, severity = say("check that the text is complete"), Severity.ERROR
            if letter > max(present, default="") and letter not in before:
                tip = say("check that the text is complete; if the plan has none, nothing is amiss")
                severity = Severity.WARNING
            yield Problem(Place(str(file), 1, 1), message, tip, severity=severity)
