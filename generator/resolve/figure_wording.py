"""Figures in words: `約11.2億港元`, in the script that `text` gives."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from generator.model.wording import Wording, fill
from generator.resolve.fact_types import FigureRecord
from generator.resolve.record_reference import Label

T = TypeVar("T")

YI, WAN = 10**8, 10**4
"""億 and 萬: the steps of Chinese numbers."""
MONEY, PERCENT = "HKD", "percent"


def say_figure(
    figure: FigureRecord, words: Mapping[str, Wording], text: Callable[[Wording], str]
) -> str:
    """`約11.2億港元`, `超過78,701個項目`: number, unit and qualifier.

    `words` holds the interface's `number-yi` and `number-wan`.
    """
    return compose_figure(figure, words, lambda pattern, values: fill(text(pattern), values))


def compose_figure(
    figure: FigureRecord,
    words: Mapping[str, Wording],
    fill_in: Callable[[Wording, Mapping[str, T | str]], T],
) -> T:
    """The same, made by `fill_in` of a pattern and what stands in its places."""

    def amount(value: int) -> T:
        word, digits = step_word_and_digits(value, figure.unit.code == MONEY)
        number = fill_in(words[word], {"n": digits}) if word else digits
        return fill_in(figure.unit.label, {"n": number})

    values: dict[str, T | str] = {"n": amount(figure.value)}
    if figure.value_max is not None:
        values["m"] = amount(figure.value_max)
    return fill_in(figure.qualifier_pattern, values)


def say_difference(
    figure: FigureRecord, more: bool, words: Mapping[str, Wording], text: Callable[[Wording], str]
) -> str:
    """`多14,636個項目`, `少1個百分點`: by how much one figure is above or below another.

    `words` holds the interface's `changes-more`, `changes-fewer` and `changes-points`.
    """
    if figure.unit.code == PERCENT:
        # 18% and 17% are one point apart, not one per cent.
        figure = replace(figure, unit=Label(PERCENT, words["changes-points"]))
    pattern = text(words["changes-more" if more else "changes-fewer"])
    return fill(pattern, {"n": say_figure(figure, words, text)})


def step_word_and_digits(value: int, money: bool) -> tuple[str | None, str]:
    """The interface's word for 億 or 萬 with the digits before it, where that is exact and short;
    else digits in groups of three.
    """
    if value >= YI and value % WAN == 0:
        return "number-yi", _decimal(value, YI)
    if value >= 100 * WAN and value % WAN == 0 and (money or value % (10 * WAN) == 0):
        return "number-wan", _decimal(value, WAN)
    return None, f"{value:,}"


def _decimal(value: int, unit: int) -> str:
    return f"{(Decimal(value) / unit).normalize():,f}"
