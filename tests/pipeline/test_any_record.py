"""Whatever stands in a record: either it is published as text, or a line says where it is wrong.

One field of a small handbook with records of every kind is changed, or one file of it damaged.
"""

import copy
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import hostile
import pytest
from budgets import NAME, SOURCE, an_estimates_document
from builders import a_catalogue, a_data_folder, a_document, a_prose, a_prose_section, exceptions
from hypothesis import given, settings
from hypothesis import strategies as st
from one_mistake import FILES
from render.markdown_site import rendered

from generator.cli.clock import hong_kong_day
from generator.model.host import Host, HostList
from generator.pipeline.generate import catalogue_converter, examine
from generator.pipeline.outputs import GENERATED, outputs
from generator.reading.yaml_source import parse
from generator.resolve.resolve import resolve

DAY = date(2026, 1, 31)
URL = "https://handbook.example/hk/"
PLACE = re.compile(r"[^:]+:[1-9][0-9]*:[1-9][0-9]*: [^\n]+ \([^\n]+\)")
RUNS = re.compile(r"^\s*(javascript|data|vbscript):", re.I)

KINDS = (
    *("agencies/sea", "documents/sea-plan", "datasets/sea/sea-tides", "programmes/tide-fund"),
    *("figures/tide-fund", "events/tide-fund", "errata/damage", f"budget/{NAME}"),
    *("vocabulary/measures", "vocabulary/interface", "vocabulary/fields", "prose/about"),
    "vocabulary/synonyms",
    *("terminology/names/agency", "terminology/terms/repairs", "exceptions/sea-plan"),
    "hosts/known",
)
"""A file of every kind of record."""

