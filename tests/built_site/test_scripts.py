"""Every string of the built site is in the script of its page, in words that Hong Kong uses.

The characters are held against Big5 with Hong Kong's supplement and GB 2312 as Python's codecs have
them, which know nothing of OpenCC or of our own tables.
"""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from lxml import html
from sites import OTHER, ROOT, Pages, Site, text

HANT, HANS = "zh-Hant", "zh-Hans"
CODECS = {HANT: "big5hkscs", HANS: "gb2312"}
SHOWN = yaml.safe_load((ROOT / "tests/data/characters-shown.yml").read_text("utf-8"))
ALLOWED: dict[str, dict[str, str]] = SHOWN["allowed"]
"""Characters outside the codec of a script, and why a page shows them all the same."""

LOOKALIKES = set("据价优适惊拥怜胆担猎蜡腊虾触胜听叶厂广")
"""Simplified characters that Big5 has as rare ones of its own."""

FORBIDDEN: dict[str, list[str]] = SHOWN["forbidden"]
"""Words that a conversion made or failed to mend; no editor of the variant would write them."""

IDEOGRAPHS = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
SPOKEN = ("alt", "aria-label", "content", "placeholder", "title")
"""Attributes that a reader or a machine reads as text."""


def script_of(lang: str) -> str:
    return HANS if lang == "zh-Hans" else HANT


Strings = dict[tuple[str, str], str]
"""(script, string) → the first page that says it; what stands on every page is here once."""


@pytest.fixture(scope="module")
def said(pages: Pages) -> Strings:
    """All that the site's pages say."""
    found: Strings = {}
    for path, page in pages.items():
        for it in strings(page):
            found.setdefault(it, path)
    return found


def strings(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """(script, string) of every text and spoken attribute of a page, scripts as `lang` says."""

    def walk(element: html.HtmlElement, lang: str) -> Iterator[tuple[str, str]]:
        outside = lang
        if isinstance(element.tag, str):
            lang = element.get("lang", lang)
            if element.get("type") == "application/ld+json":
                yield from linked(json.loads(element.text), script_of(lang))
                return
            readable = element.tag not in ("script", "style")
            readable = readable or element.get("type", "").endswith("json")
            if readable and element.text:
                yield script_of(lang), element.text
            for name in SPOKEN:
                if value := element.get(name):
                    yield script_of(lang), value
            for child in element:
                yield from walk(child, lang)
        if element.tail:
            yield script_of(outside), element.tail

    yield from walk(page, page.get("lang"))


def linked(value: Any, script: str) -> Iterator[tuple[str, str]]:
    """The texts of a page's linked data, in the script that each is tagged with."""
    if isinstance(value, dict):
        for name, part in value.items():
            tagged = name == "@value" and value["@language"] in CODECS
            yield from linked(part, value["@language"] if tagged else script)
    elif isinstance(value, list):
        for part in value:
            yield from linked(part, script)
    elif isinstance(value, str):
        yield script, value


def strangers(script: str, string: str) -> set[str]:
    """Ideographs of a string that its script's codec has not."""
    found = set(IDEOGRAPHS.findall(string)) - set(ALLOWED[script])
    lacking = {it for it in found if not it.encode(CODECS[script], "ignore")}
    return lacking | (found & LOOKALIKES if script == HANT else set())


def test_the_codecs_tell_the_scripts_apart() -> None:
    assert (
        strangers(HANT, "香港創科說布衞裏峰群") == strangers(HANS, "香港创科说布卫里峰群") == set()
    )
    assert strangers(HANT, "据创说") == set("据创说")
    assert strangers(HANS, "據創說峯衞") == set("據創說峯衞")


QUOTED: dict[str, str] = SHOWN["quoted"]
"""Quotes of a document that stay as they are, and why."""


def test_every_string_is_in_the_script_of_its_page(said: Strings) -> None:
    wrong = {
        (path, script, string[:60]): found
        for (script, string), path in said.items()
        if string not in QUOTED and (found := strangers(script, string))
    }
    assert wrong == {}
    seen = {(script, IDEOGRAPHS.search(string) is not None) for script, string in said}
    assert {(HANT, True), (HANS, True)} <= seen


def test_no_page_shows_a_word_that_an_editor_would_strike(said: Strings) -> None:
    wrong = [
        (path, word, string[:60])
        for (script, string), path in said.items()
        for word in FORBIDDEN[script]
        if word in string and string not in QUOTED
    ]
    assert wrong == []
    assert set(QUOTED) <= {string for _, string in said}


def ascii_runs(page: html.HtmlElement) -> list[str]:
    """Digits and Latin letters of the article, without the originals that one variant adds."""
    [article] = page.iter("article")
    article = copy.deepcopy(article)
    originals = article.xpath(".//details[summary[@id='converted']]")
    for apart in (*originals, *article.find_class("cite")):
        apart.drop_tree()  # the address of a page tells its variant
    # Cell by cell: a mark behind a converted text must not keep apart what else would run together.
    return re.findall("[A-Za-z0-9]+", " ".join(article.itertext()))


def test_digits_and_latin_letters_are_the_same_in_both_variants(pages: Pages) -> None:
    pairs = [(path, OTHER + path) for path in pages if OTHER + path in pages]
    assert len(pairs) > 80
    different = [
        (path, one, other)
        for path, switched in pairs
        if (one := ascii_runs(pages[path])) != (other := ascii_runs(pages[switched]))
    ]
    assert different == []


DATA_FILES = (
    *("agencies", "datasets", "documents", "programmes", "figures", "events", "errata"),
    "terminology",
)


@pytest.mark.parametrize("name", DATA_FILES)
def test_the_data_files_keep_the_scripts_apart(site: Site, name: str) -> None:
    content: Any = json.loads((site.folder / f"data/v1/{name}.json").read_text("utf-8"))

    def both(value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for key, part in value.items():
                if key in CODECS and isinstance(part, str):
                    yield key, part
                else:
                    yield from both(part)
        elif isinstance(value, list):
            for part in value:
                yield from both(part)

    found = list(both(content))
    assert {script for script, _ in found} == {HANT, HANS}
    assert [(script, it) for script, it in found if strangers(script, it)] == []
    assert [it for script, it in found for word in FORBIDDEN[script] if word in it] == []


def test_a_form_that_no_source_confirms_is_marked(pages: Pages) -> None:
    """Nothing confirms the English name of `casp`; that of `nias` is on an official page."""
    for variant, word in (("", "待核實"), (OTHER, "待核实")):
        marked = {
            it: text(pages[f"{variant}programmes/{it}/"]).count(word) for it in ("casp", "nias")
        }
        assert marked["nias"] == 0
        assert marked["casp"] > 0
