"""Renaming and retiring, from the question to the changed files: all of it, or nothing.

The change is made on a copy of the data; only if that has no error is it made in the data.
"""

from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.blank import identifier_problem
from generator.load import read
from generator.maintain.draft import Done, Draft, draft
from generator.maintain.edits import NotAList
from generator.maintain.meaning import (
    deleted_by_hand,
    kinds_of,
    page,
    renamed_by_hand,
    taken,
    unknown,
)
from generator.maintain.refused import Refused
from generator.maintain.register import registers
from generator.maintain.rename import Renaming, moves, rename
from generator.maintain.retire import Retiring, has_page, others, retire
from generator.message import say
from generator.model.base import Line
from generator.model.catalogue import Catalogue
from generator.problem import Problem, Severity
from generator.resolve.identifiers import PAGES


class NamedStill(Refused):
    """With the change, something would be wrong."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message)
        self.problems = problems


def apply_renaming(data: Path, old: str, new: str, reason: str) -> tuple[Done, Catalogue]:
    """What has changed, and the catalogue after it. Raises Refused."""
    if wrong := identifier_problem(new):
        raise Refused(wrong, 2)
    _check_reason(reason)
    with draft(data) as copy:
        catalogue = _catalogue(data)
        by_hand = renamed_by_hand(catalogue, old, new)
        kinds = by_hand or _only(catalogue, old)
        if not by_hand and (why := taken(catalogue, kinds, new, old)):
            raise Refused(why)
        it = Renaming(kinds, old, new, reason)
        for _, path in moves(copy, catalogue, it):
            if (copy.copy / path).exists():
                raise Refused(say("id {id!r} is already taken by {path}", id=new, path=path))
        try:
            rename(copy, catalogue, it)
        except ValueError as error:
            raise Refused(str(error)) from None
        return _applied(copy, (new,))


def apply_retiring(
    data: Path, identifier: str, to: str | None, reason: str, with_facts: bool
) -> tuple[Done, Catalogue]:
    """What has changed, and the catalogue after it. Raises Refused."""
    _check_reason(reason)
    with draft(data) as copy:
        catalogue = _catalogue(data)
        kinds = deleted_by_hand(catalogue, identifier) or _only(catalogue, identifier)
        if any(kind in PAGES for kind in kinds):
            kinds = tuple(kind for kind in kinds if kind in PAGES)
        if has_page(kinds) and to is None:
            template = "give the page that takes the place of /{kind}/{id}/ with --to: {example}"
            example = say("`--to {kind}` for the list", kind=kinds[0])
            raise Refused(say(template, kind=kinds[0], id=identifier, example=example), 2)
        if to is not None:
            to = page(catalogue, to)
            if to in {f"{kind}/{identifier}" for kind in kinds}:
                raise Refused(say("{page} is the page that is to go (give another)", page=to), 2)
        it = Retiring(kinds, identifier, to if has_page(kinds) else None, reason)
        if (more := others(copy, catalogue, it)) and not with_facts:
            template = "these files would go with it: {files} (give --with-facts to remove them)"
            raise Refused(say(template, files=", ".join(f"data/{path}" for path in more)))
        try:
            retire(copy, catalogue, it)
        except NotAList:
            template = "{id} stands in a list in brackets (remove it by hand, then run this again)"
            raise Refused(say(template, id=identifier)) from None
        return _applied(copy, ())


def _catalogue(data: Path) -> Catalogue:
    catalogue, problems = read(data)
    if catalogue is None or problems:
        raise NamedStill(say("nothing was changed: mend these first"), problems)
    return catalogue


def _check_reason(reason: str) -> None:
    try:
        TypeAdapter(Line).validate_python(reason)
    except ValidationError:
        raise Refused(say("give the reason in one line of at most 300 characters"), 2) from None


def _only(catalogue: Catalogue, identifier: str) -> tuple[str, ...]:
    """The kinds that are one thing with this identifier. Raises Refused."""
    kinds = kinds_of(catalogue, identifier)
    if not kinds:
        raise Refused(unknown(catalogue, identifier))
    if len(kinds) > 1 and not has_page(kinds):
        template = "{id!r} stands for several things: {kinds} (change it by hand)"
        raise Refused(say(template, id=identifier, kinds=", ".join(kinds)))
    return kinds


def _applied(copy: Draft, new: tuple[str, ...]) -> tuple[Done, Catalogue]:
    """Make the change, if nothing would be wrong with it, and register what is `new` by it."""
    catalogue, problems = copy.examine()
    errors = [it for it in problems if it.severity is Severity.ERROR]
    if catalogue is None:
        template = "nothing was changed: with the change these would be wrong; mend them first"
        raise NamedStill(say(template), errors)
    for path, text in registers(catalogue, new).items():
        if text is not None or (copy.copy / path).exists():
            copy.write(path, text)
    return copy.apply(), catalogue
