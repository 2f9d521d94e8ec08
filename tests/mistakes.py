"""Mistakes in the records of tests/data/mistakes, each with what `check` says of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

GATES = "datasets/hkstp/hkstp-science-park-3d-gates.yml"
PLAN = "documents/itc-open-data-plan-2025-2027.yml"
WORDS = "vocabulary/interface.yml"
LANDING = "landing:\n  zh-Hant: javascript:x\n  zh-Hans: https://x/\n  listed_as_of: 2026-01-31"

IN_A_DATASET = (
    (1, "id: <script>x</script>", "1:5: id: '<script>x</script>' is not an identifier (write"),
    (1, "id: ../../gates", "1:5: id: '../../gates' is not an identifier (write lower-case ASCII"),
    (1, "id: gates", "1:5: id 'gates' differs from the file's name 'hkstp-science-park-3d-gates."),
    (2, "script: zh-Hanz", "2:9: script: 'zh-Hanz' is not one of the allowed values"),
    (2, "script: NO", "2:9: ambiguous value 'NO'"),
    (3, "name:", "3:6: name is not filled in (fill it in"),
    (3, "name: 3", "3:7: name must be text, not the number 3 (if it is a number"),
    (3, "name: {}", "3:7: name: a text in no script (give zh-Hant, zh-Hans or both)"),
    (3, "name: ' gates'", "3:7: name: this text has a line break, or spaces at its ends"),
    (3, f"name: {'x' * 301}", "3:7: name: string should have at most 300 characters"),
    (3, "name: ga\u202etes", "3:9: bidirectional control U+202E"),
    (3, "name: 'gates", "3:7: not valid YAML: "),
    (5, "agency: hkst", "5:9: unknown agency 'hkst' (did you mean 'hkstp'?)"),
    (5, "agency: hkpc", "5:9: agency 'hkpc' differs from the folder 'hkstp' (move the file to"),
    (6, "category: public", "6:11: unknown code 'public' (codes of data/vocabulary/categories"),
    (6, "# category", "1:1: category is missing (add `category:` here)"),
    (7, "spatial: false", "7:10: `spatial` disagrees with section C.1.i (write `spatial: true`)"),
    (8, "spatial: true", "8:1: key 'spatial' is repeated from line 7 (keep one of the two)"),
    (8, "formats: CSV", "8:10: formats must be a list, not text"),
    (8, "formats: [DOQ]", "8:11: unknown code 'DOQ' (did you mean 'DOC'? codes of data/vocab"),
    (8, "formats: &a []", "8:10: anchor '&a'"),
    (9, "frequncy: ANNUAL", "9:1: frequncy is not a field of "),
    (9, "frequency: YEARLY", "9:12: unknown code 'YEARLY' (codes of data/vocabulary/frequencies"),
    (11, "\t- document: x", "11:1: tab U+0009 (use spaces)"),
    (11, "  - document: plan", "11:15: unknown document 'plan' (add data/documents/plan.yml or"),
    (12, "    section: C.9.i", "12:14: itc-open-data-plan-2025-2027 has no section C.9.i (its sec"),
    (12, "    section: E.i", "12:14: listings[0].section: 'E.i' has not the right form"),
    (13, "    row: 1", "11:5: row 1 of C.1.i is already listed at data/datasets/hkstp/hkstp-sci"),
    (13, "    row: two", "13:10: listings[0].row must be a whole number, not text"),
    (14, "    status: released", "14:13: section C.1.i lists what is planned, not released"),
    (15, "    date: 13/2025", "15:11: listings[0].date: '13/2025' is not a date (write "),
    (15, "    date: 2025-13", "15:11: listings[0].date: '2025-13' has no month 13"),
    (15, "    date: 2025", "15:11: listings[0].date must be text, not the number 2025"),
    (17, "    line: 399", "17:11: itc-open-data-plan-2025-2027 has no line 399"),
    (17, f"    line: 39\n{LANDING}", "19:12: landing.zh-Hant: 'javascript:x' is not a web address"),
)
"""Line of a record, what stands there by mistake, and what `check` says of that file."""

Change = Callable[[Path], object]


def put(path: str, content: bytes) -> Change:
    return lambda data: (data / path).write_bytes(content)


def edit(path: str, old: str, new: str) -> Change:
    def change(data: Path) -> None:
        before = (data / path).read_text("utf-8")
        assert old in before
        (data / path).write_text(before.replace(old, new, 1), "utf-8")

    return change


def line(number: int, content: str) -> Change:
    def change(data: Path) -> None:
        lines = (data / GATES).read_text("utf-8").split("\n")
        lines[number - 1] = content
        (data / GATES).write_text("\n".join(lines), "utf-8")

    return change


def move(path: str, target: str) -> Change:
    return lambda data: (data / path).rename(data / target)


def copy(path: str, target: str) -> Change:
    return lambda data: shutil.copy(data / path, data / target)


def remove(path: str) -> Change:
    return lambda data: (data / path).rename(data.parent / "removed")


ELSEWHERE = {
    "no data folder": (remove("."), "data:1:1: there is no such folder (give the folder of the"),
    "no documents": (remove("documents"), "data/documents:1:1: there is no such folder (make it"),
    "misspelt folder": (move("agencies", "agency"), "data/agency:1:1: does not belong here"),
    "suffix": (
        move(GATES, "datasets/hkstp/x.yaml"),
        "data/datasets/hkstp/x.yaml:1:1: is not a rec",
    ),
    "empty": (put(GATES, b""), f"data/{GATES}:1:1: "),
    "Big5": (put(GATES, "id: 門".encode("big5")), f"data/{GATES}:1:5: not UTF-8: byte 0xAA"),
    "UTF-16": (put(GATES, "id: x".encode("utf-16")), f"data/{GATES}:1:1: not UTF-8: byte 0xFF"),
    "too large": (put(GATES, b"#" * 300_000), f"data/{GATES}:1:1: 300000 bytes, more than"),
    "wrong folder": (
        move(GATES, GATES.replace("/hkstp/", "/hkpc/")),
        "data/datasets/hkpc/hkstp-science-park-3d-gates.yml:5:9: agency 'hkstp' differs from the",
    ),
    "taken id": (
        copy(GATES, GATES.replace("/hkstp/", "/hkpc/")),
        f"data/{GATES.replace('/hkstp/', '/hkpc/')}:1:5: id 'hkstp-science-park-3d-gates' is alrea",
    ),
    "row lost": (
        edit(PLAN, "rows: 1", "rows: 2"),
        f"data/{PLAN}:*:11: section D.ii has 2 rows, but 1 are listed under data/datasets/ (add",
    ),
    "rows of an empty section": (
        edit(PLAN, "rows: 0\n", "rows: 0\n    note: x\n    #"),
        f"data/{PLAN}:*:11: section A.i: `rows` and `empty` contradict each other",
    ),
    "publisher": (
        edit(PLAN, "publisher: itc", "publisher: itd"),
        f"data/{PLAN}:*:12: unknown agency 'itd' (did you mean",
    ),
    "word missing": (
        edit(WORDS, "code: comma", "code: komma"),
        f"data/{WORDS}:*:*: the word 'comma' is missing",
    ),
    "place without a value": (edit(WORDS, '"、"', '"{x}"'), f"data/{WORDS}:*:*: "),
    "code twice": (
        edit("vocabulary/categories.yml", "code: food", "code: finance"),
        "data/vocabulary/categories.yml:*:*: code 'finance' stands twice",
    ),
    "vocabulary missing": (
        remove("vocabulary/frequencies.yml"),
        "data/vocabulary/frequencies.yml:1:1: this vocabulary is missing",
    ),
    "page missing": (
        remove("prose/about.yml"),
        "data/prose/about.yml:1:1: this page's text is missing",
    ),
    "one anchor twice": (edit("prose/about.yml", "id: scripts", "id: sources"), "data/prose/about"),
}
"""What is mistaken → (how it comes about, what `check` says)."""

MISTAKES = ELSEWHERE | {
    f"{number}: {content.strip()[:40]}": (line(number, content), f"data/{GATES}:{message}")
    for number, content, message in IN_A_DATASET
}
