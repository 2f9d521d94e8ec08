"""A text's bytes → the text and the name of its encoding, which is never guessed silently."""

import codecs
from collections.abc import Iterator, Mapping

from generator.maintain.extract.source_error import SourceError
from generator.messages.message import list_names, say

CODECS: Mapping[str, str] = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "big5": "big5hkscs",
    "gbk": "gb18030",
}
"""Encodings that plans come in → what Python calls them."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_WITHOUT_MARK = (
    ("utf-16", "utf-16-le"),
    ("utf-16", "utf-16-be"),
    ("big5", "big5hkscs"),
    ("gbk", "gb18030"),
)
_LEAST_COMMON = 0.95
"""Of the Chinese characters of a text in its right encoding, so many are common ones."""


def decode_text(raw: bytes, file: object, encoding: str | None = None) -> tuple[str, str]:
    """The text, and the name of its encoding: the one that is given, else the only one in which it
    makes sense. Raises SourceError if there is none, or more than one."""
    if encoding is not None:
        return _decode(raw, CODECS[encoding], file, encoding), encoding
    for mark, name, codec in _MARKS:
        if raw.startswith(mark):
            return _decode(raw, codec, file, name), name
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        decoded = dict(_plausible(raw))
        if len(decoded) == 1:
            [(name, text)] = decoded.items()
            return text, name
        if decoded:
            raise SourceError(
                say(
                    "{file} is not UTF-8, and may be {encodings} "
                    "(look which is right, and name it: `--encoding {first}`)",
                    file=file,
                    encodings=list_names(decoded),
                    first=next(iter(decoded)),
                )
            ) from error
        raise _bad_byte(raw, error, file, "UTF-8") from error


def _decode(raw: bytes, codec: str, file: object, name: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise _bad_byte(raw, error, file, name) from error


def _bad_byte(raw: bytes, error: UnicodeDecodeError, file: object, encoding: str) -> SourceError:
    return SourceError(
        say(
            "{file}:{line}: byte 0x{byte:02X} is not {encoding} (save the text as UTF-8)",
            file=file,
            line=raw.count(b"\n", 0, error.start) + 1,
            byte=raw[error.start],
            encoding=encoding,
        )
    )


def _plausible(raw: bytes) -> Iterator[tuple[str, str]]:
    for name, codec in _WITHOUT_MARK:
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if _makes_sense(text):
            yield name, text


def _makes_sense(text: str) -> bool:
    """Whether a text holds Chinese in common characters, and nothing else that is not plain."""
    han = [char for char in text if "\u3400" <= char <= "\u9fff"]
    odd = [char for char in text if _is_odd(char)]
    common = sum(map(_is_common, han))
    return bool(han) and common >= _LEAST_COMMON * len(han) and len(odd) <= len(han) / 50


def _is_odd(char: str) -> bool:
    """Whether no plan would print it: control characters, kana, letters beyond Latin."""
    code = ord(char)
    if code < 0x80:
        return code < 0x20 and char not in "\t\n\r\f"
    latin_or_wide = 0xA0 <= code < 0x250 or 0x2000 <= code < 0x2700 or 0x3000 <= code < 0x3040
    return not (latin_or_wide or 0x3400 <= code <= 0x9FFF or 0xFE30 <= code < 0xFFF0)


def _is_common(char: str) -> bool:
    """Whether a character is on the first plane of Big5, or of GB 2312."""
    for codec, first, last in (("big5", 0xA4, 0xC6), ("gb2312", 0xB0, 0xD7)):
        try:
            if first <= char.encode(codec)[0] <= last:
                return True
        except UnicodeEncodeError:
            continue
    return False
