"""Dates of plans are read in every form, to the precision printed, and never guessed."""

import pytest

from generator.maintain.extract.plan_dates import PrintedDate, read_date, read_date_line


@pytest.mark.parametrize(
    ("cell", "date", "note"),
    [
        ("01/2025", "2025-01", None),
        ("1/2025", "2025-01", None),
        ("01／2025", "2025-01", None),
        ("０１／２０２５", "2025-01", None),
        ("2025/01", "2025-01", None),
        ("2025-01", "2025-01", None),
        ("2025.01", "2025-01", None),
        ("01-2025", "2025-01", None),
        ("6.2018", "2018-06", None),
        ("31/03/2027", "2027-03-31", None),
        ("2027年3月31日", "2027-03-31", None),
        ("2025年1月", "2025-01", None),
        ("2025 年 12 月 (暫定)", "2025-12", "暫定"),
        ("二零二七年三月", "2027-03", None),
        ("二〇二七年十二月", "2027-12", None),
        ("Mar 2027", "2027-03", None),
        ("March, 2027", "2027-03", None),
        ("Mar-2027", "2027-03", None),
        ("2027年", "2027", None),
        ("2027", "2027", None),
        ("二零二七年", "2027", None),
        ("2025年第二季", "2025-34", None),
        ("2025 年第 4 季", "2025-36", None),
        ("2027年第四季度", "2027-36", None),
        ("2027年首季", "2027-33", None),
        ("Q2 2027", "2027-34", None),
        ("2Q 2027", "2027-34", None),
        ("2027-Q2", "2027-34", None),
        ("Q2/2027", "2027-34", None),
        ("2027年上半年", "2027-40", None),
        ("2027年下半年（暫定）", "2027-41", "暫定"),
        ("1H 2027", "2027-40", None),
        ("second half of 2027", "2027-41", None),
        ("10/2015 (首次发放日期)", "2015-10", "首次发放日期"),
        ("10/2015（暫定）", "2015-10", "暫定"),
        ("10/2015 ( (一) )", "2015-10", "(一)"),
        ("01/2025 暫定", "2025-01", "暫定"),
        ("12/2027或之前", "2027-12", "或之前"),
        ("預計 12/2027", "2027-12", "預計"),
        ("03/2027*", "2027-03", "*"),
        ("2027年底", "2027", "年底"),
        ("mid-2027", "2027", "mid"),
        ("待定", None, "待定"),
        ("有待確定", None, "有待確定"),
        ("TBC", None, "TBC"),
        ("To be confirmed", None, "To be confirmed"),
    ],
)
def test_what_is_printed(cell: str, date: str | None, note: str | None) -> None:
    assert read_date(cell) == PrintedDate(date, note)


@pytest.mark.parametrize(
    "cell",
    [
        *("13/2025", "00/2025", "33/2025", "2025年13月", "2025年第5季", "2025年第五季", "01/25"),
        *("01/0025", "01/2025 ()", "10/2015 首次发放日期)", "٠١/٢٠٢٥", "", "30/02/2027"),
        *("2027年第一季至第二季", "12/2026 及 06/2027", "2027-2029", "2027/28", "2011-12"),
        *("每年1月", "2027年春季", "FY2027", "2027年度", "04/15/2027"),
    ],
)
def test_what_could_be_anything_is_not_read(cell: str) -> None:
    assert read_date(cell) is None


@pytest.mark.parametrize(
    ("cell", "either_way"), [("03/04/2027", True), ("31/03/2027", False), ("05/05/2027", False)]
)
def test_a_day_and_a_month_that_could_change_places(cell: str, either_way: bool) -> None:
    date = read_date(cell)
    assert date is not None
    assert date.either_way == either_way


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2026年12月", "2026-12"),
        ("二零二六年十二月", "2026-12"),
        ("December 2026", "2026-12"),
        ("更新日期：2026年12月1日", "2026-12-01"),
        ("2026", None),
        ("2030年13月", None),
        ("2026年12月發布的計劃", None),
    ],
)
def test_a_line_that_is_a_date(line: str, date: str | None) -> None:
    assert read_date_line(line) == date
