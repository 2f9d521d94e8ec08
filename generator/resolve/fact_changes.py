"""What differs between the published facts of the history and the records · Catalogue → changes.

A fact that is new, or that now rests on a document on which it did not rest before, corrects
nothing. One that reads otherwise, or is gone, while its documents stand is a correction, and needs
an entry in data/corrections/.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from generator.model.base import Record, Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import PUBLISHED
from generator.model.recorded_fact import RecordedFact, read_fact, said_in
from generator.resolve.identifiers import files
from generator.resolve.published_facts import is_own_wording, is_shown, part_model, record_facts

_MAIN_FIELDS = ("value", "what", "text", "name", "title", "zh-Hant", "date", "printed")
"""What tells best which fact it was, of one that is gone."""
_TYPOGRAPHY = re.compile(r"-\{|\}-|[\s,;:!?\"'()\[\]。、「」『』《》〈〉“”‘’・·…]")
"""What makes no other sentence of one, once widths are the same."""


@dataclass(frozen=True)
class FactChange:
    """One field that was published otherwise."""

    kind: str
    owner: str
    """The identifier of the record or item."""
    part: str
    field: str
    before: str
    after: str | None
    """None: it is gone."""
    script: Script
    """In which both are written."""

    @property
    def record(self) -> str:
        """Kind and identifier, as data/corrections/ names it."""
        return f"{self.kind}/{self.owner}"

    @property
    def path(self) -> str:
        """The field with the parts of the record in front of it."""
        return f"{self.part}.{self.field}".lstrip(".")


@dataclass(frozen=True)
class FileFacts:
    """The facts of one file of records beside those of its history."""

    kind: str
    record_file: RecordFile[Record]
    changes: tuple[FactChange, ...]
    """Corrections that no entry tells."""
    facts: tuple[RecordedFact, ...]
    """As the history should have them; those of an item with `changes` as it has them."""
    is_recorded: bool
    """Whether it has them so, but for the changes."""


class FactRegister:
    """The facts of the history, and the corrections that tell how they changed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, dict[str, list[str]]] = {kind: {} for kind in PUBLISHED}
        for record_file in catalogue.history.values():
            known = self._known[record_file.folder]
            for line in record_file.record.facts:
                known.setdefault(line.partition(" ")[0], []).append(line)

    @cached_property
    def is_kept(self) -> bool:
        """Whether any facts are recorded: before the first time, all are as old as the site."""
        return any(self._known.values())

    @cached_property
    def _told(self) -> frozenset[tuple[str, str, str, str | None]]:
        return frozenset(
            (change.record, change.field, change.before, change.after)
            for record_file in self._catalogue.corrections.values()
            for change in record_file.record.changes
        )

    def all_files(self, day: str | None = None) -> Iterator[FileFacts]:
        """Every file of records with identifiers, kind by kind; what is new was recorded on `day`,
        unless facts are recorded for the first time."""
        for kind in PUBLISHED:
            for record_file in files(self._catalogue, kind).values():
                yield self._file(kind, record_file, day if self.is_kept else None)

    def _file(self, kind: str, record_file: RecordFile[Record], day: str | None) -> FileFacts:
        now: dict[str, list[RecordedFact]] = {}
        for fact in record_facts(kind, record_file.record):
            now.setdefault(fact.owner, []).append(fact)
        changes: list[FactChange] = []
        kept: list[RecordedFact] = []
        is_recorded = True
        for owner, facts in now.items():
            lines = self._known[kind].get(owner, [])
            if [said_in(it) for it in lines] == [it.said for it in facts]:
                kept += map(read_fact, lines)
                continue
            recorded = list(map(read_fact, lines))
            own = _script_of(record_file.record)
            owned = list(self._changes(kind, own, recorded, facts))
            if owned:
                changes += owned
                kept += recorded
            else:
                is_recorded = False
                kept += _with_days(recorded, facts, day)
        return FileFacts(kind, record_file, tuple(changes), tuple(kept), is_recorded)

    def gone(self, kind: str, owner: str, record: Record | None) -> Iterator[FactChange]:
        """What tells best which record or item it was, of one that is to go."""
        for line in self._known[kind].get(owner, [])[:1]:
            if changes := [*self._differences(kind, _script_of(record), read_fact(line), {})]:
                yield _main(changes)

    def _changes(
        self,
        kind: str,
        own: Script,
        recorded: Iterable[RecordedFact],
        facts: Sequence[RecordedFact],
    ) -> Iterator[FactChange]:
        """The corrections of one record or item that no entry tells; `own` is its record's
        script."""
        for old, new in _pairs(recorded, facts):
            if new is None:
                changes = [*self._differences(kind, own, old, {})]
                if changes and not any(self._is_told(it) for it in changes):
                    yield _main(changes)
            elif {*new.documents} <= {*old.documents}:
                for change in self._differences(kind, own, old, new.fields):
                    if not (self._is_told(change) or self._says_the_same(change)):
                        yield change

    def _differences(
        self, kind: str, own: Script, old: RecordedFact, now: Mapping[str, str]
    ) -> Iterator[FactChange]:
        """What stood and reads otherwise or is gone; what is told for the first time is none."""
        for field, before in old.fields.items():
            after = now.get(field)
            if after != before and is_shown(kind, old.part, field):
                script = self._script(kind, own, old, field)
                yield FactChange(kind, old.owner, old.part, field, before, after, script)

    def _script(self, kind: str, own: Script, fact: RecordedFact, field: str) -> Script:
        if field in ("zh-Hant", "zh-Hans"):
            return cast(Script, field)
        if is_own_wording(part_model(kind, fact.part), field):
            return own
        documents = (self._catalogue.documents.get(it) for it in fact.documents)
        return next((it.record.script for it in documents if it), own)

    def _is_told(self, change: FactChange) -> bool:
        told = (change.record, change.path, change.before, change.after)
        if change.after is not None:
            return told in self._told
        # After a merge, what one branch corrected is still there as the other one had it.
        return any(told[:3] == it[:3] for it in self._told)

    @staticmethod
    def _says_the_same(change: FactChange) -> bool:
        """Whether only our own words are set otherwise."""
        model = part_model(change.kind, change.part)
        return (
            change.after is not None
            and is_own_wording(model, change.field)
            and _letters(change.before) == _letters(change.after)
        )


