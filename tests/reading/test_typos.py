"""What a person who knows the subject types wrong, with a Chinese keyboard, an office program or
git: each is named on its line with how to mend it, in both languages, and nothing else is said.

Where test_single_mistakes.py has a mistake of meaning, here it is one of typing and of files.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import REFUSED
from one_mistake import (
    AGENCY,
    DATASET,
    ERRATA,
    EVENTS,
    FIGURES,
    FILES,
    NAMES,
    PROGRAMME,
    Mistake,
    a_good_folder,
    assert_told_once,
    mistyped,
    only_problem,
)

from generator.cli.clock import hong_kong_day
from generator.messages.problem import Severity
from generator.pipeline.generate import examine

COLON = "not valid YAML: a wide colon"
HYPHEN = "not valid YAML: another mark than '-'"
SLIPS = [
    # The keyboard
    Mistake(PROGRAMME, "kind: fund", "kind：fund", f"4:5: {COLON}", "write ':'"),
    Mistake(FIGURES, "    unit: item", "    unit： item", f"8:9: {COLON}", "write ':'"),
    Mistake(PROGRAMME, "kind: fund", "kind:fund", "4:5: not valid YAML: no space", "write ':'"),
    Mistake(
        PROGRAMME, "  - document", "  -document", "16:3: not valid YAML: no space", "write '-'"
    ),
    Mistake(PROGRAMME, "  - document", "  － document", f"16:3: {HYPHEN}", "write '-'"),
    Mistake(PROGRAMME, "  - document", "  • document", f"16:3: {HYPHEN}", "write '-'"),
    Mistake(PROGRAMME, "  - document", "  – document", f"16:3: {HYPHEN}", "write '-'"),
    Mistake(PROGRAMME, "  - document", "　- document", "16:1: not valid YAML: a space", "ordinary"),
    Mistake(PROGRAMME, "  - document", "\u00a0 - document", "16:1: not valid YAML: a", "ordinary"),
    Mistake(PROGRAMME, "agency: sea", "agency: sea，", "5:9: agency: 'sea，'", "lower-case"),
    Mistake(PROGRAMME, "agency: sea", "agency: sea,", "5:9: agency: 'sea,'", "'sea'?"),
    Mistake(PROGRAMME, "agency: sea", "agency: SEA", "5:9: agency: 'SEA' is not", "'sea'?"),
    Mistake(PROGRAMME, "agency: sea", "Agency: sea", "5:1: Agency is not a field", "'agency'?"),
    Mistake(PROGRAMME, "agency: sea", "機構: sea", "5:1: 機構 is not a field", "agency"),
    Mistake(FIGURES, "value: 120", "value: １２０", "7:12: full-width", "write 120)"),
    Mistake(FIGURES, "value: 120", "value: １,２００", "7:12: full-width", "write 1200)"),
    Mistake(FIGURES, "value: 120", "value: 11_400", "7:12: ambiguous value", "write 11400)"),
    Mistake(FIGURES, "value: 120", "value: '11_400'", "7:12: figures[0].value", "write 11400:"),
    Mistake(FIGURES, "value: 120", "value: 1e4", "7:12: ambiguous value", "write 10000)"),
    Mistake(FIGURES, "value: 120", "value: 0o17", "7:12: ambiguous value", "write 15)"),
    Mistake(FIGURES, "value: 120", "value: 1_000.5", "7:12: ambiguous", "write a whole number"),
    Mistake(FIGURES, "value: 120", "value: 12:30", "7:12: ambiguous", "write a whole number"),
    Mistake(PROGRAMME, "launched: 2024-09", "launched: 12:30", "6:11: ambig", "put it in quotes)"),
    Mistake(FIGURES, "value: 120", "value: 1,200", "7:12: figures[0].value must", "commas"),
    Mistake(FIGURES, "value: 120", "value: 12億", "7:12: figures[0].value must", "units"),
    Mistake(FIGURES, "value: 120", "value: 120 HKD", "7:12: figures[0].value must", "units"),
    Mistake(FIGURES, "value: 120", "value: 0120", "7:12: ambiguous value '0120'", "write 120)"),
    Mistake(FIGURES, "value: 120", "value: 120.0", "7:12: ambiguous value '120.0'", "write 120)"),
    Mistake(FIGURES, "value: 120", "value: 0x78", "7:12: ambiguous value '0x78'", "write 120)"),
    # Words instead of codes, dates as people write them
    Mistake(FIGURES, "unit: HKD", "unit: 億元", "18:11: unknown code '億元'", "units.yml: HKD"),
    Mistake(FIGURES, "unit: HKD", "unit: hkd", "18:11: unknown code 'hkd'", "'HKD'?"),
    Mistake(DATASET, "frequency: ANNUAL", "frequency: 每年", "10:12: unknown code", "'ANNUAL'?"),
    Mistake(DATASET, "frequency: ANNUAL", "frequency: 每年两次", "10:12: unknown", "codes of"),
    Mistake(DATASET, "- CSV", "- csv", "9:3: unknown code 'csv'", "'CSV'?"),
    Mistake(
        DATASET, "spatial: false", "spatial: no", "7:10: ambiguous value 'no'", "true or false"
    ),
    Mistake(DATASET, "spatial: false", "spatial: False", "7:10: ambiguous", "true or false"),
    Mistake(
        DATASET, "spatial: false", "spatial: 否", "7:10: spatial must be true", "true or false"
    ),
    Mistake(DATASET, "status: released", "status: 已發放", "15:11: listings[0].status", "released"),
    Mistake(DATASET, "section: D.ii", "section: D(ii)", "13:12: listings[0].section:", "C.1.ii"),
    Mistake(AGENCY, "script: zh-Hant", "script: 繁體", "2:9: script: '繁體' is not", "zh-Hant"),
    Mistake(PROGRAMME, "launched: 2024-09", "launched: 2024/9", "6:11: launched", "2024-09?"),
    Mistake(
        PROGRAMME, "launched: 2024-09", "launched: 二零一六年九月", "6:11: launched", "2024-06"
    ),
    Mistake(PROGRAMME, "launched: 2024-09", "launched: “2016-09”", "6:11: launched", "2024-06"),
    Mistake(EVENTS, "date: 2024-09", "date: 09-2024", "15:11: events[1].date", "year first"),
    # Quotes, brackets, comments
    Mistake(
        PROGRAMME, "launched: 2024-09", 'launched: "2016-09', "6:11: not valid YAML: q", "close"
    ),
    Mistake(EVENTS, 'date: "2024"', 'date: "2024', "7:11: not valid YAML: quotes", "close"),
    Mistake(
        ERRATA, "about: [tide-fund]", "about: [tide-fund", "6:12: not valid YAML", "close the b"
    ),
    Mistake(
        PROGRAMME,
        "summary: 資助潮汐研究。",
        "summary: 資助 # 潮汐研究。",
        "7:13: what stands behind ' #' is a comment",
        "in quotes",
    ),
    Mistake(PROGRAMME, "summary: 資助", "summary: @資助", "7:10: not valid YAML", "in quotes"),
    Mistake(PROGRAMME, "agency: sea", "agency: *sea", "5:9: alias '*sea'", "write the value out"),
    Mistake(PROGRAMME, "agency: sea", "agency: !!str sea", "5:9: explicit tag", "write the value"),
    # Lists and indentation
    Mistake(DATASET, "- CSV", "- [CSV]", "9:3: formats[0] must be text, not a list", "in quotes"),
    Mistake(PROGRAMME, "agency: sea", "agency: [sea]", "5:9: agency must be text", "quotes"),
    Mistake(FIGURES, "    unit: item", "  unit: item", "8:3: not valid YAML", "in column 5"),
    Mistake(FIGURES, "    unit: item", "     unit: item", "8:6: not valid YAML", "column 5"),
    # git, and copies from elsewhere
    Mistake(
        PROGRAMME,
        "agency: sea\n",
        "<<<<<<< HEAD\nagency: sea\n=======\nagency: see\n>>>>>>> mine\n",
        "5:1: two versions",
        "delete the lines",
    ),
    Mistake(
        PROGRAMME,
        "summary: 資助潮汐研究。",
        "summary: |-\n  一\n  <<<<<<< HEAD\n  二\n  =======\n  三\n  >>>>>>> mine",
        "9:3: two versions",
        "delete the lines",
    ),
    Mistake(PROGRAMME, "agency: sea\n", "agency: sea\n>>>>>>> mine\n", "6:1: two v", "delete"),
    Mistake(PROGRAMME, "agency: sea", "---\nagency: sea", "5:1: second document", "keep one"),
    Mistake(PROGRAMME, "資助潮汐", "資助\ue000潮汐", "7:12: private character", "Unicode"),
    Mistake(PROGRAMME, "資助潮汐", "資助\u3000\u200b潮汐", "7:13: zero-width", "delete it"),
    Mistake(PROGRAMME, "資助潮汐研究。", "長" * 5001, "7:10: summary: string should", "5000"),
    # What looks right and is not; the summary's text begins in column 10
    Mistake(PROGRAMME, "資助潮汐", "資助\ufffd潮汐", "7:12: replacement character", "type it ag"),
    Mistake(PROGRAMME, "資助潮汐", "資助\u2800潮汐", "7:12: invisible character", "delete it"),
    Mistake(PROGRAMME, "資助潮汐", "資助潮\u0336\u0337汐", "7:13: marks", "delete the marks"),
    Mistake(PROGRAMME, "資助潮汐", "資\u2f12潮汐", "7:11: a radical", "write \u529b)"),
    Mistake(PROGRAMME, "資助潮汐", "資助\uf9d7潮汐", "7:12: a compatib", "write \u8f2a)"),
    Mistake(PROGRAMME, "資助潮汐", "資助ＡＢ潮汐", "7:12: full-width letters", "write AB)"),
    Mistake(PROGRAMME, "資助潮汐", "資助\ufb01n潮汐", "7:12: letters joined", "write fi)"),
    Mistake(PROGRAMME, "資助潮汐", "資助㎡潮汐", "7:12: several characters", "write m²)"),
    Mistake(PROGRAMME, "資助潮汐", "資助﹐潮汐", "7:12: vertical or small", "write ，)"),
    Mistake(PROGRAMME, "資助潮汐", "資助\u00a0潮汐", "7:12: a space that is no", "ordinary space"),
    Mistake(PROGRAMME, "資助潮汐", "資助\U0001f600潮汐", "7:12: a picture", "in words"),
    Mistake(PROGRAMME, "資助潮汐", "資助\u2ff0潮汐", "7:12: a character that is", "write the cha"),
    Mistake(PROGRAMME, "資助潮汐", "資助&nbsp;潮汐", "7:12: &nbsp; is a sign", "type the cha"),
    Mistake(PROGRAMME, "資助潮汐", "資助Fun\u0501潮汐", "7:15: letters of anoth", "Latin letters"),
    Mistake(PROGRAMME, "資助潮汐", "資助æ½®æ±\x90", "7:12: 'æ½®æ", "write 潮汐,"),
    Mistake(PROGRAMME, "資助潮汐", "????潮汐", "7:10: ????", "type it again"),
    Mistake(PROGRAMME, "資助潮汐", "資助\n  潮汐", "7:12: between two Chinese", "on one line"),
    Mistake(PROGRAMME, "資助潮汐", "-{資助潮汐", "7:10: -{ without", "around what"),
    Mistake(PROGRAMME, "kind: fund", "kind:\u00a0fund", "4:6: not valid YAML: a space", "ordinary"),
    Mistake(AGENCY, "id: sea", "id: con", "1:5: id: 'con' cannot be the name", "another"),
    # Places
    Mistake(NAMES, "lines: [4]", "lines: [0]", "8:17: names[0]", "compare"),
    Mistake(FIGURES, "line: 13", "line: -13", "13:11: figures[0].line", "compare"),
    Mistake(FIGURES, "line: 13", "line: 1.3", "13:11: ambiguous value '1.3'", "whole number"),
    Mistake(FIGURES, "line: 13", "line: 第13行", "13:11: figures[0].line must be", "digits"),
]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_good_folder(tmp_path_factory.mktemp("good"))


@pytest.fixture
def data(good: Path) -> Iterator[Path]:
    """The good folder, which is as it was afterwards."""
    before = {path: path.read_bytes() for path in good.rglob("*") if path.is_file()}
    yield good
    for path in good.rglob("*"):
        if path.is_symlink() or (path.is_file() and path not in before):
            path.unlink()
    for path, raw in before.items():
        if not path.is_file() or path.read_bytes() != raw:
            path.write_bytes(raw)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda it: f"{it.file}: {it.new!r}"[:60])
def test_a_slip_is_named_once_on_its_line(data: Path, slip: Mistake) -> None:
    mistyped(data, slip)
    assert_told_once(data, slip)


@pytest.mark.parametrize("text", REFUSED)
def test_an_attack_that_no_page_shall_have_is_refused(data: Path, text: str) -> None:
    """In quotes, so that it is the text itself that is wrong; at its line, and nowhere else."""
    mistyped(data, Mistake(PROGRAMME, "資助潮汐研究。", json.dumps(text), "", ""))
    _, problems = examine(data, hong_kong_day())
    assert {(Path(it.place.path).name, it.place.line) for it in problems} == {("tide-fund.yml", 7)}
    assert all(it.severity is Severity.ERROR for it in problems)


def test_there_are_forty_at_least() -> None:
    assert len(SLIPS) >= 40


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("big5", "3:7: not UTF-8: byte 0xBC (save the file as UTF-8"),
        ("gbk", "3:7: not UTF-8: byte 0xB3 (save the file as UTF-8"),
        ("utf-16", "1:1: not UTF-8: byte 0xFF (save the file as UTF-8"),
        ("utf-8-sig", "1:1: byte order mark U+FEFF (remove it"),
    ],
)
def test_a_file_in_another_encoding(data: Path, encoding: str, says: str) -> None:
    file = data / PROGRAMME
    text = file.read_text("utf-8")
    file.write_bytes(text.encode(encoding, "replace"))
    assert only_problem(data, PROGRAMME).startswith(says)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "1:1: the file is empty (write fields"),
        (b"# id: tide-fund\n", "1:1: the file is empty (write fields"),
        (b"- tide-fund\n", "1:1: the file holds no fields (write fields"),
        (b"id: tide-fund\0\n", "1:14: control character U+0000 (delete it"),
        (b"id: tide-fund\rkind: fund\r", "1:14: a line ends with CR alone, as on old Macs (set"),
        (b"\x89PNG\r\n\x1a\n\0\0", "1:1: this is a picture, not a record (delete it"),
        (b"PK\x03\x04\x14\0", "1:1: this is a file of Word, Excel or a ZIP program"),
        (b"<!DOCTYPE html>\n<html>\n", "1:1: this is a web page, not a record (delete it"),
        (b"404: Not Found", "1:1: this is the answer of a server"),
        (b"+id: x\n+kind: y\n", "1:1: every line begins with what a copied list"),
        (b"```yaml\nid: x\n```\n", "1:1: ``` around a copied example (delete the lines"),
    ],
)
def test_a_file_that_holds_something_else(data: Path, raw: bytes, says: str) -> None:
    (data / PROGRAMME).write_bytes(raw)
    assert only_problem(data, PROGRAMME).startswith(says)


def test_line_ends_of_windows_are_no_mistake(data: Path) -> None:
    for path in FILES:
        raw = (data / path).read_bytes()
        (data / path).write_bytes(raw.replace(b"\n", b"\r\n"))
    assert list(map(str, examine(data, hong_kong_day())[1])) == []


def test_a_mistake_stands_on_its_line_with_line_ends_of_windows(data: Path) -> None:
    raw = (data / PROGRAMME).read_bytes().replace(b"\n", b"\r\n")
    (data / PROGRAMME).write_bytes(raw.replace(b"kind: fund", "kind：fund".encode()))
    assert only_problem(data, PROGRAMME).startswith(f"4:5: {COLON}")


@pytest.mark.parametrize(
    "name", ["tide-fund.yaml", "tide-fund.yml~", "tide-fund.yml.bak", "~$tide-fund.yml", "note.txt"]
)
def test_a_file_beside_the_records(data: Path, name: str) -> None:
    file = f"programmes/{name}"
    (data / file).write_text("x", "utf-8")
    assert only_problem(data, file).startswith("1:1: ")


def test_a_name_that_no_record_can_have(data: Path) -> None:
    (data / PROGRAMME).rename(data / "programmes" / "tide fund.yml")
    line = only_problem(data, "programmes/tide fund.yml")
    assert line.endswith("'tide fund.yml' (rename the file to tide-fund.yml)")


def test_a_record_in_the_folder_of_another_agency(data: Path) -> None:
    target = data / "datasets" / "seb" / "sea-tides.yml"
    target.parent.mkdir()
    (data / DATASET).rename(target)
    line = only_problem(data, "datasets/seb/sea-tides.yml")
    assert "differs from the folder 'seb' (move the file to datasets/sea/" in line
    target.rename(data / DATASET)
    target.parent.rmdir()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "gbk", "gb18030"])
def test_a_file_that_was_read_in_another_encoding_is_one_mistake(data: Path, encoding: str) -> None:
    """Programs save what they misread as UTF-8; then each line with Chinese is wrong."""
    raw = (data / PROGRAMME).read_bytes()
    (data / PROGRAMME).write_bytes(raw.decode(encoding, "replace").encode())
    line = only_problem(data, PROGRAMME)
    assert line.startswith("3:7: ")
    assert "bring back the version before" in line


def test_what_was_misread_twice_is_not_to_be_written(data: Path) -> None:
    """The remedy would be the next mistake."""
    raw = (data / PROGRAMME).read_bytes()
    twice = raw.decode("latin-1").encode().decode("latin-1").encode()
    (data / PROGRAMME).write_bytes(twice)
    assert only_problem(data, PROGRAMME).endswith(
        "(type it again, or bring back the version before)"
    )


def test_a_file_indented_with_tabs_is_one_mistake(data: Path) -> None:
    raw = (data / PROGRAMME).read_bytes()
    (data / PROGRAMME).write_bytes(raw.replace(b"    ", b"\t\t"))
    line = only_problem(data, PROGRAMME)
    assert line == "10:1: tab U+0009, on 8 lines (use spaces)"


@pytest.mark.parametrize(
    "text",
    [
        "（潮汐），「研究」：甲；乙！丙？《丁》……——",
        "\U000282cb與\u4db5",
        "一①二½三m²四CO₂",
        "Pe\u030ch-\u014de-j\u012b m\u0300",
        "\u0e1c\u0e39\u0e49",
        "潮\u3000汐 100％ ／ ～",
    ],
)
def test_what_chinese_is_written_with_is_no_mistake(data: Path, text: str) -> None:
    """Full-width punctuation, characters of Hong Kong beyond the first plane, raised digits, other
    scripts and their marks."""
    mistyped(data, Mistake(PROGRAMME, "資助潮汐研究。", text, "", ""))
    assert [
        it
        for it in examine(data, hong_kong_day())[1]
        if it.place.line == 7 and "number" not in str(it)
    ] == []
