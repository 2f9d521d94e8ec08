"""The vocabularies the site cannot do without are there, and every code stands once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from generator.exports.contract_fields import keys_asked_for
from generator.messages.message import say
from generator.messages.problem import Place, Problem, quote_value
from generator.model.budget import Basis, Unit
from generator.model.catalogue import Catalogue, Held
from generator.model.erratum import ErratumKind
from generator.model.figure import Qualifier
from generator.model.programme import TermKind
from generator.model.vocabulary import Prose, Term, Vocabulary
from generator.model.wording import settle
from generator.render.theme import KEYS
from generator.render.words import places, words_asked_for
from generator.rules.references import allowed_codes

REQUIRED = (
    "agency-kinds",
    "budget-bases",
    "budget-changes",
    "budget-units",
    "categories",
    "dataset-status",
    "errata-kinds",
    "event-kinds",
    "fields",
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

CLOSED = {
    "budget-bases": get_args(Basis),
    "budget-units": get_args(Unit),
    "errata-kinds": get_args(ErratumKind),
    "qualifiers": get_args(Qualifier),
    "term-kinds": get_args(TermKind),
}
"""Codes that the data files promise: a vocabulary gives them labels and an order, no more."""


CHOSEN = (
    *("agency-kinds", "budget-bases", "categories", "dataset-status", "errata-kinds"),
    *("event-kinds", "frequencies", "measures", "name-kinds", "programme-kinds"),
    *("programme-status", "term-kinds"),
)
"""Vocabularies whose labels readers tell the codes apart by."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A label that is missing would leave a hole in a page."""
    yield from _missing_files(catalogue)
    for prose in catalogue.prose.values():
        yield from _repeated_anchors(prose)
    for held in catalogue.vocabularies.values():
        yield from _repeated(held)
        yield from _alike(held)
        yield from _of(catalogue, held)


def _missing_files(catalogue: Catalogue) -> Iterator[Problem]:
    for name in REQUIRED:
        if name not in catalogue.vocabularies:
            place = Place(f"data/vocabulary/{name}.yml")
            yield Problem(place, say("this vocabulary is missing"), say("restore it from git"))
    for name in ("home", "about", "data"):
        if name not in catalogue.prose:
            place = Place(f"data/prose/{name}.yml")
            yield Problem(place, say("this page's text is missing"), say("restore it from git"))


def _of(catalogue: Catalogue, held: Held[Vocabulary]) -> Iterator[Problem]:
    """What is asked of the one vocabulary or the other."""
    match held.record.id:
        case "interface":
            yield from _asked_for(held)
        case "theme":
            yield from _missing(held, KEYS)
        case "fields":
            yield from _explained(held)
        # Without its vocabulary every group would be unknown; _missing_files says that once.
        case "measures" if "term-kinds" in catalogue.vocabularies:
            yield from _groups(held, catalogue.codes("term-kinds"))
        case "units":
            yield from _patterns(held)
        case name if name in CLOSED:
            yield from _missing(held, CLOSED[name])
            yield from _beyond(held, CLOSED[name])
            if name == "qualifiers":
                yield from _patterns(held)


def _repeated(held: Held[Vocabulary]) -> Iterator[Problem]:
    count = Counter(term.code for term in held.record.terms)
    for number, term in enumerate(held.record.terms):
        if count[term.code] > 1:
            place = held.place("terms", number, "code")
            yield Problem(
                place, say("code {code!r} stands twice", code=term.code), say("keep one of them")
            )


