"""Check the words that count as one when readers search: each once, of use, and of one thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity, quote_value
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.programme import Programme
from generator.model.synonyms import SynonymGroup, SynonymList
from generator.model.wording import Text, settle, typed_forms
from generator.rules.held_words import folded, stands_in, text_of
from generator.rules.repetitions import repetitions
from generator.rules.vocabulary import VOCABULARIES_WITH_DISTINCT_LABELS

SEARCHED = (
    *("vocabulary", "terminology/names", "prose", "programmes", "agencies", "documents"),
    *("figures", "events", "statements", "errata", "budget", "datasets"),
)
"""Kinds whose texts readers find, those with few texts and many words first."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A word of two groups would lead round in a circle; one of two things, to the wrong one."""
    if not catalogue.synonyms:
        place = Place("data/vocabulary/synonyms.yml")
        yield Problem(place, say("this vocabulary is missing"), say("restore it from git"))
    owners = _owners(catalogue)
    for record_file in catalogue.synonyms.values():
        yield from _repeated_words(record_file)
        for number, group in enumerate(record_file.record.groups):
            yield from _kept_apart(record_file, number, group, owners)


def check_use(catalogue: Catalogue) -> Iterator[Problem]:
    """A group none of whose words stands anywhere finds nothing, whichever of them is typed."""
    for record_file in catalogue.synonyms.values():
        unused = dict(enumerate(record_file.record.groups))
        for kind in SEARCHED:
            text = text_of(catalogue.records.get(kind, {}).values())
            for number, group in list(unused.items()):
                if any(stands_in(word, text) for word in group.words):
                    del unused[number]
        for number in unused:
            message = say("no record and no word of the site holds any word of this group")
            tip = say("add the word that the documents use, or remove the group")
            place = record_file.place("groups", number, "words")
            yield Problem(place, message, tip, severity=Severity.WARNING)


def _repeated_words(record_file: RecordFile[SynonymList]) -> Iterator[Problem]:
    places = (
        (folded(word), (word, record_file.place("groups", number, "words", count)))
        for number, group in enumerate(record_file.record.groups)
        for count, word in enumerate(group.words)
    )
    for _, (word, place), (earlier_word, earlier) in repetitions(places):
        message = say("{word} already stands at {first}", word=quote_value(word), first=earlier)
        if word != earlier_word:
            message = say(
                "{word} is the same to a search as {other} at {first}",
                word=quote_value(word),
                other=quote_value(earlier_word),
                first=earlier,
            )
        tip = say("keep one of the two; groups that mean the same become one group")
        yield Problem(place, message, tip)


def _kept_apart(
    record_file: RecordFile[SynonymList],
    number: int,
    group: SynonymGroup,
    owners: Mapping[str, frozenset[str]],
) -> Iterator[Problem]:
    """Words that name two things, which the records tell apart."""
    owned = [(count, owners.get(folded(word))) for count, word in enumerate(group.words)]
    named = [(count, of) for count, of in owned if of]
    for (earlier, ours), (later, theirs) in combinations(named, 2):
        if ours.isdisjoint(theirs):
            message = say(
                "{word} is not {other}: the records keep the two apart",
                word=quote_value(group.words[later]),
                other=quote_value(group.words[earlier]),
            )
            tip = say("keep one of the two in this group")
            yield Problem(record_file.place("groups", number, "words", later), message, tip)
            return


def _owners(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """Folded name or label → what is called so; a body that took another's place is both."""
    owners: dict[str, set[str]] = defaultdict(set)
    for owner, text in _names(catalogue):
        owners[folded(text)].add(owner)
    for record_file in catalogue.agencies.values():
        agency = record_file.record
        if agency.successor:
            for called in owners.values():
                if agency.id in called:
                    called.add(agency.successor)
    for name in VOCABULARIES_WITH_DISTINCT_LABELS:
        held = catalogue.vocabularies.get(name)
        for term in held.record.terms if held else ():
            label = settle(term.label, held.record.script).text if held else ""
            owners[folded(label)].add(f"{name}/{term.code}")
    return {text: frozenset(called) for text, called in owners.items()}


def _names(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every name with the identifier of what is called so."""
    for names in catalogue.terminology.names.values():
        for name in names.record.names:
            called: tuple[Text | None, ...] = (name.hant, name.english, name.acronym)
            for text in (*called, *name.aliases):
                yield from ((name.id, form) for form in typed_forms(text))
    for agency in (it.record for it in catalogue.agencies.values()):
        for text in (agency.english, agency.acronym, *agency.aliases):
            yield from ((agency.id, form) for form in typed_forms(text))
    bodies: tuple[RecordFile[Agency] | RecordFile[Programme], ...] = (
        *catalogue.agencies.values(),
        *catalogue.programmes.values(),
    )
    for body in (it.record for it in bodies):
        for text in (body.name, *body.former_names):
            yield from ((body.id, form) for form in typed_forms(text))
