"""Changed pages as their Markdown tells it · Markdown of two sites → differences.

Of a page in both scripts the Traditional one is shown; the other is made of the same records.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from generator.maintain.review.texts import shorten_change

MARKDOWN = ".md"
OTHER_VARIANT = "zh-Hans/"
_AROUND = 2
"""As many lines that stayed are shown on either side of what changed."""
_LINE = 160
"""As many characters of such a line, which is there only to tell the place."""


@dataclass(frozen=True)
class MarkdownChange:
    """What changed in a page's Markdown, and in that of others in the same way."""

    lines: tuple[str, ...]
    """A unified diff, its long lines shortened."""
    paths: tuple[str, ...]


def is_beside_page(path: str, files: Mapping[str, object]) -> bool:
    """Whether the file is the Markdown of a page among `files`, which stands beside it."""
    return path.endswith(MARKDOWN) and f"{path.removesuffix(MARKDOWN)}.html" in files


def markdown_changes(pairs: Mapping[str, tuple[str, str]]) -> tuple[MarkdownChange, ...]:
    """The differences of `pairs`, path → text before and after; the same on many pages once."""
    paths_of_change: dict[tuple[str, ...], list[str]] = {}
    shown: dict[tuple[str, ...], tuple[str, ...]] = {}
    for path, (before, after) in sorted(pairs.items()):
        traditional = path.removeprefix(OTHER_VARIANT)
        if path != traditional and traditional in pairs:
            continue
        diff = list(unified_diff(before.split("\n"), after.split("\n"), n=_AROUND, lineterm=""))[2:]
        change = tuple(line for line in diff if not line.startswith(("@", " ")))
        paths_of_change.setdefault(change, []).append(path)
        shown.setdefault(change, tuple(_shortened(diff)))
    return tuple(
        MarkdownChange(shown[change], tuple(paths)) for change, paths in paths_of_change.items()
    )


def _shortened(diff: Sequence[str]) -> Iterator[str]:
    """The lines of a unified diff; of a line and its new form only what changed, and what is near
    it."""
    old: list[str] = []
    new: list[str] = []
    for line in diff:
        if line.startswith("-") and not new:
            old.append(line)
        elif line.startswith("+"):
            new.append(line)
        else:
            yield from _run(old, new)
            old, new = ([line], []) if line.startswith("-") else ([], [])
            if not old:
                yield line if len(line) <= _LINE else f"{line[:_LINE]}…"
    yield from _run(old, new)


def _run(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if len(old) != len(new):
        yield from (line for each in (*old, *new) for line in shorten_change((each,)))
        return
    pairs = [shorten_change(pair) for pair in zip(old, new, strict=True)]
    yield from (before for before, _ in pairs)
    yield from (after for _, after in pairs)
