"""Drafts load through the project's own loader and say what the plan says."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import assume, given, settings
from maintain.extract.damaged import edited_plans
from maintain.extract.invented import EXAMPLES, NAMES, draft_files, drafts_of, plan_of, source_of

from generator.maintain.extract.plan_record import Plan, PlanRow
from generator.maintain.extract.plan_table import read_plan
from generator.model.base import Record
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.reading.yaml_source import parse


def kind_of(path: str) -> type[Record]:
    return Document if path.startswith("documents/") else Dataset


def assert_valid(files: dict[str, str]) -> None:
    for path, text in files.items():
        source, problems = parse(text.encode(), path)
        assert source is not None, problems
        record = kind_of(path).model_validate(source.value)
        assert yaml.safe_load(text)["id"] == record.id == path.rpartition("/")[2][: -len(".yml")]


@pytest.mark.parametrize("example", EXAMPLES)
def test_drafts_load_strictly_and_validate(example: str) -> None:
    assert_valid(drafts_of(example))


@pytest.mark.parametrize("example", EXAMPLES)
def test_fields_stand_in_the_models_order(example: str) -> None:
    for path, text in drafts_of(example).items():
        fields = list(yaml.safe_load(text))
        assert fields == [name for name in kind_of(path).model_fields if name in fields]


@given(edited_plans())
@settings(max_examples=60, deadline=None)
def test_drafts_of_any_plan_validate(text: str) -> None:
    """What would not make a record is not understood, so a draft never fails."""
    plan = read_plan(text, NAMES)
    assume(plan.title and plan.publisher)
    files = draft_files(plan, source_of("bare", text))
    assert_valid(files)
    assert len(files) == 1 + sum(len(section.rows) for section in plan.sections)


def with_row(**fields: object) -> Plan:
    """The plan in the bare layout with a single row."""
    plan = plan_of("bare")
    section = plan.sections[1]
    row: PlanRow = replace(section.rows[0], **fields)  # type: ignore[arg-type]
    return replace(plan, sections=(replace(section, rows=(row,)),))


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "N",
        "off",
        "null",
        "~",
        "2025",
        "1_000",
        "0o17",
        "1e3",
        "0x1F",
        "1:30",
        "2025-01-31",
        ".5",
        "+.inf",
        "<<",
        "=",
        "- 潮汐",
        "潮汐: 表",
        "潮汐 # 表",
        "'潮汐'",
        '"潮汐"',
        "*潮汐",
        "&潮汐",
        "!潮汐",
        "%潮汐",
        "@潮汐",
        "`潮汐`",
        "{潮汐}",
        "[潮汐]",
        "潮" * 200,
        "潮汐 " * 50 + "表",
        "𠮷野",
    ],
)
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    files = draft_files(with_row(name=text, description=f"{text}\n{text}"), source_of("bare"))
    draft = files["datasets/sea/sea-a-ii-1.yml"]
    assert_valid({"datasets/sea/sea-a-ii-1.yml": draft})
    record = yaml.safe_load(draft)
    assert (record["name"], record["description"]) == (text, f"{text}\n{text}")
    assert f"description: |-\n  {text}\n  {text}\n" in draft


@pytest.mark.parametrize(
    ("title", "covers"),
    [
        ("2032-2034年度计划", "2032/2034"),
        ("2032 – 2034 年度計劃", "2032/2034"),
        ("2034-2032年度计划", None),
    ],
)
def test_years_covered(title: str, covers: str | None) -> None:
    plan = replace(plan_of("bare"), title=title)
    files = draft_files(plan, source_of("bare"))
    document = yaml.safe_load(files["documents/sea-bare-plan.yml"])
    assert document.get("covers") == covers
