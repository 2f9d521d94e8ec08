"""Changed links in the report: none can be overlooked, hidden or followed by accident."""

import json
import re
from pathlib import Path

import pytest

from generator.maintain.review.built_site import BuiltSite
from generator.maintain.review.comparison import compare
from generator.maintain.review.report import ReviewContext, as_markdown

OLD = "https://www.itf.gov.hk/en/"
NEW = "**新主機 · new host** "
OTHER = "; 主機和以前不同 · another host than before"
HOME = '<link rel="canonical" href="https://handbook.example/">'


def site(at: Path, files: dict[str, str]) -> BuiltSite:
    for path, text in ({"index.html": HOME} | files).items():
        file = at / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return BuiltSite(at)


def links(tmp_path: Path, old: dict[str, str], new: dict[str, str], *known: str) -> list[str]:
    """What the report says of links to other sites, a line each, without the mark of a list."""
    found = compare(site(tmp_path / "old", old), site(tmp_path / "new", new))
    text = as_markdown(found, ReviewContext(known_hosts=dict.fromkeys(known, "")))
    part = text.partition("Links to other sites")[2].partition("\n### ")[0]
    return [it.removeprefix("- ") for it in part.splitlines() if it.startswith("- ")]


def a(address: str, words: str = "x") -> str:
    return f'<a href="{address}">{words}</a>'


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "https://www.itf.gov.hk.evil.example/en/",
            f"{NEW}`www.itf.gov.hk.evil.example` — `{OLD}` → "
            f"`https://www.itf.gov.hk.evil.example/en/`{OTHER}",
        ),
        (
            "https://www.itf.gov.hk/pay",
            f"`www.itf.gov.hk` — `{OLD}` → `https://www.itf.gov.hk/pay`",
        ),
        (
            "http://www.itf.gov.hk/en/",
            f"`www.itf.gov.hk` — `{OLD}` → `http://www.itf.gov.hk/en/`"
            "; 不再加密：https 改成了 http · no longer encrypted: http instead of https",
        ),
        (
            "https://www.itf.gov.hk:8443/",
            f"{NEW}`www.itf.gov.hk:8443` — `{OLD}` → `https://www.itf.gov.hk:8443/`{OTHER}",
        ),
        (
            "https://www.\u0456tf.gov.hk/en/",
            f"{NEW}`www.\\u0456tf.gov.hk` — `{OLD}` → `https://www.\\u0456tf.gov.hk/en/`{OTHER}"
            "; 當中有些字母不是拉丁字母 · it holds letters that are not of the Latin alphabet",
        ),
        (
            "https://www.xn--tf-goc.gov.hk/",
            f"{NEW}`www.xn--tf-goc.gov.hk` — `{OLD}` → `https://www.xn--tf-goc.gov.hk/`{OTHER}"
            "; 還原後的主機是 `www.\\u0456tf.gov.hk` · "
            "in other letters the host reads `www.\\u0456tf.gov.hk`",
        ),
        (
            "https://www.itf.gov.hk@evil.example/",
            f"{NEW}`evil.example` — `{OLD}` → `https://www.itf.gov.hk@evil.example/`{OTHER}"
            "; @ 之前的不是主機 · what stands before the @ is not the host",
        ),
        (
            "https:\\\\evil.example\\",
            f"{NEW}`evil.example` — `{OLD}` → `https:\\\\evil.example\\`{OTHER}",
        ),
        (
            "javascript:alert(1)",
            f"{NEW}沒有主機 · no host — `{OLD}` → `javascript:alert(1)`{OTHER}"
            "; 不是網頁 · it is no web page",
        ),
        (
            "https://evil.example/`](https://x)",
            f"{NEW}`evil.example` — `{OLD}` → ``https://evil.example/`](https://x)``{OTHER}",
        ),
        (
            "https://www.itf.gov.hk/\u202e",
            f"`www.itf.gov.hk` — `{OLD}` → `https://www.itf.gov.hk/\\u202e`"
            "; 當中有些字母不是拉丁字母 · it holds letters that are not of the Latin alphabet",
        ),
    ],
)
def test_a_swapped_link_is_shown_whole_and_its_host_first(
    tmp_path: Path, address: str, said: str
) -> None:
    assert links(tmp_path, {"a/index.html": a(OLD)}, {"a/index.html": a(address)}) == [
        f"{said}; 見 · on `a/`"
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", '<a href="{}">x</a>'),
        ("a.html", '<svg><a xlink:href="{}">x</a></svg>'),
        ("a.html", '<img srcset="{} 2x, b.png 1x">'),
        ("a.html", '<form action="{}"></form>'),
        ("a.html", '<script src="{}"></script>'),
        ("a.html", '<script>location = "{}"</script>'),
        ("a.html", '<div data-opens="{}"></div>'),
        ("a.html", '<meta http-equiv="refresh" content="0; url={}">'),
        ("a.html", '<meta property="og:image" content="{}">'),
        ("a.html", '<script type="application/ld+json">{{"a": [{{"b": "{}"}}]}}</script>'),
        ("a.html", "<p>見 {} 。</p>"),
        ("a.json", '{{"a": "{}"}}'),
        ("a.json", '{{"a": "{}", not JSON'),
        ("a.jsonld", '[{{"@id": "{}"}}]'),
        ("a.csv", "id,link\r\n1,{}\r\n"),
        ("a.ttl", "<{}> a <x> ."),
        ("a.xml", '<link href="{}"/>'),
        ("sitemap.xml", "<loc>{}</loc>"),
        ("a.ics", "BEGIN:VEVENT\r\nURL:{}\r\n"),
        ("robots.txt", "Sitemap: {}\n"),
        ("a.svg", '<a href="{}"/>'),
    ],
)
def test_a_link_may_stand_anywhere(tmp_path: Path, path: str, text: str) -> None:
    """One that is swapped, one that is added with its file, one that goes with it."""
    new = "https://evil.example/en/"
    old_file, new_file = {path: text.format(OLD)}, {path: text.format(new)}
    assert links(tmp_path / "1", old_file, new_file) == [
        f"{NEW}`evil.example` — `{OLD}` → `{new}`{OTHER}; 見 · on `{path}`"
    ]
    assert links(tmp_path / "2", {}, new_file) == [
        f"{NEW}`evil.example` — 新增 · added: `{new}`; 見 · on `{path}`"
    ]
    assert links(tmp_path / "3", old_file, {}) == [
        f"`www.itf.gov.hk` — 刪去 · removed: `{OLD}`; 見 · on `{path}`"
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.json", '{"a": "https:\\/\\/evil.example\\/"}'),
        ("a.json", '{"a": "\\u0068ttps://evil.example/"}'),
        ("a.ttl", "<\\u0068ttps://evil.example/> a <x> ."),
        ("a.xml", "<a>https&#58;//evil&#46;example/</a>"),
        ("a.html", '<a href="https&colon;//evil.example/">x</a>'),
        ("a.html", '<a href="ht&#10;tps://evil.example/">x</a>'),
        ("a.html", '<a href=" https://evil.example/">x</a>'),
        ("a.html", '<a href="//evil.example/">x</a>'),
        ("a.ics", "URL:https://evil.exa\r\n mple/\r\n"),
    ],
)
def test_a_link_cannot_hide_in_how_a_file_is_written(tmp_path: Path, path: str, text: str) -> None:
    [said] = links(tmp_path, {path: "{}"}, {path: text})
    assert said.startswith(f"{NEW}`evil.example` — 新增 · added: `")


