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


def decode(data: bytes, characters: str) -> str:
    """The text that stands in a code of one or two bytes a character."""
    often = 128 - -(-max(0, len(characters) - 128) // 255)
    single = [*map(chr, range(128)), *characters[:often]]
    rest = iter(data)
    return "".join(
        single[byte]
        if byte < 128 + often
        else characters[often + (byte - 128 - often) * 256 + next(rest)]
        for byte in rest
    )


def _first(read: Read, script: str) -> tuple[str, list[str]]:
    start, rest = read(f"{script}.txt").split(b"\n", 1)
    characters = start.decode()
    return characters, decode(rest, characters).split("\v")


def read_head(read: Read, script: str) -> dict[str, Any]:
    """What stands before the entries; of an index in pieces, nothing else."""
    head: dict[str, Any] = json.loads(_first(read, script)[1][0])
    return head


def read_short(read: Read, script: str) -> list[list[Any]]:
    """Every entry as it is written: address, number of its kind and role, then its texts."""
    characters, [first, *texts] = _first(read, script)
    for piece in range(json.loads(first)["pieces"]):
        texts += decode(read(f"{script}.{piece}.txt"), characters).split("\v")
    docs: list[list[Any]] = [text.split("\t") for text in texts]
    for doc in docs:
        doc[1] = int(doc[1])
    return docs


def read_docs(read: Read, script: str) -> list[list[Any]]:
    """Every entry with its address in full."""
    docs = read_short(read, script)
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
