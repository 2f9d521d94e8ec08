"""The vocabularies the site cannot do without are there, and every code stands once."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.catalogue import Catalogue, Held
from generator.model.vocabulary import Prose, Term, Vocabulary
from generator.model.wording import settle
from generator.problem import Place, Problem
from generator.render.theme import KEYS
from generator.render.words import places, words_asked_for

REQUIRED = (
    "agency-kinds",
    "categories",
    "dataset-status",
    "errata-kinds",
    "event-kinds",
    "frequencies",
    "interface",
    "measures",
    "name-kinds",
    "programme-kinds",
    "programme-status",
    "qualifiers",
    "search-words",
    "term-kinds",
    "theme",
    "units",
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A label that is missing would leave a hole in a page."""
    for name in REQUIRED:
        if name not in catalogue.vocabularies:
            place = Place(f"data/vocabulary/{name}.yml")
            yield Problem(place, "this vocabulary is missing", "restore it from git")
    for name in ("home", "about"):
        if name not in catalogue.prose:
            place = Place(f"data/prose/{name}.yml")
            yield Problem(place, "this page's text is missing", "restore it from git")
    for prose in catalogue.prose.values():
        yield from _repeated_anchors(prose)
    for held in catalogue.vocabularies.values():
        yield from _repeated(held)
    if interface := catalogue.vocabularies.get("interface"):
        yield from _asked_for(interface)
    if theme := catalogue.vocabularies.get("theme"):
        yield from _missing(theme, KEYS)


def _repeated(held: Held[Vocabulary]) -> Iterator[Problem]:
    count = Counter(term.code for term in held.record.terms)
    for number, term in enumerate(held.record.terms):
        if count[term.code] > 1:
            place = held.place("terms", number, "code")
            yield Problem(place, f"code {term.code!r} stands twice", "keep one of them")


def _repeated_anchors(held: Held[Prose]) -> Iterator[Problem]:
    count = Counter(section.id for section in held.record.sections)
    for number, section in enumerate(held.record.sections):
        if count[section.id] > 1:
            place = held.place("sections", number, "id")
            yield Problem(place, f"id {section.id!r} stands twice", "a page's anchors differ")


def _asked_for(interface: Held[Vocabulary]) -> Iterator[Problem]:
    asked = words_asked_for()
    yield from _missing(interface, asked)
    for number, term in enumerate(interface.record.terms):
        place = interface.place("terms", number, "label")
        if term.code in asked:
            yield from _places(term, asked[term.code], place)


def _missing(held: Held[Vocabulary], asked: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(set(asked) - {term.code for term in held.record.terms}):
        tip = "add a term with this code and its wording in Traditional"
        yield Problem(held.place("terms"), f"the word {key!r} is missing", tip)


def _places(term: Term, filled: frozenset[str], place: Place) -> Iterator[Problem]:
    """A place that nothing fills would stop the build; a value without a place would be lost."""
    wording = settle(term.label, "zh-Hant")
    known = ", ".join(f"{{{it}}}" for it in sorted(filled)) or "none"
    tip = f"places of this word: {known}"
    for text in filter(None, (wording.text, wording.other)):
        unknown, missing = places(text) - filled, filled - places(text)
        for name in sorted(unknown):
            yield Problem(place, f"nothing fills the place {{{name}}} of {term.code!r}", tip)
        for name in sorted(missing if not unknown else ()):
            yield Problem(place, f"{term.code!r} has no place for {{{name}}}", tip)
