"""What is said beside a link to a body or a term."""

import json
from typing import Any

import pytest
from builders import a_catalogue, a_name, a_name_list, a_terminology, an_agency
from sample import AS_OF, SITE_URL, sample_converter

from generator.exports import explanations
from generator.resolve.resolve import resolve


def items(**agency: Any) -> dict[str, Any]:
    """The Traditional explanations of an agency, and of a name without a page."""
    names = {"zh-Hant": "海灣區", "zh-Hans": "海湾区"}
    area = a_name(id="area", english="Bay Area", acronym="BA", **names)
    catalogue = a_catalogue(
        agencies=[an_agency(id="sea", **agency)],
        terminology=a_terminology(names=[a_name_list(area)]),
    )
    made = dict(explanations.export(resolve(catalogue, AS_OF), sample_converter(), SITE_URL))
    found: dict[str, Any] = json.loads(made["search/explanations.zh-Hant.json"])["items"]
    return found


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (None, "部門"),
        ("觀測海風。也觀測海浪。", "部門：觀測海風。"),
        ("觀測海風\n也觀測海浪。", "部門：觀測海風。"),
    ],
)
def test_a_body_is_explained_by_its_kind_and_first_sentence(summary: str | None, said: str) -> None:
    assert items(kind="department", summary=summary, script="zh-Hant")["agencies/sea/"][1] == said


def test_a_term_is_explained_by_its_english_name_and_its_kind() -> None:
    english, said = items()["terminology/#area"]
    assert english == "Bay Area（BA）"
    assert said
