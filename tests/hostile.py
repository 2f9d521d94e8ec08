"""Hostile texts, and a data folder in which every text of every record is one of them.

There are as many records of each kind as strings, and every field of record number i begins
elsewhere in the list, so that each string stands once in each field of each kind.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count, cycle, islice
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import east_asian_width

from builders import ROOT, vocabularies_of_the_sample

from generator.reading.yaml_source import parse
from generator.rules.prose_markup import MARKUP

_ATTACKS = (
    # HTML
    "<script>window.__pwned=1§</script>",
    "</script><script>window.__pwned=1§</script>",
    "<img src=x onerror=window.__pwned=1§>",
    "<svg onload=window.__pwned=1§><a>",
    "<iframe srcdoc='<script>parent.__pwned=1§</script>'>",
    "<b>bold§</b> <i>italic <u>open",
    "</h1></td></table>§</article></main></body></html>",
    "</title><script>window.__pwned=1§</script>",
    "<details open ontoggle=window.__pwned=1§>",
    "<style>*{display:none}</style>§<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/§'>",
    "<form action=//evil.example/§><button formaction=javascript:window.__pwned=1>x",
    "<!-- comment§ --> <![CDATA[ x ]]> ]]> <?php echo 1 ?> <!DOCTYPE x> <!-- open",
    "a§ < b > c <3 & d && e &",
    # Attributes
    '" onmouseover=window.__pwned=1§ x="',
    "' autofocus onfocus=window.__pwned=1§ x='",
    '"><script>window.__pwned=1§</script>',
    "'><img src=x onerror=window.__pwned=1§>",
    # Addresses
    "javascript:window.__pwned=1§",
    "[x§](javascript:window.__pwned=1) <javascript:window.__pwned=1>",
    "[x§](data:text/html,<script>parent.__pwned=1</script>)",
    '![x§](x"onerror="window.__pwned=1) ![pixel](https://evil.example/p.png)',
    "[x§][1]",
    '[1]: javascript:window.__pwned=1§ "t"',
    "https://evil.example/§ www.evil.example a@evil.example <https://evil.example/>",
    "[x§](../../../../etc/passwd) [y](#name) [[z]]",
    # Markdown
    "# heading§",
    "## heading§ {#name}",
    "===¶",
    "---¶",
    "- item§",
    "1. item§",
    "> quote§ ```",
    ":   definition§",
    "**bold§** __bold__ *it* _it_ ~~s~~ ==m== ^s^ H~2~O",
    "`code§` ``code``",
    "| a§ | b |",
    "|---¶|---|",
    "{: onmouseover=window.__pwned=1§ }",
    "x§ {: #name .note onclick=window.__pwned=1 }",
    "[^1] [^1]: note§ *[HTML]: abbr",
    '!!! note§ --8<-- "mkdocs.yml" [TOC]',
    "a§\\*b \\<b\\> C:\\new\\table \\u0041 \\x41 \\",
    "two  spaces§   three",
    "wzxhzdk:1 klzzwxh:0000 %%% $$x§$$ :smile:",
    # Entities: those that are not refused
    "&ltscript&gtwindow.__pwned=1§&lt/script&gt",
    "&#00000060;img src=x onerror=window.__pwned=1§&#00000062; &#x000006a;avascript:x",
    "&amp; &amp;lt;b&amp;gt;§ &copy &frac12; &quot &nbsp &#60 &bogus",
    # Templates
    "{{ 7 * 7§ }} {{ config.site_dir }}",
    "{% raw %}{% include '/etc/passwd§' %} {# comment #}",
    "{n} {agency} {text} {0} {}§",
    "${7*7§} #{7*7} <%= 7*7 %> %s %(x)s",
    # YAML and front matter
    "--- title: x§",
    "x: [1§, {y: &z 2}] # no comment",
    "!!python/object:os.system x§",
    "...¶",
    # Quotes and spreadsheets
    "\"quoted§\" 'quoted' “quoted” «quoted» `quoted`",
    '=HYPERLINK("https://evil.example/§","x")',
    "+1-1§",
    "-1+1§",
    "@SUM(1§)",
    "=cmd|'/C calc§'!A0",
    "a,b§;c\"d',--",
    # Letters
    "☎ ✔ 𠮷§ 𠜎 𡃁",
    "m\u0300 ê\u0304 か\u309a§ ½ ① İ ı ẞ ß ſ x² H₂O",
    "＜script＞window.__pwned＝1§＜／script＞\u3000＆lt；＂ ＇",
    "＝1+1§",
    "שלום§ <b>עולם</b> مرحبا [x](y)",
    # More of all
    "'=1+1§",
    "__proto__§",
    "{- -} - {open§",
    "{% raw %}{{ x§ }}{% endraw %} {0:>999999999} {0.__class__} {text!r} %999999999d",
    "--> <!--[if gte IE 4]><script>window.__pwned=1§</script><![endif]--> </textarea><plaintext>",
    '<noscript><p title="</noscript><img src=x onerror=window.__pwned=1§>"><math><mtext><mglyph>'
    '<style><!--</style><img title="--&gt&ltimg src=x onerror=window.__pwned=1&gt">',
    "[x§](java&#00000009;script:window.__pwned=1) &#00000000; &#00008238;evil "
    "%0d%0aX:1 ..%2f..%2fpasswd",
    '\\N{BULLET§} C:\\New \\0 \\ud800 """ ^^x:y "}],"x":[{"@type":"y"}]',
    "§" + "x" * 300,
    "W" * 150 + "§ " + "<" * 149,
)
"""Attacks that can be typed. § is where a number can stand, and ¶ where the mark before it can be
repeated, without harm to the attack: no two names may be the same."""
TYPABLE = tuple(re.sub("[§¶]", "", it) for it in _ATTACKS)
REFUSED = (
    "&lt;script&gt;window.__pwned=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.__pwned=1&#62; &#106;avascript:window.__pwned=1",
    "&amp; &amp;lt; &nbsp; &copy; &#x27; &quot; &NewLine; &bogus;",
    "😀 🇭🇰 👍🏽 𠮷 𝒳",
    "e\u0301 ﬁ Ⅳ ㎡ ½ ① İ ı ẞ ß ſ Z\u036c\u0300a\u0310l\u034cg\u0300o",
    "ＡＢＣ＜ｂ＞\u3000＆\u00a0＂",
    "}- -{open",
    "\u0338combining שלום <b>עולם</b> مرحبا [x](y)",
    '<noscript><p title="</noscript><img src=x onerror=window.__pwned=1>"><math><mtext><mglyph>'
    '<style><!--</style><img title="--&gt;&lt;img src=x onerror=window.__pwned=1&gt;">',
    "[x](java&Tab;script:window.__pwned=1) &#0; &#xD800; &#8238;evil %0d%0aX:1 ..%2f..%2fpasswd",
)
"""Texts that `check` refuses wherever they are typed, so that no page ever has them."""
STRINGS = (*TYPABLE, *REFUSED)
"""All of them: what is given text without a record to read has to stand these, too."""
COUNT = len(TYPABLE)
BASES = ROOT / "tests" / "data" / "hostile"
"""Ordinary records, forms and characters, of which hostile ones are made."""
_PLACES = re.compile(r"\{[a-z_]+\}|#")


