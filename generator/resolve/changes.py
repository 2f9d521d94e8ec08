"""Compare two editions of one publication · Records, two documents → EditionChanges."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from generator.model.wording import Wording
from generator.resolve.change_names import name_changes
from generator.resolve.change_types import (
    ConditionChange,
    EditionChanges,
    EventChange,
    FigureChange,
    Mention,
    UnmatchedItems,
)
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    FigureRecord,
    StatementRecord,
)
from generator.resolve.plan_changes import dataset_changes, datasets_only_in
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import DocumentRecord
from generator.resolve.resolve import Records


def edition_pairs(records: Records) -> tuple[tuple[DocumentRecord, DocumentRecord], ...]:
    """Every two consecutive editions, the older first: same kind, same publisher or none, and of
    the estimates the same head."""
    heads = {it.id: it.head for it in records.budgets}

    def publication(document: DocumentRecord) -> tuple[str, str, str]:
        publisher = document.publisher.id if document.publisher else ""
        return document.document.kind, publisher, heads.get(document.document.id, "")

    ordered = sorted(
        records.documents,
        key=lambda it: (publication(it), records.edition_days[it.document.id], it.document.id),
    )
    return tuple(pair for _, group in groupby(ordered, key=publication) for pair in pairwise(group))


def compare_editions(records: Records, old: DocumentRecord, new: DocumentRecord) -> EditionChanges:
    """What differs between two documents of one kind, and what does not."""
    return _EditionComparison(records, old, new).compare()


class _EditionComparison:
    """Collects what both documents have, and what each has alone."""

    def __init__(self, records: Records, old: DocumentRecord, new: DocumentRecord) -> None:
        self._records = records
        self._documents = (old, new)
        self._old, self._new = old.document.id, new.document.id
        self._figures: list[FigureChange] = []
        self._conditions: list[ConditionChange] = []
        self._same_conditions: list[ConditionChange] = []
        self._reworded: list[EventChange] = []
        self._same_events: list[EventChange] = []
        self._ended_elsewhere: list[EventChange] = []
        # By document: what only it has.
        self._unmatched_figures: dict[str, list[tuple[FigureRecord, Wording | None]]] = {}
        self._unmatched_conditions: dict[str, list[tuple[Ref, ConditionRecord]]] = {}
        self._unmatched_events: dict[str, list[EventRecord]] = {}

    def compare(self) -> EditionChanges:
        """All changes, in the order of the records."""
        records = self._records
        promises = tuple(self._promises())
        self._compare_figures()
        self._compare_conditions()
        self._compare_events(promises)
        old, new = self._documents
        return EditionChanges(
            old=old,
            new=new,
            figures=tuple(self._figures),
            conditions=tuple(self._conditions),
            names=name_changes(records, self._old, self._new),
            promises=(*promises, *self._ended_elsewhere),
            reworded=tuple(self._reworded),
            remarks=tuple(
                erratum
                for erratum in records.errata
                if erratum.kind.code == "edition-change"
                and {self._old, self._new} <= {spot.source.document.id for spot in erratum.spots}
            ),
            datasets=dataset_changes(records.datasets, old, new),
            older=self._unmatched_items(self._old, self._new),
            newer=self._unmatched_items(self._new, self._old),
            same_conditions=tuple(self._same_conditions),
            same_events=tuple(self._same_events),
            same_statements=tuple(self._statements(in_old=True, in_new=True)),
        )

    def _compare_figures(self) -> None:
        for series in self._records.series:
            by_document = {it.source.document.id: it for it in series.figures}
            old, new = by_document.get(self._old), by_document.get(self._new)
            if old and new:
                self._figures.append(FigureChange(old, new, series.note))
            elif figure := old or new:
                unmatched = self._unmatched_figures.setdefault(figure.source.document.id, [])
                unmatched.append((figure, series.note))

    def _compare_conditions(self) -> None:
        for programme in self._records.programmes:
            subject = Ref("programmes", programme.id, programme.name)
            by_kind = groupby(programme.conditions, key=lambda it: it.kind)
            for kind, group in by_kind:
                conditions = list(group)
                old = [it for it in conditions if it.source.document.id == self._old]
                new = [it for it in conditions if it.source.document.id == self._new]
                for condition in old.copy():
                    same = next((other for other in new if other.text == condition.text), None)
                    if same:
                        pair = ConditionChange(subject, kind, (condition,), (same,))
                        self._same_conditions.append(pair)
                        old.remove(condition)
                        new.remove(same)
                if old and new:
                    self._conditions.append(ConditionChange(subject, kind, tuple(old), tuple(new)))
                else:
                    for condition in (*old, *new):
                        unmatched = self._unmatched_conditions.setdefault(
                            condition.source.document.id, []
                        )
                        unmatched.append((subject, condition))

    def _promises(self) -> Iterator[EventChange]:
        for event in self._records.events:
            outcome = event.outcome if event.source.document.id == self._old else None
            if outcome is not None and outcome.source.document.id == self._new:
                yield EventChange(event, outcome)

    def _compare_events(self, promises: tuple[EventChange, ...]) -> None:
        """Pair events of the same subject, kind and date, where only one pair is possible."""
        of_promises = {it.id for pair in promises for it in (pair.old, pair.new)}
        alike: dict[tuple[object, ...], tuple[list[EventRecord], list[EventRecord]]] = {}
        for event in self._records.events:
            document = event.source.document.id
            if event.id not in of_promises and document in (self._old, self._new):
                key = (event.subject.id, event.kind.code, event.date, event.planned)
                alike.setdefault(key, ([], []))[document == self._new].append(event)
        for old, new in alike.values():
            for event in old.copy():
                same = next((other for other in new if other.what == event.what), None)
                if same:
                    self._same_events.append(EventChange(event, same))
                    old.remove(event)
                    new.remove(same)
            if len(old) == len(new) == 1:
                self._reworded.append(EventChange(old.pop(), new.pop()))
            for event in (*old, *new):
                outcome = event.outcome if event.source.document.id == self._old else None
                if outcome is not None:
                    self._ended_elsewhere.append(EventChange(event, outcome))
                else:
                    self._unmatched_events.setdefault(event.source.document.id, []).append(event)

    def _unmatched_items(self, document: str, other: str) -> UnmatchedItems:
        return UnmatchedItems(
            bodies=tuple(self._unmatched_mentions(document, other)),
            figures=tuple(self._unmatched_figures.get(document, ())),
            events=tuple(self._unmatched_events.get(document, ())),
            conditions=tuple(self._unmatched_conditions.get(document, ())),
            datasets=datasets_only_in(self._records.datasets, document, other),
            statements=tuple(
                self._statements(in_old=document == self._old, in_new=document == self._new)
            ),
        )

    def _statements(self, *, in_old: bool, in_new: bool) -> Iterator[StatementRecord]:
        """The statements that stand in the documents for which it is said so, and in no other."""
        for statement in self._records.statements:
            documents = {it.document.id for it in statement.sources}
            if (self._old in documents, self._new in documents) == (in_old, in_new):
                yield statement

    def _unmatched_mentions(self, document: str, other: str) -> Iterator[Mention]:
        """Agencies and programmes named in `document` and nowhere in `other`."""
        mentions = self._all_mentions()
        for subject, sources in mentions.values():
            here = tuple(it for it in sources if it.document.id == document)
            if here and not any(it.document.id == other for it in sources):
                yield Mention(subject, here)

    def _all_mentions(self) -> dict[str, tuple[Ref, list[LocatorRecord]]]:
        """Every place that names an agency or programme, or states a fact about it."""
        records = self._records
        mentions: dict[str, tuple[Ref, list[LocatorRecord]]] = {}
        for agency in records.agencies:
            mentions[agency.id] = Ref("agencies", agency.id, agency.name), list(agency.locators)
        for programme in records.programmes:
            subject = Ref("programmes", programme.id, programme.name)
            mentions[programme.id] = subject, list(programme.locators)
        for document in self._documents:
            for _, about, fact in document.facts:
                if about and about.id in mentions and not isinstance(fact, ErratumRecord):
                    sources = mentions[about.id][1]
                    told = fact.sources if isinstance(fact, StatementRecord) else (fact.source,)
                    for source in told:
                        if all(it.document.id != source.document.id for it in sources):
                            sources.append(source)
        return mentions
