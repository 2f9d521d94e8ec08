"""The numbers that a line of a document prints · line → numbers."""

import re
from collections.abc import Iterator

_DIGITS = re.compile(
    r"(?<![0-9])[0-9]{1,3}(?:[ \u00a0,][0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
)
_COUNTERS = "家項项間间所座個个大期名類类倍億亿萬万半天組组支隊队宗年种種地"
_CHINESE = re.compile(f"[〇○零一二兩两三四五六七八九十百千]+[{_COUNTERS}]")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_CHINESE_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_GAP = re.compile("[ \u00a0\u3000\t]+(?=[\u2e80-\u9fff])|(?<=[\u2e80-\u9fff])[ \u00a0\u3000\t]+")


def numbers(line: str) -> Iterator[str]:
    """Numbers in digits without their thousands marks, then numerals with their counters.

    `78 701` and `1,280` are one number each; a space beside a Chinese character is none of it.
    """
    text = _GAP.sub("", line)
    for match in _DIGITS.finditer(text):
        yield re.sub("[ \u00a0,]", "", match[0])
    for match in _CHINESE.finditer(text):
        yield match[0]


def printed_months(year: str, month: str) -> tuple[str, ...]:
    """The forms in which plans print a month."""
    bare = month.removeprefix("0")
    english = MONTHS[int(month) - 1]
    chinese = f"{_chinese_year(year)}年{_CHINESE_MONTHS[int(month) - 1]}月"
    return (
        *(f"{month}/{year}", f"{bare}/{year}", f"{month}／{year}", f"{year}年{bare}月"),
        *(f"{year}年{month}月", f"{year}-{month}", f"{year}/{month}", f"{year}/{bare}"),
        *(f"{year}.{month}", f"{month}.{year}", f"{month}-{year}", f"{bare}-{year}"),
        *(f"{english}{year}", f"{english[:3]}{year}", f"{english[:3]}-{year}", chinese),
    )


def printed_quarters(year: str, quarter: int) -> tuple[str, ...]:
    """The forms in which plans print a quarter."""
    names = [f"第{quarter}季", f"第{_CHINESE_MONTHS[quarter - 1]}季", f"Q{quarter}"]
    names += ["首季"] if quarter == 1 else []
    turned = (f"Q{quarter}{year}", f"{quarter}Q{year}", f"Q{quarter}/{year}", f"{year}-Q{quarter}")
    return (
        *(
            f"{printed}{mark}{name}"
            for printed in printed_years(year)
            for mark in ("年", "")
            for name in names
        ),
        *turned,
    )


def printed_halves(year: str, half: int) -> tuple[str, ...]:
    """The forms in which plans print half a year."""
    name = ("上半年", "下半年")[half - 1]
    turned = (f"H{half}{year}", f"{half}H{year}", f"{year}H{half}")
    english = f"{('first', 'second')[half - 1]}halfof{year}"
    forms = (f"{it}{mark}{name}" for it in printed_years(year) for mark in ("年", ""))
    return (*forms, *turned, english, english.capitalize())


def printed_days(year: str, month: str, day: str) -> tuple[str, ...]:
    """The forms in which plans print a day."""
    bare_month, bare_day = month.removeprefix("0"), day.removeprefix("0")
    english = MONTHS[int(month) - 1]
    numbers = ((day, month), (bare_day, bare_month), (bare_day, month))
    return (
        *(f"{first}{mark}{then}{mark}{year}" for first, then in numbers for mark in "/.-"),
        *(
            f"{year}年{bare_month}月{bare_day}日",
            f"{year}年{month}月{day}日",
            f"{year}-{month}-{day}",
        ),
        *(f"{bare_day}{name}{year}" for name in (english, english[:3])),
    )


def printed_years(year: str) -> tuple[str, ...]:
    """The forms in which plans print a year."""
    return year, _chinese_year(year), _chinese_year(year).replace("零", "〇")


def year_numerals(year: str) -> tuple[str, ...]:
    """A year as `numbers` gives it where it is printed in numerals."""
    return tuple(f"{printed}年" for printed in printed_years(year))


def _chinese_year(year: str) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in year)
