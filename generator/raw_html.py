"""A Markdown extension: HTML that the generator wrote is put aside whole instead of parsed.

A block of HTML is a paragraph that begins with a block's start tag and ends with its end tag. The
generator escapes every value in it (render/escape.py), so there is nothing to look for inside;
Markdown and MkDocs would each read it character by character, which costs more than all else.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_START = re.compile(r"<(details|div|figure|form|nav|ol|p|section|table|ul)[ >]")
BEFORE_MKDOCS = 25
"""Below the 30 of Markdown's first step, which drops placeholders, and above those that parse."""


class _PutAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each block of HTML."""
        parts = "\n".join(lines).split("\n\n")
        return "\n\n".join(map(self._kept, parts)).split("\n")

    def _kept(self, part: str) -> str:
        block = part.strip("\n")
        start = _START.match(block)
        if start is None or not block.endswith(f"</{start[1]}>"):
            return part
        assert isinstance(self.md, Markdown)
        return self.md.htmlStash.store(block)


class RawHtml(Extension):
    """Put blocks of HTML aside before anything else reads them."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the step."""
        md.preprocessors.register(_PutAside(md), "handbook-html", BEFORE_MKDOCS)


def makeExtension(**_: object) -> RawHtml:
    """What Markdown calls for the entry `generator.raw_html` of mkdocs.yml."""
    return RawHtml()