PUBLISHED = {
    "agency-kinds": "GovernmentOrganization",
    "frequencies": "ANNUAL",
    "programme-kinds": "GovernmentService",
}
"""Vocabularies whose codes stand for one of a public list."""


SOME = range(0, COUNT, 6)
"""Numbers of those that have a budget, and of which two editions tell something. Their texts are
many: each string still stands in several of their fields."""
EDITIONS = {"edition-1": 2018, "edition-2": 2019}
"""Two documents without a publisher, which are held against each other → the year of each."""
LEVELS = ("fact", "editorial")
"""Levels of errata whose texts the page of the errata shows."""
ERRATA = ("damage", "edition-change", "name-change")
"""Kinds of erratum: those that stand in two editions tell what changed between them."""
MARKS = "<>&\"'`*|=@#[]{}\\^$!?:;/~"
"""Marks of notes in a budget."""


class Typed(str):
    """A text of a record, as an author typed it; every other str is a code, date or address."""


def as_typed(text: str) -> str:
    """The attack itself."""
    return text


def made_harmless(text: str) -> str:
    """As many lines, words and letters, as Latin and as wide as they are, and no markup.

    What differs still does.
    """
    return "\n".join(map(_made_harmless, text.split("\n")))


def _made_harmless(line: str) -> str:
    pick = Random(line)

    def like(wide: str, narrow: str) -> Callable[[re.Match[str]], str]:
        return lambda it: pick.choice(wide if east_asian_width(it[0]) in "WFA" else narrow)

    text = re.sub("[\u2e80-\U0010ffff]", "字", line)
    letters, marks = "λπψδաբգդ", "·±×÷¬¦¢¯"
    text = re.sub("[^\u0000-\u024f\u2010-\u201f\u2026字]", like(letters[:4], letters[4:]), text)
    text = re.sub(f"[^A-Za-z字{letters} ]", like(marks[:4], marks[4:]), text)
    return re.sub("[A-Za-z]", lambda _: pick.choice("jqvxz"), text)