@pytest.mark.parametrize("scheme", ["mailto:", "MAILTO:"])
def test_mail_to_a_new_host(tmp_path: Path, scheme: str) -> None:
    [said] = links(tmp_path, {"a.html": "x"}, {"a.html": a(f"{scheme}a@evil.example?cc=b")})
    assert said.startswith(f"{NEW}`evil.example` — 新增 · added: `{scheme}a@evil.example?cc=b`; ")


def test_mail_in_a_text(tmp_path: Path) -> None:
    """Nobody has to make it a link for somebody to write there."""
    old, new = ({"a.html": f"<p>電郵：sea@{it}。</p>"} for it in ("a.example", "evil.example"))
    [said] = links(tmp_path, old, new)
    assert said.startswith(
        f"{NEW}`evil.example` — `mailto:sea@a.example` → `mailto:sea@evil.example`"
    )


def test_two_links_that_changed_places_are_two_changes(tmp_path: Path) -> None:
    """The addresses of the page are the same as before."""
    one, other = "https://a.example/", "https://b.example/"
    old, new = a(one, "X") + a(other, "Y"), a(other, "X") + a(one, "Y")
    assert sorted(
        it.partition(";")[0] for it in links(tmp_path, {"a.html": old}, {"a.html": new})
    ) == [
        f"`a.example` — `{other}` → `{one}`",
        f"`b.example` — `{one}` → `{other}`",
    ]


def test_items_of_a_data_file_that_changed_their_links(tmp_path: Path) -> None:
    """Known again by their identifiers, although another item came before them."""
    item = '{{"id": "{}", "link": "https://{}.example/"}}'
    rows = item.format("b", "b"), item.format("c", "c")
    old = {"a.json": f'{{"items": [{", ".join(rows)}]}}'}
    rows = item.format("a", "b"), item.format("b", "c"), item.format("c", "b")
    new = {"a.json": f'{{"items": [{", ".join(rows)}]}}'}
    said = [it.partition(";")[0] for it in links(tmp_path, old, new)]
    assert "`c.example` — `https://b.example/` → `https://c.example/`" in said
    assert "`b.example` — `https://c.example/` → `https://b.example/`" in said


