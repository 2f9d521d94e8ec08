"""Nothing stands twice in one list, and no fact under two identifiers.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_condition,
    a_dataset,
    a_figure,
    a_figure_list,
    a_form_map,
    a_locator,
    a_name,
    a_name_list,
    a_programme,
    a_quoted_locator,
    a_spot,
    a_statement,
    a_statement_list,
    a_terminology,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
    exceptions,
)

from generator.model.history import History
from generator.model.terminology import CharacterForm, FormMap
from generator.rules import duplicates

TWICE = "stands twice in this list (keep one of them)"


def problems(**kinds: Any) -> list[str]:
    catalogue = a_catalogue(**({"programmes": [a_programme()]} | kinds))
    return [str(problem) for problem in duplicates.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(duplicates.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (
            {"datasets": [a_dataset(formats=["CSV", "XML", "CSV"])]},
            "data/datasets/sea/sea-tides.yml:11:3: 'CSV'",
        ),
        (
            {"programmes": [a_programme(locators=[a_locator(), a_locator(line=4), a_locator()])]},
            "data/programmes/sea-grant.yml:10:3: 'sea-plan, 3'",
        ),
        (
            {"programmes": [a_programme(terms=[a_condition(), a_condition()])]},
            "data/programmes/sea-grant.yml:13:3: "
            "'eligibility, company, 漁民, 渔民可以申请, sea-plan, 11'",
        ),
        (
            {"errata": [an_erratum_list(an_erratum(about=["sea", "sea"]))]},
            "data/errata/damage.yml:8:5: 'sea'",
        ),
        (
            {"errata": [an_erratum_list(an_erratum(locators=[a_spot(), a_spot()]))]},
            "data/errata/damage.yml:12:5: 'sea-plan, 40, 朝夕'",
        ),
        (
            {"exceptions": [exceptions(*[{"lines": [7], "reason": "x"}] * 2)]},
            "data/exceptions/sea-",
        ),
        (
            {
                "terminology": a_terminology(
                    names=[a_name_list(a_name(stands=[{"document": "sea-plan", "lines": [3, 3]}]))]
                )
            },
            "data/terminology/names/agency.yml:10:7: 3",
        ),
    ],
)
def test_whatever_stands_twice_in_a_list(kinds: dict[str, Any], told: str) -> None:
    [line] = problems(**kinds)
    assert line.startswith(told)
    assert line.endswith(TWICE)


def test_lists_that_are_alike_in_part_are_good() -> None:
    """Two lines of one document, one line of two documents."""
    locators = [a_locator(), a_locator(line=4), a_locator(document="other")]
    assert problems(programmes=[a_programme(locators=locators)]) == []


def test_one_character_with_two_results() -> None:
    """The last one would win without a word."""
    pairs = [CharacterForm(opencc="説", wanted=wanted, reason="printed") for wanted in "說说"]
    forms = [FormMap(id="forms", forms=tuple(pairs))]
    [line] = problems(terminology=a_terminology(forms=forms))
    assert line == f"data/terminology/forms/forms.yml:6:3: '説' {TWICE}"
    assert problems(terminology=a_terminology(forms=[a_form_map()])) == []


def test_what_has_an_identifier_is_told_by_the_rule_of_identifiers() -> None:
    assert problems(events=[an_event_list(an_event(), an_event())]) == []


def test_one_event_under_two_identifiers() -> None:
    """The one that was not published is the copy, wherever it stands."""
    copy = an_event(id="copy")
    published = {"events": [History(id="sea-grant", identifiers=("sea-grant-launched",))]}
    tip = "(remove it, or correct what was meant to differ)"
    assert problems(events=[an_event_list(copy, an_event())], history=published) == [
        f"data/events/sea-grant.yml:5:7: 'copy' says the same as 'sea-grant-launched' {tip}"
    ]
    assert problems(events=[an_event_list(copy, an_event())]) == [
        f"data/events/sea-grant.yml:11:7: 'sea-grant-launched' says the same as 'copy' {tip}"
    ]


@pytest.mark.parametrize(
    "difference", [{"line": 31}, {"kind": "opened"}, {"date": "2023-06"}, {"planned": True}]
)
def test_events_that_differ_are_good(difference: dict[str, Any]) -> None:
    other = an_event(id="other", **difference)
    assert problems(events=[an_event_list(an_event(), other)]) == []


def test_an_event_in_other_words_is_the_same() -> None:
    one = an_event(printed="2023年5月")
    other = an_event(id="other", what="計劃開始", printed="2023年5月")
    assert len(problems(events=[an_event_list(one, other)])) == 1


def test_one_number_under_two_measures() -> None:
    """Unless it is said what else is counted."""
    other = {"id": "other", "measure": "floor"}
    assert len(problems(figures=[a_figure_list(a_figure(), a_figure(**other))])) == 1
    noted = a_figure(basis="每年", **other)
    assert problems(figures=[a_figure_list(a_figure(), noted)]) == []


def test_one_measure_twice_is_told_by_another_rule() -> None:
    assert problems(figures=[a_figure_list(a_figure(), a_figure(id="other"))]) == []


def test_one_erratum_under_two_identifiers() -> None:
    [line] = problems(errata=[an_erratum_list(an_erratum(), an_erratum(id="other", what="另述。"))])
    assert line.startswith("data/errata/damage.yml:12:7: 'other' says the same as 'sea-plan-tide'")


def test_one_condition_in_two_wordings() -> None:
    terms = [a_condition(), a_condition(text="只限漁民")]
    assert problems(programmes=[a_programme(terms=terms)]) == [
        "data/programmes/sea-grant.yml:17:12: this condition already stands at "
        "data/programmes/sea-grant.yml:10:12 (keep one of them)"
    ]


def of_statements(published: str | None = None, **second: Any) -> list[str]:
    """What is said of two statements of one subject."""
    spots = [a_quoted_locator(quotation="渔船可以更换")]
    statements = [a_statement(), a_statement(**({"id": "sea-grant-2", "locators": spots} | second))]
    identifiers = (published,) if published else ()
    history = {"statements": [History(id="sea-grant", identifiers=identifiers)]}
    return problems(statements=[a_statement_list(*statements)], history=history)


def test_two_statements_that_say_the_same() -> None:
    """In their own words or in those of the document; the one that was not published is told."""
    tip = "(remove it, or correct what was meant to differ)"
    says = "'sea-grant-2' says the same as 'sea-grant-purpose-boats'"
    first, second = (f"data/statements/sea-grant.yml:{line}:7:" for line in (5, 12))
    assert of_statements() == [f"{second} {says} {tip}"]
    quoted = {"text": "更換漁船可獲協助。", "locators": [a_quoted_locator()]}
    assert of_statements(**quoted) == [f"{second} {says} {tip}"]
    assert of_statements("sea-grant-2") == [
        f"{first} 'sea-grant-purpose-boats' says the same as 'sea-grant-2' {tip}"
    ]


def test_the_same_work_of_another_year_is_no_repetition() -> None:
    assert of_statements(year="2025/2026") == []


def test_statements_that_differ_are_good() -> None:
    """A sentence may say two things, and two bodies may do the same."""
    assert of_statements(text="更換漁船可獲協助。") == []
    held = [a_statement_list(), a_statement_list(a_statement(id="b"), id="sea", subject="agency")]
    assert problems(statements=held) == []
