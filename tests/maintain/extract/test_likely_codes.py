"""A new frequency or category is drafted with the code it most likely has."""

import pytest

from generator.maintain.extract.likely_codes import likely_category, likely_frequency
from generator.script.opencc_tables import open_cc


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("實時", "UPDATE_CONT"),
        ("实时更新", "UPDATE_CONT"),
        ("每五分鐘", "5MIN"),
        ("每15分钟", "15MIN"),
        ("每小時", "HOURLY"),
        ("每天", "DAILY"),
        ("每日更新一次", "DAILY"),
        ("每日兩次", "DAILY_2"),
        ("每周", "WEEKLY"),
        ("每星期", "WEEKLY"),
        ("每兩星期", "BIWEEKLY"),
        ("Every 2 weeks", "BIWEEKLY"),
        ("每月兩次", "MONTHLY_2"),
        ("每兩個月", "BIMONTHLY"),
        ("每季度", "QUARTERLY"),
        ("季度", "QUARTERLY"),
        ("Quarterly", "QUARTERLY"),
        ("每半年", "ANNUAL_2"),
        ("每年兩次", "ANNUAL_2"),
        ("Half-yearly", "ANNUAL_2"),
        ("每年（四月）", "ANNUAL"),
        ("每兩年", "BIENNIAL"),
        ("按需要", "AS_NEEDED"),
        ("如有更新", "AS_NEEDED"),
        ("當有更新數據時", "AS_NEEDED"),
        ("As and when necessary", "AS_NEEDED"),
        ("不定期", "IRREG"),
        ("一次性", "ONE_OFF"),
        ("-", "UNKNOWN"),
        ("每兩分鐘", "OTHER"),
        ("每年或有需要時", "OTHER"),
        ("每個農曆年", "OTHER"),
    ],
)
def test_frequency(printed: str, code: str) -> None:
    assert likely_frequency(printed).code == code


@pytest.mark.parametrize(
    ("printed", "code", "theme"),
    [
        ("教育", "education", "EDUC"),
        ("環境", "environment", "ENVI"),
        ("环境", "environment", "ENVI"),
        ("氣候及天氣", "climate-and-weather", "ENVI"),
        ("衛生", "health", "HEAL"),
        ("就業及勞工", "employment-and-labour", "SOCI"),
        ("Law and Security", "law-and-security", "JUST"),
        ("Recreation & Culture", "recreation-and-culture", "EDUC"),
    ],
)
def test_category(printed: str, code: str, theme: str) -> None:
    term = likely_category(printed, open_cc("hk2s").convert)
    assert term is not None
    assert (term.code, term.published_as) == (code, theme)


def test_a_category_that_the_portal_has_not() -> None:
    assert likely_category("海洋", open_cc("hk2s").convert) is None
