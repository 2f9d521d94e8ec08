"""Check that the vocabularies the site needs exist and are complete, with each code once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from generator.exports.contract_fields import required_explanations
from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, quote_value
from generator.model.budget import Basis, BudgetUnit
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.erratum import ErratumKind, ErratumLevel
from generator.model.figure import Qualifier
from generator.model.programme import TermKind
from generator.model.vocabulary import Prose, Term, Vocabulary
from generator.model.wording import settle
from generator.render.theme import KEYS
from generator.render.words import placeholder_names, required_words
from generator.rules.references import allowed_codes
from generator.rules.repetitions import repetitions

REQUIRED = (
    "agency-kinds",
    "amount-kinds",
    "applicants",
    "asking-words",
    "budget-bases",
    "budget-changes",
    "budget-units",
    "categories",
    "dataset-status",
    "errata-kinds",
    "errata-levels",
    "event-kinds",
    "fields",
    "formats",
    "frequencies",
    "interface",
    "matching",
    "measures",
    "name-kinds",
    "page-words",
    "programme-kinds",
    "programme-status",
    "qualifiers",
    "statement-kinds",
    "term-kinds",
    "theme",
    "units",
)

CLOSED = {
    "budget-bases": get_args(Basis),
    "budget-units": get_args(BudgetUnit),
    "errata-kinds": get_args(ErratumKind),
    "errata-levels": get_args(ErratumLevel),
    "qualifiers": get_args(Qualifier),
    "term-kinds": get_args(TermKind),
}
"""Codes that the data files promise: a vocabulary gives them labels and an order, no more."""


VOCABULARIES_WITH_DISTINCT_LABELS = (
    *("agency-kinds", "amount-kinds", "applicants", "budget-bases", "categories"),
    *("dataset-status", "errata-kinds", "errata-levels", "event-kinds", "frequencies"),
    *("matching", "measures", "name-kinds", "programme-kinds", "programme-status"),
    *("statement-kinds", "term-kinds"),
)
"""Vocabularies whose labels readers tell the codes apart by."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A label that is missing would leave a hole in a page."""
    yield from _missing_files(catalogue)
    for prose in catalogue.prose.values():
        yield from _repeated_anchors(prose)
    for record_file in catalogue.vocabularies.values():
        yield from _repeated_codes(record_file)
        yield from _shared_words(record_file)
        yield from _rules_of_one(catalogue, record_file)


def _missing_files(catalogue: Catalogue) -> Iterator[Problem]:
    for name in REQUIRED:
        if name not in catalogue.vocabularies:
            place = Place(f"data/vocabulary/{name}.yml")
            yield Problem(place, say("this vocabulary is missing"), say("restore it from git"))
    for name in ("home", "about", "data"):
        if name not in catalogue.prose:
            place = Place(f"data/prose/{name}.yml")
            yield Problem(place, say("this page's text is missing"), say("restore it from git"))


