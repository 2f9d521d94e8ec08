"""Organisations that no record names · plan → identifiers, and drafts of agencies."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.printed_names import PrintedNames, acronym_of, agency_of
from generator.maintain.extract.record_yaml import dump, fields_of
from generator.messages.message import say, translate
from generator.messages.problem import ENGLISH
from generator.model.agency import Agency
from generator.model.base import Script, is_identifier
from generator.model.draft import draft_code

_KINDS = (
    (re.compile(".*(?:公司|limited|ltd\\.?|corporation)", re.IGNORECASE), "company"),
    (re.compile(".*基金(?:會|会)?"), "fund"),
    (re.compile(".*(?:委員會|委员会|小組|小组|committee)", re.IGNORECASE), "committee"),
    (
        re.compile(
            ".*(?:管理局|發展局|发展局|促進局|促进局|大學|大学|學院|学院|authority|university)",
            re.I,
        ),
        "statutory-body",
    ),
    (re.compile(".*(?:局|bureau)", re.IGNORECASE), "bureau"),
    (re.compile(".*(?:署|department)", re.IGNORECASE), "department"),
    (re.compile(".*(?:處|处|辦公室|办公室|辦事處|office)", re.IGNORECASE), "office"),
)
"""What the name of an organisation ends with → its likely kind."""
_PREFIX = re.compile(
    "(?P<agency>.+?)-(?:consolidated-|annual-)?(?:open-data-|spatial-data-)?plan(?:-.*)?"
)


@dataclass(frozen=True)
class NewAgency:
    """An organisation that gets a record."""

    id: str
    name: str
    line: int
    """Where the plan names it."""

    @property
    def path(self) -> str:
        """Where the record belongs, below the data folder."""
        return f"agencies/{self.id}.yml"

    def text(self, document: str, script: Script, texts: Mapping[str, str] = ENGLISH) -> str:
        """The record as a file, with what there is to review in the language of `texts`."""
        record = Agency.model_validate(
            {
                "id": self.id,
                "script": script,
                "name": self.name,
                "kind": _kind(self.name),
                "locators": [{"document": document, "line": self.line}],
            }
        )
        comment = (
            say(
                "Draft written by `python3 dev.py extract plan`. Review, then remove this comment:"
            ),
            say("- is it an agency that has a record under another name? Then add this form there"),
            say("  as an alias, delete this file and the drafts below, and run again"),
            say(
                "- id: rename it to the usual acronym, `python3 dev.py rename {id} NEW`", id=self.id
            ),
            say("- name, kind: the name is the plan's, the kind is guessed from it"),
        )
        lines = "".join(f"# {translate(line, texts)}\n" for line in comment)
        return lines + dump(fields_of(record))


def new_agencies(
    plan: Plan, document: str, names: PrintedNames, taken: Collection[str]
) -> tuple[NewAgency, ...]:
    """The publisher, and the organisations of rows, that no record names, each once."""
    drafts: dict[str, NewAgency] = {}
    for name, line in _unknown(plan, names):
        if name not in drafts:
            ids = {*taken, *(it.id for it in drafts.values())}
            wanted = document if name == plan.publisher else None
            drafts[name] = NewAgency(_identifier(name, wanted, ids), name, line)
    return tuple(drafts.values())


def with_agencies(names: PrintedNames, agencies: Collection[NewAgency]) -> PrintedNames:
    """The names, with those of the drafts."""
    return replace(names, agencies={**names.agencies, **{it.name: it.id for it in agencies}})


def _unknown(plan: Plan, names: PrintedNames) -> Iterator[tuple[str, int]]:
    if plan.publisher and plan.publisher not in names.agencies:
        yield plan.publisher, plan.publisher_line or 1
    for section in plan.sections:
        if not section.rows:
            continue
        if section.body and agency_of(None, section.body, names) is None:
            yield section.body, section.body_line or section.line
        for row in section.rows:
            if row.group and _kind_or_none(row.group) and agency_of(row.group, None, names) is None:
                yield row.group, row.group_line or row.line


def _identifier(name: str, document: str | None, taken: Collection[str]) -> str:
    """Its acronym, or what the plan's identifier begins with; else one to be replaced."""
    prefix = _PREFIX.fullmatch(document) if document else None
    for wanted in ((acronym_of(name) or "").lower(), prefix["agency"] if prefix else ""):
        if is_identifier(wanted) and not wanted[:1].isdigit() and wanted not in taken:
            return wanted
    return draft_code(1, taken)


def _kind(name: str) -> str:
    return _kind_or_none(name) or "statutory-body"


def _kind_or_none(name: str) -> str | None:
    bare = re.sub(r"\s*[(（].*[)）]$", "", name)
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(bare)), None)
