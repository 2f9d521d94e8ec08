"""The report on a pull request: what a reviewer is shown of two built sites."""

import re
from pathlib import Path

import pytest

from generator.cli.parser import main
from generator.maintain.review.built_site import BuiltSite
from generator.maintain.review.comparison import compare
from generator.maintain.review.report import ReviewContext, as_markdown

PAGE = """<!doctype html>
<html><head><title>{title}</title><script>var x = "{title}"</script></head>
<body><h1>{title}</h1><p>A <b>bold</b> word and <a href="x">a link</a>.</p><p>{text}</p></body>
</html>
"""
HOME = PAGE.format(title="Home", text="same")
NOTHING = (
    "## 讀者會看到的改動：0 個檔案改了，0 個新增，0 個不再有 · "
    "What readers would see change: 0 changed, 0 added, 0 removed\n"
)


def a_site(at: Path, files: dict[str, str] | None = None) -> Path:
    """A built site: a home page and whatever else is given."""
    for path, text in ({"index.html": HOME} | (files or {})).items():
        file = at / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return at


def reported(
    tmp_path: Path, old: dict[str, str], new: dict[str, str], around: ReviewContext | None = None
) -> str:
    """The report on two sites with these files."""
    before, after = (a_site(tmp_path / name, it) for name, it in (("old", old), ("new", new)))
    return as_markdown(compare(BuiltSite(before), BuiltSite(after)), around or ReviewContext())


def parts(report: str) -> list[str]:
    """Its headings in English, without the numbers."""
    lines = [it for it in report.splitlines() if it.startswith("### ")]
    return [it.partition(" · ")[2].partition(" (")[0] for it in lines]


# --- texts ---------------------------------------------------------------------------------------


def test_the_same_site_has_no_changes(tmp_path: Path) -> None:
    assert reported(tmp_path, {}, {}) == NOTHING


def test_pages_are_compared_by_what_a_reader_sees(tmp_path: Path) -> None:
    """Inline markup does not break a line."""
    text = reported(
        tmp_path, {}, {"index.html": HOME.replace("A <b>bold</b> word", "Two <b>bold</b> words")}
    )
    assert "```diff\n-A bold word and a link.\n+Two bold words and a link.\n```\n" in text
    assert "on `/`\n" in text
    assert parts(text) == ["On the pages"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("<title>a</title>", "<title>b</title>", "-a\n+b"),
        ('<img alt="a">', '<img alt="b">', "-alt: a\n+alt: b"),
        ('<p aria-label="a">', '<p aria-label="b">', "-aria-label: a\n+aria-label: b"),
        ("<svg><text>1</text></svg>", "<svg><text>2</text></svg>", "-1\n+2"),
        ("<template>1</template>", "<template>2</template>", "-1\n+2"),
        (
            '<meta name="description" content="a">',
            '<meta name="description" content="b">',
            "-description: a\n+description: b",
        ),
        ("<p>1</p>", "<p>1\u200b</p>", "-1\n+1\\u200b"),
    ],
)
def test_a_text_that_only_some_readers_meet_is_a_text(
    tmp_path: Path, old: str, new: str, shown: str
) -> None:
    """In the window's title, of a picture, read aloud, in a chart, shown later, in a search."""
    assert f"```diff\n{shown}\n```" in reported(tmp_path, {"a.html": old}, {"a.html": new})


def test_data_files_and_feeds_are_compared_line_by_line(tmp_path: Path) -> None:
    old, new = '{\n "a": 1\n}\n', '{\n "a": 2\n}\n'
    text = reported(tmp_path, {"data/v1/x.json": old}, {"data/v1/x.json": new})
    assert "<code>data/v1/x.json</code>: 2 行 · 2 lines</summary>\n\n```diff\n-" in text
    assert '\n- "a": 1\n+ "a": 2\n```\n' in text


def test_a_text_cannot_end_the_block_it_is_shown_in(tmp_path: Path) -> None:
    text = reported(tmp_path, {"x.txt": "one"}, {"x.txt": "```\n<script>"})
    assert "\n````diff\n-one\n+```\n+<script>\n````\n" in text


