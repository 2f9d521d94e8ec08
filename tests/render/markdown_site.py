"""Markdown as the site reads it, and as MkDocs' own parser does."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import yaml
from lxml import html

from generator.site.page_markup import PageMarkup, page_markup

MKDOCS = Path(__file__).resolve().parents[2] / "mkdocs.yml"
PERMALINK = "本節連結"
LINK_TO_ITSELF = ("permalink", "permalink_class", "permalink_title")


_SPACES = re.compile("[ \t\n\r\f]+")


class _Settings(yaml.SafeLoader):
    """mkdocs.yml has tags of its own (!ENV); what they stand for does not matter here."""


_Settings.add_multi_constructor("!", lambda loader, tag, node: None)


@cache
def extensions() -> dict[str, dict[str, Any]]:
    """Extension of mkdocs.yml → its settings; a heading's link to itself is made later."""
    settings = yaml.load(MKDOCS.read_text("utf-8"), Loader=_Settings)
    named: dict[str, dict[str, Any]] = {}
    for entry in settings["markdown_extensions"]:
        named |= {entry: {}} if isinstance(entry, str) else entry
    own = {key: it for key, it in named["toc"].items() if key not in LINK_TO_ITSELF}
    return named | {"toc": own}


def python_markdown(source: str) -> str:
    """The HTML that MkDocs' own parser makes, with what mkdocs.yml asks of it and no more."""
    site = markdown.Markdown(extensions=list(extensions()), extension_configs=extensions())
    return site.convert(source)


def marked_up(source: str) -> PageMarkup:
    """The page of a body of Markdown, whose links stay as they are."""
    return page_markup(source, lambda target: target, {}, PERMALINK)


def rendered(source: str) -> html.HtmlElement:
    """The page as a browser reads it, in a <div>."""
    return fragment(marked_up(source).html)


def fragment(source: str) -> html.HtmlElement:
    """HTML as parsed by a browser, in a <div>."""
    return html.fragment_fromstring(source, create_parent="div")


def words(text: str) -> str:
    """`text` with white space as HTML shows it."""
    return _SPACES.sub(" ", text).strip(" ")


def outline(element: html.HtmlElement) -> list[str]:
    """Elements, attributes and texts in their order, whatever white space is between them."""
    attributes = [f"@{name}={words(value)}" for name, value in sorted(element.attrib.items())]
    lines = [f"<{element.tag}>", *attributes, words(element.text or "")]
    for child in element:
        lines += [*outline(child), f"</{child.tag}>", words(child.tail or "")]
    return [line for line in lines if line]
