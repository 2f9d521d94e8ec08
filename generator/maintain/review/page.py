"""A built page: its text, its links, what a browser acts on · HTML → BuiltFile."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from generator.maintain.review.built_file import BuiltFile, Link
from generator.resolve.web_address import addresses_in

_ADDRESSES = frozenset(
    ("href", "src", "action", "formaction", "data", "poster", "cite", "ping", "background")
)
"""Attributes that hold one address."""
_TEXTS = frozenset(("alt", "title", "aria-label", "placeholder", "label", "summary"))
"""Attributes that are shown or read aloud."""
_INLINE = ("a", "span", "b", "i", "em", "strong", "code", "small", "abbr", "time")
_ACTIVE = frozenset(("iframe", "frame", "object", "embed", "applet", "base", "form", "portal"))
_OWN = "http://site.invalid/"
"""Stands for the site, while addresses are made whole."""

Attributes = list[tuple[str, str | None]]


def read_page(html: str, path: str, site: str) -> BuiltFile:
    """The page at `path` of the site whose own address is `site`."""
    reader = _PageReader(path, site)
    reader.feed(html)
    reader.close()
    lines = (" ".join(it.split()) for it in (*reader.lines, *reader.attributes))
    texts = tuple(line for line in lines if line)
    named = (Link(normal_address(it, path, site)) for line in texts for it in addresses_in(line))
    return BuiltFile(texts, (*reader.links(), *named), tuple(reader.workings), reader.redirect)


def normal_address(address: str, path: str, site: str) -> str:
    """The full address, or only its path if it is one of the site's own."""
    try:
        full_address = urljoin(f"{_OWN}{path}", address.strip())
    except ValueError:  # no browser goes there either
        return address
    for root in (_OWN, site):
        if root and full_address.startswith(root):
            return "/" + full_address.removeprefix(root)
    return full_address


def strings_in(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a JSON value with its path of names; items of a list by their `id` or `@id`.

    Plain texts of a list all have the same path: another one before them moves none."""
    match value:
        case str():
            yield at, value
        case dict():
            for name, item in value.items():
                yield from strings_in(item, f"{at}.{name}")
        case list():
            for number, item in enumerate(value):
                name = "*" if isinstance(item, str) else number
                if isinstance(item, dict):
                    name = item.get("id") or item.get("@id") or number
                yield from strings_in(item, f"{at}.{name}")


class _PageReader(HTMLParser):
    """Goes through a page once."""

    def __init__(self, path: str, site: str) -> None:
        super().__init__()
        self.lines = [""]
        self.attributes: list[str] = []
        self.workings: list[tuple[str, str]] = []
        self.redirect: str | None = None
        self._path, self._own = path, site
        self._found: list[tuple[str, list[str]]] = []
        self._open: list[list[str]] = []
        self._raw: str | None = None
        """What kind of content is read that is not shown."""

    def links(self) -> Iterator[Link]:
        """With the words of each."""
        for address, words in self._found:
            yield Link(address, " ".join("".join(words).split()))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """A block begins a line; whatever leads somewhere or does something is noted."""
        words: list[str] = []
        if tag == "a":
            self._open.append(words)
        else:
            words.append(f"<{tag}>")
            if tag not in _INLINE:
                self.lines.append("")
        values = {name: value or "" for name, value in attrs}
        if tag in ("script", "style"):
            self._raw = f"{tag} {values['type']}" if "type" in values else tag
        if tag in _ACTIVE:
            self.workings.append((tag, self.get_starttag_text() or ""))
        if tag == "meta":
            self._meta(values)
        for name, value in values.items():
            self._attribute(tag, name, value, words)

    def _attribute(self, tag: str, name: str, value: str, words: list[str]) -> None:
        if name in _ADDRESSES or name.endswith(":href"):
            self._link(value, words)
        elif name == "srcset":
            for part in value.split(","):
                self._link(part.strip().partition(" ")[0], words)
        elif name in _TEXTS:
            self.attributes.append(f"{name}: {value}")
        elif name.startswith("on") or name in ("style", "srcdoc"):
            self.workings.append((f"{name}=", value))
        elif tag != "meta":
            for address in addresses_in(value):
                self._link(address, words)

    def _meta(self, values: dict[str, str]) -> None:
        content = values.get("content", "")
        kind = values.get("http-equiv", "").lower()
        name = values.get("property") or values.get("name") or ""
        if kind == "refresh":
            target = content.partition("=")[2].strip(" '\"")
            self.redirect = normal_address(target, self._path, self._own)
            self._link(target, ["<meta refresh>"])
        elif kind or name in ("viewport", "robots", "referrer", "theme-color"):
            self.workings.append((f"meta {kind or name}", content))
        elif "://" in content:
            self._link(content, [f"<meta {name}>"])
        elif content:
            self.attributes.append(f"{name}: {content}")

    def _link(self, address: str, words: list[str]) -> None:
        full_address = normal_address(address, self._path, self._own)
        if urldefrag(full_address).url != f"/{self._path}":  # a place on the same page
            self._found.append((full_address, words))

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        if tag in ("script", "style"):
            self._raw = None
        if tag == "a" and self._open:
            self._open.pop()
        if tag not in _INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Text that is shown, or what stands in a script or a style."""
        if self._raw is None:
            self.lines[-1] += data
            for words in self._open:
                words.append(data)
        elif data.strip():
            self.workings.append((self._raw, data.strip()))
            self._data(data)

    def handle_comment(self, data: str) -> None:
        """What nobody is shown, and some programs act on."""
        self.workings.append(("comment", data.strip()))

    def _data(self, text: str) -> None:
        """Addresses in data for machines, and in what is no JSON as well."""
        try:
            strings = list(strings_in(json.loads(text)))
        except (ValueError, RecursionError):
            strings = [("", text)]
        for at, string in strings:
            for address in addresses_in(string):
                self._link(address, [f"<script>{at}"])
