"""Strict YAML: what is read, what is refused, and where each thing stands."""

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from builders import ROOT
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.messages.problem import Place, Problem
from generator.model.source import FieldPath, Source, Value
from generator.reading.file_text import MAX_BYTES
from generator.reading.yaml_source import LOADER, MAX_DEPTH, Loader, parse

FOLDER = Path(__file__).parents[1] / "data" / "invalid" / "yaml"
LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


def read(text: str, loader: Loader = LOADER) -> Source:
    source, problems = parse(text.encode(), "record.yml", loader=loader)
    assert problems == []
    assert source is not None
    return source


def refuse(raw: bytes, loader: Loader = LOADER) -> list[str]:
    source, problems = parse(raw, "record.yml", loader=loader)
    assert source is None
    assert problems
    return [str(problem) for problem in problems]


with_each_loader = pytest.mark.parametrize("loader", LOADERS)
"""With libyaml, and with PyYAML's own parser."""


# --- refused files ------------------------------------------------------------------------------


def test_libyaml_is_used_when_it_is_there() -> None:
    assert LOADER is yaml.CSafeLoader


def test_where_pyyaml_was_built_without_libyaml_its_own_parser_reads() -> None:
    """In a process of its own, whose PyYAML does not find its compiled half."""
    code = """
import sys
sys.modules["yaml._yaml"] = None
from generator.reading.yaml_source import LOADER, parse
print(LOADER.__name__, parse(b"a: [1, x]", "record.yml")[0].value)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("SafeLoader {'a': [1, 'x']}\n", "")


def test_every_bad_file_has_its_messages_and_the_reverse() -> None:
    names = {path.stem for path in FOLDER.glob("*.yml")}
    assert names == {path.stem for path in FOLDER.glob("*.expected")}
    assert {path.suffix for path in FOLDER.iterdir()} == {".yml", ".expected"}
    assert len(names) >= 50


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_bad_file_gives_exactly_its_messages(path: Path) -> None:
    source, problems = parse(path.read_bytes(), path.name)
    expected = path.with_suffix(".expected").read_text(encoding="utf-8")
    assert expected
    assert "".join(f"{problem}\n" for problem in problems) == expected
    assert source is None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_bad_file_gives_the_same_messages_without_libyaml(path: Path) -> None:
    problems = parse(path.read_bytes(), path.name, loader=yaml.SafeLoader)[1]
    lines = [str(problem) for problem in problems]
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    if not any("not valid YAML" in line for line in expected):
        assert lines == expected
    elif path.stem != "syntax-surrogate-escape":
        assert any("not valid YAML" in line for line in lines)
    else:
        assert lines == [f"{path.name}:1:4: lone surrogate U+D800 (delete it)"]


SAVE_UTF_8 = "(save the file as UTF-8, not as UTF-16, Big5 or GBK)"
LOST = "(a part of a character is lost here: type it again)"
OLD_MAC = "a line ends with CR alone, as on old Macs (set the line ends to LF in the editor"
CONTROL = "(delete it, or save the file as UTF-8)"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            b"\xef\xbb\xbf# comment\nb: 2\nb: 3\n",
            [
                "1:1: byte order mark U+FEFF (remove it; save the file as UTF-8 without BOM)",
                "3:1: key 'b' is repeated from line 2 (keep one of the two)",
            ],
        ),
        ("a: 1\n".encode("utf-16"), [f"1:1: not UTF-8: byte 0xFF {SAVE_UTF_8}"]),
        (b"\xfe\xff" + "a: 1\n".encode("utf-16-be"), [f"1:1: not UTF-8: byte 0xFE {SAVE_UTF_8}"]),
        (
            "a: x\n".encode("utf-16-le"),
            [f"1:2: the file is UTF-16 or no text: every other character is NUL {SAVE_UTF_8}"],
        ),
        ("a: 1\nb: 香港\n".encode("big5"), [f"2:4: not UTF-8: byte 0xAD {SAVE_UTF_8}"]),
        ("a: 1\r\n香: é".encode() + b"\xe9\n", [f"2:5: not UTF-8: byte 0xE9 {LOST}"]),
        ("a: 1\n香: 港".encode() + b"\xe9\n", [f"2:5: not UTF-8: byte 0xE9 {LOST}"]),
        (b"a: 1\nb: \xe9\xa6", [f"2:4: not UTF-8: byte 0xE9 {LOST}"]),
        (b"a: \xed\xa0\x80\n", ["1:4: lone surrogate U+D800 (delete it)"]),
        (
            b"a: x\0\0y\nb: \0",
            [f"{at}: control character U+0000 {CONTROL}" for at in ("1:5", "2:4")],
        ),
        (b"a: 1\rb: 2\r\n", [f"1:5: {OLD_MAC}"]),
        (b"a: 1\r\r\n", [f"1:5: {OLD_MAC}"]),
        (b"a: \xed\xa0\x80\nb: \xff\n", [f"2:4: not UTF-8: byte 0xFF {SAVE_UTF_8}"]),
        # What is wrong behind it stands where it stands; what is only its consequence is not told.
        (
            "a: {x\u200b: 1, b: &c 2}".encode(),
            ["1:6: zero-width character U+200B (delete it)", "1:15: anchor '&c'"],
        ),
        (b"a: x\0y\nb: 'open\n", [f"1:5: control character U+0000 {CONTROL}"]),
        (b"#\n\n # x\n%YAML 1.1\n---\na: 1\n", ["4:1: directive (remove the line with %)"]),
        (b"a: [", ["1:5: not valid YAML: did not find expected node content"]),
        (b"a" * (MAX_BYTES + 1), ["1:1: 262145 bytes, more than 262144 (split the record)"]),
    ],
)
def test_bad_bytes_are_named_with_their_place(raw: bytes, expected: list[str]) -> None:
    lines = refuse(raw)
    assert len(lines) == len(expected)
    for line, start in zip(lines, sorted(expected, key=position), strict=True):
        assert line.startswith(f"record.yml:{start}")


@pytest.mark.parametrize(
    ("text", "column"),
    [("a: 海風 # 號", 7), ("a: two words   # c", 16), ("- [海, 風 # c\n  ]", 9), ("a: 海\t# c", 6)],
)
def test_a_text_that_a_comment_cuts_off_is_named_at_the_sign(text: str, column: int) -> None:
    """The author meant it to belong to the text, and would never know."""
    line = refuse(f"{text}\n".encode())[-1]
    assert line.startswith(f"record.yml:1:{column}: what stands behind ' #' is a comment")


@pytest.mark.parametrize("text", ["CSV # c", "3 # c", "'two words' # c", "海#c", "\n  海\n# c"])
def test_a_comment_behind_a_code_or_on_a_line_of_its_own_is_one(text: str) -> None:
    assert read(f"a: {text}\n").value


@pytest.mark.parametrize(
    "name",
    [
        *("SOFT HYPHEN", "COMBINING GRAPHEME JOINER", "HANGUL FILLER", "INVISIBLE TIMES"),
        *("INHIBIT SYMMETRIC SWAPPING", "INTERLINEAR ANNOTATION ANCHOR", "VARIATION SELECTOR-16"),
        *("TAG LATIN SMALL LETTER A", "VARIATION SELECTOR-256", "MONGOLIAN VOWEL SEPARATOR"),
    ],
)
def test_what_nobody_can_see_is_named(name: str) -> None:
    """A run of them hides a whole text, from readers but not from programs that read the site."""
    char = unicodedata.lookup(name)
    for text in (f"a: x{char}y\n", f'a: "x\\U{ord(char):08x}y"\n'):
        [line] = refuse(text.encode())
        assert line.endswith(f": invisible character U+{ord(char):04X} (delete it)")


def position(line: str) -> tuple[int, int]:
    line_number, column, _ = line.split(":", 2)
    return int(line_number), int(column)


HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "open lists": (lambda n: "[" * n, 100_000),
    "open mappings": (lambda n: "{" * n, 100_000),
    "nested lists": (lambda n: "- " * n, 102_400),
    "nested keys": (lambda n: "? " * n, 102_400),
    "closed lists": (lambda n: "a: " + "[" * n + "]" * n, 100_000),
    "many lists": (lambda n: "a: [" + "[]," * n, 80_000),
    "many keys": (lambda n: "y: 1\n" * n, 50_000),
    "many anchors": (lambda n: "a: [" + "&a ," * n, 60_000),
    "aliases": (lambda n: "a: &a [x]\nb: [" + "*a," * n + "]", 80_000),
    "open quote": (lambda n: 'a: "' + "\n" * n, 200_000),
    "many documents": (lambda n: "---\n" * n, 60_000),
    "many directives": (
        lambda n: "".join(f"%TAG !{number:x}! b\n" for number in range(n)),
        16_000,
    ),
    "many tabs": (lambda n: "\t\n" * n, 100_000),
    "one long tab": (lambda n: "a:" + "\t" * n, 200_000),
    "long number": (lambda n: "a: " + "9" * n, 200_000),
    "long key": (lambda n: "9" * n + ": a", 200_000),
    "long tag": (lambda n: "a: !" + "b" * n, 200_000),
    "escapes": (lambda n: 'a: "' + r"\0" * n + '"', 100_000),
}
"""How the text grows, and how large it may be; no text may make the reader look again and again."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_in_problems_after_steps_that_grow_with_it(name: str) -> None:
    check_hostile(*HOSTILE[name])


