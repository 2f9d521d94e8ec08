"""Where a page stands: what is above it, and what is beside it in its list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from generator.model.kinds import PAGES
from generator.render.page import Page


def with_neighbours(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, each record with the one before and the one after it."""
    for folder, group in groupby(pages, key=_list_of):
        records = list(group)
        if not folder:
            yield from records
            continue
        yield from in_order(records)


def in_order(pages: Iterable[Page]) -> Iterator[Page]:
    """Successive pages, each with the one before and the one after it."""
    pages = list(pages)
    named = [(page.path, page.title) for page in pages]
    for page, before, after in zip(pages, [None, *named], [*named[1:], None], strict=False):
        yield replace(page, before=before, after=after)


def _list_of(page: Page) -> str:
    """The list that the page is a record of, or nothing."""
    folder = page.path.partition("/")[0]
    return folder if page.record and folder in PAGES else ""
