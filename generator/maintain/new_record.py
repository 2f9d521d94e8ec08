"""Edge: a record, or an item of one, to fill in · what it is about → path, text and line.

An item goes at the end of the file that holds the others; nothing that was typed there changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.maintain.identifier_lookup import gone_pages, unknown_name
from generator.maintain.refusal import Refusal
from generator.maintain.scaffold import (
    Choices,
    blank_item,
    blank_record,
    identifier_problem,
    publisher_in,
    text_fields,
)
from generator.maintain.yaml_edits import NotAList, append_item
from generator.messages.message import say
from generator.model.catalogue import Catalogue
from generator.model.kinds import KINDS, Kind, kind_named
from generator.reading.record_files import display_path

BY_WORD: Mapping[str, Kind] = {str(kind.word): kind for kind in KINDS if kind.word}
"""What a person calls one → its kind."""
_TWINS = frozenset({"documents", "budget"})
_KINDS_OF = {"erratum": "errata-kinds", "name": "name-kinds"}
"""What is filed by its kind → the vocabulary of kinds."""


@dataclass(frozen=True)
class NewRecord:
    """What is to be written."""

    path: str
    """Below data/."""
    text: str
    line: int
    """Where the part to fill in begins."""


@dataclass(frozen=True)
class RecordRequest:
    """What a person asks for."""

    kind: str
    identifier: str
    agency: str | None = None
    text: Path | None = None
    """The text of a document."""


def begin_record(
    data: Path, catalogue: Catalogue, request: RecordRequest, chinese: bool
) -> NewRecord:
    """The record or item to fill in. Raises Refusal."""
    if wrong := identifier_problem(request.identifier):
        raise Refusal(wrong, 2)
    kind = BY_WORD[request.kind]
    if kind.items:
        return _item(data, catalogue, request, chinese)
    model, folder = kind.model, kind.folder
    _refuse_taken(data, catalogue, folder, request.identifier)
    given = {"id": request.identifier}
    if request.text is not None:
        given |= _of_file(request.text)
    if request.kind == "dataset":
        agencies = {file.stem for file in (data / "agencies").glob("*.yml")}
        agency = request.agency or publisher_in(request.identifier, agencies)
        if agency not in agencies:
            raise Refusal(say("give the publisher with --agency: one of data/agencies/"), 2)
        given["agency"], folder = agency, f"datasets/{agency}"
    text = blank_record(model, given, chinese, Choices(catalogue))
    return NewRecord(f"{folder}/{request.identifier}.yml", text, 1)


def _refuse_taken(data: Path, catalogue: Catalogue, folder: str, identifier: str) -> None:
    # A budget has the identifier of its document; of others, files that cannot be read count, too.
    shared = {*_TWINS} - {folder} if folder in _TWINS else set()
    shared |= {"history"}
    files = data.glob(f"*/**/{identifier}.yml")
    taken = (
        file
        for file in files
        if file.parent.name not in shared and file.relative_to(data).parts[0] != "history"
    )
    if path := next(taken, None):
        raise Refusal(say("id {id!r} is already taken by {path}", id=identifier, path=path))
    if (folder, identifier) in gone_pages(catalogue):
        template = "{id!r} was the identifier of a record that is gone (choose another)"
        raise Refusal(say(template, id=identifier))


def _of_file(text: Path) -> dict[str, str]:
    try:
        return text_fields(text.read_bytes())
    except OSError as error:
        template = "{file} cannot be read: {reason}"
        raise Refusal(say(template, file=text, reason=error.strerror), 2) from None


def _item(data: Path, catalogue: Catalogue, request: RecordRequest, chinese: bool) -> NewRecord:
    kind = BY_WORD[request.kind]
    model, folder, field = kind.model, kind.folder, kind.items
    given = {"id": request.identifier} | _subject(data, catalogue, request)
    path, choices = f"{folder}/{request.identifier}.yml", Choices(catalogue)
    file = data / path
    if not file.exists():
        text = blank_record(model, given, chinese, choices)
        return NewRecord(path, text, 1)
    item = blank_item(model, field, chinese, choices)
    try:
        text, line = append_item(file.read_bytes().decode("utf-8"), field, item)
    except (NotAList, ValueError):
        template = "{path} has no list {field!r} to which something can be added (mend it first)"
        raise Refusal(say(template, path=file, field=field)) from None
    return NewRecord(path, text, line)


def _subject(data: Path, catalogue: Catalogue, request: RecordRequest) -> dict[str, str]:
    """What a new file says of whom it is about. Raises Refusal if there is nobody of that name."""
    known: Iterable[str]
    if vocabulary := _KINDS_OF.get(request.kind):
        known, subject = catalogue.codes(vocabulary), {}
        files = [f"vocabulary/{vocabulary}.yml"] if vocabulary not in catalogue.vocabularies else []
    else:
        kinds = [kind_named(name) for name in BY_WORD[request.kind].about]
        words = {it: str(kind.word) for kind in kinds for it in catalogue.of(kind.model)}
        known, subject = words, {"subject": words.get(request.identifier, "")}
        files = [f"{kind.folder}/{request.identifier}.yml" for kind in kinds]
    if request.identifier not in known:
        if file := next((it for it in files if (data / it).is_file()), None):
            template = "{path} is there, but is not filled in or not right yet ({tip})"
            tip = say("fill it in first; `python3 dev.py check` says what it lacks")
            raise Refusal(say(template, path=display_path(data / file), tip=tip))
        raise Refusal(unknown_name(known, request.identifier))
    return subject if request.kind == "name" else {"script": "zh-Hant", **subject}
