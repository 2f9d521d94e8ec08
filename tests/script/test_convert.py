"""A text in both scripts: what is printed or written by hand stays; only the rest is converted."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import opencc
import pytest
from builders import (
    a_catalogue,
    a_document,
    a_name,
    a_name_list,
    a_terminology,
    catalogue_of_the_project,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.base import Script
from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter
from generator.script.convert import Bilingual, Converter, converter_with
from generator.script.glossary import Glossary, Key
from generator.script.opencc_tables import WrongOpenCC

pytestmark = pytest.mark.today

HANT, HANS = "zh-Hant", "zh-Hans"
CONVERTER = catalogue_converter(catalogue_of_the_project())
"""With the project's own form map."""


def a_converter(*keys: Key, forms: Mapping[str, str] | None = None) -> Converter:
    return Converter(Glossary(keys, forms or {}))


def a_key(source: str, result: str, *documents: str, script: Script = HANS) -> Key:
    return Key(source, result, script, "invented", frozenset(documents))


def traditional(text: str) -> str:
    return CONVERTER.to_both_scripts(Wording(text, HANS)).hant


def simplified(text: str) -> str:
    return CONVERTER.to_both_scripts(Wording(text, HANT)).hans


# --- what is not converted ----------------------------------------------------------------------

KEPT = "說稅戶脫銳悅閱兌蛻溫布群峰啟敘麵床 説税户脱鋭悦閲兑蜕温佈羣峯啓敍麪牀 台臺裏裡着著衞衛計畫"


@pytest.mark.parametrize("text", [KEPT, "高峰會", "用戶說明", "説明", "資訊科技支援"])
def test_text_printed_in_traditional_is_shown_as_printed(text: str) -> None:
    """`s2hk` is not idempotent: it would make 説 户 峯 of 說 戶 峰; and the form map is not for
    documents, whose own forms are quotations."""
    assert CONVERTER.to_both_scripts(Wording(text, HANT)).hant == text


@pytest.mark.parametrize("text", ["凭借", "藉由", "说明", "信息科技支援", KEPT])
def test_text_printed_in_simplified_is_shown_as_printed(text: str) -> None:
    """`hk2s` would make 借 of 藉."""
    assert CONVERTER.to_both_scripts(Wording(text, HANS)).hans == text


def test_what_is_written_by_hand_wins_over_any_conversion() -> None:
    """In both directions, with forms that no table gives, and the form map left aside."""
    both = CONVERTER.to_both_scripts(Wording("資料一線通", HANT, other="开放数据平台"))
    assert both == Bilingual("資料一線通", "开放数据平台", HANT)
    both = CONVERTER.to_both_scripts(Wording("信息科技", HANS, other="資訊科技説明"))
    assert both == Bilingual("資訊科技説明", "信息科技", HANS)


def test_an_empty_text_written_by_hand_is_still_written_by_hand() -> None:
    assert CONVERTER.to_both_scripts(Wording("海", HANT, other="")).hans == ""


# --- the form map -------------------------------------------------------------------------------


def test_the_form_map_is_applied_to_what_was_converted_and_to_nothing_else() -> None:
    plain, mapped = a_converter(), a_converter(forms={"説": "說", "A": "B"})
    assert plain.to_both_scripts(Wording("说A", HANS)).hant == "説A"
    assert mapped.to_both_scripts(Wording("说A", HANS)) == Bilingual("說B", "说A", HANS)
    assert mapped.to_both_scripts(Wording("説A", HANT)) == Bilingual("説A", "说A", HANT)
    assert mapped.to_both_scripts(Wording("说", HANS, other="説")).hant == "説"


def test_the_form_map_replaces_each_character_once() -> None:
    """A map that swaps two characters, or whose result stands on its left too, runs no circle."""
    swap = a_converter(forms={"甲": "乙", "乙": "甲"})
    assert swap.to_both_scripts(Wording("甲乙", HANS)).hant == "乙甲"


# --- each text once -----------------------------------------------------------------------------


class Counting:
    """Stands in for opencc.OpenCC and notes what it is asked."""

    asked: list[tuple[str, str]]

    def __init__(self, config: str) -> None:
        self.config = config

    def convert(self, text: str) -> str:
        self.asked.append((self.config, text))
        return f"<{text}>"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    Counting.asked = []
    monkeypatch.setattr(opencc, "OpenCC", Counting)
    return Counting.asked


