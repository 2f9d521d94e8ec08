"""What a page may load and run."""

import pytest

from generator.site.content_policy import with_policy

HEAD = '<!doctype html><html><head><meta charset="utf-8">'


def directives(page: str) -> dict[str, list[str]]:
    start = page.index('content="') + len('content="')
    policy = page[start : page.index('"', start)]
    return {name: values for name, *values in (it.split() for it in policy.split("; "))}


def test_a_page_without_scripts_runs_our_files_only() -> None:
    found = directives(with_policy(HEAD))
    assert found["script-src"] == ["'self'"]
    assert found["default-src"] == ["'none'"]
    assert found["object-src"] == ["'none'"]
    assert found["base-uri"] == ["'self'"]
    assert not {it for values in found.values() for it in values if "unsafe" in it or "*" in it}


def test_an_inline_script_is_allowed_by_its_hash() -> None:
    """The hash is the one that `openssl dgst -sha256 -binary | base64` gives for `alert(1)`."""
    page = with_policy(f"{HEAD}<script>alert(1)</script>")
    known = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    assert directives(page)["script-src"] == ["'self'", known]


def test_the_same_script_twice_has_one_hash_and_data_have_none() -> None:
    body = (
        "<script>a</script><script>a</script>"
        '<script src="x.js"></script><script defer src="y.js"></script>'
        '<script id="c" type="application/json">{}</script>'
        '<script type="application/ld+json">{}</script>'
    )
    assert len(directives(with_policy(HEAD + body))["script-src"]) == 2


def test_the_policy_stands_before_everything_it_holds_for() -> None:
    page = with_policy(f"{HEAD}<title>x</title><script>a</script>")
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_a_page_that_could_not_carry_it_is_refused() -> None:
    with pytest.raises(ValueError, match="character set"):
        with_policy("<html><script>a</script></html>")
