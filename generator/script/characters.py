"""Which characters belong to one script only, and which stand for several of the other."""

import re
from functools import cache

from generator.model.base import Script
from generator.script.opencc_tables import dictionary_lines

IDEOGRAPH = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)

# Script → the table of the other script's characters, and of its own.
_TABLES: dict[Script, tuple[str, str]] = {
    "zh-Hant": ("STCharacters", "TSCharacters"),
    "zh-Hans": ("TSCharacters", "STCharacters"),
}


@cache
def foreign_characters(script: Script) -> frozenset[str]:
    """Characters that a text in `script` does not hold: those of the other script alone."""
    other_table, own_table = _TABLES[script]
    own_characters = {char for char, _ in _rows(own_table)}
    if script == "zh-Hant":
        # Hong Kong writes some characters as Simplified does: 秘, not 祕.
        own_characters |= {value for _, values in _rows("HKVariants") for value in values}
    return frozenset(
        char
        for char, values in _rows(other_table)
        if char not in values and char not in own_characters
    )


@cache
def ambiguous_characters(script: Script) -> frozenset[str]:
    """Characters of `script` for which the other script has more than one."""
    _, own_table = _TABLES[script]
    return frozenset(char for char, values in _rows(own_table) if len(values) > 1)


def same_word(hant: str, hans: str) -> bool:
    """Whether two texts are one in the two scripts, character by character."""
    return len(hant) == len(hans) and all(map(_same_character, hant, hans))


def plainest(text: str) -> str:
    """`text` with every character in its first Simplified form: to hold texts in any script against
    one another."""
    simpler = _forms("TSCharacters")
    return "".join(simpler[char][0] if char in simpler else char for char in text)


def _same_character(hant: str, hans: str) -> bool:
    simpler, fuller = _forms("TSCharacters"), _forms("STCharacters")
    return hant == hans or hans in simpler.get(hant, ()) or hant in fuller.get(hans, ())


@cache
def _forms(name: str) -> dict[str, list[str]]:
    return dict(_rows(name))


@cache
def _rows(name: str) -> tuple[tuple[str, list[str]], ...]:
    return tuple(dictionary_lines(name))
