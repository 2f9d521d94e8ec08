"""A link leads to the page in the language that it is named for, as far as its address says.

Lines and columns are those of `builders.yaml_of`.
"""

import pytest
from builders import a_catalogue, a_dataset, a_landing, an_agency, catalogue_of_the_project

from generator.rules import link_languages

SEA = "data/agencies/sea.yml"
EACH = "(put each address under its language; leave out a language without a page)"


def of_links(**links: str) -> list[str]:
    links = {name.replace("_", "-"): address for name, address in links.items()}
    agency = an_agency(links=links)
    return [str(it) for it in link_languages.check(a_catalogue(agencies=[agency]))]


def of_landing(**changes: str) -> list[str]:
    landing = a_landing(**{name.replace("_", "-"): it for name, it in changes.items()})
    return [
        str(it) for it in link_languages.check(a_catalogue(datasets=[a_dataset(landing=landing)]))
    ]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(link_languages.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize(
    ("hant", "hans", "en"),
    [
        ("https://a.gov.hk/tc/x", "https://a.gov.hk/sc/x", "https://a.gov.hk/en/x"),
        ("https://a.gov.hk/ch/x", "https://a.gov.hk/gb/x", "https://a.gov.hk/eng/x"),
        ("https://a.hk/zh_tw/x", "https://a.hk/zh_cn/x", "https://a.hk/"),
        ("https://a.hk/zh-HK", "https://a.hk/zh-CN", "https://a.hk/en-US"),
        ("https://a.hk/x/chi/", "https://a.hk/x/chs/", "https://a.hk/x/english"),
        ("https://a.hk/1", "https://a.hk/2", "https://a.hk/3"),
        ("https://a.hk/schemes/1", "https://a.hk/tcfs/2", "https://a.hk/chance/scen"),
    ],
)
def test_pages_in_their_languages_are_good(hant: str, hans: str, en: str) -> None:
    assert of_links(zh_Hant=hant, zh_Hans=hans, en=en) == []


def test_two_scripts_that_are_exchanged_are_one_mistake() -> None:
    assert of_links(zh_Hant="https://a.gov.hk/sc/x", zh_Hans="https://a.gov.hk/tc/x") == [
        f"{SEA}:6:12: zh-Hant and zh-Hans are exchanged (write each address behind the other name)"
    ]


@pytest.mark.parametrize(
    ("language", "address", "said"),
    [
        ("zh-Hans", "https://a.gov.hk/en/x", "en"),
        ("zh-Hant", "https://a.gov.hk/gb/x", "zh-Hans"),
        ("en", "https://a.gov.hk/tc", "zh-Hant"),
        ("en", "https://a.gov.hk/zh-cn/?a=b", "zh-Hans"),
    ],
)
def test_a_page_in_another_language(language: str, address: str, said: str) -> None:
    [line] = of_links(**{language: address})
    assert line.startswith(f"{SEA}:6:")
    assert line.endswith(f": {language} leads to a page in {said} {EACH}")


def test_one_page_in_two_scripts() -> None:
    page = "https://a.gov.hk/about"
    assert of_links(zh_Hant=page, zh_Hans=page) == [
        f"{SEA}:7:12: zh-Hant and zh-Hans lead to one page "
        "(give the page in Simplified, or leave zh-Hans out)"
    ]


def test_pages_of_the_portal() -> None:
    assert of_landing() == []
    [line] = of_landing(zh_Hans="https://data.example/sc/dataset/sea-winds")
    assert line.startswith(
        "data/datasets/sea/sea-tides.yml:21:12: zh-Hant and zh-Hans lead to pages of two datasets ("
    )
    [line] = of_landing(zh_Hans="https://data.example/tc-data/dataset/sea-tides")
    assert line.endswith(f":21:12: zh-Hans leads to a page in zh-Hant {EACH}")