def test_each_distinct_text_is_converted_once(asked: list[tuple[str, str]]) -> None:
    made = a_converter()
    for _ in range(3):
        for wording in (Wording("海", HANT), Wording("海", HANS), Wording("風", HANT)):
            made.to_both_scripts(wording)
    assert asked == [("hk2s", "海"), ("s2hk", "海"), ("hk2s", "風")]


def test_only_two_configurations_are_used(asked: list[tuple[str, str]]) -> None:
    """Those that end in `p` replace Hong Kong words by Taiwan's or the Mainland's."""
    made = a_converter()
    assert made.to_both_scripts(Wording("海", HANT)) == Bilingual("海", "<海>", HANT)
    assert made.to_both_scripts(Wording("海", HANS)) == Bilingual("<海>", "海", HANS)
    assert {config for config, _ in asked} == {"s2hk", "hk2s"}


def test_hand_written_text_is_not_even_converted(asked: list[tuple[str, str]]) -> None:
    a_converter().to_both_scripts(Wording("海", HANT, other="海"))
    assert asked == []


def test_the_same_text_with_and_without_a_hand_written_one_are_two(
    asked: list[tuple[str, str]],
) -> None:
    made = a_converter()
    assert made.to_both_scripts(Wording("海", HANT, other="洋")).hans == "洋"
    assert made.to_both_scripts(Wording("海", HANT)).hans == "<海>"


# --- the package --------------------------------------------------------------------------------


def test_the_right_package_is_in_place() -> None:
    assert (Path(opencc.__file__).parent / "opencc.py").is_file()
    a_converter()


@pytest.mark.parametrize("files", [("clib/",), ("clib/", "opencc.py"), ()])
def test_the_official_package_in_its_place_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: tuple[str, ...]
) -> None:
    """Both install the folder `opencc`: the official one alone, over ours, or ours taken away."""
    for name in ("__init__.py", *files):
        at = tmp_path / "opencc" / name
        at.parent.mkdir(exist_ok=True)
        at.mkdir() if name.endswith("/") else at.touch()
    monkeypatch.setattr(opencc, "__file__", str(tmp_path / "opencc" / "__init__.py"))
    with pytest.raises(WrongOpenCC) as caught:
        a_converter()
    assert str(caught.value) == (
        "the package that answers to the name `opencc` is not opencc-python-reimplemented, perhaps "
        "because the official `opencc` was installed or removed beside it: delete the folder .venv "
        "and run the command again"
    )


