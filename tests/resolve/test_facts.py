"""What the documents say, by whom it is about: order, changes, outcomes, and who has which part."""

from datetime import date
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_condition,
    a_document,
    a_figure,
    a_figure_list,
    a_locator,
    a_name,
    a_name_list,
    a_programme,
    a_spot,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
)

from generator.model.figure import Figure
from generator.model.wording import Wording
from generator.resolve.fact_types import SeriesRecord
from generator.resolve.record_reference import Label, Ref
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records, resolve

HANT, HANS = "zh-Hant", "zh-Hans"
EDITIONS = [
    a_document(id="facts-2024", kind="fact-sheet", date=None, sections=[]),
    a_document(id="facts-2025", kind="fact-sheet", date=None, sections=[]),
    a_document(),
]


def with_facts(**kinds: Any) -> Records:
    """The default programme and what is given, in two fact sheets and the plan."""
    fields = {"programmes": [a_programme()], "documents": EDITIONS} | kinds
    return resolve(a_catalogue(**fields), date(2026, 1, 1))


def programme(**kinds: Any) -> ProgrammeRecord:
    [made] = with_facts(**kinds).programmes
    return made


def edition(year: int, **changes: Any) -> Figure:
    """The figure as the fact sheet of that year has it."""
    return a_figure(**{"id": f"f-{year}", "document": f"facts-{year}"} | changes)


def series(*figures: Figure, **changes: Any) -> SeriesRecord:
    [made] = programme(figures=[a_figure_list(*figures, **changes)]).facts.series
    return made


# --- series -------------------------------------------------------------------------------------


def test_a_series_has_the_newest_edition_last_however_it_is_typed() -> None:
    made = series(edition(2025, value=2), edition(2024, value=1))
    assert made.id == "sea-grant-ceiling"
    assert made.subject == Ref("programmes", "sea-grant", Wording("海產資助計劃", HANT))
    assert made.measure == Label("ceiling", Wording("資助上限", HANT))
    assert [(it.id, it.value) for it in made.figures] == [("f-2024", 1), ("f-2025", 2)]
    assert made.newest.id == "f-2025"
    assert {it.series for it in made.figures} == {"sea-grant-ceiling"}


def test_the_newest_number_is_that_of_the_newest_day_whatever_its_document_is_called() -> None:
    """`head-135-2025-26` sorts behind `factsheet-2025`, yet its numbers may be older."""
    made = series(
        edition(2025, as_of="2025-03-31", value=2), edition(2024, as_of="2025-06", value=3)
    )
    assert [it.id for it in made.figures] == ["f-2025", "f-2024"]


def test_a_number_without_a_day_is_as_old_as_its_document() -> None:
    """A printed date, or the newest day that the document reports as past."""
    reported = an_event(id="reported", document="facts-2025", date="2022-12")
    to_come = an_event(id="to-come", document="facts-2025", date="2023-11", planned=True)
    records = with_facts(
        figures=[a_figure_list(a_figure(id="of-plan"), edition(2025), edition(2024, as_of="2021"))],
        events=[an_event_list(reported, to_come)],
    )
    [made] = records.series
    assert [it.id for it in made.figures] == ["f-2024", "f-2025", "of-plan"]
    days = {key: it.isoformat() for key, it in records.edition_days.items()}
    assert days == {
        "facts-2024": "2021-12-31",
        "facts-2025": "2022-12-31",
        "sea-plan": "2024-12-31",
    }


def test_an_undated_document_stands_for_the_time_until_which_it_says_that_it_reports() -> None:
    """Whatever the newest of its own numbers is, and however new other documents are."""
    undated = a_document(
        id="undated", kind="fact-sheet", date=None, reports_until="2023-06", sections=[]
    )
    catalogue = a_catalogue(
        documents=[a_document(), undated],
        programmes=[a_programme()],
        figures=[a_figure_list(a_figure(document="undated", as_of="2021"))],
    )
    days = resolve(catalogue, date(2026, 1, 1)).edition_days
    assert days == {"sea-plan": date(2024, 12, 31), "undated": date(2023, 6, 30)}


def test_a_number_of_one_document_belongs_to_no_series() -> None:
    assert series(a_figure()).newest.series is None


