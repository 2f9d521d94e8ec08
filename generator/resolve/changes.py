"""Compare two editions of one publication · Records, two documents → EditionChanges."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

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

T = TypeVar("T")


def edition_pairs(records: Records) -> tuple[tuple[DocumentRecord, DocumentRecord], ...]:
    """Every two consecutive editions of a publication, the older first."""
    documents = {it.document.id: it for it in records.documents}
    return tuple(
        (documents[old], documents[new])
        for editions in records.editions
        for old, new in pairwise(editions)
    )


def compare_editions(records: Records, old: DocumentRecord, new: DocumentRecord) -> EditionChanges:
    """What differs between two documents of one kind, and what does not."""
    return _EditionComparison(records, old, new).compare()


def changes_lead(new: DocumentRecord) -> str:
    """The word of the interface that says how to read a comparison with this newer document."""
    return "changes-lead" if new.document.complete else "changes-lead-incomplete"


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
            promises=(*promises, *(self._ended_elsewhere if new.document.complete else ())),
            reworded=tuple(self._reworded),
            remarks=tuple(
                erratum
                for erratum in records.errata
                if erratum.kind.code == "edition-change"
                and erratum.level.code != "blemish"
                and {self._old, self._new} <= {spot.source.document.id for spot in erratum.spots}
            ),
            datasets=dataset_changes(records.datasets, old, new),
            older=self._unmatched_items(self._old, self._new)
            if new.document.complete
            else UnmatchedItems((), (), (), (), (), ()),
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
                    same = next((it for it in new if _say_the_same(it, condition)), None)
                    if same:
                        pair = ConditionChange(subject, kind, (condition,), (same,))
                        self._same_conditions.append(pair)
                        old.remove(condition)
                        new.remove(same)
                if old and new and (len(old) <= len(new) or self._documents[1].document.complete):
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
        """What `other` does not say. A kind of fact of which no record has any from `other` was not
        looked for there."""
        [read] = [it for it in self._documents if it.document.id == other]
        covered = {type(fact) for _, _, fact in read.facts}

        def unmatched(kind: type, facts: Mapping[str, Sequence[T]]) -> tuple[T, ...]:
            return tuple(facts.get(document, ())) if kind in covered else ()

        return UnmatchedItems(
            bodies=tuple(self._unmatched_mentions(document, other)),
            figures=unmatched(FigureRecord, self._unmatched_figures),
            events=unmatched(EventRecord, self._unmatched_events),
            conditions=unmatched(ConditionRecord, self._unmatched_conditions),
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
        stated = [
            (about.id, source)
            for document in self._documents
            for _, about, fact in document.facts
            if about and not isinstance(fact, ErratumRecord)
            for source in (fact.sources if isinstance(fact, StatementRecord) else (fact.source,))
        ]
        stated += [
            (name.id, printed.source)
            for name in records.names
            for printed in (*name.stands, *name.printed)
        ]
        for subject_id, source in stated:
            sources = mentions[subject_id][1] if subject_id in mentions else []
            if all(it.document.id != source.document.id for it in sources):
                sources.append(source)
        return mentions


def _say_the_same(one: ConditionRecord, other: ConditionRecord) -> bool:
    """Whether two conditions of a kind differ in nothing, or in the order of their words alone."""
    return sorted(filter(str.isalnum, one.text.text)) == sorted(
        filter(str.isalnum, other.text.text)
    )