def test_what_is_left_when_the_official_package_was_removed_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its files are gone, but a folder of that name remains: a package without a file."""
    monkeypatch.setattr(opencc, "__file__", None)
    with pytest.raises(WrongOpenCC, match="delete the folder"):
        a_converter()


# --- terms --------------------------------------------------------------------------------------


def test_the_longest_term_at_a_place_wins_and_opencc_has_the_rest() -> None:
    made = a_converter(a_key("海风", "海風觀"), a_key("海风署", "海風署（舊）"), a_key("署", "處"))
    assert made.convert("发海风署，海风，署", HANS) == "發海風署（舊），海風觀，處"


def test_a_term_of_the_document_comes_before_one_for_every_text() -> None:
    made = a_converter(a_key("信息", "信息"), a_key("信息", "資訊", "facts"))
    assert made.convert("信息", HANS, "facts") == "資訊"
    assert made.convert("信息", HANS, "other") == "信息"
    assert made.convert("信息", HANS) == "信息"


def test_a_longer_term_for_every_text_comes_before_a_shorter_one_of_the_document() -> None:
    made = a_converter(a_key("个人信息", "個人信息"), a_key("信息", "資訊", "facts"))
    assert made.convert("个人信息和信息", HANS, "facts") == "個人信息和資訊"


def test_a_term_is_for_one_direction() -> None:
    made = a_converter(a_key("帳目", "账目", script=HANT))
    assert made.convert("帳目", HANT) == "账目"
    assert made.convert("帳目", HANS) == "帳目"


def test_the_form_map_leaves_terms_alone() -> None:
    """A term is written as it was confirmed; 滙豐銀行 is not to become 匯豐銀行."""
    made = a_converter(a_key("汇丰", "滙豐"), forms={"滙": "匯", "説": "說"})
    assert made.convert("汇丰说", HANS) == "滙豐說"


def test_a_name_stands_across_signs_at_which_opencc_cuts() -> None:
    """OpenCC splits a text at 「」 and brackets, so no dictionary of its could hold this name."""
    made = a_converter(a_key("『升』级支持", "『升』級支援"))
    assert made.convert("生产线『升』级支持计划", HANS) == "生產線『升』級支援計劃"


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ('<ul title="数据">数据</ul>', '<ul title="数据">數據</ul>'),
        ("见https://例.hk/发?a=1 发", "見https://例.hk/發?a=1 發"),
        ("见https://a.hk/x发布", "見https://a.hk/x發布"),
        ("电邮a.b@c.hk发", "電郵a.b@c.hk發"),
        ("-{发}-布，发布", "发布，發布"),
        ("-{说}-和-{发}-", "说和发"),
        ("-{没有尾", "-{沒有尾"),
        ("5<6发>3", "5<6發>3"),
        ("", ""),
    ],
)
def test_markup_addresses_and_marked_runs_stay(text: str, converted: str) -> None:
    forms = {"説": "說", "佈": "布"}
    assert a_converter(forms=forms).convert(text, HANS) == converted


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("hk，https://www.gov.hk/hk，a@b.hk", "香港，https://www.gov.hk/hk，a@b.hk"),
        ("http://hk:1/?hk=hk&a=%hk#hk-hk~hk hk", "http://hk:1/?hk=hk&a=%hk#hk-hk~hk 香港"),
        ("hk.hk_hk%hk+hkA9-hk@hk9A.hk-hk hk", "hk.hk_hk%hk+hkA9-hk@hk9A.hk-hk 香港"),
        ("hk@，@hk", "香港@，@香港"),
        ('<A hk="hk">hk</A>hk>', '<A hk="hk">香港</A>香港>'),
        ("<hk <b>hk>", "<香港 <b>香港>"),
        ("https://hk/>hk", "https://hk/>香港"),
        ("-{hk hk}-hk-{}-", "hk hk香港"),
    ],
)
def test_an_address_hides_no_term_and_a_term_no_address(text: str, converted: str) -> None:
    made = a_converter(a_key("hk", "香港"), a_key("b", "乙"))
    assert made.convert(text, HANS) == converted


@pytest.mark.parametrize(
    ("text", "hans", "hant"),
    [
        ("发-{发}-", "发发", "發发"),
        ("-{发展}-和-{头发}-", "发展和头发", "发展和头发"),
        ("头-{}-发", "头发", "頭發"),
    ],
)
def test_the_mark_that_keeps_a_run_is_shown_in_neither_script(
    text: str, hans: str, hant: str
) -> None:
    """An empty one parts characters that OpenCC would take for a word."""
    assert a_converter().to_both_scripts(Wording(text, HANS)) == Bilingual(hant, hans, HANS)


def test_a_word_is_converted_once_for_all_documents(asked: list[tuple[str, str]]) -> None:
    made = a_converter(a_key("信息", "資訊", "facts"))
    for document in (None, "plan", "facts", "plan-2", "facts"):
        made.to_both_scripts(Wording("海", HANS, None, document))
    assert asked == [("s2hk", "海")]


# --- lines of extracted texts -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "shown"),
    [
        ("wrapped", "負責制訂 78 701個 Wi-Fi 服務"),
        ("plan", "負 責制訂 78 701個 Wi-Fi 服務"),
        (None, "負 責制訂 78 701個 Wi-Fi 服務"),
    ],
)
def test_words_that_a_page_wraps_are_joined_where_the_document_says_so(
    document: str | None, shown: str
) -> None:
    """Between numbers, and beside Latin letters, a space is printed."""
    made = Converter(Glossary((), {}, frozenset({"wrapped"})))
    line = "负 责制订 78 701个 Wi-Fi 服务"
    assert made.convert_line(line, HANS, HANT, document) == shown


def test_a_name_is_mended_where_a_machine_printed_it_otherwise() -> None:
    """In whichever of its documents; what a person printed differently is shown as printed."""
    machine = {"simplified_by": "machine"}
    printed = [
        {"document": "machine", "form": "海风信息科", "lines": [1]},
        {"document": "machine-2", "form": "海风信息处", "lines": [1]},
        {"document": "person", "form": "海风小组", "lines": [1]},
    ]
    names = [a_name_list(a_name(printed=printed))]
    documents = [
        a_document(id="machine", **machine),
        a_document(id="machine-2", **machine),
        a_document(id="person"),
    ]
    made = catalogue_converter(
        a_catalogue(documents=documents, terminology=a_terminology(names=names))
    )
    for text, document, shown in (
        ("海风信息科和海风信息处", "machine", "海風辦公室和海風辦公室"),
        ("海风信息科", "machine-2", "海風辦公室"),
        ("海风信息科", "person", "海風信息科"),
        ("海风信息科", None, "海風信息科"),
        ("海风小组", "person", "海風小組"),
        ("海风小组", "machine", "海風小組"),
    ):
        assert made.convert(text, HANS, document) == shown


def test_only_a_document_that_wraps_words_has_its_spaces_taken_out() -> None:
    documents = [a_document(id="wrapped", gaps="wrap"), a_document(id="printed")]
    made = catalogue_converter(a_catalogue(documents=documents))
    assert made.convert_line("制 订", HANS, HANT, "wrapped") == "制訂"
    assert made.convert_line("制 订", HANS, HANT, "printed") == "制 訂"


def test_a_line_that_is_in_the_wanted_script_stays() -> None:
    assert CONVERTER.convert_line("说 明，説明", HANS, HANS, "factsheet-2025") == "说 明，説明"
    assert CONVERTER.convert_line("高峯會 户", HANT, HANT) == "高峯會 户"
    assert CONVERTER.convert_line("-{说}-明", HANS, HANS) == "说明"


def test_the_terms_of_a_document_are_for_its_lines_too() -> None:
    made = a_converter(a_key("信息科技", "資訊科技", "facts"))
    assert made.convert_line("信息科技", HANS, HANT, "facts") == "資訊科技"
    assert made.convert_line("信息科技", HANS, HANT, "plan") == "信息科技"


# --- properties ---------------------------------------------------------------------------------

HAN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
WITHOUT_HAN = st.text(st.characters(exclude_categories=["Cs"])).filter(
    lambda it: not HAN.search(it)
)
MIXED = st.lists(
    st.one_of(
        st.text("说說发發布台臺里裏头髮着 ，。、「」（）．—…", min_size=1),
        st.text(st.characters(max_codepoint=0x7F), min_size=1),
    )
).map("".join)
DIRECTIONS = pytest.mark.parametrize("convert", [traditional, simplified])


@DIRECTIONS
@settings(deadline=None)
@given(text=WITHOUT_HAN)
@example(text="https://data.gov.hk/a?b=c&d=e#f CSV 1 000\t2,000.50 ･ ﾊﾝ ① Ⅳ ＡＢＣ “x” …\r\n")
def test_text_without_chinese_characters_is_unchanged(
    convert: Callable[[str], str], text: str
) -> None:
    assert convert(text) == text


@DIRECTIONS
@settings(deadline=None)
@given(text=MIXED)
@example(text="5G网络2025年DATA.GOV.HK台U盘T恤 3 000 個")
def test_latin_letters_digits_and_signs_are_the_same_before_and_after(
    convert: Callable[[str], str], text: str
) -> None:
    def ascii_of(it: str) -> str:
        return re.sub(r"[^\x00-\x7f]", "", it)

    assert ascii_of(convert(text)) == ascii_of(text)


@DIRECTIONS
@settings(deadline=None)
@given(text=MIXED)
def test_a_conversion_keeps_the_number_of_characters(
    convert: Callable[[str], str], text: str
) -> None:
    """Character by character, as the Government's own Simplified is made."""
    assert len(convert(text)) == len(text)


def test_the_converter_of_equal_words_is_kept_and_that_of_others_is_not() -> None:
    """The form map counts as well, though it has no part in the hash."""
    key, forms = a_key("软件", "軟件"), {"説": "說"}
    first = converter_with(Glossary((key,), forms))
    assert converter_with(Glossary((key,), dict(forms))) is first
    other = converter_with(Glossary((key,), {}))
    assert (first.convert("说", HANS), other.convert("说", HANS)) == ("說", "説")