def write_data(folder: Path, write: Callable[[str], str]) -> None:
    """Make `folder` a data folder whose texts are `write(hostile text)`."""
    for kind in ("forms", "allowed"):
        shutil.copytree(BASES / kind, folder / "terminology" / kind)
    for kind in ("terms", "contexts"):
        (folder / "terminology" / kind).mkdir()
    for kind in ("exceptions", "history", "hosts"):
        (folder / kind).mkdir()
    _write(folder / "terminology" / "names", names(), write)
    for number in range(COUNT):
        for kind, record in RECORDS.items():
            _write(folder / kind, record(number), write)
    for number in SOME:
        _write(folder / "budget", budget(number), write)
    for edition in EDITIONS:
        _write(folder / "documents", edition_document(edition), write)
    for kind in ERRATA:
        _write(folder / "errata", errata(kind), write)
    _write_words(folder, write)


def _write_words(folder: Path, write: Callable[[str], str]) -> None:
    for vocabulary in OPEN:
        _write(folder / "vocabulary", _labels(vocabulary), write)
    for vocabulary in vocabularies_of_the_sample():
        if vocabulary.id not in OPEN:
            _write(folder / "vocabulary", _words(vocabulary.id), write)
    _write(folder / "vocabulary", synonyms(), write)
    for name in ("home", "about", "accessibility", "data"):
        _write(folder / "prose", prose(name), write)


def synonyms() -> dict[str, Any]:
    """Two attacks a group, as far as each is short enough to be a word."""
    words = [it for it in dict.fromkeys(_texts(0, COUNT)) if 1 < len(it) <= 30]
    words = [it for it in words if len(re.findall("[0-9A-Za-z]", it)) > 1 and "  " not in it]
    groups = [
        {"words": [Typed(f"甲詞{number}{one}"), Typed(f"乙詞{number}{one}")], "why": "攻擊"}
        for number, one in enumerate(words)
    ]
    return {"id": "synonyms", "groups": groups}


def agency(number: int) -> dict[str, Any]:
    """An agency with all its texts; the first has all others under it."""
    text = _texts(number, 14)
    called = _names(text, 1)
    base = _base("agency") | {"parent": "agency-0"}
    if number == 0:
        del base["parent"]
    return base | {
        "id": f"agency-{number}",
        "name": next(called),
        "english": next(called),
        "acronym": next(called),
        "aliases": [next(text), next(called)],
        "former_names": [next(text), next(text)],
        "summary": _lines(text, 4),
        "kind": f"c-{number}",
        "parent": None,
        "locators": [_place(number, line=1)],
        "derived": [{"field": it, "reason": next(text)} for it in ("former_names", "summary")],
    }


