"""What vocabularies give: the units, as they are called without a number."""

from builders import a_catalogue, a_vocabulary, vocabularies_of_the_sample

from generator.model.vocabulary import Term
from generator.model.wording import Wording
from generator.resolve.record_reference import Label
from generator.resolve.vocabulary import named_units


def test_a_unit_has_a_name_or_else_what_stands_behind_its_number() -> None:
    terms = [
        Term(code="company", label="{n}家公司", name="公司"),
        Term(code="buoy", label="{n}個浮標"),
    ]
    units = a_vocabulary("units", terms=terms)
    others = [it for it in vocabularies_of_the_sample() if it.id != "units"]
    assert named_units(a_catalogue(vocabularies=[*others, units])) == (
        Label("company", Wording("公司", "zh-Hant")),
        Label("buoy", Wording("個浮標", "zh-Hant")),
    )
