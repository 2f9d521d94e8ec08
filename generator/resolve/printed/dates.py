"""Dates as documents print them · printed text → dates in EDTF, with the precision printed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.resolve.printed.claim_words import QUOTED
from generator.resolve.printed.numerals import numeral
from generator.resolve.printed.words import fold_text

_N = "[0-9〇一二三四五六七八九十廿卅]"
_YEAR = (
    r"(?:(?<![0-9A-Za-z$.])(?<![0-9],)[12][0-9]{3}(?![0-9])"
    r"|[一二][〇一二三四五六七八九]{3}(?![万亿]))"
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_QUARTERS = {"首": 1, "头": 1, "末": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_QUARTER = (
    r"(?:第?(?P<quarter>[一二三四1-4首头末])个?季度?|q(?P<q>[1-4])"
    r"|(?P<word>first|second|third|fourth|last) quarter)"
)

_SECOND = ("下", "后", "後", "second", "latter", "h2")
"""Of two halves of a year."""

_COUNTED_TO = re.compile(
    r"(?:截至|直至|截止|止于|(?<![由年月日])至|as (?:at|of)|up to|by (?:the end of)?|until)\s*$"
)


@dataclass(frozen=True)
class Moment:
    """A printed date."""

    start: int
    end: int
    date: str
    """`2016-09`, `2025-33`, `2026/2027`; `--09` and `--09-01` where no year is printed."""

    @property
    def has_year(self) -> bool:
        """Whether its year is printed."""
        return not self.date.startswith("--")


@lru_cache(maxsize=20_000)
def dates(printed: str) -> tuple[Moment, ...]:
    """The dates in `printed`, in their order; an ambiguous one is given in both readings.

    Remembered, as several rules read the same texts.
    """
    text = fold_text(printed).lower()
    moments: list[Moment] = []
    taken_spans: list[tuple[int, int]] = []
    for pattern, read_match in _FORMS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken_spans):
                continue
            readings = [it for it in read_match(match) if it]
            moments += [Moment(match.start(), match.end(), it) for it in readings]
            if readings:
                taken_spans.append(match.span())
    return tuple(sorted(moments, key=lambda it: (it.start, it.date)))


def _number(text: str | None) -> int:
    number = numeral(text or "", 0)
    return int(number.values[0]) if number and number.values else 0


def _edtf(year: int | None, month: int = 0, day: int = 0) -> str:
    """The date in EDTF; empty for a month or day that does not exist."""
    if month > 12 or day > 31:
        return ""
    date = "-" if year is None else f"{year:04}"
    return date + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _date_from_groups(match: re.Match[str]) -> Iterator[str]:
    """A date from the groups `year`, `month` and `day`."""
    groups = match.groupdict()
    year = _number(groups["year"]) if groups.get("year") else None
    month = groups.get("month") or ""
    number = _MONTH_NUMBERS.get(month[:3]) or _number(month)
    if month and not number:
        return
    yield _edtf(year, number, _number(groups.get("day")))


def _year_span(match: re.Match[str]) -> Iterator[str]:
    """Two years: a fiscal year, or several. `2011-12` may be a month as well."""
    year, other_year = _number(match["year"]), match["other"]
    last = _number(other_year)
    if last < 100 and len(other_year.strip()) <= 3:
        last += year // 100 * 100
        last += 100 if last < year else 0
    if year < last <= year + 30:
        yield f"{year}/{last}"
    if re.fullmatch("0[1-9]|1[0-2]", other_year) and not match["kind"]:
        yield _edtf(year, int(other_year))


def _quarter(match: re.Match[str]) -> Iterator[str]:
    name = match["quarter"] or match["q"] or match["word"]
    yield _edtf(_number(match["year"])) + f"-{32 + (_QUARTERS.get(name) or _number(name))}"


def _half(match: re.Match[str]) -> Iterator[str]:
    yield _edtf(_number(match["year"])) + ("-41" if match["half"] in _SECOND else "-40")


def _form(
    pattern: str, read_match: Callable[[re.Match[str]], Iterator[str]] = _date_from_groups
) -> tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[str]]]:
    return re.compile(pattern), read_match


_Y, _M, _D = rf"(?P<year>{_YEAR})", rf"(?P<month>{_N}{{1,3}})", rf"(?P<day>{_N}{{1,3}})"
_WESTERN = r"(?P<year>[12][0-9]{3})(?![0-9])"
_NAME = rf"\b(?P<month>{_MONTHS})\.?"
_FORMS = (
    _form(rf"{_Y}\s*年\s*{_M}\s*月\s*{_D}\s*[日号]"),
    _form(rf"{_Y}\s*年\s*{_M}\s*月(?!台)"),
    _form(rf"{_Y}\s*年?\s*(?:的|度)?\s*{_QUARTER}", _quarter),
    _form(rf"{_QUARTER}\s*(?:of)?\s*,?\s*{_Y}", _quarter),
    _form(rf"{_Y}\s*年?\s*的?(?P<half>[上首前头頭下后後])半年(?!度?报|期)", _half),
    _form(rf"(?P<half>first|second|latter) half (?:of )?{_Y}", _half),
    _form(rf"\b(?P<half>h[12]),? ?{_Y}", _half),
    _form(rf"{_Y} ?(?P<half>h[12])\b", _half),
    _form(rf"{_Y}(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?P=sep)(?P<day>[0-9]{{1,2}})(?![0-9])"),
    _form(r"(?<![0-9])(?P<day>[0-9]{1,2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)" + _WESTERN),
    _form(
        rf"{_Y}\s*年?\s*(?:[-/~]|至|到)\s*"
        rf"(?P<other>{_YEAR}|[0-9]{{2}}(?![0-9])|[〇一二三四五六七八九]{{2}})"
        r"\s*(?P<kind>年度|财政年度|财年|学年|年|fiscal|financial)?",
        _year_span,
    ),
    _form(r"(?<![0-9/])(?P<month>[0-9]{1,2})/" + _WESTERN),
    _form(rf"{_Y}[/.](?P<month>[0-9]{{1,2}})(?![0-9])"),
    _form(rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? {_NAME},? {_WESTERN}"),
    _form(rf"{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?, ?{_WESTERN}"),
    _form(rf"{_NAME},? (?:of )?{_WESTERN}"),
    _form(rf"{_Y}\s*年"),
    _form(r"\b(?:early|mid|late|end)[- ](?P<year>(?:19|20)[0-9]{2})\b(?!,)"),
    _form(r"\b(?:in|since|from|by|until|of|year|fy) ?(?P<year>(?:19|20)[0-9]{2})\b(?!,)"),
    _form(r"(?:(?<=early as )|(?<=er than ))(?P<year>(?:19|20)[0-9]{2})\b(?!,)"),
    _form(r"^\s*(?P<year>(?:19|20)[0-9]{2})\s*$"),
    _form(rf"(?<!{_N})(?<![个第]){_M}\s*月\s*{_D}\s*[日号]"),
    _form(rf"(?<!{_N})(?<![个第]){_M}\s*月(?!台|球|薪)"),
)
"""The exact forms stand before those that a part of them would match."""


def outside_quotes(printed: str) -> str:
    """`printed` without what stands in quotation marks: titles and names."""
    return QUOTED.sub("", printed)


def counted_to(printed: str) -> Moment | None:
    """The date up to which something is counted, as in 截至2023年12月; None if there is none."""
    text = fold_text(printed).lower()
    for moment in dates(printed):
        if _COUNTED_TO.search(text[: moment.start]):
            return moment
    return None