def document(number: int) -> dict[str, Any]:
    """A plan with two empty sections, one of them an organisation's, and one of a single row."""
    text = _texts(number, 8)
    empty = {"rows": 0, "empty": "not-applicable"}
    code = section(number)
    title = next(text)
    row = {"code": code, "rows": 1, "line": 3, "heading": next(text), "note": next(text)}
    body = {"body": next(text)}
    sections = [
        empty | {"code": "A.i", "line": 1, "heading": next(text)},
        empty | {"code": "C.1.i", "line": 2 if code > "C" else 11, "heading": next(text)} | body,
        row | (body if code.startswith("C") else {}),
    ]
    return _base("document") | {
        "id": f"document-{number}",
        "sha256": sha256(b"%d" % number).hexdigest(),
        "title": title,
        "short_title": title,
        "publisher": f"agency-{number}",
        "link_note": next(text),
        "covers": "2024/2025" if number in SOME else "2026/2028",
        "sections": sorted(sections, key=lambda it: it["line"]),
    }


def section(number: int) -> str:
    """The code of the section that has a row: a third promise something, some of another body."""
    if number % 3:
        return "D.ii"
    return "C.1.ii" if number % 2 else "B.ii"


def edition_document(id: str) -> dict[str, Any]:
    """A plan that promises every dataset and says something of every programme."""
    text = _texts(EDITIONS[id], 4)
    section = {"code": "A.ii", "rows": COUNT, "line": 3}
    return _base("document") | {
        "id": id,
        "title": next(text),
        "short_title": next(text),
        "publisher": None,
        "sha256": sha256(id.encode()).hexdigest(),
        "covers": f"{EDITIONS[id] + 1}/{EDITIONS[id] + 3}",
        "date": f"{EDITIONS[id]}-12",
        "link_note": next(text),
        "sections": [section | {"heading": next(text)}],
    }


_CHINESE = re.compile(" {2}|[\u2e80-\U0010ffff]")
"""What no English name holds."""


def names() -> dict[str, Any]:
    """A list of names, each the same in both scripts, so that conversion leaves it as typed."""
    return {
        "id": "c-0",
        "names": [name(number) for number in range(COUNT)],
    }


def name(number: int) -> dict[str, Any]:
    """A name with all its texts, which three documents print otherwise.

    Numbers keep it apart from the names and texts of other records, hostile or harmless.
    """
    text = _texts(number, 9)
    latin = (it for it in cycle(TYPABLE[number:] + TYPABLE[:number]) if not _CHINESE.search(it))
    own = next(text)
    place = {"document": f"document-{number}", "lines": [1]}
    return {
        "id": f"name-{number}",
        "zh-Hant": own,
        "zh-Hans": own,
        "english": (Typed(next(latin)[:280]), f" name {number}"),
        "acronym": (Typed(next(latin)[:280]), f" N{number}"),
        "aliases": [next(text)],
        "stands": [place],
        "printed": [
            place | {"document": document, "form": (Typed(next(text)[:280]), f" {number}")}
            for document in (it["document"] for it in _places(number, line=1))
        ],
        "confirmed_by": ["https://example.org/"],
        "unconfirmed": [],
        "note": next(text),
    }


