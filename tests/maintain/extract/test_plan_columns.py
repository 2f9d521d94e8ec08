"""Columns are found by the words of their headings, in any order and language."""

import pytest

from generator.maintain.extract.plan_columns import COLUMNS, read_header

SIX = COLUMNS[:6]


@pytest.mark.parametrize(
    ("headings", "columns", "status"),
    [
        ("編號|數據種類|數據集名稱|一般說明|目標發放日期 (月/年)|更新頻率", SIX, "planned"),
        ("编号|数据种类|数据集名称|一般说明|发放日期(月/年)|更新频率", SIX, "released"),
        ("編 號 |數據種類|數據集名稱|一般説明|目標發放日期（月 ／ 年）|更新頻率||", SIX, "planned"),
        ("序號|類別|資料集名稱|說明|預計發放日期 (月/年)|更新次數", SIX, "planned"),
        ("#|數據種類|數據集名稱|一般說明|目標發放日期(年/月)|更新頻率", SIX, "planned"),
        (
            "No.|Data Category|Name of Dataset|Description|Target Release Date (mm/yyyy)"
            "|Update Frequency",
            SIX,
            "planned",
        ),
        (
            "編號 No.|數據種類 Category|數據集 Dataset|說明 Description|日期 Date|頻率 Frequency",
            SIX,
            None,
        ),
        (
            "數據集名稱|編號|發放日期|數據種類|更新頻率|一般說明",
            ("name", "number", "date", "category", "frequency", "description"),
            "released",
        ),
        ("數據種類|數據集名稱|一般說明|發放日期|更新頻率", SIX[1:], "released"),
        ("編號|數據種類|數據集名稱|一般說明|發放日期|更新頻率|備註", (*SIX, None), "released"),
        (
            "編號|負責部門|數據種類|數據集名稱|說明|檔案格式|推出日期|更新周期",
            ("number", "group", *SIX[1:4], "format", *SIX[4:]),
            "released",
        ),
    ],
)
def test_header(headings: str, columns: tuple[str | None, ...], status: str | None) -> None:
    header = read_header(headings.split("|"))
    assert header is not None
    assert (header.columns, header.status, header.missing) == (columns, status, ())


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "運輸", "渡輪靠岸時刻", "以 CSV 格式提供", "03/2031", "每年"],
        ["", "不適用", "", "", "", ""],
        ["編號", "名稱"],
        ["數據種類", "數據種類", "數據集名稱", "日期"],
    ],
)
def test_what_is_no_header(cells: list[str]) -> None:
    assert read_header(cells) is None


def test_columns_that_no_record_can_do_without() -> None:
    header = read_header(["編號", "數據集名稱", "發放日期", "備註"])
    assert header is not None
    assert header.missing == ("category", "description", "frequency")


def test_a_row_is_passed_on_in_one_order() -> None:
    header = read_header(
        ["數據集名稱", "發放日期", "檔案格式", "數據種類", "一般說明", "更新頻率", "備註"]
    )
    assert header is not None
    row = ("潮汐表", "06/2031", "CSV", "運輸", "潮高", "每年", "暫停")
    assert header.in_order(row) == (
        *("", "運輸", "潮汐表", "潮高", "06/2031", "每年", "", "檔案格式：CSV"),
    )
    assert header.unknown(row) == ("暫停",)
