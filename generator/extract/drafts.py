"""Plan → draft records as YAML text, each of which loads and validates."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.extract.layout import TITLE
from generator.extract.names import Names, agency_of, frequency_code
from generator.extract.plan_record import Plan, PlanRow, PlanSection
from generator.model.base import Record, Script
from generator.model.dataset import Dataset
from generator.model.document import Document


@dataclass(frozen=True)
class PlanSource:
    """The text a plan was read from."""

    document: str
    """Identifier of its record."""
    script: Script
    sha256: str
    lines: int


def draft_files(plan: Plan, source: PlanSource, names: Names, publisher: str) -> dict[str, str]:
    """{path below the drafts' folder: YAML text}: the document, then a dataset for each row.

    `names` are those the plan was read with, `publisher` is the identifier of its agency.
    """
    files = {f"documents/{source.document}.yml": _document(plan, source, publisher)}
    for section in plan.sections:
        for row in section.rows:
            named = agency_of(row.group, section.body, names)
            dataset = _dataset(section, row, source, names, named or publisher)
            comment = _dataset_comment(row, source, named is not None)
            files[f"datasets/{dataset.agency}/{dataset.id}.yml"] = comment + _yaml(dataset)
    return files


def _document(plan: Plan, source: PlanSource, publisher: str) -> str:
    record = {
        "id": source.document,
        "script": source.script,
        "title": plan.title,
        "kind": "open-data-plan",
        "publisher": publisher,
        "date": plan.date,
        "date_line": plan.date_line,
        "covers": _covers(plan.title),
        "sha256": source.sha256,
        "lines": source.lines,
        "sections": [_section(section) for section in plan.sections],
    }
    comment = (
        "# Draft written by `dev.py extract plan`. Review, then remove this comment:\n"
        "# - publisher: the agency named on the plan\n"
        "# - sections: `rows` counts only the rows that were understood\n"
        "# - links: add the plan's official page\n"
    )
    return comment + _yaml(Document.model_validate(_without_none(record)))


def _section(section: PlanSection) -> Mapping[str, object]:
    return _without_none(
        {
            "code": section.code,
            "heading": section.heading,
            "body": section.body,
            "line": section.line,
            "rows": len(section.rows),
            "empty": section.empty,
            "note": section.note,
        }
    )


def _dataset(
    section: PlanSection, row: PlanRow, source: PlanSource, names: Names, agency: str
) -> Dataset:
    listing = {
        "document": source.document,
        "section": section.code,
        "row": row.row,
        "status": "released" if section.code.startswith("D") else "planned",
        "date": row.date,
        "date_note": row.date_note,
        "frequency_printed": row.frequency_printed,
        "line": row.line,
    }
    record = {
        "id": f"{agency}-{section.code.lower().replace('.', '-')}-{row.row}",
        "script": source.script,
        "name": row.name,
        "description": row.description,
        "agency": agency,
        "group": row.group,
        "category": names.categories[row.category],
        "spatial": section.spatial,
        "formats": row.formats,
        "archived": row.archived,
        "frequency": frequency_code(row.frequency_printed, names),
        "listings": [_without_none(listing)],
    }
    return Dataset.model_validate(_without_none(record))


def _dataset_comment(row: PlanRow, source: PlanSource, agency_named: bool) -> str:
    lines = f"line {row.line}" if len(row.lines) == 1 else f"lines {_joined(row.lines)}"
    group = "# - group: the table's sub-heading, as printed\n" if row.group else ""
    why = "named by a heading" if agency_named else "the plan's publisher, no heading names another"
    return (
        f"# Draft of {lines} of {source.document}, written by `dev.py extract plan`.\n"
        "# Review, then remove this comment:\n"
        "# - id: rename it, and this file, to an English identifier; if the dataset has a record\n"
        "#   already, add the listing there instead\n"
        f"# - agency: {why}; it is also this file's folder\n"
        f"{group}"
    )


def _joined(lines: tuple[int, ...]) -> str:
    return ", ".join(map(str, lines))


def _covers(title: str) -> str | None:
    match = TITLE.fullmatch(title)
    if match is None or match["first"] > match["last"]:
        return None
    return f"{match['first']}/{match['last']}"


def _without_none(record: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if value is not None}


def _yaml(record: Record) -> str:
    """Fields in the model's order; those that say no more than leaving them out are left out."""
    values = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return yaml.dump(
        values,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=sys.maxsize,
    )


class _Dumper(yaml.SafeDumper):
    """Block style, no anchors, list items indented below their field."""

    def ignore_aliases(self, data: object) -> bool:
        """A value that stands twice is written twice."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never the style that puts a list's dashes below its field's first letter."""
        super().increase_indent(flow, False)


# What YAML 1.2 or an older program takes for a number or a truth value and PyYAML does not.
_AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|true|false|null|[-+]?[0-9][0-9_.]*(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+",
    re.IGNORECASE,
)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'" if _AMBIGUOUS.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
