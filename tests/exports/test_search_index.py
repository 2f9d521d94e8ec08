"""The search index of each variant: what is found, and one form for both scripts.

docs/assets/search/worker.js reads it; `folded` does here what `fold` does there with the table.
"""

import json
from datetime import date
from typing import Any

import pytest
from builders import a_catalogue, a_dataset, catalogue_of_the_project
from sample import AS_OF, SITE_URL, sample_converter, sample_outputs, sample_records

from generator.exports import search_index
from generator.generate import converter
from generator.model.base import Script
from generator.resolve.resolve import resolve

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


def index(script: Script) -> Any:
    return json.loads(sample_outputs()[f"search/{script}.json"])


def entry(script: Script, address: str) -> list[str]:
    [found] = [doc for doc in index(script)["docs"] if doc[0] == address]
    return found


def index_of(name: str) -> Any:
    """The Traditional index of a catalogue whose one dataset has this name."""
    catalogue = a_catalogue(datasets=[a_dataset(script="zh-Hant", name=name)])
    records = resolve(catalogue, AS_OF)
    files = dict(search_index.export(records, sample_converter(), SITE_URL))
    return json.loads(files["search/zh-Hant.json"])


def folded(text: str, fold: tuple[str, str]) -> str:
    return text.translate(str.maketrans(*fold))