def test_a_change_on_many_pages_is_told_once(tmp_path: Path) -> None:
    """A word that is converted otherwise stands in many sentences; a figure on a few pages, and is
    what a reviewer looks at first."""
    pages = {f"p{number}/index.html": f"<p>第{number}句有信息在內</p>" for number in range(20)}
    changed = {name: text.replace("信息", "資訊") for name, text in pages.items()}
    figure = {"z/index.html": "<p>約400億</p>"}, {"z/index.html": "<p>約410億</p>"}
    text = reported(tmp_path, pages | figure[0], changed | figure[1])
    assert text.partition("### 網頁上 · On the pages (2)\n\n")[2] == (
        "```diff\n-約400億\n+約410億\n```\n\n見 · on `z/`\n\n"
        "```diff\n-第0句有信息在內\n+第0句有資訊在內\n-第1句有信息在內\n+第1句有資訊在內\n"
        "-第10句有信息在內\n+第10句有資訊在內\n```\n\n"
        "還有 17 行相同的改動 · and 17 more lines like these\n\n"
        "見 · on `p0/`, `p1/`, `p10/`, `p11/`, `p12/`, `p13/` 還有 14 項 · and 14 more\n\n"
    )


def test_numbers_are_whole_and_lines_that_come_stand_alone(tmp_path: Path) -> None:
    """400 that becomes 410 is not 100 that becomes 110."""
    old = {"a.html": "<p>400</p>", "b.html": "<p>100</p>"}
    new = {"a.html": "<p>410</p>", "b.html": "<p>110</p><p>x</p>"}
    text = reported(tmp_path, old, new)
    assert "-400\n+410\n```\n\n見 · on `a.html`" in text
    assert "-100\n+110\n+x\n```\n\n見 · on `b.html`" in text


def test_what_is_cut_is_counted(tmp_path: Path) -> None:
    old = {"x.txt": "\n".join(map(str, range(500)))}
    text = reported(tmp_path, old, {"x.txt": "y" * 5000})
    assert "461 more lines that are not shown" in text
    assert max(map(len, text.split("\n"))) < 1500


def test_more_changes_than_are_shown_are_counted_with_their_pages(tmp_path: Path) -> None:
    """A flood of small ones cannot push one out unnoticed."""
    old = {f"p{number}.html": f"<p>word{'x' * number}</p>" for number in range(160)}
    new = {path: text.replace("word", "w") for path, text in old.items()} | {"a.html": "<p>1</p>"}
    text = reported(tmp_path, old | {"a.html": "<p>2</p>"}, new)
    assert "### 網頁上 · On the pages (161)\n\n```diff\n-2\n+1\n```" in text
    assert "11 more changes that are not shown, on** `p" in text


def test_a_report_that_github_would_refuse_is_cut_at_the_end_of_a_part(tmp_path: Path) -> None:
    """A mebibyte counts bytes, three for a Chinese character."""
    old = {f"{number}.txt": "\n".join("海" * 900 for _ in range(40)) for number in range(40)}
    new = {path: text.replace("海", "風") for path, text in old.items()}
    text = reported(tmp_path, old, new)
    assert len(text.encode()) < 1024 * 1024
    assert text.count("<details>") == text.count("</details>")
    left_out = 40 - text.count("<details>")
    assert left_out > 0
    assert f"The report is too long for GitHub: {left_out} more parts of it are left out." in text


# --- what is gone, what is new, what nobody reads -------------------------------------------------


def test_addresses_that_are_gone_come_first_with_where_they_lead(tmp_path: Path) -> None:
    moved = '<meta http-equiv="refresh" content="0; url=../../agencies/c/"><p>moved</p>'
    old = {"agencies/a/index.html": "<p>a</p>", "agencies/b/index.html": "<p>b</p>"}
    text = reported(tmp_path, old, {"agencies/b/index.html": moved, "x.html": "<p>x</p>"})
    assert text.split("\n")[2:6] == [
        "### 不再有的網址和識別碼 · Addresses and identifiers that are no more (2)",
        "",
        "- `agencies/a/`: **沒有去處 · leads nowhere**",
        "- `agencies/b/`: 改為去 · leads to `/agencies/c/`",
    ]
    assert text.endswith("### 新增的檔案 · Added (1)\n\n- `x.html`\n")


