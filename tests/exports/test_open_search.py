"""The description by which a browser adds the site's search."""

from lxml import etree
from sample import SITE_URL, sample_outputs

SPACES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_each_variant_is_searched_at_its_own_home_page() -> None:
    for path, home in (("opensearch.xml", ""), ("opensearch.zh-Hans.xml", "zh-Hans/")):
        root = etree.fromstring(sample_outputs()[path])
        [url] = root.findall("o:Url", SPACES)
        assert url.get("type") == "text/html"
        assert url.get("template") == f"{SITE_URL}{home}?q={{searchTerms}}"


def test_it_is_named_in_the_script_of_the_variant() -> None:
    names = [
        etree.fromstring(sample_outputs()[path]).findtext("o:ShortName", namespaces=SPACES)
        for path in ("opensearch.xml", "opensearch.zh-Hans.xml")
    ]
    assert names == ["香港創科手冊", "香港创科手册"]
    assert all(len(name) <= 16 for name in names)
