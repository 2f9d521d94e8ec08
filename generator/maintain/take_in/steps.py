"""The steps from a document to a pull request · what is there → steps, each done or not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.maintain.extract.edition_drafts import read_decisions
from generator.maintain.extract.text_files import drafts_file, review_file, text_file
from generator.maintain.take_in.extraction import Extraction
from generator.maintain.take_in.request import (
    Incoming,
    TakeInRequest,
    command,
)
from generator.messages.message import Message, list_names, say
from generator.messages.problem import Place, Problem
from generator.model.catalogue import Catalogue
from generator.reading.record_files import display_path

_MOST = 5
"""So many problems are shown of a step."""
_FOLDERS = (("identifiers", ("agencies", "datasets")), ("words", ("vocabulary", "terminology")))


@dataclass(frozen=True)
class Step:
    """A step, and what has to be done for it unless it is done."""

    name: Message
    done: bool
    told: Sequence[str | Problem] = ()
    """What is to be done, in which file and line."""
    command: str = ""
    """What to type then."""


@dataclass(frozen=True)
class Situation:
    """What is there after the machine did what it can."""

    request: TakeInRequest
    incoming: Incoming
    extraction: Extraction
    catalogue: Catalogue | None
    """The records; None where one cannot be read."""
    errors: Sequence[Problem]
    """What `check` refuses."""
    differences: Sequence[Problem]
    """What `verify` says of the document, once `check` refuses nothing."""

    @property
    def taken(self) -> bool:
        """Whether the document has a record."""
        documents = self.catalogue.documents if self.catalogue else {}
        return self.incoming.document in documents or bool(self.extraction.written)


def steps(situation: Situation) -> Iterator[Step]:
    """Every step, in the order in which they are taken."""
    request, document = situation.request, situation.incoming.document
    again = command(request, document)
    text = display_path(text_file(request.sources, document))
    yield Step(say("text: {how}", how=text), done=True)
    yield _review(situation)
    yield _records(situation)
    drafts = drafts_file(request.sources, document)
    if situation.incoming.kind == "edition" or drafts.is_file():
        yield _decisions(situation, drafts)
    errors = _by_folder(situation, situation.errors)
    taken = situation.taken
    for key, name in (
        ("identifiers", say("identifiers of new agencies and datasets")),
        ("words", say("names and vocabularies")),
        ("document", say("the document's own record: date, years, links")),
        ("others", say("all else that `check` says")),
    ):
        remaining = [*errors[key], *(_links(situation) if key == "document" else ())]
        yield Step(name, taken and not remaining, _first(remaining), again)
    checked = taken and not situation.errors
    yield Step(say("identifiers registered, derived files written"), checked, (), again)
    verified = checked and not situation.differences
    yield Step(
        say("`verify`: everything stands in the text, and every number and sentence is used"),
        verified,
        [
            *_first(situation.differences),
            say(
                "what need not be recorded goes into {path}, with a reason",
                path=_path(request, f"exceptions/{document}.yml"),
            ),
        ],
        again,
    )
    yield _complete(situation, again)
    yield _pull_request(situation)


def _review(situation: Situation) -> Step:
    request, document = situation.request, situation.incoming.document
    review = display_path(review_file(request.sources, document))
    name = say("review: {review}", review=review)
    if situation.taken:
        return Step(name, done=True)
    if not situation.extraction.possible:
        template = (
            "nothing can be taken in yet: {review} says which lines are not understood, and why; "
            "mend them in {text}"
        )
        text = display_path(text_file(request.sources, document))
        told = say(template, review=review, text=text)
        return Step(name, False, [told], command(request, document))
    template = (
        "read {review}: what was not understood, what is new, changed and gone; lines of {text} "
        "may be mended; then let the records be written"
    )
    text = display_path(text_file(request.sources, document))
    again = command(request, document, write=True)
    return Step(name, False, [say(template, review=review, text=text)], again)


def _records(situation: Situation) -> Step:
    request, document = situation.request, situation.incoming.document
    pending = situation.extraction.pending
    paths = list_names(_path(request, it) for it in pending[:_MOST])
    told: list[str | Problem] = [say("still to be written or changed: {paths}", paths=paths)]
    if len(pending) > _MOST:
        told.append(say("and {number} more", number=len(pending) - _MOST))
    again = command(request, document, write=True)
    name = say(
        "records and the names in them written below {data}", data=display_path(request.data)
    )
    return Step(name, situation.taken and not pending, told, again)


def _decisions(situation: Situation, drafts: Path) -> Step:
    """The drafts on which a person decides."""
    request, document = situation.request, situation.incoming.document
    number = sum(it.decision == "open" for it in read_decisions(drafts).values())
    lines = drafts.read_text("utf-8").split("\n") if number else []
    line = next((n for n, it in enumerate(lines, 1) if it.strip(" -") == "decision: open"), 1)
    told = Problem(
        Place(display_path(drafts), line, 1),
        say("drafts not decided yet: {number}", number=number),
        say("correct the item, and write `decision: take` or `decision: leave`"),
    )
    name = say(
        "what differs from the older document decided: {drafts}", drafts=display_path(drafts)
    )
    done = situation.taken and not number
    return Step(name, done, [told], command(request, document, write=True))


def _links(situation: Situation) -> Iterator[Problem]:
    """A document without an address."""
    documents = situation.catalogue.documents if situation.catalogue else {}
    record_file = documents.get(situation.incoming.document)
    if record_file and not record_file.record.links and not record_file.record.link_note:
        yield Problem(
            record_file.place("id"),
            say("the document has no address"),
            say("write the official one in `links`, or in `link_note` why there is none"),
        )


def _complete(situation: Situation, again: str) -> Step:
    documents = situation.catalogue.documents if situation.catalogue else {}
    record_file = documents.get(situation.incoming.document)
    name = say("the document marked as complete")
    if record_file is None or record_file.record.complete:
        return Step(name, record_file is not None)
    message = say("not everything of it is recorded yet, so nothing is said to be gone from it")
    tip = say(
        "when all that the review lists is decided and `verify` finds nothing, remove this line"
    )
    return Step(name, False, [Problem(record_file.place("complete"), message, tip)], again)


def _pull_request(situation: Situation) -> Step:
    told = say(
        "look at it with `python3 dev.py serve` and `git diff`; when the tests pass, commit data/ "
        "and what stands beside it, and open a pull request that names the document"
    )
    return Step(say("tests, commit and pull request"), False, [told], "python3 dev.py test")


def _by_folder(situation: Situation, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The problems of each step."""
    by_step: dict[str, list[Problem]] = {
        name: [] for name in ("identifiers", "words", "document", "others")
    }
    own = f"documents/{situation.incoming.document}.yml"
    for problem in problems:
        path = Path(problem.place.path)
        key = next((name for name, folders in _FOLDERS if {*folders} & {*path.parts}), "others")
        by_step["document" if path.as_posix().endswith(own) else key].append(problem)
    return by_step


def _first(problems: Sequence[Problem]) -> list[str | Problem]:
    if len(problems) <= _MOST:
        return [*problems]
    return [*problems[:_MOST], say("and {number} more", number=len(problems) - _MOST)]


def _path(request: TakeInRequest, path: str) -> str:
    return display_path(request.data / path)
