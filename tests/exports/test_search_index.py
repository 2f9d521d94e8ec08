"""The search index of each variant: what is found, and one form for both scripts.

docs/assets/search/engine.js reads it; `folded` does here what match.js does with the table.
"""

import json
from itertools import pairwise
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    an_agency,
    catalogue_of_the_project,
    vocabularies_of_the_sample,
)
from sample import AS_OF, SITE_URL, sample_converter, sample_outputs
from search_files import decode, read_docs, read_head, read_short

from generator.exports import search_index
from generator.exports.search_code import CharacterCode
from generator.exports.search_entries import entries
from generator.exports.search_entry import Role
from generator.model.base import Script
from generator.model.vocabulary import Term, Vocabulary
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import resolve
from generator.script.phrase import Phrase

SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


def read_sample(name: str) -> bytes:
    return sample_outputs()[f"search/{name}"]


def index(script: Script) -> Any:
    """What the sample's file says, each entry with its address in full."""
    return read_head(read_sample, script) | {"docs": read_docs(read_sample, script)}


def entry(script: Script, address: str) -> list[Any]:
    [found] = [doc for doc in index(script)["docs"] if doc[0] == address]
    return found


def words() -> Any:
    return json.loads(sample_outputs()["search/words.json"])


def index_of(name: str) -> Any:
    """The Traditional index, with the words, of a catalogue whose one dataset has this name."""
    catalogue = a_catalogue(datasets=[a_dataset(script="zh-Hant", name=name)])
    records = resolve(catalogue, AS_OF)
    files = dict(search_index.export(records, sample_converter(), SITE_URL))
    docs = read_docs(lambda name: files[f"search/{name}"], "zh-Hant")
    return {"docs": docs, **json.loads(files["search/words.json"])}


def folded(text: str, fold: tuple[str, str]) -> str:
    return text.translate(str.maketrans(*fold))


