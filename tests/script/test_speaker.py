"""Dates as a reader says them, in either script."""

import pytest
from sample import sample_converter, sample_records

from generator.model.base import Script
from generator.script.speaker import Speaker


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
    ],
)
@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_a_date_is_said_with_the_precision_it_has(edtf: str, said: str, script: Script) -> None:
    speaker = Speaker(sample_records().words, sample_converter(), script)
    assert speaker.date(edtf) == said
