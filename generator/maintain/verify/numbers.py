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


def printed_years(year: str) -> tuple[str, ...]:
    """The forms in which plans print a year."""
    return year, _chinese_year(year), _chinese_year(year).replace("零", "〇")


def _chinese_year(year: str) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in year)
