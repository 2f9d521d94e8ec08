"""Marks English on Chinese pages, for screen readers · text and its markup → markup."""

import re

from generator.render.escape import Markdown

_NOT_LATIN = re.compile("[^\u0000-\u024f\u2010-\u201f\u2026]")
_WORDS = re.compile("[A-Za-z]{2,} +[A-Za-z]{2,}")


def mark_english(text: str, markup: Markdown) -> Markdown:
    """`markup` marked as English, when `text` is two words of it or more and nothing else.

    A single word is a name or an abbreviation, which Chinese says alike.
    """
    if _NOT_LATIN.search(text) or not _WORDS.search(text):
        return markup
    return Markdown(f'<span lang="en">{markup}</span>')
