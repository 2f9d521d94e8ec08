"""Match the rows of a plan with known datasets · (drafts, KnownRecords) → matches.

A row that is listed already belongs to the dataset that lists it. Else names decide: those of the
record and those that earlier plans printed, in either script. What is left may have been renamed:
alike in name and description, of the same agency, and released in the same month.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.maintain.extract.draft_records import DatasetDraft
from generator.maintain.extract.known_records import KnownRecords
from generator.model.base import Script
from generator.model.catalogue import RecordFile
from generator.model.dataset import Dataset, Listing
from generator.model.wording import Text

LEAST_LIKENESS = 0.6
"""How much of two texts must agree for a renamed dataset, or one that changed hands."""


@dataclass(frozen=True)
class Match:
    """A row and the dataset it is about."""

    draft: DatasetDraft
    known: RecordFile[Dataset]
    by: Literal["row", "name", "likeness"]

    @property
    def listing(self) -> Listing:
        """The new row."""
        return self.draft.dataset.listings[0]


class TextFolding:
    """Compares texts across scripts and across different conversions of the same words."""

    def __init__(self, known: KnownRecords) -> None:
        self._known = known

    def folded_forms(self, text: str, script: Script) -> frozenset[str]:
        """Every form by which `text` may be recognised; two texts that share one are the same."""
        convert = self._known.converter.convert
        forms = set()
        for document in (None, *self._known.machines):
            hant = convert(text, script, document) if script == "zh-Hans" else text
            forms.add(letters_only(convert(hant, "zh-Hant")))
        return frozenset(forms)

    def says_the_same(
        self, text: str, script: Script, other_text: str, other_script: Script
    ) -> bool:
        """Whether two texts say the same, character by character."""
        return not self.folded_forms(text, script).isdisjoint(
            self.folded_forms(other_text, other_script)
        )

    def likeness(self, text: str, script: Script, other_text: str, other_script: Script) -> float:
        """From 0, nothing in common, to 1, the same."""
        return max(
            SequenceMatcher(None, first, second, autojunk=False).ratio()
            for first in self.folded_forms(text, script)
            for second in self.folded_forms(other_text, other_script)
        )


def letters_only(text: str) -> str:
    """Letters, digits and characters alone, without width and case."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


def written_forms(text: Text, script: Script) -> Iterator[tuple[str, Script]]:
    """The forms of a text that an author typed, each with its script."""
    if isinstance(text, str):
        yield text, script
        return
    if text.hant is not None:
        yield text.hant, "zh-Hant"
    if text.hans is not None:
        yield text.hans, "zh-Hans"


def own_form(text: Text, script: Script) -> tuple[str, Script]:
    """The form of a text in the record's own script, else the one there is."""
    forms = list(written_forms(text, script))
    return next((it for it in forms if it[1] == script), forms[0])


def match_rows(
    drafts: Sequence[DatasetDraft], known: KnownRecords, fold: TextFolding
) -> dict[str, Match]:
    """Matches by the identifier of the draft, in the order of the rows; no dataset twice."""
    matches: dict[str, Match] = {}
    rows = {
        (listing.document, listing.section, listing.row): record_file
        for record_file in known.datasets.values()
        for listing in record_file.record.listings
    }
    for draft in drafts:
        listing = draft.dataset.listings[0]
        if record_file := rows.get((listing.document, listing.section, listing.row)):
            matches[draft.dataset.id] = Match(draft, record_file, "row")
    names = _RowScores(known, fold)
    for by, score in (("name", names.score), ("likeness", names.likeness)):
        unmatched = [it for it in drafts if it.dataset.id not in matches]
        matched = {it.known.record.id for it in matches.values()}
        others = [
            record_file for name, record_file in known.datasets.items() if name not in matched
        ]
        for draft, record_file in _best_pairs(unmatched, others, score):
            matches[draft.dataset.id] = Match(draft, record_file, by)  # type: ignore[arg-type]
    names_in_order = (draft.dataset.id for draft in drafts)
    return {name: matches[name] for name in names_in_order if name in matches}


def _best_pairs(
    drafts: Iterable[DatasetDraft],
    others: Sequence[RecordFile[Dataset]],
    score: Callable[[DatasetDraft, RecordFile[Dataset]], float],
) -> Iterator[tuple[DatasetDraft, RecordFile[Dataset]]]:
    """Pairs with a score above 0, the best first; each row and dataset at most once."""
    scores = (
        (score(draft, record_file), draft.dataset.id, record_file.record.id, draft, record_file)
        for draft in drafts
        for record_file in others
    )
    rows: set[str] = set()
    datasets: set[str] = set()
    for points, row, dataset, draft, record_file in sorted(
        scores, key=lambda it: (-it[0], it[1:3])
    ):
        if points > 0 and row not in rows and dataset not in datasets:
            rows.add(row)
            datasets.add(dataset)
            yield draft, record_file


class _RowScores:
    """Scores how likely a row and a dataset are the same."""

    def __init__(self, known: KnownRecords, fold: TextFolding) -> None:
        self._known = known
        self._fold = fold

    def score(self, draft: DatasetDraft, record_file: RecordFile[Dataset]) -> float:
        """By name: the agency tells namesakes apart, then the description."""
        name, script = own_form(draft.dataset.name, draft.dataset.script)
        forms = self._fold.folded_forms(name, script)
        names = self._names(record_file.record)
        if all(forms.isdisjoint(self._fold.folded_forms(*it)) for it in names):
            return 0
        described = self._described(draft, record_file.record)
        if self._same_agency(draft, record_file.record):
            return 2 + described
        return described if described >= LEAST_LIKENESS else 0

    def likeness(self, draft: DatasetDraft, record_file: RecordFile[Dataset]) -> float:
        """By likeness, for a dataset that was renamed; another number in a name is another one."""
        record, new = record_file.record, draft.dataset
        if not self._same_agency(draft, record) or new.spatial != record.spatial:
            return 0
        last, listing = record.listings[-1], new.listings[0]
        if last.document == listing.document:
            return 0
        if last.status == "released" and (listing.status, listing.date) != ("released", last.date):
            return 0
        name, former = own_form(new.name, new.script), own_form(record.name, record.script)
        if re.findall("[0-9]+", name[0]) != re.findall("[0-9]+", former[0]):
            return 0
        alike, described = self._fold.likeness(*name, *former), self._described(draft, record)
        return alike + described if min(alike, described) >= LEAST_LIKENESS else 0

    def _same_agency(self, draft: DatasetDraft, record: Dataset) -> bool:
        """A heading names it; where none does, the publisher's earlier plans listed it as well."""
        if draft.dataset.agency == record.agency:
            return True
        plans = (self._known.documents.get(it.document) for it in record.listings)
        publishers = {plan.record.publisher for plan in plans if plan}
        return not draft.agency_named and draft.dataset.agency in publishers

    def _names(self, record: Dataset) -> Iterator[tuple[str, Script]]:
        yield from written_forms(record.name, record.script)
        for listing in record.listings:
            if listing.name is not None:
                document = self._known.documents.get(listing.document)
                yield listing.name, document.record.script if document else record.script

    def _described(self, draft: DatasetDraft, record: Dataset) -> float:
        new = own_form(draft.dataset.description, draft.dataset.script)
        return self._fold.likeness(*new, *own_form(record.description, record.script))
