"""Two other engines convert every text; where they disagree, a person has decided.

tests/golden/second-opinion.tsv is that review: direction, ours, theirs, the context in which ours
is right, or a part of it (* for every one), why. An engine's mistake stays there; a mistake of ours
is mended in data/terminology/contexts/ or data/terminology/terms/, and disappears.
"""

import pytest
from builders import ROOT, catalogue_of_the_project
from second_opinion import disagreements

from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter
from generator.resolve.texts import texts
from generator.script.convert import Converter
from generator.script.glossary import Glossary, Key

REVIEW = ROOT / "tests/golden/second-opinion.tsv"
ANYWHERE = "*"


def reviewed() -> dict[tuple[str, ...], list[str]]:
    """Direction, ours and theirs → the contexts of each decision."""
    known: dict[tuple[str, ...], list[str]] = {}
    for line in REVIEW.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            *place, context, _ = line.split("\t")
            known.setdefault(tuple(place), []).append(context)
    return known


@pytest.mark.today
def test_every_disagreement_was_decided() -> None:
    catalogue = catalogue_of_the_project()
    forms = {
        form.opencc: form.wanted
        for record_file in catalogue.terminology.forms.values()
        for form in record_file.record.forms
    }
    known, new = reviewed(), dict[str, str]()
    wordings = (text.wording for text in texts(catalogue))
    for it in disagreements(wordings, catalogue_converter(catalogue), forms):
        place = (it.direction, it.ours, it.theirs)
        if not any(part == ANYWHERE or part in it.context for part in known.get(place, ())):
            line = "\t".join((*place, it.context))
            new[line] = f"{line}\t{it.text}"
    assert not new, (
        "other engines convert these otherwise (direction, ours, theirs, context, text):\n"
        + "\n".join(new.values())
        + "\n\nWhere ours is wrong, mend data/terminology/contexts/ or data/terminology/terms/;"
        + "\nwhere it is right, add the line, with the reason for the text, to"
        + f"\n{REVIEW.relative_to(ROOT)}"
    )


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        (Wording("签账优惠", "zh-Hans"), ("zh-Hans→zh-Hant", "籤", "簽", "籤賬優")),
        (Wording("看著數據", "zh-Hant"), ("zh-Hant→zh-Hans", "著", "着", "看著数据")),
    ],
)
def test_a_wrong_character_is_found(wording: Wording, found: tuple[str, ...]) -> None:
    """With no terminology at all, and the whole text beside it."""
    [first, *_] = disagreements([wording], Converter(Glossary((), {})), {})
    assert first[:4] == found
    assert first.text == wording.text


def test_what_a_term_decides_is_not_compared() -> None:
    converter = Converter(Glossary((Key("签账", "籤賬", "zh-Hans", "invented"),), {}))
    assert list(disagreements([Wording("签账", "zh-Hans")], converter, {})) == []
    by_hand = Wording("签账", "zh-Hans", "籤賬")
    assert list(disagreements([by_hand], Converter(Glossary((), {})), {})) == []


def test_the_governments_forms_are_no_disagreement() -> None:
    converter = Converter(Glossary((), {"説": "說"}))
    assert list(disagreements([Wording("说", "zh-Hans")], converter, {"説": "說"})) == []
