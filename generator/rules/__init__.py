"""Rules about the data: (Catalogue) → problems. One module a rule; all of them run."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.model.catalogue import Catalogue
from generator.problem import Problem
from generator.rules import (
    budget,
    facts,
    history,
    hosts,
    identifiers,
    listing_print,
    listings,
    marks,
    own_words,
    printed_amounts,
    printed_dates,
    printed_numbers,
    references,
    scripts,
    standards,
    terminology,
    vocabulary,
)

RULES: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    references.check,
    references.names,
    facts.check,
    facts.outcomes,
    facts.series,
    facts.errata,
    own_words.check,
    printed_amounts.check,
    printed_dates.check,
    printed_numbers.check,
    budget.check,
    identifiers.check,
    history.check,
    hosts.check,
    hosts.repeated,
    listings.check,
    listings.counts,
    listing_print.check,
    listing_print.order,
    vocabulary.check,
    standards.check,
    terminology.check,
    scripts.check,
    marks.check,
)


WHOLE: Mapping[Callable[[Catalogue], Iterator[Problem]], tuple[str, ...]] = {
    listings.counts: ("documents", "datasets"),
    listing_print.order: ("documents",),
    references.names: ("terminology",),
    facts.outcomes: ("events",),
    facts.series: ("figures",),
    facts.errata: ("terminology",),
    own_words.check: ("terminology", "figures"),
    printed_numbers.check: ("vocabulary",),
    listing_print.check: ("vocabulary",),
    history.check: (
        *("agencies", "budget", "datasets", "documents", "programmes"),
        *("figures", "events", "errata", "terminology", "history"),
    ),
    hosts.check: ("hosts",),
    terminology.check: ("terminology", "documents"),
    scripts.check: ("terminology", "documents"),
}
"""Rules that say nothing true unless every file of these folders could be read."""


def check(catalogue: Catalogue, unread: Iterable[str] = ()) -> list[Problem]:
    """Everything the rules object to, sorted by place.

    `unread` are paths that could not be read. What only follows from that is left out: a record
    that is missing because of a typing error would be reported by everything that names it.
    """
    paths = {PurePosixPath(path) for path in unread}
    folders = {part for path in paths for part in path.parts}
    found = (
        problem
        for rule in RULES
        if folders.isdisjoint(WHOLE.get(rule, ()))
        for problem in rule(catalogue)
    )
    return sorted(it for it in found if not (paths and _follows(it, paths)))


def _follows(problem: Problem, paths: Iterable[PurePosixPath]) -> bool:
    own = PurePosixPath(problem.place.path).parts[-2:]
    return any(repr(path.stem) in problem.message or path.parts[-2:] == own for path in paths)
