"""The clause of a document's text in which words stand · lines, line, words → quotation.

A clause ends at a full stop, a semicolon or a colon, behind which a paragraph's run-in heading
ends, too. One that is too long for a quotation is cut at its commas, and what is too short to be
judged is given its neighbours. What stands in brackets or quotation marks is cut only if need be.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.resolve.printed.quotation import MOST, compact_line

ENOUGH = 24
"""A part of a clause shorter than this is given its neighbours, as far as they fit."""
LEAST = 10
"""Less than this of a longer clause, such as `since 2018`, tells nothing: a person chooses."""
_PAIRS = {"（": "）", "(": ")", "「": "」", "『": "』", "《": "》", "〈": "〉", "“": "”"}
_SENTENCE = r"[。！？；;\t]|[：:](?![0-9])|(?<![0-9）)])[：:]"
_COMMA = r"[，,](?![0-9]{3})"
_ENDS = "。！？；;：:，,、\t ·-"
_LEVELS = (
    (_SENTENCE, True),
    (f"{_SENTENCE}|{_COMMA}", True),
    (f"{_SENTENCE}|{_COMMA}|、", True),
    (f"{_SENTENCE}|{_COMMA}", False),
    (f"{_SENTENCE}|{_COMMA}|、", False),
)
"""Where a clause may be cut, and whether only outside of brackets; the first that fits is taken."""
_BEGINS_ANEW = re.compile(r"\s*(?:[-·•#]|\*[^*]|\d+\t|\()|.*\t")
_MARK = re.compile(r"^\s*(?:#+\s+)?(?:[-·•]\s*)*(?:\d+\s+(?=[^\d\s年月日]))?")
_ENDED = tuple("。！？；;：:")
_LEAST_OF_A_PARAGRAPH = 16
"""A shorter line is a heading, which the next line does not go on with."""


@dataclass(frozen=True)
class Passage:
    """A line with the ends of the paragraph that the extraction has cut off it."""

    text: str
    """Without marks and wraps."""
    own: range
    """The part of it that is the line's own."""


def clauses(lines: Sequence[str], line: int, printed: str) -> Iterator[str]:
    """A quotation for each place on the line (from 1) at which `printed` stands."""
    passage = _passage(lines, line)
    for words in _places(passage, printed):
        if clause := _clause(passage.text, words):
            yield clause


def likest(candidates: Iterable[str], words: str) -> str | None:
    """The candidate that has most of `words`, pair by pair; the first of several."""
    wanted = {words[at : at + 2] for at in range(len(words) - 1)}
    return max(candidates, key=lambda it: sum(pair in it for pair in wanted), default=None)


def _passage(lines: Sequence[str], line: int) -> Passage:
    own = lines[line - 1]
    before = next((it for it in reversed(lines[: line - 1]) if it.strip()), "")
    after = next((it for it in lines[line:] if it.strip()), "")
    parts = [
        _without_marks(before) if _goes_on(before, own) else "",
        _without_marks(own),
        _without_marks(after) if _goes_on(own, after) else "",
    ]
    joined = [_close_gaps(" ".join(parts[:count])).rstrip() for count in (1, 2, 3)]
    return Passage(joined[2], range(len(joined[0]), len(joined[1])))


def _goes_on(text: str, following: str) -> bool:
    """Whether a paragraph goes on from one line of text to the next."""
    return (
        len(compact_line(text)) >= _LEAST_OF_A_PARAGRAPH
        and "\t" not in text
        and not text.rstrip().endswith(_ENDED)
        and not _BEGINS_ANEW.match(following)
    )


def _without_marks(text: str) -> str:
    plain = re.sub(r"<[^>]*>|[*•]", "", text).replace("&amp;", "&")
    return _MARK.sub("", plain)


def _close_gaps(text: str) -> str:
    """`text` without the gaps of wraps and type: spaces stay between Latin words and digits."""
    text = re.sub(r"[ \u00a0\u3000]+", " ", text.strip())
    return re.sub(r"(?<![!-~]) | (?![!-~])|(?<=[(,:;]) | (?=[),:;])", "", text)


