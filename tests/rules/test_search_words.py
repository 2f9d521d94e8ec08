"""The words that readers type stand for pages and records that there are, or for what none has."""

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_programme,
    catalogue_of_the_project,
    vocabularies_of_the_sample,
)

from generator.model.vocabulary import Term, Vocabulary
from generator.rules import search_words


def told(id: str, *terms: Term, **records: object) -> list[str]:
    """What is said of these words in place of the sample's own."""
    own = Vocabulary(id=id, script="zh-Hant", terms=terms)
    others = (it for it in vocabularies_of_the_sample() if it.id != id)
    catalogue = a_catalogue(vocabularies=[*others, own], **records)  # type: ignore[arg-type]
    return list(map(str, search_words.check(catalogue)))


def a_term(code: str, *printed: str) -> Term:
    return Term(code=code, label=code, printed=printed or (f"{code} 潮水",))


@pytest.mark.today
def test_the_projects_own_words_are_good() -> None:
    assert list(search_words.check(catalogue_of_the_project())) == []


def test_words_of_a_record_that_is_none_are_named() -> None:
    lines = told(
        "record-words",
        *map(a_term, ("sea-tides", "sea-toll", "gone")),
        datasets=[a_dataset(id="sea-tides")],
        programmes=[a_programme(id="sea-toll")],
    )
    assert lines == [
        "data/vocabulary/record-words.yml:12:9: no record with a page is 'gone' "
        "(write the identifier that it has now, or remove this line)"
    ]


def test_words_of_a_page_that_is_none_are_named() -> None:
    """A list, a text by hand, and a comparison of two editions are pages."""
    older, newer = a_document(id="sea-2024"), a_document(id="sea-2025")
    codes = ("home", "datasets-calendar", "about", "documents-changes-sea-2024-sea-2025")
    wrong = ("dataset-calendar", "documents-changes-sea-2024-sea-2026")
    lines = told("page-words", *map(a_term, (*codes, *wrong)), documents=[older, newer])
    assert lines == [
        "data/vocabulary/page-words.yml:20:9: no page has the code 'dataset-calendar' "
        "(did you mean 'datasets-calendar'?)",
        "data/vocabulary/page-words.yml:24:9: "
        "no page has the code 'documents-changes-sea-2024-sea-2026' "
        "(did you mean 'documents-changes-sea-2024-sea-2025'?)",
    ]


def test_a_page_code_that_is_like_none_is_explained() -> None:
    assert told("page-words", a_term("poster")) == [
        "data/vocabulary/page-words.yml:4:9: no page has the code 'poster' "
        "(write the page's address with - for each /, or remove this line)"
    ]


def test_a_name_that_a_record_holds_is_mentioned() -> None:
    """In either script and any case, and whole."""
    toll = a_programme(id="sea-toll", summary="以海运通付款；Seapay 也可。")
    names = a_term("payment", "海運通", "seapay", "sea pays", "潮卡")
    assert told("unmentioned-names", names, programmes=[toll]) == [
        f"data/vocabulary/unmentioned-names.yml:{line}:5: the records mention '{word}' "
        "(remove it here: a search would say that no document does)"
        for line, word in ((7, "海運通"), (8, "seapay"))
    ]