TEXTS = st.sampled_from(hostile.STRINGS) | st.text(max_size=30)
IDENTIFIERS = st.sampled_from(
    ["../../etc/passwd", "/etc/passwd", "a/b", "..", ".", "", "con", "index", "A", "a--b", "a" * 99]
)
ADDRESSES = st.sampled_from(
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://x.example/", "//x.example/"),
        *("data:text/html,<script>", "https://", "https://x.example/\"onclick='x", "file:///etc"),
        *("https://x.example/\u202e", "https://user:pass@x.example/", "https://x.example/<b>"),
    ]
)
DATES = st.sampled_from(
    ["2024-02-30", "2024-13", "0000", "9999-12-31", "2024-37", "2024/25", "1e5", "-1", "٢٠٢٤"]
)
PLAIN = st.none() | st.booleans() | st.integers(-(10**19), 10**19) | st.floats()
ANYTHING = TEXTS | IDENTIFIERS | ADDRESSES | DATES | PLAIN
LIKE: dict[type, st.SearchStrategy[Any]] = {
    str: TEXTS | IDENTIFIERS | ADDRESSES | DATES,
    int: st.integers(-(10**19), 10**19),
}
"""What gets past the check of types, and so furthest."""
VALUES = ANYTHING | st.lists(ANYTHING, max_size=3) | st.dictionaries(TEXTS, ANYTHING, max_size=3)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder without a mistake."""
    catalogue = a_catalogue(
        documents=[a_document(), an_estimates_document()],
        prose=[a_prose(name, sections=[a_prose_section()]) for name in ("about", "data", "home")],
        exceptions=[exceptions()],
        hosts=[HostList(id="known", hosts=(Host(host="www.sea.gov.hk", who="海風觀測署"),))],
    )
    folder = a_data_folder(tmp_path_factory.mktemp("any"), catalogue)
    for path, text in FILES.items():
        (folder / path).write_text(text, "utf-8")
    (folder / "budget" / f"{NAME}.yml").write_text(SOURCE, "utf-8")
    assert examine(folder, hong_kong_day())[1] == []
    return folder


@pytest.fixture(scope="module")
def files(data: Path) -> dict[str, bytes]:
    """A file of every kind of record, as it is while nothing is changed."""
    return {kind: (data / f"{kind}.yml").read_bytes() for kind in KINDS}


@pytest.fixture(scope="module")
def good(data: Path) -> dict[str, bytes]:
    """What is published while nothing is changed."""
    return published(data)


def published(data: Path) -> dict[str, bytes]:
    """Every output, when nothing is wrong; otherwise none, and every problem has its place."""
    catalogue, problems = examine(data, hong_kong_day())
    for problem in problems:
        assert PLACE.fullmatch(str(problem)), str(problem)
        assert problem.place.path.startswith(data.as_posix()), str(problem)
        assert str(problem).isprintable()
    if catalogue is None:
        assert problems
        return {}
    return outputs(resolve(catalogue, DAY), catalogue_converter(catalogue), URL)


def assert_harmless(made: dict[str, bytes], good: dict[str, bytes]) -> None:
    """Every path stays in its folder, and no page has an element or address that runs anything."""
    for path, content in made.items():
        parts = path.split("/")
        assert parts[0] in GENERATED, path
        assert re.fullmatch(r"\.?[A-Za-z0-9][A-Za-z0-9._/-]*", path), path
        assert ".." not in parts, path
        if content == good.get(path):
            continue
        if path.endswith(".md"):
            _, _, body = content.decode().split("---\n", 2)
            page = rendered(body)
            names = {it.tag for it in page.iter("*")}
            assert names & {"script", "img", "iframe", "object", "style", "base", "meta"} == set()
            assert not [it for it in page.xpath("//@*") if RUNS.match(it)]
            attributes = {name for it in page.iter("*") for name in it.attrib}
            assert not [name for name in attributes if name.startswith("on")], path
        elif path.endswith((".json", ".jsonld")):
            json.loads(content)


def fields(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything in a record but the record itself."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from fields(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from fields(part, (*path, number))


def at(record: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        record = record[part]
    return record


def changed(record: Any, path: tuple[str | int, ...], how: str, new: Any) -> Any:
    """The record with another value at `path`, without it, or under another name."""
    record = copy.deepcopy(record)
    holder = at(record, path[:-1])
    match how:
        case "set":
            holder[path[-1]] = new
        case "remove":
            del holder[path[-1]]
        case "add" if isinstance(holder, dict):
            holder[str(new)] = new
        case "add":
            holder.append(new)
    return record


def value_of(raw: bytes) -> Any:
    source, problems = parse(raw, "record.yml")
    assert source is not None, problems
    return source.value


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_field(
    data: Path, files: dict[str, bytes], good: dict[str, bytes], drawn: st.DataObject
) -> None:
    """In any field of any kind of record; JSON is YAML with every text in quotes."""
    kind = drawn.draw(st.sampled_from(KINDS))
    record = value_of(files[kind])
    path = drawn.draw(st.sampled_from(sorted(fields(record), key=str)))
    how = drawn.draw(st.sampled_from(["set", "set", "set", "remove", "add"]))
    like = LIKE.get(type(at(record, path)), VALUES) if how == "set" else VALUES
    new = drawn.draw(st.one_of(like, like, VALUES))
    text = json.dumps(changed(record, path, how, new), ensure_ascii=False)
    with_file(data, kind, text.encode("utf-8", "surrogatepass"), files, good)


def with_file(
    data: Path, kind: str, content: bytes, files: dict[str, bytes], good: dict[str, bytes]
) -> None:
    """Publish with another content of one file."""
    file = data / f"{kind}.yml"
    file.write_bytes(content)
    try:
        assert_harmless(published(data), good)
    finally:
        file.write_bytes(files[kind])


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_whatever_happens_to_a_file(
    data: Path, files: dict[str, bytes], good: dict[str, bytes], drawn: st.DataObject
) -> None:
    """A part is lost, or something else is in its place: a bad merge, another encoding, a cat."""
    kind = drawn.draw(st.sampled_from(KINDS))
    before = files[kind]
    start, end = sorted(drawn.draw(st.tuples(*[st.integers(0, len(before))] * 2)))
    end = drawn.draw(st.sampled_from([end, start + 1, start]))
    put = drawn.draw(st.binary(max_size=8) | TEXTS.map(lambda it: it.encode("utf-8", "replace")))
    with_file(data, kind, before[:start] + put + before[end:], files, good)


def test_the_same_data_are_harmless_and_published(good: dict[str, bytes]) -> None:
    """What is asked above is asked of pages, not of nothing."""
    assert len([path for path in good if path.endswith(".md")]) > 30
    assert_harmless(good, {})


@pytest.mark.parametrize("text", ["<script>x</script>", "[x](javascript:alert)"])
def test_what_is_looked_for_would_be_found(text: str) -> None:
    page = f"---\n---\n{text}\n".encode()
    with pytest.raises(AssertionError):
        assert_harmless({"zh-Hant/x.md": page}, {})
