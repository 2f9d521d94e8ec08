"""No date says another day than its document prints."""

from typing import Any

import pytest
from budgets import a_budget_catalogue, a_held_budget
from builders import (
    a_catalogue,
    a_document,
    a_figure,
    a_figure_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
)

from generator.messages.problem import Severity, has_errors
from generator.rules import printed_dates

EVENTS = "data/events/sea-grant.yml"


def problems(**fields: Any) -> list[Any]:
    """What is said of one event."""
    events = an_event_list(an_event(**fields))
    return list(printed_dates.check(a_catalogue(events=[events])))


def figure_problems(**fields: Any) -> list[Any]:
    figures = a_figure_list(a_figure(**fields))
    return list(printed_dates.check(a_catalogue(figures=[figures])))


RIGHT = [
    ("2016-09", "2016年9月"),
    ("2016-09", "2016 年 9 月推出"),
    ("2016-09", "二〇一六年九月"),
    ("2016-09", "二零一六年九月"),
    ("2016-12", "二零一六年十二月"),
    ("2016-09", "September 2016"),
    ("2016-09", "in Sept 2016"),
    ("2016-09", "9/2016"),
    ("2016-09", "2016年9月至2017年3月"),
    ("2017-03", "2016年9月至2017年3月"),
    ("2016-09", "同年9月"),
    ("2016-09-01", "9月1日"),
    ("2016-12", "2016年9月至12月"),
    ("2018-04-01", "2018年4月1日或之後"),
    ("2018-04-01", "2018年4月1號"),
    ("2018-04-01", "二零一八年四月一日"),
    ("2018-04-25", "二零一八年四月廿五日"),
    ("2018-04-01", "1 April 2018"),
    ("2018-04-01", "April 1, 2018"),
    ("2018-04-01", "1/4/2018"),
    ("2018-04-01", "2018-04-01"),
    ("2023", "2023年年底"),
    ("2023", "於2023年內"),
    ("2023-40", "2023年上半年"),
    ("2023-41", "二零二三年下半年"),
    ("2023-41", "second half of 2023"),
    ("2023-40", "2023年首半年"),
    ("2023", "《2023年施政報告》"),
    ("1997", "一九九七年"),
    ("1999", "in 1999"),
    ("2024", "2024"),
    ("2025-33", "2025年第一季"),
    ("2025-33", "2025年首季"),
    ("2025-36", "二零二五年第四季度"),
    ("2025-34", "Q2 2025"),
    ("2025-35", "third quarter of 2025"),
    ("2026/2027", "2026-27年度"),
    ("2026/2027", "計劃於2026-27開始"),
    ("2026/2027", "2026/27財政年度"),
    ("2026/2027", "二零二六至二七年度"),
    (None, "每年4月"),
    (None, "政府將推出計劃"),
]
WRONG = [
    ("2016-10", "2016年9月", "2016-09"),
    ("2015-09", "2016年9月", "2016-09"),
    ("2016", "2016年9月", "2016-09"),
    ("2016-09-01", "2016年9月", "2016-09"),
    ("2016-02", "二零一六年十二月", "2016-12"),
    ("2016-01", "二零一六年十一月", "2016-11"),
    ("2061-09", "2016年9月", "2016-09"),
    ("2018-04-10", "2018年4月1日", "2018-04-01"),
    ("2018-01-04", "2018年4月1日", "2018-04-01"),
    ("2018-04-15", "二零一八年四月廿五日", "2018-04-25"),
    ("2018-04", "1 April 2018", "2018-04-01"),
    ("2023-12", "2023年年底", "2023"),
    ("2025-34", "2025年第一季", "2025-33"),
    ("2025-01", "2025年第一季", "2025-33"),
    ("2025", "2025年第一季", "2025-33"),
    ("2026", "2026-27年度", "2026/2027"),
    ("2025/2026", "2026-27年度", "2026/2027"),
    ("2016-08", "同年9月", "2016-09"),
    ("2016", "同年9月", "2016-09"),
    ("2017-10", "2016年9月至12月", "2016-09"),
    ("2022", "2021年", "2021"),
    ("1979", "一九九七年", "1997"),
]


