"""Corrections with the pages that they concern · Catalogue → CorrectionRecords, newest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.base import Record
from generator.model.catalogue import Catalogue
from generator.model.correction import CorrectedFact, Correction
from generator.model.kinds import CODES, PAGES, PUBLISHED, REFERENCES, kind_named
from generator.model.recorded_fact import day_in, read_fact
from generator.model.wording import Wording, settle, settle_any
from generator.resolve.published_facts import LIST_SEPARATOR, part_model
from generator.resolve.record_reference import Ref
from generator.resolve.vocabulary import labels

RecordedDays = Mapping[tuple[str, str, str], date]
"""Kind, identifier, document → the day on which what that document says of it was recorded."""


@dataclass(frozen=True)
class CorrectedFactRecord:
    """One field that was published otherwise."""

    kind: str
    id: str
    field: str
    """The field with the parts of the record in front of it."""
    before: Wording
    after: Wording | None
    labels: Mapping[str, Wording]
    """Of a field with codes or names of records: what they are called."""

    @property
    def record(self) -> str:
        """Kind and identifier."""
        return f"{self.kind}/{self.id}"

    @property
    def name(self) -> str:
        """The field itself."""
        return self.field.rpartition(".")[2]


@dataclass(frozen=True)
class CorrectionRecord:
    """What was corrected in one file of records on one day."""

    id: str
    day: date
    reason: Wording
    reported_by: Wording | None
    changes: tuple[CorrectedFactRecord, ...]
    about: tuple[Ref, ...]
    """The pages that showed it, and names; none if nothing of it is left."""

    @property
    def ref(self) -> Ref:
        """A link to its place on the page of corrections."""
        return Ref("corrections", self.id, self.about[0].name if self.about else self.reason)


def resolve_corrections(
    catalogue: Catalogue, subjects: Mapping[str, Ref]
) -> tuple[CorrectionRecord, ...]:
    """Every correction, the newest first."""
    resolver = _Resolver(catalogue, subjects)
    records = (record_file.record for record_file in catalogue.corrections.values())
    by_name = sorted((resolver.correction(it) for it in records), key=lambda it: it.id)
    return tuple(sorted(by_name, key=lambda it: it.day, reverse=True))


def recorded_days(catalogue: Catalogue) -> RecordedDays:
    """Of what was recorded since days are kept, and rests on one document."""
    days: dict[tuple[str, str, str], date] = {}
    for record_file in catalogue.history.values():
        for line in record_file.record.facts:
            if day := day_in(line):
                fact = read_fact(line)
                for document in fact.documents if len(fact.documents) == 1 else ():
                    key = record_file.folder, fact.owner, document
                    first = date.fromisoformat(day)
                    days[key] = min(first, days.get(key, first))
    return days


class _Resolver:
    def __init__(self, catalogue: Catalogue, subjects: Mapping[str, Ref]) -> None:
        self._catalogue, self._subjects = catalogue, subjects
        self._errata = {
            erratum.id: erratum.about
            for record_file in catalogue.errata.values()
            for erratum in record_file.record.errata
        }
        self._moved = {
            f"{record_file.folder}/{gone.id}": gone.to
            for record_file in catalogue.history.values()
            for gone in record_file.record.gone
            if gone.to is not None
        }

    def correction(self, record: Correction) -> CorrectionRecord:
        """One entry."""
        refs = (ref for it in record.changes for ref in self._pages(it.record))
        return CorrectionRecord(
            id=record.id,
            day=date.fromisoformat(record.day),
            reason=settle(record.reason, record.script),
            reported_by=settle_any(record.reported_by, record.script),
            changes=tuple(self._fact(record, it) for it in record.changes),
            about=tuple(dict.fromkeys(it for it in refs if it)),
        )

    def _fact(self, record: Correction, fact: CorrectedFact) -> CorrectedFactRecord:
        kind, _, identifier = fact.record.partition("/")
        script = fact.script or record.script
        texts = list(filter(None, (fact.before, fact.after)))
        return CorrectedFactRecord(
            kind,
            identifier,
            fact.field,
            Wording(fact.before, script),
            Wording(fact.after, script) if fact.after is not None else None,
            dict(self._labels(kind, fact.field, texts)),
        )

    def _labels(self, kind: str, path: str, texts: Iterable[str]) -> Iterator[tuple[str, Wording]]:
        part, _, field = path.rpartition(".")
        for name in (it for text in texts for it in text.split(LIST_SEPARATOR)):
            for referred in REFERENCES.get(field, ()):
                if ref := self._page(f"{referred}/{name}"):
                    yield name, ref.name
        try:
            model = part_model(kind, part)
        except (KeyError, ValueError):
            return
        if vocabulary := CODES.get((model.__name__, field)):
            yield from labels(self._catalogue, vocabulary).items()

    def _pages(self, address: str) -> Iterator[Ref | None]:
        """The page of a record, or of what an item is about; those of all that an erratum is."""
        kind, _, identifier = address.partition("/")
        if kind == "errata" and identifier in self._errata:
            yield from map(self._subjects.get, self._errata[identifier])
        else:
            yield self._page(address)

    def _page(self, address: str) -> Ref | None:
        """The page of a record, or of what an item is about."""
        seen = set()
        while address in self._moved and address not in seen:
            seen.add(address)
            address = self._moved[address]
        kind, _, identifier = address.partition("/")
        if kind in PAGES:
            record_file = self._catalogue.of(kind_named(kind).model).get(identifier)
            return self._ref(kind, record_file.record) if record_file else None
        if kind in PUBLISHED and kind != "terminology":
            identifier = self._catalogue.registered[kind].get(identifier, "")
        ref = self._subjects.get(identifier)
        return ref or (self._page(f"documents/{identifier}") if kind not in PAGES else None)

    def _ref(self, kind: str, record: Record) -> Ref:
        if record.id in self._subjects and self._subjects[record.id].kind == kind:
            return self._subjects[record.id]
        document = self._catalogue.documents.get(record.id)
        named = document.record if kind == "budget" and document else record
        text = getattr(named, "name", None) or getattr(named, "title", None) or record.id
        return Ref(kind, record.id, settle(text, getattr(named, "script", "zh-Hant")))
