"""A text in both scripts: what is printed or written by hand stays; only the rest is converted."""

import re
from collections.abc import Callable
from pathlib import Path

import opencc
import pytest
from builders import catalogue_of_the_project
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.generate import converter
from generator.model.wording import Wording
from generator.script.convert import Bilingual, Converter, WrongOpenCC

HANT, HANS = "zh-Hant", "zh-Hans"
CONVERTER = converter(catalogue_of_the_project())
"""With the project's own form map."""


def traditional(text: str) -> str:
    return CONVERTER.both(Wording(text, HANS)).hant


def simplified(text: str) -> str:
    return CONVERTER.both(Wording(text, HANT)).hans


# --- what is not converted ----------------------------------------------------------------------

KEPT = "說稅戶脫銳悅閱兌蛻溫布群峰啟敘麵床 説税户脱鋭悦閲兑蜕温佈羣峯啓敍麪牀 台臺裏裡着著衞衛計畫"


@pytest.mark.parametrize("text", [KEPT, "高峰會", "用戶說明", "説明", "資訊科技支援"])
def test_text_printed_in_traditional_is_shown_as_printed(text: str) -> None:
    """`s2hk` is not idempotent: it would make 説 户 峯 of 說 戶 峰; and the form map is not for
    documents, whose own forms are quotations."""
    assert CONVERTER.both(Wording(text, HANT)).hant == text


@pytest.mark.parametrize("text", ["凭借", "藉由", "说明", "信息科技支援", KEPT])
def test_text_printed_in_simplified_is_shown_as_printed(text: str) -> None:
    """`hk2s` would make 借 of 藉."""
    assert CONVERTER.both(Wording(text, HANS)).hans == text


def test_what_is_written_by_hand_wins_over_any_conversion() -> None:
    """In both directions, with forms that no table gives, and the form map left aside."""
    both = CONVERTER.both(Wording("資料一線通", HANT, other="开放数据平台"))
    assert both == Bilingual("資料一線通", "开放数据平台", HANT)
    both = CONVERTER.both(Wording("信息科技", HANS, other="資訊科技説明"))
    assert both == Bilingual("資訊科技説明", "信息科技", HANS)


def test_an_empty_text_written_by_hand_is_still_written_by_hand() -> None:
    assert CONVERTER.both(Wording("海", HANT, other="")).hans == ""


# --- the form map -------------------------------------------------------------------------------


def test_the_form_map_is_applied_to_what_was_converted_and_to_nothing_else() -> None:
    plain, mapped = Converter({}), Converter({"説": "說", "A": "B"})
    assert plain.both(Wording("说A", HANS)).hant == "説A"
    assert mapped.both(Wording("说A", HANS)) == Bilingual("說B", "说A", HANS)
    assert mapped.both(Wording("説A", HANT)) == Bilingual("説A", "说A", HANT)
    assert mapped.both(Wording("说", HANS, other="説")).hant == "説"


def test_the_form_map_replaces_each_character_once() -> None:
    """A map that swaps two characters, or whose result stands on its left too, runs no circle."""
    swap = Converter({"甲": "乙", "乙": "甲"})
    assert swap.both(Wording("甲乙", HANS)).hant == "乙甲"


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
    made = Converter({})
    for _ in range(3):
        for wording in (Wording("海", HANT), Wording("海", HANS), Wording("風", HANT)):
            made.both(wording)
    assert asked == [("hk2s", "海"), ("s2hk", "海"), ("hk2s", "風")]


def test_only_two_configurations_are_used(asked: list[tuple[str, str]]) -> None:
    """Those that end in `p` replace Hong Kong words by Taiwan's or the Mainland's."""
    made = Converter({})
    assert made.both(Wording("海", HANT)) == Bilingual("海", "<海>", HANT)
    assert made.both(Wording("海", HANS)) == Bilingual("<海>", "海", HANS)
    assert {config for config, _ in asked} == {"s2hk", "hk2s"}


def test_hand_written_text_is_not_even_converted(asked: list[tuple[str, str]]) -> None:
    Converter({}).both(Wording("海", HANT, other="海"))
    assert asked == []


def test_the_same_text_with_and_without_a_hand_written_one_are_two(
    asked: list[tuple[str, str]],
) -> None:
    made = Converter({})
    assert made.both(Wording("海", HANT, other="洋")).hans == "洋"
    assert made.both(Wording("海", HANT)).hans == "<海>"


# --- the package --------------------------------------------------------------------------------


def test_the_right_package_is_in_place() -> None:
    assert (Path(opencc.__file__).parent / "opencc.py").is_file()
    Converter({})


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
        Converter({})
    assert str(caught.value) == (
        "the package `opencc` is installed over opencc-python-reimplemented: "
        "delete the folder .venv and run the command again"
    )


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
