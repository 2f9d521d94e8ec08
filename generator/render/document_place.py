"""Where a published document opens at words that it prints · document, words → address.

A PDF is searched for them, which some readers do; of any other page it is a text fragment. An
address that leads to something else than the document gets no words.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from generator.model.base import Script
from generator.model.document import Document
from generator.model.wording import Wording
from generator.render.escape import Markdown
from generator.script.convert import OTHER, Bilingual, remove_marks


def link_at_words(
    link: Callable[[str, Markdown], Markdown],
    to_both_scripts: Callable[[Wording], Bilingual],
    script: Script,
    label: Markdown,
    document: Document,
    words: Wording | None,
) -> Markdown:
    """` [label](address)`, to the edition in `script` if there is one; nothing if none is known."""
    edition = _edition(document, script)
    if edition is None or words is None:
        return Markdown("")
    address, edition_script = edition
    printed = words.script == edition_script
    text = words.text if printed else to_both_scripts(words)[edition_script]
    return Markdown(f" {link(address_at(address, remove_marks(text)), label)}")


def opens_at_words(document: Document) -> bool:
    """Whether there is such a link to an edition of it."""
    return _edition(document, document.script) is not None


def address_at(address: str, words: str) -> str:
    """`address` with what makes a browser go to `words`."""
    if urlsplit(address).path.lower().endswith(".pdf"):
        # Readers take spaces for the ends of words, and marks are not in the text as they look.
        longest = max(re.findall(r"\w+", words), key=len, default="")
        return f"{address}{'&' if '#' in address else '#'}search={quote(longest)}"
    # A comma, a hyphen or `&` would end the words of a fragment; quote() leaves the hyphen.
    said = quote(words, safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={said}"


def _edition(document: Document, script: Script) -> tuple[str, Script] | None:
    """A copy that stays, else the edition in `script`, else that in the other; with its script."""
    links = document.links
    if links is None:
        return None
    if links.archived:
        return links.archived, document.script
    by_script = {"zh-Hant": links.hant, "zh-Hans": links.hans}
    for own in () if document.link_note else (script, OTHER[script]):
        if address := by_script[own]:
            return address, own
    return None
