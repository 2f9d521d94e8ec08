"""The rows of a comparison of two editions."""

from datetime import date

from builders import a_catalogue, a_document, a_programme, an_event, an_event_list
from sample import sample_records

from generator.render.changes_page import changes_parts
from generator.resolve.changes import compare_editions
from generator.resolve.resolve import resolve


def test_an_outcome_that_a_third_document_tells_says_so() -> None:
    """And only that: one that the newer edition tells needs no remark."""
    kinds = {
        "old": "fact-sheet",
        "new": "fact-sheet",
        "third": "estimates",
        "sea-plan": "estimates",
    }
    documents = [a_document(id=id, kind=it, date=None) for id, it in kinds.items()]
    events = an_event_list(
        an_event(id="one", document="old", planned=True, outcome="one-done"),
        an_event(id="two", document="old", planned=True, outcome="two-done", kind="opened"),
        an_event(id="one-done", document="third", date="2025-03"),
        an_event(id="two-done", document="new", date="2025-04", kind="opened"),
    )
    made = a_catalogue(documents=documents, programmes=[a_programme()], events=[events])
    records = resolve(made, date(2026, 1, 1))
    by_id = {it.document.id: it for it in records.documents}
    words = sample_records().words
    shown = {
        it.id: it
        for it in changes_parts(compare_editions(records, by_id["old"], by_id["new"]), words)
    }
    notes = {
        row.newer[0].date.date: [it.text for it in row.notes] for row in shown["promises"].rows
    }
    assert notes == {
        "2025-04": [],
        "2025-03": ["較新的文件沒有再提及；結果載於所列的另一份文件。"],
    }
    assert "dropped" not in shown


def test_what_one_edition_states_stands_by_subject() -> None:
    records = sample_records()
    by_id = {it.document.id: it for it in records.documents}
    changes = compare_editions(records, by_id["sea-plan"], by_id["sea-plan-2"])
    shown = {it.id: it for it in changes_parts(changes, records.words)}
    [grant] = shown["said-anew"].rows
    assert ([it.id for it in grant.about], grant.older) == (["sea-grant"], ())
    assert [it.text.text for it in grant.newer] == ["用來捕魚的船。", "會擴展計劃。"]
    gone = {row.about[0].id: len(row.older) for row in shown["said-no-more"].rows}
    assert gone == {"sea": 14, "sea-grant": 1, "sea-plan": 1, "sea-prize": 1}
    assert shown["said-no-more"].count == 17
