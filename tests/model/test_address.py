"""Addresses of public web pages: what a browser would read otherwise than a person is refused."""

import pytest

from generator.model.address import address_fault

GOOD = [
    "https://www.itf.gov.hk/",
    "https://www.itf.gov.hk",
    "http://www.itf.gov.hk/l-eng/TCFS.asp",
    "https://WWW.gov.hk/A",
    "https://data.gov.hk/tc-data/dataset/hk-itc-x",
    "https://a.example:8443/b",
    "https://a.hk/b%20c?d=e&f=[g]#h",
    "https://zh.wikipedia.org/wiki/A_(b)",
    "https://xn--j6w193g.xn--j6w193g/",
    "https://web.archive.org/web/2020/https://www.gov.hk/",
    "https://a.hk/?next=https://b.hk/",
    "https://a.hk/@name/1",
    "https://a.hk/x.y..z/1.0/",
    "https://1823.gov.hk/",
    "https://a-b.c-d.hk/~e/",
]
BAD = {
    "": "is not a web address",
    "www.itf.gov.hk": "is not a web address",
    "//www.itf.gov.hk/": "is not a web address",
    "htps://www.itf.gov.hk/": "is not a web address",
    "https:/www.itf.gov.hk/": "is not a web address",
    "https//www.itf.gov.hk/": "is not a web address",
    "javascript:alert(1)": "is not a web address",
    "mailto:a@gov.hk": "is not a web address",
    "HTTPS://www.gov.hk/": "is not a web address",
    " https://www.gov.hk/": "is not a web address",
    "https://": "has no name of a site",
    "https:///x": "has no name of a site",
    "https://...": "has no name of a site",
    "https://.gov.hk/": "has no name of a site",
    "https://www..gov.hk/": "has no name of a site",
    "https://-a.gov.hk/": "has no name of a site",
    "https://a_b.gov.hk/": "has no name of a site",
    "https://itf": "no public site is called itf",
    "https://localhost/": "no public site is called localhost",
    "https://intranet.local/": "no public site is called intranet.local",
    "https://a.gov.h/": "no public site is called a.gov.h",
    "https://a.gov.1k/": "no public site is called a.gov.1k",
    "https://127.0.0.1/": "has a number in place of the name of a site",
    "https://2130706433/": "has a number in place of the name of a site",
    "https://0x7f000001/": "has a number in place of the name of a site",
    "http://[::1]/": "has a number in place of the name of a site",
    "https://www.gov.hk@evil.example/": "leads to evil.example, not to what stands before the @",
    "https://u:p@www.gov.hk/": "leads to www.gov.hk, not to what stands before the @",
    "https://a@b@evil.example/": "leads to evil.example, not to what stands before the @",
    "https://www.gov.hk:/": "names a port, ''",
    "https://www.gov.hk:443/": "names a port, '443'",
    "https://www.gov.hk:0/": "names a port, '0'",
    "https://www.gov.hk:99999/": "names a port, '99999'",
    "https://https://www.gov.hk/": "begins twice",
    "https://http://www.gov.hk/": "begins twice",
    "https://www.gov.hk.": "ends with .",
    "https://www.gov.hk/tc/.": "ends with .",
    "https://www.gov.hk/a,": "ends with ,",
    "https://www.gov.hk/a;": "ends with ;",
    "https://www.gov.hk/a)": "ends with )",
    "https://www.gov.hk/?a=b!": "ends with !",
    "https://www.gov.hk/(a": "has a bracket without its partner",
    "https://www.gov.hk/[a/b": "has a bracket without its partner",
    "https://www.gov.hk/%": "has a % without two digits behind it",
    "https://www.gov.hk/%zz/": "has a % without two digits behind it",
    "https://www.gov.hk/.../b": "is cut or goes back: it has dots for a part",
    "https://www.gov.hk/a/../b": "is cut or goes back: it has dots for a part",
    "https://www.gov.hk/https://b.hk/": "holds two addresses",
    "https://www.gov.hk/a b": "holds ' ', which no address does",
    "https://www.gov.hk/創科": "holds '創', which no address does",
    "https://www.gov.hk/創科。": "holds '創', which no address does",
    "https://www.gov.hk，見頁": "holds '，', which no address does",
    "https://www.gov.hk/<b>": "holds '<', which no address does",
    "https://www.gov.hk\\x": "holds '\\\\', which no address does",
    "https://www.ɡov.hk/": "holds 'ɡ', which no address does",
    "https://www.gov.hk/\u202ex": "holds '\\u202e', which no address does",
}


@pytest.mark.parametrize("address", GOOD)
def test_addresses_of_public_pages_are_good(address: str) -> None:
    assert address_fault(address) is None


@pytest.mark.parametrize("address", BAD)
def test_what_no_public_page_is_called(address: str) -> None:
    found = address_fault(address)
    assert found is not None
    message, tip = found
    assert BAD[address] in message
    assert tip
