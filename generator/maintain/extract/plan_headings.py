"""Headings of a plan in any form: part, organisation, kind of data · a line's text → what it is.

Where the words say what a heading is they decide, not its number: plans count in many ways.
"""

import re
from dataclasses import dataclass

from generator.maintain.extract.layout import fold_words
from generator.maintain.extract.row_numbers import read_number


@dataclass(frozen=True)
class PartHeading:
    """A heading of one of the four parts."""

    letter: str
    """The letter printed, or the one that the words say; `AB` if they say that years follow."""
    words: str
    """The heading without its letter."""
    meant: str
    """The letter that the words say; `AB` for datasets of years to come, empty if they say none."""


_LETTER = "[A-D]"
_NUMERAL = "[一二三四甲乙丙丁1-4]|IV|I{1,3}"
_NUMBERS = {
    sign: letter
    for row in ("一二三四", "甲乙丙丁", "1234")
    for sign, letter in zip(row, "ABCD", strict=True)
}
_NUMBERS |= {"I": "A", "II": "B", "III": "C", "IV": "D"}
_STOP = "[.．、:：]"
_STRONG = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[(（【\[]\s*(?P<letter>{_LETTER}|[甲乙丙丁])\s*[)）】\]]\s*部?\s*{_STOP}?\s*(?P<words>\S.*)",
        rf"(?P<letter>{_LETTER}|[甲乙丙丁])\s*{_STOP}\s*(?P<words>\S.*)",
        rf"(?P<letter>{_LETTER})\s*(?:部[分份]?)\s*{_STOP}?\s*(?P<words>\S.*)",
        rf"第\s*(?P<letter>{_LETTER}|{_NUMERAL})\s*部[分份]?\s*{_STOP}?\s*(?P<words>\S.*)",
        rf"(?:Part|PART|Section|部分)\s*(?P<letter>{_LETTER}|{_NUMERAL})\s*[-–—]?{_STOP}?\s*(?P<words>\S.*)",
    )
)
_WEAK = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<letter>{_LETTER})\s*[-–—)）]?\s*(?P<words>\S.*)",
        rf"[(（]?(?P<letter>{_NUMERAL})[)）]?\s*部?{_STOP}?\s*(?P<words>\S.*)",
    )
)
"""Headings only if their words are those of a part."""

_YEAR = r"(?:[12][0-9]{3}|二[〇零○][〇零○一二三四五六七八九]{2})年?"
_OPEN = "(?:[發发]放|[開开]放|[發发]布|公布|推出|上[載载])"
_SETS = r"(?:[數数][據据]|[資资]料)集?"
_ANY = r"[^。；;]{0,40}"
_MEANT = (
    (
        "D",
        re.compile(
            rf"[進进]度.*|.*(?:已[經经]?|曾){_OPEN}.*{_SETS}.*|progress\b.*|.*datasets?(?:already)?(?:released|uploaded|opened)\b.*"
        ),
    ),
    (
        "C",
        re.compile(
            rf"{_ANY}其他(?:公[營营]|非政府)?(?:[機机][構构]|[組组][織织]|[團团][體体]){_ANY}|{_ANY}other(?:organi[sz]ations?|bodies){_ANY}"
        ),
    ),
    (
        "AB",
        re.compile(
            rf"[將将擬拟]?(?:在|[於于])?{_YEAR}.{{0,24}}{_OPEN}.{{0,24}}|.*datasets?tobe(?:released|opened|published)in(?:20[0-9]{{2}}).{{0,20}}"
        ),
    ),
)
_LONGEST_HEADING = 90
_SPATIAL = r"(?:地理)?空[間间](?:[數数][據据]|[資资]料)集?"
_KIND = re.compile(
    rf"(?:(?P<non>非){_SPATIAL}|{_SPATIAL})(?:\(.*\))?(?:non-?spatialdata(?:sets?)?|spatialdata(?:sets?)?)?[:。]?"
    r"|(?P<english_non>non-?)?spatialdata(?:sets?)?(?:\(.*\))?:?"
)
"""Folded words of a heading that says which kind of data follow."""
_BEFORE_KIND = re.compile(
    r"(?:[A-D]\s*[.．]?\s*)?(?:[(（]?[0-9]{1,2}[)）]?\s*[.．]\s*)?"
    r"[(（]?\s*(?P<number>i{1,3}|I{1,3}|[1-9]|[a-e]|[一二三]|[①②③])?\s*[)）]?\s*[.．、:：]?\s*"
    r"(?=[非地空空NnSs])"
)
_ROMAN = re.compile(r"[(（]?(?P<roman>i{1,2})[)）.．、]\s*(?P<words>\S.*)")
_BODY = tuple(
    re.compile(pattern)
    for pattern in (
        r"[(（]?(?P<number>[1-9][0-9]?)[)）]\s*(?P<words>\S.*)",
        r"C\s*[.．]?\s*[(（]?(?P<number>[1-9][0-9]?)[)）]?\s*[.．、:：]?\s*(?P<words>\S.*)",
    )
)
_WEAK_BODY = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<number>[1-9][0-9]?)\s*[.．、:：]\s*(?P<words>\S.*)",
        r"[(（]?(?P<number>[一二三四五六七八九十]{1,3})[)）、.．]\s*(?P<words>\S.*)",
        r"(?P<number>[①-⑳])\s*(?P<words>\S.*)",
        r"[(（](?P<number>[a-z])[)）]\s*(?P<words>\S.*)",
    )
)


def lettered_part(text: str) -> PartHeading | None:
    """The heading of a part, if its letter says that `text` is one."""
    for pattern in _STRONG:
        if match := pattern.fullmatch(text):
            letter = _NUMBERS.get(match["letter"], match["letter"])
            return PartHeading(letter, match["words"], _meant(match["words"]))
    return None


def worded_part(text: str) -> PartHeading | None:
    """The heading of a part, if its words say that `text` is one."""
    if len(text) > _LONGEST_HEADING or text.endswith(("。", ".")):
        return None
    for pattern in _WEAK:
        if (match := pattern.fullmatch(text)) and (meant := _meant(match["words"])):
            letter = _NUMBERS.get(match["letter"], match["letter"])
            return PartHeading(letter, match["words"], meant)
    meant = _meant(text)
    return PartHeading(meant, text, meant) if meant else None


def _meant(words: str) -> str:
    folded = fold_words(words)
    return next((letter for letter, pattern in _MEANT if pattern.fullmatch(folded)), "")


def kind_heading(text: str) -> tuple[str, str, str] | None:
    """(`i` or `ii`, the words, the number that they contradict) of the heading that says which kind
    of data follow."""
    before = _BEFORE_KIND.match(text)
    words = text[before.end() :] if before else text
    if match := _KIND.fullmatch(fold_words(words)):
        roman = "ii" if match["non"] or match["english_non"] else "i"
        number = (before["number"] or "").lower() if before else ""
        return roman, words, number if number in ("i", "ii") and number != roman else ""
    if match := _ROMAN.fullmatch(text):
        return match["roman"], match["words"], match["roman"]
    return None


def body_heading(text: str) -> tuple[str, str] | None:
    """(number, name) of an organisation, in a form that nothing else has in part C."""
    return _numbered(text, _BODY)


def weak_body_heading(text: str) -> tuple[str, str] | None:
    """(number, name) in a form that is an organisation's only right above its tables."""
    return _numbered(text, _WEAK_BODY)


def _numbered(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[str, str] | None:
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            number = read_number(match["number"]) or ord(match["number"]) - ord("a") + 1
            return str(number), match["words"]
    return None