def _places(passage: Passage, printed: str) -> Iterator[range]:
    """Where `printed` begins on the line itself; a number is no part of a longer one."""
    form = compact_line(printed)
    digits = r"(?<![0-9])(?<![0-9][,. ])" if form[:1].isdigit() else ""
    pattern = digits + r"\s*".join(map(re.escape, form))
    for match in re.finditer(pattern, passage.text):
        if match.start() in passage.own:
            yield range(match.start(), match.end())


def _clause(text: str, words: range) -> str | None:
    covered = _in_brackets(text)
    whole = _cut(text, range(len(text)), words, _ends(text, *_LEVELS[0], covered))
    for level in _LEVELS:
        cuts = _ends(text, *level, covered)
        part = _cut(text, whole, words, cuts)
        if _fits(text, part):
            part = _grown(text, part, whole, cuts)
            said = _trimmed(text, part)
            return said if part == whole or len(said) >= LEAST else None
    return None


def _ends(text: str, pattern: str, outside: bool, covered: Sequence[range]) -> list[int]:
    """Where a text may be cut: behind what the pattern finds, and not in brackets if `outside`."""
    ends = re.finditer(pattern, text)
    if outside:
        return [it.end() for it in ends if not any(it.start() in pair for pair in covered)]
    brackets = [place for pair in covered for place in (pair.start + 1, pair.stop)]
    return sorted([*brackets, *(it.end() for it in ends)])


def _cut(text: str, whole: range, words: range, cuts: Sequence[int]) -> range:
    """The part of `whole` between the cuts before and behind `words`."""
    start = max((it for it in cuts if whole.start <= it <= words.start), default=whole.start)
    stop = min((it for it in cuts if words.stop <= it <= whole.stop), default=whole.stop)
    return range(start, stop)


def _grown(text: str, part: range, whole: range, cuts: Sequence[int]) -> range:
    """`part` with neighbours of the same clause, first those before it, until it is enough."""
    while len(_trimmed(text, part)) < ENOUGH:
        earlier = max((it for it in cuts if whole.start <= it < part.start), default=whole.start)
        later = min((it for it in cuts if part.stop < it <= whole.stop), default=whole.stop)
        longer = [range(earlier, part.stop), range(part.start, later)]
        fitting = [it for it in longer if it != part and _fits(text, it)]
        if not fitting:
            return part
        part = fitting[0]
    return part


def _fits(text: str, part: range) -> bool:
    """Whether a part is short enough, and no bracket in it lacks the other."""
    words = _trimmed(text, part)
    brackets = (
        words.count(opening) == words.count(closing) and words.find(opening) <= words.find(closing)
        for opening, closing in _PAIRS.items()
    )
    return len(words) <= MOST and all(brackets)


def _trimmed(text: str, part: range) -> str:
    """The words of a part, without marks at its ends and halves of brackets."""
    words = text[part.start : part.stop].strip(_ENDS)
    words = re.sub(r"^以及|[，,；;](?:以及|及)$", "", words)
    while words and words[0] in _PAIRS and _PAIRS[words[0]] not in words:
        words = words[1:].lstrip(_ENDS)
    openings = {closing: opening for opening, closing in _PAIRS.items()}
    while words and words[-1] in openings and openings[words[-1]] not in words:
        words = words[:-1].rstrip(_ENDS)
    return words


def _in_brackets(text: str) -> list[range]:
    """The inside of each pair of brackets or quotation marks."""
    opened: list[tuple[str, int]] = []
    pairs: list[range] = []
    for place, char in enumerate(text):
        if char in _PAIRS:
            opened.append((_PAIRS[char], place))
        elif any(closing == char for closing, _ in opened):
            while opened:
                closing, start = opened.pop()
                if closing == char:
                    pairs.append(range(start, place))
                    break
    return pairs
