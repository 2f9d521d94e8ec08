"""The search index of each variant: what is found, and one form for both scripts.

docs/assets/search/engine.js reads it; `folded` does here what match.js does with the table.
"""

import json
from typing import Any

import pytest
from builders import a_catalogue, a_dataset, an_agency, catalogue_of_the_project
from sample import AS_OF, SITE_URL, sample_converter, sample_outputs

from generator.exports import search_index
from generator.exports.search_entries import entries
from generator.model.base import Script
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import resolve

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


def index(script: Script) -> Any:
    return json.loads(sample_outputs()[f"search/{script}.json"])


def entry(script: Script, address: str) -> list[str]:
    [found] = [doc for doc in index(script)["docs"] if doc[0] == address]
    return found


def words() -> Any:
    return json.loads(sample_outputs()["search/words.json"])


def index_of(name: str) -> Any:
    """The Traditional index, with the words, of a catalogue whose one dataset has this name."""
    catalogue = a_catalogue(datasets=[a_dataset(script="zh-Hant", name=name)])
    records = resolve(catalogue, AS_OF)
    files = dict(search_index.export(records, sample_converter(), SITE_URL))
    return json.loads(files["search/zh-Hant.json"]) | json.loads(files["search/words.json"])


def folded(text: str, fold: tuple[str, str]) -> str:
    return text.translate(str.maketrans(*fold))


