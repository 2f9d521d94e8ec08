"""All that the documents say, by whom or what it is about · Catalogue → records."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.event import Event, EventList
from generator.model.figure import Figure, FigureList
from generator.model.programme import Programme
from generator.model.when import When
from generator.model.wording import Text, Wording, settle, settle_any
from generator.resolve.edition_dates import edition_days, figure_order
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    Facts,
    FigureRecord,
    SeriesRecord,
    SpotRecord,
)
from generator.resolve.names import document_ref
from generator.resolve.periods import chronological_key
from generator.resolve.record_reference import Label, LocatorRecord, Ref
from generator.resolve.statements import by_concern, resolve_statements
from generator.resolve.vocabulary import coded_labels

SEMICOLON = "\uff1b"
"""A full-width semicolon."""


class FactIndex:
    """All facts of a catalogue. `subjects` are the records and names that they may be about."""

    def __init__(self, catalogue: Catalogue, subjects: Mapping[str, Ref]) -> None:
        self._catalogue = catalogue
        self._subjects = subjects
        self._documents = {
            key: document_ref(record_file.record)
            for key, record_file in catalogue.documents.items()
        }
        self._measures = coded_labels(catalogue, "measures")
        self._units = coded_labels(catalogue, "units")
        self._qualifiers = coded_labels(catalogue, "qualifiers")
        self._terms = coded_labels(catalogue, "term-kinds")
        self._applicants = coded_labels(catalogue, "applicants")
        self._matching = coded_labels(catalogue, "matching")
        self._amounts = coded_labels(catalogue, "amount-kinds")
        self._groups = {it.code: it.group for it in catalogue.vocabularies["measures"].record.terms}
        self.series = tuple(self._all_series())
        self.events = _by_date(self._all_events())
        self.statements = resolve_statements(catalogue, subjects)
        self._by_concern = by_concern(self.statements)
        self.errata = tuple(self._all_errata())

    def about(self, identifier: str) -> Facts:
        """What is said about one agency or programme."""
        return Facts(
            tuple(it for it in self.series if it.subject.id == identifier),
            tuple(it for it in self.events if it.subject.id == identifier),
            tuple(it for it in self.errata if any(ref.id == identifier for ref in it.about)),
            tuple(it for it in self.statements if it.subject.id == identifier),
            self._by_concern.get(identifier, ()),
        )

    def conditions(self, programme: Programme) -> tuple[ConditionRecord, ...]:
        """A programme's conditions in the order of their kinds."""
        order = list(self._terms)
        records = (
            ConditionRecord(
                kind=self._terms[condition.kind],
                text=_explained(condition.text, condition.differs, programme.script),
                printed=self._printed(condition.printed, condition.document),
                source=self._source(condition.document, condition.line),
                quotation=self._printed_any(condition.quotation, condition.document),
                applicants=tuple(self._applicants[it] for it in condition.applicants),
                matching=self._matching[condition.matching] if condition.matching else None,
            )
            for condition in programme.terms
        )
        return tuple(sorted(records, key=lambda it: order.index(it.kind.code)))

    def _all_series(self) -> Iterable[SeriesRecord]:
        order, days = list(self._measures), edition_days(self._catalogue)
        for identifier in sorted(self._catalogue.figures):
            record = self._catalogue.figures[identifier].record
            notes = {it.measure: settle(it.note, record.script) for it in record.breaks}
            by_measure: dict[str, list[Figure]] = {}
            for figure in record.figures:
                by_measure.setdefault(figure.measure, []).append(figure)
            for measure in sorted(by_measure, key=order.index):
                figures = sorted(by_measure[measure], key=lambda it: figure_order(it, days))
                name = f"{identifier}-{measure}"
                records = tuple(self._figure(it, record, name, len(figures) > 1) for it in figures)
                yield SeriesRecord(
                    id=name,
                    subject=self._subjects[identifier],
                    measure=self._measures[measure],
                    figures=records,
                    note=notes.get(measure),
                )

    def _figure(
        self, figure: Figure, record: FigureList, series: str, shared: bool
    ) -> FigureRecord:
        group = self._groups[figure.measure]
        return FigureRecord(
            id=figure.id,
            subject=self._subjects[record.id],
            measure=self._measures[figure.measure],
            value=figure.value,
            value_max=figure.value_max,
            unit=self._units[figure.unit],
            qualifier=figure.qualifier,
            qualifier_pattern=self._qualifiers[figure.qualifier].label,
            as_of=figure.as_of,
            as_of_part=figure.as_of_part,
            basis=_with_reason(
                settle_any(figure.basis, record.script), settle_any(figure.differs, record.script)
            ),
            printed=self._printed(figure.printed, figure.document),
            source=self._source(figure.document, figure.line),
            series=series if shared else None,
            term=self._terms[group] if group else None,
            quotation=self._printed_any(figure.quotation, figure.document),
            amount=self._amounts[figure.amount] if figure.amount else None,
        )

    def _all_events(self) -> Iterable[EventRecord]:
        kinds = coded_labels(self._catalogue, "event-kinds")
        records = {
            event.id: self._event(event, record_file.record, kinds)
            for record_file in self._catalogue.events.values()
            for event in record_file.record.events
        }
        for record_file in self._catalogue.events.values():
            for event in record_file.record.events:
                outcome = records[event.outcome] if event.outcome else None
                yield replace(records[event.id], outcome=outcome)

    def _event(self, event: Event, record: EventList, kinds: Mapping[str, Label]) -> EventRecord:
        return EventRecord(
            id=event.id,
            kind=kinds[event.kind],
            when=event_time(event),
            planned=event.planned,
            what=_explained(event.what, event.differs, record.script),
            printed=self._printed_any(event.printed, event.document),
            date_printed=self._printed_any(event.date_printed, event.document),
            date_line=event.date_line,
            subject=self._subjects[record.id],
            source=self._source(event.document, event.line),
            quotation=self._printed_any(event.quotation, event.document),
        )

    def _all_errata(self) -> Iterable[ErratumRecord]:
        levels = coded_labels(self._catalogue, "errata-levels")
        for code, kind in coded_labels(self._catalogue, "errata-kinds").items():
            record_file = self._catalogue.errata.get(code)
            for erratum in record_file.record.errata if record_file else ():
                script = record_file.record.script if record_file else "zh-Hant"
                yield ErratumRecord(
                    id=erratum.id,
                    kind=kind,
                    level=levels[erratum.level],
                    what=settle(erratum.what, script),
                    shown_as=settle(erratum.shown_as, script),
                    about=tuple(self._subjects[subject] for subject in erratum.about),
                    spots=tuple(
                        SpotRecord(
                            self._printed(spot.printed, spot.document),
                            self._source(spot.document, spot.line),
                        )
                        for spot in erratum.locators
                    ),
                    reported=erratum.reported,
                    answer=settle_any(erratum.answer, script),
                )

    def _source(self, document: str, line: int) -> LocatorRecord:
        return LocatorRecord(self._documents[document], line)

    def _printed_any(self, text: str | None, document: str) -> Wording | None:
        return self._printed(text, document) if text else None

    def _printed(self, text: str, document: str) -> Wording:
        return Wording(text, self._catalogue.documents[document].record.script, None, document)


def _by_date(events: Iterable[EventRecord]) -> tuple[EventRecord, ...]:
    """The events by date, oldest first; then what recurs, and last what has no date."""
    return tuple(
        sorted(
            events,
            key=lambda it: (it.when is None, chronological_key(it.when or When()), it.id),
        )
    )


def event_time(event: Event) -> When | None:
    """When it is, by its document; None where that says nothing."""
    if event.date is None and event.every is None:
        return None
    return When(event.date, event.part, event.bound, event.every)


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
        other = basis.other + SEMICOLON + reason.other
    return replace(basis, text=basis.text + SEMICOLON + reason.text, other=other)
