"""Texts are in the script their record says, and doubtful conversions have been read."""

from collections.abc import Mapping
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_condition,
    a_context_list,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_name,
    a_name_list,
    a_programme,
    a_quoted_locator,
    a_sea_event_list,
    a_spot,
    a_statement,
    a_statement_list,
    a_term_list,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    catalogue_of_the_project,
)

from generator.model.catalogue import Catalogue, Terminology
from generator.model.terminology import AllowedCharacters
from generator.rules import scripts

DATASET = "data/datasets/sea/sea-tides.yml"
NAME = f"{DATASET}:3:7"


def problems(catalogue: Catalogue) -> list[str]:
    return [str(problem) for problem in scripts.check(catalogue)]


def of_a_name(
    name: str | Mapping[str, str], terminology: Terminology | None = None, **changes: Any
) -> list[str]:
    dataset = a_dataset(name=name, **changes)
    return problems(a_catalogue(datasets=[dataset], terminology=terminology))


def watching(char: str, *terms: Any, **rules: Any) -> Terminology:
    """A terminology that watches one character."""
    return a_terminology(contexts=[a_context_list({"char": char, **rules})], terms=terms)


@pytest.mark.today
def test_the_projects_own_texts_are_good() -> None:
    assert problems(catalogue_of_the_project()) == []


# --- characters of the other script -------------------------------------------------------------


def test_a_simplified_text_with_traditional_characters_is_named_at_its_place() -> None:
    assert of_a_name("潮汐時间發布") == [
        f"{NAME}: 時、發 in a text in Simplified (correct the text or its script; if Simplified "
        "texts really print it, add it under data/terminology/allowed/)"
    ]


def test_a_traditional_text_with_simplified_characters_is_named_at_its_place() -> None:
    agency = an_agency(summary="說明\n说明")
    assert problems(a_catalogue(agencies=[agency])) == [
        "data/agencies/sea.yml:5:10: 说 in a text in Traditional (correct the text or its script; "
        "if Traditional texts really print it, add it under data/terminology/allowed/)"
    ]


@pytest.mark.today
@pytest.mark.parametrize("text", ["峰會社群秘書", "説税户羣峯啓", "衞裏着台", "里后云表面", "啲呎"])
def test_every_form_that_hong_kong_uses_is_traditional(text: str) -> None:
    """Some are written as Simplified is, and 里 后 云 are words of their own."""
    made = a_terminology()
    agency = an_agency(summary=text)
    forms = catalogue_of_the_project().terminology.forms
    terminology = Terminology(made.names, made.terms, forms, made.contexts, made.allowed)
    assert problems(a_catalogue(agencies=[agency], terminology=terminology)) == []


def test_what_is_written_by_hand_is_looked_at_in_both_scripts() -> None:
    """The mistake is nearly always a text under the wrong key."""
    made = of_a_name({"zh-Hant": "潮汐时刻", "zh-Hans": "潮汐時刻"})
    assert [it.split(" (")[0] for it in made] == [
        f"{DATASET}:5:12: 時 in a text in Simplified",
        f"{DATASET}:4:12: 时 in a text in Traditional",
    ]


def test_an_exception_is_for_one_script_and_has_a_reason() -> None:
    allowed = AllowedCharacters.model_validate(
        {"id": "hans", "script": "zh-Hans", "characters": [{"char": "藉", "reason": "printed"}]}
    )
    made = a_terminology(allowed=[allowed])
    assert of_a_name("藉此发展", made) == []
    assert len(of_a_name("藉此發展", made)) == 1


# --- contexts of ambiguous characters -----------------------------------------------------------


def test_a_new_context_is_a_warning_that_names_the_field() -> None:
    assert of_a_name("签账优惠", watching("签", words={"籤": ["标签"]})) == [
        f"{NAME}: warning: 签 in '签账优' becomes 籤, and nobody has read it there (read it, and "
        "write the word at 签 in data/terminology/contexts/, below its right form)"
    ]


