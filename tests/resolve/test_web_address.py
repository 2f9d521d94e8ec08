"""Which host a browser goes to."""

import pytest

from generator.resolve.web_address import addresses_in, host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.itc.gov.hk/ch/index.html", "www.itc.gov.hk"),
        ("HTTPS://WWW.ITC.GOV.HK", "www.itc.gov.hk"),
        ("https://www.itc.gov.hk./", "www.itc.gov.hk"),
        ("http://www.itc.gov.hk:80/", "www.itc.gov.hk"),
        ("https://www.itc.gov.hk:80/", "www.itc.gov.hk:80"),
        ("https://www.itc.gov.hk?x#y", "www.itc.gov.hk"),
        ("https://www.itc.gov.hk@evil.example/", "evil.example"),
        ("https://a@b@evil.example/", "evil.example"),
        ("https://evil.example\\@www.itc.gov.hk/", "evil.example"),
        ("https:\\\\evil.example/", "evil.example"),
        ("https:///evil.example/", "evil.example"),
        ("//evil.example/x", "evil.example"),
        ("ht\ntps://evil.ex\tample/", "evil.example"),
        (" https://evil.example", "evil.example"),
        ("https:evil.example/", "evil.example"),
        ("ftp://evil.example/", "evil.example"),
        ("mailto:someone@evil.example?subject=x", "evil.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("../../agencies/itc/", ""),
        ("#top", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("見 www.evil.example/x?a=1，其他", ["https://www.evil.example/x?a=1"]),
        ("（WWW.evil.example）", ["https://WWW.evil.example"]),
        ("www.a.example。www.b.example、", ["https://www.a.example", "https://www.b.example"]),
        ("https://www.a.example/ http://a.example/www.b.c", None),
        ("x@www.a.example", ["mailto:x@www.a.example"]),
        ("awww.x 和 www", []),
    ],
)
def test_a_bare_address_is_one_address_whole(text: str, addresses: list[str] | None) -> None:
    """Readers copy it, and many programs make a link of it: a review lists it with its host."""
    assert list(addresses_in(text)) == (text.split() if addresses is None else addresses)
