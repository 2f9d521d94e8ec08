"""The text of a file, or what the file really is · bytes → text with `\\n` line ends, or a problem.

One cause gives one problem: a file in another encoding would have one on every line.
"""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem, shorten

MAX_BYTES = 256 * 1024

_BEGINNINGS = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP", say("a picture")),
    (rb"PK\x03\x04|\xd0\xcf\x11\xe0", say("a file of Word, Excel or a ZIP program")),
    (rb"%PDF-", say("a PDF file")),
    (rb"\{\\rtf", say("a file of a word processor (RTF)")),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!", say("a compressed file")),
    (rb"\s*<(!DOCTYPE|html|head|body|\?xml)\b", say("a web page")),
    (rb"404: Not Found", say("the answer of a server that had no such file")),
    (rb"version https://git-lfs", say("a pointer to a file that Git LFS keeps elsewhere")),
    (rb"SQLite format|\x7fELF|MZ.\0", say("a file of a program")),
)
"""How files begin that are no text of ours, and what they are."""


def decode_text(raw: bytes, path: str) -> str | Problem:
    """The text with `\\n` line ends, or why it cannot be read. `path` is only shown."""
    if len(raw) > MAX_BYTES:
        message = say("{size} bytes, more than {most}", size=len(raw), most=MAX_BYTES)
        return Problem(Place(path), message, say("split the record"))
    for beginning, kind in _BEGINNINGS:
        if re.match(beginning, raw, re.IGNORECASE | re.DOTALL):
            tip = say("delete it, and write the record in a text editor")
            return Problem(Place(path), say("this is {what}, not a record", what=kind), tip)
    try:
        text = raw.decode("utf-8", "surrogatepass").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return _not_utf_8(raw, error.start, path)
    return next(_damage_problems(text, path), text)


def place_after(text: str, path: str) -> Place:
    """The place of what comes behind `text`."""
    return Place(path, text.count("\n") + 1, len(text) - text.rfind("\n"))


_AGAIN = say("type it again, or bring back the version before")
_AS_UTF_8 = say("save the file as UTF-8, not as UTF-16, Big5 or GBK")


def _not_utf_8(raw: bytes, start: int, path: str) -> Problem:
    text = raw[:start].decode("utf-8", "surrogatepass").replace("\r\n", "\n")
    message, tip = say("not UTF-8: byte 0x{byte:02X}", byte=raw[start]), _AS_UTF_8
    shown = raw.decode("utf-8", "replace")
    # Other encodings of Chinese hardly ever give a character of UTF-8.
    if len(_HAN.findall(shown)) > shown.count("\ufffd") or not _is_more_than_cut_off(raw, start):
        tip = say("a part of a character is lost here: type it again")
    elif b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        tip = say("save the file as UTF-8; delete it if it is no text")
    return Problem(place_after(text, path), message, tip)


def _is_more_than_cut_off(raw: bytes, start: int) -> bool:
    """Whether more is broken than the last character of a file that was cut off."""
    return not (len(raw) - start < 4 and raw[start] in range(0xC2, 0xF5))


_HAN = re.compile("[\u3400-\u9fff]")
_NUL_SHARE = 3
"""A text in UTF-16 has a NUL in every second byte of its ASCII; fewer are slips."""


def _damage_problems(text: str, path: str) -> Iterator[Problem]:
    """Damage that shows the file was saved or read in a wrong encoding."""
    if (at := text.find("\0")) >= 0 and text.count("\0") * _NUL_SHARE > len(text):
        message = say("the file is UTF-16 or no text: every other character is NUL")
        yield Problem(place_after(text[:at], path), message, _AS_UTF_8)
    if (at := text.find("\r")) >= 0:
        message = say("a line ends with CR alone, as on old Macs")
        tip = say("set the line ends to LF in the editor and save, or delete this CR")
        yield Problem(place_after(text[:at], path), message, tip)
    for start, misread_text, meant in () if text.isascii() else misread_parts(text):
        message = say(
            "{found} is UTF-8 that a program read in another encoding",
            found=repr(shorten(misread_text)),
        )
        tip = _AGAIN
        if meant is not None and not any(misread_parts(meant)):
            tip = say("write {meant}, or bring back the version before", meant=shorten(meant))
        yield Problem(place_after(text[:start], path), message, tip)
    for match in _QUESTIONS.finditer(text):
        message = say(
            "{found} stands where a program could not write the characters", found=match[0]
        )
        yield Problem(place_after(text[: match.start()], path), message, _AGAIN)
    if (at := text.find("\ufffd")) >= 0:
        lines = sum("\ufffd" in line for line in text.split("\n"))
        message = say("replacement character U+FFFD: a program could not read what stood here")
        if lines > 1:
            message = say("{message}, on {lines} lines", message=message, lines=lines)
        yield Problem(place_after(text[:at], path), message, _AGAIN)


_QUESTIONS = re.compile(r"(?<![\w/=&%?])\?{2,40}")
"""A program that knows no Chinese writes a question mark for each character."""
_WESTERN = {
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{bytes([it]).decode("cp1252", "ignore"): it for it in range(0x80, 0xA0)},
}
"""Character → byte, in the two encodings of Western Europe."""
_WESTERN_RUN = re.compile(f"[{re.escape(''.join(_WESTERN))}]{{2,}}")
_CHINESE_RUN = re.compile(r"[^\x00-\xff]+(?:[ -~]?[^\x00-\xff]+)*")
"""Old encodings take some ASCII for the second half of a character."""
_CHINESE = ("gb18030", "big5hkscs")
_ENOUGH = 4
"""Characters that must come out for chance to be ruled out."""
_LOST_TWICE = "\u951f\u65a4\u62f7"
"""What U+FFFD becomes when it is misread in turn."""


def misread_parts(text: str) -> Iterator[tuple[int, str, str | None]]:
    """Find UTF-8 that a program read in another encoding: start, the text there, and the original
    text if nothing of it is lost."""
    for match in _WESTERN_RUN.finditer(text):
        raw = bytes(_WESTERN[char] for char in match[0])
        meant = raw.decode("utf-8", "ignore")
        # The last character of a run may have lost its end.
        if meant and len(meant.encode()) >= len(raw) - 2 and raw[0] in range(0xC2, 0xF5):
            yield match.start(), match[0], meant if len(meant.encode()) == len(raw) else None
    for match in _CHINESE_RUN.finditer(text):
        if _LOST_TWICE in match[0]:
            yield match.start(), _LOST_TWICE, None
        for encoding in _CHINESE:
            raw = match[0].encode(encoding, "replace")
            meant = raw.decode("utf-8", "replace")
            han = len(_HAN.findall(meant))
            if han >= _ENOUGH and 3 * han > len(raw) / 2:
                complete = not {*meant} & {"\ufffd", "?"}
                yield match.start(), match[0], meant if complete else None
