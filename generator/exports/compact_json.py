"""JSON without spaces, Chinese as it is · values → text."""

import json


def compact_json(value: object) -> str:
    """`value` on one line: spaces would be a quarter of the larger files."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
