"""Who belongs to whom, and what agencies became."""

from datetime import date

from builders import a_catalogue, a_founding, a_sea_event_list, an_agency

from generator.model.agency import Agency
from generator.model.event import EventList
from generator.resolve.organisation_tree import Node, agency_changes, organisation_trees
from generator.resolve.resolve import Records, resolve
from generator.resolve.timeline import timeline


def records(*agencies: Agency, events: tuple[EventList, ...] = ()) -> Records:
    made = a_catalogue(agencies=[an_agency(), *agencies], datasets=[], events=events)
    return resolve(made, date(2026, 6, 1))


def shape(node: Node) -> object:
    """Identifiers, nested as the tree is."""
    return node.agency.id, [shape(part) for part in node.parts]


def an(id: str, **changes: str) -> Agency:
    return an_agency(id=id, name=id, **changes)


def test_a_tree_for_each_agency_with_parts_and_none_for_those_alone() -> None:
    """`sea` and `alone` are in none."""
    found = records(
        an("bureau", kind="bureau"),
        an("office", kind="office", parent="bureau"),
        an("unit", kind="unit", parent="office"),
        an("alone"),
        an("council", kind="council"),
        an("panel", kind="committee", parent="council"),
    )
    assert [shape(tree) for tree in organisation_trees(found.agencies)] == [
        ("bureau", [("office", [("unit", [])])]),
        ("council", [("panel", [])]),
    ]


def test_agencies_that_belong_to_each_other_are_in_no_tree() -> None:
    found = records(an("a", parent="b"), an("b", parent="a"))
    assert organisation_trees(found.agencies) == ()


def test_a_former_agency_is_marked() -> None:
    [tree] = organisation_trees(records(an("old", kind="former", parent="sea")).agencies)
    assert (tree.former, [part.former for part in tree.parts]) == (False, [True])


def test_changes_are_what_events_tell_and_else_the_words_of_a_former_agency() -> None:
    """Plans, events of other kinds and former agencies of which nothing is said are none."""
    found = records(
        an("merged", kind="former", summary="併入海風觀測署。"),
        an("silent", kind="former"),
        an("renamed", kind="former", summary="已改名。"),
        an("founded", summary="新設。"),
        an("planned"),
        events=(
            a_sea_event_list(a_founding(id="e-1", kind="renamed", date="2020"), id="renamed"),
            a_sea_event_list(a_founding(id="e-2"), id="founded"),
            a_sea_event_list(a_founding(id="e-3", kind="reorganised", planned=True), id="planned"),
        ),
    )
    entries = timeline(found.events, found.programmes, found.as_of)
    told = [
        (it.agency.id, [e.id for e in it.entries]) for it in agency_changes(found.agencies, entries)
    ]
    assert told == [("merged", []), ("renamed", ["e-1"])]
