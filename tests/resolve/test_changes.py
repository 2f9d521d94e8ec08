"""Two editions held against each other: invented ones, and the project's own fact sheets."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from budgets import a_budget_catalogue, a_held_budget
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_locator,
    a_name,
    a_name_list,
    a_quoted_locator,
    a_section,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    catalogue_of_the_project,
)
from data_today import records

from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.figure import FigureList
from generator.model.programme import Programme
from generator.model.statement import Statement
from generator.resolve.change_types import DatasetChange, EditionChanges, FigureChange
from generator.resolve.changes import compare_editions, edition_pairs
from generator.resolve.resolve import Records, resolve

DAY = date(2026, 1, 1)
OLD, NEW, THIRD = "sea-facts-1", "sea-facts-2", "sea-estimates"


def facts(id: str, **changes: Any) -> Document:
    return a_document(id=id, kind="fact-sheet", publisher=None, date=None, sections=[], **changes)


def changes(records: Records, old: str = OLD, new: str = NEW) -> EditionChanges:
    documents = {it.document.id: it for it in records.documents}
    return compare_editions(records, documents[old], documents[new])


def resolved(*, complete: bool = True, **kinds: Any) -> Records:
    """Two invented fact sheets, and another document, with whatever a test puts into them;
    `complete` tells of the newer one."""
    named = [a_locator(document=it) for it in (OLD, NEW)]
    agencies = kinds.pop("agencies", [an_agency(locators=named)])
    third = a_document(id=THIRD, kind="estimates", publisher=None, date=None, sections=[])
    documents = [facts(OLD), facts(NEW, complete=complete), third]
    made = a_catalogue(documents=documents, agencies=agencies, datasets=[], **kinds)
    return resolve(made, DAY)


def a_figure(document: str, value: int, **changed: Any) -> dict[str, Any]:
    fields = {"id": f"sea-{document}", "measure": "projects-approved", "value": value}
    fields |= {"unit": "project", "qualifier": "exact", "printed": str(value)}
    return fields | {"document": document, "line": 7} | changed


def figures_of(*figures: dict[str, Any], note: str | None = None) -> Records:
    breaks = [{"measure": "projects-approved", "note": note}] if note else []
    fields = {"id": "sea", "script": "zh-Hant", "subject": "agency", "breaks": breaks}
    return resolved(figures=[FigureList.model_validate(fields | {"figures": list(figures)})])


def figure_change(
    old: dict[str, Any], new: dict[str, Any], note: str | None = None
) -> FigureChange:
    """The one pair of figures of two documents."""
    records = figures_of(a_figure(OLD, **old), a_figure(NEW, **new), note=note)
    [change] = changes(records).figures
    return change


# --- figures ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ({"value": 3}, {"value": 4, "qualifier": "about"}, "value"),
        ({"value": 3}, {"value": 3, "unit": "scheme"}, "value"),
        ({"value": 3}, {"value": 3, "qualifier": "about", "as_of": "2025"}, "qualifier"),
        ({"value": 3, "as_of": "2024"}, {"value": 3, "as_of": "2025"}, "as-of"),
        ({"value": 3, "as_of": "2024"}, {"value": 3, "as_of": "2024"}, "same"),
        (
            {"value": 3, "value_max": 5, "qualifier": "range"},
            {"value": 3, "value_max": 6, "qualifier": "range"},
            "value",
        ),
    ],
)
def test_a_figure_changes_in_value_then_in_qualifier_then_in_its_day(
    old: dict[str, Any], new: dict[str, Any], kind: str
) -> None:
    change = figure_change(old, new)
    assert change.kind == kind
    assert (change.old.source.document.id, change.old.source.line) == (OLD, 7)
    assert (change.new.source.document.id, change.new.source.line) == (NEW, 7)


@pytest.mark.parametrize(
    ("old", "new", "difference", "more"),
    [
        ({"value": 64065}, {"value": 78701}, 14636, True),
        ({"value": 18, "unit": "percent"}, {"value": 17, "unit": "percent"}, 1, False),
        (
            {"value": 400, "qualifier": "about"},
            {"value": 530, "qualifier": "about"},
            130,
            True,
        ),
    ],
)
def test_how_far_apart_two_alike_figures_are(
    old: dict[str, Any], new: dict[str, Any], difference: int, more: bool
) -> None:
    change = figure_change(old, new)
    assert change.difference is not None
    assert change.difference.value == difference
    assert change.difference.qualifier == change.new.qualifier
    assert change.is_increase is more


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"value": 47000, "qualifier": "over"}, {"value": 42000, "qualifier": "about"}),
        ({"value": 450, "qualifier": "over"}, {"value": 530, "qualifier": "over"}),
        ({"value": 3}, {"value": 4, "qualifier": "about"}),
        ({"value": 3}, {"value": 4, "unit": "scheme"}),
        ({"value": 3}, {"value": 3}),
    ],
)
def test_figures_that_leave_their_difference_open(old: dict[str, Any], new: dict[str, Any]) -> None:
    """ "Over 450" and "over 530" may be anything apart."""
    assert figure_change(old, new).difference is None


def test_across_a_break_nothing_is_subtracted() -> None:
    change = figure_change({"value": 16}, {"value": 15}, "對象不同。")
    assert change.kind == "value"
    assert change.difference is None
    assert change.note is not None
    assert change.note.text == "對象不同。"


def test_a_figure_of_one_document_alone() -> None:
    made = changes(figures_of(a_figure(OLD, 18), a_figure(NEW, 2, measure="quotas")))
    assert made.figures == ()
    assert [it.value for it, _ in made.older.figures] == [18]
    assert [it.value for it, _ in made.newer.figures] == [2]


# --- names, conditions, bodies ------------------------------------------------------------------


def test_a_noted_change_of_name_and_one_that_the_terminology_shows() -> None:
    spots = [
        {"document": OLD, "line": 4, "printed": "旧署"},
        {"document": NEW, "line": 5, "printed": "新署"},
    ]
    noted = {
        "id": "sea-names",
        "about": ["sea"],
        "what": "改名",
        "shown_as": "同一機構",
        "level": "fact",
    }
    errata = {"id": "name-change", "script": "zh-Hant", "errata": [noted | {"locators": spots}]}
    office = a_name(
        stands=[{"document": NEW, "lines": [9, 10]}],
        printed=[{"form": "海风处", "document": OLD, "lines": [8]}],
    )
    width = a_name(
        **{"id": "wide", "zh-Hant": "甲（乙）", "zh-Hans": "甲（乙）"},
        stands=[{"document": OLD, "lines": [1]}],
        printed=[{"form": "甲(乙)", "document": NEW, "lines": [2]}],
    )
    records = resolved(
        errata=[ErratumList.model_validate(errata)],
        terminology=a_terminology(names=[a_name_list(office, width)]),
    )
    first, second = changes(records).names
    assert [ref.id for ref in first.about] == ["sea"]
    assert [it.printed.text for it in (*first.old, *first.new)] == ["旧署", "新署"]
    assert [(it.printed.text, it.source.line) for it in (*second.old, *second.new)] == [
        ("海风处", 8),
        ("海风办公室", 9),
    ]
    assert [ref.kind for ref in second.about] == ["terminology"]


def noted_names(old: str, new: str, *names: Any) -> list[list[str]]:
    """What is told of a change of name of the agency that is noted with these printed words."""
    spots = [
        {"document": document, "line": 4, "printed": printed}
        for document, printed in ((OLD, old), (NEW, new))
    ]
    noted = {
        "id": "sea-names",
        "about": ["sea", "office"],
        "what": "名稱",
        "shown_as": "並列",
        "level": "fact",
    }
    errata = {"id": "name-change", "script": "zh-Hant", "errata": [noted | {"locators": spots}]}
    records = resolved(
        errata=[ErratumList.model_validate(errata)],
        terminology=a_terminology(names=[a_name_list(*names)] if names else []),
    )
    return [
        [it.printed.text for it in (*change.old, *change.new)] for change in changes(records).names
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("即「海风办公室」", "即海风办公室"),
        ("海风办公室（海风办）", "海风办公室(海风办)"),
        ("海风 办公室", "海风办公室"),
        ("前称风浪处的海风办公室", "海风办公室由署长主持"),
    ],
)
def test_a_name_that_both_editions_print_has_not_changed(old: str, new: str) -> None:
    """Whatever is noted of it, such as what a third document prints."""
    office = a_name(id="office", stands=[{"document": it, "lines": [4]} for it in (OLD, NEW)])
    assert noted_names(old, new, office) == []


def test_a_name_that_only_grew_longer_has_changed() -> None:
    """The short one is a part of the long one, and yet another form."""
    office = a_name(
        **{"id": "office", "zh-Hant": "海風超算中心", "zh-Hans": "海风超算中心"},
        stands=[{"document": NEW, "lines": [4]}],
    )
    assert noted_names("超算中心", "海风超算中心", office) == [["超算中心", "海风超算中心"]]


def test_marks_around_a_name_are_no_other_name() -> None:
    quoted = a_name(
        stands=[{"document": NEW, "lines": [9]}],
        printed=[{"form": "海风『办公室』", "document": OLD, "lines": [8]}],
    )
    made = changes(resolved(terminology=a_terminology(names=[a_name_list(quoted)])))
    assert made.names == ()


def condition(kind: str, text: str, document: str, line: int) -> dict[str, Any]:
    place = {"document": document, "line": line}
    return {"kind": kind, "text": text, "printed": text} | place


def test_conditions_by_their_kind() -> None:
    terms = [
        condition("eligibility", "漁民", OLD, 1),
        condition("eligibility", "漁民和船員", NEW, 2),
        condition("coverage", "全港", OLD, 3),
        condition("coverage", "全港", NEW, 4),
        condition("matching", "一對一", NEW, 5),
        condition("limit", "一次", OLD, 6),
    ]
    programme = Programme.model_validate(
        {
            "id": "boats",
            "script": "zh-Hant",
            "name": "船隻計劃",
            "kind": "enterprise-funding",
            "terms": terms,
            "locators": [{"document": OLD, "line": 1}],
        }
    )
    made = changes(resolved(programmes=[programme]))
    [changed] = made.conditions
    assert [it.text.text for it in (*changed.old, *changed.new)] == ["漁民", "漁民和船員"]
    [same] = made.same_conditions
    assert (same.kind.code, same.old[0].source.line, same.new[0].source.line) == ("coverage", 3, 4)
    assert [it.kind.code for _, it in made.newer.conditions] == ["matching"]
    assert [it.kind.code for _, it in made.older.conditions] == ["limit"]
    # Facts of the newer document speak of it, even where no locator names it.
    assert [it.subject.id for it in made.older.bodies] == []


def conditions_of(*terms: dict[str, Any]) -> EditionChanges:
    """Of a programme that both editions name."""
    programme = {
        "id": "boats",
        "script": "zh-Hant",
        "name": "船隻計劃",
        "kind": "enterprise-funding",
        "terms": list(terms),
        "locators": [{"document": it, "line": 1} for it in (OLD, NEW)],
    }
    return changes(resolved(programmes=[Programme.model_validate(programme)]))


def test_a_condition_whose_words_stand_in_another_order_is_the_same() -> None:
    """Nor do the words matter that are printed, as long as they mean the same."""
    made = conditions_of(
        condition("eligibility", "初創企業、中小企和學生", OLD, 1),
        condition("eligibility", "學生、中小企和初創企業", NEW, 2),
        condition("coverage", "全港", OLD, 3) | {"printed": "香港各区"},
        condition("coverage", "全港", NEW, 4) | {"printed": "全港各处"},
    )
    assert made.conditions == ()
    assert [it.kind.code for it in made.same_conditions] == ["eligibility", "coverage"]
    assert (made.older.conditions, made.newer.conditions) == ((), ())


def test_a_kind_of_fact_that_nobody_looked_for_in_an_edition_is_not_missing_there() -> None:
    """No record has a condition, a number or an event of the newer one."""
    made = conditions_of(condition("limit", "一次", OLD, 6))
    assert made.older.conditions == ()
    assert changes(figures_of(a_figure(OLD, 18))).older.figures == ()
    assert events_of(an_event("c1", OLD, "舉行")).older.events == ()


def test_a_basis_in_other_words_is_no_change() -> None:
    change = figure_change({"value": 3, "basis": "每宗"}, {"value": 3, "basis": "每宗申請"})
    assert change.kind == "same"


def test_a_body_whose_name_a_document_prints_is_mentioned_there() -> None:
    """Though its record gives no line of it."""
    gone = an_agency(id="sea-office", name=None, locators=[a_locator(document=OLD)])
    name = a_name(stands=[{"document": NEW, "lines": [4]}])
    made = changes(resolved(agencies=[gone], terminology=a_terminology(names=[a_name_list(name)])))
    assert made.older.bodies == ()


def test_bodies_that_one_document_alone_names() -> None:
    agencies = [
        an_agency(id="both", locators=[a_locator(document=it) for it in (OLD, NEW)]),
        an_agency(id="gone", locators=[a_locator(document=OLD, line=2)]),
        an_agency(id="come", locators=[a_locator(document=NEW, line=it) for it in (4, 5)]),
    ]
    made = changes(resolved(agencies=agencies))
    assert [(it.subject.id, len(it.sources)) for it in made.older.bodies] == [("gone", 1)]
    assert [(it.subject.id, len(it.sources)) for it in made.newer.bodies] == [("come", 2)]


# --- events -------------------------------------------------------------------------------------


def an_event(id: str, document: str, what: str, **changed: Any) -> dict[str, Any]:
    fields = {"id": id, "kind": "opened", "date": "2024", "what": what, "document": document}
    return fields | {"line": 3} | changed


def events_of(*events: dict[str, Any]) -> EditionChanges:
    fields = {"id": "sea", "script": "zh-Hant", "subject": "agency", "events": list(events)}
    return changes(resolved(events=[EventList.model_validate(fields)]))


def test_a_promise_stands_beside_its_outcome_and_nowhere_else() -> None:
    made = events_of(
        an_event("plan", OLD, "將啟用", planned=True, outcome="done"),
        an_event("done", NEW, "已啟用", date="2025-03"),
    )
    [promise] = made.promises
    assert (promise.old.what.text, promise.new.what.text) == ("將啟用", "已啟用")
    assert (made.older.events, made.newer.events) == ((), ())


def test_a_promise_of_which_only_a_third_document_tells_the_end_is_not_dropped() -> None:
    """The newer edition is silent, yet what came of it is known."""
    made = events_of(
        an_event("plan", OLD, "將啟用", planned=True, outcome="done"),
        an_event("done", THIRD, "已啟用", date="2025-03"),
    )
    [promise] = made.promises
    assert (promise.old.id, promise.new.id) == ("plan", "done")
    assert promise.new.source.document.id == THIRD
    assert (made.older.events, made.newer.events) == ((), ())


def test_a_promise_that_both_make_is_the_same_whoever_tells_its_end() -> None:
    made = events_of(
        an_event("plan-1", OLD, "將啟用", planned=True, outcome="done"),
        an_event("plan-2", NEW, "將啟用", planned=True, outcome="done"),
        an_event("done", THIRD, "已啟用", date="2025-03"),
    )
    assert [(it.old.id, it.new.id) for it in made.same_events] == [("plan-1", "plan-2")]
    assert made.promises == made.older.events == made.newer.events == ()


def test_one_happening_told_alike_told_otherwise_and_told_once() -> None:
    made = events_of(
        an_event("a1", OLD, "啟用"),
        an_event("a2", NEW, "啟用"),
        an_event("b1", OLD, "成立", kind="founded"),
        an_event("b2", NEW, "獲成立", kind="founded"),
        an_event("c1", OLD, "舉行", kind="held"),
        an_event("c2", NEW, "舉行", kind="held", date="2025"),
    )
    assert [(it.old.id, it.new.id) for it in made.same_events] == [("a1", "a2")]
    assert [(it.old.id, it.new.id) for it in made.reworded] == [("b1", "b2")]
    assert [it.id for it in made.older.events] == ["c1"]
    assert [it.id for it in made.newer.events] == ["c2"]


# --- open data plans ----------------------------------------------------------------------------

PLANNED: dict[str, Any] = {"section": "A.ii", "status": "planned", "date": "2025-03", "line": 20}


def plan(id: str, year: int, rows: int, planned: int) -> Document:
    sections = [a_section(rows=rows), a_section(code="A.ii", line=9, rows=planned)]
    return a_document(id=id, date=f"{year}-12", sections=sections)


def plan_changes(
    old: dict[str, Any] | None, new: dict[str, Any] | None, script: str = "zh-Hans"
) -> EditionChanges:
    """The default dataset in two plans, or in one of them."""
    listings = [
        a_listing(document=document, **fields)
        for document, fields in (("plan-1", old), ("plan-2", new))
        if fields is not None
    ]
    plans = [plan("plan-1", 2024, 1, 1), plan("plan-2", 2025, 1, 1)]
    plans[1] = plans[1].model_copy(update={"script": script})
    agencies = [an_agency(locators=[a_locator(document=it.id) for it in plans])]
    made = a_catalogue(documents=plans, agencies=agencies, datasets=[a_dataset(listings=listings)])
    return changes(resolve(made, DAY), "plan-1", "plan-2")


def dataset_change(old: dict[str, Any], new: dict[str, Any], **more: Any) -> DatasetChange:
    [change] = plan_changes(old, new, **more).datasets
    return change


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        ({}, {}, ()),
        (PLANNED, {}, ("status",)),
        (PLANNED, PLANNED | {"date": "2026-01"}, ("date",)),
        (PLANNED, PLANNED | {"section": "B.ii"}, ("section",)),
        ({}, {"frequency_printed": "每季"}, ("frequency-cell",)),
        ({"name": "潮水时间"}, {}, ("name",)),
        ({"description": "潮水"}, {}, ("description",)),
        (
            PLANNED | {"name": "潮水"},
            {"frequency_printed": "每季"},
            ("status", "frequency-cell", "name"),
        ),
    ],
)
def test_what_differs_in_a_dataset_that_both_plans_list(
    old: dict[str, Any], new: dict[str, Any], aspects: tuple[str, ...]
) -> None:
    change = dataset_change(old, new)
    assert change.aspects == aspects
    assert change.released is (old.get("status") == "planned" and "status" not in new)
    assert [it.document.id for it in (change.old, change.new)] == ["plan-1", "plan-2"]


def test_texts_in_two_scripts_are_not_taken_to_differ() -> None:
    made = plan_changes({"frequency_printed": "每两年"}, {"frequency_printed": "每兩年"}, "zh-Hant")
    assert made.datasets[0].aspects == ()
    assert not made.frequencies_compared


def test_a_dataset_that_one_plan_alone_lists() -> None:
    gone, come = plan_changes(PLANNED, None), plan_changes(None, {})
    assert [(it.id, at.line) for it, at in gone.older.datasets] == [("sea-tides", 20)]
    assert [(it.id, at.status) for it, at in come.newer.datasets] == [("sea-tides", "released")]
    assert (gone.newer.datasets, come.older.datasets, gone.datasets) == ((), (), ())


# --- editions -----------------------------------------------------------------------------------


def test_editions_are_of_one_kind_and_publisher_in_the_order_of_their_dates() -> None:
    named = [a_locator(document="plan-a")]
    agencies = [an_agency(locators=named), an_agency(id="bay", locators=named)]
    documents = [
        a_document(id="plan-c", date="2022"),
        a_document(id="plan-a", date="2024"),
        a_document(id="plan-b", date="2023"),
        a_document(id="bay-plan", publisher="bay"),
        facts("facts-b"),
        facts("facts-a"),
        facts("sea-facts-a").model_copy(update={"publisher": "sea"}),
    ]
    made = a_catalogue(documents=documents, agencies=agencies, datasets=[])
    pairs = [(old.document.id, new.document.id) for old, new in edition_pairs(resolve(made, DAY))]
    assert pairs == [("facts-a", "facts-b"), ("plan-c", "plan-b"), ("plan-b", "plan-a")]


# --- the project's own fact sheets --------------------------------------------------------------


SHEETS = ("factsheet-2024", "factsheet-2025")
"""Documents of those years, which will not become others."""


@cache
def of_the_project() -> EditionChanges:
    return changes(resolve(catalogue_of_the_project(), DAY), *SHEETS)


def project_figure(subject: str, measure: str) -> FigureChange:
    [change] = [
        it
        for it in of_the_project().figures
        if (it.new.subject.id, it.new.measure.code) == (subject, measure)
    ]
    return change


def pairs() -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Of every measure that both fact sheets print once: its subject, and both numbers."""
    for subject, each in records("figures").items():
        told: dict[str, list[dict[str, str]]] = {}
        for it in each["figures"]:
            if it["document"] in SHEETS:
                told.setdefault(it["measure"], []).append(it)
        for figures in told.values():
            found = sorted(figures, key=lambda it: it["document"])
            if [it["document"] for it in found] == list(SHEETS):
                yield subject, *found


