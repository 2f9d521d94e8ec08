"""Edge: the arguments of `review` → its report."""

from collections.abc import Sequence
from pathlib import Path

from generator.maintain.review.built_site import BuiltSite
from generator.maintain.review.checkout import known_hosts, program_changes, symbolic_links
from generator.maintain.review.comparison import compare, links_to_unknown_hosts
from generator.maintain.review.report import ReviewContext, as_markdown, without_pages


def report_on(
    old: Path | None,
    new: Path,
    checkouts: Sequence[Path] = (),
    files: Sequence[Path] = (),
    update: Path | None = None,
) -> str:
    """What differs between two built sites, and between the states they were built from."""
    around, after = _review_context(checkouts, files, update), BuiltSite(new)
    if old is None:
        return without_pages(links_to_unknown_hosts(after, around.known_hosts), around)
    return as_markdown(compare(BuiltSite(old), after), around)


def _review_context(
    checkouts: Sequence[Path], files: Sequence[Path], update: Path | None
) -> ReviewContext:
    known, added = map(known_hosts, checkouts) if checkouts else ({}, {})
    old_links, new_links = map(symbolic_links, files) if files else ((), ())
    return ReviewContext(
        known_hosts=known,
        added_hosts={it: who for it, who in added.items() if it not in known},
        program=program_changes(*files) if files else (),
        symbolic_links=tuple(it for it in new_links if it not in old_links),
        update=update.read_text("utf-8", "replace") if update else None,
    )
