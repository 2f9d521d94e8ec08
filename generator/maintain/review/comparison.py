"""Everything that differs between two built sites · folders → SiteComparison."""

from collections import Counter
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.maintain.review.built_file import BuiltFile
from generator.maintain.review.built_site import BuiltSite, changed_paths, decode_file, is_text
from generator.maintain.review.links import LinkChange, link_changes
from generator.maintain.review.markdown_diff import (
    MARKDOWN,
    MarkdownChange,
    is_beside_page,
    markdown_changes,
)
from generator.maintain.review.removed_addresses import (
    RemovedAddress,
    RemovedIdentifier,
    removed_addresses,
    removed_identifiers,
)
from generator.maintain.review.texts import Lines, TextChange, line_changes, text_changes

_NOTHING = BuiltFile()


@dataclass(frozen=True)
class WorkingsChange:
    """Scripts, styles or similar content of one kind that changed or moved."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True)
class SiteComparison:
    """All differences. Every file that differs is counted in at least one field."""

    added: Mapping[str, tuple[str, ...]]
    """Path → the lines of a new page that the list above it does not show already."""
    changed: tuple[str, ...]
    gone: tuple[RemovedAddress, ...]
    removed_identifiers: tuple[RemovedIdentifier, ...]
    links: tuple[LinkChange, ...]
    known_hosts: Set[str]
    """Those that stand anywhere in the old site."""
    workings: tuple[WorkingsChange, ...]
    texts: tuple[TextChange, ...]
    """On pages."""
    markdown: tuple[MarkdownChange, ...]
    """On the same pages, as their Markdown tells it."""
    files: Mapping[str, tuple[Lines, ...]]
    """In data files and feeds: path → changes."""
    unread: tuple[str, ...]
    """Indexes, styles, scripts, pictures: which of them changed."""
    markup: tuple[str, ...]
    """Pages of which only the markup changed, and files only in what is not seen."""


def compare(before: BuiltSite, after: BuiltSite) -> SiteComparison:
    """Compare two sites; files that are byte for byte the same are not parsed."""
    changed = tuple(changed_paths(before, after))
    sources = {path for path in changed if path.endswith(MARKDOWN)}
    pairs = {path: _pair(before, after, path) for path in changed if is_text(path)}
    new_paths = (path for path in after.files if path not in before.files)
    added = [path for path in new_paths if not is_beside_page(path, after.files)]
    new = {path: after.read_file(path) for path in added if is_text(path)}
    ends = {path: (_NOTHING, _outside_links(it)) for path, it in new.items()}
    for path in before.files.keys() - after.files:
        ends[path] = _outside_links(before.read_file(path)), _NOTHING
    lines = {path: tuple(line_changes(a.lines, b.lines)) for path, (a, b) in pairs.items()}
    links = link_changes({path: (a.links, b.links) for path, (a, b) in (pairs | ends).items()})
    unheard_of = {path: (_NOTHING, _new_workings(before, it)) for path, it in new.items()}
    workings = _workings(pairs | unheard_of)
    reported = {path for it in links for path in it.paths}
    reported |= {path for it in workings for path in it.paths}
    return SiteComparison(
        added={path: _own_lines(after, path) for path in added},
        changed=changed,
        gone=removed_addresses(before, after),
        removed_identifiers=tuple(removed_identifiers(before, after)),
        links=links,
        known_hosts=before.hosts if any(it.is_outside for it in links) else frozenset(),
        workings=workings,
        texts=text_changes({path: it for path, it in lines.items() if path.endswith(".html")}),
        markdown=markdown_changes({path: _texts(before, after, path) for path in sources}),
        files={
            path: changes
            for path, changes in lines.items()
            if changes and not path.endswith(".html") and path not in sources
        },
        unread=tuple(path for path in changed if path not in pairs),
        markup=tuple(
            path
            for path, changes in lines.items()
            if not changes and path not in reported and path not in sources
        ),
    )


def _pair(before: BuiltSite, after: BuiltSite, path: str) -> tuple[BuiltFile, BuiltFile]:
    """Both states of a file; a page that has become a redirect only keeps its outside links."""
    old, new = before.read_file(path), after.read_file(path)
    if new.redirect is None or old.redirect is not None:
        return old, new
    return _outside_links(old), replace(new, workings=_new_workings(before, new).workings)


def _texts(before: BuiltSite, after: BuiltSite, path: str) -> tuple[str, str]:
    return decode_file(before.files[path]), decode_file(after.files[path])


def _own_lines(site: BuiltSite, path: str) -> tuple[str, ...]:
    """The text of a new page without the lines that surround every page."""
    if not path.endswith(".html"):
        return ()
    around = (f"{it.as_posix()}/index.html" for it in PurePosixPath(path).parent.parents)
    lists = (it.removeprefix("./") for it in around)
    known = next((site.read_file(it).lines for it in lists if it in site.files), ())
    return tuple(line for line in site.read_file(path).lines if line not in set(known))


def _outside_links(page: BuiltFile) -> BuiltFile:
    """Only the page's links to other sites: its inner links come and go with the page."""
    return BuiltFile(links=tuple(it for it in page.links if not it.address.startswith("/")))


def links_to_unknown_hosts(site: BuiltSite, known: Collection[str]) -> tuple[LinkChange, ...]:
    """A single site's links to unknown hosts; none if no host is known."""
    if not known:
        return ()
    pages = {path: ((), site.read_file(path).links) for path in site.files if is_text(path)}
    return tuple(it for it in link_changes(pages) if it.is_outside and it.is_new(known))


def _new_workings(before: BuiltSite, page: BuiltFile) -> BuiltFile:
    """Scripts, styles and similar that no page of the old site has, without data in scripts."""
    old = [content for path, content in before.files.items() if path.endswith(".html")]
    return BuiltFile(
        workings=tuple(
            (kind, content)
            for kind, content in page.workings
            if "json" not in kind and not any(content.encode() in it for it in old)
        )
    )


def _workings(pairs: Mapping[str, tuple[BuiltFile, BuiltFile]]) -> tuple[WorkingsChange, ...]:
    """Each change once, with all the pages it is on."""
    paths_of_change: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for path, (before, after) in sorted(pairs.items()):
        gone, come = Counter(before.workings), Counter(after.workings)
        gone, come = gone - come, come - gone
        for kind in sorted({kind for kind, _ in (*gone, *come)}):
            old, new = (tuple(it for name, it in them if name == kind) for them in (gone, come))
            paths_of_change.setdefault((kind, old, new), []).append(path)
    return tuple(WorkingsChange(*change, tuple(paths)) for change, paths in paths_of_change.items())
