"""Where a conversion to Traditional chose one of several characters; which choices were read."""

from collections.abc import Iterator, Mapping

from generator.model.catalogue import Catalogue
from generator.model.wording import Wording
from generator.script.characters import IDEOGRAPH
from generator.script.convert import Converter

NO_CHARACTER = "·"


def reviewed(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Each watched character → the contexts that a person has read."""
    return {
        it.char: frozenset(it.seen)
        for held in catalogue.terminology.contexts.values()
        for it in held.record.characters
    }


def contexts(
    wording: Wording, converter: Converter, known: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Watched characters that OpenCC chose in the Traditional form of `wording`, each with its
    neighbours, where these are not among the `known` ones."""
    shown, asked = converter.chosen(wording.text, wording.script, wording.document)
    if known.keys().isdisjoint(asked):
        return
    for at, char in enumerate(asked):
        if char in known:
            seen = _neighbour(shown, at - 1) + char + _neighbour(shown, at + 1)
            if seen not in known[char]:
                yield char, seen


def _neighbour(text: str, at: int) -> str:
    char = text[at] if 0 <= at < len(text) else ""
    return char if IDEOGRAPH.fullmatch(char) else NO_CHARACTER
