"""Values become records, or every mistake is named with its line and its remedy.

Each mistake is a file under data/invalid/records/<kind of record>/, with the messages beside it.
"""

import json
import re
from pathlib import Path

import pytest
from builders import a_catalogue, yaml_of

from generator.messages.problem import Problem
from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import FigureList
from generator.model.programme import Programme
from generator.model.synonyms import SynonymList
from generator.model.terminology import FormMap
from generator.model.vocabulary import Prose, Vocabulary
from generator.reading.decode import decode
from generator.reading.model_wording import FORMS
from generator.reading.yaml_source import parse

FOLDER = Path(__file__).parents[1] / "data" / "invalid" / "records"
CASES = sorted(FOLDER.rglob("*.yml"))
KINDS: dict[str, type[Record]] = {
    "agency": Agency,
    "dataset": Dataset,
    "document": Document,
    "errata": ErratumList,
    "events": EventList,
    "exceptions": Exceptions,
    "figures": FigureList,
    "formmap": FormMap,
    "programme": Programme,
    "prose": Prose,
    "synonyms": SynonymList,
    "vocabulary": Vocabulary,
}
"""Folder of bad files → the kind of record they were meant to be."""


def read(raw: bytes, name: str, kind: type[Record]) -> tuple[Record | None, list[Problem]]:
    source, problems = parse(raw, name)
    assert source is not None, problems
    return decode(source, kind)


def case_name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@pytest.mark.parametrize("path", CASES, ids=case_name)
def test_a_mistake_is_named_with_its_place_and_its_remedy(path: Path) -> None:
    record, problems = read(path.read_bytes(), path.name, KINDS[path.parent.name])
    assert "".join(f"{problem}\n" for problem in problems) == (
        path.with_suffix(".expected").read_text("utf-8")
    )
    assert record is None


def test_every_mistake_has_its_messages_and_the_reverse() -> None:
    assert {path.with_suffix(".expected") for path in CASES} == set(FOLDER.rglob("*.expected"))
    assert {path.parent.name for path in CASES} == set(KINDS)
    assert len(CASES) >= 130


def test_one_field_that_is_wrong_in_an_otherwise_good_record_gives_one_problem() -> None:
    """One mistake, one line; only the cases about several mistakes have more."""
    several = {
        case_name(path)
        for path in CASES
        if path.with_suffix(".expected").read_text("utf-8").count("\n") != 1
    }
    assert several == {
        "agency/many-mistakes",
        "agency/field-misspelt-after-unknown",
        # Two that have nothing to do with one another, however alike.
        "agency/field-missing-beside-unknown",
        "agency/field-misspelt-in-another-group",
        "agency/empty-list-beside-a-wrong-item",
    }


@pytest.mark.parametrize("path", CASES, ids=case_name)
def test_a_message_speaks_no_python(path: Path) -> None:
    """An author knows YAML and no Python: `tuple` and `validation` mean nothing to him."""
    _, problems = read(path.read_bytes(), path.name, KINDS[path.parent.name])
    words = set(re.findall("[a-z]+", " ".join(map(str, problems)).lower()))
    assert not words & {"tuple", "str", "dict", "validation", "pydantic", "formmap"}


@pytest.mark.parametrize("kind", ["documents", "agencies", "datasets", "prose"])
def test_a_good_record_is_decoded(kind: str) -> None:
    for it in getattr(a_catalogue(), kind).values():
        record, problems = read(yaml_of(it.record).encode(), "x.yml", type(it.record))
        assert problems == []
        assert record == it.record


AGENCY = """\
id: sea
script: zh-Hant
name: {zh-Hant: 海風觀測署, zh-Hans: 海风观测署}
kind: department
established: 2024-33
summary: |-
  <script>alert(1)</script>
  [x](javascript:alert(1))
links: {en: "https://sea.example:8443/a%20b?c=d&e=[f]#g"}
locators:
  - {document: sea-plan, line: 1000000}
"""


def test_values_at_the_edge_of_what_is_allowed_are_taken() -> None:
    """Markup in a text is no mistake: pages escape it."""
    record, problems = read(AGENCY.encode(), "sea.yml", Agency)
    assert problems == []
    assert isinstance(record, Agency)
    assert record.established == "2024-33"
    assert record.links is not None
    assert record.links.en == "https://sea.example:8443/a%20b?c=d&e=[f]#g"
    assert record.locators[0].line == 1_000_000
    assert record.summary == "<script>alert(1)</script>\n[x](javascript:alert(1))"


@pytest.mark.parametrize("field", ["id", "script", "established"])
def test_a_huge_value_does_not_flood_the_terminal(field: str) -> None:
    """The loader cuts what it quotes after 40 characters; a message is for reading."""
    lines = [line for line in AGENCY.splitlines() if not line.startswith(f"{field}:")]
    _, [problem] = read("\n".join([f"{field}: {'x' * 100_000}", *lines]).encode(), "x.yml", Agency)
    assert str(problem).startswith(f"x.yml:1:{len(field) + 3}: {field}: 'xxx")
    assert len(str(problem)) < 500


@pytest.mark.parametrize("kind", sorted({*KINDS.values()}, key=lambda it: it.__name__))
def test_every_pattern_is_explained_in_words(kind: type[Record]) -> None:
    """A pattern says nothing to someone who knows the subject and no Python."""
    patterns = set(
        re.findall(r'"pattern": ("(?:[^"\\\\]|\\\\.)*")', json.dumps(kind.model_json_schema()))
    )
    assert {json.loads(it) for it in patterns} <= FORMS.keys()
