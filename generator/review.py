"""What readers would see change · two built sites → a report in Markdown.

Run by hand or by the workflow on a pull request: `dev.py review OLD NEW`. Pages are compared by
their text, data files and feeds line by line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

_TEXTS = (".json", ".csv", ".ttl", ".jsonld", ".xml", ".ics", ".txt")
_UNSEEN = ("script", "style", "template", "svg")
_LINES = 40
"""As many changed lines of a file as are shown."""
_MOST = 900_000
"""GitHub shows no more than a megabyte."""


@dataclass(frozen=True)
class Review:
    """Which files differ, and how."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    """Path → lines that begin with + or -."""


def review(old: Path, new: Path) -> Review:
    """The pages and data files of two built sites; search indexes and the map are left out."""
    before, after = _texts(old), _texts(new)
    return Review(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed={
            path: tuple(_changes(before[path], after[path]))
            for path in sorted(before.keys() & after.keys())
            if before[path] != after[path]
        },
    )


def as_markdown(found: Review) -> str:
    """The report: first what was removed, for an address that is gone is the worst of it."""
    text = "\n".join(_report(found)) + "\n"
    return text if len(text) <= _MOST else f"{text[:_MOST]}\n```\n\n(cut)\n"


def _report(found: Review) -> Iterator[str]:
    counts = f"{len(found.changed)} changed, {len(found.added)} added, {len(found.removed)} removed"
    yield f"## What readers would see change: {counts}"
    for title, paths in (("Removed", found.removed), ("Added", found.added)):
        if paths:
            yield f"\n### {title}\n"
            yield from (f"- `{path}`" for path in paths)
    if found.changed:
        yield "\n### Changed\n"
    for path, lines in found.changed.items():
        yield f"<details><summary><code>{path}</code>: {len(lines)} lines</summary>\n"
        fence = "`" * (3 + max((line.count("`") for line in lines), default=0))
        yield f"{fence}diff"
        yield from lines[:_LINES]
        if len(lines) > _LINES:
            yield f"… {len(lines) - _LINES} more"
        yield f"{fence}\n\n</details>\n"


def _texts(site: Path) -> dict[str, list[str]]:
    """Path → its lines as a reader meets them."""
    found = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(("search/", "assets/")) or "sitemap" in path:
            continue
        if file.suffix == ".html":
            found[path] = _seen(file.read_text("utf-8"))
        elif file.suffix in _TEXTS:
            found[path] = file.read_text("utf-8-sig").splitlines()
    return found


def _seen(page: str) -> list[str]:
    reader = _Reader()
    reader.feed(page)
    return [line for line in (" ".join(it.split()) for it in reader.lines) if line]


def _changes(before: list[str], after: list[str]) -> Iterator[str]:
    for line in list(unified_diff(before, after, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield line if len(line) <= 300 else f"{line[:299]}…"


class _Reader(HTMLParser):
    """The text of a page's own part, a line for each block, with the addresses of its links."""

    _INLINE = ("a", "span", "b", "i", "em", "strong", "code", "small", "abbr", "time")

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line."""
        self._unseen += tag in _UNSEEN
        if tag not in self._INLINE:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._unseen -= tag in _UNSEEN
        if tag not in self._INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Text that is shown."""
        if not self._unseen:
            self.lines[-1] += data
