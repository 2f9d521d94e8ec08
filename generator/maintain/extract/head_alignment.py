"""Which line of the new text a line of last year's has become · two texts → pairs of lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.maintain.extract.head_layout import DATED, DIRECTION, NUMERALS
from generator.maintain.extract.head_years import later_words

_LIKE = 0.6


@dataclass(frozen=True)
class Carried:
    """A line of last year's text in the new one."""

    line: int
    same: bool
    """Whether only numbers and years differ."""
    as_dated: bool
    """Whether its dates are those of last year's line, moved by as many years."""


class Alignment:
    """The lines of two texts side by side."""

    def __init__(self, old: Sequence[str], new: Sequence[str], by: int) -> None:
        self.old, self.new, self._by = old, new, by
        self._pairs: dict[int, int] = {}
        self._align()

    def find(self, line: int) -> Carried | None:
        """What has become of a line of last year's text; none if it is gone."""
        at = self._pairs.get(line)
        if at is None or not 1 <= line <= len(self.old):
            return None
        before, after = self.old[line - 1], self.new[at - 1]
        same = masked(before) == masked(after)
        whole = "".join(self.new[it - 1] for it in self.beside(at))
        dated = _digits_of_years(later_words(before, self._by)) == _digits_of_years(whole)
        return Carried(at, same, dated)

    def stretch(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the lines of last year's text stand again, with the same words, in their order and
        with nothing new between them and what comes behind."""
        old = [it for it in range(first, len(self.old) + 1) if self.old[it - 1].strip()]
        inside = [it for it in old if it <= last]
        lines = [self.find(it) for it in old[: len(inside) + 1]]
        new = [it.line for it in lines if it is not None]
        if not inside or len(new) < len(lines) or new != sorted(new):
            return None
        if not all(it.same for it in lines[: len(inside)] if it):
            return None
        between = range(new[0], new[-1] + 1)
        if [it for it in between if self.new[it - 1].strip()] != new:
            return None
        return new[0], (new[-1] - 1 if last > inside[-1] else new[len(inside) - 1])

    def beside(self, line: int) -> list[int]:
        """A new line, and those right before and behind it that no other line has become."""
        taken = set(self._pairs.values())
        lines = [line]
        for step in (-1, 1):
            other = line + step
            while (
                1 <= other <= len(self.new) and other not in taken and self.new[other - 1].strip()
            ):
                lines.append(other)
                other += step
        return sorted(lines)

    def changed(self) -> list[tuple[int, int]]:
        """Lines whose words differ, the old and the new."""
        return [
            (old, new)
            for old, new in sorted(self._pairs.items())
            if masked(self.old[old - 1]) != masked(self.new[new - 1])
        ]

    def gone(self) -> list[int]:
        """Lines of last year's text that are no more."""
        return [
            line
            for line, text in enumerate(self.old, 1)
            if text.strip() and line not in self._pairs
        ]

    def added(self) -> list[int]:
        """Lines that only the new text has."""
        taken = set(self._pairs.values())
        return [line for line, text in enumerate(self.new, 1) if text.strip() and line not in taken]

    def _align(self) -> None:
        old = [line for line, text in enumerate(self.old, 1) if text.strip()]
        new = [line for line, text in enumerate(self.new, 1) if text.strip()]
        matcher = SequenceMatcher(
            None,
            [masked(self.old[it - 1]) for it in old],
            [masked(self.new[it - 1]) for it in new],
            autojunk=False,
        )
        for tag, first, last, other_first, other_last in matcher.get_opcodes():
            if tag == "equal":
                self._pairs |= dict(zip(old[first:last], new[other_first:other_last], strict=True))
            elif tag == "replace":
                self._pair_alike(old[first:last], new[other_first:other_last])
        self._pair_moved(old, new)

    def _pair_alike(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Pair the likest lines of two stretches, the likest first; the order holds."""
        rated = [
            (
                SequenceMatcher(
                    None, masked(self.old[one - 1]), masked(self.new[other - 1])
                ).ratio(),
                one,
                other,
            )
            for one in old
            for other in new
        ]
        for ratio, one, other in sorted(rated, key=lambda it: (-it[0], it[1], it[2])):
            crosses = any((a - one) * (b - other) <= 0 for a, b in self._pairs.items())
            if ratio >= _LIKE and not crosses:
                self._pairs[one] = other

    def _pair_moved(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Pair lines of which there is one alone in both texts, wherever they stand."""
        taken = set(self._pairs.values())
        places: dict[str, list[int]] = {}
        for line in new:
            if line not in taken:
                places.setdefault(masked(self.new[line - 1]), []).append(line)
        for line in old:
            candidates = (
                places.get(masked(self.old[line - 1]), []) if line not in self._pairs else []
            )
            if len(candidates) == 1 and len(masked(self.old[line - 1])) > 8:
                self._pairs[line] = candidates.pop()


def masked(text: str) -> str:
    """The words of a line: without spaces, and with every number, and rise and fall, alike."""
    words = "".join(NUMERALS.sub("0", word) for word in text.split())
    return re.sub(DIRECTION, "±", words)


def _digits_of_years(text: str) -> list[str]:
    """Years and dates of a line, in order; amounts may differ."""
    return DATED.findall("".join(text.split()))
