"""Which figures a reader should be shown, worked out from the records as they are typed.

Nothing of the finder is used.
"""

from collections.abc import Callable
from functools import cache

from data_today import Record, records

NUMBER = ("value", "value_max", "qualifier", "unit")


@cache
def all_figures() -> dict[str, Record]:
    """Every figure by identifier, with its `subject`, and `series`: those of the same measure."""
    found: dict[str, Record] = {}
    for subject, record in records("figures").items():
        for figure in record["figures"]:
            series = [it for it in record["figures"] if it["measure"] == figure["measure"]]
            notes = [it for it in record.get("breaks", ()) if it["measure"] == figure["measure"]]
            found[figure["id"]] = {
                **figure,
                "subject": subject,
                "series": series,
                "break": notes[0]["note"] if notes else None,
            }
    return found


def chosen(fits: Callable[[Record], bool]) -> set[str]:
    """The identifiers of the figures that fit."""
    return {id for id, it in all_figures().items() if fits(it)}


def run_by(figure: Record, agency: str) -> bool:
    """Whether it is about an agency, or about a programme that this runs."""
    programme = records("programmes").get(figure["subject"])
    if programme is None:
        return bool(figure["subject"] == agency)
    return agency in (programme.get("agency"), *programme.get("joint_agencies", ()))


def is_changed(figure: Record) -> bool:
    """Whether two documents differ; of three or more, what the newest two say is not worked out."""
    numbers = {tuple(it.get(name) for name in NUMBER) for it in figure["series"]}
    assert len(figure["series"]) < 3 or len(numbers) == 1
    return len(numbers) > 1


def most(figure: Record) -> int:
    """The largest number that it says."""
    return int(figure.get("value_max", figure["value"]))
