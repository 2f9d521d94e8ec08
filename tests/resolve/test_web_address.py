"""Which host a browser goes to."""

import pytest

from generator.resolve.web_address import host_of


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
