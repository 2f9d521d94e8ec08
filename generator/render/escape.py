"""The only place where `str` becomes `Markdown`.

Markdown passes HTML, `javascript:` links and attribute lists through. A sign is escaped only where
it would mean something, so that a page's source reads as the page does. Templates refuse every
value that has not been through here.
"""

import html
import json
import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit


class Markdown(str):
    """Text that is safe inside a Markdown body."""

    __slots__ = ()


class FrontMatter(Markdown):
    """Text that is safe as a YAML value in a page's front matter."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """`text` as it reads, on one line: in a paragraph, a heading, a cell, a label, at any place.

    Backslashes where every parser knows them, entities elsewhere (in a table, a backslash before
    `|` is read before all others).
    """
    line = _SPACES.sub(" ", text)
    return Markdown(_BEGINNING.sub(_escaped_beginning, _SIGN.sub(_escaped_sign, line)))


def html_text(text: str) -> Markdown:
    """`text` inside a block of HTML, in a quoted value or between tags."""
    return Markdown(html.escape(_SPACES.sub(" ", text).strip(" ")))


def escape_lines(text: str) -> Markdown:
    """`text` with its line breaks kept."""
    return Markdown("<br>".join(escape(line) for line in text.split("\n")))


def escape_paragraphs(text: str) -> Markdown:
    """`text` with each of its lines as a paragraph."""
    return Markdown("\n\n".join(escape(line) for line in text.split("\n")))


def front_matter(text: str) -> FrontMatter:
    """`text`, on one line, as a YAML value: in quotes only where YAML would misread it."""
    line = _LINE_ENDS.sub(" ", text).strip(" ")
    if _PLAIN.fullmatch(line) and line.lower() not in _YAML_WORDS:
        return FrontMatter(line)
    return FrontMatter(json.dumps(line, ensure_ascii=False))


def front_description(texts: Iterable[str]) -> FrontMatter:
    """What a page is about, in at most 200 characters."""
    text = " ".join(texts)
    return front_matter(text if len(text) <= 200 else text[:199] + "…")


def heading_id(name: str) -> Markdown:
    """The name of a place on a page.

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
    return Markdown(quote(url, safe=_KEPT_IN_URL))


_SPACES = re.compile(r"[ \t\n\v\f\r]+")
_LINE_ENDS = re.compile("[ \t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line for a reader of YAML, and spaces; one as wide as a letter is a letter."""
_SIGN = re.compile(
    r"[\\`*\[\]{}<|]"
    r"|&(?=#|[A-Za-z0-9]*(?:;|$))"
    r"|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
    r"|~(?=~)|(?<=~)~"
    r"|!$|#(?=#* ?$)"
)
"""What means something inside a line. `!` and `&` do before what may follow the text, and `#` at
the end of a heading."""
_BEGINNING = re.compile(r"^( ?)([-+](?= |$)|[#>:=]|[-=~]{2}|\d{1,9}[.)](?= |$))")
"""What begins a block."""
_ENTITIES = {"<": "&lt;", "&": "&amp;", "|": "&#124;", "~": "&#126;"}
_AS_ENTITY = {">": "&gt;", ":": "&#58;", "=": "&#61;", "~": "&#126;"}
_PLAIN = re.compile(r"[^\W\d_](?:[^\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029\"'#:\\]|:(?=\S))*")
"""What YAML takes for a text without quotes: it begins with a letter, and ends nowhere early."""
_YAML_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
_KEPT_IN_URL = "/:?#@!$&',*+=-._~%"


def _escaped_sign(sign: re.Match[str]) -> str:
    return _ENTITIES.get(sign[0], f"\\{sign[0]}")


def _escaped_beginning(beginning: re.Match[str]) -> str:
    space, text = beginning[1], beginning[2]
    if text[0].isdigit():
        return f"{space}{text[:-1]}\\{text[-1]}"
    return f"{space}{_AS_ENTITY.get(text[0], chr(92) + text[0])}{text[1:]}"
