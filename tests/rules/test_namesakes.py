"""No two records go by one name, and no two datasets lead to one page.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_landing,
    a_listing,
    a_name,
    a_name_list,
    a_programme,
    a_spot,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    catalogue_of_the_project,
)

from generator.model.history import History
from generator.model.terminology import Name
from generator.rules import namesakes

NAMES = "data/terminology/names/agency.yml"
ONE = "(two records have two names: correct one, or keep one record)"


def problems(**kinds: Any) -> list[str]:
    return [str(problem) for problem in namesakes.check(a_catalogue(**kinds))]


def listed(*names: Name) -> list[str]:
    """What is said of agencies with these names under data/terminology/."""
    agencies = [an_agency(id=name.id, name=None) for name in names]
    return problems(agencies=agencies, terminology=a_terminology(names=[a_name_list(*names)]))


def other(**changes: Any) -> Name:
    fields = {"id": "tide-office", "zh-Hant": "潮汐辦公室", "zh-Hans": "潮汐办公室"}
    return a_name(**(fields | changes))


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(namesakes.check(catalogue_of_the_project())) == []


def test_two_bodies_of_one_name() -> None:
    assert problems(agencies=[an_agency(), an_agency(id="wind")]) == [
        f"data/agencies/wind.yml:3:7: '海風觀測署' is a name of 'sea', too, at "
        f"data/agencies/sea.yml:3:7 {ONE}"
    ]


def test_the_published_one_is_not_to_blame() -> None:
    history = {"agencies": [History(id="wind", identifiers=("wind",))]}
    [line] = problems(agencies=[an_agency(), an_agency(id="wind")], history=history)
    assert line.startswith("data/agencies/sea.yml:3:7: '海風觀測署' is a name of 'wind', too")


def test_a_body_and_a_programme_of_one_name() -> None:
    [line] = problems(programmes=[a_programme(name="海風觀測署")])
    assert line.startswith(
        "data/programmes/sea-grant.yml:3:7: '海風觀測署' is a name of 'sea', too"
    )


@pytest.mark.parametrize("shared", [{"acronym": "SO"}, {"aliases": ["海務"]}])
def test_a_body_and_a_programme_share_no_short_name(shared: dict[str, Any]) -> None:
    names = a_name_list(a_name(**shared), other(**shared))
    agencies = [an_agency(id="sea-office", name=None)]
    programmes = [a_programme(id="tide-office", name=None)]
    [line] = problems(
        agencies=agencies, programmes=programmes, terminology=a_terminology(names=[names])
    )
    assert "is a name of 'sea-office', too" in line


def test_what_has_no_page_shares_no_english_name_either() -> None:
    names = a_terminology(names=[a_name_list(a_name(acronym="SO"), other(acronym="SO"))])
    [line] = problems(terminology=names)
    assert "'SO' is a name of 'sea-office', too" in line


def test_a_place_may_be_called_like_the_body_that_runs_it() -> None:
    """Cyberport is a company for short, and the campus."""
    names = a_terminology(names=[a_name_list(a_name(), other(aliases=["海風辦公室"]))])
    assert problems(agencies=[an_agency(id="tide-office", name=None)], terminology=names) == []


def test_two_entries_of_one_name() -> None:
    [line] = listed(a_name(), other(**{"zh-Hant": "海風辦公室", "zh-Hans": "海风办公室"}))
    assert line.startswith(f"{NAMES}:8:12: '海風辦公室' is a name of 'sea-office', too, at {NAMES}")


def test_one_name_with_two_forms_is_told_by_another_rule() -> None:
    assert listed(a_name(), other(**{"zh-Hant": "海風辦公室"})) == []


@pytest.mark.parametrize(("field", "name"), [("acronym", "SO"), ("english", "Sea Office")])
def test_two_bodies_of_one_english_name(field: str, name: str) -> None:
    [line] = listed(a_name(**{field: name}), other(**{field: name.lower()}))
    assert f"'{name.lower()}' is a name of 'sea-office', too, at {NAMES}:6:" in line


@pytest.mark.parametrize("named", ["sea-office", "海風辦公室", "海风办公室"])
@pytest.mark.parametrize("noting", [0, 1])
def test_a_note_says_why_two_bodies_share_a_name(named: str, noting: int) -> None:
    notes = [{"note": "tide-office is called so, too"}, {"note": f"前稱{named}"}]
    changes = [notes[it] if it == noting else {} for it in (0, 1)]
    names = (a_name(acronym="SO", **changes[0]), other(acronym="SO", **changes[1]))
    assert listed(*names) == []


@pytest.mark.parametrize("note", ["former name, to 30 June 2022", "see sea-offices", "SO, so far"])
def test_a_note_about_something_else_explains_no_shared_name(note: str) -> None:
    [line] = listed(a_name(acronym="SO"), other(acronym="SO", note=note))
    assert "'SO' is a name of 'sea-office', too" in line
    assert line.endswith(
        "(correct one of the two; if both are really called so, say why in the `note` of "
        "'tide-office' under data/terminology/names/, and name 'sea-office' there)"
    )


def test_whose_identifier_is_the_acronym_is_not_to_blame() -> None:
    [line] = listed(a_name(acronym="TO"), other(id="to", acronym="TO"))
    assert line.startswith(f"{NAMES}:6:12: 'TO' is a name of 'to', too, at {NAMES}:11:12 (correct")


@pytest.mark.parametrize("alias", ["潮汐辦公室", "潮汐办公室"])
def test_a_short_name_that_is_the_name_of_another(alias: str) -> None:
    """In either script; the body that is really called so is not to blame."""
    [line] = listed(a_name(aliases=[alias]), other())
    assert line.startswith(f"{NAMES}:7:5: '{alias}' is a name of 'tide-office', too, at {NAMES}:1")


@pytest.mark.parametrize("aliases", [["海風辦公室"], ["海風辦", "海風辦"]])
def test_a_short_name_that_says_nothing(aliases: list[str]) -> None:
    [line] = listed(a_name(aliases=aliases))
    assert line.endswith("is already a name of this record (keep one of the two)")


def test_an_english_name_may_be_printed_in_chinese_texts() -> None:
    assert listed(a_name(english="Sea Office", aliases=["Sea Office"])) == []


def test_who_took_over_keeps_the_name_of_the_other_as_a_former_one() -> None:
    new = an_agency(id="wind", name="風署", former_names=["海風觀測署"])
    assert problems(agencies=[an_agency(), new]) == []


def test_nobody_was_called_before_as_now() -> None:
    [line] = problems(agencies=[an_agency(former_names=["海風觀測署"])])
    assert line.startswith(
        "data/agencies/sea.yml:5:3: '海風觀測署' is already a name of this record"
    )


# --- datasets -----------------------------------------------------------------------------------


def a_copy(**changes: Any) -> Any:
    return a_dataset(**({"id": "sea-waves", "listings": [a_listing(row=2, line=61)]} | changes))


def test_two_datasets_of_one_name() -> None:
    [line] = problems(datasets=[a_dataset(), a_copy()])
    assert line == (
        "data/datasets/sea/sea-waves.yml:3:7: '潮汐时间' is a name of 'sea-tides', too, at "
        "data/datasets/sea/sea-tides.yml:3:7 (correct one of the two, or keep one record with the "
        "rows of both; if there really are two, say so in data/errata/duplicate.yml, about sea, "
        "with document and line)"
    )


@pytest.mark.parametrize("difference", [{"name": "波浪"}, {"agency": "wind"}, {"spatial": True}])
def test_datasets_that_differ_are_good(difference: dict[str, Any]) -> None:
    """A plan lists spatial data apart, perhaps under the same name."""
    assert problems(datasets=[a_dataset(), a_copy(**difference)]) == []


def test_an_erratum_says_that_the_plan_lists_two() -> None:
    erratum = an_erratum(about=["sea"], locators=[a_spot(line=61)])
    errata = [an_erratum_list(erratum, id="duplicate")]
    assert problems(datasets=[a_dataset(), a_copy()], errata=errata) == []


def test_a_copied_row_is_told_by_another_rule() -> None:
    assert problems(datasets=[a_dataset(), a_copy(listings=[a_listing()])]) == []


def test_two_datasets_with_one_page() -> None:
    made = [a_dataset(landing=a_landing()), a_copy(name="波浪", landing=a_landing())]
    [line] = problems(datasets=made)
    assert line.startswith(
        "data/datasets/sea/sea-waves.yml:20:12: this page is that of 'sea-tides', too (correct one"
    )
