"""The words that documents explain, on the page of the terminology."""

from datetime import date

from builders import (
    a_catalogue,
    a_document,
    a_programme,
    a_quoted_locator,
    a_statement,
    a_statement_list,
)
from lxml.html import HtmlElement
from render.markdown_site import rendered
from sample import sample_converter

from generator.render.page import PageWriter
from generator.render.pages import pages
from generator.resolve.resolve import resolve


def definition_list(variant: str) -> HtmlElement:
    """Of the word 漁船, explained once in each script, and of 漁網."""
    kept = {"kind": "definition", "locators": [a_quoted_locator()]}
    made = resolve(
        a_catalogue(
            programmes=[a_programme(), a_programme(id="sea-prize", name="海洋獎")],
            documents=[a_document()],
            statements=[
                a_statement_list(
                    a_statement(id="sea-grant-boats", term="漁船", text="捕魚的船。", **kept),
                    a_statement(id="sea-grant-nets", term="漁網", text="捕魚的網。", **kept),
                ),
                a_statement_list(
                    a_statement(id="sea-prize-boats", term="渔船", text="出海的船。", **kept),
                    id="sea-prize",
                    script="zh-Hans",
                ),
            ],
        ),
        date(2026, 1, 1),
    )
    [page] = [it for it in pages(made) if it.path == "terminology.md"]
    [explained] = rendered(PageWriter(made, sample_converter(), variant).write(page)).iterfind(
        ".//dl"
    )
    return explained


def test_a_word_explained_twice_stands_once() -> None:
    explained = definition_list("zh-Hant")
    assert [(it.tag, it.text_content().strip().split("。")[0]) for it in explained] == [
        ("dt", "漁船"),
        ("dd", "海產資助計劃：捕魚的船"),
        ("dd", "海洋獎：出海的船"),
        ("dt", "漁網"),
        ("dd", "海產資助計劃：捕魚的網"),
    ]


def test_the_words_of_both_scripts_meet_in_the_other_variant_too() -> None:
    words = [it.text_content().strip() for it in definition_list("zh-Hans").iterfind("dt")]
    assert words == ["渔船", "渔网"]
