"""Headings and lists of pages in the report · paths → Markdown."""

from collections.abc import Iterator, Sequence

from generator.messages.github_markdown import inline_code
from generator.messages.language import both_languages
from generator.messages.message import say


def heading(title: str, number: int | None = None) -> str:
    """The heading of a section, in both languages."""
    return f"### {both_languages(title)}" + ("" if number is None else f" ({number})")


def page_list(paths: Sequence[str], most: int = 6) -> str:
    """The first pages by their addresses, and how many more there are."""
    listed = ", ".join(inline_code(page_address(path)) for path in paths[:most])
    more = len(paths) - most
    if more <= 0:
        return listed
    return f"{listed} {both_languages(say('and {more} more', more=more))}"


def bullet_list(paths: Sequence[str], most: int) -> Iterator[str]:
    """The first pages as a list, one per line, and how many more there are."""
    yield from (f"- {inline_code(page_address(path))}" for path in paths[:most])
    if (more := len(paths) - most) > 0:
        yield f"- {both_languages(say('and {more} more', more=more))}"


def page_address(path: str) -> str:
    """A page's path as a browser shows it."""
    return path.removesuffix("index.html").removesuffix("index.md") or "/"
