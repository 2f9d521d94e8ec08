"""What every page of the built site allows."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from lxml import html
from sites import Pages

FROM_HERE = ("style-src", "font-src", "connect-src", "worker-src", "form-action", "base-uri")
WRITTEN_IN = "//@style | //style | //@*[starts-with(name(), 'on')] | //@srcdoc"
"""Where styles and scripts would stand among the markup, which the policy forbids."""


def policy(page: html.HtmlElement) -> dict[str, list[str]]:
    """The one policy of a page: directive → sources."""
    [content] = page.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
    return {name: sources for name, *sources in (it.split() for it in content.split(";"))}


def inline_scripts(page: html.HtmlElement) -> Iterator[str]:
    """Those that run; JSON is data."""
    for script in page.iter("script"):
        if script.get("src") is None and "json" not in script.get("type", ""):
            yield script.text


def test_every_page_has_a_policy_without_holes(pages: Pages) -> None:
    """404 page included: nothing but our own files, and inline scripts by their hash alone."""
    for path, page in pages.items():
        allowed = policy(page)
        assert allowed["default-src"] == ["'none'"], path
        assert allowed["object-src"] == ["'none'"], path
        assert {name: allowed[name] for name in FROM_HERE} == {it: ["'self'"] for it in FROM_HERE}
        assert allowed["img-src"] == ["'self'", "data:"], path
        assert allowed["script-src"][0] == "'self'", path
        hashes = allowed["script-src"][1:]
        assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", it) for it in hashes), path
        assert "unsafe" not in str(allowed), path


def test_every_policy_stands_before_what_it_holds_for(pages: Pages) -> None:
    for path, page in pages.items():
        first, second, *_ = page.find("head")
        assert first.get("charset") == "utf-8", path
        assert second.get("http-equiv") == "Content-Security-Policy", path


def test_every_inline_script_has_its_hash_and_no_hash_is_left_over(pages: Pages) -> None:
    known = 0
    for path, page in pages.items():
        digests = {sha256(it.encode()).digest() for it in inline_scripts(page)}
        wanted = {f"'sha256-{b64encode(it).decode()}'" for it in digests}
        assert (path, set(policy(page)["script-src"][1:])) == (path, wanted)
        known += len(wanted)
    assert known > 0


def test_nothing_is_written_into_the_markup_that_a_policy_would_stop(pages: Pages) -> None:
    assert [path for path, page in pages.items() if page.xpath(WRITTEN_IN)] == []