def test_series_stand_in_the_order_of_their_measures() -> None:
    """The vocabulary lists `ceiling` before `duration`, and `projects-approved` after both."""
    figures = [
        a_figure(id="c", measure="projects-approved"),
        a_figure(id="b", measure="duration"),
        a_figure(id="a"),
    ]
    made = programme(figures=[a_figure_list(*figures)]).facts.series
    assert [it.measure.code for it in made] == ["ceiling", "duration", "projects-approved"]


def test_a_measure_that_is_a_condition_says_under_which_kind_it_stands() -> None:
    figures = [
        a_figure(id="a", measure="ceiling-per-project"),
        a_figure(id="b", measure="projects-approved"),
    ]
    made = programme(figures=[a_figure_list(*figures)]).facts.series
    assert [it.term and it.term.code for it in made] == ["ceiling", None]
    assert made[0].term == Label("ceiling", Wording("資助上限", HANT))


def test_a_figure_keeps_what_the_document_prints_in_the_documents_script() -> None:
    made = series(a_figure(as_of="2024-03", basis="每間公司", line=21)).newest
    assert made.printed == Wording("500万元", HANS, None, "sea-plan")
    assert made.basis == Wording("每間公司", HANT)
    assert (made.source.document.id, made.source.line, made.as_of) == ("sea-plan", 21, "2024-03")
    assert made.qualifier_pattern == Wording("{n}", HANT)


def test_a_reader_is_told_why_a_number_is_not_as_printed() -> None:
    """Wherever it is said what is counted: no page shows the one without the other."""
    made = series(a_figure(basis="每間公司", differs="文件印錯。")).newest
    assert made.basis == Wording("每間公司；文件印錯。", HANT)
    alone = series(a_figure(differs="文件印錯。")).newest
    assert alone.basis == Wording("文件印錯。", HANT)
    reason = {"zh-Hant": "文件印錯。", "zh-Hans": "文件印错。"}
    both = series(a_figure(basis={"zh-Hant": "每間", "zh-Hans": "每间"}, differs=reason)).newest
    assert both.basis == Wording("每間；文件印錯。", HANT, "每间；文件印错。")


def test_a_reader_is_told_why_an_event_or_a_condition_is_not_as_printed() -> None:
    event = an_event(what="基金成立", differs="日期取自新聞稿")
    made = programme(events=[an_event_list(event)]).facts.events
    assert [it.what for it in made] == [Wording("基金成立；日期取自新聞稿", HANT)]
    condition = a_condition(text="資助兩年", differs="文件印作二十年")
    shown = programme(programmes=[a_programme(terms=[condition])]).conditions
    assert [it.text for it in shown] == [Wording("資助兩年；文件印作二十年", HANT)]


def test_a_reason_in_the_other_script_takes_nothing_away() -> None:
    event = an_event(what="基金成立", differs={"zh-Hans": "日期取自新闻稿"})
    made = programme(events=[an_event_list(event)]).facts.events
    assert [it.what for it in made] == [Wording("基金成立", HANT)]


OVER, RANGE = {"qualifier": "over"}, {"qualifier": "range", "value_max": 9_000_000}


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ({}, {}, "same"),
        ({}, {"value": 5_000_001}, "up"),
        ({}, {"value": 4_999_999}, "down"),
        # 「超過500萬」 and 「超過600萬」: the first may have been 700萬.
        (OVER, {"qualifier": "over", "value": 6_000_000}, "other"),
        (OVER, {"value": 6_000_000}, "other"),
        ({}, {"qualifier": "over", "value": 6_000_000}, "up"),
        ({"qualifier": "at-most"}, {"value": 6_000_000}, "up"),
        ({"qualifier": "at-most"}, {"value": 4_000_000}, "other"),
        ({"value": 9_500_000}, RANGE, "down"),
        # 「約500萬」 may have been more than what came after it.
        ({"qualifier": "about"}, {"qualifier": "over", "value": 6_000_000}, "other"),
        ({"qualifier": "about"}, {"value": 6_000_000}, "other"),
        ({}, {"qualifier": "about", "value": 6_000_000}, "other"),
        ({"qualifier": "about"}, {"qualifier": "about"}, "same"),
        # 「500萬」 and 「超過500萬」: whether it grew nobody can say.
        ({}, OVER, "other"),
        (RANGE, RANGE, "same"),
        ({}, RANGE, "other"),
        (RANGE, {"qualifier": "range", "value_max": 8_000_000}, "other"),
        ({"unit": "HKD"}, {"unit": "project", "value": 6}, "other"),
        ({"as_of": "2023-12"}, {"as_of": "2024-12"}, "same"),
    ],
)
def test_how_the_newest_number_stands_to_the_one_before(
    old: dict[str, Any], new: dict[str, Any], change: str
) -> None:
    assert series(edition(2024, **old), edition(2025, **new)).change == change


