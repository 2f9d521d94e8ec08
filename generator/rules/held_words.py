"""Whether the records hold a word that readers type, in either script."""

from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import normalize

from generator.model.catalogue import RecordFile
from generator.model.source import Value
from generator.script.characters import IDEOGRAPH, plainest


def folded(word: str) -> str:
    """The one form of both scripts, both widths and both cases."""
    return plainest(normalize("NFKC", word)).casefold()


def text_of(record_files: Iterable[RecordFile[Any]]) -> str:
    """All that is typed in the records, a line each."""
    values = (value for it in record_files for value in _strings(it.source.value))
    return "\n".join(values).casefold()


def _strings(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _strings(part)
        case list():
            for part in value:
                yield from _strings(part)


def stands_in(word: str, text: str) -> bool:
    """Whether a text holds a word in either script, or a Latin one as a word of its own."""
    return any(_stands_as(form, text) for form in {word.casefold(), folded(word)})


def _stands_as(form: str, text: str) -> bool:
    start = text.find(form)
    while start >= 0:
        if _is_border(form[0], text[start - 1 : start]) and _is_border(
            form[-1], text[start + len(form) : start + len(form) + 1]
        ):
            return True
        start = text.find(form, start + 1)
    return False


def _is_border(end: str, neighbour: str) -> bool:
    """Between Han characters there is none to see."""
    return bool(IDEOGRAPH.match(end)) or not (neighbour.isascii() and neighbour.isalnum())
