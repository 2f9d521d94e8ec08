"""Nothing belongs to itself or takes over from itself, and each circle is told once.

Lines and columns are those of `builders.yaml_of`.
"""

import pytest
from builders import a_catalogue, a_programme, an_agency, catalogue_of_the_project

from generator.model.history import History
from generator.rules import reference_cycles

PARENT = "(a body belongs to another one above it: correct or remove this `parent`)"
PART = "(a part belongs to a greater whole: correct or remove this `part_of`)"


def bodies(published: str = "", **parents: str | None) -> list[str]:
    """What is said of agencies with these parents, of which some were published."""
    agencies = [an_agency(id=name, parent=parent) for name, parent in parents.items()]
    history = {"agencies": [History(id=it, identifiers=(it,)) for it in published.split()]}
    return [
        str(it) for it in reference_cycles.check(a_catalogue(agencies=agencies, history=history))
    ]


def programmes(**wholes: str | None) -> list[str]:
    made = [a_programme(id=name, part_of=whole) for name, whole in wholes.items()]
    return [str(it) for it in reference_cycles.check(a_catalogue(programmes=made))]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(reference_cycles.check(catalogue_of_the_project())) == []


def test_a_chain_is_no_circle() -> None:
    assert bodies(top=None, middle="top", low="middle") == []
    assert programmes(whole="sea", part="whole", other="whole") == []


def test_a_parent_that_is_nowhere_is_told_by_another_rule() -> None:
    assert bodies(low="nowhere") == []


def test_a_body_that_belongs_to_itself() -> None:
    assert bodies(top="top") == [f"data/agencies/top.yml:5:9: parent: names itself {PARENT}"]


def test_a_circle_is_told_of_the_body_that_others_belong_to() -> None:
    """It was at the top before somebody gave it a parent; what belongs to it is innocent."""
    assert bodies("bureau office unit", bureau="unit", office="bureau", unit="bureau") == [
        "data/agencies/bureau.yml:5:9: parent: goes round in a circle: bureau → unit → bureau "
        f"{PARENT}"
    ]


def test_a_circle_is_told_of_the_body_that_is_new() -> None:
    lines = bodies("bureau office", bureau="unit", office="bureau", unit="bureau")
    assert lines == [
        f"data/agencies/unit.yml:5:9: parent: goes round in a circle: unit → bureau → unit {PARENT}"
    ]


def test_what_leads_into_a_circle_is_not_to_blame() -> None:
    [line] = bodies(aside="loop", loop="loop", below="aside")
    assert line.startswith("data/agencies/loop.yml:5:9: parent: names itself")


def test_two_circles_are_two_mistakes() -> None:
    lines = bodies(a="b", b="a", c="d", d="c")
    assert [line.partition(":")[0] for line in lines] == [
        "data/agencies/b.yml",
        "data/agencies/d.yml",
    ]


def test_bodies_that_take_over_from_one_another() -> None:
    agencies = [an_agency(id="old", successor="new"), an_agency(id="new", successor="old")]
    [line] = map(str, reference_cycles.check(a_catalogue(agencies=agencies)))
    assert line.startswith("data/agencies/old.yml:5:12: successor: goes round in a circle: old →")


def test_a_programme_that_is_part_of_itself() -> None:
    assert programmes(fund="fund") == [
        f"data/programmes/fund.yml:5:10: part_of: names itself {PART}"
    ]


def test_programmes_that_are_parts_of_one_another() -> None:
    """The park has two parts; that it is part of one of them is the mistake."""
    assert programmes(centre="park", hall="park", park="centre") == [
        "data/programmes/park.yml:5:10: part_of: goes round in a circle: park → centre → park "
        f"{PART}"
    ]


@pytest.mark.parametrize("length", [2, 3, 10])
def test_a_circle_of_any_length_is_one_problem(length: int) -> None:
    names = [f"p{number}" for number in range(length)]
    wholes = dict(zip(names, names[1:] + names[:1], strict=True))
    [line] = programmes(**wholes)
    assert line.count("→") == length
