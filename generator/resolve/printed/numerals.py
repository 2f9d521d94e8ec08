"""Parse numbers in Western and Chinese digits, also mixed · folded text, position → numeral."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import mul
from typing import Literal

from generator.resolve.printed.words import ASCII_NUMBER, DIGITS, POINT, STEPS, TENS

TokenKind = Literal["figures", "digit", "tens", "step", "point"]
Token = tuple[TokenKind, Fraction]

BIG = 10**4
"""From here on a step multiplies everything before it."""
_FIGURES = re.compile(ASCII_NUMBER)
_INSIDE = re.compile("[多余来几](?=[十百千万亿兆])")
_GROUPS = re.compile("[ ,']")
_BROKEN = re.compile(r"[,.']?[0-9]| [0-9]")


@dataclass(frozen=True)
class Numeral:
    """A number as it stands in a text."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    """One; two where `三四百` is printed; none if it cannot be read."""
    scale: int = 1
    """What the steps at its end multiply by: 10000 in `5萬`."""
    more: bool = False
    """Whether `多` stands in it: `30多億`."""
    bare: bool = False
    """Whether it begins with a step: `百餘`."""


def numeral(text: str, at: int) -> Numeral | None:
    """The number that begins at position `at`, if there is one."""
    tokens: list[Token] = []
    end, more = at, False
    while (step := _token(text, end, tokens)) is not None:
        token, end = step
        if token is None:
            more = True
        else:
            tokens.append(token)
    if not tokens:
        return None
    if run_on_end := _run_on(text, end, tokens):
        return Numeral(at, run_on_end, ())
    values = tuple(it for it in map(_evaluated, _readings(tokens)) if it is not None)
    bare = tokens[0][0] == "step" and tokens[0][1] != 10
    return Numeral(at, end, values, _scale(tokens), more, bare)


def _token(text: str, at: int, before: Sequence[Token]) -> tuple[Token | None, int] | None:
    """The next token of a number and its end; the token is None for `多`."""
    last = before[-1][0] if before else None
    if before and text[at : at + 1] == " " and last in ("figures", "step"):
        # A step may stand apart from the figures before it, and figures from the step.
        behind = text[at + 1 : at + 2]
        if (last == "figures") == (behind in STEPS and behind != ""):
            at += 1
    char = text[at : at + 1]
    if last in (None, "step") and (match := _FIGURES.match(text, at)):
        return ("figures", Fraction(_GROUPS.sub("", match[0]))), match.end()
    if char in DIGITS and last != "figures":
        return ("digit", Fraction(DIGITS[char])), at + 1
    if char in TENS and last != "figures":
        return ("tens", Fraction(TENS[char])), at + 1
    if char in STEPS:
        return ("step", Fraction(STEPS[char])), at + 1
    if before and _INSIDE.match(text, at):
        return None, at + 1
    if char == POINT and before and last != "figures" and text[at + 1 : at + 2] in DIGITS:
        return ("point", Fraction(0)), at + 1
    return None


def _run_on(text: str, end: int, tokens: Sequence[Token]) -> int | None:
    """The end of digits that are wrongly grouped, as in `1,28` or `78 70`; None otherwise."""
    if tokens[-1][0] != "figures" or not _BROKEN.match(text, end):
        return None
    match = re.compile("[0-9,.' ]*[0-9]").match(text, end)
    return match.end() if match else None


def _readings(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens in their only reading, or in two for a range such as `三四百`."""
    digits = [kind == "digit" for kind, _ in tokens]
    for at in range(1, len(tokens)):
        before, here = tokens[at - 1][1], tokens[at][1]
        neighbours = digits[at - 1] and digits[at] and here == before + 1 and before > 0
        if neighbours and not (all(digits) and len(tokens) > 2):
            return [[*tokens[:at], *tokens[at + 1 :]], [*tokens[: at - 1], *tokens[at:]]]
    return [list(tokens)]


def _scale(tokens: Sequence[Token]) -> int:
    steps: list[int] = []
    for kind, value in reversed(tokens):
        if kind != "step":
            break
        steps.append(int(value))
    return reduce(mul, steps, 1)


def _evaluated(tokens: Sequence[Token]) -> Fraction | None:
    kinds = [kind for kind, _ in tokens]
    if "point" in kinds:
        return _with_point(tokens, kinds.index("point"))
    if all(kind == "digit" for kind in kinds):
        return Fraction("".join(str(value) for _, value in tokens))
    return _Sum().add_up(tokens)


def _with_point(tokens: Sequence[Token], at: int) -> Fraction | None:
    integer = _evaluated(tokens[:at])
    end = at + 1
    while end < len(tokens) and tokens[end][0] == "digit":
        end += 1
    if integer is None:
        return None
    decimals = "".join(str(value) for _, value in tokens[at + 1 : end])
    number = integer + Fraction(int(decimals), 10 ** len(decimals))
    return _Sum().add_up([("figures", number), *tokens[end:]])


class _Sum:
    """Adds up digits and steps, as `一億二千萬` and `3萬5` are read."""

    def __init__(self) -> None:
        self.parts: list[tuple[Fraction, int]] = []
        """What steps from 萬 on have closed, with their step."""
        self.section = Fraction(0)
        self.current: Fraction | None = None
        self.zero = False
        self.small = BIG
        """The last step below 萬 of the open section."""
        self.last = 1

    def add_up(self, tokens: Sequence[Token]) -> Fraction | None:
        """The sum of the tokens; None if they form no number, as in `百千` or `2.5億3千萬`."""
        for number, (kind, value) in enumerate(tokens):
            accepted = self._step(int(value), number == 0) if kind == "step" else self._digit(value)
            if kind == "tens":
                accepted = accepted and self._step(1, False, tens=True)
            if not accepted:
                return None
        has_fraction = any(value.denominator > 1 for _, value in tokens)
        if has_fraction and any(kind != "step" for kind, _ in tokens[1:]):
            return None
        tail = self._tail(tokens[-1])
        if tail is None:
            return None
        return sum((value for value, _ in self.parts), self.section + tail)

    def _digit(self, value: Fraction) -> bool:
        if self.current is not None:
            return False
        if value == 0:
            self.zero = True
            return True
        self.current = value
        return True

    def _step(self, step: int, first: bool, tens: bool = False) -> bool:
        if step >= BIG:
            return self._close(step, first)
        if tens:
            self.section += self.current or 0
            self.small = self.last = 10
        else:
            if step >= self.small or (self.current is None and not first and step != 10):
                return False
            self.section += (1 if self.current is None else self.current) * step
            self.small = self.last = step
        self.current, self.zero = None, False
        return True

    def _close(self, step: int, first: bool) -> bool:
        """Apply `萬` or `億`, which multiply the section and the parts of lower steps before it."""
        lower = [value for value, part_step in self.parts if part_step < step]
        self.parts = [it for it in self.parts if it[1] >= step]
        value = sum(lower, self.section + (self.current or 0))
        if (value == 0 and not first) or (self.parts and self.parts[-1][1] <= step):
            return False
        self.parts.append(((value or Fraction(1)) * step, step))
        self.section, self.current, self.zero = Fraction(0), None, False
        self.small, self.last = BIG, step
        return True

    def _tail(self, token: Token) -> Fraction | None:
        """The value of a last digit: `三萬五` without a zero means 35,000."""
        if self.current is None:
            return Fraction(0)
        short = self.last >= 100 and self.current < 10 and not self.zero and token[0] != "step"
        tail = self.current * self.last / 10 if short else self.current
        return tail if self.last == 1 or tail < self.last else None
