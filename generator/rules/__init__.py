"""What must hold, one module a rule · Catalogue and day → problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.kinds import PUBLISHED
from generator.rules import (
    budget,
    budget_years,
    claims,
    conversion_marks,
    corrections,
    dataset_formats,
    documents,
    duplicates,
    event_dates,
    facts,
    finder_codes,
    history,
    hosts,
    identifiers,
    lifetimes,
    link_languages,
    listing_print,
    listings,
    name_forms,
    name_sources,
    namesakes,
    numbers_in_prose,
    outcomes,
    printed_amounts,
    printed_date_words,
    printed_dates,
    printed_numbers,
    prose_markup,
    quotations,
    reference_cycles,
    references,
    scripts,
    search_words,
    standards,
    start_dates,
    statements,
    synonyms,
    terminology,
    unreviewed,
    vocabulary,
    wider_applicants,
)
from generator.rules.common_causes import merge_common_causes
from generator.rules.copies import without_copies

RULES: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    references.check,
    references.names,
    facts.check,
    facts.check_outcomes,
    facts.check_series,
    facts.check_errata,
    finder_codes.check,
    statements.check,
    numbers_in_prose.check,
    printed_amounts.check,
    printed_dates.check,
    printed_date_words.check,
    printed_numbers.check,
    quotations.check,
    claims.check,
    reference_cycles.check,
    lifetimes.check,
    outcomes.check,
    documents.check,
    namesakes.check,
    name_forms.check,
    name_sources.check,
    duplicates.check,
    link_languages.check,
    budget.check,
    budget_years.check,
    unreviewed.check,
    identifiers.check,
    identifiers.check_drafts,
    history.check,
    corrections.check,
    hosts.check,
    hosts.check_repeated_hosts,
    listings.check,
    listings.check_row_counts,
    listing_print.check,
    listing_print.check_row_order,
    dataset_formats.check,
    vocabulary.check,
    wider_applicants.check,
    search_words.check,
    synonyms.check,
    synonyms.check_use,
    standards.check,
    terminology.check,
    scripts.check,
    conversion_marks.check,
    prose_markup.check,
)

RULES_WITH_A_DAY: tuple[Callable[[Catalogue, date], Iterator[Problem]], ...] = (
    event_dates.check,
    start_dates.check,
    corrections.check_days,
)
"""Rules that ask for the day."""

RULES_OVER_FOLDERS: Mapping[Callable[[Catalogue], Iterator[Problem]], tuple[str, ...]] = {
    listings.check_row_counts: ("documents", "datasets"),
    listing_print.check_row_order: ("documents",),
    references.names: ("terminology",),
    facts.check_outcomes: ("events",),
    facts.check_series: ("figures",),
    facts.check_errata: ("terminology",),
    statements.check: ("vocabulary", "datasets"),
    numbers_in_prose.check: ("terminology", "figures"),
    printed_numbers.check: ("vocabulary",),
    listing_print.check: ("vocabulary",),
    history.check: (*PUBLISHED, "history"),
    corrections.check: (*PUBLISHED, "history"),
    hosts.check: ("hosts",),
    terminology.check: ("terminology", "documents"),
    scripts.check: ("terminology", "documents", "errata"),
    name_forms.check: ("terminology", "documents"),
    name_sources.check: ("terminology", "documents", "hosts"),
    budget.check: ("terminology",),
    synonyms.check_use: tuple(kind.partition("/")[0] for kind in synonyms.SEARCHED),
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
    problems = [
        problem
        for rule in RULES
        if folders.isdisjoint(RULES_OVER_FOLDERS.get(rule, ()))
        for problem in rule(catalogue)
    ]
    problems += [problem for timed in RULES_WITH_A_DAY for problem in timed(catalogue, today)]
    caused = [*copied, *(problem for problem in problems if not _follows(problem, paths))]
    return sorted(merge_common_causes(catalogue, caused))


def _follows(problem: Problem, paths: Iterable[PurePosixPath]) -> bool:
    """Whether it names a record that is in one of these files, or is itself about the file."""
    own = PurePosixPath(problem.place.path).parts[-2:]
    needs = [name.split("/", 1) for name in problem.needs]
    return any(
        path.parts[-2:] == own
        or any(folder in path.parts and path.stem == identifier for folder, identifier in needs)
        for path in paths
    )