# --- entries ------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", SCRIPTS)
def test_everything_with_a_page_has_one_entry_and_so_has_a_name_without(script: Script) -> None:
    """In the order of the site; what is about a record stands behind it."""
    assert index(script)["root"] == {"zh-Hant": "", "zh-Hans": "zh-Hans/"}[script]
    addresses = [doc[0] for doc in index(script)["docs"]]
    assert len(addresses) == len(set(addresses))
    pages = [it for it in addresses if "#" not in it]
    assert pages == [
        *(f"agencies/{id}/" for id in ("bureau", "sea", "sea-fund")),
        *(f"datasets/{id}/" for id in ("sea-charts", "sea-tides", "sea-vessels")),
        "datasets/sea-fund-prices/",
        *(f"programmes/{id}/" for id in ("sea-grant", "sea-levy", "sea-prize")),
        *(f"documents/{id}/" for id in ("sea-plan-2", "sea-plan", "sea-facts")),
        *("", "agencies/", "datasets/", "datasets/calendar/", "programmes/"),
        *("programmes/compare/", "figures/"),
        *(
            "budget/",
            "timeline/",
            "documents/",
            "errata/",
            "corrections/",
            "terminology/",
            "print/",
            "about/",
            "data/",
        ),
        "documents/changes/sea-plan/sea-plan-2/",
    ]
    # Each measure once, however many documents give a number for it.
    place = addresses.index("programmes/sea-grant/")
    measures = ("ceiling", "duration", "first-tier-rate", "projects-approved")
    assert addresses[place + 1 : place + 13] == [
        *(f"programmes/sea-grant/#figure-{measure}" for measure in measures),
        *(f"timeline/#event-grant-{it}" for it in ("launched-1", "review", "end", "next")),
        "programmes/sea-grant/#statements-purpose",
        "programmes/sea-grant/#statements-definition",
        "programmes/sea-grant/#statements-work-planned-2026-2027",
        "errata/#sea-plan-tide",
    ]
    # `bureau` is an agency's name, and found there.
    names = [it for it in addresses if it.startswith("terminology/#")]
    assert names == ["terminology/#attack", "terminology/#tide-times"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_address_is_that_of_a_page_that_is_written(script: Script) -> None:
    for address, *_ in index(script)["docs"]:
        page = f"{script}/{address.partition('#')[0]}".rstrip("/")
        assert {f"{page}.md", f"{page}/index.md"} & sample_outputs().keys(), address


def test_a_whole_entry_of_a_dataset() -> None:
    """Address, kind and role, name, other names, headings, values, description, other texts."""
    address, kind, *texts = entry("zh-Hant", "datasets/sea-tides/")
    assert address == "datasets/sea-tides/"
    assert (index("zh-Hant")["kinds"][kind // 10], kind % 10) == ("數據集", Role.PAGE)
    assert texts == [
        "潮汐時間",
        "",
        "潮汐組 (TIDE)",
        "",
        "各觀測站發布的潮汐時間。 以 CSV 及 JSON 格式提供，1 000 筆。",
        "海風觀測署\nSWO\n觀測署\n海風台\n運輸\n每年\nCSV\nJSON\n已發放",
    ]


def test_a_whole_entry_of_an_agency() -> None:
    """Its numbers and what happened to it are told by the entries that follow."""
    _, kind, *texts = entry("zh-Hans", "agencies/sea/")
    assert (index("zh-Hans")["kinds"][kind // 10], kind % 10) == ("机构", Role.BODY)
    assert texts == [
        "海风观测署",
        "SWO\nSea & Wind Observatory\n观测署\n海风台\n海事气象台",
        "",
        "",
        "发布潮汐和风力的说明。 全年无休。",
        "部门\n海事局\n1997年7月1日",
    ]


def test_a_whole_entry_of_a_document() -> None:
    """With the sums of money that its page shows."""
    assert entry("zh-Hans", "documents/sea-plan/")[2:] == [
        "海风观测署开放数据计划",
        "",
        "在 2025 年发放的数据集\n其他机构计划开放的数据集\n进度",
        "",
        "海风观测署",
        "海产基金\n5,000,000",
    ]


def test_a_number_says_what_it_counts_and_how_much() -> None:
    """And when it held, and how much it was before; the patterns say how to tell whose it is."""
    made = entry("zh-Hant", "programmes/sea-grant/#figure-ceiling")
    assert made[1] % 10 == Role.FIGURE
    assert made[2:6] == ["1,120萬港元", "資助上限", "", "資助上限：500萬港元（截至2024年12月31日）"]
    grown = entry("zh-Hans", "programmes/sea-grant/#figure-projects-approved")
    assert grown[2:4] == ["超过78,701个项目（截至2024年）", "批出项目"]
    for script in SCRIPTS:
        assert index(script)["figure"] == "{subject}：{measure} {value}"
        assert index(script)["row"] == "{measure}：{value}"


@pytest.mark.parametrize("script", SCRIPTS)
def test_numbers_and_events_follow_whose_they_are(script: Script) -> None:
    """In short: the page and the identifier are those of the entry that they follow."""
    short = [doc[0] for doc in read_short(read_sample, script)]
    place = short.index("programmes/sea-grant/")
    assert short[place + 1 : place + 6] == [
        *(f"#figure-{it}" for it in ("ceiling", "duration", "first-tier-rate")),
        *("#figure-projects-approved", "timeline/#event-grant-launched-1"),
    ]


@pytest.mark.today
def test_a_number_of_a_series_with_a_break_says_so() -> None:
    """Beside its title, whatever was searched; why stands among what it is found by."""
    records = resolve(catalogue_of_the_project(), AS_OF)
    broken = [it for it in records.series if it.note]
    made = {it.address: it for it in entries(records) if it.role == Role.FIGURE}
    assert broken
    for series in broken:
        found = made[f"{series.subject.kind}/{series.subject.id}/#figure-{series.measure.code}"]
        assert series.note in found.more
        assert found.kind == Phrase(
            records.words["search-part"],
            {"title": records.words["figures"], "part": records.words["break"]},
        )


def test_a_code_holds_more_characters_than_bytes() -> None:
    """Each comes back: of one byte, of two, and none of them at all."""
    for number in (0, 1, 128, 129, 600, 3000):
        text = "a" + "".join(chr(0x4E00 + it) for it in range(number)) + "𠮷\n"
        code = CharacterCode(text)
        assert decode(code.encode(text), code.characters) == text


def test_characters_of_every_plane_stand_as_they_were_typed() -> None:
    """Nothing is lost: 𠮷, 㗎 and an accent."""
    strange = "海𠮷㗎é"
    assert strange in [doc[2] for doc in index_of(strange)["docs"]]


def test_names_differ_in_more_than_punctuation() -> None:
    agency = an_agency(name="海產（處）", aliases=["海產處", "海產(處)", "海產組"])
    files = dict(
        search_index.export(
            resolve(a_catalogue(agencies=[agency]), AS_OF), sample_converter(), SITE_URL
        )
    )
    docs = read_docs(lambda name: files[f"search/{name}"], "zh-Hant")
    [doc] = [it for it in docs if it[1] % 10 == Role.BODY]
    names = doc[3].split("\n")
    assert "海產組" in names
    assert not {"海產處", "海產(處)"} & set(names)


def test_a_number_that_is_printed_in_other_digits_is_found_by_both() -> None:
    """As it is printed: the fold brings it to the form of the other script."""
    values = entry("zh-Hant", "agencies/sea/#figure-datasets")[5]
    assert values == "四个数据集"


def test_an_event_says_what_happened_and_when() -> None:
    _, kind, title, *_, text = entry("zh-Hant", "timeline/#event-grant-review")
    assert (kind % 10, title, text) == (Role.EVENT, "檢討計劃", "2024年第2季")


@pytest.mark.parametrize(
    ("script", "title", "said"),
    [
        ("zh-Hant", "宗旨及目的", "協助漁民更換漁船。\n保護漁網。"),
        ("zh-Hans", "宗旨及目的", "协助渔民更换渔船。\n保护渔网。"),
    ],
)
def test_what_is_stated_of_a_body_is_found_by_its_kind(
    script: Script, title: str, said: str
) -> None:
    """A line for each; whose they are, the last entry of a body says, and nothing stands between
    but what belongs to it."""
    made = entry(script, "programmes/sea-grant/#statements-purpose")
    assert (made[1] % 10, made[2], made[5]) == (Role.STATEMENT, title, said)
    roles = [it[1] % 10 for it in index(script)["docs"]]
    before = {one for one, other in pairwise(roles) if other == Role.STATEMENT}
    assert before <= {Role.BODY, Role.FIGURE, Role.EVENT, Role.STATEMENT}


def test_work_says_its_year_and_a_definition_its_word() -> None:
    planned = entry("zh-Hant", "programmes/sea-grant/#statements-work-planned-2026-2027")
    assert planned[2] == "計劃的工作（2026-27年度）"
    definition = entry("zh-Hant", "programmes/sea-grant/#statements-definition")
    assert (definition[4], definition[5]) == ("漁船", "用來捕魚的船。")


def test_what_a_document_is_said_to_be_names_the_document() -> None:
    made = entry("zh-Hant", "documents/sea-plan/#statements-scope")
    assert (made[1] % 10, made[2]) == (Role.LINE, "海風觀測署開放數據計劃：範圍")


def test_pages_are_found_by_what_people_call_them_and_by_their_headings() -> None:
    everyday = json.loads(read_sample("calls.json"))["pages"]["budget/"].split("\n")
    assert {"財政預算", "預算案", "budget"} <= set(everyday)
    headings = entry("zh-Hant", "datasets/calendar/")[4].split("\n")
    assert {"將至的月份", "2025年4月15日"} <= set(headings)


def test_records_are_found_by_what_people_look_for_that_they_answer() -> None:
    """In Traditional alone: the fold brings the other script to it."""
    words = (
        Term(code="sea", label="海風觀測署", printed=("買船", "boat loan")),
        Term(code="sea-tides", label="潮汐", printed=("潮漲",)),
    )
    own = Vocabulary(id="record-words", script="zh-Hant", terms=words)
    catalogue = a_catalogue(vocabularies=[*vocabularies_of_the_sample(), own])
    files = dict(search_index.export(resolve(catalogue, AS_OF), sample_converter(), SITE_URL))
    docs = read_docs(lambda name: files[f"search/{name}"], "zh-Hant")
    pages = [str(it[0]) for it in docs if "#" not in str(it[0])]
    told = zip(pages, json.loads(files["search/calls.json"])["records"], strict=True)
    assert {page: words for page, words in told if words} == {
        "agencies/sea/": "買船\nboat loan",
        "datasets/sea-tides/": "潮漲",
    }
    fold = json.loads(files["search/words.json"])["fold"]
    assert folded("買", fold) == folded("买", fold)


def test_a_part_of_a_text_leads_to_its_heading() -> None:
    assert entry("zh-Hant", "about/#sources")[2:4] == ["關於本站：資料來源", "資料來源"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_names_are_found_by_every_form(script: Script) -> None:
    """As printed in either script, so that 信息 leads to 資訊."""
    names = entry(script, "agencies/bureau/")[3].split("\n")
    assert names == ["MB", "Marine Bureau", "海局", "海事信息局"]


def test_a_name_without_a_page_says_what_it_names() -> None:
    _, kind, *texts = entry("zh-Hant", "terminology/#tide-times")
    assert (index("zh-Hant")["kinds"][kind // 10], kind % 10) == ("計劃", Role.LINE)
    assert texts == ["潮汐時刻", "潮汐時間"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_text_whose_scripts_do_not_fold_together_is_found_by_both(script: Script) -> None:
    """One character cannot stand for another word."""
    made = a_catalogue(
        datasets=[a_dataset(script="zh-Hant", name={"zh-Hant": "資訊圖", "zh-Hans": "信息图"})]
    )
    files = dict(search_index.export(resolve(made, AS_OF), sample_converter(), SITE_URL))
    docs = read_docs(lambda name: files[f"search/{name}"], script)
    [doc] = [it for it in docs if it[0] == "datasets/sea-tides/"]
    assert {doc[2], doc[3]} == {"資訊圖", "信息图"}


@pytest.mark.parametrize("script", SCRIPTS)
def test_lines_of_a_field_differ_and_none_is_empty(script: Script) -> None:
    """What an earlier field says is not said again."""
    for _, _, title, *fields in index(script)["docs"]:
        assert "\n" not in title
        lists = [*fields[:3], *fields[4:]]
        lines = [line for it in lists if it for line in it.split("\n")]
        assert len(lines) == len(set(lines))
        assert all(lines)
        assert title not in lines


def test_words_that_mean_the_same_stand_together() -> None:
    """In one script: the fold brings the other to it."""
    groups, fold = words()["same"], words()["fold"]
    assert ["資訊", "信息"] in groups
    assert all(len(group) == len(set(group)) > 1 for group in groups)
    assert folded("資訊", fold) == folded("资讯", fold)


def test_words_that_only_ask_are_told() -> None:
    assert {"多少", "幾多", "怎樣", "邊個"} <= set(words()["asking"])
    assert folded("幾多", words()["fold"]) == folded("几多", words()["fold"])


# --- pieces -------------------------------------------------------------------------------------


def test_a_small_index_is_one_file() -> None:
    assert index("zh-Hant")["pieces"] == 0
    files = ("zh-Hant.txt", "zh-Hans.txt", "words.json", "calls.json")
    explanations = (f"explanations.{script}.json" for script in SCRIPTS)
    own = {it for it in sample_outputs() if it.startswith("search/") and it.count("/") == 1}
    assert own == {f"search/{it}" for it in (*files, *explanations)}


def test_a_large_index_comes_in_pieces() -> None:
    """Together they hold every entry in its order, none larger than allowed."""
    texts = {f"sea-{number}": f"第{number}間機構" + "海" * 4990 for number in range(10, 70)}
    agencies = [an_agency(id=it, name=it, summary=text) for it, text in texts.items()]
    records = resolve(a_catalogue(agencies=[an_agency(), *agencies]), AS_OF)
    files = dict(search_index.export(records, sample_converter(), SITE_URL))
    names = sorted(it for it in files if it.startswith("search/zh-Hans."))
    assert len(names) > 2
    assert max(len(files[it]) for it in names) <= search_index.PIECE_SIZE
    docs = read_docs(lambda name: files[f"search/{name}"], "zh-Hans")
    assert {doc[0]: doc[6] for doc in docs if doc[0].startswith("agencies/sea-")} == {
        f"agencies/{it}/": text.replace("間機構", "间机构") for it, text in texts.items()
    }
    assert [doc[0] for doc in docs] == [entry.address for entry in entries(records)]


def test_attacks_are_text() -> None:
    """The worker escapes what it shows."""
    title = entry("zh-Hans", "datasets/sea-fund-prices/")[2]
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
