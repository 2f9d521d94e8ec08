"""Addresses that the environment gives a site: what is none is refused in one line."""

import pytest

from generator.site.site_address import WrongAddress, address_in


@pytest.mark.parametrize(
    "given",
    [
        "https://example.org",
        "https://example.org/",
        "http://127.0.0.1:8000/",
        "http://localhost/handbook",
        "http://[::1]:8000/",
        "https://someone.github.io/handbook/",
        "HTTPS://Example.org/%E5%89%B5/a_b.c~d/",
        "https://xn--fiqs8s.example/",
    ],
)
def test_an_address_is_taken_as_it_is(given: str) -> None:
    assert address_in({"SITE_URL": given}, "SITE_URL") == given


def test_reports_alone_may_go_to_a_mail_address() -> None:
    mail = "mailto:hand.book+hk@mail.example.org"
    assert address_in({"REPORT_URL": mail}, "REPORT_URL") == mail
    for variable, given in (
        ("SITE_URL", mail),
        ("REPORT_URL", "mailto:nobody"),
        ("REPORT_URL", "mailto:a@b.example?cc=c@d.example"),
        ("REPORT_URL", 'mailto:a@b.example"onclick'),
    ):
        with pytest.raises(WrongAddress):
            address_in({variable: given}, variable)


@pytest.mark.parametrize("environment", [{}, {"SITE_URL": ""}, {"REPO_URL": "foo"}])
def test_without_one_there_is_none(environment: dict[str, str]) -> None:
    """A workflow sets an empty one where it has none."""
    assert address_in(environment, "SITE_URL") is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("foo", "begins with"),
        ("example.org/handbook/", "begins with"),
        ("//example.org/", "begins with"),
        ("ftp://example.org/", "begins with"),
        ("file:///tmp/site/", "begins with"),
        ("javascript:alert(1)", "begins with"),
        ("https:/example.org/", "begins with"),
        (" https://example.org/", "no space"),
        ("https://example.org/ ", "no space"),
        ("https://example.org/a b/", "no space"),
        ("https://example.org/\n", "no space"),
        ("https://例子.香港/", "no space and only characters of ASCII"),
        ("https://", "names no host"),
        ("https:///handbook/", "names no host"),
        ("https://.example.org/", "names no host"),
        ("https://a..org/", "names no host"),
        ("https://exam<ple.org/", "names no host"),
        ("https://example.org:port/", "the host or its port"),
        ("https://example.org:99999/", "the host or its port"),
        ("https://[::1/", "the host or its port"),
        ("https://example.org@evil.example/", "names a user"),
        ("https://example.org/?", "in a query"),
        ("https://example.org/?a=b", "in a query"),
        ("https://example.org/#top", "in a place on a page"),
        ("https://example.org//handbook/", "its path"),
        ("https://example.org/../", "its path"),
        ("https://example.org/<b>/", "its path"),
        ('https://example.org/"/', "its path"),
    ],
)
def test_anything_else_is_refused(given: str, reason: str) -> None:
    with pytest.raises(WrongAddress) as refused:
        address_in({"SITE_URL": given}, "SITE_URL")
    text = str(refused.value)
    assert text.startswith(f"SITE_URL is {given!r}: ")
    assert reason in text
    assert text.endswith(" (write for example https://example.org/handbook/, or unset it)")
