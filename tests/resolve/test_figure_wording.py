"""Figures as a reader says them, with the project's own words, in both scripts.

What is expected is what a Hong Kong newspaper would print.
"""

from datetime import date
from typing import Any

import pytest
from builders import a_catalogue, a_figure, a_figure_list, a_programme, catalogue_of_the_project

from generator.model.base import Script
from generator.pipeline.generate import catalogue_converter
from generator.resolve.figure_wording import say_figure
from generator.resolve.resolve import resolve

pytestmark = pytest.mark.today


def say(script: Script, **changes: Any) -> str:
    """The figure as the pages of a script say it, converted as all pages are."""
    catalogue = a_catalogue(
        programmes=[a_programme()], figures=[a_figure_list(a_figure(**changes))]
    )
    made = resolve(catalogue, date(2026, 1, 1))
    both = catalogue_converter(catalogue_of_the_project()).to_both_scripts
    figure = made.series[0].newest
    return say_figure(figure, made.words, lambda wording: both(wording)[script])


@pytest.mark.today
@pytest.mark.parametrize(
    ("value", "unit", "hant", "hans"),
    [
        (53_100_000_000, "HKD", "531億港元", "531亿港元"),
        (1_120_000_000, "HKD", "11.2億港元", "11.2亿港元"),
        (1_030_000_000, "HKD", "10.3億港元", "10.3亿港元"),
        (974_000_000, "HKD", "9.74億港元", "9.74亿港元"),
        (100_000_000, "HKD", "1億港元", "1亿港元"),
        (1_000_000_000_000, "HKD", "10,000億港元", "10,000亿港元"),
        (45_000_000, "HKD", "4,500萬港元", "4,500万港元"),
        (12_800_000, "HKD", "1,280萬港元", "1,280万港元"),
        (3_500_000, "HKD", "350萬港元", "350万港元"),
        (1_000_000, "HKD", "100萬港元", "100万港元"),
        (1_010_000, "HKD", "101萬港元", "101万港元"),
        (999_999, "HKD", "999,999港元", "999,999港元"),
        (600_000, "HKD", "600,000港元", "600,000港元"),
        (20_000, "HKD", "20,000港元", "20,000港元"),
        (94_144_000, "HKD", "94,144,000港元", "94,144,000港元"),
        (119_670_500, "HKD", "119,670,500港元", "119,670,500港元"),
        (100_000_001, "HKD", "100,000,001港元", "100,000,001港元"),
        (78_701, "project", "78,701個項目", "78,701个项目"),
        (3_500_000, "person", "350萬人", "350万人"),
        (3_560_000, "person", "3,560,000人", "3,560,000人"),
        (12, "percent", "12%", "12%"),
        (300, "percent", "300%", "300%"),
        (3, "year", "3年", "3年"),
        (0, "project", "0個項目", "0个项目"),
        (1_000, "square-metre", "1,000平方米", "1,000平方米"),
    ],
)
def test_a_number_in_the_steps_that_are_exact_and_short(
    value: int, unit: str, hant: str, hans: str
) -> None:
    """No digit is lost: what is no round number of 萬 stays in digits."""
    assert say("zh-Hant", value=value, unit=unit) == hant
    assert say("zh-Hans", value=value, unit=unit) == hans


@pytest.mark.parametrize(
    ("qualifier", "hant", "hans"),
    [
        ("exact", "11.2億港元", "11.2亿港元"),
        ("about", "約11.2億港元", "约11.2亿港元"),
        ("over", "超過11.2億港元", "超过11.2亿港元"),
        ("at-least", "不少於11.2億港元", "不少于11.2亿港元"),
        ("at-most", "最多11.2億港元", "最多11.2亿港元"),
        ("nearly", "接近11.2億港元", "接近11.2亿港元"),
    ],
)
def test_a_qualifier_is_never_dropped(qualifier: str, hant: str, hans: str) -> None:
    assert say("zh-Hant", value=1_120_000_000, qualifier=qualifier) == hant
    assert say("zh-Hans", value=1_120_000_000, qualifier=qualifier) == hans


@pytest.mark.parametrize(
    ("ends", "unit", "hant", "hans"),
    [
        ((100_000, 10_000_000), "HKD", "100,000港元至1,000萬港元", "100,000港元至1,000万港元"),
        ((12, 24), "percent", "12%至24%", "12%至24%"),
        ((1, 3), "year", "1年至3年", "1年至3年"),
    ],
)
def test_a_range_has_both_ends_each_with_its_unit(
    ends: tuple[int, int], unit: str, hant: str, hans: str
) -> None:
    value, value_max = ends
    made = {"value": value, "value_max": value_max, "unit": unit, "qualifier": "range"}
    assert say("zh-Hant", **made) == hant
    assert say("zh-Hans", **made) == hans
