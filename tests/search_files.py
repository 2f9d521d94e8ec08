"""The search index as it is written, and as docs/assets/search/reader.js reads it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.exports.search_entry import Role

Read = Callable[[str], bytes]
"""Path below `search/` → what the file holds."""


def of_site(folder: Path) -> Read:
    return lambda name: (folder / "search" / name).read_bytes()


def read_head(read: Read, script: str) -> dict[str, Any]:
    """What stands before the entries; of an index in pieces, nothing else."""
    head: dict[str, Any] = json.loads(read(f"{script}.json").decode("gbk"))
    return head


def read_docs(read: Read, script: str) -> list[list[Any]]:
    """Every entry with its address in full: number of its kind and role, then its texts."""
    head = read_head(read, script)
    docs: list[list[Any]] = list(head["docs"])
    for piece in range(head["pieces"]):
        docs += json.loads(read(f"{script}.{piece}.json").decode("gbk"))
    page = owner = ""
    for doc in docs:
        if "#" not in doc[0]:
            page = doc[0]
        elif doc[0].startswith("#"):
            doc[0] = page + doc[0]
        if doc[1] % 10 == Role.BODY:
            owner = doc[0].split("/")[-2]
        doc[0] = doc[0].replace("~", owner)
    return docs
