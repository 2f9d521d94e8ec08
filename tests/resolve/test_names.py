"""Names of the terminology, and what agencies, datasets and documents take from them."""

from datetime import date
from typing import Any

from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_name,
    a_name_list,
    a_terminology,
    an_agency,
)

from generator.model.terminology import Name
from generator.model.wording import Wording
from generator.resolve.resolve import Records, resolve

HANT, HANS = "zh-Hant", "zh-Hans"


def records(*names: Name, **changes: Any) -> Records:
    terminology = a_terminology(names=[a_name_list(*names)])
    return resolve(a_catalogue(terminology=terminology, **changes), date(2026, 1, 31))


def test_an_agency_without_a_name_takes_all_of_the_terminologys() -> None:
    name = a_name(id="sea", english="Sea Office", acronym="SO", aliases=["海辦"])
    agency = an_agency(name=None, aliases=["老海辦"])
    [made] = records(name, agencies=[agency]).agencies
    assert made.name == Wording("海風辦公室", HANT, "海风办公室")
    assert (made.english, made.acronym) == ("Sea Office", "SO")
    assert made.aliases == (Wording("老海辦", HANT), Wording("海辦", HANT))


def test_a_name_leads_to_the_page_about_what_it_names() -> None:
    made = records(a_name(id="sea"), agencies=[an_agency(name=None)]).names
    assert made[0].record is not None
    assert (made[0].record.kind, made[0].record.id) == ("agencies", "sea")
    [other] = records(a_name()).names
    assert other.record is None


def test_a_name_is_confirmed_when_both_chinese_forms_are() -> None:
    states = {
        (): True,
        ("english",): True,
        ("zh-Hant",): False,
        ("zh-Hans", "english"): False,
    }
    for unconfirmed, confirmed in states.items():
        [made] = records(a_name(unconfirmed=list(unconfirmed))).names
        assert made.confirmed is confirmed


PRINTED = a_name(printed=[{"form": "海风科", "document": "sea-plan", "lines": [7, 60]}])


def test_a_dataset_says_which_names_its_document_prints_otherwise() -> None:
    [made] = records(PRINTED, datasets=[a_dataset(name="海风科数据")]).datasets
    [(form, name)] = made.variants
    assert form == Wording("海风科", HANS, None, "sea-plan")
    assert name.id == "sea-office"


def test_a_form_that_another_document_prints_is_none_of_its_variants() -> None:
    other = a_document(id="other", date="2020")
    name = a_name(printed=[{"form": "海风科", "document": "other", "lines": [7]}])
    documents = [a_document(), other]
    [made] = records(name, datasets=[a_dataset(name="海风科数据")], documents=documents).datasets
    assert made.variants == ()


def test_a_document_lists_official_and_other_forms_by_line() -> None:
    name = a_name(
        id="second",
        **{HANT: "海事署", HANS: "海事署"},
        stands=[{"document": "sea-plan", "lines": [5, 90]}],
    )
    [made] = records(name, PRINTED).documents
    assert [(it.lines, it.form.text, name.id) for it, name in made.names] == [
        ((5, 90), "海事署", "second"),
        ((7, 60), "海风科", "sea-office"),
    ]
