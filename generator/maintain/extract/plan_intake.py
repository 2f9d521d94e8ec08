"""Edge: compare a plan with the records → files to write, and problems for a person to decide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from generator.maintain.extract.dataset_merge import merge_listing
from generator.maintain.extract.draft_records import PlanSource, dataset_drafts, document_draft
from generator.maintain.extract.known_records import KnownRecords
from generator.maintain.extract.plan_differences import PlanDifferences, differences
from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.printed_names import PrintedNames
from generator.maintain.extract.record_update import update_record
from generator.maintain.extract.row_match import Match, TextFolding, match_rows
from generator.messages.message import list_names, say
from generator.messages.problem import ENGLISH, Place, Problem
from generator.model.catalogue import RecordFile
from generator.model.document import Document
from generator.reading.decode import decode
from generator.reading.yaml_source import parse


@dataclass
class Intake:
    """The result of taking in a plan."""

    differences: PlanDifferences
    new: dict[str, str] = field(default_factory=dict)
    """Path below the data folder → text of a record that is not there yet."""
    updates: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Path → what the record says and what it should say."""
    unchanged: int = 0
    """Records that say all of it already."""
    by_hand: list[Problem] = field(default_factory=list)
    """Records that a person has to change or to decide on."""

    def diffs(self) -> Sequence[str]:
        """The updates as a person reads them, line by line."""
        return [
            line
            for path, (before, after) in self.updates.items()
            for line in unified_diff(
                before.split("\n"), after.split("\n"), f"a/{path}", f"b/{path}", lineterm=""
            )
        ]


def take_in_plan(
    plan: Plan,
    source: PlanSource,
    names: PrintedNames,
    publisher: str,
    known: KnownRecords,
    data: Path,
    texts: Mapping[str, str] = ENGLISH,
) -> Intake:
    """Take in the plan's own record and its rows; `known` was read from the folder `data`. What
    there is to review stands in new records as a comment in the language of `texts`."""
    rows = list(dataset_drafts(plan, source, names, publisher, known.datasets))
    fold = TextFolding(known)
    matches = match_rows(rows, known, fold)
    earlier = known.earlier(publisher, source.document, plan.date)
    intake = Intake(differences(rows, matches, known, fold, earlier))
    _take_document(intake, source, document_draft(plan, source, publisher, texts), known)
    for row in rows:
        match = matches.get(row.dataset.id)
        if match is None:
            intake.new[row.path] = row.text(texts)
        elif match.by == "row":
            _compare_row(intake, match)
        else:
            _take_row(intake, match, known, fold, data, plan.date or "")
    return intake


def _take_document(intake: Intake, source: PlanSource, text: str, known: KnownRecords) -> None:
    """Add the plan's record; if there is one, report where it differs from the plan."""
    record_file = known.documents.get(source.document)
    if record_file is None:
        intake.new[f"documents/{source.document}.yml"] = text
        return
    parsed, _ = parse(text.encode(), "")
    assert parsed is not None, "a draft is valid YAML"
    draft, _ = decode(parsed, Document)
    assert draft is not None, "a draft is a valid record"
    before = len(intake.by_hand)
    for name in draft.model_fields_set - {"sections"}:
        in_record, in_plan = getattr(record_file.record, name), getattr(draft, name)
        if in_record != in_plan:
            intake.by_hand.append(
                _difference_problem(record_file.place(name), name, in_record, in_plan)
            )
    intake.by_hand.extend(_section_problems(record_file, draft))
    intake.unchanged += len(intake.by_hand) == before


def _section_problems(record_file: RecordFile[Document], draft: Document) -> Iterator[Problem]:
    """Where the record's tables are not those of the text."""
    wanted = {it.code: it for it in draft.sections}
    if [it.code for it in record_file.record.sections] != list(wanted):
        in_record = list_names(it.code for it in record_file.record.sections)
        yield _difference_problem(
            record_file.place("sections"), "sections", in_record, list_names(wanted)
        )
        return
    for number, section in enumerate(record_file.record.sections):
        for name in type(section).model_fields:
            in_record, in_plan = getattr(section, name), getattr(wanted[section.code], name)
            if in_record != in_plan:
                yield _difference_problem(
                    record_file.place("sections", number, name), name, in_record, in_plan
                )


_LOOK = say("compare the two, and correct by hand the one that is wrong")


def _difference_problem(place: Place, field: str, in_record: object, in_plan: object) -> Problem:
    template = "{field} is {there!r}, but the plan says {here!r}"
    return Problem(place, say(template, field=field, there=in_record, here=in_plan), _LOOK)


def _compare_row(intake: Intake, match: Match) -> None:
    """Report where the record of a listed row differs from the plan."""
    record, listing = match.known.record, match.listing
    keys = [(it.document, it.section, it.row) for it in record.listings]
    number = keys.index((listing.document, listing.section, listing.row))
    before = len(intake.by_hand)
    for name in type(listing).model_fields:
        in_record, in_plan = getattr(record.listings[number], name), getattr(listing, name)
        if in_record != in_plan and name not in ("name", "description"):
            place = match.known.place("listings", number, name)
            intake.by_hand.append(_difference_problem(place, name, in_record, in_plan))
    intake.unchanged += len(intake.by_hand) == before


def _take_row(
    intake: Intake, match: Match, known: KnownRecords, fold: TextFolding, data: Path, date: str
) -> None:
    """Add a listing to the record of a known dataset."""
    record, listing = match.known.record, match.listing
    if any(it.document == listing.document for it in record.listings):
        message = say(
            "already listed in another row of {document}; now also in {section} {row}",
            document=listing.document,
            section=listing.section,
            row=listing.row,
        )
        intake.by_hand.append(Problem(match.known.place("listings"), message, _LOOK))
        return
    at = (
        sum(known.date_of(it.document) <= date for it in record.listings)
        if date
        else len(record.listings)
    )
    path = f"datasets/{match.known.folder}/{record.id}.yml"
    before = (data / path).read_bytes().decode("utf-8").replace("\r\n", "\n")
    after = update_record(before, record, merge_listing(record, match.draft.dataset, at, fold))
    if after is None:
        message = say("the listing cannot be added to this layout")
        tip = say("write `listings:` with each item on its own lines, and run again")
        intake.by_hand.append(Problem(match.known.place("listings"), message, tip))
        return
    intake.updates[path] = (before, after)


def intake_files(intake: Intake) -> Mapping[str, str]:
    """Path → text of everything there is to write."""
    return intake.new | {path: after for path, (_, after) in intake.updates.items()}
