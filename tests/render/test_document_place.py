"""A document opens at the words of a fact, where its address allows it."""

from typing import Any

import pytest
from builders import a_document

from generator.model.wording import Wording
from generator.render.document_place import address_at, link_at_words, opens_at_words
from generator.render.escape import Markdown

PAGE = "https://sea.example/facts.html"
FILE = "https://sea.example/Facts.PDF"


@pytest.mark.parametrize(
    ("address", "words", "wanted"),
    [
        (PAGE, "海风", f"{PAGE}#:~:text=%E6%B5%B7%E9%A3%8E"),
        (PAGE, "A, B-C & D", f"{PAGE}#:~:text=A%2C%20B%2DC%20%26%20D"),
        (PAGE, "50%#/?=~_.", f"{PAGE}#:~:text=50%25%23%2F%3F%3D~_."),
        (f"{PAGE}#part", "海", f"{PAGE}#part:~:text=%E6%B5%B7"),
        (f"{PAGE}?a=b.pdf", "海", f"{PAGE}?a=b.pdf#:~:text=%E6%B5%B7"),
        (FILE, "海风", f"{FILE}#search=%E6%B5%B7%E9%A3%8E"),
        (FILE, "於9 個,海風&風", f"{FILE}#search=%E6%96%BC9"),
        (f"{FILE}#page=3", "海", f"{FILE}#page=3&search=%E6%B5%B7"),
    ],
)
def test_words_are_part_of_an_address(address: str, words: str, wanted: str) -> None:
    """Of a PDF it is the longest stretch without spaces and marks, the first of two."""
    assert address_at(address, words) == wanted


def link(script: Any, **fields: Any) -> str:
    """The link to 海風 printed in Traditional, as the page in `script` has it."""
    return link_at_words(
        lambda address, label: Markdown(f"[{label}]({address})"),
        lambda it: {"zh-Hant": it.text, "zh-Hans": "海风"},
        script,
        Markdown("x"),
        a_document(script="zh-Hant", **fields),
        Wording("海風", "zh-Hant"),
    )


HANT, HANS = "https://sea.example/hant", "https://sea.example/hans"


def test_each_page_opens_the_edition_in_its_script_at_words_in_that_script() -> None:
    links = {"zh-Hant": HANT, "zh-Hans": HANS}
    assert link("zh-Hant", links=links) == f" [x]({HANT}#:~:text=%E6%B5%B7%E9%A2%A8)"
    assert link("zh-Hans", links=links) == f" [x]({HANS}#:~:text=%E6%B5%B7%E9%A3%8E)"


def test_the_edition_in_the_other_script_is_better_than_none() -> None:
    assert link("zh-Hans", links={"zh-Hant": HANT}) == f" [x]({HANT}#:~:text=%E6%B5%B7%E9%A2%A8)"


def test_the_copy_that_stays_comes_first() -> None:
    kept = "https://archive.example/1"
    links = {"zh-Hans": HANS, "archived": kept}
    assert link("zh-Hans", links=links) == f" [x]({kept}#:~:text=%E6%B5%B7%E9%A2%A8)"


@pytest.mark.parametrize(
    "fields",
    [
        {"links": None},
        {"links": {"en": HANT}},
        {"links": {"zh-Hant": HANT}, "link_note": "連往各份文件的列表。"},
    ],
)
def test_no_address_is_made_up(fields: dict[str, Any]) -> None:
    """Words in Chinese are not looked for in an English edition, or in a list of documents."""
    assert link("zh-Hant", **fields) == ""
    assert not opens_at_words(a_document(**fields))
