"""Check that a link leads to a page in the language it is listed under, judging by its address."""

import re
from collections.abc import Iterator
from typing import Any

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.link import Landing, Links
from generator.model.source import FieldPath

_WORDS = {
    "zh-Hant": "tc|tc-data|tc-datasets|zh[-_]hk|zh[-_]tw|zh[-_]hant|chi|cht|ch|b5|big5|trad",
    "zh-Hans": "sc|sc-data|sc-datasets|zh[-_]cn|zh[-_]hans|chs|gb|gb2312|simp",
    "en": "en|eng|english|en-data|en-datasets|en[-_](us|gb|hk)",
}
_MARKS = {
    language: re.compile(rf"^https?://[^/]+/(?:[^?#]*/)?(?:{words})(?=[/?#]|$)", re.I)
    for language, words in _WORDS.items()
}
"""Language → how addresses of Hong Kong sites name it, as a whole part of the path."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers who chose one script would land on a page in the other."""
    for record_file in catalogue.record_files():
        if links := getattr(record_file.record, "links", None):
            yield from _languages(record_file, links, ("links",))
    for dataset in catalogue.datasets.values():
        if dataset.record.landing is not None:
            yield from _languages(dataset, dataset.record.landing, ("landing",))
            yield from _one_page(dataset, dataset.record.landing)


def _languages(
    record_file: RecordFile[Any], links: Links | Landing, at: FieldPath
) -> Iterator[Problem]:
    given = {
        "zh-Hant": links.hant,
        "zh-Hans": links.hans,
        "en": links.en if isinstance(links, Links) else None,
    }
    named = {language: _languages_named(address) for language, address in given.items()}
    misplaced = [language for language, those in named.items() if those and language not in those]
    if misplaced == ["zh-Hant", "zh-Hans"] and "zh-Hans" in named["zh-Hant"]:
        message = say("zh-Hant and zh-Hans are exchanged")
        tip = say("write each address behind the other name")
        yield Problem(record_file.place(*at, "zh-Hant"), message, tip)
        return
    for language in misplaced:
        message = say(
            "{language} leads to a page in {said}", language=language, said=named[language][0]
        )
        tip = say("put each address under its language; leave out a language without a page")
        yield Problem(record_file.place(*at, language), message, tip)
    if links.hans is not None and links.hans == links.hant and not misplaced:
        message = say("zh-Hant and zh-Hans lead to one page")
        tip = say("give the page in Simplified, or leave zh-Hans out")
        yield Problem(record_file.place(*at, "zh-Hans"), message, tip)


def _languages_named(address: str | None) -> list[str]:
    """The languages that the path of an address mentions."""
    return [it for it, mark in _MARKS.items() if address and mark.match(address)]


def _one_page(record_file: RecordFile[Any], landing: Landing) -> Iterator[Problem]:
    hant, hans = (it.rstrip("/").rsplit("/", 1)[-1] for it in (landing.hant, landing.hans))
    if hant != hans and landing.hant != landing.hans:
        message = say("zh-Hant and zh-Hans lead to pages of two datasets")
        tip = say("write the same name of the dataset behind the last `/` of both")
        yield Problem(record_file.place("landing", "zh-Hans"), message, tip)
