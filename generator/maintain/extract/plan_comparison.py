"""A plan against the records that were made of it · record and text → what to change in the record.

Where only lines have moved, as when a line was mended in the text, the record follows by itself;
everything else is told for a person to decide on.
"""

from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.maintain.extract.row_match import Match, TextFolding, own_form
from generator.maintain.yaml_edits import Edit, replace_values
from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem
from generator.model.catalogue import RecordFile
from generator.model.document import Document
from generator.reading.decode import decode
from generator.reading.yaml_source import parse

LOOK = say("compare the two, and correct by hand the one that is wrong")
_OF_THE_TEXT = ("sha256", "lines", "date_line", "line", "heading_line")
"""Fields that only say where something stands, and in which text."""


@dataclass
class Comparison:
    """Collects differences, and changes of lines."""

    data: Path
    fold: TextFolding
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    """Path below the data folder → what stands on other lines now."""

    def compare_document(self, record_file: RecordFile[Document], text: str) -> None:
        """The plan's own record against the draft in `text`."""
        parsed, _ = parse(text.encode(), "")
        assert parsed is not None, "a draft is valid YAML"
        draft, _ = decode(parsed, Document)
        assert draft is not None, "a draft is a valid record"
        path = f"documents/{record_file.record.id}.yml"
        drafted = draft.model_fields_set - {"sections", "complete", "short_title"}
        fields = [it for it in Document.model_fields if it in drafted]
        differences = list(_differences(record_file, (), record_file.record, draft, fields))
        codes = [it.code for it in record_file.record.sections]
        if codes != [it.code for it in draft.sections]:
            place, wanted = record_file.place("sections"), [it.code for it in draft.sections]
            self.problems.append(
                _difference_problem(place, "sections", list_names(codes), list_names(wanted))
            )
        else:
            pairs = zip(record_file.record.sections, draft.sections, strict=True)
            for number, (there, here) in enumerate(pairs):
                at = ("sections", number)
                names = type(there).model_fields
                differences += _differences(record_file, at, there, here, names)
        self._settle(path, differences)

    def compare_row(self, match: Match) -> None:
        """The record of a listed row against the row."""
        record_file, listing = match.known, match.listing
        record = record_file.record
        keys = [(it.document, it.section, it.row) for it in record.listings]
        number = keys.index((listing.document, listing.section, listing.row))
        held = record.listings[number]
        if number == len(keys) - 1 or held.name is not None:
            printed = own_form(match.draft.dataset.name, match.draft.dataset.script)
            known = (
                own_form(record.name, record.script)
                if held.name is None
                else (held.name, printed[1])
            )
            if not self.fold.says_the_same(*printed, *known):
                place = record_file.place("listings", number, "row")
                self.problems.append(_difference_problem(place, "name", known[0], printed[0]))
                return
        names = [it for it in type(listing).model_fields if it not in ("name", "description")]
        path = f"datasets/{record_file.folder}/{record.id}.yml"
        at = ("listings", number)
        self._settle(path, list(_differences(record_file, at, held, listing, names)))

    def add_to(self, updates: MutableMapping[str, tuple[str, str]], by_hand: list[Problem]) -> None:
        """Add the changed records and the problems to those of an intake."""
        by_hand.extend(self.problems)
        for path, edits in self.edits.items():
            before = (self.data / path).read_bytes().decode("utf-8").replace("\r\n", "\n")
            updates[path] = (before, replace_values(before, edits))

    def _settle(self, path: str, differences: list["_Difference"]) -> None:
        self.unchanged += not differences
        for difference in differences:
            if (
                difference.field in _OF_THE_TEXT
                and difference.there is not None
                and difference.here is not None
            ):
                edit = Edit(difference.place, str(difference.there), str(difference.here))
                self.edits.setdefault(path, []).append(edit)
            else:
                self.problems.append(
                    _difference_problem(
                        difference.place, difference.field, difference.there, difference.here
                    )
                )


@dataclass(frozen=True)
class _Difference:
    place: Place
    field: str
    there: object
    here: object


def _differences(
    record_file: RecordFile[Any],
    at: tuple[str | int, ...],
    there: Any,
    here: Any,
    names: Iterable[str],
) -> Iterator[_Difference]:
    for name in names:
        if getattr(there, name) != getattr(here, name):
            place = record_file.place(*at, name)
            yield _Difference(place, name, getattr(there, name), getattr(here, name))


def _difference_problem(place: Place, field: str, in_record: object, in_plan: object) -> Problem:
    template = "{field} is {there!r}, but the plan says {here!r}"
    return Problem(place, say(template, field=field, there=in_record, here=in_plan), LOOK)
