"""The forms of one name are of one name: in either script, in English, and as it is printed."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from generator.messages.message import say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.terminology import Name, NameList
from generator.resolve.texts import texts
from generator.script.characters import IDEOGRAPH, plainest, same_word

_NAMING = ("name", "title", "short_title", "label", "heading", "body", "group")
"""Fields that name something: the same thing in either script. What is explained may need other
words for readers of the other script."""
_ALIKE, _SHORT = 0.5, 4
"""Where fewer characters are the same, and it is no short word that is another one in the other
script, two texts do not name one thing."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader of the other script would look for another body, or under another name."""
    official: dict[str, str] = {}
    for record_file in catalogue.terminology.names.values():
        for name in record_file.record.names:
            official.setdefault(name.hant, name.id)
            official.setdefault(name.hans, name.id)
    for record_file in catalogue.terminology.names.values():
        for number, name in enumerate(record_file.record.names):
            yield from _scripts(record_file, number, name)
            yield from _latin(record_file, number, name)
            yield from _printed(record_file, number, name, catalogue.documents, official)
    yield from _pairs(catalogue)


def _scripts(record_file: RecordFile[NameList], number: int, name: Name) -> Iterator[Problem]:
    swapped = same_word(name.hans, name.hant)  # told by rules/scripts.py
    if not (swapped or same_word(name.hant, name.hans)):
        message = say(
            "{hans} is not {hant}, character by character",
            hans=quote_value(name.hans),
            hant=quote_value(name.hant),
        )
        tip = say("write the same name in both scripts; what a document prints is for `printed`")
        yield Problem(record_file.place("names", number, "zh-Hans"), message, tip)


def _latin(record_file: RecordFile[NameList], number: int, name: Name) -> Iterator[Problem]:
    for field in ("english", "acronym"):
        text = getattr(name, field) or ""
        if char := IDEOGRAPH.search(text):
            message = say("{char} in an English name", char=quote_value(char[0]))
            tip = say("write the English name, or leave {field} out", field=field)
            yield Problem(record_file.place("names", number, field), message, tip)
        elif re.search(" {2}", text):
            message = say("two spaces side by side")
            yield Problem(record_file.place("names", number, field), message, say("write one"))


def _printed(
    record_file: RecordFile[NameList],
    number: int,
    name: Name,
    documents: Mapping[str, RecordFile[Document]],
    official: Mapping[str, str],
) -> Iterator[Problem]:
    for count, printed in enumerate(name.printed):
        place = record_file.place("names", number, "printed", count, "form")
        document = documents.get(printed.document)
        hant = document is not None and document.record.script == "zh-Hant"
        if printed.form == (name.hant if hant else name.hans):
            message = say("this is the official form of the name")
            yield Problem(place, message, say("move its document and lines to `stands`"))
        elif official.get(printed.form, name.id) != name.id:
            message = say(
                "{form} is the official name of {other!r}",
                form=quote_value(printed.form),
                other=official[printed.form],
            )
            tip = say(
                "correct the form, or move its document and lines to `stands` of {other!r}",
                other=official[printed.form],
            )
            yield Problem(place, message, tip)


def _pairs(catalogue: Catalogue) -> Iterator[Problem]:
    """Names that a record gives in both scripts."""
    for text in texts(catalogue):
        one, other = text.wording.text, text.wording.other
        if other is None or text.path[-1] not in _NAMING:
            continue
        if min(len(one), len(other)) >= _SHORT and _likeness(one, other) < _ALIKE:
            message = say(
                "the two scripts do not say the same: {one} and {other}",
                one=quote_value(one),
                other=quote_value(other),
            )
            tip = say("write the same in both, or one text, which is converted")
            yield Problem(text.record_file.place(*text.path), message, tip)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, plainest(one), plainest(other), autojunk=False).ratio()
