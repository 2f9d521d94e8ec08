"""Update fields in a record's file and keep its comments and layout · text → text."""

from collections.abc import Iterator

from generator.maintain.extract.record_yaml import dump, fields_of
from generator.model.dataset import Dataset
from generator.model.source import Source
from generator.reading.decode import decode
from generator.reading.yaml_source import parse


def update_record(text: str, old: Dataset, wanted: Dataset) -> str | None:
    """Change `text` from the record `old` to `wanted`; None if that must be done by hand.

    Only fields that differ are touched, and the result is read back to be sure.
    """
    source, _ = parse(text.encode(), "")
    if source is None:
        return None
    changed = _Editor(text, source).rewrite(old, wanted)
    again, _ = parse(changed.encode(), "")
    if again is None or decode(again, Dataset)[0] != wanted:
        return None
    return changed


class _Editor:
    """Edits a file's lines field by field."""

    def __init__(self, text: str, source: Source) -> None:
        self._lines = text.removesuffix("\n").split("\n")
        self._source = source
        starts = sorted(
            (place.line - 1, path[0]) for path, place in source.keys.items() if len(path) == 1
        )
        ends = [*(line for line, _ in starts[1:]), len(self._lines)]
        self._blocks = {
            key: (start, self._trim(end)) for (start, key), end in zip(starts, ends, strict=True)
        }
        """Field → its first line and the one behind its last."""

    def rewrite(self, old: Dataset, wanted: Dataset) -> str:
        """The whole file."""
        # From the bottom up; of two at the same line the later one first, as each comes above.
        for start, end, lines in sorted(self._edits(old, wanted), key=lambda it: it[:2])[::-1]:
            self._lines[start:end] = lines
        return "\n".join(self._lines) + "\n"

    def _edits(self, old: Dataset, wanted: Dataset) -> Iterator[tuple[int, int, list[str]]]:
        before, after = fields_of(old), fields_of(wanted)
        last = 0
        for name in Dataset.model_fields:
            start, end = self._blocks.get(name, (last, last))
            last = end
            if before.get(name) == after.get(name):
                continue
            if name == "listings":
                yield from self._listings(old, wanted)
            else:
                yield start, end, _lines({name: after[name]}) if name in after else []

    def _listings(self, old: Dataset, wanted: Dataset) -> Iterator[tuple[int, int, list[str]]]:
        places = [self._source.places["listings", it] for it in range(len(old.listings))]
        ends = [*(place.line - 1 for place in places[1:]), self._blocks["listings"][1]]
        indent = " " * (places[0].column - 3)
        former = {
            (listing.document, listing.section, listing.row): number
            for number, listing in enumerate(old.listings)
        }
        behind = places[0].line - 1
        for listing in wanted.listings:
            number = former.get((listing.document, listing.section, listing.row))
            if number is None:
                first, *others = _lines(fields_of(listing))
                block = [f"{indent}- {first}", *(f"{indent}  {line}" for line in others)]
                yield behind, behind, block
                continue
            behind = self._trim(ends[number])
            added = {
                name: value
                for name, value in fields_of(listing).items()
                if name not in fields_of(old.listings[number])
            }
            if added:
                yield behind, behind, [f"{indent}  {line}" for line in _lines(added)]

    def _trim(self, end: int) -> int:
        """`end` without the comments and blank lines above what follows."""
        while end and (not self._lines[end - 1].strip() or self._lines[end - 1].startswith("#")):
            end -= 1
        return end


def _lines(fields: dict[str, object]) -> list[str]:
    return dump(fields).removesuffix("\n").split("\n")
