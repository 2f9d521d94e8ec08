"""The report of `extract plan` · Plan → lines of text."""

from collections.abc import Iterator, Mapping, Sequence

from generator.maintain.extract.carried_places import told_left
from generator.maintain.extract.draft_records import PlanSource
from generator.maintain.extract.plan_differences import PlanDifferences
from generator.maintain.extract.plan_intake import Intake
from generator.maintain.extract.plan_record import Plan, PlanSection
from generator.maintain.extract.written_drafts import WrittenDrafts
from generator.messages.message import Message, list_names, say
from generator.messages.problem import Place, Problem, Severity


def plan_report(
    source: PlanSource,
    plan: Plan,
    made: Sequence[Message],
    extra: Sequence[Problem],
    written: WrittenDrafts,
    intake: Intake | None,
) -> Iterator[str | Problem]:
    """The report on the plan; `made` says how its text came to be, `extra` are problems that no
    single line shows."""
    date = plan.date or say("no date")
    template = "{title}, {publisher}, {date}, {script}"
    values = {"title": plan.title, "publisher": plan.publisher, "date": date}
    yield say(template, **values, script=source.script)
    for how in made:
        yield say("text: {how}", how=how)
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
    if intake is not None:
        yield from _new_words(intake)
        yield from told_left(intake.left, intake.differences.earlier or "")
    yield from _remarks(plan, source.file)
    yield say("{lines} not understood", lines=_lines(len(plan.not_understood)))
    for entry in plan.not_understood:
        yield Problem(Place(source.file, entry.line, 1), entry.why, entry.tip)
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


def _new_words(intake: Intake) -> Iterator[str]:
    """Organisations and words that were not known, each once, for review."""
    for agency in intake.agencies:
        yield say(
            "new agency, line {line}: {name} → {path}",
            line=agency.line,
            name=agency.name,
            path=agency.path,
        )
    for form in intake.forms:
        values = {"vocabulary": form.vocabulary, "printed": form.printed, "code": form.term.code}
        template = "another form in {vocabulary}, lines {lines}: {printed} → {code}"
        if form.is_new:
            template = "new in {vocabulary}, lines {lines}: {printed} → {code}"
        yield say(template, **values, lines=list_names(form.lines))


def _remarks(plan: Plan, file: str) -> Iterator[Problem]:
    for section in plan.sections:
        for row in section.rows:
            for remark in row.remarks:
                place = Place(file, row.line, 1)
                tip = say("compare it with the document")
                yield Problem(place, remark, tip, severity=Severity.WARNING)


def _content(section: PlanSection) -> str:
    match section.empty:
        case "not-applicable":
            return say("empty: the plan says that it does not apply")
        case "no-row":
            return say("empty: nothing stands below the table's header")
        case None if section.count > len(section.rows):
            return say("{rows} of {count}", rows=_rows(len(section.rows)), count=section.count)
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