def dataset(number: int) -> dict[str, Any]:
    """A dataset with all its texts, promised twice; odd ones are printed in Simplified, and what
    became of a third is another promise."""
    text = _texts(number, 20)
    base = _base("dataset")
    listing = base["listings"][0] | {"document": f"document-{number}", "row": 1, "line": 4}
    promise = listing | {"section": "A.ii", "row": number + 1, "status": "planned"}
    promise |= {"line": number + 4}
    if not number % 3:
        listing |= {"section": section(number), "status": "planned", "date": "2027-03"}
    return base | {
        "id": f"dataset-{number}",
        "script": "zh-Hans" if number % 2 else "zh-Hant",
        "name": next(text),
        "description": _lines(text, 3),
        "agency": f"agency-{number}",
        "group": next(text),
        "category": f"c-{number}",
        # The label of this code is what the newest listing prints.
        "frequency": f"c-{(number + 16) % COUNT}",
        "listings": [
            *(
                promise
                | {
                    "document": edition,
                    "date": f"{year + 1}-06",
                    "date_note": next(text),
                    "frequency_printed": next(text),
                    "name": next(text),
                    "description": _lines(text, 2),
                }
                for edition, year in EDITIONS.items()
            ),
            listing | {"date_note": next(text), "frequency_printed": next(text)},
        ],
        "landing": base["landing"]
        | {it: f"{base['landing'][it]}-{number}" for it in ("zh-Hant", "zh-Hans")}
        | {"note": next(text)},
    }


def programme(number: int) -> dict[str, Any]:
    """A programme with all its texts; for every other one can apply."""
    text = _texts(number, 14)
    return {
        "id": f"programme-{number}",
        "script": "zh-Hant",
        "name": next(_names(text, 5)),
        "former_names": [next(text), next(text)],
        "kind": f"c-{number}",
        "agency": f"agency-{number}",
        "status": f"c-{number}",
        # A number in a summary is refused.
        "summary": _lines((it for it in _texts(number, COUNT) if not re.search("[0-9]", it)), 4),
        "terms": [
            {"kind": "eligibility", "applicants": [f"c-{number}"]}
            | {"text": next(text), "printed": next(text)}
            | place
            for place in _places(number, line=5)
        ],
        "locators": [
            _place(number, line=6),
            # Only what is short is quoted.
            _place(number, line=8) | {"supports": ["agency"], "quotation": Typed(next(text)[:60])},
        ],
        "derived": [
            {"field": it, "reason": next(text)} for it in ("status", "former_names", "summary")
        ],
    }


def figures(number: int) -> dict[str, Any]:
    """The numbers of that programme: one of a document, which cannot be compared."""
    text = _texts(number, 12)
    return {
        "id": f"programme-{number}",
        "script": "zh-Hant",
        "subject": "programme",
        "breaks": [{"measure": f"c-{number}", "note": _lines(text, 3)}],
        "figures": [
            {
                "id": f"figure-{number}-{value}",
                "measure": f"c-{number}",
                "value": value,
                "unit": "item",
                "qualifier": "about",
                "printed": next(text),
                "basis": next(text),
                "differs": next(text),
            }
            | place
            for value, place in enumerate(_places(number, line=7), 1)
        ],
    }


def events(number: int) -> dict[str, Any]:
    """What is planned with that programme, what came of it, and what editions say."""
    text = _texts(number, 10)
    base = {"kind": f"c-{number}"} | _place(number, line=8)
    plan = {"id": f"plan-{number}", "planned": True, "outcome": f"event-{number}"}
    return {
        "id": f"programme-{number}",
        "script": "zh-Hant",
        "subject": "programme",
        "events": [
            base | plan | {"what": next(text), "printed": next(text)},
            base | {"id": f"event-{number}", "what": next(text), "printed": next(text)},
            *(
                base
                | place
                | {"id": f"event-{number}-{place['document']}", "date": "2018"}
                | {"what": next(text), "printed": next(text), "differs": next(text)}
                for place in _places(number, line=8)[1:]
            ),
        ],
    }