def test_the_same_number_of_something_else_is_no_same_number() -> None:
    old, new = edition(2024, unit="project"), edition(2025, unit="application")
    assert series(old, new).change == "other"
    assert series(old, new).is_changed


def test_a_number_alone_has_not_changed() -> None:
    assert series(a_figure()).change == "other"
    assert not series(a_figure()).is_changed


def test_numbers_that_cannot_be_held_against_each_other_have_not_changed() -> None:
    note = {"measure": "ceiling", "note": "較新版包括追加的款額。"}
    made = series(edition(2024), edition(2025, value=9_000_000), breaks=[note])
    assert made.note == Wording("較新版包括追加的款額。", HANT)
    assert made.change == "other"
    assert made.is_changed
    assert not series(edition(2024), edition(2025), breaks=[note]).is_changed


def test_only_the_two_newest_numbers_are_held_against_each_other() -> None:
    made = series(edition(2024, value=9), edition(2025, value=5), a_figure(value=7))
    assert [it.source.document.id for it in made.figures] == [
        "facts-2024",
        "facts-2025",
        "sea-plan",
    ]
    assert made.change == "up"


# --- events -------------------------------------------------------------------------------------


def events(*dates: str | None) -> list[str | None]:
    """The dates of events typed in this order, in the order of the page."""
    made = [an_event(id=f"e-{number}", date=date) for number, date in enumerate(dates)]
    return [it.date for it in programme(events=[an_event_list(*made)]).facts.events]


def test_events_stand_by_date_and_undated_ones_last() -> None:
    assert events(None, "2024-06-01", "2023", "2024-05") == ["2023", "2024-05", "2024-06-01", None]


def test_a_year_stands_before_its_months_and_a_month_before_its_days() -> None:
    assert events("2024-01-01", "2024-01", "2024") == ["2024", "2024-01", "2024-01-01"]


def test_a_quarter_stands_before_its_first_month() -> None:
    """EDTF writes the second quarter 2024-34, which as a text would come after December."""
    assert events("2024-12", "2024-34", "2024-04", "2024-03") == [
        "2024-03",
        "2024-34",
        "2024-04",
        "2024-12",
    ]


def test_an_event_of_one_day_keeps_the_order_of_its_identifiers() -> None:
    made = [an_event(id=name, date="2024") for name in ("b", "a")]
    found = programme(events=[an_event_list(*made)]).facts.events
    assert [it.id for it in found] == ["a", "b"]


def test_a_planned_event_has_the_outcome_that_another_record_reports() -> None:
    plan = an_event(id="plan", date="2024", planned=True, outcome="done", what="擬推出")
    done = an_event(id="done", date="2025-02", printed="2025年2月")
    lists = [an_event_list(plan), an_event_list(done, id="sea", subject="agency")]
    made = with_facts(events=lists)
    [found] = made.programmes[0].facts.events
    assert (found.planned, found.outcome and found.outcome.id) == (True, "done")
    assert found.outcome is not None
    assert found.outcome.subject == Ref("agencies", "sea", Wording("海風觀測署", HANT))
    assert found.outcome.printed == Wording("2025年2月", HANS, None, "sea-plan")
    [reported] = made.agencies[0].facts.events
    assert (reported.id, reported.outcome, reported.planned) == ("done", None, False)


# --- conditions ---------------------------------------------------------------------------------