@pytest.mark.parametrize(("date", "printed"), RIGHT)
def test_the_printed_date_is_not_blamed(date: str | None, printed: str) -> None:
    assert problems(date=date, printed=printed) == []


@pytest.mark.parametrize(("date", "printed", "wanted"), WRONG)
def test_another_date_is_told_with_what_to_write(date: str, printed: str, wanted: str) -> None:
    [problem] = problems(date=date, printed=printed)
    assert problem.severity is Severity.ERROR
    assert problem.tip.startswith("write ")
    assert wanted in problem.tip.partition(",")[0]


@pytest.mark.parametrize(("date", "printed", "wanted"), WRONG)
def test_a_difference_with_a_reason_is_not_blamed(date: str, printed: str, wanted: str) -> None:
    assert problems(date=date, printed=printed, differs="文件印錯年份。") == []


@pytest.mark.parametrize(("date", "printed"), [it for it in RIGHT if it[0]])
def test_a_reason_that_is_no_longer_needed(date: str, printed: str) -> None:
    [problem] = problems(date=date, printed=printed, differs="文件印錯年份。")
    assert problem.message == "`differs` is not needed: the date is as printed"


def test_the_place_is_that_of_the_date() -> None:
    [problem] = problems(date="2016-10", printed="2016年9月")
    assert str(problem) == (
        f"{EVENTS}:7:9: '2016年9月' is printed, which is not 2016-10 (write 2016-09, with the "
        "precision printed; if the difference is meant, say why in `differs`)"
    )


def test_a_date_that_nothing_printed_bears_out() -> None:
    [problem] = problems(date="2016-09", printed="去年推出計劃")
    assert problem.message == "'去年推出計劃' could not be read as a date"
    assert "say in `differs` where 2016-09 comes from" in problem.tip
    assert problems(date="2016-09", printed="去年推出計劃", differs="文件在2017年發表。") == []


def test_a_printed_date_that_is_left_out_is_a_warning() -> None:
    [problem] = problems(date=None, printed="由2024年起分階段推出")
    assert problem.severity is Severity.WARNING
    assert "write `date: 2024`" in problem.tip
    assert problems(date=None, printed="公布《2024年施政報告》提出的計劃") == []


def test_the_day_to_which_a_number_counts() -> None:
    printed = "截至2023年12月約500万元"
    assert figure_problems(printed=printed, as_of="2023-12") == []
    [other] = figure_problems(printed=printed, as_of="2023-11")
    assert "write 2023-12" in other.tip
    [missing] = figure_problems(printed=printed)
    assert missing.tip == "write `as_of: 2023-12`"
    assert figure_problems(printed=printed, as_of="2023-11", differs="照正文。") == []


def test_other_dates_of_a_form_are_no_day_of_the_number() -> None:
    assert figure_problems(printed="1999年注資500万元") == []


def test_the_dates_of_a_budget() -> None:
    assert list(printed_dates.check(a_budget_catalogue())) == []
    record_file = a_held_budget({"date: 2024-07-25": "date: 2024-07-24"})
    [problem] = printed_dates.check(a_budget_catalogue([record_file]))
    assert "which is not 2024-07-24" in problem.message


@pytest.mark.parametrize("title", ["2025-2027年度開放數據計劃", "二零二五至二七年度計劃"])
def test_the_years_of_a_title(title: str) -> None:
    def said(covers: str) -> list[str]:
        document = a_document(title=title, covers=covers)
        found = printed_dates.check(a_catalogue(documents=[document]))
        return [it.tip for it in found]

    assert said("2025/2027") == []
    assert said("2025/2026") == ["write 2025/2027"]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert not has_errors(printed_dates.check(catalogue_of_the_project()))
