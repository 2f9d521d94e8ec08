"""Markdown as MkDocs reads it: with the project's extensions, and those MkDocs always adds."""

from functools import cache
from pathlib import Path
from typing import Any

import markdown
import yaml
from lxml import html

MKDOCS = Path(__file__).resolve().parents[2] / "mkdocs.yml"
ALWAYS = ("toc", "tables", "fenced_code")


class _Settings(yaml.SafeLoader):
    """mkdocs.yml has tags of its own (!ENV); what they stand for does not matter here."""


_Settings.add_multi_constructor("!", lambda loader, tag, node: None)


@cache
def extensions() -> dict[str, dict[str, Any]]:
    """Extension → its settings."""
    settings = yaml.load(MKDOCS.read_text("utf-8"), Loader=_Settings)
    found: dict[str, dict[str, Any]] = {name: {} for name in ALWAYS}
    for entry in settings["markdown_extensions"]:
        found |= {entry: {}} if isinstance(entry, str) else entry
    return found | {"generator.site.raw_html": {}}


def converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(extensions()), extension_configs=extensions())


def rendered(source: str) -> html.HtmlElement:
    """The page as parsed by a browser, in a <div>."""
    return fragment(converter().convert(source))


def fragment(source: str) -> html.HtmlElement:
    """HTML as parsed by a browser, in a <div>."""
    return html.fragment_fromstring(source, create_parent="div")


def words(text: str) -> str:
    """`text` with white space as HTML shows it."""
    return " ".join(text.split())
