"""Plan → draft records as YAML text, each of which loads and validates."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.maintain.extract.layout import YEARS
from generator.maintain.extract.plan_formats import named_formats
from generator.maintain.extract.plan_record import Plan, PlanRow, PlanSection
from generator.maintain.extract.printed_names import PrintedNames, agency_of, frequency_code
from generator.maintain.extract.record_yaml import dump, each_text, fields_of
from generator.messages.message import list_names, say, translate
from generator.messages.problem import ENGLISH
from generator.model.base import Script
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.draft import row_suffix
from generator.resolve.printed.numerals import numeral
from generator.resolve.printed.words import fold_text


@dataclass(frozen=True)
class PlanSource:
    """The text a plan was read from."""

    document: str
    """Identifier of its record."""
    script: Script
    sha256: str
    lines: int
    file: str = ""
    """Its name, for what is told of its lines."""


@dataclass(frozen=True)
class DatasetDraft:
    """A row as a new dataset; it is only used if no record is about the row yet."""

    dataset: Dataset
    comment: tuple[str, ...]
    """What there is to review, line by line."""
    agency_named: bool
    """Whether a heading of the plan names the agency; else it is taken to be the publisher."""

    @property
    def path(self) -> str:
        """Where the record belongs, below the data folder."""
        return f"datasets/{self.dataset.agency}/{self.dataset.id}.yml"

    def text(self, texts: Mapping[str, str] = ENGLISH) -> str:
        """The record as a file, with what there is to review in the language of `texts`."""
        return _comment(self.comment, texts) + dump(fields_of(self.dataset))


def dataset_drafts(
    plan: Plan,
    source: PlanSource,
    names: PrintedNames,
    publisher: str,
    taken_identifiers: Container[str] = (),
) -> Iterator[DatasetDraft]:
    """A dataset for each row; an identifier that is `taken` gets the plan's first year, too."""
    for section in plan.sections:
        for row in section.rows:
            named = agency_of(row.group, section.body, names)
            dataset = _dataset(section, row, source, names, named or publisher)
            if dataset.id in taken_identifiers:
                dataset = dataset.model_copy(update={"id": _with_year(dataset, plan)})
            yield DatasetDraft(
                dataset, _dataset_comment(row, source, named is not None), named is not None
            )


def document_draft(
    plan: Plan,
    source: PlanSource,
    publisher: str,
    texts: Mapping[str, str] = ENGLISH,
    *,
    earlier: Document | None = None,
    complete: bool = True,
) -> str:
    """The plan's own record as a file, with what there is to review in the language of `texts`.

    Its short title is that of the plan `earlier`, with the years of its own. It is not `complete`
    while a person has to look for what records take from that one.
    """
    years = covers(plan.title)
    record = {
        "id": source.document,
        "script": source.script,
        "title": plan.title,
        "short_title": _short_title(earlier, years),
        "kind": "open-data-plan",
        "publisher": publisher,
        "date": plan.date,
        "date_line": plan.date_line,
        "covers": years,
        "sha256": source.sha256,
        "lines": source.lines,
        "complete": complete,
        "sections": [_section(section) for section in plan.sections],
    }
    comment = (
        say("Draft written by `python3 dev.py extract plan`. Review, then remove this comment:"),
        say("- publisher: the agency named on the plan"),
        say("- sections: `rows` counts the rows of the text, also those that were not understood"),
        say("- links: add the plan's official page"),
    )
    return _comment(comment, texts) + dump(
        fields_of(Document.model_validate(_without_none(record)))
    )


def _short_title(earlier: Document | None, later: str | None) -> object:
    """None where the plan before has none, or one without its years."""
    years = (earlier.covers or "").replace("/", "-") if earlier else ""
    if earlier is None or not later or not years:
        return None
    typed = fields_of(earlier).get("short_title")
    named = each_text(typed, lambda it: it.replace(years, later.replace("/", "-")))
    return named if named != typed else None


def _section(section: PlanSection) -> Mapping[str, object]:
    return _without_none(
        {
            "code": section.code,
            "heading": section.heading,
            "body": section.body,
            "line": section.line,
            "heading_line": section.heading_line,
            "rows": section.count,
            "empty": section.empty if section.count == 0 else None,
            "note": section.note,
        }
    )


def _dataset(
    section: PlanSection, row: PlanRow, source: PlanSource, names: PrintedNames, agency: str
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
        "id": f"{agency}{row_suffix(section.code, row.row)}",
        "script": source.script,
        "name": row.name,
        "description": row.description,
        "agency": agency,
        "group": row.group,
        "category": names.categories[row.category],
        "spatial": section.spatial,
        "formats": named_formats(row.description, names.formats),
        "archived": row.archived,
        "frequency": frequency_code(row.frequency_printed, names),
        "listings": [_without_none(listing)],
    }
    return Dataset.model_validate(_without_none(record))


def _with_year(dataset: Dataset, plan: Plan) -> str:
    year = (covers(plan.title) or "new")[:4]
    return f"{dataset.agency}-{year}{dataset.id.removeprefix(dataset.agency)}"


def _dataset_comment(row: PlanRow, source: PlanSource, agency_named: bool) -> tuple[str, ...]:
    lines = say("line {line}", line=row.line)
    if len(row.lines) > 1:
        lines = say("lines {lines}", lines=list_names(row.lines))
    why = say("the plan's publisher, no heading names another")
    if agency_named:
        why = say("named by a heading")
    template = "Draft of {lines} of {document}, written by `python3 dev.py extract plan`."
    return (
        say(template, lines=lines, document=source.document),
        say("Review, then remove this comment:"),
        say(
            "- id: rename it, and this file, to an English identifier; if the dataset has a record"
        ),
        say("  already, add the listing there instead"),
        say("- agency: {why}; it is also this file's folder", why=why),
        *([say("- group: the table's sub-heading, as printed")] if row.group else []),
        *(say("- {remark}", remark=remark) for remark in row.remarks),
    )


def _comment(lines: Iterable[str], texts: Mapping[str, str]) -> str:
    return "".join(f"# {translate(line, texts)}\n" for line in lines)


def covers(title: str) -> str | None:
    """The years of a title: 2027-2029, 2027/28, 二零二七至二零二九, or one alone."""
    match = YEARS.search(title)
    if match is None:
        return None
    first = _year(match["first"])
    last = _year(match["last"]) if match["last"] else first
    if last < 100:
        last += first // 100 * 100
    return f"{first}/{last}" if first <= last <= first + 20 else None


def _year(printed: str) -> int:
    number = numeral(fold_text(printed), 0)
    return int(number.values[0]) if number and number.values else 0


def _without_none(record: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if value is not None}
