"""Which programmes a reader should be shown, worked out from the records as they are typed.

Nothing of the finder is used.
"""

from data_today import Record, records

CEILINGS = {"per-applicant", "per-applicant-year", "per-project"}
"""Amounts that one applicant or project may get."""


def open_ids() -> set[str]:
    """Those that one can apply for."""
    kinds = {it["code"]: it for it in records("vocabulary")["programme-kinds"]["terms"]}
    return {
        id for id, it in records("programmes").items() if kinds[it["kind"]].get("group") == "apply"
    }


def coded(programme: Record, field: str) -> set[str]:
    """The codes that its conditions have in a field, or that there are none."""
    found: set[str] = set()
    for term in programme.get("terms", []):
        value = term.get(field, [])
        found |= {value} if isinstance(value, str) else set(value)
    return found or {"none"}


def most(id: str) -> dict[str, int]:
    """Kind of amount → the most that the newest number of a measure may mean.

    Measures have one number in each document; the newest document is named by the later year.
    """
    newest: dict[str, Record] = {}
    for figure in records("figures").get(id, {"figures": []})["figures"]:
        before = newest.get(figure["measure"])
        if before is None or figure["document"] > before["document"]:
            newest[figure["measure"]] = figure
    found: dict[str, int] = {}
    for figure in newest.values():
        if kind := figure.get("amount"):
            value = int(figure.get("value_max", figure["value"]))
            found[kind] = max(value, found.get(kind, 0))
    return found


def applied(field: str, code: str) -> set[str]:
    """Those that one can apply for, whose conditions have a code."""
    return {it for it in open_ids() if code in coded(records("programmes")[it], field)}


def at_least(least: int, kinds: set[str]) -> set[str]:
    """Those that one can apply for, of which an amount of these kinds may be so large."""
    return {it for it in open_ids() if any(most(it).get(kind, 0) >= least for kind in kinds)}
