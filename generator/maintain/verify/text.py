"""Edge: read a document's text from a folder · record, folder → its lines, or a problem."""

import hashlib
import re
from pathlib import Path

from generator.maintain.scaffold import line_count, text_fields
from generator.messages.message import Message, say
from generator.messages.problem import Problem
from generator.model.catalogue import RecordFile
from generator.model.document import Document
from generator.reading.odd_characters import replace_odd

BOM = b"\xef\xbb\xbf"


def document_lines(
    record_file: RecordFile[Document], folder: Path
) -> tuple[list[str] | None, Problem | None]:
    """The lines of `<document id>.txt` in `folder`, if its hash is the record's; else a problem."""
    file = folder / f"{record_file.record.id}.txt"
    try:
        raw = file.read_bytes()
    except OSError as error:
        message, tip = _missing_text(record_file.record, file, error)
    else:
        if _hash(raw) == record_file.record.sha256:
            # A record writes plain characters where a text has others that stand for them.
            return replace_odd(raw.decode("utf-8")).split("\n"), None
        message, tip = _text_difference(record_file.record, file, raw)
    return None, Problem(record_file.place("sha256"), message, tip)


def accept_text(record: str, raw: bytes) -> str:
    """The file of a document's record, with the hash and line count of the text `raw`."""
    for field, value in text_fields(raw).items():
        record = re.sub(rf"^{field}:.*$", f"{field}: {value}", record, count=1, flags=re.MULTILINE)
    return record


def text_objection(raw: bytes) -> Message | None:
    """Why `raw` cannot be a document's text; None if it can."""
    if not raw.strip():
        return say("it is empty")
    if raw.startswith(BOM):
        return say("it begins with a byte order mark: save it as UTF-8 without one")
    if b"\r" in raw:
        return say("its lines end as in Windows: save it with line ends LF")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return say("it is not UTF-8: save it as UTF-8")
    return None


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _missing_text(document: Document, file: Path, error: OSError) -> tuple[Message, Message]:
    if not isinstance(error, FileNotFoundError):
        template = "{name} cannot be read: {reason}"
        tip = say("give the folder of the texts with --sources")
        return say(template, name=file.name, reason=error.strerror), tip
    files = sorted(it for it in file.parent.iterdir() if it.is_file())
    same_text = next((it for it in files if _hash(it.read_bytes()) == document.sha256), None)
    if same_text:
        message = say("its text is called {name}", name=same_text.name)
        return message, say("rename it to {name}", name=file.name)
    template = "there is no {name} in {folder}"
    tip = say("put the text there; CONTRIBUTING.md says where it is to be had")
    return say(template, name=file.name, folder=file.parent), tip


def _text_difference(document: Document, file: Path, raw: bytes) -> tuple[Message, Message]:
    """How a text differs from the record's: only in its line ends or BOM, or altogether."""
    unix_text = raw.removeprefix(BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    ends = (unix_text, unix_text.removesuffix(b"\n"), unix_text + b"\n")
    if document.sha256 in map(_hash, ends):
        tip = text_objection(raw) or say("its end differs: with or without a line break")
        message = say("{name} is the text, but was saved otherwise", name=file.name)
        return message, tip
    template = "{name} is another text: it has {number} lines, the record says {wanted}"
    message = say(template, name=file.name, number=line_count(raw), wanted=document.lines)
    tip = say(
        "find the text with this SHA-256; or take this one: `python3 dev.py verify --sources "
        "{folder} --document {document} --accept`",
        folder=file.parent,
        document=document.id,
    )
    return message, tip
