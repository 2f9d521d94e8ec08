"""Edge: compare a plan with the records → files to write, and problems for a person to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from generator.maintain.extract.agency_drafts import NewAgency, new_agencies, with_agencies
from generator.maintain.extract.carried_places import carried_places
from generator.maintain.extract.dataset_merge import merge_listing
from generator.maintain.extract.draft_records import (
    PlanSource,
    covers,
    dataset_drafts,
    document_draft,
)
from generator.maintain.extract.edition_drafts import Decisions, Draft
from generator.maintain.extract.edition_items import EditionItem
from generator.maintain.extract.edition_names import insert_all
from generator.maintain.extract.known_records import KnownRecords
from generator.maintain.extract.placed_text import Before, PlacedText
from generator.maintain.extract.plan_comparison import LOOK, Comparison
from generator.maintain.extract.plan_differences import PlanDifferences, differences
from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.printed_names import PrintedNames
from generator.maintain.extract.record_update import update_record
from generator.maintain.extract.repeated_rows import repeated_rows
from generator.maintain.extract.row_match import Match, TextFolding, match_rows
from generator.maintain.extract.vocabulary_drafts import (
    NewForm,
    new_forms,
    with_forms,
    with_new_forms,
)
from generator.messages.message import list_names, say
from generator.messages.problem import ENGLISH, Place, Problem


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
    agencies: tuple[NewAgency, ...] = ()
    forms: tuple[NewForm, ...] = ()
    """What the plan prints that no vocabulary had."""
    open: Sequence[Draft] = ()
    """What a person decides on: it stands otherwise than in the plan before."""
    left: tuple[EditionItem, ...] = ()
    """What records take from the plan before, and was not found in this one."""

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
    text: str,
    source: PlanSource,
    names: PrintedNames,
    known: KnownRecords,
    data: Path,
    texts: Mapping[str, str] = ENGLISH,
    decisions: Decisions | None = None,
) -> Intake:
    """Take in the plan's own record, its rows, and the places in its `text`; `known` was read from
    the folder `data`. Without `decisions` nobody is asked for any: what would be drafted is listed.
    What there is to review stands in new records as a comment in the language of
    `texts`."""
    agencies = new_agencies(plan, source.document, names, known.identifiers)
    forms = new_forms(plan, names)
    names = with_agencies(with_forms(names, forms), agencies)
    publisher = names.agencies[plan.publisher]
    rows = list(dataset_drafts(plan, source, names, publisher, known.datasets))
    fold = TextFolding(known)
    matches = match_rows(rows, known, fold)
    earlier = known.earlier(publisher, source.document, plan.date)
    compared = differences(rows, matches, known, fold, earlier)
    intake = Intake(compared, agencies=agencies, forms=forms)
    for agency in agencies:
        intake.new[agency.path] = agency.text(source.document, source.script, texts)
    _take_forms(intake, data)
    _take_places(intake, known, source, plan, text, data, decisions)
    document = document_draft(
        plan,
        source,
        publisher,
        texts,
        earlier=known.documents[earlier].record if earlier else None,
        complete=not (intake.left or intake.open),
    )
    comparison = Comparison(data, fold)
    if record_file := known.documents.get(source.document):
        comparison.compare_document(record_file, document)
    else:
        intake.new[f"documents/{source.document}.yml"] = document
    repeated = {
        row.dataset.id: problem for row, problem in repeated_rows(rows, matches, source, fold)
    }
    intake.by_hand.extend(repeated.values())
    for row in rows:
        match = matches.get(row.dataset.id)
        if row.dataset.id in repeated:
            continue
        if match is None:
            intake.new[row.path] = row.text(texts)
        elif match.by == "row":
            comparison.compare_row(match)
        else:
            _take_row(intake, match, known, fold, data, plan.date or "")
    comparison.add_to(intake.updates, intake.by_hand)
    intake.unchanged += comparison.unchanged
    return intake


def _take_places(
    intake: Intake,
    known: KnownRecords,
    source: PlanSource,
    plan: Plan,
    text: str,
    data: Path,
    decisions: Decisions | None,
) -> None:
    """Add to names, statements, agencies and programmes where the plan prints them."""
    if known.catalogue is None:
        return
    placed = PlacedText(source.document, text.split("\n"), source.script)
    before = _before(intake, known, plan)
    carried = carried_places(known.catalogue, known.converter, placed, before, decisions or {})
    intake.left, intake.open = carried.left, carried.drafts
    if decisions is None:
        intake.left = (*(it.item for it in carried.drafts), *carried.left)
        intake.open = ()
    intake.new |= carried.new
    intake.by_hand.extend(insert_all(data, carried.insertions, intake.updates))


def _before(intake: Intake, known: KnownRecords, plan: Plan) -> Before | None:
    """The plan before, and how many years it lies back."""
    earlier = intake.differences.earlier
    if earlier is None:
        return None
    first, last = (covers(plan.title) or "")[:4], (known.documents[earlier].record.covers or "")[:4]
    return Before(earlier, int(first) - int(last) if first and last else 1)


def _take_forms(intake: Intake, data: Path) -> None:
    """Add what the plan prints to the vocabularies."""
    for vocabulary in dict.fromkeys(form.vocabulary for form in intake.forms):
        path = f"vocabulary/{vocabulary}.yml"
        forms = tuple(form for form in intake.forms if form.vocabulary == vocabulary)
        before = (data / path).read_bytes().decode("utf-8").replace("\r\n", "\n")
        after = with_new_forms(before, forms)
        if after is None:
            printed = list_names(repr(form.printed) for form in forms)
            message = say("does not have {printed}, which cannot be added here", printed=printed)
            tip = say("add it by hand to `printed` of a term, or as a term, and run again")
            intake.by_hand.append(Problem(Place(str(data / path)), message, tip))
        else:
            intake.updates[path] = (before, after)


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
        intake.by_hand.append(Problem(match.known.place("listings"), message, LOOK))
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
