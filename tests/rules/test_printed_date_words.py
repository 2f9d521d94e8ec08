"""年底, 最快, 每年 and their like are typed where they are printed, and only there."""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_figure,
    a_figure_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
)

from generator.messages.problem import Severity, has_errors
from generator.model.when import Bound, Part
from generator.resolve.printed.date_words import date_words, parts_of
from generator.rules import printed_date_words

EVENTS = "data/events/sea-grant.yml"


def problems(**fields: Any) -> list[Any]:
    """What is said of one planned event."""
    events = an_event_list(an_event(**{"planned": True} | fields))
    return list(printed_date_words.check(a_catalogue(events=[events])))


def figure_problems(**fields: Any) -> list[Any]:
    figures = a_figure_list(a_figure(**fields))
    return list(printed_date_words.check(a_catalogue(figures=[figures])))


PARTS: list[tuple[str, str, Part | None]] = [
    ("2024", "2024年年底", "end"),
    ("2024", "2024年底", "end"),
    ("2024", "二零二四年年底", "end"),
    ("2024", "2024 年 年 底起", "end"),
    ("2024", "2024年末", "end"),
    ("2024", "2024年年尾", "end"),
    ("2024", "2024年終", "end"),
    ("2024", "late 2024", "end"),
    ("2024", "by the end of 2024", "end"),
    ("2024", "2024年年初", "start"),
    ("2024", "2024年初", "start"),
    ("2024", "2024年頭", "start"),
    ("2024", "early 2024", "start"),
    ("2024", "2024年年中", "middle"),
    ("2024", "2024年中完成", "middle"),
    ("2024", "mid-2024", "middle"),
    ("2024-04", "2024年4月底", "end"),
    ("2024-04", "2024年四月初", "start"),
    ("2024-04", "2024年4月中旬", "middle"),
    ("2024-33", "2024年第一季末", "end"),
    ("2024/2025", "2024-25年度末", "end"),
    ("2024-40", "2024年上半年末", "end"),
    ("2025", "2023年年底至2025年年初", "start"),
    ("2023", "2023年年底至2025年年初", "end"),
    ("2024", "2024年內", None),
    ("2024", "2024年", None),
    ("2024", "2024年中國創新大賽", None),
    ("2024", "2024年中秋", None),
    ("2024", "2024年中學比賽", None),
    ("2024", "2024年初步完成", None),
    ("2024", "2024年終審法院", None),
    ("2024", "2024年末端設施", None),
    ("2024", "《2024年年底報告》", None),
    ("2024", "as early as 2024", None),
    ("2025", "2023年年底起，2025年完成", None),
]


@pytest.mark.parametrize(("date", "printed", "part"), PARTS)
def test_a_part_is_read_only_where_one_is_printed(
    date: str, printed: str, part: Part | None
) -> None:
    assert date_words(printed, date).parts == ({part} if part else set())


BOUNDS: list[tuple[str, Bound | None]] = [
    ("最快2025年", "earliest"),
    ("最快可于2025年底", "earliest"),
    ("最早於2025年", "earliest"),
    ("預計最早或可在2025年", "earliest"),
    ("不早於2025年", "earliest"),
    ("2025年最快", "earliest"),
    ("2025年年底最快完成", "earliest"),
    ("as early as 2025", "earliest"),
    ("in 2025 at the earliest", "earliest"),
    ("最遲2025年", "latest"),
    ("不遲於2025年", "latest"),
    ("最晚在2025年", "latest"),
    ("2025年或之前", "latest"),
    ("2025年年底前", "latest"),
    ("2025年", None),
    ("於2025年推出最快的網絡", None),
    ("最快的網絡，2025年推出", None),
    ("2025年或之後", None),
]


@pytest.mark.parametrize(("printed", "bound"), BOUNDS)
def test_a_bound_is_read_only_where_one_is_printed(printed: str, bound: Bound | None) -> None:
    assert date_words(printed, "2025").bounds == ({bound} if bound else set())


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("每年4月", {4}),
        ("於每年四月在香港舉辦", {4}),
        ("每逢4月", {4}),
        ("每年在會展於4月及10月舉行", {4, 10}),
        ("自2010年起每年7月", {7}),
        ("4月每年舉辦", {4}),
        ("每年4月1日", {4}),
        ("每年12月底", {12}),
        ("every April", {4}),
        ("annually in October", {10}),
        ("2024年4月", set()),
        ("4月", set()),
        ("每年舉辦", set()),
        ("每年撥款100萬元，4月開始", set()),
        ("每季", set()),
    ],
)
def test_months_in_which_something_recurs(printed: str, months: set[int]) -> None:
    assert date_words(printed, None).months == months