def test_conditions_stand_in_the_order_of_their_kinds_and_then_as_typed() -> None:
    terms = [
        a_condition(kind="limit", text="c"),
        a_condition(kind="eligibility", text="b"),
        a_condition(kind="coverage", text="x"),
        a_condition(kind="eligibility", text="a"),
    ]
    made = programme(programmes=[a_programme(terms=terms)]).conditions
    assert [(it.kind.code, it.text.text) for it in made] == [
        ("eligibility", "b"),
        ("eligibility", "a"),
        ("coverage", "x"),
        ("limit", "c"),
    ]


def test_a_conditions_own_words_and_those_of_the_document_keep_their_scripts() -> None:
    [made] = programme(programmes=[a_programme(terms=[a_condition()])]).conditions
    assert made.text == Wording("漁民", HANT)
    assert made.printed == Wording("渔民可以申请", HANS, None, "sea-plan")
    assert (made.source.document.id, made.source.line) == ("sea-plan", 11)
    assert made.kind == Label("eligibility", Wording("誰可申請", HANT))


# --- errata -------------------------------------------------------------------------------------


def test_errata_stand_by_kind_and_each_is_told_by_those_it_concerns() -> None:
    """The vocabulary has contradictions before damage."""
    both = an_erratum(id="both", about=["sea-grant", "sea"])
    lists = [
        an_erratum_list(both, an_erratum(id="nobody")),
        an_erratum_list(an_erratum(id="first", about=["sea"]), id="contradiction"),
    ]
    made = with_facts(errata=lists)
    assert [(it.kind.code, it.id) for it in made.errata] == [
        ("contradiction", "first"),
        ("damage", "both"),
        ("damage", "nobody"),
    ]
    assert [it.id for it in made.programmes[0].facts.errata] == ["both"]
    assert [it.id for it in made.agencies[0].facts.errata] == ["first", "both"]


def test_an_erratum_quotes_each_place_in_the_script_of_its_document() -> None:
    documents = [*EDITIONS, a_document(id="new", script="zh-Hant", sections=[])]
    spots = [a_spot(), a_spot(document="new", line=3, printed="朝汐")]
    [made] = with_facts(
        documents=documents, errata=[an_erratum_list(an_erratum(locators=spots))]
    ).errata
    assert [(it.printed, it.source.line) for it in made.spots] == [
        (Wording("朝夕", HANS, None, "sea-plan"), 40),
        (Wording("朝汐", HANT, None, "new"), 3),
    ]


def test_an_erratum_about_a_name_without_a_page_leads_to_the_terminology() -> None:
    made = with_facts(
        terminology=a_terminology(names=[a_name_list(a_name())]),
        errata=[an_erratum_list(an_erratum(about=["sea-office"]))],
    )
    assert made.errata[0].about == (
        Ref("terminology", "sea-office", Wording("海風辦公室", HANT, "海风办公室")),
    )


# --- programmes and their wholes ----------------------------------------------------------------


def test_programmes_stand_by_kind_in_the_order_of_the_vocabulary_then_by_identifier() -> None:
    kinds = {"b": "talent", "a": "talent", "c": "enterprise-funding", "d": "policy"}
    made = with_facts(programmes=[a_programme(id=it, kind=kind) for it, kind in kinds.items()])
    assert [it.id for it in made.programmes] == ["c", "a", "b", "d"]


def test_one_can_apply_for_a_kind_that_says_so() -> None:
    kinds = {"grant": "enterprise-funding", "prize": "competition", "training": "talent"}
    made = with_facts(programmes=[a_programme(id=it, kind=kind) for it, kind in kinds.items()])
    assert {it.id: it.for_applicants for it in made.programmes} == {
        "grant": True,
        "prize": False,
        "training": True,
    }


def test_a_programme_names_its_agency_its_whole_and_its_parts() -> None:
    made = with_facts(
        programmes=[
            a_programme(agency="sea", part_of="fund", status="running", launched="2023-05"),
            a_programme(id="fund", name="基金", kind="fund", part_of="sea"),
        ]
    )
    grant, fund = made.programmes
    assert grant.agency == Ref("agencies", "sea", Wording("海風觀測署", HANT))
    assert grant.part_of == Ref("programmes", "fund", Wording("基金", HANT))
    assert grant.status == Label("running", Wording("推行中", HANT))
    assert (grant.launched, grant.parts) == ("2023-05", ())
    assert fund.parts == (Ref("programmes", "sea-grant", Wording("海產資助計劃", HANT)),)


