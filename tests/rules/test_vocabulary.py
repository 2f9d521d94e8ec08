"""The words and texts that the site cannot do without are there, and every code stands once."""

import pytest
from builders import (
    VOCABULARIES,
    a_catalogue,
    a_prose,
    a_prose_section,
    a_vocabulary,
    catalogue_of_the_project,
    vocabularies_of_the_sample,
)

from generator.model.text import WrittenLine
from generator.model.vocabulary import Term, Vocabulary
from generator.rules import vocabulary


def problems(*changed: Vocabulary) -> list[str]:
    """What the rule says of the project's vocabularies with these put in their place."""
    names = {it.id for it in changed}
    rest = [it for it in vocabularies_of_the_sample() if it.id not in names]
    catalogue = a_catalogue(vocabularies=[*rest, *changed])
    return [str(problem) for problem in vocabulary.check(catalogue)]


def an_interface(**labels: str | WrittenLine) -> Vocabulary:
    """The project's interface with other labels for some of its codes."""
    record = next(it for it in vocabularies_of_the_sample() if it.id == "interface")
    terms = [
        term.model_copy(update={"label": labels[term.code]}) if term.code in labels else term
        for term in record.terms
    ]
    return Vocabulary(id="interface", script="zh-Hant", terms=tuple(terms))


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(vocabulary.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_missing_vocabulary_is_named_once(name: str) -> None:
    rest = [it for it in vocabularies_of_the_sample() if it.id != name]
    assert list(map(str, vocabulary.check(a_catalogue(vocabularies=rest)))) == [
        f"data/vocabulary/{name}.yml:1:1: this vocabulary is missing (restore it from git)"
    ]


@pytest.mark.parametrize("name", ["about", "data", "home"])
def test_a_missing_page_is_named(name: str) -> None:
    rest = [a_prose(it) for it in ("about", "data", "home", "other") if it != name]
    assert list(map(str, vocabulary.check(a_catalogue(prose=rest)))) == [
        f"data/prose/{name}.yml:1:1: this page's text is missing (restore it from git)"
    ]


def test_two_parts_of_a_page_with_one_anchor_are_named_at_both_places() -> None:
    """A link could reach the first of them only."""
    parts = [a_prose_section(id=name) for name in ("rights", "sources", "rights")]
    pages = [
        a_prose("about", sections=parts),
        a_prose("data"),
        a_prose("home", sections=parts[:2]),
    ]
    assert list(map(str, vocabulary.check(a_catalogue(prose=pages)))) == [
        "data/prose/about.yml:6:7: id 'rights' stands twice (a page's anchors differ)",
        "data/prose/about.yml:12:7: id 'rights' stands twice (a page's anchors differ)",
    ]


def test_a_code_that_stands_twice_is_named_at_both_places() -> None:
    twice = a_vocabulary("frequencies", "DAILY", "ANNUAL", "DAILY")
    assert problems(twice) == [
        "data/vocabulary/frequencies.yml:4:9: code 'DAILY' stands twice (keep one of them)",
        "data/vocabulary/frequencies.yml:8:9: code 'DAILY' stands twice (keep one of them)",
    ]


def test_a_word_that_a_template_asks_for_is_missing() -> None:
    interface = an_interface()
    kept = [it for it in interface.terms if it.code not in ("archived", "date-month")]
    assert problems(interface.model_copy(update={"terms": tuple(kept)})) == [
        "data/vocabulary/interface.yml:4:1: the word 'archived' is missing "
        "(add a term with this code and its wording in Traditional)",
        "data/vocabulary/interface.yml:4:1: the word 'date-month' is missing "
        "(add a term with this code and its wording in Traditional)",
    ]


def test_a_word_that_no_template_asks_for_is_no_mistake() -> None:
    interface = an_interface()
    more = (*interface.terms, Term(code="tomorrow", label="明天"))
    assert problems(interface.model_copy(update={"terms": more})) == []


def test_a_place_that_nothing_fills_is_named_at_its_wording() -> None:
    """It would end the build with a KeyError. The project's first term is `comma`."""
    assert problems(an_interface(comma="{n}、")) == [
        "data/vocabulary/interface.yml:5:10: nothing fills the place {n} of 'comma' "
        "(places of this word: none)"
    ]


@pytest.mark.parametrize("label", ["共{m}個數據集。", {"zh-Hant": "共{n}個", "zh-Hans": "共{m}个"}])
def test_the_places_that_are_filled_are_named(label: str | dict[str, str]) -> None:
    """In either script, if both are written by hand."""
    label = label if isinstance(label, str) else WrittenLine.model_validate(label)
    [problem] = problems(an_interface(**{"datasets-total": label}))
    assert problem.endswith(
        ": nothing fills the place {m} of 'datasets-total' (places of this word: {n})"
    )


def test_a_value_without_a_place_in_the_wording_is_named() -> None:
    """The number would be lost on every page without a word."""
    [problem] = problems(an_interface(**{"datasets-total": "共數個數據集。"}))
    assert problem.startswith("data/vocabulary/interface.yml:")
    assert "'datasets-total'" in problem
    assert "{n}" in problem


# --- closed vocabularies and groups -------------------------------------------------------------

CLOSED = {
    "errata-kinds": (
        *("edition-change", "name-change", "contradiction", "damage"),
        *("ambiguity", "omission", "anachronism", "duplicate"),
    ),
    "errata-levels": ("fact", "editorial", "blemish"),
    "qualifiers": ("exact", "about", "over", "at-least", "at-most", "range", "nearly"),
    "term-kinds": (
        *("eligibility", "coverage", "amount", "ceiling", "matching", "rate"),
        *("allowance", "places", "duration", "limit", "commitment"),
    ),
}
"""What the data files promise of each, in the order in which a message lists it."""


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_vocabulary_in_another_order_is_good(name: str) -> None:
    """The order is the vocabulary's own: it is that of the pages."""
    [record] = [it for it in vocabularies_of_the_sample() if it.id == name]
    assert [term.code for term in record.terms] != list(reversed(CLOSED[name]))
    assert problems(record.model_copy(update={"terms": tuple(reversed(record.terms))})) == []


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_vocabulary_lacks_a_code(name: str) -> None:
    missing, *rest = CLOSED[name]
    found = problems(a_vocabulary(name, *rest))
    assert (
        f"data/vocabulary/{name}.yml:4:1: the word {missing!r} is missing "
        "(add a term with this code and its wording in Traditional)"
    ) in found


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_vocabulary_has_a_code_that_the_data_files_do_not_promise(name: str) -> None:
    codes = CLOSED[name]
    [record] = [it for it in vocabularies_of_the_sample() if it.id == name]
    more = record.model_copy(update={"terms": (*record.terms, Term(code="novelty", label="{n}"))})
    place = f"{4 + 2 * len(codes)}:9"
    assert problems(more) == [
        f"data/vocabulary/{name}.yml:{place}: unknown code 'novelty' "
        f"(the data files promise these: {', '.join(codes)})"
    ]


@pytest.mark.parametrize(
    ("name", "code", "label", "message"),
    [
        ("units", "HKD", "港元", "'HKD' has no place for {n} (places of this word: {n})"),
        (
            "units",
            "HKD",
            "{n}港元{m}",
            "nothing fills the place {m} of 'HKD' (places of this word: {n})",
        ),
        ("qualifiers", "exact", "約", "'exact' has no place for {n} (places of this word: {n})"),
        (
            "qualifiers",
            "range",
            "{n}起",
            "'range' has no place for {m} (places of this word: {m}, {n})",
        ),
        (
            "units",
            "HKD",
            {"zh-Hant": "{n}港元", "zh-Hans": "港元"},
            "'HKD' has no place for {n} (places of this word: {n})",
        ),
    ],
)
def test_a_unit_or_qualifier_that_would_lose_its_number(
    name: str, code: str, label: object, message: str
) -> None:
    """Or end the build with a KeyError."""
    [record] = [it for it in vocabularies_of_the_sample() if it.id == name]
    changed = [
        Term.model_validate({"code": code, "label": label}) if it.code == code else it
        for it in record.terms
    ]
    [problem] = problems(record.model_copy(update={"terms": tuple(changed)}))
    assert problem.endswith(f": {message}")


def test_a_measure_is_shown_under_a_kind_of_condition_that_nobody_knows() -> None:
    terms = [
        Term(code="ceiling", label="上限", group="ceiling"),
        Term(code="projects", label="項目"),
        Term(code="share", label="份額", group="share"),
    ]
    codes = "eligibility, coverage, amount, ceiling, matching, rate, allowance, places, duration, "
    assert problems(a_vocabulary("measures", terms=terms)) == [
        "data/vocabulary/measures.yml:11:10: unknown kind of condition 'share' "
        f"(codes of data/vocabulary/term-kinds.yml: {codes}limit, commitment)"
    ]


def test_labels_that_readers_could_not_tell_apart() -> None:
    terms = [Term(code=code, label="海洋") for code in ("sea", "ocean")]
    made = a_vocabulary("categories", terms=terms)
    lines = [str(it) for it in vocabulary.check(a_catalogue(vocabularies=[made]))]
    assert (
        "data/vocabulary/categories.yml:7:10: '海洋' is that of 'sea', too "
        "(write what tells the two codes apart, or keep one of them)"
    ) in lines


def test_a_printed_form_of_two_codes() -> None:
    """The extractor could not tell which is meant."""
    terms = [Term(code=code, label=code, printed=("每年",)) for code in ("ANNUAL", "YEARLY")]
    made = a_vocabulary("frequencies", terms=terms)
    lines = [str(it) for it in vocabulary.check(a_catalogue(vocabularies=[made]))]
    assert any("'每年' is that of 'ANNUAL', too" in line for line in lines)
