"""Merge the problems that one missing record causes into one · problems → fewer problems.

A document that was deleted is named by hundreds of places, none of which is to blame. Records that
were published are known to be missing; of others an identifier is mistyped, perhaps several times.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.history import FormerIdentifier
from generator.model.kinds import PAGES
from generator.rules.registered_records import missing_file, vanished_identifiers

FEW = 3
"""So many places may each be mended by hand, and are each named."""


def merge_common_causes(catalogue: Catalogue, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, with one problem in place of many that have the same cause."""

    @cache
    def lost_of(kind: str) -> frozenset[str]:
        return vanished_identifiers(catalogue, kind)

    groups: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.needs:
            groups[_missing(catalogue, problem, lost_of)].append(problem)
        else:
            yield problem
    lost_by_kind: dict[str, list[Problem]] = defaultdict(list)
    for missing, dependent in groups.items():
        kind, _, identifier = missing.partition("/")
        history = [it for it in dependent if _is_history(it)]
        users = [it for it in dependent if not _is_history(it)]
        if users and kind in PAGES and identifier in lost_of(kind):
            yield _deleted_record(catalogue, missing, users, history)
        elif len(history) > 1:
            yield _deleted_file(catalogue, missing, history)
        elif history:
            lost_by_kind[kind] += history
        elif len(users) > FEW and kind == "lines" and identifier in catalogue.documents:
            yield _too_short(catalogue.documents[identifier], users)
        else:
            followed = [_followed(catalogue, problem) for problem in users]
            yield from [_named_often(followed)] if len(followed) > FEW else followed
    for kind, dependent in lost_by_kind.items():
        yield from [_lost_records(kind, dependent)] if len(dependent) > FEW else dependent


def _missing(
    catalogue: Catalogue, problem: Problem, lost_of: Callable[[str], frozenset[str]]
) -> str:
    """The missing record that causes the problem: if one was published before, that one."""
    for name in problem.needs:
        kind, _, identifier = name.partition("/")
        if identifier in lost_of(kind):
            return missing_file(catalogue, kind, identifier)
    return problem.needs[0]


def _is_history(problem: Problem) -> bool:
    return "history" in PurePosixPath(problem.place.path).parts


def _followed(catalogue: Catalogue, problem: Problem) -> Problem:
    """With what became of the record, if its history tells: a branch that was begun before it was
    renamed names it by its old identifier, which no likeness leads from to the new one."""
    for name in problem.needs:
        kind, _, identifier = name.partition("/")
        for record_file in catalogue.history.values():
            for gone in record_file.record.gone if record_file.folder == kind else ():
                if gone.id == identifier:
                    return replace(problem, tip=_instead(kind, gone))
    return problem


def _instead(kind: str, gone: FormerIdentifier) -> str:
    folder, _, successor = (gone.to or "").partition("/")
    if folder == kind and successor:
        return say("{new!r} took its place: write that, or remove it here", new=successor)
    return say("that record was retired: remove it here")


def _deleted_record(
    catalogue: Catalogue, missing: str, users: Sequence[Problem], history: Sequence[Problem]
) -> Problem:
    first = min(users)
    files = len({it.place.path for it in users})
    # A dataset stands in the folder of its agency, which only its file could tell.
    path_is_known = not missing.startswith("datasets/") or not history
    place = Place(f"{_folder(catalogue)}/{missing}.yml") if path_is_known else history[0].place
    message = say(
        "there is no such file any more, but {files} records name {name!r}, first at {first}",
        files=files,
        name=missing.partition("/")[2],
        first=first.place,
    )
    if files == 1:
        message = say(
            "there is no such file any more, but {name!r} is named at {first}",
            name=missing.partition("/")[2],
            first=first.place,
        )
    tip = say(
        "bring the file back from git; if it has a new name, write that where the old one stands; "
        "if it is to go, first remove what names it"
    )
    return Problem(place, message, tip)


def _deleted_file(catalogue: Catalogue, missing: str, problems: Sequence[Problem]) -> Problem:
    message = say(
        "there is no such file any more, but {number} of its entries were published",
        number=len(problems),
    )
    tip = say(
        "bring the file back from git, or say why under `gone` in {path}",
        path=problems[0].place.path,
    )
    return Problem(Place(f"{_folder(catalogue)}/{_file(missing)}"), message, tip)


def _file(missing: str) -> str:
    """Path of a record's file below data/; names lie below the terminology."""
    kind, _, name = missing.partition("/")
    return f"{kind}/names/{name}.yml" if kind == "terminology" else f"{missing}.yml"


def _lost_records(kind: str, problems: Sequence[Problem]) -> Problem:
    first = min(problems)
    message = say(
        "{number} records of {kind} were published and are no more, first {name!r}",
        number=len(problems),
        kind=kind,
        name=first.needs[0].partition("/")[2],
    )
    tip = say("bring them back from git, or say of each under `gone` why it is no more")
    return Problem(first.place, message, tip)


def _named_often(users: Sequence[Problem]) -> Problem:
    first = min(users)
    message = say(
        "{message}, here and at {number} other places",
        message=first.message,
        number=len(users) - 1,
    )
    return Problem(first.place, message, first.tip)


def _too_short(record_file: RecordFile[Document], users: Sequence[Problem]) -> Problem:
    first = min(users)
    message = say(
        "{number} facts stand on lines behind the last one, first at {first}",
        number=len(users),
        first=first.place,
    )
    tip = say("give the number of lines of its text, or correct the lines")
    return Problem(record_file.place("lines"), message, tip)


def _folder(catalogue: Catalogue) -> str:
    """The folder of all records, as problems name it."""
    for records in (catalogue.vocabularies, catalogue.documents, catalogue.agencies):
        for record_file in records.values():
            return PurePosixPath(record_file.source.path).parents[1].as_posix()
    return "data"