def test_a_records_own_file_goes_with_its_page(tmp_path: Path) -> None:
    """After a renaming the page leads on, which is all that there is to say."""
    moved = '<meta http-equiv="refresh" content="0; url=../c/"><p>moved</p>'
    old = {f"sea/{name}/index.{kind}": "{}" for name in "ab" for kind in ("html", "json")}
    text = reported(tmp_path, old, {"sea/b/index.html": moved})
    assert [line for line in text.split("\n") if line.startswith("- `sea/")] == [
        "- `sea/a/`: **沒有去處 · leads nowhere**",
        "- `sea/a/index.json`: **沒有去處 · leads nowhere**",
        "- `sea/b/`: 改為去 · leads to `/sea/c/`",
    ]


def test_what_a_new_page_says_is_shown_without_what_surrounds_every_page(tmp_path: Path) -> None:
    """A page may be new and wrong."""
    page = "<nav>首頁</nav><main>{}</main><footer>說明</footer>"
    there = {"a/index.html": page.format("清單")}
    new = there | {"a/b/index.html": page.format("<p>400億元</p><p>&lt;b&gt;```</p>")}
    text = reported(tmp_path, there, new)
    assert (
        "\n### 新網頁的文字 · What the new pages say (1)\n\n"
        "<details><summary><code>a/b/</code></summary>\n\n"
        "````\n400億元\n<b>```\n````\n\n</details>\n"
    ) in text


def test_a_redirect_with_another_target_is_named(tmp_path: Path) -> None:
    page = '<meta http-equiv="refresh" content="0; url={}">'
    old, new = page.format("../b/"), page.format("https://evil.example/")
    text = reported(tmp_path, {"a/index.html": old}, {"a/index.html": new})
    assert "- `a/`: 改為去 · leads to `https://evil.example/`\n" in text
    assert "**新主機 · new host** `evil.example` — `/b/` → `https://evil.example/`;" in text


def test_identifiers_that_are_gone_are_named_with_where_they_lead(tmp_path: Path) -> None:
    """Also those without a page of their own."""
    old, new = (f'{{"items": [{it}]}}' for it in ('{"id": "a"}, {"id": "b"}', '{"id": "b"}'))
    moved = '<meta http-equiv="refresh" content="0; url=../../datasets/b/">'
    before = {f"data/v1/{kind}.json": old for kind in ("figures", "agencies", "datasets")}
    after = dict.fromkeys(before, new)
    pages = {"agencies/a/index.html": "<p>a</p>", "datasets/a/index.html": "<p>a</p>"}
    text = reported(tmp_path, before | pages, after | {"datasets/a/index.html": moved})
    assert (
        "- `a`: 不再在 · no longer in `figures`; 沒有自己的網頁 · had no page of its own\n" in text
    )
    assert "- `a`: 不再在 · no longer in `agencies`; **沒有去處 · leads nowhere**\n" in text
    assert "- `a`: 不再在 · no longer in `datasets`; 改為去 · leads to `/datasets/b/`\n" in text
    assert "`b`" not in text


def test_a_page_that_became_a_redirect_is_told_as_gone_and_not_as_changed(tmp_path: Path) -> None:
    """But a script in the redirect is told."""
    redirect = '<meta http-equiv="refresh" content="0; url=../b/">'
    there = {"x.html": redirect, "b/index.html": HOME, "a/index.html": HOME}
    quiet = reported(tmp_path / "1", there, there | {"a/index.html": redirect})
    assert parts(quiet) == ["Addresses and identifiers that are no more", "Links within the site"]
    loud = reported(
        tmp_path / "2", there, there | {"a/index.html": f"{redirect}<script>alert(1)</script>"}
    )
    assert "+alert(1)\n" in loud


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<script type="module">alert(1)</script>', "script module"),
        ("<style>h1{display:none}</style>", "style"),
        ('<h1 style="display:none">', "style="),
        ('<h1 onclick="alert(1)">', "onclick="),
        ('<iframe srcdoc="alert(1)"></iframe>', "srcdoc="),
        ('<form action="x"></form>', "form"),
        ('<base href="x">', "base"),
        ('<meta http-equiv="Content-Security-Policy" content="a">', "meta content-security-policy"),
        ('<meta name="robots" content="noindex">', "meta robots"),
        ("<!-- @someone -->", "comment"),
    ],
)
def test_what_browsers_act_on_is_shown_apart(tmp_path: Path, new: str, kind: str) -> None:
    text = reported(tmp_path, {"a.html": "<p>a</p>"}, {"a.html": f"<p>a</p>{new}"})
    assert f"\n`{kind}`, 見 · on `a.html`\n\n```diff\n+" in text
    assert "Scripts, styles and orders to browsers within pages" in parts(text)


