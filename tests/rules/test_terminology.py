"""The terminology does not contradict itself, and says nothing in vain.

Lines and columns are those of `builders.yaml_of`.
"""

from collections.abc import Sequence
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_document,
    a_name,
    a_name_list,
    a_term_list,
    a_terminology,
    catalogue_of_the_project,
)

from generator.messages.problem import has_errors
from generator.model.terminology import Name, TermList
from generator.rules import terminology

NAMES = "data/terminology/names/agency.yml"
TERMS = "data/terminology/terms/repairs.yml"
IN_VAIN = "(remove it, or give as `example` a text that goes wrong without it)"


def problems(*, names: Sequence[Name] = (), terms: Sequence[TermList] = ()) -> list[str]:
    made = a_terminology(names=[a_name_list(*names)] if names else (), terms=terms)
    documents = [a_document(), a_document(id="facts")]
    catalogue = a_catalogue(documents=documents, terminology=made)
    return [str(problem) for problem in terminology.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_terminology_is_good() -> None:
    assert not has_errors(terminology.check(catalogue_of_the_project()))


def test_names_and_terms_that_agree_are_good() -> None:
    terms = a_term_list({"信息": "資訊"})
    keep = a_term_list({"个人信息": "個人信息"}, id="kept", role="keep")
    assert problems(names=[a_name()], terms=[terms, keep]) == []


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"stands": [{"document": "sea-facts", "lines": [1]}]},
            ":7:15: unknown document 'sea-facts' (did you mean 'facts'?)",
        ),
        (
            {"stands": [{"document": "facts", "lines": [100, 101]}]},
            ":10:7: facts has no line 101 (its text has 100 lines: look the line up again)",
        ),
        (
            {"printed": [{"form": "海风科", "document": "facts", "lines": [900]}]},
            ":10:7: facts has no line 900 (its text has 100 lines: look the line up again)",
        ),
        (
            {"confirmed_by": ["facts", "https://sea.example/", "a colleague"]},
            ":9:5: 'a colleague' is neither a document nor a web address "
            "(name a record under data/documents/, or start with https://)",
        ),
    ],
    ids=["unknown-document", "line", "line-of-a-printed-form", "source"],
)
def test_a_name_says_where_it_stands(changes: dict[str, Any], problem: str) -> None:
    fields = {"zh-Hant": "海風辦公室", "zh-Hans": "海风办公室", "unconfirmed": []}
    name = Name.model_validate({"id": "sea-office"} | fields | changes)
    assert problems(names=[name]) == [NAMES + problem]


def test_a_kind_that_the_vocabulary_does_not_know() -> None:
    made = a_terminology(names=[a_name_list(id="ship")])
    [problem] = terminology.check(a_catalogue(terminology=made))
    assert str(problem).startswith(
        "data/terminology/names/ship.yml:1:5: unknown kind of names 'ship' (codes of "
        "data/vocabulary/name-kinds.yml: agency, "
    )


def test_an_identifier_that_two_names_claim() -> None:
    other = {"zh-Hant": "海事署", "zh-Hans": "海事署"}
    assert problems(names=[a_name(), a_name(**other)]) == [
        f"{NAMES}:7:7: name 'sea-office' already stands at {NAMES}:3:7 "
        "(identifiers are unique: choose another)"
    ]


# --- contradictions -----------------------------------------------------------------------------


def test_one_key_with_two_results() -> None:
    other = a_term_list({"并为": "併為"}, id="restored", role="restore")
    assert problems(terms=[a_term_list({"并为": "並為"}), other])[:1] == [
        "data/terminology/terms/restored.yml:5:9: '并为' becomes '併為' here, but '並為' at "
        f"{TERMS}:5:9 (one run of characters has one result: keep one of the two)"
    ]


def test_two_names_that_are_the_same_in_one_script() -> None:
    other = a_name(**{"id": "other", "zh-Hant": "海峯辦公室", "zh-Hans": "海风办公室"})
    assert problems(names=[a_name(), other]) == [
        f"{NAMES}:9:12: '海风办公室' becomes '海峯辦公室' here, but '海風辦公室' at {NAMES}:5:12 "
        "(one run of characters has one result: keep one of the two)"
    ]


