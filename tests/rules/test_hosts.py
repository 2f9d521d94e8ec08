"""Hosts that nobody has looked at."""

import pytest
from builders import (
    a_catalogue,
    a_name,
    a_name_list,
    a_programme,
    a_prose,
    a_terminology,
    an_agency,
)

from generator.messages.problem import Problem, Severity
from generator.model.host import Host, HostList
from generator.rules import hosts

OFFICE = "www.sea.gov.hk"


def a_host_list(*names: str, id: str = "government") -> HostList:
    return HostList(id=id, hosts=tuple(Host(host=it, who="海風觀測署") for it in names))


def found(address: str, *known: str) -> list[Problem]:
    """What is said of an agency's page at `address`."""
    agency = an_agency(links={"en": address})
    return list(hosts.check(a_catalogue(agencies=[agency], hosts=[a_host_list(*known)])))


def test_a_new_host_is_a_warning_where_it_is_typed() -> None:
    [problem] = found("https://tides.example/en/", OFFICE)
    assert problem.severity is Severity.WARNING
    assert str(problem).startswith("data/agencies/sea.yml:6:7: warning: ")
    assert problem.message == "the host tides.example is not in data/hosts/"
    assert problem.tip == (
        "look at the page; if it is right, add to a list there `host: tides.example` and `who`"
    )


@pytest.mark.parametrize(
    "address",
    [
        f"https://{OFFICE}/en/",
        "https://WWW.SEA.GOV.HK/EN/",
    ],
)
def test_a_known_host_is_known_however_it_is_written(address: str) -> None:
    assert found(address, OFFICE) == []


@pytest.mark.parametrize("text", [f"http://{OFFICE}:80/", f"見 https://{OFFICE}:443/。"])
def test_the_usual_port_is_no_other_host(text: str) -> None:
    programme = a_programme(summary=text)
    assert list(hosts.check(a_catalogue(programmes=[programme], hosts=[a_host_list(OFFICE)]))) == []


@pytest.mark.parametrize(
    ("address", "host"),
    [
        (f"https://{OFFICE}.evil.example/", f"{OFFICE}.evil.example"),
        (f"https://evil-{OFFICE}/", f"evil-{OFFICE}"),
        (f"https://x.{OFFICE}/", f"x.{OFFICE}"),
        ("https://sea.gov.hk/", "sea.gov.hk"),
        ("https://www.sea.gov/", "www.sea.gov"),
        (f"https://{OFFICE}:8443/", f"{OFFICE}:8443"),
        (f"https://evil.example/{OFFICE}/", "evil.example"),
        ("https://xn--sa-0ja.gov.hk/", "xn--sa-0ja.gov.hk"),
    ],
)
def test_what_only_looks_like_a_known_host_is_new(address: str, host: str) -> None:
    [problem] = found(address, OFFICE)
    assert problem.message == f"the host {host} is not in data/hosts/"


@pytest.mark.parametrize(
    "address",
    [
        f"https://{OFFICE}.evil.example/",
        f"https://{OFFICE}:8443/",
        "https://www.sea.gov.tk/",
        "https://www.sae.gov.hk/",
    ],
)
def test_what_was_perhaps_meant_is_named(address: str) -> None:
    [problem] = found(address, OFFICE)
    assert problem.tip.startswith(f"did you mean {OFFICE}? if not, look at the page")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("見 https://evil.example/。", "evil.example"),
        ("見（https://evil.example）。", "evil.example"),
        ("見 https://evil.example或其他", "evil.example"),
        ("見 ftp://evil.example;", "evil.example"),
        ("見 www.evil.example，", "www.evil.example"),
        ("電郵 tides@evil.example", "evil.example"),
        (f"https://{OFFICE}@evil.example/", "evil.example"),
        (f"https://{OFFICE}'@evil.example/", "evil.example"),
        (f"https://{OFFICE}%40evil.example/", "evil.example"),
        (f"https:\\\\evil.example\\@{OFFICE}/", "evil.example"),
        (f"https://{OFFICE}。evil.example/", f"{OFFICE}.evil.example"),
        ("https://www.\u0455\u0435\u0430.gov.hk/", "www.\\u0455\\u0435\\u0430.gov.hk"),
    ],
)
def test_an_address_in_a_text_is_an_address_too(text: str, host: str) -> None:
    programme = a_programme(summary=text)
    catalogue = a_catalogue(programmes=[programme], hosts=[a_host_list(OFFICE)])
    assert [it.message for it in hosts.check(catalogue)] == [
        f"the host {host} is not in data/hosts/"
    ]


def test_letters_that_look_like_others_are_to_be_typed_anew() -> None:
    programme = a_programme(summary="https://www.\u0455\u0435\u0430.gov.hk/")
    catalogue = a_catalogue(programmes=[programme], hosts=[a_host_list(OFFICE)])
    [problem] = hosts.check(catalogue)
    assert problem.tip == "type it anew: it holds letters that are not of the Latin alphabet"


@pytest.mark.parametrize(
    "text", ["第 1.5 版", "A.ii 節", "DATA.GOV.HK", "由 a.b 至 c@d", "://", "@"]
)
def test_a_text_without_an_address_names_no_host(text: str) -> None:
    programme = a_programme(summary=text)
    assert list(hosts.check(a_catalogue(programmes=[programme], hosts=[a_host_list(OFFICE)]))) == []


def test_a_host_is_told_once_where_it_first_stands() -> None:
    """A new newspaper may confirm a dozen names."""
    name = a_name(confirmed_by=["https://press.example/1", "https://press.example/2"])
    catalogue = a_catalogue(
        agencies=[an_agency(links={"en": "https://press.example/3"})],
        prose=[a_prose(lead="見 https://press.example/4。")],
        terminology=a_terminology(names=[a_name_list(name)]),
        hosts=[a_host_list(OFFICE)],
    )
    [problem] = hosts.check(catalogue)
    assert problem.place.path == "data/agencies/sea.yml"
    assert problem.message == (
        "the host press.example is not in data/hosts/; it stands in 4 places"
    )


def test_a_known_host_that_nobody_names_is_no_mistake() -> None:
    assert found(f"https://{OFFICE}/", OFFICE, "www.gone.gov.hk") == []


def test_a_host_with_two_entries() -> None:
    lists = [a_host_list(OFFICE, id="bodies"), a_host_list("a.example", OFFICE)]
    [problem] = hosts.check_repeated_hosts(a_catalogue(hosts=lists))
    assert str(problem) == (
        f"data/hosts/government.yml:5:9: {OFFICE} already stands at data/hosts/bodies.yml:3:9 "
        "(remove one of the two entries)"
    )
