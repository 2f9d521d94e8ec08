"""The only place where `str` becomes `Markdown`.

Python-Markdown passes HTML, `javascript:` links and attribute lists through, and backslashes do
not hold; numeric entities do. Templates refuse every value that has not been through here.
"""

import html
import json
import re
from urllib.parse import urlsplit


class Markdown(str):
    """Text that is safe inside a Markdown body."""

    __slots__ = ()


class FrontMatter(Markdown):
    """Text that is safe as a YAML value in a page's front matter, and as HTML text afterwards."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """`text` as it reads, with every character that could be markup written as an entity."""
    return Markdown(_MARKUP.sub(_entity, text.replace("\n", " ")))


def escape_lines(text: str) -> Markdown:
    """`text` with its line breaks kept."""
    return Markdown("<br>".join(escape(line) for line in text.split("\n")))


def escape_paragraphs(text: str) -> Markdown:
    """`text` with each of its lines as a paragraph."""
    return Markdown("\n\n".join(escape(line) for line in text.split("\n")))


def front_matter(text: str) -> FrontMatter:
    """`text` for a front-matter field that the theme prints into HTML without escaping."""
    return FrontMatter(json.dumps(html.escape(" ".join(text.split())), ensure_ascii=False))


def front_matter_json(text: str) -> FrontMatter:
    """A JSON object in one line as a front-matter value, for JSON is YAML.

    Raises ValueError for anything else.
    """
    if "\n" in text or not isinstance(json.loads(text), dict):
        raise ValueError(f"not a JSON object in one line: {text[:80]!r}")
    return FrontMatter(text)


def heading_id(name: str) -> Markdown:
    """A heading's anchor. An attribute list reads no entities, so nothing needing one may pass.

    Raises ValueError for anything but ASCII letters, digits and . _ -.
    """
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise ValueError(f"not an anchor: {name!r}")
    return Markdown(name)


def escape_url(url: str) -> Markdown:
    """An outside address for a Markdown link.

    Raises ValueError unless it is http or https; the model has refused anything else before.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"not a web address: {url!r}")
    return escape(url)


_MARKUP = re.compile(r"[^ A-Za-z0-9\x80-\U0010ffff]")
"""Everything in ASCII but letters, digits and spaces, which are harmless inside a line; at its
start four of them would make a code block, but a template never begins a line with a value."""


def _entity(char: re.Match[str]) -> str:
    return f"&#{ord(char[0])};"