def statements(number: int) -> dict[str, Any]:
    """What documents say of that programme: what it is for, a word, and work of a year."""
    text = _texts(number, 40)
    named = {"about": [f"agency-{number}", f"dataset-{number}"]}
    kinds: tuple[dict[str, Any], ...] = (
        {"kind": "purpose"} | named,
        {"kind": "definition", "term": next(text)},
        {"kind": "work-done", "year": "2017"},
    )
    return {
        "id": f"programme-{number}",
        "script": "zh-Hant",
        "subject": "programme",
        "statements": [
            kind
            | {"id": f"statement-{number}-{count}", "text": next(text)}
            | {
                "locators": [
                    place | {"quotation": Typed((first + next(text))[:60].strip())}
                    # Without their marks some texts are the same, and are quoted once.
                    for first, place in zip(cycle("甲乙丙丁"), _places(number, line=10 + count))
                ]
            }
            for count, kind in enumerate(kinds)
        ],
    }


def errata(kind: str) -> dict[str, Any]:
    """Damage about each programme; of what changed between editions only some."""
    numbers = range(COUNT) if kind == "damage" else SOME
    found = [erratum(kind, number) for number in numbers]
    return {"id": kind, "script": "zh-Hant", "errata": found}


def erratum(kind: str, number: int) -> dict[str, Any]:
    """Something that one document prints, or three."""
    text = _texts(number, 9)
    return {
        "id": f"{kind}-{number}",
        "level": LEVELS[number % len(LEVELS)],
        "about": [f"programme-{number}"],
        "what": _lines(text, 3),
        "shown_as": _lines(text, 3),
        "locators": [place | {"printed": next(text)} for place in _places(number, line=9)],
    }


def correction(number: int) -> dict[str, Any]:
    """What was wrong on the page of that programme: texts, a code, and a field that is gone."""
    text = _texts(number, 8)
    programme = {"record": f"programmes/programme-{number}"}
    other = (number + 1) % COUNT
    return {
        "id": f"programme-{number}",
        "script": "zh-Hant",
        "day": "2026-01-10",
        "reason": next(text),
        "reported_by": next(text),
        "changes": [
            programme | {"field": "terms.text", "before": next(text), "after": next(text)},
            programme | {"field": "kind", "before": f"c-{other}", "after": f"c-{number}"},
            {"record": f"figures/figure-{number}-1", "field": "basis", "before": next(text)},
        ],
    }


