"""Figures, events, conditions and errata of the catalogue, by whom or what they are about."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.event import Event, EventList
from generator.model.figure import Figure, FigureList
from generator.model.programme import Programme
from generator.model.wording import Text, Wording, settle, settle_any
from generator.resolve.editions import edition_days, oldest_first
from generator.resolve.fact import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    Facts,
    FigureRecord,
    SeriesRecord,
    SpotRecord,
)
from generator.resolve.names import document_ref
from generator.resolve.periods import first_to_last
from generator.resolve.ref import Label, LocatorRecord, Ref
from generator.resolve.vocabulary import coded

BETWEEN = "\uff1b"
"""A full-width semicolon."""


class FactIndex:
    """All facts of a catalogue. `subjects` are the records and names that they may be about."""

    def __init__(self, catalogue: Catalogue, subjects: Mapping[str, Ref]) -> None:
        self._catalogue = catalogue
        self._subjects = subjects
        self._documents = {
            key: document_ref(held.record) for key, held in catalogue.documents.items()
        }
        self._measures = coded(catalogue, "measures")
        self._units = coded(catalogue, "units")
        self._qualifiers = coded(catalogue, "qualifiers")
        self._terms = coded(catalogue, "term-kinds")
        self._groups = {it.code: it.group for it in catalogue.vocabularies["measures"].record.terms}
        self.series = tuple(self._all_series())
        self.events = _by_date(self._all_events())
        self.errata = tuple(self._all_errata())

    def about(self, identifier: str) -> Facts:
        """What is said about one agency or programme."""
        return Facts(
            tuple(it for it in self.series if it.subject.id == identifier),
            tuple(it for it in self.events if it.subject.id == identifier),
            tuple(it for it in self.errata if any(ref.id == identifier for ref in it.about)),
        )

    def conditions(self, programme: Programme) -> tuple[ConditionRecord, ...]:
        """A programme's conditions in the order of their kinds."""
        order = list(self._terms)
        made = (
            ConditionRecord(
                kind=self._terms[it.kind],
                text=_explained(it.text, it.differs, programme.script),
                printed=self._printed(it.printed, it.document),
                source=self._source(it.document, it.line),
            )
            for it in programme.terms
        )
        return tuple(sorted(made, key=lambda it: order.index(it.kind.code)))

    def _all_series(self) -> Iterable[SeriesRecord]:
        order, days = list(self._measures), edition_days(self._catalogue)
        for identifier in sorted(self._catalogue.figures):
            record = self._catalogue.figures[identifier].record
            notes = {it.measure: settle(it.note, record.script) for it in record.breaks}
            by_measure: dict[str, list[Figure]] = {}
            for figure in record.figures:
                by_measure.setdefault(figure.measure, []).append(figure)
            for measure in sorted(by_measure, key=order.index):
                figures = sorted(by_measure[measure], key=lambda it: oldest_first(it, days))
                name = f"{identifier}-{measure}"
                made = tuple(self._figure(it, record, name, len(figures) > 1) for it in figures)
                yield SeriesRecord(
                    id=name,
                    subject=self._subjects[identifier],
                    measure=self._measures[measure],
                    figures=made,
                    note=notes.get(measure),
                )

    def _figure(self, it: Figure, record: FigureList, series: str, shared: bool) -> FigureRecord:
        group = self._groups[it.measure]
        return FigureRecord(
            id=it.id,
            subject=self._subjects[record.id],
            measure=self._measures[it.measure],
            value=it.value,
            value_max=it.value_max,
            unit=self._units[it.unit],
            qualifier=it.qualifier,
            qualified=self._qualifiers[it.qualifier].label,
            as_of=it.as_of,
            basis=_with_reason(
                settle_any(it.basis, record.script), settle_any(it.differs, record.script)
            ),
            printed=self._printed(it.printed, it.document),
            source=self._source(it.document, it.line),
            series=series if shared else None,
            term=self._terms[group] if group else None,
        )

    def _all_events(self) -> Iterable[EventRecord]:
        kinds = coded(self._catalogue, "event-kinds")
        made = {
            it.id: self._event(it, held.record, kinds)
            for held in self._catalogue.events.values()
            for it in held.record.events
        }
        for held in self._catalogue.events.values():
            for it in held.record.events:
                outcome = made[it.outcome] if it.outcome else None
                yield replace(made[it.id], outcome=outcome)

    def _event(self, it: Event, record: EventList, kinds: Mapping[str, Label]) -> EventRecord:
        return EventRecord(
            id=it.id,
            kind=kinds[it.kind],
            date=it.date,
            planned=it.planned,
            what=_explained(it.what, it.differs, record.script),
            printed=self._printed(it.printed, it.document) if it.printed else None,
            subject=self._subjects[record.id],
            source=self._source(it.document, it.line),
        )

    def _all_errata(self) -> Iterable[ErratumRecord]:
        for code, kind in coded(self._catalogue, "errata-kinds").items():
            held = self._catalogue.errata.get(code)
            for it in held.record.errata if held else ():
                script = held.record.script if held else "zh-Hant"
                yield ErratumRecord(
                    id=it.id,
                    kind=kind,
                    what=settle(it.what, script),
                    shown_as=settle(it.shown_as, script),
                    about=tuple(self._subjects[subject] for subject in it.about),
                    spots=tuple(
                        SpotRecord(
                            self._printed(spot.printed, spot.document),
                            self._source(spot.document, spot.line),
                        )
                        for spot in it.locators
                    ),
                )

    def _source(self, document: str, line: int) -> LocatorRecord:
        return LocatorRecord(self._documents[document], line)

    def _printed(self, text: str, document: str) -> Wording:
        return Wording(text, self._catalogue.documents[document].record.script, None, document)


def _by_date(events: Iterable[EventRecord]) -> tuple[EventRecord, ...]:
    """Oldest first; what no document dates comes last."""
    never = (9999, 0, 0)
    return tuple(
        sorted(events, key=lambda it: (first_to_last(it.date) if it.date else never, it.id))
    )


def _explained(text: Text, reason: Text | None, script: Script) -> Wording:
    """Our words for a fact, and why it is not as it is printed."""
    said, why = settle(text, script), settle_any(reason, script)
    if why is None or why.script != said.script:
        return said
    return _with_reason(said, why) or said


def _with_reason(basis: Wording | None, reason: Wording | None) -> Wording | None:
    """What is counted, and why the number is not the one that is printed: wherever a reader sees
    the one, the other stands behind it."""
    if basis is None or reason is None:
        return basis or reason
    if basis.script != reason.script:
        return reason
    other = None
    if basis.other is not None and reason.other is not None:
        other = basis.other + BETWEEN + reason.other
    return replace(basis, text=basis.text + BETWEEN + reason.text, other=other)