def _rules_of_one(catalogue: Catalogue, record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    """Check what only a vocabulary of this name has to have."""
    match record_file.record.id:
        case "interface":
            yield from _interface_words(record_file)
        case "theme":
            yield from _missing_codes(record_file, KEYS)
        case "fields":
            yield from _published_fields(record_file)
        # Without its vocabulary every group would be unknown; _missing_files says that once.
        case "measures" if "term-kinds" in catalogue.vocabularies:
            yield from _groups(record_file, catalogue.codes("term-kinds"))
        case "units":
            yield from _patterns(record_file)
        case name if name in CLOSED:
            yield from _missing_codes(record_file, CLOSED[name])
            yield from _unknown_codes(record_file, CLOSED[name])
            if name == "qualifiers":
                yield from _patterns(record_file)


def _repeated_codes(record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    for code, number in _all_repeated(term.code for term in record_file.record.terms):
        place = record_file.place("terms", number, "code")
        yield Problem(place, say("code {code!r} stands twice", code=code), say("keep one of them"))


def _shared_words(record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    """Readers choose by labels, and the extractor by what is printed; a counter may be that
    of many units, which are held against it, not found by it, and a search finds many records."""
    first: dict[tuple[str, str], str] = {}
    for number, term in enumerate(record_file.record.terms):
        label = settle(term.label, record_file.record.script).text
        chosen = (
            [(("label", label), "label")]
            if record_file.record.id in VOCABULARIES_WITH_DISTINCT_LABELS
            else []
        )
        printed = () if record_file.record.id in ("units", "record-words") else term.printed
        for key, field in [*chosen, *((("printed", it), "printed") for it in printed)]:
            earlier = first.setdefault(key, term.code)
            if earlier != term.code:
                message = say(
                    "{text} is that of {other!r}, too", text=quote_value(key[1]), other=earlier
                )
                tip = say("write what tells the two codes apart, or keep one of them")
                yield Problem(record_file.place("terms", number, field), message, tip)


def _repeated_anchors(record_file: RecordFile[Prose]) -> Iterator[Problem]:
    for anchor, number in _all_repeated(section.id for section in record_file.record.sections):
        place = record_file.place("sections", number, "id")
        yield Problem(
            place, say("id {id!r} stands twice", id=anchor), say("a page's anchors differ")
        )


def _all_repeated(codes: Iterable[str]) -> list[tuple[str, int]]:
    """Each code that repeats with its position, the first time included."""
    numbered = ((code, (number, code)) for number, code in enumerate(codes))
    repeated = {place for _, *places in repetitions(numbered) for place in places}
    return [(code, number) for number, code in sorted(repeated)]


def _interface_words(interface: RecordFile[Vocabulary]) -> Iterator[Problem]:
    required = required_words()
    yield from _missing_codes(interface, required)
    for number, term in enumerate(interface.record.terms):
        place = interface.place("terms", number, "label")
        if term.code in required:
            yield from _places(term, required[term.code], place)


def _missing_codes(record_file: RecordFile[Vocabulary], wanted: Iterable[str]) -> Iterator[Problem]:
    for key in sorted(set(wanted) - {term.code for term in record_file.record.terms}):
        tip = say("add a term with this code and its wording in Traditional")
        yield Problem(record_file.place("terms"), say("the word {key!r} is missing", key=key), tip)


def _published_fields(fields: RecordFile[Vocabulary]) -> Iterator[Problem]:
    """Check that the vocabulary explains every published field, and nothing else."""
    published_keys = required_explanations(frozenset(term.code for term in fields.record.terms))
    yield from _missing_codes(fields, published_keys)
    for number, term in enumerate(fields.record.terms):
        if term.code not in published_keys:
            place = fields.place("terms", number, "code")
            message = say("no field {code!r} is published", code=term.code)
            yield Problem(place, message, say("remove it or correct it"))


def _unknown_codes(record_file: RecordFile[Vocabulary], codes: Iterable[str]) -> Iterator[Problem]:
    for number, term in enumerate(record_file.record.terms):
        if term.code not in codes:
            tip = say("the data files promise these: {codes}", codes=list_names(codes))
            yield Problem(
                record_file.place("terms", number, "code"),
                say("unknown code {code!r}", code=term.code),
                tip,
            )


def _groups(record_file: RecordFile[Vocabulary], codes: Sequence[str]) -> Iterator[Problem]:
    for number, term in enumerate(record_file.record.terms):
        # A missing vocabulary is one problem, not one for each of its codes.
        if codes and term.group is not None and term.group not in codes:
            message = say("unknown kind of condition {group!r}", group=term.group)
            tip = allowed_codes("term-kinds", codes, term.group)
            yield Problem(record_file.place("terms", number, "group"), message, tip)


def _patterns(record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    """Check that a unit or a qualifier has a place for its number, a range for both of its ends."""
    for number, term in enumerate(record_file.record.terms):
        filled = frozenset("nm" if term.code == "range" else "n")
        yield from _places(term, filled, record_file.place("terms", number, "label"))


def _places(term: Term, filled: frozenset[str], place: Place) -> Iterator[Problem]:
    """Report a placeholder that nothing fills, which stops the build, and a value without one."""
    wording = settle(term.label, "zh-Hant")
    known = list_names(f"{{{it}}}" for it in sorted(filled)) or say("none")
    tip = say("places of this word: {known}", known=known)
    for text in filter(None, (wording.text, wording.other)):
        unknown, missing = placeholder_names(text) - filled, filled - placeholder_names(text)
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
