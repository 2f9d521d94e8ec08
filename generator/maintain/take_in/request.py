"""What a maintainer asks for, and what a document turned out to be."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Literal

from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.text_files import text_file
from generator.messages.message import Message, say

Kind = Literal["plan", "edition", "head"]
KINDS: dict[Kind, str] = {"plan": "open-data-plan", "edition": "fact-sheet", "head": "estimates"}
"""Kind of `extract` → kind of the document's record."""


@dataclass(frozen=True)
class TakeInRequest:
    """A document and what cannot be seen in it."""

    file: Path
    sources: Path
    """Folder of the texts; text, review and drafts are written there."""
    data: Path
    today: date
    kind: Kind | None = None
    document: str | None = None
    """Identifier of the document."""
    earlier: str | None = None
    """Identifier of the edition or year before."""
    new: bool = False
    """A head without another year, whatever the records have."""
    encoding: str | None = None
    write: bool = False
    """Whether the records are to be written; until then only text, review and drafts are."""
    options: tuple[str, ...] = ()
    """What was given on the command line and has to be given again."""


@dataclass(frozen=True)
class Incoming:
    """A document that was recognised."""

    kind: Kind
    document: str
    earlier: str | None
    raw: bytes
    """Its text, as it is kept."""
    made: tuple[Message, ...]
    """What was done to the file; nothing if it is the text itself."""


def command(request: TakeInRequest, document: str, *, write: bool = False) -> str:
    """What to type to go on."""
    parts = ["take-in", str(text_file(request.sources, document)), *request.options]
    return f"python3 dev.py {' '.join(map(quote, parts))}{' --write' if write else ''}"


def refuse_folder(request: TakeInRequest) -> None:
    """Raises SourceError where the folder of the texts is a file."""
    if request.sources.exists() and not request.sources.is_dir():
        template = "--sources: {folder} is no folder (give the folder of the texts)"
        raise SourceError(say(template, folder=request.sources))
    request.sources.mkdir(parents=True, exist_ok=True)
