"""A Markdown extension: HTML that the generator wrote is put aside whole instead of parsed.

A block of HTML is a paragraph that begins with a block's start tag and ends with its end tag. The
generator escapes every value in it (render/escape.py), so there is nothing to look for inside;
Markdown and MkDocs would each read it character by character, which costs more than all else.
"""

import re
from itertools import groupby

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_START = re.compile(r"<(details|div|dl|figure|form|h1|nav|p|table|ul)[ >]")
_LINK_OF_TITLE = re.compile(r'(<h1[^>]*>.*?)<a class="headerlink"[^>]*>#</a>(</h1>)')
_LINK_OF_PART = re.compile(r'(<a class="headerlink" href="[^"]*") title=')
_HARMLESS = re.compile(r"&#(3[35-7]|4[0-7]|58|59|6[134]|9[1-5]|12[3-6]);")
"""Entities of ASCII signs that mean nothing in HTML, neither in a text nor in a quoted value."""
BEFORE_MKDOCS = 25
"""Below the 30 of Markdown's first step, which drops placeholders, and above those that parse."""


class _HtmlBlocks(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each block of HTML."""
        assert isinstance(self.md, Markdown)
        parts: list[str] = []
        for aside, group in groupby("\n".join(lines).split("\n\n"), _is_block):
            if aside:
                # One placeholder for all that stand together: each is looked at as a paragraph.
                blocks = "\n".join(part.strip("\n") for part in group)
                parts.append(self.md.htmlStash.store(blocks))
            else:
                parts.extend(group)
        return "\n\n".join(parts).split("\n")


def _is_block(part: str) -> bool:
    block = part.strip("\n")
    start = _START.match(block)
    return start is not None and block.endswith(f"</{start[1]}>")


class RawHtml(Extension):
    """Put blocks of HTML aside before anything else reads them."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the step."""
        md.preprocessors.register(_HtmlBlocks(md), "handbook-html", BEFORE_MKDOCS)


def makeExtension(**_: object) -> RawHtml:
    """What Markdown calls for the extension `generator.site.raw_html`."""
    return RawHtml()


def with_named_links(page: str) -> str:
    """`page` whose heading links have a spoken label instead of "#"; the title has no link."""
    page = _LINK_OF_TITLE.sub(r"\1\2", page)
    return _LINK_OF_PART.sub(r"\1 aria-label=", page)


def with_plain_signs(page: str) -> str:
    """`page` with entities turned back into signs where only Markdown would have misread them."""
    return _HARMLESS.sub(lambda it: chr(int(it[1])), page)