def test_a_result_for_some_documents_beside_one_for_all_is_no_contradiction() -> None:
    general = a_term_list({"云端": "雲上"})
    facts = a_term_list({"云端": "雲中"}, id="facts", documents=["facts"])
    plan = a_term_list({"云端": "雲下"}, id="plan", documents=["sea-plan"])
    assert problems(terms=[general, facts, plan]) == []
    again = a_term_list({"云端": "雲裏"}, id="again", documents=["sea-plan", "facts"])
    assert len(problems(terms=[general, facts, plan, again])) == 2


def test_a_key_that_a_longer_one_hides() -> None:
    terms = a_term_list({"信息": "資訊", "信息科": "信息科甲"})
    assert problems(terms=[terms]) == [
        f"{TERMS}:5:9: '信息' becomes '資訊', but inside '信息科' at {TERMS}:8:9 it is '信息' "
        "(correct one of the two, or move the longer one to a list whose role is `keep`)"
    ]


def test_a_key_that_a_longer_one_keeps_on_purpose() -> None:
    keep = a_term_list({"个人信息": "個人信息"}, id="kept", role="keep")
    assert problems(terms=[a_term_list({"信息": "資訊"}), keep]) == []


def test_a_term_that_opencc_gets_right_is_a_warning() -> None:
    assert problems(terms=[a_term_list({"发展": "發展"})]) == [
        f"{TERMS}:5:9: warning: '发展' becomes '發展' even without this term {IN_VAIN}"
    ]


def test_a_word_gives_a_text_that_opencc_gets_wrong() -> None:
    """Alone it would be right, but in 六周 OpenCC writes 週."""

    def with_example(example: str) -> TermList:
        term = {"from": "周", "to": "周", "reason": "週", "example": example}
        return a_term_list({}, terms=[term])

    assert problems(terms=[with_example("六周")]) == []
    assert problems(terms=[with_example("周围")]) == [
        f"{TERMS}:5:9: warning: '周围' becomes '周圍' even without this term {IN_VAIN}"
    ]
    assert problems(terms=[with_example("六日")]) == [
        f"{TERMS}:8:12: the example '六日' does not hold '周' "
        "(give a text in which the term is needed)",
        f"{TERMS}:5:9: warning: '六日' becomes '六日' even without this term {IN_VAIN}",
    ]


def test_an_example_that_another_term_stands_in_shows_that_a_term_is_in_vain() -> None:
    """Without the one term, the other still has its say."""
    term = {"from": "发展", "to": "發展", "reason": "長髮", "example": "发展信息"}
    others = a_term_list({"信息": "資訊"}, id="others")
    assert problems(terms=[a_term_list({}, terms=[term]), others]) == [
        f"{TERMS}:5:9: warning: '发展信息' becomes '發展資訊' even without this term {IN_VAIN}"
    ]


def test_a_term_that_keeps_what_nothing_threatens_is_a_warning() -> None:
    keep = a_term_list({"个人信息": "個人信息"}, id="kept", role="keep")
    assert problems(terms=[keep]) == [
        "data/terminology/terms/kept.yml:5:9: warning: '个人信息' becomes '個人信息' even without "
        f"this term {IN_VAIN}"
    ]


# --- lists of terms -----------------------------------------------------------------------------


def test_a_list_for_a_document_that_nobody_knows() -> None:
    terms = a_term_list({"信息": "資訊"}, documents=["facts", "fact"])
    assert problems(terms=[terms]) == [
        f"{TERMS}:6:3: unknown document 'fact' (did you mean 'facts'?)"
    ]


def test_terms_that_are_out_of_order() -> None:
    """In order, two that are alike stand side by side."""
    terms = a_term_list({"家具潜力": "家具潛力", "合作伙伴": "合作夥伴", "局限": "局限"})
    assert problems(terms=[terms]) == [
        f"{TERMS}:8:9: '合作伙伴' stands below '家具潜力' "
        "(keep the terms in the order of their characters, so that none stands twice)"
    ]
