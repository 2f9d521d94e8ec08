"""Dates as a reader says them, and texts with values in them, in either script."""

import pytest
from sample import sample_converter, sample_records

from generator.model.base import Script
from generator.model.when import When
from generator.model.wording import Wording
from generator.script.localiser import Localiser
from generator.script.phrase import DatePhrase, Phrase


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2026", "2026年"),
        ("2026-07", "2026年7月"),
        ("2026-12", "2026年12月"),
        ("2026-33", "2026年第1季"),
        ("2026-34", "2026年第2季"),
        ("2026-07-05", "2026年7月5日"),
        ("2026/2027", "2026-27年度"),
        ("1999/2000", "1999-00年度"),
        ("2026-40", "2026年上半年"),
        ("2026-41", "2026年下半年"),
        (When("2026"), "2026年"),
        (When("2026", "start"), "2026年年初"),
        (When("2026", "middle"), "2026年年中"),
        (When("2026", "end"), "2026年年底"),
        (When("2026-04", "start"), "2026年4月初"),
        (When("2026-04", "middle"), "2026年4月中"),
        (When("2026-04", "end"), "2026年4月底"),
        (When("2026-33", "end"), "2026年第1季末"),
        (When("2026-41", "start"), "2026年下半年初"),
        (When("2026/2027", "end"), "2026-27年度末"),
        (When("2026", "end", "earliest"), "最快2026年年底"),
        (When("2026-07", bound="earliest"), "最快2026年7月"),
        (When(every=4), "每年4月"),
        (When(None, "end", every=4), "每年4月底"),
        (When("2026", every=4), "2026年起每年4月"),
    ],
)
@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_a_date_is_said_with_the_precision_it_has(
    edtf: str | When, said: str, script: Script
) -> None:
    speaker = Localiser(sample_records().words, sample_converter(), script)
    assert speaker.date(edtf) == said


@pytest.mark.parametrize(("script", "said"), [("zh-Hant", "最遲2026年"), ("zh-Hans", "最迟2026年")])
def test_a_bound_is_said_in_the_script_of_the_page(script: Script, said: str) -> None:
    speaker = Localiser(sample_records().words, sample_converter(), script)
    assert speaker.date(When("2026", bound="latest")) == said


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("zh-Hant", "海產{b_1}說明{a-1.x}，2026年7月{d}{}"),
        ("zh-Hans", "海产{b_1}说明{a-1.x}，2026年7月{d}{}"),
    ],
)
def test_a_value_stands_in_its_place_and_what_is_in_other_braces_stays(
    script: Script, said: str
) -> None:
    """A value is said in the script of the page, and braces in it are text."""
    speaker = Localiser(sample_records().words, sample_converter(), script)
    values = {
        "a-1.x": Wording("海产{b_1}", "zh-Hans"),
        "b_1": "{a-1.x}",
        "c": DatePhrase("2026-07"),
    }
    pattern = Wording("{a-1.x}說明{b_1}，{c}{d}{}", "zh-Hant")
    assert speaker.text(Phrase(pattern, values)) == said
