"""Marks words in another language or script, for screen readers and fonts · text → markup."""

import re

from generator.model.base import Script
from generator.render.escape import Markdown, escape
from generator.script.variants import LANGUAGE_TAG

_NOT_LATIN = re.compile("[^\u0000-\u024f\u2010-\u201f\u2026]")
_WORDS = re.compile("[A-Za-z]{2,} +[A-Za-z]{2,}")


def mark_english(text: str, markup: Markdown) -> Markdown:
    """`markup` marked as English, when `text` is two words of it or more and nothing else.

    A single word is a name or an abbreviation, which Chinese says alike.
    """
    if _NOT_LATIN.search(text) or not _WORDS.search(text):
        return markup
    return Markdown(f'<span lang="en">{markup}</span>')


def in_english(text: str) -> Markdown:
    """An English name."""
    return Markdown(f'<span lang="en">{escape(text)}</span>')


def in_language(markup: Markdown, script: Script) -> Markdown:
    """Words in a script that is not the page's."""
    return Markdown(f'<span lang="{LANGUAGE_TAG[script]}">{markup}</span>')
