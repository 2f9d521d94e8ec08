"""Programmes, figures, events and errata name things that exist, each fact once.

Lines and columns are those of `builders.yaml_of`.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_condition,
    a_figure,
    a_figure_list,
    a_locator,
    a_name,
    a_name_list,
    a_programme,
    a_spot,
    a_terminology,
    a_vocabulary,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
    exceptions,
)

from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.rules import facts, references

PROGRAMME = "data/programmes/sea-grant.yml"
FIGURES = "data/figures/sea-grant.yml"
EVENTS = "data/events/sea-grant.yml"
ERRATA = "data/errata/damage.yml"
EXCEPTIONS = "data/exceptions/sea-plan.yml"
VOCABULARIES = {
    "agency-kinds": ("department",),
    "programme-kinds": ("enterprise-funding", "talent"),
    "programme-status": ("running", "completed"),
    "term-kinds": ("eligibility", "ceiling"),
    "measures": ("ceiling", "projects-approved"),
    "units": ("HKD", "project"),
    "event-kinds": ("launched", "completed"),
    "errata-kinds": ("damage", "omission"),
}
CODES = "codes of data/vocabulary/"


def everything(catalogue: Catalogue) -> Iterator[Problem]:
    """The rules of this module, as they run beside the others."""
    yield from references.check(catalogue)
    yield from facts.check(catalogue)
    yield from facts.check_outcomes(catalogue)
    yield from facts.check_errata(catalogue)
    yield from references.names(catalogue)


def problems(**kinds: Any) -> list[str]:
    """What the rule says of the default records with these put beside or in their place."""
    fields = {"programmes": [a_programme()]} | kinds
    made = [a_vocabulary(name, *codes) for name, codes in VOCABULARIES.items()]
    catalogue = a_catalogue(vocabularies=made, **fields)
    return [str(problem) for problem in everything(catalogue)]


def programme_problems(**changes: Any) -> list[str]:
    return problems(programmes=[a_programme(**changes)])


def test_facts_that_name_only_what_exists_are_good() -> None:
    assert (
        problems(
            figures=[a_figure_list()],
            events=[an_event_list()],
            errata=[an_erratum_list(an_erratum(about=["sea-grant", "sea"]))],
            exceptions=[exceptions()],
        )
        == []
    )


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(everything(catalogue_of_the_project())) == []


# --- programmes ---------------------------------------------------------------------------------


def test_a_programmes_unknown_kind() -> None:
    assert programme_problems(kind="grant") == [
        f"{PROGRAMME}:4:7: unknown code 'grant' ({CODES}programme-kinds.yml: "
        "enterprise-funding, talent)"
    ]


def test_a_programmes_unknown_status() -> None:
    assert programme_problems(status="ended") == [
        f"{PROGRAMME}:5:9: unknown code 'ended' ({CODES}programme-status.yml: running, completed)"
    ]


def test_a_programmes_unknown_agency() -> None:
    assert programme_problems(agency="harbour") == [
        f"{PROGRAMME}:5:9: unknown agency 'harbour' "
        "(add data/agencies/harbour.yml or correct the name)"
    ]


def test_a_programme_is_run_by_no_programme() -> None:
    assert programme_problems(agency="sea-grant") == [
        f"{PROGRAMME}:5:9: unknown agency 'sea-grant' "
        "(add data/agencies/sea-grant.yml or correct the name)"
    ]


def test_the_unknown_whole_of_a_programme() -> None:
    assert programme_problems(part_of="sea-grants") == [
        f"{PROGRAMME}:5:10: unknown programme 'sea-grants' (did you mean 'sea-grant'?)"
    ]


def test_the_whole_of_a_programme_may_be_an_agency_or_a_programme() -> None:
    fund = a_programme(id="fund", part_of="sea")
    assert problems(programmes=[fund, a_programme(part_of="fund")]) == []


def test_an_identifier_is_an_agency_or_a_programme() -> None:
    """Figures and events find their subject by it."""
    assert programme_problems(id="sea") == [
        "data/programmes/sea.yml:1:5: 'sea' is an agency, too "
        "(an identifier is one thing: choose another)"
    ]


def test_a_conditions_unknown_kind() -> None:
    terms = [a_condition(), a_condition(kind="eligible")]
    assert programme_problems(terms=terms) == [
        f"{PROGRAMME}:13:9: unknown code 'eligible' "
        f"(did you mean 'eligibility'? {CODES}term-kinds.yml: eligibility, ceiling)"
    ]


def test_a_condition_in_an_unknown_document_and_one_behind_the_end_of_a_known_one() -> None:
    """A line cannot be checked in a document that nobody knows."""
    terms = [a_condition(document="estimates", line=900), a_condition(line=101)]
    assert programme_problems(terms=terms) == [
        f"{PROGRAMME}:11:13: unknown document 'estimates' "
        "(add data/documents/estimates.yml or correct the name)",
        f"{PROGRAMME}:19:9: sea-plan has no line 101 "
        "(its text has 100 lines: look the line up again)",
    ]


def test_a_programmes_locator_in_an_unknown_document_and_behind_the_end() -> None:
    locators = [a_locator(document="estimates"), a_locator(line=100), a_locator(line=101)]
    assert programme_problems(locators=locators) == [
        f"{PROGRAMME}:6:13: unknown document 'estimates' "
        "(add data/documents/estimates.yml or correct the name)",
        f"{PROGRAMME}:11:9: sea-plan has no line 101 "
        "(its text has 100 lines: look the line up again)",
    ]


def test_a_programme_without_a_name() -> None:
    assert programme_problems(name=None) == [
        f"{PROGRAMME}:1:1: this programme has no name (add `name:` here, or a name with the id "
        "sea-grant under data/terminology/names/)"
    ]


def test_a_programme_whose_name_is_given_twice() -> None:
    terminology = a_terminology(names=[a_name_list(a_name(id="sea-grant"))])
    assert problems(terminology=terminology) == [
        f"{PROGRAMME}:3:7: name is already given under data/terminology/names/ (remove it here)"
    ]
    assert problems(terminology=terminology, programmes=[a_programme(name=None)]) == []


# --- figures ------------------------------------------------------------------------------------


def test_figures_of_a_programme_that_nobody_knows() -> None:
    assert problems(programmes=[], figures=[a_figure_list()]) == [
        f"{FIGURES}:1:5: unknown programme 'sea-grant' "
        "(add data/programmes/sea-grant.yml or correct the name)"
    ]


def test_figures_of_a_programme_that_are_said_to_be_those_of_an_agency() -> None:
    assert problems(figures=[a_figure_list(subject="agency")]) == [
        f"{FIGURES}:3:10: 'sea-grant' stands in data/programmes/ (write `subject: programme`)"
    ]


def test_a_figures_unknown_measure_and_unit() -> None:
    figure = a_figure(measure="ceilings", unit="USD")
    assert problems(figures=[a_figure_list(figure)]) == [
        f"{FIGURES}:6:12: unknown code 'ceilings' (did you mean 'ceiling'? {CODES}measures.yml: "
        "ceiling, projects-approved)",
        f"{FIGURES}:8:9: unknown code 'USD' ({CODES}units.yml: HKD, project)",
    ]


def test_a_figure_in_an_unknown_document_and_one_behind_the_end() -> None:
    figures = [
        a_figure(id="a", document="sea-plans"),
        a_figure(id="b", measure="projects-approved", unit="project", line=101),
    ]
    assert problems(figures=[a_figure_list(*figures)]) == [
        f"{FIGURES}:12:13: unknown document 'sea-plans' (did you mean 'sea-plan'?)",
        f"{FIGURES}:21:9: sea-plan has no line 101 "
        "(its text has 100 lines: look the line up again)",
    ]


def test_a_basis_says_more_than_the_measure() -> None:
    for basis, wanted in (
        ("每家公司", []),
        (
            "ceiling",
            [f"{FIGURES}:12:10: the basis says no more than the measure (leave basis out)"],
        ),
    ):
        assert problems(figures=[a_figure_list(a_figure(basis=basis))]) == wanted


def test_two_figures_of_one_measure_in_one_document() -> None:
    """A series holds one number of each edition against the next."""
    figures = [a_figure(id="first"), a_figure(id="second", line=21)]
    assert problems(figures=[a_figure_list(*figures)]) == [
        f"{FIGURES}:15:12: sea-plan already has this measure: first "
        "(a series has one number of each document: give one of them another measure)"
    ]


@pytest.mark.parametrize("other", ["another", "other"])
def test_a_figures_identifier_stands_once_among_all_figures(other: str) -> None:
    """The file of the subject whose name it begins with is not to blame."""
    lists = [a_figure_list(id=other), a_figure_list()]
    assert problems(programmes=[a_programme(), a_programme(id=other)], figures=lists) == [
        f"data/figures/{other}.yml:5:7: figure 'sea-grant-ceiling' already stands at "
        f"{FIGURES}:5:7 (identifiers are unique: choose another)"
    ]


def test_a_copied_file_is_one_mistake() -> None:
    figures = [
        a_figure(id=f"sea-grant-{number}", measure=measure)
        for number, measure in enumerate(("ceiling", "projects-approved"))
    ]
    lists = [a_figure_list(*figures), a_figure_list(*figures, id="other")]
    assert problems(programmes=[a_programme(), a_programme(id="other")], figures=lists) == [
        "data/figures/other.yml:5:7: 2 identifiers of this file already stand in "
        f"{FIGURES}, first 'sea-grant-0' (give each an identifier of its own, or delete the copy)"
    ]


def test_a_break_in_numbers_that_nobody_gives() -> None:
    breaks = [
        {"measure": "ceiling", "note": "條件不同。"},
        {"measure": "projects-approved", "note": "期間不同。"},
    ]
    assert problems(figures=[a_figure_list(breaks=breaks)]) == [
        f"{FIGURES}:7:12: no figure here has the measure 'projects-approved' "
        "(measures here: ceiling)"
    ]


# --- events -------------------------------------------------------------------------------------


def test_events_of_an_agency_that_nobody_knows() -> None:
    assert problems(events=[an_event_list(id="seas", subject="agency")]) == [
        "data/events/seas.yml:1:5: unknown agency 'seas' (did you mean 'sea'?)"
    ]


def test_an_events_unknown_kind_document_and_line() -> None:
    events = [
        an_event(id="a", kind="started"),
        an_event(id="b", document="estimates"),
        an_event(id="c", line=101),
    ]
    assert problems(events=[an_event_list(*events)]) == [
        f"{EVENTS}:6:9: unknown code 'started' ({CODES}event-kinds.yml: launched, completed)",
        f"{EVENTS}:15:13: unknown document 'estimates' "
        "(add data/documents/estimates.yml or correct the name)",
        f"{EVENTS}:22:9: sea-plan has no line 101 (its text has 100 lines: look the line up again)",
    ]


def test_the_outcome_of_something_that_was_not_planned() -> None:
    events = [an_event(), an_event(id="b", outcome="sea-grant-launched")]
    assert problems(events=[an_event_list(*events)]) == [
        f"{EVENTS}:15:12: the outcome of something that is not planned "
        "(only a planned event has one: remove it, or add `planned: true`)"
    ]


@pytest.mark.parametrize("outcome", ["nobody-knows", "plan", "other-plan"])
def test_an_outcome_that_no_document_reports(outcome: str) -> None:
    """Neither an event that nobody knows, nor the plan itself, nor another plan."""
    events = [
        an_event(id="plan", planned=True, outcome=outcome),
        an_event(id="other-plan", planned=True),
    ]
    assert problems(events=[an_event_list(*events)]) == [
        f"{EVENTS}:10:12: {outcome!r} is no event that a document reports "
        "(give the id of an event without `planned`)"
    ]


def test_an_outcome_may_be_an_event_of_another_record() -> None:
    plan = an_event(id="plan", planned=True, outcome="sea-grant-launched")
    lists = [an_event_list(plan, id="sea", subject="agency"), an_event_list()]
    assert problems(events=lists) == []


def test_an_events_identifier_stands_once_among_all_events() -> None:
    assert problems(events=[an_event_list(an_event(), an_event(line=31))]) == [
        f"{EVENTS}:11:7: event 'sea-grant-launched' already stands at "
        f"{EVENTS}:5:7 (identifiers are unique: choose another)"
    ]


# --- errata and exceptions ----------------------------------------------------------------------


def test_a_file_of_errata_is_named_after_their_kind() -> None:
    assert problems(errata=[an_erratum_list(id="damages")]) == [
        "data/errata/damages.yml:1:5: unknown code 'damages' "
        "(did you mean 'damage'? codes of data/vocabulary/errata-kinds.yml: damage, omission)"
    ]


def test_an_erratum_about_a_record_that_nobody_knows() -> None:
    erratum = an_erratum(about=["sea", "sea-grants", "harbour"])
    assert problems(errata=[an_erratum_list(erratum)]) == [
        f"{ERRATA}:8:5: unknown programme 'sea-grants' (did you mean 'sea-grant'?)",
        f"{ERRATA}:9:5: unknown programme 'harbour' "
        "(add data/programmes/harbour.yml or correct the name)",
    ]


def test_an_erratum_may_be_about_a_name_that_has_no_page() -> None:
    terminology = a_terminology(names=[a_name_list(a_name(id="tide-office"))])
    erratum = an_erratum(about=["tide-office"])
    assert problems(errata=[an_erratum_list(erratum)], terminology=terminology) == []


def test_an_erratum_in_an_unknown_document_and_one_behind_the_end() -> None:
    spots = [a_spot(document="estimates"), a_spot(line=101)]
    assert problems(errata=[an_erratum_list(an_erratum(locators=spots))]) == [
        f"{ERRATA}:9:15: unknown document 'estimates' "
        "(add data/documents/estimates.yml or correct the name)",
        f"{ERRATA}:13:11: sea-plan has no line 101 "
        "(its text has 100 lines: look the line up again)",
    ]


def test_an_erratums_identifier_stands_once_among_all_errata() -> None:
    """Two pages link to it by its anchor."""
    lists = [an_erratum_list(), an_erratum_list(id="omission")]
    assert problems(errata=lists) == [
        "data/errata/omission.yml:4:7: erratum 'sea-plan-tide' already stands at "
        f"{ERRATA}:4:7 (identifiers are unique: choose another)"
    ]


def test_exceptions_for_a_document_that_nobody_knows() -> None:
    """They would be kept for ever without excusing anything."""
    assert problems(exceptions=[exceptions(id="sea-plans")]) == [
        "data/exceptions/sea-plans.yml:1:5: unknown document 'sea-plans' (did you mean 'sea-plan'?)"
    ]


def test_an_exception_behind_the_end_of_the_document() -> None:
    lines = [{"lines": [1, 100], "reason": "頁碼"}, {"lines": [99, 101], "reason": "頁碼"}]
    assert problems(exceptions=[exceptions(*lines)]) == [
        f"{EXCEPTIONS}:9:5: sea-plan has no line 101 "
        "(its text has 100 lines: look the line up again)"
    ]


def test_everything_that_is_wrong_is_reported() -> None:
    found = problems(
        programmes=[a_programme(kind="none", agency="nobody")],
        figures=[a_figure_list(a_figure(unit="none"), id="nobody")],
        events=[an_event_list(an_event(kind="none"), id="nobody")],
        errata=[an_erratum_list(an_erratum(about=["nobody"]), id="none")],
    )
    assert [problem.split(" ")[0] for problem in found] == [
        f"{PROGRAMME}:4:7:",
        f"{PROGRAMME}:5:9:",
        "data/figures/nobody.yml:1:5:",
        "data/figures/nobody.yml:8:9:",
        "data/events/nobody.yml:1:5:",
        "data/events/nobody.yml:6:9:",
        "data/errata/none.yml:1:5:",
        "data/errata/none.yml:7:5:",
    ]


@pytest.mark.parametrize("missing", VOCABULARIES)
def test_a_missing_vocabulary_is_not_one_problem_for_each_record(missing: str) -> None:
    """rules/vocabulary.py names it once."""
    rest = [a_vocabulary(name, *codes) for name, codes in VOCABULARIES.items() if name != missing]
    catalogue = a_catalogue(
        programmes=[a_programme(status="running", terms=[a_condition()])],
        figures=[a_figure_list()],
        events=[an_event_list()],
        errata=[an_erratum_list()],
        agencies=[an_agency()],
        vocabularies=rest,
    )
    assert list(everything(catalogue)) == []
