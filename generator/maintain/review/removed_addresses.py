"""Removed addresses and identifiers, and where they lead now · two sites → lists."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.maintain.review.built_site import BuiltSite

_DATA = "data/v1/"


@dataclass(frozen=True)
class RemovedAddress:
    """A page or file that was removed, or that redirects elsewhere than before."""

    path: str
    to: str | None
    """Where it leads; None if it leads nowhere."""


@dataclass(frozen=True)
class RemovedIdentifier:
    """An item that was removed from a data file."""

    kind: str
    id: str
    has_page: bool
    """Whether a page of its own is, or was, about it."""
    to: str | None
    """Where that page leads now; None if it leads nowhere."""


def removed_addresses(before: BuiltSite, after: BuiltSite) -> tuple[RemovedAddress, ...]:
    """Removed and redirected addresses; those that lead nowhere come first."""
    redirected = tuple(_redirected_pages(before, after))
    # A record's own file and a page's Markdown go with the page, which tells where all lead.
    with_page = {
        f"{page.path.removesuffix('.html')}{kind}"
        for page in redirected
        for kind in (".json", ".md")
    }
    gone = (
        path
        for path in before.files
        if path not in after.files
        and path not in with_page
        and not (path.endswith(".md") and f"{path[:-3]}.html" not in after.files)
    )
    return (*(RemovedAddress(path, None) for path in gone), *redirected)


def _redirected_pages(before: BuiltSite, after: BuiltSite) -> Iterator[RemovedAddress]:
    for path, content in after.files.items():
        # Few pages are, and reading all takes long.
        if path.endswith(".html") and b"refresh" in content:
            old = before.files.get(path)
            if old != content and (to := after.read_file(path).redirect) is not None:
                target_before = before.read_file(path).redirect if old is not None else None
                if old is not None and to != target_before:
                    yield RemovedAddress(path, to)


def removed_identifiers(before: BuiltSite, after: BuiltSite) -> Iterator[RemovedIdentifier]:
    """The items removed from every data file."""
    for path in before.files:
        if path.startswith(_DATA) and path.endswith(".json"):
            remaining = _identifiers(after, path)
            for identifier in _identifiers(before, path):
                if identifier not in remaining:
                    kind = PurePosixPath(path).stem
                    page = f"{kind}/{identifier}/index.html"
                    to = after.read_file(page).redirect if page in after.files else None
                    yield RemovedIdentifier(kind, identifier, page in before.files, to)


def _identifiers(site: BuiltSite, path: str) -> dict[str, None]:
    try:
        data = json.loads(site.files.get(path, b"{}"))
    except ValueError:
        return {}
    items = data.get("items") if isinstance(data, dict) else None
    return {str(it["id"]): None for it in items or () if isinstance(it, dict) and "id" in it}