@pytest.mark.today
def test_what_changed_between_the_two_fact_sheets() -> None:
    """Each number that differs, and the difference where both are exact and may be compared."""
    told = 0
    for subject, old, new in pairs():
        if all(old.get(it) == new.get(it) for it in ("value", "value_max", "qualifier")):
            continue
        change = project_figure(subject, old["measure"])
        assert change.kind == "value"
        assert (change.old.qualifier, str(change.old.value)) == (old["qualifier"], old["value"])
        assert (change.new.qualifier, str(change.new.value)) == (new["qualifier"], new["value"])
        told += 1
        if change.difference:
            assert change.difference.value == abs(int(new["value"]) - int(old["value"]))
            assert old["qualifier"] == new["qualifier"]
    assert told > 5


@pytest.mark.today
def test_a_break_of_the_fact_sheets_is_noted() -> None:
    broken = {
        (subject, it["measure"])
        for subject, each in records("figures").items()
        for it in each.get("breaks", ())
    }
    changes = [it for it in of_the_project().figures if it.kind == "value"]
    noted = [it for it in changes if (it.new.subject.id, it.new.measure.code) in broken]
    assert all(it.note for it in noted)
    assert noted


@pytest.mark.today
def test_what_one_fact_sheet_prints_alone() -> None:
    """No measure of a subject stands both alone and among what changed."""
    printed = {
        document: {
            (subject, it["measure"])
            for subject, each in records("figures").items()
            for it in each["figures"]
            if it["document"] == document
        }
        for document in SHEETS
    }
    older, newer = (
        {(it.subject.id, it.measure.code) for it, _ in side.figures}
        for side in (of_the_project().older, of_the_project().newer)
    )
    assert printed[SHEETS[0]] - printed[SHEETS[1]] <= older
    assert printed[SHEETS[1]] - printed[SHEETS[0]] <= newer
    assert older
    assert newer


