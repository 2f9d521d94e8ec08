"""The forms of one name are of one name.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_name,
    a_name_list,
    a_terminology,
    catalogue_of_the_project,
)

from generator.model.terminology import Name
from generator.rules import name_forms


def listed(*names: Name) -> list[str]:
    """What is said of these names; the document is in Simplified."""
    terminology = a_terminology(names=[a_name_list(*names)])
    catalogue = a_catalogue(documents=[a_document()], terminology=terminology)
    return [problem.message for problem in name_forms.check(catalogue)]


def other(**changes: Any) -> Name:
    fields = {"id": "tide-office", "zh-Hant": "潮汐辦公室", "zh-Hans": "潮汐办公室"}
    return a_name(**(fields | changes))


@pytest.mark.today
def test_the_projects_own_names_are_good() -> None:
    assert list(name_forms.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize("hans", ["海风办事处", "海风办公室室", "海风公室", "波浪办公室"])
def test_a_name_has_the_same_words_in_both_scripts(hans: str) -> None:
    assert listed(a_name(**{"zh-Hans": hans})) == [
        f"'{hans}' is not '海風辦公室', character by character"
    ]


@pytest.mark.parametrize(("hant", "hans"), [("乾旱及幹部", "干旱及干部"), ("秘書處", "秘书处")])
def test_one_character_may_stand_for_several(hant: str, hans: str) -> None:
    assert listed(a_name(**{"zh-Hant": hant, "zh-Hans": hans})) == []


@pytest.mark.parametrize("field", ["english", "acronym"])
def test_an_english_name_is_not_chinese(field: str) -> None:
    assert listed(a_name(**{field: "Sea 海 Office"})) == ["'海' in an English name"]


def test_an_english_name_has_single_spaces() -> None:
    assert listed(a_name(english="Sea  Office")) == ["two spaces side by side"]


def printed(form: str) -> dict[str, Any]:
    return {"printed": [{"form": form, "document": "sea-plan", "lines": [3]}]}


def test_what_is_printed_officially_is_no_other_form() -> None:
    assert listed(a_name(**printed("海风办公室"))) == ["this is the official form of the name"]
    assert listed(a_name(**printed("海风办"))) == []


def test_what_is_printed_is_not_the_name_of_another() -> None:
    assert listed(a_name(**printed("潮汐办公室")), other()) == [
        "'潮汐办公室' is the official name of 'tide-office'"
    ]


def of_a_dataset(hant: str, hans: str) -> list[str]:
    dataset = a_dataset(name={"zh-Hant": hant, "zh-Hans": hans})
    return [it.message for it in name_forms.check(a_catalogue(datasets=[dataset]))]


def test_a_record_names_one_thing_in_both_scripts() -> None:
    assert of_a_dataset("園區公司名單", "科技企业数目") == [
        "the two scripts do not say the same: '科技企业数目' and '園區公司名單'"
    ]


@pytest.mark.parametrize(
    ("hant", "hans"), [("資訊科技公司數目", "信息科技公司数目"), ("軟體", "软件"), ("資訊", "信息")]
)
def test_words_may_differ_between_the_scripts(hant: str, hans: str) -> None:
    assert of_a_dataset(hant, hans) == []