def test_a_new_page_with_the_scripts_of_every_page_has_nothing_new(tmp_path: Path) -> None:
    text = reported(tmp_path, {}, {"b.html": HOME, "c.html": f"{HOME}<script>alert(1)</script>"})
    assert "+alert(1)\n```" in text
    assert "var x" not in text
    assert "`b.html`" not in text.partition("### 新增的檔案")[0]


def test_data_for_machines_within_a_page_are_counted(tmp_path: Path) -> None:
    page = '<script type="application/ld+json">{{"name": "{}"}}</script>'
    text = reported(tmp_path, {"a.html": page.format(1)}, {"a.html": page.format(2)})
    assert "- 給機器讀的資料 · data for machines: `a.html`\n" in text


@pytest.mark.parametrize(
    ("path", "old", "new", "part"),
    [
        ("a.html", "<p>a</p>", '<p class="hidden">a</p>', "Only in their markup"),
        ("x.txt", "a\n", "a\r\n", "Only in their markup"),
        ("assets/start.js", "1", "2", "Indexes, styles, scripts and pictures"),
        ("search/words.json", "1", "2", "Indexes, styles, scripts and pictures"),
        ("favicon.ico", "1", "2", "Indexes, styles, scripts and pictures"),
    ],
)
def test_whatever_else_changed_is_at_least_named(
    tmp_path: Path, path: str, old: str, new: str, part: str
) -> None:
    text = reported(tmp_path, {path: old}, {path: new})
    assert "1 changed" in text
    assert parts(text) == [part]
    assert text.endswith(f"(1)\n\n- `{path}`\n")


def test_the_worst_comes_first(tmp_path: Path) -> None:
    page = '<p>{0}</p><a href="{1}">x</a><script>{0}</script>'
    old = {
        "a.html": page.format(1, "https://a.example/") + '<a href="b/">b</a>',
        **{"gone.html": "x", "x.txt": "1", "assets/x.js": "1", "a.md": "1"},
    }
    new = {
        "a.html": page.format(2, "https://b.example/") + '<a href="c/">b</a>',
        **{"new.html": "x", "x.txt": "2", "assets/x.js": "2", "a.md": "2"},
    }
    around = ReviewContext(program=("dev.py",), symbolic_links=("docs/x",), update="")
    assert parts(reported(tmp_path, old, new, around)) == [
        "Addresses and identifiers that are no more",
        "Links to other sites",
        "Symbolic links",
        "Files of the program, not of the data",
        "Scripts, styles and orders to browsers within pages",
        "On the pages",
        "What the new pages say",
        "The pages as Markdown",
        "Links within the site",
        "In the data files and feeds",
        "Added",
        "Indexes, styles, scripts and pictures",
        "What `python3 dev.py update` would write",
    ]


# --- Markdown -----------------------------------------------------------------------------------

MARKDOWN = "---\ntitle: 潮汐\n---\n\n# 潮汐 {{#name}}\n\n數字：{0}\n\n一\n\n二\n"


def markdown_part(report: str) -> str:
    _, _, rest = report.partition("\n### 網頁的 Markdown · The pages as Markdown ")
    return rest.partition("\n### ")[0]


