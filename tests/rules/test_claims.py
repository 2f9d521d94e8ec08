"""What an agency or programme is said to be rests on a line, or is said to be drawn from others.

Lines and columns are those of `builders.yaml_of`.
"""

from pathlib import Path
from typing import Any

import pytest
from builders import a_catalogue, a_claiming_locator, a_locator, a_programme, an_agency
from one_mistake import PROGRAMME, Mistake, a_good_folder, assert_told_once, mistyped
from pydantic import ValidationError

from generator.rules import claims

UNSUPPORTED = (
    "no line is given that says this: {0} (add `supports: [{0}]` and `quotation:` to the locator "
    "that says it, write under `derived:` what it is drawn from, or remove it)"
)


def told(**kinds: Any) -> list[str]:
    """What the rule says, places within data/."""
    found = [str(it) for it in claims.check(a_catalogue(**kinds))]
    return [it.removeprefix("data/") for it in found]


def a_derivation(field: str) -> dict[str, str]:
    return {"field": field, "reason": "文件把它列在觀測署之下。"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "running"),
        ("agency", "sea"),
        ("joint_agencies", ["sea"]),
        ("part_of", "sea"),
        ("former_names", ["漁業計劃"]),
        ("summary", "補助漁民。"),
    ],
)
def test_what_a_programme_claims_rests_on_a_line(field: str, value: Any) -> None:
    claim = {field: value}
    assert told(programmes=[a_programme(**claim)])[0].endswith(UNSUPPORTED.format(field))
    supported = a_programme(**claim, locators=[a_locator(), a_claiming_locator(field)])
    assert told(programmes=[supported]) == []
    assert told(programmes=[a_programme(**claim, derived=[a_derivation(field)])]) == []


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("parent", "sea", "5:9"),
        ("successor", "sea", "5:12"),
        ("former_names", ["海署"], "5:1"),
        ("summary", "sea", "5:10"),
    ],
)
def test_what_an_agency_claims_rests_on_a_line(field: str, value: Any, place: str) -> None:
    claim = {field: value}
    assert told(agencies=[an_agency(**claim)]) == [
        f"agencies/sea.yml:{place}: {UNSUPPORTED.format(field)}"
    ]
    assert told(agencies=[an_agency(**claim, locators=[a_claiming_locator(field)])]) == []
    assert told(agencies=[an_agency(**claim, derived=[a_derivation(field)])]) == []


def test_a_record_that_claims_nothing_needs_no_quotation() -> None:
    assert told(agencies=[an_agency(established="1997")], programmes=[a_programme()]) == []


def test_one_clause_may_bear_several_claims_and_one_claim_rest_on_several_clauses() -> None:
    programme = a_programme(
        agency="sea",
        status="running",
        locators=[a_claiming_locator("agency", "status"), a_claiming_locator("status", line=9)],
    )
    assert told(programmes=[programme]) == []


def test_a_claim_is_not_both_said_and_derived() -> None:
    programme = a_programme(
        agency="sea", locators=[a_claiming_locator("agency")], derived=[a_derivation("agency")]
    )
    assert told(programmes=[programme]) == [
        "programmes/sea-grant.yml:13:3: a document says this, and it is said to be derived: agency "
        "(remove one of the two)"
    ]


@pytest.mark.parametrize("field", ["summary", "parent", "agency"])
def test_nothing_is_claimed_of_a_field_that_the_record_lacks(field: str) -> None:
    """Neither one that is empty nor one that only the other kind of record has."""
    lacking = f"this record has no field {field} (name a field that it has, or give it)"
    supported = an_agency(locators=[a_claiming_locator(field)])
    assert told(agencies=[supported]) == [f"agencies/sea.yml:9:5: {lacking}"]
    derived = an_agency(derived=[a_derivation(field)])
    assert told(agencies=[derived]) == [f"agencies/sea.yml:9:10: {lacking}"]


@pytest.mark.parametrize("half", [{"supports": ["summary"]}, {"quotation": "资助潮汐研究"}])
def test_a_quotation_says_what_it_is_for_and_a_claim_is_quoted(half: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="`supports` and `quotation` belong together"):
        a_locator(**half)


MISTAKES = [
    Mistake(
        PROGRAMME,
        "[agency, summary]",
        "[agency]",
        "7:10: no line is given that says this: summary",
        "add `supports: [summary]` and `quotation:` to the locator that says it",
    ),
    Mistake(
        PROGRAMME,
        "[agency, summary]",
        "[agency, summary, status]",
        "18:33: this record has no field status",
        "name a field that it has, or give it",
    ),
    Mistake(
        PROGRAMME,
        "    supports: [agency, summary]\n",
        "",
        "16:5: locators[0]: `supports` and `quotation` belong together",
        "quote the clause, and name the fields that rest on it",
    ),
    Mistake(
        PROGRAMME,
        "[agency, summary]",
        "[agency, sumary]",
        "18:24: locators[0].supports[1]: 'sumary' is not one of the allowed values",
        "did you mean 'summary'?",
    ),
    Mistake(
        PROGRAMME,
        "locators:\n",
        "derived:\n  - field: summary\n    reason: 由名稱推斷。\nlocators:\n",
        "16:5: a document says this, and it is said to be derived: summary",
        "remove one of the two",
    ),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[it.says for it in MISTAKES])
def test_one_mistake_is_told_once(tmp_path: Path, mistake: Mistake) -> None:
    data = a_good_folder(tmp_path)
    mistyped(data, mistake)
    assert_told_once(data, mistake)
