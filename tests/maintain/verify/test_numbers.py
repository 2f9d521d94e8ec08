"""Which numbers a line prints, whatever the extraction did to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.maintain.verify.numbers import numbers
from generator.resolve.printed.quotation import compact_line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("没有数目", []),
        ("批出78 701个项目", ["78701"]),
        ("约1,280万元", ["1280"]),
        ("1 234 567", ["1234567"]),
        ("11.2亿元", ["11.2"]),
        ("1 234.5", ["1234.5"]),
        ("2024 年 6 月 30 日", ["2024", "6", "30"]),
        ("2025 年 6 月", ["2025", "6"]),
        ("1 2024", ["1", "2024"]),
        ("12 34", ["12", "34"]),
        ("10 20 30", ["10", "20", "30"]),
        ("(06/2024)", ["06", "2024"]),
        ("12%至24%", ["12", "24"]),
        ("5G及4.0", ["5", "4.0"]),
        ("十八项计划", ["十八项"]),
        ("两类、五个及十家", ["两类", "五个", "十家"]),
        ("一二三", []),
        ("二〇二五年及二零二六年", ["二〇二五年", "二零二六年"]),
        ("○八年", ["○八年"]),
        ("共3家，五所", ["3", "五所"]),
    ],
)
def test_the_numbers_of_a_line(line: str, found: list[str]) -> None:
    assert list(numbers(line)) == found


@given(st.integers(0, 10**12))
def test_a_number_is_the_same_with_any_thousands_mark(value: int) -> None:
    for mark in (",", " ", "\u00a0"):
        printed = f"约{value:,}个".replace(",", mark)
        if mark != "\u00a0":
            assert list(numbers(printed)) == [str(value)]


@given(st.text(alphabet="0123456789 ,.年月共", max_size=30))
def test_no_digit_of_a_line_is_overlooked(line: str) -> None:
    digits = "".join(char for char in line if char.isdigit())
    assert "".join(char for it in numbers(line) for char in it if char.isdigit()) == digits


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("海 风\u00a0观\u3000测\t署", "海风观测署"),
        ("**海风**<b>观测</b>署", "海风观测署"),
        ("• 海风观测署", "海风观测署"),
        ("R&amp;D", "R&D"),
        ("a < b", "a<b"),
    ],
)
def test_the_marks_of_the_extraction_are_squeezed_out(text: str, bare: str) -> None:
    assert compact_line(text) == bare