def test_a_changed_page_is_shown_as_a_diff_of_its_markdown(tmp_path: Path) -> None:
    """In Traditional, from which the other script is converted; long lines only around it."""
    around = "甲" * 200
    old, new = (
        {
            "a/index.html": f"<p>{number}</p>",
            "a/index.md": MARKDOWN.format(f"{around}{number}{around}"),
            "zh-Hans/a/index.html": f"<p>{number}</p>",
            "zh-Hans/a/index.md": MARKDOWN.format(number),
        }
        for number in (1, 2)
    )
    near = "甲" * 40
    text = reported(tmp_path, old, new)
    assert parts(text) == ["On the pages", "The pages as Markdown"]
    assert markdown_part(text) == (
        "(1)\n\n<details><summary><code>a/</code></summary>\n\n```diff\n@@ -5,5 +5,5 @@\n"
        f" # 潮汐 {{#name}}\n \n-…{near}1{near}…\n+…{near}2{near}…\n \n 一\n```\n\n</details>\n"
    )


def test_what_changed_in_simplified_alone_is_shown_in_simplified(tmp_path: Path) -> None:
    """A term that is converted otherwise."""
    files = {"a/index.md": "# 一\n", "zh-Hans/a/index.md": "# 信息\n"}
    text = reported(tmp_path, files, files | {"zh-Hans/a/index.md": "# 资讯\n"})
    assert "<code>zh-Hans/a/</code></summary>\n\n```diff\n@@ -1,2 +1,2 @@\n-# 信息\n+# 资讯" in text


def test_the_same_change_of_many_pages_is_shown_once(tmp_path: Path) -> None:
    old = {f"p{number}/index.md": f"# {number}\n\n舊\n" for number in range(9)}
    new = {path: text.replace("舊", "新") for path, text in old.items()}
    part = markdown_part(reported(tmp_path, old, new))
    assert part.startswith(
        "(1)\n\n<details><summary><code>p0/</code> 還有 8 項 · and 8 more</summary>"
    )
    assert part.count("+新") == 1
    assert "`p5/`" in part


def test_what_is_left_out_of_a_page_is_counted(tmp_path: Path) -> None:
    old = {"a/index.md": "".join(f"{number}\n\n" for number in range(300))}
    part = markdown_part(reported(tmp_path, old, {"a/index.md": ""}))
    assert "more lines that are not shown" in part
    assert part.count("\n-") < 100


def test_pages_that_are_left_out_are_counted_and_named(tmp_path: Path) -> None:
    old = {f"p{number:03}/index.md": f"a{number}\n" for number in range(90)}
    new = {path: text.replace("a", "b") for path, text in old.items()}
    part = markdown_part(reported(tmp_path, old, new))
    assert part.count("<details>") == 80
    assert "10 more changes that are not shown, on** `p080/`" in part


@pytest.mark.parametrize(
    "attack",
    [
        "```\n</details><script>alert(1)</script>",
        "`````",
        "~~~\n@everyone #1",
        "<!-- -->",
        "\u202e x",
        "\x1b[31m",
        "```diff",
    ],
)
def test_nothing_breaks_out_of_the_diff_of_a_page(tmp_path: Path, attack: str) -> None:
    """A fence is longer than any in the text, and what cannot be seen is written as an escape."""
    text = reported(tmp_path, {"a/index.md": "x\n"}, {"a/index.md": f"x\n{attack}\n"})
    part = markdown_part(text)
    fence = re.search("\n(`{3,})diff\n", part)[1]
    block = part.partition(f"{fence}diff\n")[2].partition(f"\n{fence}\n")[0]
    assert all(line[:1] in "@ +-" for line in block.split("\n"))
    assert block.count("\n+") == attack.count("\n") + 1
    assert part.endswith(f"\n{fence}\n\n</details>\n")
    assert not {"\u202e", "\x1b"} & set(text)


def test_a_path_is_text_in_the_title_of_a_diff(tmp_path: Path) -> None:
    path = "a<b>&/index.md"
    text = reported(tmp_path, {path: "1"}, {path: "2"})
    assert "<summary><code>a&#60;b&#62;&#38;/</code>" in text


