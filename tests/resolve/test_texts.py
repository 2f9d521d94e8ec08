"""Every text that the site shows is found, at the place where it is typed."""

import pytest
from builders import (
    a_catalogue,
    a_correction,
    a_dataset,
    a_landing,
    a_listing,
    a_name,
    a_name_list,
    a_synonym_list,
    a_terminology,
    a_vocabulary,
    catalogue_of_the_project,
)
from exports.project import project_conversions

from generator.maintain.verify.fill_quotations import facts
from generator.model.wording import Wording
from generator.resolve.texts import texts

HANT, HANS = "zh-Hant", "zh-Hans"


def test_the_texts_of_a_dataset_with_their_places_and_documents() -> None:
    dataset = a_dataset(
        group={HANT: "潮汐組", HANS: "潮汐组"},
        listings=[a_listing(date_note="首次发放")],
        landing=a_landing(note={HANT: "平台列 JSON。"}),
    )
    found = {
        (".".join(map(str, it.path)), str(it.record_file.place(*it.path))): it.wording
        for it in texts(a_catalogue(datasets=[dataset]))
        if it.record_file.record == dataset
    }
    at = "data/datasets/sea/sea-tides.yml"
    assert found == {
        ("name", f"{at}:3:7"): Wording("潮汐时间", HANS, None, "sea-plan"),
        ("description", f"{at}:4:14"): Wording("各观测站的潮汐时间", HANS, None, "sea-plan"),
        ("group", f"{at}:7:3"): Wording("潮汐组", HANS, "潮汐組", "sea-plan"),
        ("listings.0.date_note", f"{at}:20:14"): Wording("首次发放", HANS, None, "sea-plan"),
        ("listings.0.frequency_printed", f"{at}:21:22"): Wording("每年", HANS, None, "sea-plan"),
        ("landing.note", f"{at}:28:5"): Wording("平台列 JSON。", HANT),
    }


def test_words_that_count_as_one_are_texts_in_traditional() -> None:
    catalogue = a_catalogue(synonyms=[a_synonym_list(("資訊", "信息"), ("潮汐", "tide"))])
    found = [it for it in texts(catalogue) if it.path[0] == "groups"]
    assert [(it.path, it.wording) for it in found] == [
        (("groups", 0, "words", 0), Wording("資訊", HANT)),
        (("groups", 0, "words", 1), Wording("信息", HANT)),
        (("groups", 1, "words", 0), Wording("潮汐", HANT)),
        (("groups", 1, "words", 1), Wording("tide", HANT)),
    ]
    assert str(found[3].record_file.place(*found[3].path)) == "data/vocabulary/synonyms.yml:9:5"


def test_lists_of_texts_and_of_terms() -> None:
    name = a_name(aliases=["海辦", {HANT: "海辦甲", HANS: "海办甲"}])
    catalogue = a_catalogue(
        vocabularies=[a_vocabulary("colours", "red", "blue")],
        terminology=a_terminology(names=[a_name_list(name)]),
    )
    found = {it.path: it.wording.text for it in texts(catalogue)}
    assert found["terms", 1, "label"] == "blue"
    assert found["names", 0] == "海風辦公室"
    assert found["names", 0, "aliases", 1] == "海辦甲"


@pytest.mark.today
def test_nothing_is_converted_that_a_reviewer_does_not_see() -> None:
    """The ledger and the warnings go by these texts: a build must convert no other."""
    catalogue, asked = catalogue_of_the_project(), project_conversions()
    known = {it.wording for it in texts(catalogue)}
    assert len(asked) > 200
    # Nobody reads a quotation converted: it is only looked for in an edition in the other script.
    quoted = {fact.quotation for _, _, listed in facts(catalogue) for fact in listed}
    assert {it for it in asked - known if it.text not in quoted} == set()


def test_what_stood_and_what_stands_in_a_correction() -> None:
    """In the script that it was written in."""
    changes = [
        {"record": "agencies/sea", "field": "summary", "before": "海风", "after": "海風",
         "script": "zh-Hans"},
        {"record": "agencies/sea", "field": "name", "before": "天文台"},
    ]  # fmt: skip
    catalogue = a_catalogue(corrections=[a_correction(changes=changes)])
    found = {it.path: it.wording for it in texts(catalogue) if it.path[0] == "changes"}
    assert found == {
        ("changes", 0, "before"): Wording("海风", "zh-Hans"),
        ("changes", 0, "after"): Wording("海風", "zh-Hans"),
        ("changes", 1, "before"): Wording("天文台", "zh-Hant"),
    }
