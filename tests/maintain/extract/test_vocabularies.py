"""The vocabularies the extractor needs are records as any other."""

import pytest
import yaml
from maintain.extract.invented import ROOT

from generator.model.vocabulary import Vocabulary

pytestmark = pytest.mark.today

CODES = {
    "categories": [
        "commerce-and-industry",
        "information-technology-and-broadcasting",
        "transport",
        "food",
        "finance",
        "public-facilities",
        "other",
    ],
    "frequencies": [
        "UPDATE_CONT",
        "DAILY",
        "MONTHLY",
        "QUARTERLY",
        "ANNUAL_2",
        "ANNUAL",
        "AS_NEEDED",
        "ONE_OFF",
    ],
}


@pytest.mark.parametrize("name", CODES)
def test_codes_in_their_order_and_each_form_once(name: str) -> None:
    text = (ROOT / "data" / "vocabulary" / f"{name}.yml").read_text("utf-8")
    vocabulary = Vocabulary.model_validate(yaml.safe_load(text))
    assert (vocabulary.id, vocabulary.script) == (name, "zh-Hant")
    # A code that came later stands among those of the first plans, in whatever place.
    assert [term.code for term in vocabulary.terms if term.code in CODES[name]] == CODES[name]
    forms = [form for term in vocabulary.terms for form in term.printed]
    assert len(forms) == len(set(forms))