def budget(number: int) -> dict[str, Any]:
    """A budget of two tables with all its texts; two budgets are of one head."""
    text = _texts(number, 30)
    # What is in braces in our own words is a name: nobody gives one to these.
    own = (it for it in _texts(number, 3 * COUNT) if not re.search("\\{[a-z0-9]+\\}", it))
    mark, year = Typed(MARKS[number % len(MARKS)]), 24 + number % 2
    old, new = f"20{year - 1}-{year}-revised", f"20{year}-{year + 1}-estimate"
    columns = [
        {"id": old, "year": old[:7], "basis": "revised", "printed": f"{old[:7]} 修訂"},
        {"id": new, "year": new[:7], "basis": "estimate", "printed": f"{new[:7]} 預算"},
    ]
    scopes = [{"id": f"scope-{n}", "name": next(own)} for n in range(2)]
    alike = [it | {"scope": "scope-0", "line": 10} for it in columns]
    mixed = [it | {"scope": f"scope-{n}", "line": 20} for n, it in enumerate(columns)]
    row = {"kind": "item", "line": 11}

    def cells(*printed: Any) -> list[dict[str, Any]]:
        return [
            {"column": it, "printed": text} for it, text in zip((old, new), printed, strict=False)
        ]

    change = {"id": "change", "kind": "change", "of": "total", "line": 14}
    rate = {"column": new, "against": old, "printed": "0.0%"}
    statement = {"unit": "HKD", "basis": "estimate", "year": new[:7], "line": 30}
    return {
        "id": f"document-{number}",
        "script": "zh-Hant",
        "head": str(number // 2),
        "year": new[:7],
        "agency": f"agency-{number}",
        "lead": _lines(own, 3),
        "headline": f"amounts.total.{new}",
        "spent_on": [f"amounts.part.{new}"],
        "scopes": scopes,
        "explanation": _lines(own, 3),
        "programmes": [
            {
                "id": "work",
                "code": next(text),
                "label": next(text),
                "line": 5,
                "aim": _lines(own, 3),
                "aim_line": 6,
                "about": [f"agency-{number}"],
            },
            {
                "id": "other",
                "code": next(text),
                "label": next(text),
                "line": 8,
                "aim": next(own),
                "aim_line": 9,
                "none": next(own),
            },
        ],
        "tables": [
            {
                "id": "amounts",
                "title": next(own),
                "unit": "HKD",
                "unit_printed": "元",
                "unit_line": 10,
                "columns": alike,
                "rows": [
                    {"id": "heading", "kind": "heading", "label": next(text), "line": 10},
                    row
                    | {"id": "part", "code": next(text), "label": next(text)}
                    | {"cells": cells(("1,000", mark), "500")},
                    row | {"id": "rest", "cells": cells("_", "500")},
                    row
                    | {"id": "total", "kind": "total", "label": next(text)}
                    | {"sum_of": ["part", "rest"], "cells": cells("1,000", "1,000")},
                    change | {"cells": [rate]},
                ],
            },
            {
                "id": "votes",
                "title": next(own),
                "unit": "HKD-thousand",
                "unit_printed": "千元",
                "unit_line": 20,
                "columns": mixed,
                "rows": [
                    row
                    | {"id": "all", "code": next(text), "label": next(text)}
                    | {"cells": cells("2", "1")}
                ],
            },
        ],
        "notes": [
            {"mark": mark, "printed": _lines(text, 3), "line": 15}
            | {"cells": [f"amounts.part.{old}"]}
        ],
        "statements": [
            statement
            | {"id": "again", "kind": "amount", "what": next(own)}
            | {"printed": ("1,000元 ", Typed(next(text)[:280])), "repeats": f"amounts.total.{new}"},
            statement
            | {"id": "no-more", "kind": "change", "what": next(own), "change": "increase"}
            | {"printed": ("增加0元 ", Typed(next(text)[:280]))}
            | {"from": f"amounts.total.{old}", "to": f"amounts.total.{new}"},
            statement
            | {"id": "posts", "kind": "post", "what": next(own), "unit": "post"}
            | {"printed": ("1個職位 ", Typed(next(text)[:280]))},
        ],
        "charts": [
            {"id": id, "title": next(own), "finding": next(own), "text": _lines(own, 2)}
            | {"table": "amounts", "rows": ["part", "total"], "columns": shown}
            for id, shown in (("spent", [new]), ("compared", [old, new]))
        ],
        "derived": [
            {"id": "gap", "kind": "gap"}
            | {"first": f"amounts.part.{old}", "second": f"votes.all.{old}"}
        ],
        "missing": [{"lines": [40, 41], "what": next(own)}],
        "datasets": [{"dataset": f"dataset-{number}", "text": next(own)}],
    }


RECORDS: dict[str, Callable[[int], dict[str, Any]]] = {
    "agencies": agency,
    "documents": document,
    "datasets": dataset,
    "programmes": programme,
    "figures": figures,
    "events": events,
    "statements": statements,
    "corrections": correction,
}
"""Folder → its record of a number."""


def prose(name: str) -> dict[str, Any]:
    """The home page or the page about the site, where a rule refuses markup."""
    text = cycle(Typed(it) for it in TYPABLE if not MARKUP.search(it))
    shown = [f"programme-{n}-c-{n}" for n in range(COUNT)]
    return ({"figures": shown} if name == "home" else {}) | {
        "id": name,
        "script": "zh-Hant",
        "title": Typed(" ".join(islice(text, 6))),
        "lead": _lines(text, COUNT),
        "sections": [
            {"id": f"s-{n}", "heading": next(text), "body": _lines(text, 3)} for n in range(COUNT)
        ],
    }


def texts_of(record: Any) -> Iterator[str]:
    """Every hostile line in a record."""
    if isinstance(record, Typed):
        yield from record.split("\n")
    elif isinstance(record, dict | list | tuple):
        for value in record.values() if isinstance(record, dict) else record:
            yield from texts_of(value)


OPEN = (
    *("agency-kinds", "categories", "frequencies", "name-kinds", "programme-kinds"),
    *("programme-status", "event-kinds", "measures", "applicants", "matching", "amount-kinds"),
)
"""Vocabularies whose codes are an author's: a code for each number here."""


def _labels(vocabulary: str) -> dict[str, Any]:
    """Every other kind of programme is one to apply for, every other measure a condition."""
    group = {"programme-kinds": "apply", "measures": "ceiling"}.get(vocabulary)
    public = {"published_as": PUBLISHED[vocabulary]} if vocabulary in PUBLISHED else {}
    terms = [
        {"code": f"c-{n}", "label": text} | public | ({"group": group} if group and n % 2 else {})
        for n, text in enumerate(_texts(0, COUNT))
    ]
    return {"id": vocabulary, "script": "zh-Hant", "terms": terms}


def _place(number: int, line: int) -> dict[str, Any]:
    return {"document": f"document-{number}", "line": line}


def _places(number: int, line: int) -> list[dict[str, Any]]:
    """In the document of that number; some in both editions as well."""
    editions = EDITIONS if number in SOME else ()
    return [{"document": it, "line": line} for it in (f"document-{number}", *editions)]


FORMATS = ("CSV", "XLS")
"""Those of the hostile datasets."""


def _words(vocabulary: str) -> dict[str, Any]:
    """A vocabulary whose codes the program knows; where it puts in a value, its place stays."""
    base = next(it for it in vocabularies_of_the_sample() if it.id == vocabulary)
    record: dict[str, Any] = base.model_dump(mode="json", by_alias=True, exclude_unset=True)
    plain = cycle(text for text in TYPABLE if not _PLACES.search(text) and len(text) < 200)
    if vocabulary == "formats":
        # What names a format is looked for in descriptions, and attacks name HTML and PNG.
        return record | {"terms": [it for it in record["terms"] if it["code"] in FORMATS]}
    for term in record["terms"]:
        term["label"] = Typed(next(plain)), "".join(_PLACES.findall(term["label"]))
    return record


def _texts(start: int, number: int) -> Iterator[Typed]:
    return (Typed(text) for text in islice(cycle(TYPABLE), start, start + number))


def _names(text: Iterator[Typed], first: int) -> Iterator[Typed]:
    """Names that no other record has; those of one record are numbered from `first`."""
    for number in count(first):
        yield named(next(text), number)


def named(text: str, number: int) -> Typed:
    """An attack with a number, or a repeated mark, where it does no harm to the attack."""
    attack = _ATTACKS[TYPABLE.index(text)].replace("§", str(number))
    return Typed(re.sub("(.)¶", lambda it: it[1] * (number + 1), attack)[:300])


def _lines(text: Iterator[Typed], number: int) -> Typed:
    return Typed("\n".join(islice(text, number)))


def _base(name: str) -> dict[str, Any]:
    """An ordinary record, whose codes, dates and addresses are kept."""
    source, problems = parse((BASES / f"{name}.yml").read_bytes(), name)
    assert source is not None, problems
    return dict(source.value)  # type: ignore[arg-type]


def _write(folder: Path, record: dict[str, Any], write: Callable[[str], str]) -> None:
    if "listings" in record:
        folder /= record["agency"]
    folder.mkdir(parents=True, exist_ok=True)
    # JSON is YAML with every text in quotes.
    content = json.dumps(_written(record, write), ensure_ascii=False)
    (folder / f"{record['id']}.yml").write_text(content, "utf-8")


def _written(value: Any, write: Callable[[str], str]) -> Any:
    match value:
        case Typed():
            return write(value)
        case tuple():
            return "".join(_written(part, write) for part in value)
        case list():
            return [_written(item, write) for item in value]
        case dict():
            given = {key: item for key, item in value.items() if item is not None}
            return {key: _written(item, write) for key, item in given.items()}
        case _:
            return value
