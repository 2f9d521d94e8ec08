"""`-{` and `}-` stand in pairs: what is between them is not converted, and the marks are not shown.

A mark alone, or one pair inside of another, would be printed on the page.
"""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.vocabulary import Vocabulary
from generator.model.wording import PLACEHOLDER
from generator.resolve.texts import texts

_PAIR = re.compile(r"-\{.*?\}-")
_MARK = re.compile(r"-\{|\}-")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Every text with a mark that has no counterpart on its line."""
    for text in texts(catalogue):
        # Words of the interface have places for values: `{start}-{end}`.
        has_placeholders = isinstance(text.record_file.record, Vocabulary)
        for shown in filter(None, (text.wording.text, text.wording.other)):
            if mark := _unpaired_mark(PLACEHOLDER.sub("", shown) if has_placeholders else shown):
                yield Problem(
                    text.record_file.place(*text.path),
                    say("{mark} without its counterpart", mark=mark),
                    say("write `-{…}-` around what is not to be converted, or delete the mark"),
                )


def _unpaired_mark(text: str) -> str | None:
    """A mark that remains when the pairs are taken out, or that is nested in a pair."""
    for pair in _PAIR.findall(text):
        if nested := _MARK.search(pair[2:-2]):
            return nested[0]
    unpaired = _MARK.search(_PAIR.sub("", text))
    return unpaired[0] if unpaired else None
