"""What the newest documents tell that was not known before · Records → NewsEntries, dated.

An entry has the day for which its document stands (edition_dates.py): nothing is news of the day on
which the site was built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from generator.exports.news_entry import NewsEntry
from generator.exports.news_of_this_site import correction_news, portal_news
from generator.resolve.change_types import (
    ConditionChange,
    EditionChanges,
    EventChange,
    FigureChange,
    NameChange,
)
from generator.resolve.changes import compare_editions, edition_pairs
from generator.resolve.fact_types import FigureRecord, SpotRecord
from generator.resolve.figure_wording import compose_figure
from generator.resolve.listing_types import ListingRecord
from generator.resolve.names import document_ref
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import DatasetRecord, DocumentRecord
from generator.resolve.resolve import Records
from generator.script.convert import remove_marks
from generator.script.phrase import DatePhrase, PageText, Phrase


def news(records: Records) -> tuple[NewsEntry, ...]:
    """Every entry, the newest first."""
    owners = {it.id: it.agency for it in records.programmes if it.agency}
    reporter = _Reporter(records, owners)
    pairs = (compare_editions(records, old, new) for old, new in edition_pairs(records))
    entries = chain(
        map(reporter.document, records.documents),
        chain.from_iterable(map(reporter.listings, records.datasets)),
        portal_news(records),
        chain.from_iterable(map(reporter.changes, pairs)),
        correction_news(records, owners),
    )
    by_key = sorted(entries, key=lambda it: it.key)
    return tuple(sorted(by_key, key=lambda it: it.updated, reverse=True))


class _Reporter:
    """Words entries, and dates them by their documents."""

    def __init__(self, records: Records, owners: Mapping[str, Ref]) -> None:
        self._words, self._days = records.words, records.edition_days
        self._recorded = records.recorded
        self._owners = owners
        oldest_first = reversed(records.corrections)
        self._corrected = {change.record: it.day for it in oldest_first for change in it.changes}

    def document(self, record: DocumentRecord) -> NewsEntry:
        """That a document was taken in."""
        identifier = record.document.id
        ref = document_ref(record.document)
        return self._dated(
            NewsEntry(
                f"documents/{identifier}",
                "document",
                self._days[identifier],
                self._phrase("entry-document", document=record.title),
                self._phrase("entry-document-text", n=str(record.count)) if record.count else None,
                ref,
                (record.publisher,) if record.publisher else (),
            ),
            "documents",
            identifier,
            identifier,
        )

    def listings(self, dataset: DatasetRecord) -> Iterator[NewsEntry]:
        """Each row of a plan that says something new of a dataset."""
        ref = Ref("datasets", dataset.id, dataset.name)
        for row in dataset.listings:
            if not _is_news(dataset, row):
                continue
            yield self._dated(
                NewsEntry(
                    f"datasets/{dataset.id}/{row.document.id}/{row.section}/{row.row}",
                    "listed"
                    if row is dataset.listings[0] and row.status == "released"
                    else row.status,
                    self._days[row.document.id],
                    self._phrase(f"entry-{row.status}", name=dataset.name),
                    self._phrase(
                        "entry-listing",
                        document=row.document.name,
                        section=row.section,
                        row=str(row.row),
                        line=self._line(row.line),
                        agency=dataset.agency.name,
                        date=DatePhrase(row.date) if row.date else row.date_note or "",
                    ),
                    ref,
                    (ref, dataset.agency),
                    LocatorRecord(row.document, row.line),
                ),
                "datasets",
                dataset.id,
                row.document.id,
            )

    def changes(self, changes: EditionChanges) -> Iterator[NewsEntry]:
        """What a new edition says otherwise than the one before; nothing that may not be held
        against it."""
        old, new = document_ref(changes.old.document), document_ref(changes.new.document)
        values = [it for it in changes.figures if it.kind == "value"]
        yield from (self._figure(it) for it in values if not it.note)
        yield from (self._outcome(it) for it in changes.promises)
        yield from (self._condition(it, old, new) for it in changes.conditions)
        yield from (self._name(it, old, new) for it in changes.names if it.about)

    def _figure(self, change: FigureChange) -> NewsEntry:
        old, new = change.old, change.new
        said = {"old": self._number(old), "new": self._number(new)}
        return self._dated(
            NewsEntry(
                f"figures/{new.id}",
                "figure",
                self._days[new.source.document.id],
                self._phrase(
                    "entry-figure", subject=new.subject.name, measure=new.measure.label, **said
                ),
                self._phrase(
                    "entry-figure-text",
                    old_document=old.source.document.name,
                    document=new.source.document.name,
                    line=self._line(new.source.line),
                    **said,
                ),
                new.subject,
                self._with_owner(new.subject),
                new.source,
                new.series,
            ),
            "figures",
            new.id,
            new.source.document.id,
        )

    def _outcome(self, change: EventChange) -> NewsEntry:
        """A plan of the older edition, and what came of it."""
        promise, outcome = change.old, change.new
        values = {"when": DatePhrase(outcome.when)} if outcome.when else {}
        return self._dated(
            NewsEntry(
                f"events/{outcome.id}",
                "outcome",
                self._days[outcome.source.document.id],
                self._phrase(
                    "entry-outcome" if values else "entry-outcome-undated",
                    subject=outcome.subject.name,
                    what=outcome.what,
                    **values,
                ),
                self._phrase(
                    "entry-outcome-text", document=promise.source.document.name, what=promise.what
                ),
                outcome.subject,
                self._with_owner(outcome.subject),
                outcome.source,
            ),
            "events",
            outcome.id,
            outcome.source.document.id,
        )

    def _condition(self, change: ConditionChange, old: Ref, new: Ref) -> NewsEntry:
        return self._dated(
            NewsEntry(
                f"conditions/{change.subject.id}/{change.kind.code}/{new.id}",
                "condition",
                self._days[new.id],
                self._phrase(
                    "entry-condition", subject=change.subject.name, kind=change.kind.label
                ),
                self._both(old, change.old[0].text, new, change.new[0].text),
                change.subject,
                self._with_owner(change.subject),
                change.new[0].source,
            ),
            "programmes",
            change.subject.id,
            new.id,
        )

    def _name(self, change: NameChange, old: Ref, new: Ref) -> NewsEntry:
        subject = change.about[0]
        return self._dated(
            NewsEntry(
                f"names/{subject.id}/{new.id}",
                "name",
                self._days[new.id],
                self._phrase("entry-name", subject=subject.name),
                self._both(old, _as_printed(change.old[0]), new, _as_printed(change.new[0])),
                subject,
                change.about,
                change.new[0].source,
            ),
            "terminology",
            subject.id,
            new.id,
        )

    def _dated(self, entry: NewsEntry, kind: str, identifier: str, document: str) -> NewsEntry:
        """With the day on which it was recorded, or else its document, and that of its newest
        correction."""
        keys = ((kind, identifier, document), ("documents", document, document))
        recorded = next((self._recorded[it] for it in keys if it in self._recorded), None)
        corrected = self._corrected.get(f"{kind}/{identifier}")
        return replace(entry, recorded=recorded, corrected=corrected)

    def _with_owner(self, subject: Ref) -> tuple[Ref, ...]:
        """The subject, and who runs it if it is a programme."""
        owner = self._owners.get(subject.id) if subject.kind == "programmes" else None
        return (subject, owner) if owner else (subject,)

    def _both(self, old: Ref, before: PageText, new: Ref, after: PageText) -> Phrase:
        return self._phrase(
            "entry-both", old_document=old.name, old=before, document=new.name, new=after
        )

    def _number(self, figure: FigureRecord) -> PageText:
        return compose_figure(figure, self._words, Phrase)

    def _line(self, number: int) -> Phrase:
        return self._phrase("line", n=str(number))

    def _phrase(self, key: str, **values: PageText) -> Phrase:
        return Phrase(self._words[key], values)


def _as_printed(spot: SpotRecord) -> str:
    """The words, in the script of their document."""
    return remove_marks(spot.printed.text)


def _is_news(dataset: DatasetRecord, row: ListingRecord) -> bool:
    """Whether a row says something that no earlier plan said: not that what was released then is
    released, nor that a target still stands."""
    before = dataset.listings[: dataset.listings.index(row)]
    if row.status == "released":
        return not any(it.status == "released" for it in before)
    return not before or (before[-1].status, before[-1].date) != (row.status, row.date)
