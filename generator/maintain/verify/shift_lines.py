"""Edge: move line numbers to where a changed text has the words now · catalogue, text → files.

Words that stand on one line alone tell how far the lines around them have moved; what may stand on
several moves as they do.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.maintain.verify.quote import Quote
from generator.maintain.verify.quotes import quotes
from generator.maintain.verify.text import document_lines
from generator.maintain.verify.verify import is_on_line
from generator.maintain.yaml_edits import Edit, replace_values
from generator.messages.problem import Place
from generator.model.catalogue import Catalogue
from generator.model.source import FieldPath, Source
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter

_TELLING = 12
"""Words of so many characters that stand on one line only tell where it has moved to."""


@dataclass(frozen=True)
class _Anchor:
    """A line whose new place is certain."""

    old: int
    new: int


def shift_lines(catalogue: Catalogue, converter: Converter, sources: Path, document: str) -> int:
    """Write the line numbers of everything that `document` prints; how many were changed."""
    lines, _ = document_lines(catalogue.documents[document], sources)
    if lines is None:
        return 0
    located = [it for it in quotes(catalogue, converter) if it.document == document]
    located += _excepted(catalogue, document)
    anchors = list(_anchors(located, lines))
    by_file: dict[str, list[Quote]] = defaultdict(list)
    for quote in located:
        by_file[quote.place.path].append(quote)
    number = 0
    for record_file in catalogue.record_files():
        source = record_file.source
        edits = dict(_edits(source, by_file.get(source.path, ()), lines, anchors))
        if edits:
            file = Path(source.path)
            text = file.read_bytes().decode("utf-8")
            file.write_bytes(replace_values(text, edits.values()).encode("utf-8"))
            number += len(edits)
    return number


def _excepted(catalogue: Catalogue, document: str) -> Iterator[Quote]:
    """The lines of exceptions, as if they were facts."""
    record_file = catalogue.exceptions.get(document)
    for field in ("unused", "sentences") if record_file else ():
        for number, excepted in enumerate(getattr(record_file.record, field)):  # type: ignore[union-attr]
            place = record_file.place(field, number, "lines")  # type: ignore[union-attr]
            for line in dict.fromkeys(excepted.lines):
                yield Quote(document, line, (excepted.printed or "",), place, whole=False)


def _anchors(located: Iterable[Quote], lines: Sequence[str]) -> Iterator[_Anchor]:
    compact = [compact_line(line) for line in lines]
    whole = "".join(compact)
    for quote in located:
        form = compact_line(quote.forms[0]) if len(quote.forms) == 1 else ""
        if len(form) < _TELLING or whole.count(form) != 1:
            continue
        standing = [
            number
            for number in range(1, len(lines) + 1)
            if is_on_line(lines, replace(quote, line=number))
        ]
        if len(standing) == 1:
            yield _Anchor(quote.line, standing[0])


def _edits(
    source: Source,
    located: Iterable[Quote],
    lines: Sequence[str],
    anchors: Sequence[_Anchor],
) -> Iterator[tuple[Place, Edit]]:
    """Place of a line number → what it has to be."""
    paths = {place: path for path, place in source.places.items()}
    for quote in located:
        new = _moved(quote, lines, anchors)
        path = _line_path(source, paths[quote.place], quote.line) if new != quote.line else None
        if path is not None:
            place = source.places[path]
            yield place, Edit(place, str(quote.line), str(new))


def _moved(quote: Quote, lines: Sequence[str], anchors: Sequence[_Anchor]) -> int:
    """The line on which a quote stands now; as it was, where that is not certain."""
    nearest = sorted(anchors, key=lambda it: (abs(it.old - quote.line), it.old))
    for anchor in nearest[:_TELLING]:
        line = quote.line + anchor.new - anchor.old
        if 1 <= line <= len(lines) and is_on_line(lines, replace(quote, line=line)):
            return line
    before = [it for it in nearest if it.old <= quote.line]
    behind = [it for it in nearest if it.old >= quote.line]
    first = before[0].new if before else 1
    last = behind[0].new if behind else len(lines)
    standing = [
        line
        for line in range(first, last + 1)
        if any(quote.forms) and is_on_line(lines, replace(quote, line=line))
    ]
    return standing[0] if len(standing) == 1 else quote.line


def _line_path(source: Source, path: FieldPath, line: int) -> FieldPath | None:
    """The field that holds the line of what stands at `path`."""
    for length in range(len(path), -1, -1):
        node = _value(source.value, path[:length])
        if not isinstance(node, Mapping):
            continue
        names = sorted(node, key=lambda it: str(path[-1]).split("_")[0] not in it)
        for name in names:
            value = node[name]
            if name.endswith("line") and value == line:
                return (*path[:length], name)
            if name == "lines" and isinstance(value, list) and line in value:
                return (*path[:length], name, value.index(line))
    return None


def _value(value: Any, path: FieldPath) -> Any:
    for part in path:
        value = value[part]
    return value
