"""How parts of the report are worded: counts, places, headings · → Markdown."""

from collections.abc import Iterator, Sequence

from generator.messages.github_markdown import inline_code
from generator.messages.language import both_languages
from generator.messages.message import say


def heading(title: str, number: int | None = None) -> str:
    """Of a section, in both languages."""
    return f"### {both_languages(title)}" + ("" if number is None else f" ({number})")


def page_list(paths: Sequence[str], most: int = 6) -> str:
    """Pages by their addresses, as many as are shown, and how many more there are."""
    listed = ", ".join(inline_code(page_address(path)) for path in paths[:most])
    more = len(paths) - most
    if more <= 0:
        return listed
    return f"{listed} {both_languages(say('and {more} more', more=more))}"


def bullet_list(paths: Sequence[str], most: int) -> Iterator[str]:
    """One a line."""
    yield from (f"- {inline_code(page_address(path))}" for path in paths[:most])
    if (more := len(paths) - most) > 0:
        yield f"- {both_languages(say('and {more} more', more=more))}"


def page_address(path: str) -> str:
    """What a browser shows of a page's path."""
    return path.removesuffix("index.html") or "/"
