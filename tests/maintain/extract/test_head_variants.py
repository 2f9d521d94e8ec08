"""Heads as other years, departments and programs lay them out: right, or told with a remedy."""

import re
from collections.abc import Callable

import pytest
from builders import ROOT
from maintain.extract.heads import ENGLISH_TEXT, NEW_TEXT

from generator.maintain.extract.head_cells import HeadWords, amount_cell
from generator.maintain.extract.head_names import name_all
from generator.maintain.extract.head_reading import read_head
from generator.maintain.extract.head_record import PrintedHead
from generator.maintain.extract.head_source import head_words
from generator.maintain.extract.head_text import head_text
from generator.reading.load import read_catalogue
from generator.reading.odd_characters import replace_odd
from generator.script.opencc_tables import open_cc

CELLS = {
    "programme-1.allocation.2026-27-estimate": "12.0",
    "programme-2.allocation.2024-25-actual": "5.0",
    "analysis.programme-1.2025-26-revised": "16.0",
    "analysis.programme-2.2026-27-estimate": "6.0",
    "analysis.total.2025-26-original": "19.0¶",
    "sub-heads.000.2024-25-actual": "14,000",
    "sub-heads.003.2026-27-estimate": "1,000",
    "sub-heads.661.2025-26-approved": "3,500",
    "sub-heads.recurrent-total.2025-26-revised": "16,000",
    "sub-heads.total.2026-27-estimate": "18,000",
}
"""Some cells of the text, as they are printed in it."""


@pytest.fixture(scope="module")
def words() -> HeadWords:
    catalogue, problems = read_catalogue(ROOT / "tests" / "data")
    assert catalogue is not None, problems
    return head_words(catalogue)


def read(text: str, words: HeadWords) -> PrintedHead:
    tabbed, _ = head_text(replace_odd(text), words)
    head = read_head(tabbed, words)
    name_all(head, None, open_cc("hk2s").convert)
    return head


def cells(head: PrintedHead) -> dict[str, str]:
    return {
        table.name(row, column.id): printed
        for table in head.tables
        for row in table.rows
        for column, printed in zip(table.columns, row.cells, strict=False)
    }


def told(head: PrintedHead) -> str:
    return "\n".join(f"{it.line}: {it.why}; {it.tip}" for it in head.faults)


def reversed_columns(text: str) -> str:
    """The estimate first, in every table of amounts."""
    return "\n".join(
        "\t".join((*row[:-4], *row[:-5:-1])) if len(row := line.split("\t")) >= 5 else line
        for line in text.split("\n")
    )


def merged_years(text: str) -> str:
    """One year for two columns, and the bases on the line below."""
    return re.sub(
        r"\t2024-25 (\(實際\))\t2025-26 (\(原來預算\))\t2025-26 (\(修訂\))\t2026-27 (\(預算\))\n財",
        r"\t2024-25\t2025-26\t\t2026-27\n\t\1\t\2\t\3\t\4\n財",
        text,
    )


def over_pages(text: str) -> str:
    """A page ends inside of the table of sub-heads, and inside of a row."""
    header = next(it for it in text.split("\n") if it.startswith("分目"))
    unit = "\t\t千元\t千元\t千元\t千元"
    page = f"\n總目 9 一 海 風 觀 測 署\n\n{header}\n{unit}\n"
    text = text.replace("\t非經營帳目\t", f"{page}\t非經營帳目\t", 1)
    return text.replace("661\t小型機器(整體撥款)\t", f"661\t小型機器(整體\t\t\t\t\n{page}\t撥款)\t")


def spaced(text: str) -> str:
    """Columns parted by spaces, as programs print them that know no tables."""
    return "\n".join(
        re.sub(r"\t+", "   ", line).strip() if "\t" in line else line for line in text.split("\n")
    )


def one_space(text: str) -> str:
    return re.sub(r"   +", " ", spaced(text))


def full_width(text: str) -> str:
    return re.sub(r"(?<=\t)[0-9.,]+", lambda it: it[0].translate(WIDE), text)


WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
RIGHT: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "columns in another order": reversed_columns,
    "years over two columns": merged_years,
    "rows over pages": over_pages,
    "spaces for tabs": spaced,
    "one space for tabs": one_space,
    "full width": full_width,
    "Simplified": lambda text: open_cc("hk2s").convert(text),
    "gaps in numbers": lambda text: text.replace("14,000", "14, 000").replace("3,500", "3 ,500"),
    "no analysis": lambda text: re.sub(
        r"財 政 撥 款 分 析\n.*?\n\n(?=綱領\(1\)\n)", "", text, flags=re.S
    ),
    "one programme": lambda text: re.sub(r"綱領\(2\):潮汐\n.*?\n\n(?=財 政)", "", text, flags=re.S),
    "a note in cells": lambda text: text.replace("¶ 不包括", "¶\t不包括"),
    "a dash for nothing": lambda text: text.replace("—", "-"),
    "a word for nothing": lambda text: text.replace("—", "N.A."),
    "years with a slash": lambda text: re.sub(r"(20[0-9]{2})-([0-9]{2})", r"\1/\2", text),
}


@pytest.mark.parametrize("name", RIGHT)
def test_every_layout_gives_the_same_cells(name: str, words: HeadWords) -> None:
    text = RIGHT[name](NEW_TEXT)
    head = read(text, words)
    found = cells(head)
    left_out = {"no analysis": "analysis", "one programme": "programme-2"}.get(name, "-")
    for cell, printed in CELLS.items():
        if not cell.startswith(left_out):
            assert found.get(cell) == printed, cell
    assert told(head) == ""


