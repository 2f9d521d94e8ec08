"""The vocabularies the site cannot do without are there, and every code stands once."""

from collections import Counter
from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.problem import Place, Problem
from generator.render.words import keys_in_templates

REQUIRED = ("agency-kinds", "categories", "frequencies", "interface")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A label that is missing would leave a hole in a page."""
    for name in REQUIRED:
        if name not in catalogue.vocabularies:
            place = Place(f"data/vocabulary/{name}.yml")
            yield Problem(place, "this vocabulary is missing", "restore it from git")
    for held in catalogue.vocabularies.values():
        count = Counter(term.code for term in held.record.terms)
        for number, term in enumerate(held.record.terms):
            if count[term.code] > 1:
                place = held.place("terms", number, "code")
                yield Problem(place, f"code {term.code!r} stands twice", "keep one of them")
    interface = catalogue.vocabularies.get("interface")
    if interface:
        codes = {term.code for term in interface.record.terms}
        for key in sorted(keys_in_templates() - codes):
            tip = "add a term with this code and its wording in Traditional"
            yield Problem(interface.place("terms"), f"the word {key!r} is missing", tip)
    for name in ("home", "about"):
        if name not in catalogue.prose:
            place = Place(f"data/prose/{name}.yml")
            yield Problem(place, "this page's text is missing", "restore it from git")
