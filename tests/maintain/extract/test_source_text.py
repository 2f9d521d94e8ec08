"""A plan in any form becomes the one text that the reader needs, or is refused with a remedy.

`tests/data/plan-files/sea.pdf` has twelve rows on three pages; a cell of it is merged with the one
below, and its ninth row is broken in the middle of a sentence, where the page ends.
"""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from maintain.extract.invented import NAMES
from PIL import Image

from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.plan_table import read_plan
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.source_text import read_source

ROOT = Path(__file__).resolve().parents[3]
PDF = ROOT / "tests" / "data" / "plan-files" / "sea.pdf"
HEAD = ("編號", "數據種類", "數據集名稱", "一般說明", "目標發放日期 (月/年)", "更新頻率")
ROW = ("1", "運輸", "渡輪靠岸時刻", "• 班次。\n• 以 CSV 格式提供。", "03/2031", "每季")
LINE = "1\t運輸\t渡輪靠岸時刻\t• 班次。<br>• 以 CSV 格式提供。\t03/2031\t每季"


def text_of(tmp_path: Path, raw: bytes) -> str:
    file = tmp_path / "plan"
    file.write_bytes(raw)
    return read_source(file).text


def plan_of(path: Path) -> Plan:
    return read_plan(read_source(path).text, NAMES)


def test_a_pdf_is_read_by_its_lines_and_joined_over_pages() -> None:
    plan = plan_of(PDF)
    assert plan.not_understood == ()
    assert (plan.title, plan.publisher, plan.date) == (
        *("2031-2033年度整合开放数据计划", "海风观测署", "2030-12"),
    )
    rows = plan.sections[1].rows
    assert [(it.row, it.name, it.date) for it in rows] == [
        (n, f"第{n}码头渡轮靠岸时刻", f"2031-{n:02}") for n in range(1, 13)
    ]
    assert {it.category for it in rows} == {"运输"}
    often = "包括日间及夜间的班次，以及假日加开的班次，" * 17
    assert rows[8].description == (
        f"渡轮靠岸时刻及误点，按码头及公司划分。{often}以 CSV 及 GML 格式提供。"
    )


def docx(*merged: tuple[int, int, int, int]) -> bytes:
    """A Word file with a heading and a table of three rows, some of its cells merged."""
    document = Document()
    document.add_paragraph("ii. 非空間數據")
    table = document.add_table(0, 6)
    for cells in (HEAD, ROW, ("2", "", "浮標", "位置", "04/2031", "每年")):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def test_a_word_file(tmp_path: Path) -> None:
    lines = text_of(tmp_path, docx()).split("\n")
    assert lines == [
        "ii. 非空間數據",
        "",
        "\t".join(HEAD),
        LINE,
        "2\t\t浮標\t位置\t04/2031\t每年",
        "",
    ]


def test_a_merged_cell_says_the_same_in_each_row(tmp_path: Path) -> None:
    lines = text_of(tmp_path, docx((1, 1, 2, 1))).split("\n")
    assert lines[4] == "2\t運輸\t浮標\t位置\t04/2031\t每年"


def html(rows: str) -> bytes:
    head = "".join(f"<th>{it}</th>" for it in HEAD)
    return (
        "<!DOCTYPE html><html><head><title>計劃</title></head><body><nav>主頁</nav><main>"
        f"<h3>ii. 非空間數據</h3><table><tr>{head}</tr>{rows}</table></main>"
        "<footer>覆檢日期：2030年12月</footer></body></html>"
    ).encode()


