"""Contexts in which a conversion to Traditional chose one of several characters, for review."""

from collections.abc import Iterator, Mapping

from generator.model.catalogue import Catalogue
from generator.model.wording import Wording
from generator.script.characters import IDEOGRAPH
from generator.script.convert import Converter

NO_CHARACTER = "·"


def reviewed_contexts(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Each watched character → the contexts that a person has reviewed."""
    return {
        character.char: frozenset(character.seen)
        for record_file in catalogue.terminology.contexts.values()
        for character in record_file.record.characters
    }


def unreviewed_contexts(
    wording: Wording, converter: Converter, known: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Watched characters that OpenCC chose in `wording`, each with its two neighbours, unless that
    context is among the `known` ones."""
    converted, opencc_chars = converter.convert_marking_choices(
        wording.text, wording.script, wording.document
    )
    if known.keys().isdisjoint(opencc_chars):
        return
    for at, char in enumerate(opencc_chars):
        if char in known:
            context = _neighbour(converted, at - 1) + char + _neighbour(converted, at + 1)
            if context not in known[char]:
                yield char, context


def _neighbour(text: str, at: int) -> str:
    char = text[at] if 0 <= at < len(text) else ""
    return char if IDEOGRAPH.fullmatch(char) else NO_CHARACTER
