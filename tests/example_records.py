"""One record of each kind that has much to show, chosen from what data/ holds today."""

from collections import Counter

from data_today import records
from expected_datasets import common, found_pages


def _facts_of(subject: str) -> int:
    """How many numbers, events and conditions are told of a programme."""
    numbers = len(records("figures").get(subject, {"figures": ()})["figures"])
    events = len(records("events").get(subject, {"events": ()})["events"])
    return numbers + events + len(records("programmes")[subject].get("terms", ()))


def _rows(document: str) -> int:
    return sum(int(it["rows"]) for it in records("documents")[document].get("sections", ()))


def _facts_told(document: str) -> int:
    """How many numbers are taken from a document."""
    figures = [it for each in records("figures").values() for it in each["figures"]]
    return sum(it["document"] == document for it in figures)


def _of_kind(kind: str) -> list[str]:
    return [id for id, it in records("documents").items() if it["kind"] == kind]


DATASETS = records("datasets")
AGENCY = common("agency")[0]
"""The agency with most datasets."""
DATASET = next(
    id
    for id, it in DATASETS.items()
    if isinstance(it["name"], str) and found_pages(it["name"]) == {f"datasets/{id}/"}
)
"""One whose whole name finds nothing else."""
NAME: str = DATASETS[DATASET]["name"]
PROGRAMME = max(records("programmes"), key=_facts_of)
PLANS = _of_kind("open-data-plan")
PLAN = max(PLANS, key=_rows)
FACT_SHEETS = sorted(_of_kind("fact-sheet"))
FACT_SHEET = max(FACT_SHEETS, key=_facts_told)
"""The one that most is taken from."""
EDITIONS = FACT_SHEETS[-2:]
"""The two newest fact sheets, which are held against each other."""
HEAD = max(records("budget"), key=lambda it: len(records("budget")[it]["tables"]))
KIND = Counter(
    it["kind"] for each in records("events").values() for it in each["events"]
).most_common(1)[0][0]
"""The commonest kind of event."""