@pytest.mark.today
def test_promises_of_the_older_fact_sheet_and_their_outcomes() -> None:
    """Each planned event of the older one with the outcome that the newer one tells."""
    events = {it["id"]: it for each in records("events").values() for it in each["events"]}
    wanted = {
        (it.get("date"), events[it["outcome"]].get("date"))
        for it in events.values()
        if it["document"] == SHEETS[0]
        and it.get("planned") == "true"
        and "outcome" in it
        and events[it["outcome"]]["document"] == SHEETS[1]
    }
    kept = {(it.old.date, it.new.date) for it in of_the_project().promises}
    assert set() != wanted <= kept


@pytest.mark.today
def test_names_of_the_fact_sheets_that_differ() -> None:
    """A change that is noted is told where one name stands in one sheet alone, and another in the
    other."""
    printed: dict[str, set[str]] = {}
    for kind in records("terminology/names").values():
        for name in kind["names"]:
            places = (*name.get("stands", ()), *name.get("printed", ()))
            printed[name["id"]] = {it["document"] for it in places}
    wanted = {
        about
        for it in records("errata")["name-change"]["errata"]
        if {at["document"] for at in it["locators"]} == set(SHEETS)
        and {SHEETS[0], SHEETS[1]}
        == {sheet for about in it["about"] for sheet in printed.get(about, set()) & set(SHEETS)}
        and not any(printed.get(about, set()) >= set(SHEETS) for about in it["about"])
        for about in it["about"]
    }
    named = {ref.id for change in of_the_project().names for ref in change.about}
    assert set() != wanted <= named


