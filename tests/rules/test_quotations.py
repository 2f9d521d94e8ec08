"""A quotation is short, and what is printed of its fact stands in it."""

from pathlib import Path
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_condition,
    a_figure,
    a_figure_list,
    a_name,
    a_name_list,
    a_programme,
    a_quoted_locator,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    an_event,
    an_event_list,
)
from one_mistake import FIGURES, PROGRAMME, Mistake, a_good_folder, assert_told_once, mistyped

from generator.resolve.printed.quotation import around
from generator.rules import quotations


def told(**fields: Any) -> list[str]:
    """What is said of one figure of 500万元."""
    catalogue = a_catalogue(figures=[a_figure_list(a_figure(**fields))])
    return [it.message for it in quotations.check(catalogue)]


def test_a_fact_needs_no_quotation() -> None:
    assert told() == []


@pytest.mark.parametrize(
    "quotation",
    [
        "500万元",
        "每宗申请上限500万元",
        "每宗申请上限500 万 元",
        "每宗申请上限**500万元**",
        "字" * 55 + "500万元",
    ],
)
def test_a_clause_that_holds_what_is_printed_is_good(quotation: str) -> None:
    assert told(quotation=quotation) == []


def test_sixty_characters_are_the_most() -> None:
    wanted = "this quotation has 61 characters, and may have 60"
    assert told(quotation="字" * 56 + "500万元") == [wanted]


@pytest.mark.parametrize("quotation", ["每宗申请上限50万元", "每宗申請上限500萬元", "5000万元"])
def test_other_words_are_no_quotation_of_the_fact(quotation: str) -> None:
    assert told(quotation=quotation) == ["'500万元' does not stand in this quotation"]


def test_events_and_conditions_are_held_as_well() -> None:
    """An event of which nothing is printed may be quoted with any clause."""
    catalogue = a_catalogue(
        programmes=[a_programme(terms=[a_condition(quotation="农民可以申请")])],
        events=[
            an_event_list(
                an_event(printed="2023年5月", quotation="计划于2023年6月推出"),
                an_event(id="sea-grant-ended", quotation="计划随后结束"),
            )
        ],
    )
    assert [str(it.place) for it in quotations.check(catalogue)] == [
        "data/events/sea-grant.yml:10:14",
        "data/programmes/sea-grant.yml:11:14",
    ]


def test_a_name_stands_in_its_quotation_as_its_document_prints_it() -> None:
    """The default plan is in Simplified."""

    def told_of(**fields: Any) -> list[str]:
        names = a_terminology(names=[a_name_list(a_name(**fields))])
        return [it.message for it in quotations.check(a_catalogue(terminology=names))]

    where = {"document": "sea-plan", "lines": [5]}
    hant = {"zh-Hant": "海風辦公室", "zh-Hans": "海风办公室"}
    good = [where | {"quotation": "海风办公室负责潮汐"}]
    assert told_of(**hant, stands=good) == []
    bad = [where | {"quotation": "海風辦公室負責潮汐"}]
    assert told_of(**hant, stands=bad) == ["'海风办公室' does not stand in this quotation"]
    form = {"form": "海风办事处"}
    assert told_of(**hant, printed=[form | good[0]]) == [
        "'海风办事处' does not stand in this quotation"
    ]


def test_a_clause_that_bears_a_claim_is_held_to_the_same_length() -> None:
    """Whose words are in no particular place of it."""
    clause = a_claiming_locator("summary", quotation="字" * 60)
    longer = a_claiming_locator("summary", quotation="字" * 61)
    catalogue = a_catalogue(
        agencies=[an_agency(locators=[clause, longer])], programmes=[a_programme(locators=[longer])]
    )
    wanted = "this quotation has 61 characters, and may have 60"
    assert [(str(it.place), it.message) for it in quotations.check(catalogue)] == [
        ("data/agencies/sea.yml:15:14", wanted),
        ("data/programmes/sea-grant.yml:10:14", wanted),
    ]


def test_a_statement_is_quoted_in_sixty_characters_at_most() -> None:
    """From each document that says it."""
    locators = [a_quoted_locator(quotation="渔" * length) for length in (60, 61)]
    held = a_statement_list(a_statement(locators=locators))
    [told] = map(str, quotations.check(a_catalogue(statements=[held])))
    assert told == (
        "data/statements/sea-grant.yml:14:16: this quotation has 61 characters, and may have 60 "
        "(quote only the clause in which the fact stands)"
    )


MISTAKES = [
    Mistake(
        FIGURES,
        "    printed: 逾120个\n",
        "    printed: 逾120个\n    quotation: 基金已批出逾130个项目\n",
        "12:16: '逾120个' does not stand in this quotation",
        "quote the clause in which `printed` stands, or correct `printed`",
    ),
    Mistake(
        FIGURES,
        "    printed: 逾120个\n",
        f"    printed: 逾120个\n    quotation: {'基金' * 28}逾120个\n",
        "12:16: this quotation has 61 characters, and may have 60",
        "quote only the clause in which the fact stands",
    ),
    Mistake(
        FIGURES,
        "    printed: 逾120个\n",
        "    printed: 逾120个\n    quotation: 基金已批出逾120个項目\n",
        "12:16: 項",
        "quote it as it is printed",
    ),
    Mistake(
        PROGRAMME,
        "海风观测署以潮汐基金资助潮汐研究",
        "海风观测署以潮汐基金資助潮汐研究",
        "19:16: 資 in a quotation from sea-plan, which is in Simplified",
        "quote it as it is printed",
    ),
]
MISTAKE_NAMES = ["other words", "too long", "other script", "other script in a locator"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=MISTAKE_NAMES)
def test_one_mistake_is_told_once(tmp_path: Path, mistake: Mistake) -> None:
    data = a_good_folder(tmp_path)
    mistyped(data, mistake)
    assert_told_once(data, mistake)


def test_where_the_printed_words_stand_in_a_quotation() -> None:
    assert around("共有2 200家企业", "2200家") == ("共有", "2 200家", "企业")
    assert around("2 200家", "2 200 家") == ("", "2 200家", "")
    assert around("共有2 200家企业", "2 300家") is None
