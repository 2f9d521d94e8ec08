"""Edge: a file in any form → the one text that is read, hashed and numbered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.maintain.extract.delimited import delimited_text, markdown_text
from generator.maintain.extract.docx_text import docx_text
from generator.maintain.extract.encodings import decode_text
from generator.maintain.extract.html_text import html_text
from generator.maintain.extract.pdf_text import pdf_text
from generator.maintain.extract.source_error import SourceError
from generator.messages.message import Message, say

_TAKE_ANOTHER = say("take the PDF, DOCX or HTML version")
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", say("a file of old Word or Excel"), say("save it as DOCX and take that")),
    (b"{\\rtf", say("RTF"), say("save it as DOCX and take that")),
    (b"\x89PNG", say("a picture"), _TAKE_ANOTHER),
    (b"\xff\xd8\xff", say("a picture"), _TAKE_ANOTHER),
    (b"GIF8", say("a picture"), _TAKE_ANOTHER),
    (b"II*\x00", say("a picture"), _TAKE_ANOTHER),
    (b"MM\x00*", say("a picture"), _TAKE_ANOTHER),
    (b"RIFF", say("a picture"), _TAKE_ANOTHER),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|div|p)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_LETTERS = 4
"""As many letters say what one Chinese character says."""
_DECLARED = {"big5": "big5", "big5-hkscs": "big5", "gbk": "gbk", "gb2312": "gbk", "gb18030": "gbk"}


@dataclass(frozen=True)
class SourceText:
    """A document's text, and how it came to be."""

    raw: bytes
    """The text as it is kept: hash and lines are those of these bytes."""
    text: str
    made: tuple[Message, ...]
    """What was done to the file; nothing if it is the text itself."""


def read_source(file: Path, encoding: str | None = None) -> SourceText:
    """The text of `file`. Raises SourceError for a file that holds none, and says what to do."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise SourceError(
            say("{file} cannot be read: {reason}", file=file, reason=error.strerror)
        ) from error
    if raw.startswith(b"PK\x03\x04"):
        return _office(raw, file)
    if b"%PDF-" in raw[:1024]:
        return _made(pdf_text(raw, file), say("converted from PDF"))
    for start, kind, remedy in _FOREIGN:
        if raw.startswith(start):
            template = "{file} is {kind}, which is not read ({remedy})"
            raise SourceError(say(template, file=file, kind=kind, remedy=remedy))
    if not raw.strip():
        raise SourceError(say("{file} is empty", file=file))
    return _text(raw, file, encoding)


def count_signs(text: str, *scripts: Iterable[str]) -> tuple[int, ...]:
    """How often the characters stand in the text that only one script has, for each script."""
    return tuple(sum(text.count(char) for char in signs) for signs in scripts)


def refuse_english(text: str, file: Path) -> None:
    """Raises SourceError for a text in English, whatever Chinese names stand in it."""
    chinese = len(_HAN.findall(text))
    if chinese * _LETTERS <= len(_LATIN.findall(text)):
        template = (
            "{file} is in English, or has no text: records hold what the Chinese edition prints "
            "(take the Chinese one, which the same page offers)"
        )
        raise SourceError(say(template, file=file))


def _office(raw: bytes, file: Path) -> SourceText:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            names = archive.namelist()
    except BadZipFile as error:
        raise SourceError(say("{file} is broken (fetch it again)", file=file)) from error
    if "word/document.xml" in names:
        return _made(docx_text(raw, file), say("converted from DOCX"))
    kind, remedy = say("a ZIP archive"), say("unpack it, and take the document in it")
    if any(name.startswith("xl/") for name in names):
        kind = say("a spreadsheet")
        remedy = say("save the sheet as “CSV UTF-8” and take that")
    elif "content.xml" in names:
        kind, remedy = say("a document of LibreOffice"), say("save it as DOCX and take that")
    template = "{file} is {kind}, which is not read ({remedy})"
    raise SourceError(say(template, file=file, kind=kind, remedy=remedy))


def _text(raw: bytes, file: Path, encoding: str | None) -> SourceText:
    declared = _CHARSET.search(raw[:2048])
    if encoding is None and declared and b"<" in raw[:512]:
        encoding = _DECLARED.get(declared[1].decode().lower())
    text, name = decode_text(raw, file, encoding)
    made = [] if name == "utf-8" else [say("converted from {encoding}", encoding=name)]
    converted: str | None = None
    if _HTML.match(text):
        converted, how = html_text(text, file), say("converted from HTML")
    elif (converted := markdown_text(text)) is not None:
        how = say("converted from Markdown tables")
    elif (converted := delimited_text(text)) is not None:
        how = say("quotes and commas of a spreadsheet taken off")
    if converted is not None:
        made.append(how)
    if not made:
        return SourceText(raw, text.removeprefix("\ufeff"), ())
    return _made(converted if converted is not None else text.replace("\r\n", "\n"), *made)


def _made(text: str, *made: Message) -> SourceText:
    return SourceText(text.encode(), text, made)