def test_an_agency_has_the_programmes_it_runs_and_those_that_belong_to_it_once_each() -> None:
    programmes = [
        a_programme(id="both", agency="sea", part_of="sea"),
        a_programme(id="part", part_of="sea"),
        a_programme(id="part-of-part", part_of="part"),
        a_programme(id="run", agency="sea", part_of="part"),
        a_programme(id="stranger", agency="other"),
    ]
    made = with_facts(programmes=programmes, agencies=[an_agency(), an_agency(id="other")])
    assert {it.id: [of.id for of in it.programmes] for it in made.agencies} == {
        "other": ["stranger"],
        "sea": ["both", "part", "run"],
    }


def test_an_agency_names_the_agencies_that_belong_to_it_in_the_order_of_their_kinds() -> None:
    agencies = [
        an_agency(kind="bureau"),
        an_agency(id="fund", name="基金", kind="fund", parent="sea"),
        an_agency(id="office", name="辦公室", kind="office", parent="sea"),
    ]
    first = with_facts(agencies=agencies).agencies[0]
    assert first.id == "sea"
    assert [it.id for it in first.parts] == ["office", "fund"]


def test_a_programme_takes_its_names_from_the_terminology() -> None:
    name = a_name(
        **{"id": "sea-grant", "zh-Hant": "海產計劃", "zh-Hans": "海产计划"},
        english="Sea Grant",
        acronym="SG",
        aliases=["海計"],
        printed=[{"form": "海产计画", "document": "sea-plan", "lines": [10]}],
    )
    made = programme(
        programmes=[a_programme(name=None, former_names=["漁業計劃"])],
        terminology=a_terminology(names=[a_name_list(name, id="programme")]),
    )
    assert made.name == Wording("海產計劃", HANT, "海产计划")
    assert (made.english, made.acronym) == ("Sea Grant", "SG")
    assert made.aliases == (Wording("海計", HANT),)
    assert made.former_names == (Wording("漁業計劃", HANT),)
    assert [(it.form.text, it.lines) for it in made.printed] == [("海产计画", (10,))]


# --- the facts of a document --------------------------------------------------------------------


def test_a_document_has_every_fact_taken_from_it_in_the_order_of_the_lines() -> None:
    """Of the two spots of the erratum one is in another document."""
    erratum = an_erratum(locators=[a_spot(line=15), a_spot(document="facts-2024", line=2)])
    made = with_facts(
        programmes=[a_programme(terms=[a_condition()])],
        figures=[a_figure_list(a_figure(), a_figure(id="f", measure="duration", line=5))],
        events=[an_event_list(an_event(line=12))],
        errata=[an_erratum_list(erratum)],
    )
    found = {
        it.document.id: [
            (line, ref and ref.id, getattr(fact, "id", None)) for line, ref, fact in it.facts
        ]
        for it in made.documents
    }
    assert found == {
        "sea-plan": [
            (5, "sea-grant", "f"),
            (11, "sea-grant", None),
            (12, "sea-grant", "sea-grant-launched"),
            (15, None, "sea-plan-tide"),
            (20, "sea-grant", "sea-grant-ceiling"),
        ],
        "facts-2025": [],
        "facts-2024": [(2, None, "sea-plan-tide")],
    }


def test_a_document_names_programmes_like_agencies() -> None:
    made = with_facts(programmes=[a_programme(locators=[a_locator(line=2), a_locator(line=9)])])
    assert [(line, ref.kind, ref.id) for line, ref in made.documents[0].named] == [
        (2, "programmes", "sea-grant"),
        (3, "agencies", "sea"),
        (9, "programmes", "sea-grant"),
    ]


def test_a_catalogue_without_facts_has_none() -> None:
    """Nothing is made up for an agency that no document says anything about."""
    made = resolve(a_catalogue(), date(2026, 1, 1))
    assert (made.programmes, made.series, made.events, made.errata) == ((), (), (), ())
    [agency] = made.agencies
    assert (agency.facts.series, agency.facts.events, agency.facts.errata) == ((), (), ())
    assert [it.facts for it in made.documents] == [()]
