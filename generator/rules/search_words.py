"""Check the words that readers type: for pages and records that there are, or for what none has."""

from collections.abc import Iterator
from itertools import permutations

from generator.exports.search_pages import LISTS, PROSE, changes_address, page_code
from generator.messages.message import say
from generator.messages.problem import Problem, closest_name, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import PAGES, kind_named
from generator.model.vocabulary import Vocabulary
from generator.rules.held_words import stands_in, text_of
from generator.rules.synonyms import SEARCHED


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Words of a page or a record that is none find nothing; what a record holds is mentioned."""
    for record_file in catalogue.vocabularies.values():
        match record_file.record.id:
            case "record-words":
                yield from _unknown_records(catalogue, record_file)
            case "page-words":
                yield from _unknown_pages(catalogue, record_file)
            case "unmentioned-names":
                yield from _mentioned(catalogue, record_file)


def _unknown_records(
    catalogue: Catalogue, record_file: RecordFile[Vocabulary]
) -> Iterator[Problem]:
    known = {it for kind in PAGES for it in catalogue.of(kind_named(kind).model)}
    for number, term in enumerate(record_file.record.terms):
        if term.code not in known:
            message = say("no record with a page is {code!r}", code=term.code)
            tip = say("write the identifier that it has now, or remove this line")
            yield Problem(record_file.place("terms", number, "code"), message, tip)


def _unknown_pages(catalogue: Catalogue, record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    changes = (changes_address(*pair) for pair in permutations(catalogue.documents, 2))
    known = [page_code(it) for it in (*LISTS, *PROSE, *changes)]
    for number, term in enumerate(record_file.record.terms):
        if term.code not in known:
            message = say("no page has the code {code!r}", code=term.code)
            tip = say("write the page's address with - for each /, or remove this line")
            if close := closest_name(term.code, known):
                tip = say("did you mean {close!r}?", close=close)
            yield Problem(record_file.place("terms", number, "code"), message, tip)


def _mentioned(catalogue: Catalogue, record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    texts = [
        text_of(catalogue.records.get(kind, {}).values())
        for kind in SEARCHED
        if kind != "vocabulary"
    ]
    for number, term in enumerate(record_file.record.terms):
        for count, word in enumerate(term.printed):
            if any(stands_in(word, text) for text in texts):
                message = say("the records mention {word}", word=quote_value(word))
                tip = say("remove it here: a search would say that no document does")
                yield Problem(record_file.place("terms", number, "printed", count), message, tip)
