"""What readers would see change · two built sites → a report in Markdown.

Run by hand or by the workflow on a pull request: `dev.py review OLD NEW`. Pages are compared by
their text, data files and feeds line by line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff
from html.parser import HTMLParser
from pathlib import Path

_TEXTS = (".json", ".csv", ".ttl", ".jsonld", ".xml", ".ics", ".txt")
_LEFT_OUT = ("search/", "assets/", "data/v1/datapackage.json")
"""Made from the rest: indexes, styles, hashes."""
_UNSEEN = ("script", "style", "template", "svg")
_LINES = 40
"""As many changed lines of a file as are shown."""
_GROUPS, _EXAMPLES, _PAGES = 100, 3, 6
"""As many changes are shown, lines of each, and pages it stands on."""
_TOKEN = re.compile(r"[0-9][0-9,.]*|[A-Za-z]+|.")
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
    pages = {path: lines for path, lines in found.changed.items() if path.endswith(".html")}
    if pages:
        yield "\n### On the pages\n"
        yield from _groups(pages)
    if files := {path: it for path, it in found.changed.items() if path not in pages}:
        yield "\n### In the data files and feeds\n"
        yield from _files(files)


def _groups(pages: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Each change once, with the pages it stands on: one new word may stand on hundreds."""
    groups: dict[tuple[tuple[str, str], ...], list[tuple[str, tuple[str, ...]]]] = {}
    for path, lines in pages.items():
        for change in _single(lines):
            groups.setdefault(_core(change), []).append((path, change))
    for places in list(groups.values())[:_GROUPS]:
        examples = list(dict.fromkeys(change for _, change in places))
        shown = [line for example in examples[:_EXAMPLES] for line in example][:_LINES]
        yield from _fenced(shown)
        if len(examples) > _EXAMPLES:
            yield f"\nand {len(examples) - _EXAMPLES} more lines like these"
        paths = list(dict.fromkeys(path for path, _ in places))
        listed = ", ".join(f"`{path.removesuffix('index.html')}`" for path in paths[:_PAGES])
        more = f" and {len(paths) - _PAGES} more" if len(paths) > _PAGES else ""
        yield f"\non {listed}{more}\n"
    if len(groups) > _GROUPS:
        yield f"… {len(groups) - _GROUPS} more changes"


def _single(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The lines of one page apart: a line and what it became, or what else belongs together."""
    before: list[str] = []
    after: list[str] = []
    for line in [*lines, "-"]:
        if line.startswith("-") and (after or line == "-"):
            if len(before) == len(after):
                yield from (it for it in zip(before, after, strict=True) if it[0][1:] != it[1][1:])
            elif before or after:
                yield (*before, *after)
            before, after = [], []
        (before if line.startswith("-") else after).append(line)


def _core(change: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What of a line changed, without what stayed: whole numbers and words."""
    if len(change) != 2 or change[0][:1] == change[1][:1]:
        return (("", "\n".join(change)),)
    old, new = (_TOKEN.findall(line[1:]) for line in change)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = (it for it in steps if it[0] != "equal")
    parts = (("".join(old[a:b]), "".join(new[c:d])) for _, a, b, c, d in changed)
    return tuple(dict.fromkeys(parts))


def _files(files: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for path, lines in files.items():
        yield f"<details><summary><code>{path}</code>: {len(lines)} lines</summary>\n"
        yield from _fenced(lines)
        yield "\n</details>\n"


def _fenced(lines: Sequence[str]) -> Iterator[str]:
    fence = "`" * (3 + max((line.count("`") for line in lines), default=0))
    yield f"{fence}diff"
    yield from lines[:_LINES]
    if len(lines) > _LINES:
        yield f"… {len(lines) - _LINES} more"
    yield fence


def _texts(site: Path) -> dict[str, list[str]]:
    """Path → its lines as a reader meets them."""
    found = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.startswith(_LEFT_OUT) or "sitemap" in path:
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