@pytest.mark.today
def test_plans_of_two_publishers_are_no_editions() -> None:
    documents = records("documents")
    made = edition_pairs(resolve(catalogue_of_the_project(), DAY))
    found = [(old.document.id, new.document.id) for old, new in made]
    assert SHEETS in found
    for old, new in found:
        assert documents[old].get("publisher") == documents[new].get("publisher")


def test_the_estimates_of_two_heads_are_no_editions() -> None:
    """One bureau may have several heads."""
    budgets = [
        a_held_budget(id="sea-a"),
        a_held_budget(id="sea-b"),
        a_held_budget({'head: "9"': 'head: "8"'}, id="sea-c"),
    ]
    found = edition_pairs(resolve(a_budget_catalogue(budgets), DAY))
    assert [(old.document.id, new.document.id) for old, new in found] == [("sea-a", "sea-b")]


# --- statements ---------------------------------------------------------------------------------


def test_what_only_one_edition_states() -> None:
    """What a third document says as well is no less new or gone."""

    def said(id: str, *documents: str) -> Statement:
        spots = [a_quoted_locator(document=it) for it in documents]
        return a_statement(id=id, text=f"{id}。", locators=spots)

    statements = [said("both", OLD, NEW), said("new", NEW, THIRD), said("old", OLD)]
    statements.append(said("third", THIRD))
    held = a_statement_list(*statements, id="sea", subject="agency")
    made = changes(resolved(statements=[held]))
    assert [it.id for it in made.newer.statements] == ["new"]
    assert [it.id for it in made.older.statements] == ["old"]
    assert [it.id for it in made.same_statements] == ["both"]