def test_the_markdown_comes_and_goes_with_its_page(tmp_path: Path) -> None:
    page = {"a/index.html": "<p>x</p>", "a/index.md": "x"}
    come = reported(tmp_path / "come", {}, page)
    gone = reported(tmp_path / "gone", page, {})
    for text in (come, gone):
        assert "index.md" not in text
        assert "a/" in text
    assert "1 added" in come


# --- the command ---------------------------------------------------------------------------------

PATCH = """diff --git a/data/history/x.yml b/data/history/x.yml
--- a/data/history/x.yml
+++ b/data/history/x.yml
@@ -1 +1 @@
-a ```
+b
"""


def test_the_command(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    old, new = a_site(tmp_path / "old"), a_site(tmp_path / "new")
    assert main(["review", str(old), str(new)]) == 0
    assert capsysbinary.readouterr().out.decode() == NOTHING
    assert main(["review", str(old), str(tmp_path)]) == 2


def test_what_update_would_write_is_shown(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A web editor cannot run it; a maintainer sees what to add."""
    sites = [str(a_site(tmp_path / name)) for name in ("old", "new")]
    patch = tmp_path / "patch"
    patch.write_text(PATCH, "utf-8")
    assert main(["review", *sites, "--update", str(patch)]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert "What `python3 dev.py update` would write (1)\n" in text
    assert "\n- `data/history/x.yml`\n" in text
    assert "````diff\ndiff --git a/data/history/x.yml" in text
    patch.write_text("", "utf-8")
    assert main(["review", *sites, "--update", str(patch)]) == 0
    assert "Nothing: all that is made from the records is up to date." in (
        capsysbinary.readouterr().out.decode()
    )


def test_hosts_are_known_from_the_list_before_the_change(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Whoever adds a link may add its host to the list in the same breath."""
    sites = [
        str(a_site(tmp_path / name, {"a.html": f'<a href="https://{host}/">x</a>'}))
        for name, host in (("old", "a.example"), ("new", "evil.example"))
    ]
    checkouts = [
        str(a_site(tmp_path / name, {"data/hosts/known.yml": f"id: known\nhosts:\n{hosts}"}))
        for name, hosts in (
            ("before", "  - host: a.example\n    who: A\n"),
            ("after", "  - host: evil.example\n    who: 政府\n"),
        )
    ]
    assert main(["review", *sites, "--checkouts", *checkouts]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert "- **新主機 · new host** `evil.example` — `https://a.example/` →" in text
    assert "this change adds it to data/hosts/, with the words `政府`\n" in text
    checkouts.reverse()
    assert main(["review", *sites, "--checkouts", *checkouts]) == 0
    assert "new host** `evil.example` —" not in capsysbinary.readouterr().out.decode()


def test_what_else_the_change_alters_is_named(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A changed program may show anything."""
    sites = [str(a_site(tmp_path / name)) for name in ("old", "new")]
    for name, mode, sha in (("before", "100644", "aa"), ("after", "120000", "bb")):
        entries = f"100644 {sha} 0\tdata/a.yml", f"{mode} {sha} 0\tdocs/x", "100644 c 0\tdev.py"
        (tmp_path / name).write_text("\0".join((*entries, "")), "utf-8")
    lists = [str(tmp_path / name) for name in ("before", "after")]
    assert main(["review", *sites, "--files", *lists]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert text.partition("\n")[2] == (
        "\n### 符號連結 · Symbolic links (1)\n\n- `docs/x`\n"
        "\n### 資料以外的程式檔案 · Files of the program, not of the data (1)\n\n- `docs/x`\n"
    )


def test_without_an_older_site_the_new_hosts_are_still_named(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Code of long ago may no longer build; that is said, and is nobody's mistake."""
    links = '<a href="https://a.example/">x</a><a href="https://evil.example/">y</a>'
    site = str(a_site(tmp_path / "new", {"a.html": links}))
    lists = {"data/hosts/known.yml": "id: known\nhosts:\n  - host: a.example\n    who: A\n"}
    checkout = str(a_site(tmp_path / "before", lists))
    assert main(["review", site, "--checkouts", checkout, checkout]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert "The site before this change can no longer be built" in text
    assert "new host** `evil.example` — " in text
    assert "`https://a.example/`" not in text
