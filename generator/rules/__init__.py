"""Rules about the data: (Catalogue) → problems. One module a rule; all of them run."""

from collections.abc import Callable, Iterator

from generator.model.catalogue import Catalogue
from generator.problem import Problem
from generator.rules import (
    budget,
    facts,
    identifiers,
    listings,
    references,
    scripts,
    terminology,
    vocabulary,
)

RULES: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    references.check,
    facts.check,
    budget.check,
    identifiers.check,
    listings.check,
    vocabulary.check,
    terminology.check,
    scripts.check,
)


def check(catalogue: Catalogue) -> list[Problem]:
    """Everything the rules object to, sorted by place."""
    return sorted(problem for rule in RULES for problem in rule(catalogue))
