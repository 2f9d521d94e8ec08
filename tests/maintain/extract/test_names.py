"""Codes and agencies are found by the forms that documents print."""

from pathlib import Path

import pytest
from maintain.extract.invented import NAMES, ROOT, data_folder

from generator.maintain.extract.printed_names import agency_of, frequency_code, load_names
from generator.maintain.extract.source_error import SourceError

CATEGORIES = ROOT / "data" / "vocabulary" / "categories.yml"


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("每年", "ANNUAL"),
        ("每年 (自2020年起为每年二月)", "ANNUAL"),
        ("每年（二月）", "ANNUAL"),
        ("每半年", "ANNUAL_2"),
        ("每年兩次", "ANNUAL_2"),
        ("当有更新数据时", "AS_NEEDED"),
        ("一次性", "ONE_OFF"),
        ("實時", "UPDATE_CONT"),
        ("实时", "UPDATE_CONT"),
        ("每世纪", None),
        ("(每年)", None),
        ("每年 (二月) 及每月", None),
        ("", None),
    ],
)
def test_frequency(printed: str, code: str | None) -> None:
    assert frequency_code(printed, NAMES) == code


@pytest.mark.parametrize(
    ("group", "body", "agency"),
    [
        (None, None, None),
        (None, "燈塔管理公司", "lighthouse"),
        ("潮汐局 (TIDE)", None, "tide"),
        ("某局 (TIDE)", None, "tide"),
        ("某局（ TIDE ）", None, "tide"),
        ("潮汐局 (某)", None, "tide"),
        ("潮汐局", None, "tide"),
        ("潮汐局", "燈塔管理公司", "tide"),
        ("某局 (ABC)", "燈塔管理公司", "lighthouse"),
        ("某局 (ABC)", "某公司", None),
    ],
)
def test_agency(group: str | None, body: str | None, agency: str | None) -> None:
    assert agency_of(group, body, NAMES) == agency


def test_names_come_from_the_data_folder(tmp_path: Path) -> None:
    assert load_names(data_folder(tmp_path)) == NAMES


def test_every_label_is_a_printed_form() -> None:
    """A plan in Traditional is read though so far only one in Simplified printed the category."""
    assert NAMES.categories["工商業"] == NAMES.categories["工商业"] == "commerce-and-industry"


def test_an_agencys_own_name_outranks_another_ones_alias(tmp_path: Path) -> None:
    data = data_folder(tmp_path)
    for name, text in {
        "aa.yml": "name: 甲\naliases: [乙, 丙]\nestablished: 2000-01-01\n",
        "bb.yml": "name: 乙\nformer_names: [{zh-Hans: 丙}, {zh-Hant: 丁}]\n",
    }.items():
        (data / "agencies" / name).write_text(text, "utf-8")
    agencies = load_names(data).agencies
    assert {form: agencies[form] for form in "甲乙丙丁"} == {
        "甲": "aa",
        "乙": "bb",
        "丙": "aa",
        "丁": "bb",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "categories.yml cannot be read: No such file or directory"),
        (b"terms: [", "categories.yml:1:9: not valid YAML: did not find expected node content"),
        (b"\xff", "categories.yml:1:1: not UTF-8: byte 0xFF"),
        (b"- a\n", "categories.yml:1:1: the file holds no fields"),
        (b"id: categories\n", "categories.yml has no list of terms; run `python3 dev.py check`"),
        (b"terms: [a]\n", "categories.yml has a term without a code; run `python3 dev.py check`"),
    ],
)
def test_a_vocabulary_that_cannot_be_used(tmp_path: Path, text: bytes | None, message: str) -> None:
    data = data_folder(tmp_path)
    file = data / "vocabulary" / "categories.yml"
    file.unlink()
    if text is not None:
        file.write_bytes(text)
    with pytest.raises(SourceError) as caught:
        load_names(data)
    assert str(caught.value).startswith(str(file.parent / message))
