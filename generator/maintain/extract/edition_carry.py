"""What becomes of each item of an older edition in a new one · items, Alignment → outcomes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.maintain.extract.edition_alignment import Alignment, Found
from generator.maintain.extract.edition_items import EditionItem
from generator.maintain.extract.edition_text import Folder
from generator.maintain.extract.edition_values import read_again
from generator.maintain.extract.edition_words import OF_AN_EDITION
from generator.maintain.extract.record_yaml import fields_of
from generator.maintain.verify.clauses import clauses, likest
from generator.messages.message import Message, say
from generator.model.document import Document
from generator.model.statement import DONE
from generator.resolve.printed.dates import dates
from generator.resolve.printed.quotation import MOST, compact_line

Verdict = Literal["carried", "changed", "uncertain", "gone"]
_OWN_WORDS = ("basis", "differs", "what", "text")


@dataclass(frozen=True)
class Editions:
    """The two documents, and how their texts are folded."""

    old: Document
    new: Document
    folder: Folder
    alignment: Alignment


@dataclass(frozen=True)
class Outcome:
    """What became of an item."""

    item: EditionItem
    verdict: Verdict
    fields: dict[str, Any] | None = None
    """The item of the new document: to be written if it is carried, else a draft."""
    why: Message | None = None
    old: range | None = None
    new: range | None = None
    """The sentences in both texts."""
    rewritten: bool = False
    """Carried, and printed in another form: another numeral, other marks."""


class Carrier:
    """Decides on the items of one edition."""

    def __init__(self, editions: Editions) -> None:
        self._editions = editions
        self._old, self._new = editions.alignment.old, editions.alignment.new

    def outcomes(self, items: Iterator[EditionItem]) -> Iterator[Outcome]:
        """One for each item that quotes words; bare names have none."""
        for item in items:
            if item.words is not None and item.kind != "erratum":
                yield self._outcome(item)

    def spot(self, item: EditionItem) -> dict[str, Any] | None:
        """The place of an erratum in the new text, where exactly the same stands there."""
        words = self.place(item.item.printed, item.item.line)
        if words is None:
            return None
        match = self._editions.alignment.find(words, self._old.sentence(words.start).start)
        if match.state != "same" or match.at is None:
            return None
        fields = self._fields(item, words, match.at)
        alike = compact_line(fields["printed"]) == compact_line(item.item.printed)
        return fields if alike else None

    def place(self, words: str, line: int) -> range | None:
        """Where words stand on a line of the older text, or begin on the one before."""
        tokens = self._editions.folder.words(words, self._editions.old.script)
        hits = (
            [it.span() for it in re.finditer(re.escape(tokens), self._old.tokens)] if tokens else []
        )
        lines = [(abs(self._old.line(start) - line), start, end) for start, end in hits]
        on_line = [it for it in lines if it[0] == 0 or self._old.line(it[2] - 1) == line]
        best = min(on_line or lines, default=None)
        return range(best[1], best[2]) if best else None

    def _outcome(self, item: EditionItem) -> Outcome:
        typed = item.item
        words = self.place(item.words or "", typed.line)
        if words is None:
            return Outcome(item, "uncertain", why=say("its words do not stand in the older text"))
        sentence = self._old.sentence(words.start)
        since, dated = self._since(item, words, sentence)
        loose = item.kind in ("statement", "locator")
        match = self._editions.alignment.find(words, since, loose=loose)
        outcome = Outcome(item, "changed", old=sentence)
        if match.at is None or not match.at:
            return replace(outcome, verdict="gone")
        outcome = replace(outcome, new=self._new.sentence(match.at.start))
        fields = self._fields(item, words, match.at)
        if match.state != "same":
            self._quote_again(fields, typed)
            read_again(fields, self._new.printed(self._new.sentence(match.at.start)))
            why = _differs(item, fields)
            if match.state == "changed" or why != _WORDS:
                return replace(outcome, fields=fields, why=why)
            return replace(outcome, verdict="uncertain", fields=fields, why=_AROUND[match.state])
        doubt = self._doubt(item, fields, dated)
        if doubt is not None:
            return replace(outcome, verdict="uncertain", fields=fields, why=doubt)
        rewritten = compact_line(fields.get("printed") or "") != compact_line(
            getattr(typed, "printed", None) or ""
        )
        return replace(outcome, verdict="carried", fields=fields, rewritten=rewritten)

    def _since(self, item: EditionItem, words: range, sentence: range) -> tuple[int, bool]:
        """From where on the words before have to be the same, and whether the item's day is among
        them."""
        day = getattr(item.item, "as_of", None) or getattr(item.item, "date", None)
        if day is None or getattr(item.item, "date_line", None):
            return sentence.start, True
        line = self._old.line(words.start)
        hits = []
        for number in dict.fromkeys((line, self._old.line(words.stop - 1))):
            tokens = self._old.of_line[number]
            for moment in dates(self._old.lines[number - 1]):
                at = next((it for it in tokens if self._old.marks[it].end > moment.start), None)
                if at is not None and moment.date == day and at < words.stop:
                    hits.append(at)
        return min(max(hits, default=sentence.start), sentence.start), bool(hits)

    def _doubt(self, item: EditionItem, fields: dict[str, Any], dated: bool) -> Message | None:
        """Why an item whose words are the same is not carried over all the same."""
        for field in _OWN_WORDS:
            if OF_AN_EDITION.search(str(fields.get(field) or "")):
                return say("`{field}` speaks of an edition", field=field)
        if not dated and fields.get("as_of") and "differs" not in fields:
            own = (self._editions.old.date, self._editions.old.reports_until)
            if fields["as_of"] not in own:
                return say("its day stands elsewhere in the document")
            newest = self._editions.new.date or self._editions.new.reports_until
            if newest is None:
                return say("its day is that of the document, which prints none")
            fields["as_of"] = newest
        if not dated and fields.get("date") and "differs" not in fields:
            return say("its day stands elsewhere in the document")
        if item.kind == "event" and item.item.date_line:
            return self._date_elsewhere(item, fields)
        planned_for = fields.get("date") if fields.get("planned") else _year_planned(item)
        if _is_over(planned_for, self._editions.new):
            return say("it was planned for a time that is over when this edition reports")
        return None

    def _date_elsewhere(self, item: EditionItem, fields: dict[str, Any]) -> Message | None:
        words = self.place(item.item.date_printed, item.item.date_line)
        match = self._editions.alignment.find(words, words.start) if words else Found("gone")
        if match.state != "same" or match.at is None:
            return say("its day stands elsewhere in the document")
        fields["date_line"] = self._new.line(match.at.start)
        fields["date_printed"] = self._new.form(item.item.date_printed, match.at)
        return None

    def _fields(self, item: EditionItem, words: range, at: range) -> dict[str, Any]:
        """The item as one of the new document, with its words at `at`."""
        typed = item.item
        fields = fields_of(typed)
        fields.pop("outcome", None)
        if "id" in fields:
            fields["id"] = self._identifier(typed.id)
        start = at.start
        if getattr(typed, "quotation", None) is not None:
            fields["quotation"] = self._new.form(typed.quotation, at)
        if getattr(typed, "printed", None) is not None:
            part = self._part(typed.printed, words, at)
            if part is not None:
                fields["printed"] = self._new.form(typed.printed, part)
                start = part.start
        fields["document"], fields["line"] = self._editions.new.id, self._new.line(start)
        if len(str(fields.get("quotation") or "")) > MOST:
            self._quote_again(fields, typed)
        return fields

    def _quote_again(self, fields: dict[str, Any], typed: Any) -> None:
        """Quote the clause in which the printed form stands now."""
        if getattr(typed, "quotation", None) is not None and fields.get("printed"):
            candidates = clauses(self._new.lines, fields["line"], fields["printed"])
            fields["quotation"] = likest(candidates, typed.quotation) or fields["quotation"]

    def _part(self, printed: str, words: range, at: range) -> range | None:
        """Where in the new text that stands which a quotation holds; none if it does not."""
        tokens = self._editions.folder.words(printed, self._editions.old.script)
        offset = self._old.tokens[words.start : words.stop].find(tokens)
        if offset < 0:
            return None
        if (
            len(at) == len(words)
            and self._new.tokens[at.start : at.stop] == self._old.tokens[words.start : words.stop]
        ):
            return range(at.start + offset, at.start + offset + len(tokens))
        part = range(words.start + offset, words.start + offset + len(tokens))
        mapped = self._editions.alignment.map(part, self._new.sentence(at.start))
        return mapped or at

    def _identifier(self, old: str) -> str:
        """An identifier for the item of the new edition: the same, with the other year."""
        before, after = (
            edition.rsplit("-", 1)[-1] for edition in (self._editions.old.id, self._editions.new.id)
        )
        return f"{old.removesuffix(f'-{before}')}-{after}"


_WORDS = say("the words differ")
_AROUND = {
    "around": say("the words are the same, what stands before them in the sentence is not"),
    "moved": say("the words are the same, and stand in another place"),
}


def _differs(item: EditionItem, fields: dict[str, Any]) -> Message:
    if "value" in fields and fields["value"] != item.item.value:
        return say("the number differs")
    for field in ("as_of", "date"):
        if fields.get(field) != getattr(item.item, field, None):
            return say("the day differs")
    return _WORDS


def _year_planned(item: EditionItem) -> str | None:
    """The year of a statement that does not report it as done."""
    if item.kind != "statement":
        return None
    statement = item.record_file.record.statements[item.path[1]]
    return None if statement.kind == DONE else statement.year


def _is_over(day: str | None, document: Document) -> bool:
    """Whether a planned day lies before the time that a document reports."""
    newest = document.date or document.reports_until
    if not day or not newest or "/" in day:
        return False
    return day[:4] < newest[:4]
