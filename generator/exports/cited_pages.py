"""What can be cited: every record with a page, and the tables on it · Records → cited pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.exports.cited_sources import CitedRecord, Place, places_of, places_of_figures
from generator.resolve.budget_records import BudgetRecord
from generator.resolve.records import AgencyRecord, DocumentRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.script.phrase import PageText, Phrase


@dataclass(frozen=True)
class CitedPage:
    """A record's page, or a table on it: `kind` is its folder, `name` what it is called."""

    kind: str
    id: str
    name: PageText
    places: tuple[Place, ...]
    """What it rests on."""
    tables: tuple["CitedPage", ...] = ()
    """The tables on it that can be cited by themselves."""
    anchor: str = ""
    """Of a table, where it stands on the page."""
    title: PageText = ""
    """Of a table, what it is called on the page."""

    @property
    def address(self) -> str:
        """The page, below a variant's root."""
        return f"{self.kind}/{self.id}/{self.anchor and '#'}{self.anchor}"

    @property
    def key(self) -> str:
        """Permanent, and the only one of its name among all records and tables."""
        return ".".join(filter(None, (self.kind, self.id, self.anchor)))


def cited_pages(records: Records) -> Iterator[CitedPage]:
    """Every record with a page of its own."""
    for kind, identifier, name, record in _pages(records):
        page = CitedPage(kind, identifier, name, tuple(places_of(record)))
        yield replace(page, tables=tuple(_tables(page, record, records)))


def _pages(records: Records) -> Iterator[tuple[str, str, PageText, CitedRecord]]:
    for agency in records.agencies:
        yield "agencies", agency.id, agency.name, agency
    for dataset in records.datasets:
        yield "datasets", dataset.id, dataset.name, dataset
    for programme in records.programmes:
        yield "programmes", programme.id, programme.name, programme
    for document in records.documents:
        yield "documents", document.document.id, document.title, document
    for budget in records.budgets:
        values: dict[str, PageText] = {"title": budget.title, "year": budget.year}
        yield "budget", budget.id, Phrase(records.words["budget-title"], values), budget


def _tables(page: CitedPage, record: CitedRecord, records: Records) -> Iterator[CitedPage]:
    for anchor, title, places in _parts(record, records):
        values: dict[str, PageText] = {"page": page.name, "table": title}
        name = Phrase(records.words["cited-table"], values)
        yield replace(page, name=name, anchor=anchor, title=title, places=tuple(places))


def _parts(
    record: CitedRecord, records: Records
) -> Iterator[tuple[str, PageText, Iterator[Place]]]:
    """Each table's anchor, as the page has it, its title and what it rests on."""
    match record:
        case BudgetRecord():
            for table in record.tables:
                places = (Place(record.document.id, row.line) for row in table.rows)
                yield f"table-{table.id}", table.title, places
        case DocumentRecord():
            for section in record.sections:
                code = section.section.code
                rows = (
                    Place(record.document.id, listing.line, (code, listing.row))
                    for listing, _ in section.rows
                )
                if section.rows:
                    yield code.lower().replace(".", "-"), code, rows
        case AgencyRecord() | ProgrammeRecord():
            in_table = [series for series in record.facts.series if not series.is_told_at_head]
            if in_table:
                yield "figures", records.words["figures"], places_of_figures(in_table)