@pytest.mark.parametrize(
    "rules",
    [
        {"words": {"簽": ["签账"]}},
        {"where": {"簽": ["(签)/账"]}},
        {"usual": "簽"},
    ],
)
def test_a_context_that_was_read_is_no_warning(rules: dict[str, Any]) -> None:
    """`签` is a word of its own here, of which the usual character is told."""
    assert of_a_name("签账优惠", watching("签", **rules)) == []


def test_a_phrase_that_opencc_knows_is_no_warning() -> None:
    assert of_a_name("抽签结果", watching("签")) == []


def test_what_a_term_decides_was_read_when_the_term_was_written() -> None:
    assert of_a_name("签账优惠", watching("签", a_term_list({"签账": "簽賬"}))) == []


def test_hand_written_texts_are_not_watched() -> None:
    name = {"zh-Hant": "簽賬優惠", "zh-Hans": "签账优惠"}
    assert of_a_name(name, watching("签")) == []


def test_traditional_texts_are_watched_too() -> None:
    made = a_terminology(contexts=[a_context_list({"char": "乾"}, script="zh-Hant")])
    [warning] = of_a_name("乾安縣", made, script="zh-Hant", description="海")
    assert "warning: 乾 in '乾安縣' becomes 干" in warning


# --- quotations and terms -----------------------------------------------------------------------


def quoting(**kinds: Any) -> list[str]:
    """What is said; the document is in Simplified."""
    return [str(it) for it in scripts.check(a_catalogue(documents=[a_document()], **kinds))]


@pytest.mark.parametrize(
    "kinds",
    [
        {"figures": [a_figure_list(a_figure(printed="120個"))]},
        {"events": [a_sea_event_list(an_event(printed="潮汐個"))]},
        {"programmes": [a_programme(terms=[a_condition(printed="等額配對個")])]},
        {"agencies": [an_agency(locators=[{"document": "sea-plan", "line": 3, "printed": "個"}])]},
        {
            "statements": [
                a_statement_list(a_statement(locators=[a_quoted_locator(quotation="個")]))
            ]
        },
        {"errata": [an_erratum_list(an_erratum(locators=[a_spot(printed="個")]), id="omission")]},
        {
            "terminology": a_terminology(
                names=[
                    a_name_list(
                        a_name(printed=[{"form": "個", "document": "sea-plan", "lines": [3]}])
                    )
                ]
            )
        },
    ],
)
def test_a_quotation_is_in_the_script_of_its_document(kinds: dict[str, Any]) -> None:
    [line] = quoting(**kinds)
    assert "個 in a quotation from sea-plan, which is in Simplified (quote it as it is" in line


def test_what_is_printed_wrongly_is_told_by_an_erratum() -> None:
    damage = an_erratum_list(an_erratum(locators=[a_spot(printed="120個")]), id="damage")
    assert quoting(figures=[a_figure_list(a_figure(printed="120個"))], errata=[damage]) == []


@pytest.mark.parametrize(
    ("source", "result", "told"),
    [("海裏", "海裏", ":5:9: 裏"), ("海里", "海里个", ":6:7: 个")],
)
def test_a_term_goes_from_one_script_to_the_other(source: str, result: str, told: str) -> None:
    terminology = a_terminology(terms=[a_term_list({source: result})])
    [line] = problems(a_catalogue(terminology=terminology))
    assert told in line
    assert line.endswith("(write `from` in the script of the list, and `to` in the other)")


def test_a_document_of_the_other_script_is_told_once() -> None:
    """Its quotations are not to blame."""
    figures = [a_figure(id=f"sea-{it}", measure=f"m{it}", printed="120个") for it in range(5)]
    document = a_document(script="zh-Hant")
    catalogue = a_catalogue(documents=[document], figures=[a_figure_list(*figures)])
    assert [it for it in problems(catalogue) if "quotation" in it] == [
        "data/documents/sea-plan.yml:2:9: 5 of 5 quotations from this document are not in "
        "Traditional (correct its script, or the quotations)"
    ]
