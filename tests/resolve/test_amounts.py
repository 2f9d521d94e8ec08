"""Printed amounts are exact numbers with the precision they are printed in."""

from decimal import Decimal

import pytest

from generator.model.budget import BudgetUnit
from generator.resolve.amounts import Amount, change_rate, note_marks, parse_amount


@pytest.mark.parametrize(
    ("printed", "unit", "value", "step"),
    [
        ("20.4", "HKD-million", "20400000", "100000"),
        ("419,593", "HKD-thousand", "419593000", "1000"),
        ("243,500Φ", "HKD-thousand", "243500000", "1000"),
        ("3", "HKD-thousand", "3000", "1000"),
        ("增加 3,470 萬元", "HKD-10k", "34700000", "10000"),
        ("269,731,000 元", "HKD", "269731000", "1"),
        ("(-16.1%)", "percent", "-16.1", "0.1"),
        ("(+0.9%)", "percent", "0.9", "0.1"),
        ("9 個首長級職位", "post", "9", "1"),
    ],
)
def test_a_printed_amount(printed: str, unit: BudgetUnit, value: str, step: str) -> None:
    assert parse_amount(printed, unit) == Amount(Decimal(value), Decimal(step))


@pytest.mark.parametrize("printed", ["", "_", "—"])
def test_a_dash_is_no_amount(printed: str) -> None:
    assert parse_amount(printed, "HKD") is None


@pytest.mark.parametrize(
    ("printed", "marks"),
    [
        ("#", ("#",)),
        ("—#", ("#",)),
        ("N.A.", ()),
        ("N.A.*", ("*",)),
        ("不適用", ()),
        ("–Δ", ("Δ",)),
    ],
)
def test_a_cell_without_an_amount_may_carry_a_mark(printed: str, marks: tuple[str, ...]) -> None:
    assert parse_amount(printed, "HKD-thousand") is None
    assert note_marks(printed) == marks


def test_a_dash_before_digits_is_a_minus() -> None:
    assert parse_amount("(–16.1%)", "percent") == parse_amount("(-16.1%)", "percent")


@pytest.mark.parametrize("printed", ["x", "約", "x#"])
def test_words_are_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="no number in"):
        parse_amount(printed, "HKD")


def test_a_decrease_is_negative() -> None:
    assert parse_amount("減少 2.3%", "percent", "decrease") == Amount(
        Decimal("-2.3"), Decimal("0.1")
    )


@pytest.mark.parametrize(
    ("printed", "found"),
    [("198.8¶", ("¶",)), ("564,524Δ", ("Δ",)), ("(-16.1%)", ()), ("增加 7.0%", ()), ("_", ())],
)
def test_marks_of_notes(printed: str, found: tuple[str, ...]) -> None:
    assert note_marks(printed) == found


def test_amounts_agree_as_far_as_the_coarser_is_printed() -> None:
    million, thousand = (
        parse_amount("269.7", "HKD-million"),
        parse_amount("269,731", "HKD-thousand"),
    )
    assert million
    assert thousand
    assert million.agrees(thousand)
    assert thousand.agrees(million)
    beyond = parse_amount("269,750", "HKD-thousand")
    assert beyond
    assert not million.agrees(beyond), "halves are rounded away from zero, as in print"


def test_a_rate_is_rounded_to_the_printed_digit() -> None:
    start, end = Amount(Decimal(8), Decimal(1)), Amount(Decimal(9), Decimal(1))
    assert change_rate(start, end, Decimal("0.1")).value == Decimal("12.5")
    assert change_rate(start, end, Decimal(1)).value == Decimal(13)
    assert change_rate(end, start, Decimal("0.1")).value == Decimal("-11.1")
