"""Items are put into a YAML file, and everything else stays as it was typed."""

import pytest

from generator.maintain.yaml_edits import Insertion, NotAList, insert_items

FIGURES = """\
# 數字
id: sea
figures:
  - id: one
    line: 1   # 見第一行
  # 第二項
  - id: two
    line: 2
"""


def test_items_behind_others() -> None:
    first = Insertion(("figures",), 0, ["- id: new", "  line: 5"])
    second = Insertion(("figures",), 0, ["- id: newer"])
    last = Insertion(("figures",), None, ["- id: last"])
    assert (
        insert_items(FIGURES, [first, last, second])
        == """\
# 數字
id: sea
figures:
  - id: one
    line: 1   # 見第一行
  - id: new
    line: 5
  - id: newer
  # 第二項
  - id: two
    line: 2
  - id: last
"""
    )


def test_a_list_that_is_not_there_yet() -> None:
    """It begins before the fields that stand behind it, and once for all its items."""
    text = "names:\n  - id: sea\n    zh-Hant: 海\n    unconfirmed: []\n"
    items = [
        Insertion(("names", 0, "stands"), None, [f"- {{line: {number}}}"], ("unconfirmed",))
        for number in (1, 2)
    ]
    assert insert_items(text, items) == (
        "names:\n  - id: sea\n    zh-Hant: 海\n    stands:\n      - {line: 1}\n      - {line: 2}\n"
        "    unconfirmed: []\n"
    )


def test_a_file_without_a_last_line_end_and_with_those_of_windows() -> None:
    text = "figures:\r\n- id: one\r\n- id: two"
    item = Insertion(("figures",), None, ["- id: three"])
    assert insert_items(text, [item]) == "figures:\r\n- id: one\r\n- id: two\r\n- id: three\r\n"


@pytest.mark.parametrize("text", ["figures: [{id: one}]\n", "figures: []\n", "figures: none\n"])
def test_a_list_in_brackets_is_left_to_a_person(text: str) -> None:
    with pytest.raises(NotAList, match="figures"):
        insert_items(text, [Insertion(("figures",), None, ["- id: two"])])