# --- entries ------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_agency_dataset_and_document_has_one_entry(script: Script) -> None:
    start = {"zh-Hant": "", "zh-Hans": "zh-Hans/"}[script]
    assert [doc[0] for doc in index(script)["docs"]] == [
        *(f"{start}agencies/{id}/" for id in ("bureau", "sea", "sea-fund")),
        *(f"{start}datasets/{id}/" for id in ("sea-charts", "sea-tides", "sea-vessels")),
        f"{start}datasets/sea-fund-prices/",
        *(f"{start}documents/{id}/" for id in ("sea-plan-2", "sea-plan", "sea-facts")),
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_address_is_that_of_a_page_that_is_written(script: Script) -> None:
    for address, *_ in index(script)["docs"]:
        path = address if address.startswith("zh-Hans/") else f"zh-Hant/{address}"
        assert f"{path.rstrip('/')}.md" in sample_outputs()


def test_a_whole_entry_of_a_dataset() -> None:
    """Address, kind, name, what is found but not shown, text."""
    assert entry("zh-Hant", "datasets/sea-tides/") == [
        "datasets/sea-tides/",
        "數據集",
        "潮汐時間",
        "SWO\nsea-tides\nCSV\nJSON",
        "運輸 每年 海風觀測署 潮汐組 (TIDE) 各觀測站發布的潮汐時間。 "
        "以 CSV 及 JSON 格式提供，1 000 筆。",
    ]


def test_a_whole_entry_of_an_agency() -> None:
    assert entry("zh-Hans", "zh-Hans/agencies/sea/") == [
        "zh-Hans/agencies/sea/",
        "机构",
        "海风观测署",
        "SWO\nSea & Wind Observatory\nsea\n观测署\n海风台\n海事气象台",
        "部门 发布潮汐和风力的说明。 全年无休。",
    ]


def test_a_whole_entry_of_a_document() -> None:
    assert entry("zh-Hans", "zh-Hans/documents/sea-plan/") == [
        "zh-Hans/documents/sea-plan/",
        "文件",
        "海风观测署开放数据计划",
        "sea-plan",
        "海风观测署 在 2025 年发放的数据集 其他机构计划开放的数据集 进度",
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_are_one_a_line_and_texts_one_line(script: Script) -> None:
    for _, kind, title, hidden, text in index(script)["docs"]:
        assert "\n" not in kind + title + text
        assert len(hidden.split("\n")) == len(set(hidden.split("\n")))
        assert all(hidden.split("\n"))


def test_attacks_are_text() -> None:
    """The worker escapes what it shows."""
    title = entry("zh-Hans", "zh-Hans/datasets/sea-fund-prices/")[2]
    assert title.startswith("=海产价格<img src=x onerror=alert(1)>")


# --- one form for both scripts ------------------------------------------------------------------

PAIRS = [
    ("數碼港", "数码港"),
    ("說", "说"),
    ("説", "说"),
    ("啟動", "启动"),
    ("啓動", "启动"),
    ("臺", "台"),
    ("颱", "台"),
    ("檯", "台"),
    ("裏", "里"),
    ("裡", "里"),
    ("乾", "干"),
    ("幹", "干"),
    ("後", "后"),
    ("發", "发"),
    ("髮", "发"),
    ("徵", "征"),
    ("衞", "卫"),
    ("衛", "卫"),
    ("著", "着"),
    ("線", "线"),
    ("綫", "线"),
    ("群", "羣"),
    ("峰", "峯"),
    ("戶", "户"),
    ("稅", "税"),
    ("溫", "温"),
    ("佈", "布"),
    ("麵", "面"),
    ("鬆", "松"),
    ("製", "制"),
    ("準", "准"),
    ("隻", "只"),
    ("雲", "云"),
    ("彌", "弥"),
    ("擺", "摆"),
    ("資訊科技", "资讯科技"),
    ("創新科技署", "创新科技署"),
]
"""By hand: what Hong Kong, Taiwan or an older print writes, and what the Mainland writes."""


@pytest.mark.parametrize(("traditional", "simplified"), PAIRS)
def test_what_is_typed_in_one_script_is_found_in_the_other(
    traditional: str, simplified: str
) -> None:
    """Whichever of the two the index holds, the other is brought to the same form."""
    for printed in (traditional, simplified):
        fold = index_of(f"海{printed}圖")["fold"]
        assert folded(traditional, fold) == folded(simplified, fold)


@pytest.mark.parametrize(("one", "other"), [("港", "巷"), ("海", "每"), ("末", "未"), ("日", "曰")])
def test_characters_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    fold = index_of(f"{one}{other}")["fold"]
    assert folded(one, fold) != folded(other, fold)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_table_maps_single_characters_of_the_basic_plane(script: Script) -> None:
    """The worker counts UTF-16 units, and a folded text must keep its positions."""
    source, target = index(script)["fold"]
    assert len(source) == len(target) == len(set(source)) > 0
    assert all(ord(char) <= 0xFFFF for char in source + target)
    assert not set(source) & set(target), "folding twice would change the text again"
    assert not any(char.isascii() for char in source + target)


def test_the_table_of_the_projects_own_data_is_as_sound() -> None:
    catalogue = catalogue_of_the_project()
    records = resolve(catalogue, AS_OF)
    for _, raw in search_index.export(records, converter(catalogue), SITE_URL):
        source, target = json.loads(raw)["fold"]
        assert len(source) == len(target) == len(set(source)) > 100
        assert not set(source) & set(target)
        assert all(ord(char) <= 0xFFFF for char in source + target)


def test_a_character_outside_the_basic_plane_is_left_alone() -> None:
    """𠮷 takes two UTF-16 units; a fold of it would shift every mark behind it."""
    made = index_of("𠮷𨋢")
    assert "𠮷𨋢" in [doc[2] for doc in made["docs"]]
    assert not set("𠮷𨋢") & set("".join(made["fold"]))


def test_both_variants_find_a_word_by_the_same_form() -> None:
    for traditional, simplified in (("潮汐時間", "潮汐时间"), ("數據集", "数据集")):
        for script in SCRIPTS:
            fold = index(script)["fold"]
            assert folded(traditional, fold) == folded(simplified, fold)


# --- determinism --------------------------------------------------------------------------------


def test_the_same_records_give_the_same_bytes_on_any_day_at_any_address() -> None:
    for as_of, url in ((AS_OF, SITE_URL), (date(2031, 1, 1), "http://127.0.0.1:8000/")):
        made = dict(search_index.export(sample_records(as_of), sample_converter(), url))
        assert made == {
            f"search/{it}.json": sample_outputs()[f"search/{it}.json"] for it in SCRIPTS
        }