def test_what_is_printed_and_not_typed() -> None:
    [part] = problems(date="2024", printed="2024年年底")
    assert part.severity is Severity.ERROR
    assert str(part) == (
        f"{EVENTS}:10:12: '2024年年底' says more than the date, and `part` is missing "
        "(write `part: end`; if the difference is meant, say why in `differs`)"
    )
    [bound] = problems(date="2024", printed="最快2024年")
    assert bound.tip.startswith("write `bound: earliest`;")
    [every] = problems(date=None, printed="每年4月")
    assert every.tip.startswith("write `every: 4`;")
    assert len(problems(date="2024", printed="最快2024年年底")) == 2


def test_what_is_typed_and_not_printed() -> None:
    [part] = problems(date="2024", printed="2024年內", part="end")
    assert part.message == "`part: end` is typed, and '2024年內' does not say it"
    assert part.tip == "remove it, or quote the words of the document that say it"
    [bound] = problems(date="2024", printed="2024年", bound="earliest")
    assert bound.message == "`bound: earliest` is typed, and '2024年' does not say it"
    [every] = problems(date=None, printed="舉辦展覽", every=4)
    assert every.message == "`every: 4` is typed, and '舉辦展覽' does not say it"


def test_what_is_typed_as_another_than_printed() -> None:
    [part] = problems(date="2024", printed="2024年年底", part="start")
    assert part.tip.startswith("write `part: end`;")
    [every] = problems(date=None, printed="每年4月", every=5)
    assert every.tip.startswith("write `every: 4`;")


def test_what_is_typed_as_printed_is_not_blamed() -> None:
    printed = "最快可于2024年底"
    assert problems(date="2024", printed=printed, part="end", bound="earliest") == []
    assert problems(date=None, printed="每年4月及10月", every=10) == []
    assert problems(date="2024", printed="2024年年底", differs="正文另有所述。") == []
    # Of what has happened 最早 tells of the first time.
    assert problems(date="2006", printed="最早在2006年推出", planned=False) == []


def test_our_own_words_say_nothing_that_is_not_typed() -> None:
    """What stands in them alone cannot be sorted, filtered or read by a program."""
    [part] = problems(date="2024", printed=None, what="年底推出計劃")
    assert (part.place.line, part.tip[:18]) == (9, "write `part: end`;")
    [bound] = problems(date="2024", printed=None, what="最快在這一年推出")
    assert bound.tip.startswith("write `bound: earliest`;")
    [every] = problems(date=None, printed=None, what="每年四月舉辦")
    assert every.tip.startswith("write `every: 4`;")
    assert problems(date="2024", printed="2024年年底", part="end", what="年底推出計劃") == []


def test_a_date_in_our_own_words_alone_is_a_warning() -> None:
    [undated] = problems(date=None, what="在二零二四至二五年度推出")
    assert undated.severity is Severity.WARNING
    assert undated.tip == "write `date: 2024/2025`, or leave it out of the words"
    [other] = problems(date="2024", what="在2024年第三季推出")
    assert other.tip == "write `date: 2024-35`, or leave it out of the words"
    assert problems(date=None, what="推行《2024年施政報告》所載的計劃") == []
    assert problems(date="2024/2025", what="在二零二四至二五年度推出") == []


def test_a_date_that_stands_on_another_line() -> None:
    elsewhere = {"date_printed": "2024年年底", "date_line": 3}
    [missing] = problems(date="2024", printed="推出計劃", **elsewhere)
    assert (missing.place.line, missing.tip[:18]) == (11, "write `part: end`;")
    assert problems(date="2024", part="end", printed="推出計劃", **elsewhere) == []


def test_the_day_of_a_number() -> None:
    [in_form] = figure_problems(printed="截至2023年年底約500万元", as_of="2023")
    assert in_form.tip.startswith("write `as_of_part: end`;")
    [in_words] = figure_problems(as_of="2023", basis="截至年底，合計")
    assert in_words.tip.startswith("write `as_of_part: end`;")
    [not_said] = figure_problems(
        printed="截至2023年12月約500万元", as_of="2023-12", as_of_part="end"
    )
    assert not_said.message.startswith("`as_of_part: end` is typed, and ")
    assert figure_problems(as_of="2023", as_of_part="end", basis="合計") == []


def test_wherever_a_line_prints_the_day() -> None:
    line = "截至2023年12月底共500項；2023年12月推出，2024年年初結束"
    assert parts_of(line, "2023-12") == {"end", None}
    assert parts_of(line, "2024") == {"start"}
    assert parts_of(line, "2025") == set()


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert not has_errors(printed_date_words.check(catalogue_of_the_project()))
