"""Times as EDTF level 2 (ISO 8601-2) has them · When → text.

A date that is known to lie somewhere in a span is "one of a set": `[2024-04..2025-03]` for a fiscal
year, `[2025..]` for 2025 at the earliest, `[..2025]` for 2025 at the latest.
"""

from generator.model.when import When


def edtf(time: When) -> str | None:
    """`time` without what EDTF cannot say: which part of a year it is, and that it recurs."""
    if time.date is None or time.every is not None:
        return None
    start, _, end = time.date.partition("/")
    first, last = (f"{start}-04", f"{end}-03") if end else (start, start)
    match time.bound:
        case "earliest":
            return f"[{first}..]"
        case "latest":
            return f"[..{last}]"
        case None:
            return f"[{first}..{last}]" if end else start
