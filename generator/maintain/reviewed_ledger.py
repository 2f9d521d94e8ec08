"""The reviewed conversions · Catalogue → ledgers of what decided each, one per file of records.

Where a file of records holds several items each stands below its identifier, also one of which no
text was converted: between two branches' new items there is always a line that both know.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.model.base import Record
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import items_of
from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter
from generator.resolve.texts import LocatedText, texts
from generator.script.convert import Converter
from generator.script.ledger import HEADER, ledger_lines


def ledgers(catalogue: Catalogue) -> dict[str, str]:
    """Kind and name of a file of records, `datasets/sea-tides` → the ledger of its texts."""
    texts_by_name: dict[str, list[LocatedText]] = {}
    record_file: dict[str, RecordFile[Record]] = {}
    for text in texts(catalogue):
        name = _name(text.record_file)
        texts_by_name.setdefault(name, []).append(text)
        record_file[name] = text.record_file
    for kind, records in (("figures", catalogue.figures), ("events", catalogue.events)):
        record_file |= {f"{kind}/{name}": it for name, it in records.items()}
    words = catalogue_converter(catalogue)
    lines_by_name = {
        name: list(_lines(file, texts_by_name.get(name, []), words))
        for name, file in record_file.items()
    }
    return {
        name: "".join(f"{line}\n" for line in (HEADER, *lines_of_file))
        for name, lines_of_file in lines_by_name.items()
        if lines_of_file
    }


def _lines(
    record_file: RecordFile[Record], own_texts: list[LocatedText], words: Converter
) -> Iterator[str]:
    name = _name(record_file)
    kind = name.partition("/")[0]
    field = items_of(kind)
    yield from _distinct_lines((it.wording for it in own_texts if it.path[0] != field), words)
    items: Iterable[Any] = getattr(record_file.record, field) if field else ()
    for number, item in enumerate(items):
        yield f"# {item.id}"
        yield from _distinct_lines(
            (it.wording for it in own_texts if it.path[:2] == (field, number)), words
        )


def _distinct_lines(wordings: Iterable[Wording], words: Converter) -> list[str]:
    return list(dict.fromkeys(ledger_lines(wordings, words)))


def _name(record_file: RecordFile[Record]) -> str:
    """`datasets/sea-tides`, also where a folder lies between the two."""
    path = PurePosixPath(record_file.source.path)
    nested = path.parts[-3:-2] in (("datasets",), ("terminology",))
    return f"{path.parts[-3 if nested else -2]}/{path.stem}"