def _script_of(record: Record | None) -> Script:
    return getattr(record, "script", "zh-Hant")


def _pairs(
    recorded: Iterable[RecordedFact], facts: Iterable[RecordedFact]
) -> Iterator[tuple[RecordedFact, RecordedFact | None]]:
    """Each recorded fact that does not stand any more, with the new one that takes its place: of
    the same part of the record, first those of the same documents, then those most alike."""
    said = {it.said for it in recorded}
    still = {it.said for it in facts}
    new = [it for it in facts if it.said not in said]
    for old in recorded:
        if old.said in still:
            continue
        same_part = [it for it in new if it.part == old.part]
        best = max(same_part, key=lambda it: _likeness(old, it), default=None)
        if best is not None:
            new.remove(best)
        yield old, best


def _likeness(old: RecordedFact, new: RecordedFact) -> tuple[bool, int]:
    same = old.fields.items() & new.fields.items()
    return {*new.documents} <= {*old.documents}, len(same)


def _main(changes: Sequence[FactChange]) -> FactChange:
    by_field: Mapping[str, FactChange] = {it.field: it for it in changes}
    return next((by_field[it] for it in _MAIN_FIELDS if it in by_field), changes[0])


def _letters(text: str) -> str:
    return _TYPOGRAPHY.sub("", unicodedata.normalize("NFKC", text))


def _with_days(
    recorded: Sequence[RecordedFact], facts: Sequence[RecordedFact], day: str | None
) -> list[RecordedFact]:
    """The facts, each with the day on which it was recorded first: one that was corrected keeps it,
    one of another document is new."""
    days = {it.said: it.day for it in recorded}
    for old, new in _pairs(recorded, facts):
        if new is not None and {*new.documents} <= {*old.documents}:
            days[new.said] = old.day
    return [replace(it, day=days.get(it.said, day)) for it in facts]