def _alike(held: Held[Vocabulary]) -> Iterator[Problem]:
    """Readers choose by labels, and the extractor by what is printed; a counter may be that
    of many units, which are held against it, not found by it."""
    first: dict[tuple[str, str], str] = {}
    for number, term in enumerate(held.record.terms):
        label = settle(term.label, held.record.script).text
        chosen = [(("label", label), "label")] if held.record.id in CHOSEN else []
        printed = () if held.record.id == "units" else term.printed
        for key, field in [*chosen, *((("printed", it), "printed") for it in printed)]:
            other = first.setdefault(key, term.code)
            if other != term.code:
                message = say(
                    "{text} is that of {other!r}, too", text=quote_value(key[1]), other=other
                )
                tip = say("write what tells the two codes apart, or keep one of them")
                yield Problem(held.place("terms", number, field), message, tip)


def _repeated_anchors(held: Held[Prose]) -> Iterator[Problem]:
    count = Counter(section.id for section in held.record.sections)
    for number, section in enumerate(held.record.sections):
        if count[section.id] > 1:
            place = held.place("sections", number, "id")
            yield Problem(
                place, say("id {id!r} stands twice", id=section.id), say("a page's anchors differ")
            )


def _asked_for(interface: Held[Vocabulary]) -> Iterator[Problem]:
    asked = words_asked_for()
    yield from _missing(interface, asked)
    for number, term in enumerate(interface.record.terms):
        place = interface.place("terms", number, "label")
        if term.code in asked:
            yield from _places(term, asked[term.code], place)


def _missing(held: Held[Vocabulary], asked: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(set(asked) - {term.code for term in held.record.terms}):
        tip = say("add a term with this code and its wording in Traditional")
        yield Problem(held.place("terms"), say("the word {key!r} is missing", key=key), tip)


def _explained(fields: Held[Vocabulary]) -> Iterator[Problem]:
    """Every published field is explained on /data/, and nothing else is."""
    asked = keys_asked_for(frozenset(term.code for term in fields.record.terms))
    yield from _missing(fields, asked)
    for number, term in enumerate(fields.record.terms):
        if term.code not in asked:
            place = fields.place("terms", number, "code")
            message = say("no field {code!r} is published", code=term.code)
            yield Problem(place, message, say("remove it or correct it"))


def _beyond(held: Held[Vocabulary], codes: Iterable[str]) -> Iterator[Problem]:
    for number, term in enumerate(held.record.terms):
        if term.code not in codes:
            tip = say("the data files promise these: {codes}", codes=", ".join(codes))
            yield Problem(
                held.place("terms", number, "code"),
                say("unknown code {code!r}", code=term.code),
                tip,
            )


def _groups(held: Held[Vocabulary], codes: Sequence[str]) -> Iterator[Problem]:
    for number, term in enumerate(held.record.terms):
        # A missing vocabulary is one problem, not one for each of its codes.
        if codes and term.group is not None and term.group not in codes:
            message = say("unknown kind of condition {group!r}", group=term.group)
            tip = allowed_codes("term-kinds", codes, term.group)
            yield Problem(held.place("terms", number, "group"), message, tip)


def _patterns(held: Held[Vocabulary]) -> Iterator[Problem]:
    """A unit or a qualifier is said around its number, a range around both of its ends."""
    for number, term in enumerate(held.record.terms):
        filled = frozenset("nm" if term.code == "range" else "n")
        yield from _places(term, filled, held.place("terms", number, "label"))


def _places(term: Term, filled: frozenset[str], place: Place) -> Iterator[Problem]:
    """A place that nothing fills would stop the build; a value without a place would be lost."""
    wording = settle(term.label, "zh-Hant")
    known = ", ".join(f"{{{it}}}" for it in sorted(filled)) or say("none")
    tip = say("places of this word: {known}", known=known)
    for text in filter(None, (wording.text, wording.other)):
        unknown, missing = places(text) - filled, filled - places(text)
        for name in sorted(unknown):
            yield Problem(
                place,
                say("nothing fills the place {{{name}}} of {code!r}", name=name, code=term.code),
                tip,
            )
        for name in sorted(missing if not unknown else ()):
            yield Problem(
                place, say("{code!r} has no place for {{{name}}}", code=term.code, name=name), tip
            )
