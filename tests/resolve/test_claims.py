"""What the claims of a record rest on: clauses of documents, or what we draw from them."""

from datetime import date
from typing import Any

from builders import a_catalogue, a_claiming_locator, a_document, a_locator, a_programme

from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import resolve

OLD, NEW = "sea-plan", "sea-plan-2"


def resolved(*locators: Any, **changes: Any) -> ProgrammeRecord:
    """The default programme, in an old and a new edition of one plan."""
    catalogue = a_catalogue(
        documents=[a_document(), a_document(id=NEW, date="2025-12", sections=[])],
        programmes=[a_programme(agency="sea", **changes, locators=locators)],
    )
    [programme] = resolve(catalogue, date(2026, 1, 1)).programmes
    return programme


def older(*documents: str) -> bool:
    """Whether what these documents say is told as what only an older edition says."""
    made = resolved(*(a_claiming_locator("agency", document=it) for it in documents))
    claim = made.claims.of("agency")
    assert claim is not None
    return claim.older


def test_a_claim_that_only_the_older_edition_makes_is_told_as_such() -> None:
    assert older(OLD)
    assert not older(NEW)
    assert not older(OLD, NEW)


def test_a_document_without_a_newer_edition_is_not_an_older_one() -> None:
    """Of another kind, though it is older than any plan."""
    paper = a_document(id="paper", kind="fact-sheet", date="2001-01", sections=[])
    programme = a_programme(agency="sea", locators=[a_claiming_locator("agency", document="paper")])
    plans = [a_document(), a_document(id=NEW, date="2025-12", sections=[]), paper]
    catalogue = a_catalogue(documents=plans, programmes=[programme])
    claim = resolve(catalogue, date(2026, 1, 1)).programmes[0].claims.of("agency")
    assert claim is not None
    assert not claim.older


def test_a_claim_has_every_clause_that_makes_it_and_no_other() -> None:
    made = resolved(
        a_locator(),
        a_claiming_locator("agency", "summary", quotation="由海风观测署推行"),
        a_claiming_locator("agency", line=4, quotation="海风观测署负责"),
        a_claiming_locator("status", line=4, quotation="已经展开"),
        status="running",
        summary="補助。",
    )
    clauses = {
        field: [(it.source.line, it.quotation.text) for it in claim.supports]
        for field in ("agency", "status", "summary")
        if (claim := made.claims.of(field))
    }
    assert clauses == {
        "agency": [(3, "由海风观测署推行"), (4, "海风观测署负责")],
        "status": [(4, "已经展开")],
        "summary": [(3, "由海风观测署推行")],
    }
    assert made.claims.of("part_of") is None
    # A line is one source, however many clauses of it are quoted.
    assert [it.line for it in made.locators] == [3, 4]
    assert [it.quotation.text for it in made.claims.on(made.locators[1])] == [
        "海风观测署负责",
        "已经展开",
    ]


def test_what_we_draw_ourselves_has_a_reason_and_no_clause() -> None:
    reason = {"field": "agency", "reason": "計劃把它列在觀測署之下。"}
    claim = resolved(a_locator(), derived=[reason]).claims.of("agency")
    assert claim is not None
    assert claim.supports == ()
    assert claim.reason is not None
    assert claim.reason.text == "計劃把它列在觀測署之下。"
    assert not claim.older
