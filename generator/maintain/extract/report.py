"""The report of `extract plan` · Plan → lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.maintain.extract.plan_differences import PlanDifferences
from generator.maintain.extract.plan_intake import Intake
from generator.maintain.extract.plan_record import Plan, PlanSection
from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem
from generator.model.base import Script


@dataclass(frozen=True)
class WrittenDrafts:
    """How many drafts were written, and which were not."""

    new: int
    updated: int
    unchanged: int
    conflicts: Sequence[Problem]
    """Files that hold something else and were left alone."""
    done: bool = True
    """Whether they were written, and not only looked at."""


def plan_report(
    file: str,
    plan: Plan,
    script: Script,
    extra: Sequence[Problem],
    written: WrittenDrafts,
    intake: Intake | None,
) -> Iterator[str | Problem]:
    """The report on the plan read from `file`; `extra` are problems that no single line shows."""
    date = plan.date or say("no date")
    template = "{title}, {publisher}, {date}, {script}"
    yield say(template, title=plan.title, publisher=plan.publisher, date=date, script=script)
    for section in plan.sections:
        template = "  {code:8} line {line:>4}  {content}"
        yield say(template, code=section.code, line=section.line, content=_content(section))
    rows = sum(len(section.rows) for section in plan.sections)
    yield say("{rows} in {sections}", rows=_rows(rows), sections=_sections(len(plan.sections)))
    yield say("other lines:")
    for why, lines in _explained(plan).items():
        yield say("  {why}: {lines}", why=why, lines=list_names(lines))
    if intake is not None:
        yield from _differences(intake.differences)
        if plan.not_understood and intake.differences.dropped:
            yield say("  what is no longer listed may stand on a line that was not understood")
        yield from intake.diffs()
    yield say("{lines} not understood", lines=_lines(len(plan.not_understood)))
    for entry in plan.not_understood:
        yield Problem(Place(file, entry.line, 1), entry.why, entry.tip)
    yield from extra
    yield from written.conflicts
    yield say(
        "drafts: {new} new, {updated} updated, {unchanged} unchanged, {conflicts}",
        new=written.new,
        updated=written.updated,
        unchanged=written.unchanged,
        conflicts=_conflicts(len(written.conflicts)),
    )
    if not written.done:
        yield say("nothing was written; `--into data` writes the drafts")


def _differences(differences: PlanDifferences) -> Iterator[str]:
    """Against the records; of a publisher's first plan there is nothing that is listed no more."""
    if differences.earlier:
        yield say("compared with {earlier}:", earlier=differences.earlier)
    else:
        yield say("the first plan of this publisher:")
    for heading, lines in (
        (say("added"), differences.added),
        (say("no longer listed"), differences.dropped),
        (say("planned before, now released"), differences.released),
        (say("changed"), differences.changed),
    ):
        yield say("  {heading}: {number}", heading=heading, number=len(lines))
        for line in lines:
            yield say("    {line}", line=line)
    yield say("  unchanged: {number}", number=differences.unchanged)


def _content(section: PlanSection) -> str:
    match section.empty:
        case "not-applicable":
            return say("empty: the plan says that it does not apply")
        case "no-row":
            return say("empty: nothing stands below the table's header")
        case None:
            return _rows(len(section.rows))


def _explained(plan: Plan) -> Mapping[str, list[int]]:
    """Reason → lines, in the order in which the reasons first occur."""
    lines: dict[str, list[int]] = {}
    for entry in plan.explained:
        lines.setdefault(entry.why, []).append(entry.line)
    return lines


def _rows(number: int) -> str:
    return say("1 row") if number == 1 else say("{number} rows", number=number)


def _sections(number: int) -> str:
    return say("1 section") if number == 1 else say("{number} sections", number=number)


def _lines(number: int) -> str:
    return say("1 line") if number == 1 else say("{number} lines", number=number)


def _conflicts(number: int) -> str:
    return say("1 conflict") if number == 1 else say("{number} conflicts", number=number)