@pytest.mark.parametrize(
    ("path", "node", "between"),
    [
        ("a.jsonld", '{{"@id": "sea/{0}", "at": ["{1}tc/{0}", "{1}sc/{0}"]}}', ", "),
        ("a.ttl", "<sea/{0}>\n    at <{1}tc/{0}>, <{1}sc/{0}> .", "\n\n"),
    ],
)
def test_a_node_that_goes_changes_no_link_of_another(
    tmp_path: Path, path: str, node: str, between: str
) -> None:
    """Those behind it move up; none of their links became that of a neighbour."""
    names = [f"tide-{number}" for number in range(9)]
    files = []
    for shown in (names, [it for it in names if it != "tide-3"]):
        text = between.join(node.format(it, "https://a.example/") for it in shown)
        files.append({path: f'{{"@graph": [{text}]}}' if path == "a.jsonld" else text})
    said = [it.partition(";")[0] for it in links(tmp_path, *files)]
    assert sorted(said) == [
        f"`a.example` — 刪去 · removed: `https://a.example/{script}/tide-3`"
        for script in ("sc", "tc")
    ]


def test_a_node_that_changes_its_link_is_told(tmp_path: Path) -> None:
    node = '{{"@id": "sea/{0}", "at": ["https://a.example/{1}"]}}'
    old, new = (
        {"a.jsonld": f"[{node.format('a', first)}, {node.format('b', second)}]"}
        for first, second in (("a", "b"), ("b", "a"))
    )
    assert len(links(tmp_path, old, new)) == 2


def test_a_link_with_other_words_has_not_changed(tmp_path: Path) -> None:
    assert links(tmp_path, {"a.html": a(OLD, "x")}, {"a.html": a(OLD, "y")}) == []


def test_a_host_is_new_unless_the_old_site_or_the_list_has_it(tmp_path: Path) -> None:
    old = {"a.html": "x", "b.html": a("https://there.example/")}
    hosts = ("there", "listed", "evil")
    new = old | {"a.html": "x" + "".join(a(f"https://{it}.example/", it) for it in hosts)}
    assert [it.partition(" — ")[0] for it in links(tmp_path, old, new, "listed.example")] == [
        f"{NEW}`evil.example`",
        "`there.example`",
        "`listed.example`",
    ]


def test_a_link_on_many_pages_is_one_line_with_its_pages_first(tmp_path: Path) -> None:
    old = {f"{number}/index.html": a(OLD) for number in range(8)}
    old["0/index.json"] = json.dumps({"links": OLD})
    new = {path: text.replace("/en/", "/tc/") for path, text in old.items()}
    [said] = links(tmp_path, old, new)
    assert said.endswith("; 見 · on `0/`, `1/`, `2/`, `3/`, `4/`, `5/` 還有 3 項 · and 3 more")


def test_more_links_than_are_shown_are_counted_and_new_hosts_come_first(
    tmp_path: Path,
) -> None:
    """A flood of harmless ones does not wash a new host away."""
    flood = [f"https://known.example/{number}" for number in range(500)]
    old = {"a.html": "x", "b.html": a("https://known.example/")}
    new = old | {"a.html": "".join(map(a, [*flood, "https://zzz.evil.example/"]))}
    said = links(tmp_path, old, new)
    assert said[0].startswith(f"{NEW}`zzz.evil.example`")
    assert "101 more such links, 0 of them to new hosts" in said[-1]


def test_links_within_the_site_stand_apart(tmp_path: Path) -> None:
    """Relative, or with the site's own address."""
    old = a("../agencies/itc/") + a("https://handbook.example/b/", "y")
    new = a("../agencies/hkpc/") + a("https://handbook.example/c/", "y")
    before, after = (
        site(tmp_path / "old", {"a/i.html": old}),
        site(tmp_path / "new", {"a/i.html": new}),
    )
    text = as_markdown(compare(before, after))
    assert "Links to other sites" not in text
    assert "- `/agencies/itc/` → `/agencies/hkpc/`; 見 · on `a/i.html`" in text
    assert "- `/b/` → `/c/`; " in text


def test_no_address_of_the_report_can_be_followed(tmp_path: Path) -> None:
    """All stand in code, in which GitHub makes no links."""
    address = "https://evil.example/<img src=x>`@someone`"
    text = f"<p>{address}</p><a href='{address}'>{address}</a><script>{address}</script>"
    report = as_markdown(
        compare(site(tmp_path / "old", {"a.html": "x"}), site(tmp_path / "new", {"a.html": text}))
    )
    prose = re.sub(r"^(`{3,})diff\n.*?^\1$", "", report, flags=re.DOTALL | re.MULTILINE)
    assert "evil.example" in prose
    without_code = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", prose)
    assert not re.search("evil|someone|<img", without_code)