def test_a_page_in_html(tmp_path: Path) -> None:
    rows = (
        "<tr><td>1</td><td rowspan=2>運輸</td><td>渡輪靠岸時刻</td>"
        "<td><ul><li>• 班次。</li><li>• 以 CSV 格式提供。</li></ul></td><td>03/2031</td>"
        "<td>每季</td></tr><tr><td>2</td><td>浮標</td><td>位置&lt;b&gt;</td><td>04/2031</td>"
        "<td>每年</td></tr><tr><td colspan=6>潮汐局</td></tr>"
    )
    lines = text_of(tmp_path, html(rows)).split("\n")
    assert lines == [
        *("ii. 非空間數據", "", "\t".join(HEAD), LINE),
        "2\t運輸\t浮標\t位置&lt;b>\t04/2031\t每年",
        "潮汐局\t\t\t\t\t",
        "",
    ]


def test_markdown_tables(tmp_path: Path) -> None:
    text = (
        f"## ii. 非空間數據\n\n| {' | '.join(HEAD)} |\n| --- | :-: | --- | --- | --- | --- |\n"
        "| 1 | 運輸 | 渡輪靠岸時刻 | • 班次。<br>• 以 CSV 格式提供。 | 03/2031 | 每季 |\n"
        "| 2 |  | 浮標 A\\|B | 位置 | 04/2031 | 每年 |\n"
    )
    assert text_of(tmp_path, text.encode()).split("\n") == [
        *("## ii. 非空間數據", "", "\t".join(HEAD), LINE),
        *("2\t\t浮標 A|B\t位置\t04/2031\t每年", ""),
    ]


def test_comma_separated_values(tmp_path: Path) -> None:
    text = (
        f"ii. 非空間數據,,,,,\n{','.join(HEAD)}\n"
        '1,運輸,渡輪靠岸時刻,"• 班次。\n• 以 CSV 格式提供。",03/2031,每季\n'
        '2,,"浮標, ""A""",位置,04/2031,每年\n'
    )
    assert text_of(tmp_path, text.encode("utf-8-sig")).split("\n") == [
        *("ii. 非空間數據", "\t".join(HEAD), LINE),
        *('2\t\t浮標, "A"\t位置\t04/2031\t每年', ""),
    ]


def test_quotes_of_a_spreadsheet_and_quotes_that_are_printed(tmp_path: Path) -> None:
    text = (
        '1\t運輸\t"浮標 ""A"""\t"班次。\n誤點。"\t03/2031\t每季\n'
        '2\t運輸\t"智方便" 登記\t"智方便"\t03/2031\t每季\n'
    )
    assert text_of(tmp_path, text.encode()).split("\n") == [
        '1\t運輸\t浮標 "A"\t班次。<br>誤點。\t03/2031\t每季',
        '2\t運輸\t"智方便" 登記\t"智方便"\t03/2031\t每季',
        "",
    ]


def test_a_text_that_needs_nothing_is_kept_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_bytes(f"ii. 非空間數據\r\n{LINE}\n".encode())
    source = read_source(file)
    assert (source.raw, source.made) == (file.read_bytes(), ())


def zipped(*names: str) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return raw.getvalue()


def picture(form: str) -> bytes:
    raw = BytesIO()
    Image.new("RGB", (40, 40), "white").save(raw, form)
    return raw.getvalue()


LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>"
    b"endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O<"
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b">/P -4>>"
    b"endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[<41><41>]>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (zipped("xl/workbook.xml"), "a spreadsheet, which is not read (save the sheet as"),
        (zipped("content.xml"), "LibreOffice, which is not read (save it as DOCX"),
        (zipped("plan.pdf"), "a ZIP archive, which is not read (unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word or Excel, which is not read (save it as"),
        (picture("PNG"), "a picture, which is not read (take the PDF, DOCX or HTML"),
        (picture("JPEG"), "a picture, which is not read"),
        (picture("PDF"), "pictures of pages and no text (take the DOCX or HTML version"),
        (LOCKED, "is encrypted (open it with its password"),
        (b"%PDF-1.7\nbroken", "is broken (fetch it again)"),
        (b"PK\x03\x04broken", "is broken (fetch it again)"),
        (b" \n", "is empty"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, raw: bytes, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        text_of(tmp_path, raw)
    assert said in str(caught.value)
