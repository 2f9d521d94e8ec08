"""One form for both scripts · characters that are used → a table that brings them together."""

from collections.abc import Iterable
from functools import cache

from generator.script.opencc_tables import dictionary_lines


def fold_text(text: str) -> str:
    """The text in one form."""
    return text.translate(_fold_table())


@cache
def _fold_table() -> dict[int, str]:
    return str.maketrans(_variants())


def fold_pairs(used: Iterable[str]) -> tuple[str, str]:
    """Pairs that bring every used character, and every variant of one, to a single form."""
    variants = _variants()
    wanted = {variants.get(char, char) for char in used}
    pairs = [(char, form) for char, form in sorted(variants.items()) if form in wanted]
    return "".join(char for char, _ in pairs), "".join(form for _, form in pairs)


@cache
def _variants() -> dict[str, str]:
    """Character → the first of the characters that OpenCC's tables connect it with.

    A character with several counterparts (乾 干 幹, 徵 征) joins them: what is searched is found
    in whichever of them a writer chose.
    """
    leader: dict[str, str] = {}

    def find(char: str) -> str:
        while leader.get(char, char) != char:
            char = leader[char]
        return char

    for name in ("TSCharacters", "HKVariants", "TWVariants"):
        for key, values in dictionary_lines(name):
            # A worker counts UTF-16 units: outside the basic plane a fold would shift highlights.
            group = [char for char in (key, *values) if len(char) == 1 and char <= "\uffff"]
            first = min((find(char) for char in group), default="")
            leader.update((find(char), first) for char in group)
            leader.update((char, first) for char in group)
    return {char: find(char) for char in leader if find(char) != char}