# --- an edition that is not complete ------------------------------------------------------------


@pytest.mark.parametrize("complete", [True, False])
def test_nothing_is_gone_from_an_edition_that_is_not_complete(complete: bool) -> None:
    """Not everything of it is recorded yet: what is missing may well stand in it."""
    observed = a_statement(id="sea-observes", locators=[a_quoted_locator(document=OLD)])
    still = a_statement(id="sea-still", locators=[a_quoted_locator(document=NEW)])
    named_in_the_older = an_agency(id="tide", locators=[a_locator(document=OLD)])
    found = changes(
        resolved(
            complete=complete,
            agencies=[an_agency(locators=[a_locator(document=NEW)]), named_in_the_older],
            statements=[a_statement_list(observed, still, id="sea", subject="agency")],
        )
    )
    assert [it.subject.id for it in found.older.bodies] == (["tide"] if complete else [])
    assert [it.id for it in found.older.statements] == (["sea-observes"] if complete else [])
    assert [it.id for it in found.newer.statements] == ["sea-still"]


def test_fewer_conditions_are_no_change_while_an_edition_is_not_complete() -> None:
    def conditions(document: str, *texts: str) -> list[dict[str, Any]]:
        fields = {"kind": "eligibility", "printed": "渔民", "document": document, "line": 1}
        return [{**fields, "text": text} for text in texts]

    grant = Programme.model_validate(
        {
            "id": "sea-grant",
            "script": "zh-Hant",
            "name": "海產資助計劃",
            "kind": "enterprise-funding",
            "locators": [{"document": OLD, "line": 1}],
            "terms": [*conditions(OLD, "漁民", "船東"), *conditions(NEW, "漁戶")],
        }
    )
    assert len(changes(resolved(programmes=[grant])).conditions) == 1
    assert changes(resolved(complete=False, programmes=[grant])).conditions == ()