# --- entries ------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS)
def test_everything_with_a_page_has_one_entry_and_so_has_a_name_without(script: Script) -> None:
    start = {"zh-Hant": "", "zh-Hans": "zh-Hans/"}[script]
    assert [doc[0] for doc in index(script)["docs"]] == [
        *(f"{start}agencies/{id}/" for id in ("bureau", "sea", "sea-fund")),
        *(f"{start}datasets/{id}/" for id in ("sea-charts", "sea-tides", "sea-vessels")),
        f"{start}datasets/sea-fund-prices/",
        *(f"{start}programmes/{id}/" for id in ("sea-grant", "sea-levy", "sea-prize")),
        # Each measure once, however many documents give a number for it.
        f"{start}agencies/sea/#figure-datasets",
        *(
            f"{start}programmes/sea-grant/#figure-{measure}"
            for measure in ("ceiling", "duration", "first-tier-rate", "projects-approved")
        ),
        f"{start}programmes/sea-prize/#figure-grant",
        *(f"{start}documents/{id}/" for id in ("sea-plan-2", "sea-plan", "sea-facts")),
        # `bureau` is an agency's name, and found there.
        *(f"{start}terminology/#{id}" for id in ("attack", "tide-times")),
        *(f"{start}{page}/" for page in ("datasets/calendar", "timeline", "errata")),
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_address_is_that_of_a_page_that_is_written(script: Script) -> None:
    for address, *_ in index(script)["docs"]:
        page = address.partition("#")[0]
        path = page if page.startswith("zh-Hans/") else f"zh-Hant/{page}"
        assert f"{path.rstrip('/')}.md" in sample_outputs()


def test_a_whole_entry_of_a_dataset() -> None:
    """Address, kind, name, other names, description, what else it is found by."""
    assert entry("zh-Hant", "datasets/sea-tides/") == [
        "datasets/sea-tides/",
        "數據集",
        "潮汐時間",
        "",
        "各觀測站發布的潮汐時間。 以 CSV 及 JSON 格式提供，1 000 筆。",
        "海風觀測署\nSWO\nSea & Wind Observatory\n觀測署\n海風台\n海事氣象台\n潮汐組 (TIDE)\n"
        "運輸\n每年\nCSV\nJSON\n已發放\nsea-tides",
    ]


def test_a_whole_entry_of_an_agency() -> None:
    assert entry("zh-Hans", "zh-Hans/agencies/sea/") == [
        "zh-Hans/agencies/sea/",
        "机构",
        "海风观测署",
        "SWO\nSea & Wind Observatory\n观测署\n海风台\n海事气象台\nsea",
        "发布潮汐和风力的说明。 全年无休。",
        "部门\n海事局",
    ]


def test_a_whole_entry_of_a_document() -> None:
    assert entry("zh-Hans", "zh-Hans/documents/sea-plan/") == [
        "zh-Hans/documents/sea-plan/",
        "文件",
        "海风观测署开放数据计划",
        "sea-plan",
        "海风观测署 在 2025 年发放的数据集 其他机构计划开放的数据集 进度",
        "海产基金",
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_are_found_by_every_form(script: Script) -> None:
    """As printed in either script, so that 信息 leads to 資訊."""
    start = "zh-Hans/" if script == "zh-Hans" else ""
    names = entry(script, f"{start}agencies/bureau/")[3].split("\n")
    assert names == ["MB", "Marine Bureau", "海局", "海事信息局", "bureau"]


def test_a_name_without_a_page_says_what_it_names() -> None:
    assert entry("zh-Hant", "terminology/#tide-times") == [
        "terminology/#tide-times",
        "計劃",
        "潮汐時刻",
        "潮汐時間",
        "",
        "",
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_text_whose_scripts_do_not_fold_together_is_found_by_both(script: Script) -> None:
    """One character cannot stand for another word."""
    made = a_catalogue(
        datasets=[a_dataset(script="zh-Hant", name={"zh-Hant": "資訊圖", "zh-Hans": "信息图"})]
    )
    files = dict(search_index.export(resolve(made, AS_OF), sample_converter(), SITE_URL))
    [doc] = [
        it for it in json.loads(files[f"search/{script}.json"])["docs"] if "sea-tides" in it[0]
    ]
    assert {doc[2], doc[3]} == {"資訊圖", "信息图"}


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_stand_one_a_line_and_texts_on_one(script: Script) -> None:
    for _, kind, title, names, text, more in index(script)["docs"]:
        assert "\n" not in kind + title + text
        for lines in (names, more):
            assert len(lines.split("\n")) == len(set(lines.split("\n")))
            assert not lines or all(lines.split("\n"))


def test_words_that_mean_the_same_stand_together() -> None:
    """In one script: the fold brings the other to it."""
    groups, fold = words()["same"], words()["fold"]
    assert ["資訊", "信息"] in groups
    assert all(len(group) == len(set(group)) > 1 for group in groups)
    assert folded("資訊", fold) == folded("资讯", fold)


# --- pieces -------------------------------------------------------------------------------------


def test_a_small_index_is_one_file() -> None:
    assert index("zh-Hant")["pieces"] == 0
    assert [path for path in sample_outputs() if path.startswith("search/")] == [
        "search/zh-Hant.json",
        "search/zh-Hans.json",
        "search/words.json",
    ]


def test_a_large_index_comes_in_pieces() -> None:
    """Together they hold every entry in its order, none larger than allowed."""
    texts = {f"sea-{number}": f"第{number}間機構" + "海" * 4990 for number in range(10, 70)}
    agencies = [an_agency(id=it, name=it, summary=text) for it, text in texts.items()]
    records = resolve(a_catalogue(agencies=[an_agency(), *agencies]), AS_OF)
    files = dict(search_index.export(records, sample_converter(), SITE_URL))
    manifest = json.loads(files["search/zh-Hans.json"])
    assert manifest["docs"] == []
    pieces = [files[f"search/zh-Hans.{number}.json"] for number in range(manifest["pieces"])]
    assert len(pieces) > 2
    assert max(map(len, pieces)) <= search_index.PIECE_SIZE
    docs = [doc for piece in pieces for doc in json.loads(piece)]
    start = "zh-Hans/agencies/"
    assert {doc[0]: doc[4] for doc in docs if doc[0].startswith(f"{start}sea-")} == {
        f"{start}{it}/": text.replace("間機構", "间机构") for it, text in texts.items()
    }
    whole = [entry.address for entry in entries(records)]
    assert [doc[0].removeprefix("zh-Hans/") for doc in docs] == whole


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


def test_the_table_maps_single_characters_of_the_basic_plane() -> None:
    """The worker counts UTF-16 units, and a folded text must keep its positions."""
    source, target = words()["fold"]
    assert len(source) == len(target) == len(set(source)) > 0
    assert all(ord(char) <= 0xFFFF for char in source + target)
    assert not set(source) & set(target), "folding twice would change the text again"
    assert not any(char.isascii() for char in source + target)


@pytest.mark.today
def test_the_table_of_the_projects_own_data_is_as_sound() -> None:
    catalogue = catalogue_of_the_project()
    records = resolve(catalogue, AS_OF)
    files = dict(search_index.export(records, catalogue_converter(catalogue), SITE_URL))
    source, target = json.loads(files["search/words.json"])["fold"]
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
        fold = words()["fold"]
        assert folded(traditional, fold) == folded(simplified, fold)
