"""The page of an agency · AgencyRecord → page."""

from collections.abc import Iterator

from generator.render.budget import related_budgets
from generator.render.datasets import dataset_rows, sort_keys
from generator.render.fact_charts import series_charts
from generator.render.fact_tables import erratum_rows, event_rows, mentions, series_rows
from generator.render.list_parts import ROWS_PER_PAGE
from generator.render.overview import (
    OverviewEntry,
    OverviewRow,
    claim_entry,
    dated_entry,
    summary_basis,
)
from generator.render.page import Page
from generator.render.statements import statement_values
from generator.resolve.records import AgencyRecord
from generator.resolve.resolve import Records


def agency_page(agency: AgencyRecord, records: Records) -> Page:
    """What the documents say of an agency, its datasets and its programmes."""
    charts = tuple(series_charts(agency.facts.series, records))
    return Page(
        f"agencies/{agency.id}.md",
        "agency.md.j2",
        agency.name,
        (agency.name, agency.english or agency.id, agency.kind.label),
        {
            "agency": agency,
            "summary": summary_basis(agency),
            "former_names": claim_entry(agency.claims, "former_names"),
            "overview": list(_overview(agency, records)),
            "rows": dataset_rows(agency.datasets[:ROWS_PER_PAGE]),
            "budgets": related_budgets(records, agency.id),
            "series": series_rows(agency.facts.series, records),
            "charts": charts,
            "events": event_rows(agency.facts.events, records.as_of),
            "errata": erratum_rows(agency.facts.errata),
            "mentions": list(mentions(agency)),
            **statement_values(agency.facts.statements, agency.facts.concerning, records),
        },
        script="tables" if agency.datasets else None,
        rows=sort_keys(agency.datasets[:ROWS_PER_PAGE]),
        record=agency.id,
        locators=agency.locators,
        charts=charts,
    )


def _overview(agency: AgencyRecord, records: Records) -> Iterator[OverviewRow]:
    """What it came from and became, what it belongs to, its parts, its dates, its site."""
    words, claims = records.words, agency.claims
    if agency.successor:
        yield words["successor"], (claim_entry(claims, "successor", ref=agency.successor),)
    if agency.predecessors:
        yield words["predecessors"], tuple(OverviewEntry(ref=it) for it in agency.predecessors)
    if agency.parent:
        yield words["parent"], (claim_entry(claims, "parent", ref=agency.parent),)
    if agency.parts:
        yield words["parts"], tuple(OverviewEntry(ref=it) for it in agency.parts)
    if agency.established:
        yield words["established"], (dated_entry(agency.established, agency.facts.events),)
    if agency.dissolved:
        yield words["dissolved"], (dated_entry(agency.dissolved, agency.facts.events),)
    if agency.links:
        yield words["official-site"], (OverviewEntry(links=agency.links),)
