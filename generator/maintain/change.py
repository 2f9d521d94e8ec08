"""Rename or retire a record completely, or change nothing.

The change is tried on a copy of the data and applied only if the copy has no error.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.maintain.history_register import history_files
from generator.maintain.identifier_lookup import (
    deleted_by_hand,
    kinds_of,
    renamed_by_hand,
    replacement_page,
    taken_reason,
    unknown_identifier,
)
from generator.maintain.refusal import Refusal, RefusalWithProblems, check_reason
from generator.maintain.rename import Renaming, moves, rename
from generator.maintain.retire import Retiring, attached_files, has_page, retire
from generator.maintain.scaffold import identifier_problem
from generator.maintain.trial_change import ChangedFiles, TrialChange, trial_change
from generator.maintain.yaml_edits import NotAList
from generator.messages.message import list_names, say
from generator.messages.problem import Problem, Severity
from generator.model.catalogue import Catalogue
from generator.model.kinds import PAGES
from generator.pipeline.generate import examine
from generator.reading.load import read_catalogue
from generator.resolve.correction_entries import Explanation


def apply_renaming(
    data: Path, old: str, new: str, reason: str, today: date
) -> tuple[ChangedFiles, Catalogue]:
    """Rename a record; return the changed files and the new catalogue. Raises Refusal."""
    if wrong := identifier_problem(new):
        raise Refusal(wrong, 2)
    check_reason(reason)
    with trial_change(data) as trial:
        catalogue = _catalogue(data)
        by_hand = renamed_by_hand(catalogue, old, new)
        kinds = by_hand or _kinds_of_one_thing(catalogue, old)
        if not by_hand and (why := taken_reason(catalogue, kinds, new, old)):
            raise Refusal(why)
        renaming = Renaming(kinds, old, new, reason)
        for _, path in moves(trial, catalogue, renaming):
            if (trial.copy / path).exists():
                raise Refusal(say("id {id!r} is already taken by {path}", id=new, path=path))
        try:
            rename(trial, catalogue, renaming)
        except ValueError as error:
            raise Refusal(str(error)) from None
        return _apply(trial, today, (new,))


def apply_retiring(
    data: Path, identifier: str, to: str | None, reason: str, with_facts: bool, today: date
) -> tuple[ChangedFiles, Catalogue]:
    """Retire a record; return the changed files and the new catalogue. Raises Refusal."""
    check_reason(reason)
    with trial_change(data) as trial:
        catalogue = _catalogue(data)
        kinds = deleted_by_hand(catalogue, identifier) or _kinds_of_one_thing(catalogue, identifier)
        if any(kind in PAGES for kind in kinds):
            kinds = tuple(kind for kind in kinds if kind in PAGES)
        if has_page(kinds) and to is None:
            template = "give the page that takes the place of /{kind}/{id}/ with --to: {example}"
            example = say("`--to {kind}` for the list", kind=kinds[0])
            raise Refusal(say(template, kind=kinds[0], id=identifier, example=example), 2)
        if to is not None:
            to = replacement_page(catalogue, to)
            if to in {f"{kind}/{identifier}" for kind in kinds}:
                raise Refusal(say("{page} is the page that is to go (give another)", page=to), 2)
        told = Explanation(today, reason)
        retiring = Retiring(kinds, identifier, to if has_page(kinds) else None, told)
        if (more := attached_files(trial, catalogue, retiring)) and not with_facts:
            template = "these files would go with it: {files} (give --with-facts to remove them)"
            raise Refusal(say(template, files=list_names(f"data/{path}" for path in more)))
        try:
            retire(trial, catalogue, retiring)
        except NotAList:
            template = "{id} stands in a list in brackets (remove it by hand, then run this again)"
            raise Refusal(say(template, id=identifier)) from None
        return _apply(trial, today, ())


def _catalogue(data: Path) -> Catalogue:
    catalogue, problems = read_catalogue(data)
    if catalogue is None or problems:
        raise RefusalWithProblems(say("nothing was changed: mend these first"), problems)
    return catalogue


def _kinds_of_one_thing(catalogue: Catalogue, identifier: str) -> tuple[str, ...]:
    """The kinds that are one thing with this identifier. Raises Refusal."""
    kinds = kinds_of(catalogue, identifier)
    if not kinds:
        raise Refusal(unknown_identifier(catalogue, identifier))
    if len(kinds) > 1 and not has_page(kinds):
        template = "{id!r} stands for several things: {kinds} (change it by hand)"
        raise Refusal(say(template, id=identifier, kinds=list_names(kinds)))
    return kinds


def _new_errors(data: Path, errors: Sequence[Problem], today: date) -> bool:
    """Whether the data as they are have not all of these errors; where they stand is not asked."""
    _, before = examine(data, today)
    return bool(Counter(it.message for it in errors) - Counter(it.message for it in before))


def _apply(trial: TrialChange, today: date, new: tuple[str, ...]) -> tuple[ChangedFiles, Catalogue]:
    """Apply the change if the changed copy has no error that the data had not before: drafts are
    renamed one after the other."""
    catalogue, problems = trial.examine(today)
    errors = [it for it in problems if it.severity is Severity.ERROR]
    if catalogue is None and not _new_errors(trial.data, errors, today):
        catalogue, _ = read_catalogue(trial.copy)
    if catalogue is None:
        template = "nothing was changed: with the change these would be wrong; mend them first"
        raise RefusalWithProblems(say(template), errors)
    for path, text in history_files(catalogue, today, new).items():
        if text is not None or (trial.copy / path).exists():
            trial.write(path, text)
    return trial.apply(), catalogue
