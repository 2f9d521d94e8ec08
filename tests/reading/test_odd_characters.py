"""Each class of characters that are not what they look like, and the plain text in their place."""

import unicodedata

import pytest

from generator.reading.odd_characters import compose, find_odd, replace_odd


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\u2f08\u2f1d", "\u4eba\u53e3"),  # Kangxi radicals
        ("\u2ea0", "\u6c11"),  # CJK radical civilian
        ("\u31d0", "\u4e00"),  # CJK stroke
        ("\u3038", "\u5341"),  # Hangzhou numeral ten
        ("\uf9d7\ufa0c", "\u8f2a\u5140"),  # compatibility ideographs, one of them of Big5
        ("\U0002f81a", "\u51ac"),
        ("\uff21\uff42\uff11", "Ab1"),
        ("\uff76\uff9e", "\u30ac"),  # half-width katakana with its mark
        ("\ufb01\ufb03", "fiffi"),
        ("\ufe35\ufe50\ufe30", "\uff08\uff0c\uff1a"),
        ("\u33a1\u338f", "m\u00b2kg"),
        ("\u2474\u3220", "(1)\uff08\u4e00\uff09"),
        ("\u2163", "IV"),
        ("\u2103\u2116", "\u00b0CNo"),
        ("\U0001d400", "A"),
        ("a\u00a0\u2009b", "a b"),
        ("a\u2011b", "a-b"),
    ],
)
def test_what_stands_for_another_character(text: str, written: str) -> None:
    """The remedy is what to write, and what a document's text is read as."""
    assert replace_odd(text) == written
    assert find_odd(text)
    assert find_odd(written) == []


@pytest.mark.parametrize(
    "text",
    [
        "z\u0301\u0302\u0303",
        "\u6f6e\u0336",
        " \u0301",
        "1\u20e3",
        "\u0e2a\u0e47\u0e47\u0e47",
        "\u05d0" + "\u05b0\u05b1\u05b2\u05b3\u05b4",
    ],
)
def test_marks_above_one_another_or_on_nothing(text: str) -> None:
    [found] = find_odd(text)
    assert found.message.startswith("marks that belong to no letter")


@pytest.mark.parametrize(
    "text",
    [
        *("e\u0301", "m\u0300", "\u00ea\u0304", "\u0e1c\u0e39\u0e49", "\u0915\u094d\u0937\u093f"),
        *("\u05e9\u05c1\u05b8", "\u304b\u309a", "\u1112\u1161\u11ab"),
    ],
)
def test_marks_that_a_language_is_written_with(text: str) -> None:
    assert find_odd(text) == []


def test_each_kind_is_told_once_with_its_first_few() -> None:
    [one, other] = find_odd("\uff21\u7532\uff22\u2f08")
    assert (one.first, one.tip) == ("\uff21", "write A, B")
    assert (other.first, other.tip) == ("\u2f08", "write \u4eba")


def test_letters_and_their_accents_are_put_in_one() -> None:
    assert compose("Cafe\u0301") == "Caf\u00e9"
    assert compose("\u1112\u1161\u11ab") == "\ud55c"


def test_no_character_of_chinese_is_odd() -> None:
    """The blocks of unified ideographs and their twelve among the compatibility ones."""
    blocks = ((0x3400, 0x4DC0), (0x4E00, 0x9FFD), (0x20000, 0x2A6DE), (0x2A700, 0x2EBE1))
    chars = [chr(it) for first, end in blocks for it in range(first, end)]
    chars += map(chr, (0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24))
    chars += map(chr, (0xFA27, 0xFA28, 0xFA29))
    assert [it for it in chars if find_odd(it)] == []


def test_whatever_unicode_decomposes_to_another_plain_character_is_composed_or_odd() -> None:
    """Nothing of Chinese, Latin, numbers and punctuation is left that looks like two texts."""
    singles = (chr(it) for it in range(0x2000, 0x30000) if not 0xD800 <= it < 0xE000)
    left = [
        char
        for char in singles
        if unicodedata.decomposition(char)
        and "<" not in unicodedata.decomposition(char)
        and not find_odd(char)
        and compose(char) == char
        and unicodedata.normalize("NFC", char) != char
    ]
    assert left == []
