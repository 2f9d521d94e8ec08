"""A budget's cells against the text of its document: each between its own tabs, in its order."""

import hashlib
from pathlib import Path

import pytest
from budgets import NAME, a_budget_catalogue, an_estimates_document
from builders import record_file, with_records

from generator.maintain.verify.verify import verify
from generator.pipeline.generate import catalogue_converter

LINES = {
    10: "綱領(1):觀測",
    20: "\t2024-25 (修訂) (百萬元)\t2025-26 (預算) (百萬元)",
    21: "工作\t\t",
    22: "(1) 觀測\t10.5\t12.0",
    23: "\t0.5¶\t_",
    24: "\t11.0\t12.0",
    25: "\t\t(+9.1%)",
    26: "¶ 不包括 潮汐組。",
    30: "分目(千元)\t\t2024-25 修訂預算\t2025-26 預算",
    31: "000\t運作開支\t15,030\t12,030",
    32: "\t總額\t15,030\t12,030",
    40: "所需開支 12,030,000 元,減少 300 萬元",
    41: "編制有 7 個職位",
    42: "自二零二四年七月二十五日起",
}


def problems(folder: Path, changes: dict[int, str]) -> list[str]:
    """What is wrong when the text has these lines instead."""
    lines = {**LINES, **changes}
    raw = "\n".join(lines.get(number, "") for number in range(1, 61)).encode()
    folder.joinpath(f"{NAME}.txt").write_bytes(raw)
    document = an_estimates_document(sha256=hashlib.sha256(raw).hexdigest())
    catalogue = a_budget_catalogue()
    documents = {**catalogue.documents, NAME: record_file(document)}
    catalogue = with_records(catalogue, documents=documents)
    found = verify(catalogue, catalogue_converter(catalogue), folder)
    return [str(it) for it in found if it.place.path.startswith("data/budget/")]


def test_a_text_in_which_everything_stands(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("line", "text", "quoted"),
    [
        (22, "(1) 觀測\t12.0\t10.5", "'10.5\\t12.0'"),
        (31, "000\t運作開支\t115,030\t12,030", "'15,030'"),
        (23, "\t0.5\t_", "'0.5¶'"),
        (25, "\t\t(+19.1%)", "'(+9.1%)'"),
        (26, "¶ 包括潮汐組。", "'¶不包括潮汐組。'"),
        (20, "\t2024-25 (實際) (百萬元)\t2025-26 (預算)", "'2024-25 (修訂)'"),
        (32, "\t\t15,030\t12,030", "'總額'"),
        (40, "所需開支 12,030,000 元", "'減少 300 萬元'"),
    ],
)
def test_what_stands_elsewhere_or_otherwise(
    tmp_path: Path, line: int, text: str, quoted: str
) -> None:
    found = problems(tmp_path, {line: text})
    assert any(f"{quoted} does not stand on line {line} of {NAME}" in it for it in found)