def test_cells_that_are_empty_keep_their_sign(words: HeadWords) -> None:
    for sign in ("—", "–", "-", "_", "N.A.", "#", "—#", "不適用"):
        head = read(NEW_TEXT.replace("—", sign) + "\n# 不足五百元。\n", words)
        assert cells(head)["sub-heads.003.2024-25-actual"] == sign


WRONG: dict[str, tuple[Callable[[str], str], str]] = {
    "a number in brackets": (
        lambda text: text.replace("可收回的薪金\t—", "可收回的薪金\t(1,000)"),
        r"64: \(1,000\) is no amount",
    ),
    "two numbers in a cell": (
        lambda text: text.replace(
            "\t14,000\t15,500\t16,000\t13,000", "\t14,000 15,500\t16,000\t13,000\t"
        ),
        "63: 14,000 15,500 is no amount",
    ),
    "a cell less": (
        lambda text: text.replace("000\t運作開支\t14,000\t15,500", "000\t運作開支\t15,500"),
        "63: does not have the columns",
    ),
    "a cell more": (
        lambda text: text.replace("000\t運作開支\t14,000", "000\t運作開支\t1\t14,000"),
        "63: does not have the columns",
    ),
    "an unknown basis": (
        lambda text: text.replace(
            "2025-26 (修訂)\t2026-27 (預算)\n", "2025-26 (暫定)\t2026-27 (預算)\n", 1
        ),
        r"unknown heads of columns: 2025-26 \(暫定\); add the words",
    ),
    "no unit": (
        lambda text: text.replace("財政撥款(百萬元)", "財政撥款", 1),
        "the table says no unit; write it",
    ),
    "a mark without its note": (
        lambda text: text.replace("18,000\n", "18,000@\n"),
        "the mark @ has no note",
    ),
    "a percentage without its year": (
        lambda text: text.replace("\t\t\t(+6.7%)\t(-25.0%)", "\t(+6.7%)\t\t\t(-25.0%)"),
        "a percentage below the first year",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_told_with_its_line(name: str, words: HeadWords) -> None:
    change, message = WRONG[name]
    text = change(NEW_TEXT)
    assert text != NEW_TEXT
    head = read(text, words)
    assert re.search(message, told(head)), told(head)


@pytest.mark.parametrize("name", ["a cell less", "a cell more", "two numbers in a cell"])
def test_a_row_that_does_not_fit_gives_no_cell_at_all(name: str, words: HeadWords) -> None:
    found = cells(read(WRONG[name][0](NEW_TEXT), words))
    assert not [cell for cell in found if cell.startswith("sub-heads.000.")]


def test_an_english_head_has_its_tables_too(words: HeadWords) -> None:
    head = read(ENGLISH_TEXT, words)
    found = cells(head)
    assert (head.number, head.year) == ("8", "2019-20")
    assert found["programme-1.allocation.2017-18-actual"] == "300.1"
    assert found["analysis.total.2018-19-revised"] == "741.3#"
    assert found["sub-heads.661.2019-20-estimate"] == "20,000"
    assert found["sub-heads.plant-equipment-works-total.2018-19-approved"] == "20,000"
    assert found["operating-expenses.job-related-allowances.2018-19-revised"] == "—"
    [indicators, commitments] = head.others
    assert indicators.rows[2][1:] == ("310", "322", "340")
    assert commitments.rows[-1][-1] == "449,000"
    assert told(head) == ""


def test_english_on_several_lines_one_space_apart(words: HeadWords) -> None:
    """As pages of PDF give it that draw no lines."""
    text = """Head 8 — GOVERNMENT SECRETARIAT: LIGHTHOUSE BUREAU
Programme (1): Lighthouses
2017–18 2018–19 2018–19 2019–20
(Actual) (Original) (Revised) (Estimate)
Financial provision ($m) 300.1 420.5 401.2 633.0
(–4.6%) (+57.8%)
(or +50.5% on 2018–19 Original)
Sub-head (Code) Actual 2017–18 Approved 2018–19 Revised estimate 2018–19 Estimate 2019–20
$’000 $’000 $’000 $’000
000 Operational expenses 300,100 420,500 401,200 633,000
Total Expenditure 300,100 420,500 401,200 633,000
"""
    head = read(text, words)
    found = cells(head)
    assert found["programme-1.allocation.2019-20-estimate"] == "633.0"
    assert found["sub-heads.total.2018-19-approved"] == "420,500"
    changes = [change for table in head.tables for row in table.rows for change in row.changes]
    assert [(it.column, it.printed) for it in changes] == [
        ("2018-19-revised", "(–4.6%)"),
        ("2019-20-estimate", "(+57.8%)"),
        ("2019-20-estimate", "+50.5%"),
    ]
    assert told(head) == ""


def test_a_year_may_stand_for_two_columns(words: HeadWords) -> None:
    text = """Head 8 — GOVERNMENT SECRETARIAT: LIGHTHOUSE BUREAU
Programme (1): Lighthouses
2017-18 (Actual) 2018-19 (Original) (Revised) 2019-20 (Estimate)
Financial provision ($m) 300.1 420.5 401.2 633.0
"""
    [table] = read(text, words).tables
    assert [it.printed for it in table.columns] == [
        "2017-18 (Actual)", "2018-19 (Original)", "2018-19 (Revised)", "2019-20 (Estimate)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("243,500Φ", "243,500Φ"),
        ("1 234 567", "1234567"),
        ("0.4*", "0.4*"),
        ("", ""),
        ("12,34", None),
        ("約 12", None),
        ("(12)", None),
        ("12 百萬", None),
    ],
)
def test_a_cell_is_one_number_or_none(printed: str, meant: str | None) -> None:
    assert amount_cell(printed) == meant
