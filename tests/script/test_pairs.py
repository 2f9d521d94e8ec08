"""What an editor wants of a conversion with the project's own terminology, text by text.

tests/data/script-pairs.json holds texts and conversions that people settled; the cases of
tests/data/conversions.yml are misreadings and words of which the reason is known, and those of
tests/data/sentences.yml sentences as next year's documents may have them. None was made by the code
under test, and whoever changes the terminology on purpose changes them there.
"""

import json

import pytest
import yaml
from builders import FIRST_DOCUMENTS, ROOT, catalogue_of_the_project

from generator.pipeline.generate import catalogue_converter
from generator.script.convert import OTHER

pytestmark = pytest.mark.today

CONVERTER = catalogue_converter(catalogue_of_the_project())
PAIRS = json.loads((ROOT / "tests/data/script-pairs.json").read_text("utf-8"))
CONVERSIONS = yaml.safe_load((ROOT / "tests/data/conversions.yml").read_text("utf-8"))
SENTENCES = yaml.safe_load((ROOT / "tests/data/sentences.yml").read_text("utf-8"))
MACHINE = ("factsheet-2024", "factsheet-2025")
"""Documents whose Simplified a word processor made."""
REFERENCE = ROOT.parent / "shared/reference/names.json"


def traditional(text: str, document: str | None = None) -> str:
    return CONVERTER.convert_line(text, "zh-Hans", "zh-Hant", document)


def simplified(text: str) -> str:
    return CONVERTER.convert_line(text, "zh-Hant", "zh-Hans")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["text"][:20])
def test_pairs_that_an_editor_settled(pair: dict[str, str]) -> None:
    for document in MACHINE if pair["machine"] else (None,):
        result = CONVERTER.convert_line(pair["text"], pair["from"], OTHER[pair["from"]], document)
        assert result == pair["converted"]


@pytest.mark.parametrize(("text", "converted"), SENTENCES["to-hant"])
def test_sentences_of_documents_to_come_in_traditional(text: str, converted: str) -> None:
    assert traditional(text) == converted


@pytest.mark.parametrize(("text", "converted"), SENTENCES["to-hant-machine"])
def test_sentences_that_a_machine_simplified_in_traditional(text: str, converted: str) -> None:
    assert [traditional(text, document) for document in MACHINE] == [converted] * 2


@pytest.mark.parametrize(("text", "converted"), SENTENCES["to-hans"])
def test_sentences_of_documents_to_come_in_simplified(text: str, converted: str) -> None:
    assert simplified(text) == converted


@pytest.mark.parametrize(
    ("text", "converted"),
    CONVERSIONS["misreadings"],
)
def test_misreadings_and_the_forms_of_hong_kong(text: str, converted: str) -> None:
    for document in (None, "itc-open-data-plan-2025-2027", *MACHINE):
        assert traditional(text, document) == converted


@pytest.mark.parametrize(
    ("text", "restored", "plain"),
    CONVERSIONS["restored"],
)
def test_words_are_restored_in_the_fact_sheets_alone(text: str, restored: str, plain: str) -> None:
    """The other documents' Simplified was made character by character, and so it is read."""
    assert [traditional(text, document) for document in MACHINE] == [restored] * 2
    assert traditional(text) == traditional(text, "itc-open-data-plan-2025-2027") == plain


@pytest.mark.parametrize(
    ("text", "kept"),
    CONVERSIONS["kept"],
)
def test_words_that_must_stay_in_the_fact_sheets(text: str, kept: str) -> None:
    for document in MACHINE:
        assert traditional(text, document) == kept


@pytest.mark.parametrize(
    ("text", "converted"),
    CONVERSIONS["simplified"],
)
def test_simplified_as_the_government_writes_it(text: str, converted: str) -> None:
    assert simplified(text) == converted


def test_there_and_back_only_wanted_differences_remain() -> None:
    """Of the Simplified texts, through Traditional; 藉 is printed where Simplified has 借."""
    lost = {}
    for record_file in catalogue_of_the_project().datasets.values():
        if not FIRST_DOCUMENTS.issuperset(it.document for it in record_file.record.listings):
            continue  # read once, these texts are known to come back
        for text in (record_file.record.name, record_file.record.description):
            if text is None or record_file.record.script != "zh-Hans" or not isinstance(text, str):
                continue
            back = simplified(traditional(text))
            if back != text:
                lost[text] = back
    assert lost == {}


@pytest.mark.skipif(not REFERENCE.is_file(), reason="needs the reference list of names")
def test_every_reference_name_both_ways() -> None:
    """Alone and inside a sentence; and each wrong form that a machine made, in its document."""
    names = json.loads(REFERENCE.read_text("utf-8"))
    assert len(names) == 203
    wrong = []
    for name in names:
        hant, hans = name["hant"], name["hans"]
        results = [
            (traditional(hans), hant),
            (simplified(hant), hans),
            (traditional(f"截至2025年，{hans}的项目"), f"截至2025年，{hant}的項目"),
            (simplified(f"截至2025年，{hant}的項目"), f"截至2025年，{hans}的项目"),
        ]
        for form in name.get("wrong_or_variant_forms", ()):
            if form["type"] == "machine":
                results += [(traditional(form["form"], it), form.get("to", hant)) for it in MACHINE]
        wrong += [result for result in results if result[0] != result[1]]
    assert wrong == []


def test_the_names_of_the_terminology_are_all_there() -> None:
    lists = catalogue_of_the_project().terminology.names.values()
    assert sum(len(record_file.record.names) for record_file in lists) >= 203
