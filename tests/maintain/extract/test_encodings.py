"""A text in another encoding is told and converted, and never guessed."""

import pytest

from generator.maintain.extract.encodings import decode_text
from generator.maintain.extract.source_error import SourceError

HANT = "海風觀測署\n2031-2033年度開放數據計劃\n編號\t數據種類\t數據集名稱\n1\t運輸\t渡輪靠岸時刻"
HANS = "海风观测署\n2031-2033年度开放数据计划\n编号\t数据种类\t数据集名称\n1\t运输\t渡轮靠岸时刻"


@pytest.mark.parametrize(
    ("raw", "name", "text"),
    [
        (HANT.encode(), "utf-8", HANT),
        (HANT.encode("utf-8-sig"), "utf-8", HANT),
        (HANT.encode("big5"), "big5", HANT),
        (HANT.encode("gbk"), "gbk", HANT),
        (HANS.encode("gbk"), "gbk", HANS),
        (HANS.encode("gb18030"), "gbk", HANS),
        (HANT.encode("utf-16"), "utf-16", HANT),
        (HANT.encode("utf-16-le"), "utf-16", HANT),
        (HANS.encode("utf-16-be"), "utf-16", HANS),
    ],
)
def test_an_encoding_in_which_the_text_makes_sense(raw: bytes, name: str, text: str) -> None:
    assert decode_text(raw, "plan.txt") == (text, name)


def test_two_encodings_that_make_sense_are_asked_about() -> None:
    """The bytes of 高除 in Big5 are those of 蔼埃 in GBK."""
    raw = "高除".encode("big5")
    assert raw == "蔼埃".encode("gbk")
    with pytest.raises(SourceError) as caught:
        decode_text(raw, "plan.txt")
    assert str(caught.value) == (
        "plan.txt is not UTF-8, and may be big5, gbk "
        "(look which is right, and name it: `--encoding big5`)"
    )


def test_the_encoding_that_is_named_is_taken() -> None:
    assert decode_text(HANS.encode("gbk"), "plan.txt", "gbk") == (HANS, "gbk")
    with pytest.raises(SourceError, match="is not big5"):
        decode_text(b"\x81\x20\xff", "plan.txt", "big5")


def test_a_damaged_utf_8_text_is_told_by_its_line() -> None:
    raw = HANT.encode() + b"\n\xff\xfe\x00"
    with pytest.raises(SourceError, match=r"plan.txt:5: byte 0xFF is not UTF-8"):
        decode_text(raw, "plan.txt")
