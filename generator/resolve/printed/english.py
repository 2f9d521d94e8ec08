"""Replace numbers in English words by digits · folded text → text of the same length."""

import re

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_STEPS = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = "|".join([*_VALUES, *_STEPS])
_FIRST = "|".join(_VALUES)
_WORDS = re.compile(
    rf"\b(?:(?P<half>half a)|an?(?= (?:hundred|thousand|million|billion|dozen))|{_FIRST})"
    rf"(?:(?:[ -]|,? and )(?:{_WORD}))*(?P<dozen> dozen)?(?P<and_half> and a half)?\b",
    re.I,
)
_DOZEN = 12


def figures_for_words(text: str) -> str:
    """`text` with `two hundred and fifty` as `250`; digits keep the length of the words.

    A number that would be longer than its words stays as it is.
    """
    return _WORDS.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    words = re.findall(_WORD, match[0].lower())
    half = bool(match["half"])
    if match["half"] and not words:
        return match[0]
    value = _value(words, half) * (_DOZEN if match["dozen"] else 1)
    digits = f"{value}.5" if match["and_half"] else str(value)
    if len(digits) > len(match[0]):
        return match[0]
    # Spaces in front: what follows the number is read right behind it.
    return " " * (len(match[0]) - len(digits)) + digits


def _value(words: list[str], half: bool) -> int:
    total = section = 0
    for word in words:
        if word in _VALUES:
            section += _VALUES[word]
        elif word == "hundred":
            section = (section or 1) * 100
        else:
            total += (section or 1) * _STEPS[word]
            section = 0
    value = total + section
    return value // 2 if half else value
