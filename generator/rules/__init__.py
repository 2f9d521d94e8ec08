"""Rules about the data: (Catalogue) → problems. One module a rule; all of them run."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from generator.model.catalogue import Catalogue
from generator.problem import Problem
from generator.rules import (
    beginnings,
    budget,
    budget_years,
    circles,
    documents,
    facts,
    history,
    hosts,
    identifiers,
    languages,
    lifetimes,
    listing_print,
    listings,
    marks,
    name_forms,
    namesakes,
    outcomes,
    own_words,
    printed_amounts,
    printed_dates,
    printed_numbers,
    references,
    repeats,
    rows,
    scripts,
    standards,
    terminology,
    times,
    vocabulary,
)
from generator.rules.causes import gathered
from generator.rules.copies import without_copies

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
    circles.check,
    lifetimes.check,
    outcomes.check,
    documents.check,
    namesakes.check,
    name_forms.check,
    repeats.check,
    languages.check,
    budget.check,
    budget_years.check,
    identifiers.check,
    history.check,
    hosts.check,
    hosts.repeated,
    listings.check,
    listings.counts,
    listing_print.check,
    listing_print.order,
    rows.check,
    vocabulary.check,
    standards.check,
    terminology.check,
    scripts.check,
    marks.check,
)

TIMED: tuple[Callable[[Catalogue, date], Iterator[Problem]], ...] = (
    times.check,
    beginnings.check,
)
"""Rules that ask for the day."""

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
    scripts.check: ("terminology", "documents", "errata"),
    name_forms.check: ("terminology", "documents"),
    budget.check: ("terminology",),
}
"""Rules that say nothing true unless every file of these folders could be read."""


def check(
    catalogue: Catalogue, unread: Iterable[str] = (), today: date = date.max
) -> list[Problem]:
    """Everything the rules object to, sorted by place.

    `unread` are paths that could not be read. What only follows from that is left out: a record
    that is missing because of a typing error would be reported by everything that names it.
    Nothing happens after `today`, the day in Hong Kong.
    """
    paths = {PurePosixPath(path) for path in unread}
    folders = {part for path in paths for part in path.parts}
    catalogue, copied = without_copies(catalogue)
    found = [
        problem
        for rule in RULES
        if folders.isdisjoint(WHOLE.get(rule, ()))
        for problem in rule(catalogue)
    ]
    found += [problem for timed in TIMED for problem in timed(catalogue, today)]
    caused = [*copied, *(it for it in found if not _follows(it, paths))]
    return sorted(gathered(catalogue, caused))


def _follows(problem: Problem, paths: Iterable[PurePosixPath]) -> bool:
    """Whether it names a record that is in one of these files, or is itself about the file."""
    own = PurePosixPath(problem.place.path).parts[-2:]
    needs = [name.split("/", 1) for name in problem.needs]
    return any(
        path.parts[-2:] == own
        or any(folder in path.parts and path.stem == identifier for folder, identifier in needs)
        for path in paths
    )