@with_each_loader
@pytest.mark.parametrize("name", ["open lists", "open mappings", "nested lists", "nested keys"])
def test_deep_input_ends_in_problems_after_steps_that_grow_with_it(
    name: str, loader: Loader
) -> None:
    check_hostile(*HOSTILE[name], loader=loader)


def check_hostile(text: Callable[[int], str], size: int, loader: Loader = LOADER) -> None:
    raw = text(size).encode()
    assert len(raw) <= MAX_BYTES
    assert max(map(len, refuse(raw, loader))) < 400
    check_growth(text, size, loader)


def check_growth(text: Callable[[int], str], size: int, loader: Loader) -> None:
    """Twice the text takes about twice the steps, whatever a machine makes of them in a second."""
    small, large = steps(text(size // 16), loader), steps(text(size // 8), loader)
    assert large <= 2.2 * small + 1000


def steps(text: str, loader: Loader) -> int:
    """Calls that reading the text takes, of Python and of C."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        parse(text.encode(), "record.yml", loader=loader)
    finally:
        sys.setprofile(None)
    return calls


@with_each_loader
@pytest.mark.parametrize(
    ("text", "size"),
    [
        (lambda n: "a: 0x" + "f" * n + "z", 200_000),
        (lambda n: "a: " + "1" * n + "z", 200_000),
        (lambda n: "a: " + ":1".join("1" * n) + "z", 80_000),
        (lambda n: "a: 1." + "_" * n + "z", 200_000),
        (lambda n: "#\n" * n + "a: z", 100_000),
        (lambda n: "a: |\n" + " \n" * n + " z", 100_000),
    ],
)
def test_long_texts_are_looked_through_once(
    text: Callable[[int], str], size: int, loader: Loader
) -> None:
    """A pattern that looked at them in every way would not come to an end here."""
    assert str(read(text(size), loader).value)[-3:-1] == "z'"
    check_growth(text, size, loader=loader)


# --- accepted files -----------------------------------------------------------------------------


@with_each_loader
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("2024", 2024),
        ("999999999999999999", 999_999_999_999_999_999),
        ("-999999999999999999", -999_999_999_999_999_999),
        ("2019-05", "2019-05"),
        ("2025-12-31", "2025-12-31"),
        ("2025-12-31T23:59:59Z", "2025-12-31T23:59:59Z"),
        ("2025-12-31 23:59:59", "2025-12-31 23:59:59"),
        ("2026-27", "2026-27"),
        ("1.2.3", "1.2.3"),
        ("1,000", "1,000"),
        ("12%", "12%"),
        ("HK$1.5 million", "HK$1.5 million"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("10:99", "10:99"),
        ("none", "none"),
        ("yeſ", "yeſ"),
        ("Norway", "Norway"),
        ("\n  -", [None]),
        (".", "."),
        ("創新科技署", "創新科技署"),
        ("（甲），「乙」；丙：丁！", "（甲），「乙」；丙：丁！"),
        ("\U000282cb", "\U000282cb"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("'NO'", "NO"),
        ('"1.10"', "1.10"),
        ("'it''s'", "it's"),
        ('"\\u9999\\n\\"\\\\"', '香\n"\\'),
        ("'<<'", "<<"),
        ("''", ""),
        ("text # comment", "text"),
        ("text#no comment", "text#no comment"),
        ("one\n  two\n\n  three", "one two\nthree"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("|-\n  yes", "yes"),
        ("[1, two, 'three']", [1, "two", "three"]),
        ("[]", []),
        ("{}", {}),
        ("{b: 1, c}", {"b": 1, "c": None}),
        ("{'<<': 1, \"yes\": 2}", {"<<": 1, "yes": 2}),
        ("[b: 1]", [{"b": 1}]),
        ("\n- 1\n- b: 2\n  c:\n  - 3\n", [1, {"b": 2, "c": [3]}]),
    ],
)
def test_values_are_read_as_written(text: str, value: Value, loader: Loader) -> None:
    read_value = read(f"a: {text}", loader).value
    assert read_value == {"a": value}
    assert repr(read_value) == repr({"a": value})


@with_each_loader
def test_keys_are_texts_even_when_they_look_like_dates(loader: Loader) -> None:
    assert read("2019-05: a\n'1': b\n\"no\": c\n? d\n: e\n", loader).value == {
        "2019-05": "a",
        "1": "b",
        "no": "c",
        "d": "e",
    }


@with_each_loader
@pytest.mark.parametrize("text", ["---\na: 1\n", "# x\n---\na: 1\n...\n", "a: 1", "\n\na: 1\r\n"])
def test_document_marks_comments_and_line_ends_change_nothing(text: str, loader: Loader) -> None:
    assert read(text, loader).value == {"a": 1}


@with_each_loader
def test_windows_line_ends_are_read_as_line_breaks(loader: Loader) -> None:
    text = "a: |\n  one\n  two\nb: [\n 1]\n"
    assert read(text.replace("\n", "\r\n"), loader) == read(text, loader)


def test_twenty_levels_and_the_largest_file_are_accepted() -> None:
    assert read("a: " + "[" * 19 + "]" * 19).place(("a", *[0] * 18)) == Place("record.yml", 1, 22)
    assert refuse(("a: " + "[" * 20 + "]" * 20).encode()) == [
        "record.yml:1:23: nested deeper than 20 levels (use fewer levels)"
    ]
    assert len(read("a: " + "b" * (MAX_BYTES - 3)).value["a"]) == MAX_BYTES - 3  # type: ignore


@with_each_loader
def test_every_value_and_key_has_its_place(loader: Loader) -> None:
    text = "# 1\n香港: 'x'  # 😀\nlistings:\n  - date: 2019-05\n    urls: [a,\n      {b: c}]\n  -\n"
    source = read(text, loader)
    assert {path: (place.line, place.column) for path, place in source.places.items()} == {
        (): (2, 1),
        ("香港",): (2, 5),
        ("listings",): (4, 3),
        ("listings", 0): (4, 5),
        ("listings", 0, "date"): (4, 11),
        ("listings", 0, "urls"): (5, 11),
        ("listings", 0, "urls", 0): (5, 12),
        ("listings", 0, "urls", 1): (6, 7),
        ("listings", 0, "urls", 1, "b"): (6, 11),
        ("listings", 1): (7, 4),
    }
    assert {path: (place.line, place.column) for path, place in source.keys.items()} == {
        ("香港",): (2, 1),
        ("listings",): (3, 1),
        ("listings", 0, "date"): (4, 5),
        ("listings", 0, "urls"): (5, 5),
        ("listings", 0, "urls", 1, "b"): (6, 8),
    }
    assert {place.path for place in source.places.values()} == {"record.yml"}


def test_place_of_a_missing_value_is_that_of_its_nearest_ancestor() -> None:
    source = read("a: 1\nb:\n  - c: 2\n")
    assert source.place(("b", 0, "c")) == Place("record.yml", 3, 8)
    assert source.place(("b", 0, "missing", 3, "x")) == source.places["b", 0]
    assert source.place(("b", 9)) == source.places[("b",)]
    assert source.place(("missing",)) == source.places[()] == Place("record.yml", 1, 1)


# --- properties ---------------------------------------------------------------------------------

# Latin letters, ASCII and Chinese, without what by chance looks like UTF-8 that was misread, like
# question marks for lost characters, or like a sign of web pages.
SUSPECT = "?&\u0160\u0161\u0152\u0153\u0178\u017d\u017e\u0192" + "".join(
    map(chr, range(0xA0, 0xC0))
)
ALLOWED = (
    st.characters(max_codepoint=0x24F, exclude_categories=["Cc"], exclude_characters=SUSPECT)
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFC)
    | st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DD)
    | st.sampled_from("\uff0c\u3002\uff08\uff09\u300c\u300d\u2014\u2026\u3000")
)
LOST = "\u951f\u65a4\u62f7"
"""What becomes of characters that were lost when they were misread: refused wherever it stands."""
TEXT = st.text(ALLOWED | st.just("\n"), max_size=30).filter(lambda text: LOST not in text)
KEY = st.text(ALLOWED, min_size=1, max_size=10).filter(lambda text: LOST not in text)
LEAF = st.none() | st.booleans() | st.integers(-(10**18) + 1, 10**18 - 1) | TEXT
JSON = st.dictionaries(
    KEY,
    st.recursive(LEAF, lambda inner: st.lists(inner) | st.dictionaries(KEY, inner), max_leaves=25),
)
# fmt: off
PIECES = st.sampled_from([
    "a: ", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", '"', "'",
    "|\n", ">\n", "#", "&x ", "*x ", "!t ", "!%ED%A0%80 ", "<<: ", "---\n", "...\n", "%YAML 1.1\n",
    "yes", "1.10", "2024", "text", "香", "\t", "\r", "\r\n", "\u202e", "\u2028", "\x85", "\ufeff",
    "\\u202e", "\\ud800", "\\UFFFFFFFF", "\\", "😀", "\0", "\ufffe", "~", "''", '""',
])
WORDS = [
    "y", "yes", "n", "no", "on", "off", "true", "false", "null", "inf", "nan", ".inf", ".nan", "~",
]
# fmt: on
YAML_LIKE = st.lists(PIECES, max_size=25).map("".join)
BYTES = st.binary(max_size=200) | YAML_LIKE.map(str.encode) | st.text(max_size=100).map(str.encode)


def depth(value: Value) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


def leaves(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Value]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore
    for step, inner in steps:
        if isinstance(inner, dict | list):
            yield from leaves(inner, (*path, step))
        else:
            yield (*path, step), inner


def rest(text: str, place: Place) -> str:
    """`text` from `place` on."""
    lines = text.split("\n")[place.line - 1 :]
    return "\n".join(lines)[place.column - 1 :]


@given(BYTES, st.sampled_from(LOADERS))
@example(b"a: !%ED%A0%80 x", yaml.CSafeLoader)
@example(b'a: "\\UFFFFFFFF"', yaml.SafeLoader)
@example(b"%YAML 1." + b"1" * 5000 + b"\n---\na: 1", yaml.SafeLoader)
@settings(max_examples=500, deadline=None)
def test_any_bytes_give_either_a_source_or_problems(raw: bytes, chosen: Loader) -> None:
    source, problems = parse(raw, "record.yml", loader=chosen)
    assert (source is None) == bool(problems)
    assert problems == sorted(problems)
    assert all(isinstance(problem, Problem) and str(problem) for problem in problems)


@given(JSON, st.sampled_from([None, 1, 2]))
@settings(deadline=None)
def test_json_gives_the_same_value_and_where_its_keys_and_values_are_written(
    value: dict[str, Value], indent: int | None
) -> None:
    """YAML 1.2, 1.3: every JSON file is also a valid YAML file."""
    assume(depth(value) <= MAX_DEPTH)
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    source = read(text)
    assert source.value == value
    assert repr(source.value) == repr(value)
    for path, leaf in leaves(value):
        assert rest(text, source.places[path]).startswith(json.dumps(leaf, ensure_ascii=False))
    for path, place in source.keys.items():
        assert rest(text, place).startswith(json.dumps(path[-1], ensure_ascii=False))
    assert set(source.keys) == {
        path for path in source.places if path and isinstance(path[-1], str)
    }


@given(YAML_LIKE | st.text(max_size=60), st.sampled_from(LOADERS))
@settings(max_examples=500, deadline=None)
def test_every_place_lies_inside_the_text(text: str, chosen: Loader) -> None:
    assume(not re.search("[\ud800-\udfff]", text))
    source, problems = parse(text.encode(), "record.yml", loader=chosen)
    lines = text.replace("\r\n", "\n").split("\n")
    places = [problem.place for problem in problems]
    if source is not None:
        places += [*source.places.values(), *source.keys.values()]
    for place in places:
        assert place == Place("record.yml") or (
            1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1
        )


@given(
    st.text("0123456789+-._:exobXEaf~=<", min_size=1, max_size=8)
    | st.sampled_from(WORDS).flatmap(
        lambda word: st.sampled_from([word, word.upper(), word.title()])
    )
)
@settings(max_examples=1000, deadline=None)
def test_no_text_is_kept_that_yaml_1_1_reads_as_something_else(text: str) -> None:
    """Dates are the one exception: they stay texts."""
    source, _ = parse(f"a: {text}".encode(), "record.yml")
    assume(source is not None)
    try:
        other = yaml.safe_load(f"a: {text}")
    except (ValueError, yaml.YAMLError):
        return
    assert source is not None
    if source.value != other:
        assert isinstance(other["a"], date)
        assert source.value == {"a": text}


@given(JSON)
@settings(deadline=None)
def test_what_pyyaml_writes_is_read_back_or_refused_but_never_changed(
    value: dict[str, Value],
) -> None:
    text = yaml.safe_dump(value, allow_unicode=True)
    source, problems = parse(text.encode(), "record.yml")
    if source is not None:
        assert source.value == value
    else:
        # PyYAML writes some texts without quotes that YAML 1.1 itself takes for truth values,
        # repeated values as aliases, and some characters as escapes; a lone key may look like a
        # number that was copied with every line.
        expected = (
            "ambiguous",
            "alias",
            "anchor",
            "nested",
            "key is",
            "not valid",
            "between",
            "every line",
        )
        damaged = "is UTF-8 that a program read in another encoding"
        assert all(it.message.startswith(expected) or damaged in it.message for it in problems)
