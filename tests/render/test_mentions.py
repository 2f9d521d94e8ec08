"""Names of agencies and programmes in running text: which are linked, and which are not."""

from collections.abc import Iterable
from datetime import date

import pytest
from builders import a_catalogue, a_name, a_name_list, a_programme, a_terminology, an_agency
from render.markdown_site import rendered
from sample import ATTACK

from generator.model.agency import Agency
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.programme import Programme
from generator.model.terminology import Name
from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter
from generator.render.environment import environment
from generator.render.mentions import MentionFinder
from generator.render.page import Page, PageWriter
from generator.resolve.resolve import resolve


def catalogue(
    programmes: Iterable[Programme], agencies: Iterable[Agency], names: Iterable[Name] = ()
) -> Catalogue:
    """The default agency, called 海風觀測署, and what is given."""
    named = a_terminology(names=[a_name_list(*names)] if names else [])
    return a_catalogue(
        programmes=list(programmes), agencies=[an_agency(), *agencies], terminology=named
    )


def linked(
    text: str,
    *programmes: Programme,
    agencies: Iterable[Agency] = (),
    names: Iterable[Name] = (),
    own: str | None = None,
) -> list[tuple[str, str]]:
    """What is linked in a Traditional text, with the record it leads to."""
    records = resolve(catalogue(programmes, agencies, names), date(2026, 1, 1))
    parts = list(MentionFinder(records, lambda it: it.text).split(text, own))
    assert "".join(part for part, _ in parts) == text
    return [(part, f"{ref.kind}/{ref.id}") for part, ref in parts if ref]


FUND = a_programme(id="fund", name="創新基金")
SCHEME = a_programme(id="scheme", name="創新基金支援計劃")


def test_a_text_that_names_nobody_stays_as_it_is() -> None:
    assert linked("沒有名稱。", FUND) == []
    assert linked("", FUND) == []


def test_nobody_is_named_where_there_is_nobody() -> None:
    records = resolve(a_catalogue(agencies=[], documents=[], datasets=[]), date(2026, 1, 1))
    assert list(MentionFinder(records, lambda it: it.text).split("海", None)) == [("海", None)]


def test_agencies_and_programmes_are_linked() -> None:
    assert linked("海風觀測署推出創新基金。", FUND) == [
        ("海風觀測署", "agencies/sea"),
        ("創新基金", "programmes/fund"),
    ]


def test_the_longest_name_that_fits_is_the_one_meant() -> None:
    assert linked("創新基金支援計劃與創新基金", FUND, SCHEME) == [
        ("創新基金支援計劃", "programmes/scheme"),
        ("創新基金", "programmes/fund"),
    ]


def test_a_record_is_linked_where_it_is_named_first() -> None:
    """By whatever name; later mentions are plain."""
    fund = a_programme(id="fund", name="創新基金", former_names=["舊日基金"])
    assert linked("創新基金即舊日基金，創新基金。", fund) == [("創新基金", "programmes/fund")]
    assert linked("舊日基金即創新基金。", fund) == [("舊日基金", "programmes/fund")]


def test_a_page_does_not_link_itself() -> None:
    """And what is named inside its own name is no mention of somebody else."""
    assert linked("創新基金支援計劃及創新基金", FUND, SCHEME, own="fund") == [
        ("創新基金支援計劃", "programmes/scheme")
    ]
    assert linked("創新基金支援計劃", FUND, SCHEME, own="scheme") == []


def test_a_name_of_two_records_is_not_linked() -> None:
    """Nor is a shorter name inside it: the text speaks of one of the two."""
    one, two = (a_programme(id=it, name=f"計劃{it}", former_names=["創新基金中心"]) for it in "ab")
    assert linked("創新基金中心及計劃a", one, two, FUND) == [("計劃a", "programmes/a")]


def test_two_names_of_one_record_that_are_the_same_are_linked() -> None:
    same = a_programme(id="fund", name="創新基金", former_names=["創新基金"])
    assert linked("創新基金", same) == [("創新基金", "programmes/fund")]


@pytest.mark.parametrize(("former", "found"), [("基金", False), ("好基金", True)])
def test_a_former_name_of_two_letters_is_an_ordinary_word(former: str, found: bool) -> None:
    fund = a_programme(id="fund", name="創新基金", former_names=[former])
    assert linked(f"這是{former}。", fund) == [(former, "programmes/fund")] * found


def test_an_official_name_of_two_letters_is_linked() -> None:
    assert linked("由投委負責", a_programme(id="x", name="投委")) == [("投委", "programmes/x")]


def test_aliases_of_the_terminology_are_linked() -> None:
    fund = a_programme(id="fund", name=None)
    both = {"zh-Hant": "創新基金", "zh-Hans": "创新基金"}
    name = a_name(id="fund", aliases=["創基會"], **both)
    assert linked("創基會撥款", fund, names=[name]) == [("創基會", "programmes/fund")]


def test_terms_without_a_page_lead_to_their_entries() -> None:
    """Where an English name says what they are; what has a page is not taken from it."""
    area = a_name(id="area", english="Bay Area", **{"zh-Hant": "海灣區", "zh-Hans": "海湾区"})
    plain = a_name(id="plain", english=None, **{"zh-Hant": "新詞語", "zh-Hans": "新词语"})
    old = a_name(id="old", english="Old Fund", **{"zh-Hant": "舊基金", "zh-Hans": "旧基金"})
    fund = a_programme(id="fund", name="創新基金", former_names=["舊基金"])
    assert linked("海灣區的新詞語和舊基金，在海灣區。", fund, names=[area, plain, old]) == [
        ("海灣區", "terminology/area"),
        ("舊基金", "programmes/fund"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("InnoHK", True),
        ("由InnoHK推行", True),
        ("(InnoHK)", True),
        ("InnoHK-2", True),
        ("InnoHKX", False),
        ("MyInnoHK", False),
        ("InnoHK2", False),
        ("innohk", False),
    ],
)
def test_a_latin_name_is_no_part_of_a_longer_word(text: str, found: bool) -> None:
    lab = a_programme(id="lab", name="InnoHK")
    assert linked(text, lab) == [("InnoHK", "programmes/lab")] * found


def test_a_mixed_name_ends_where_its_latin_letters_do() -> None:
    lab = a_programme(id="lab", name="智方便plus")
    assert linked("智方便plus2 智方便plus。", lab) == [("智方便plus", "programmes/lab")]


@pytest.mark.parametrize("name", ["(a|b)", "創新.*", "[x]", "\\d", "a+", "^$", ATTACK.strip()])
def test_a_name_is_no_pattern(name: str) -> None:
    scheme = a_programme(id="scheme", name=name)
    assert linked(f"前{name}後", scheme) == [(name, "programmes/scheme")]
    assert linked("創新abx5", scheme) == []


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_a_hostile_name_and_the_text_around_it_are_escaped(script: Script) -> None:
    """The link is the only element; everything reads as it was typed."""
    template = environment().from_string("{{ linked(text) }}")
    made = catalogue([a_programme(id="scheme", name=ATTACK.strip())], [])
    writer = PageWriter(resolve(made, date(2026, 1, 1)), catalogue_converter(made), script)
    text = Wording(f"<b>{ATTACK}</b>", "zh-Hant")
    written = writer.write(Page("figures.md", template, "x", (), {"text": text}))
    [shown] = rendered(written)
    assert [it.tag for it in shown.iter()] == ["p", "a"]
    [link] = shown.iter("a")
    assert dict(link.attrib) == {"href": "programmes/scheme.md"}
    assert link.text_content() == ATTACK.strip()
    assert shown.text_content() == f"<b>{ATTACK}</b>"
