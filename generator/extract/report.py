"""What reading a plan came to, for the person who called it · Plan → lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.plan_record import Plan, PlanSection
from generator.model.base import Script
from generator.problem import Place, Problem, visible


@dataclass(frozen=True)
class Written:
    """What happened to the drafts."""

    new: int
    unchanged: int
    conflicts: Sequence[Problem]
    """Files that hold something else and were left alone."""


def report(
    file: str, plan: Plan, script: Script, extra: Sequence[Problem], written: Written
) -> Iterator[str]:
    """The report on the plan read from `file`; `extra` are problems that no single line shows."""
    yield f"{visible(plan.title)}, {visible(plan.publisher)}, {plan.date or 'no date'}, {script}"
    for section in plan.sections:
        yield f"  {section.code:8} line {section.line:>4}  {_content(section)}"
    rows = sum(len(section.rows) for section in plan.sections)
    yield f"{_count(rows, 'row')} in {_count(len(plan.sections), 'section')}"
    yield "other lines:"
    for why, lines in _explained(plan).items():
        yield f"  {why}: {', '.join(map(str, lines))}"
    yield f"{_count(len(plan.not_understood), 'line')} not understood"
    for entry in plan.not_understood:
        yield str(Problem(Place(file, entry.line, 1), entry.why, entry.tip))
    yield from map(str, (*extra, *written.conflicts))
    yield (
        f"drafts: {written.new} new, {written.unchanged} unchanged, "
        f"{_count(len(written.conflicts), 'conflict')}"
    )


def _content(section: PlanSection) -> str:
    match section.empty:
        case "not-applicable":
            return "empty: the plan says that it does not apply"
        case "no-row":
            return "empty: nothing stands below the table's header"
        case None:
            return _count(len(section.rows), "row")


def _explained(plan: Plan) -> Mapping[str, list[int]]:
    """Reason → lines, in the order in which the reasons first occur."""
    lines: dict[str, list[int]] = {}
    for entry in plan.explained:
        lines.setdefault(entry.why, []).append(entry.line)
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
