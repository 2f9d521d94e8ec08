"""What records take from the year before, as the new document says it · items, text → items."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.maintain.extract.edition_drafts import Draft, record_path
from generator.maintain.extract.edition_items import EditionItem
from generator.maintain.extract.edition_values import read_again
from generator.maintain.extract.head_layout import SENTENCE_MARKS
from generator.maintain.extract.head_years import (
    financial_years,
    later_day,
    later_period,
    later_words,
)
from generator.maintain.extract.placed_text import Before, PlacedText
from generator.maintain.extract.record_yaml import each_text, fields_of
from generator.maintain.extract.years_told import (
    MENTIONED_YEAR,
    is_of_a_year,
    statement_of,
    year_of,
)
from generator.maintain.verify.clauses import clauses
from generator.messages.message import say
from generator.model.source import FieldPath
from generator.model.statement import Statement
from generator.resolve.printed.quotation import MOST, compact_line

_NUMBER = re.compile("[0-9][0-9,. ]*")
_ENDS = re.compile("(?<=[。；;])")
_PARTS = re.compile("[。；;，,、：:]")
_OWN_WORDS = {"what", "basis", "text"}
_LIKE = 0.4
_OF_DOCUMENT = re.compile("[0-9]{4}-[0-9]{2,4}$")


@dataclass(frozen=True)
class LaterItem:
    """What an item becomes: `draft` is a list's item, told with both versions of its words."""

    draft: Draft
    path: str
    """File below the data folder."""
    at: FieldPath
    """The list."""
    behind: int | None
    is_certain: bool
    """Whether the document says the same of its own year, so that nobody has to decide."""


class LaterItems:
    """Looks for the items of one document in the text of the next."""

    def __init__(self, text: PlacedText, before: Before) -> None:
        self._text, self._before = text, before
        self._compact = [compact_line(line) for line in text.lines]

    def find(self, item: EditionItem) -> LaterItem | None:
        """What `item` becomes; none where the new text says nothing of the kind."""
        line = self._line(item)
        if item.words is None or line is None:
            return None
        same = self._is_same(item, line)
        fields = self._fields(item, line)
        if fields is None:
            return None
        path, at = record_path(item), item.path
        behind: int | None = item.behind
        if item.kind == "statement":
            statement = statement_of(item)
            if is_of_a_year(item):
                fields = self._statement(item, statement, fields)
                path, at, behind = self._list(item)
                same &= not MENTIONED_YEAR.search(str(fields["text"]))
        elif item.kind == "event":
            same &= self._date(item, fields, line)
        elif item.kind == "locator":
            same &= not item.words.endswith((":", "："))
        else:
            same &= not fields.get("as_of")
        return LaterItem(Draft(item, fields, self._told(item, line)), path, at, behind, same)

    def _line(self, item: EditionItem) -> int | None:
        """The line that says it of the later year: the one the older line became, if it may be."""
        typed, year = item.item, year_of(item)
        wanted = later_period(year, self._before.by) if year else None
        variants = self._variants(item.words or "")
        standing = [
            number
            for number, text in enumerate(self._compact, 1)
            if any(it in text for it in variants)
            and (wanted is None or wanted in self._years(number))
        ]
        carried = self._before.alignment.find(typed.line) if self._before.alignment else None
        if carried and (carried.line in standing or not standing):
            is_its = wanted is None or wanted in self._years(carried.line)
            return carried.line if is_its else None
        return standing[0] if standing else None

    def _variants(self, words: str) -> list[str]:
        return [compact_line(words), compact_line(later_words(words, self._before.by))]

    def _years(self, number: int) -> set[str]:
        """The financial years of a line, or of the line that introduces its list."""
        if years := financial_years(self._compact[number - 1]):
            return years
        return financial_years(self._compact[self._introduction(number) - 1])

    def _introduction(self, number: int) -> int:
        """The line that introduces the list in which a line stands, or the line itself."""
        above = range(number - 1, 0, -1)
        ends = (":", "：")
        return next((it for it in above if self._compact[it - 1].endswith(ends)), number)

    def _is_same(self, item: EditionItem, line: int) -> bool:
        """Whether its whole sentence stands again, but for years that moved."""
        if self._before.alignment is None:
            return False
        old = compact_line(self._before.alignment.old[item.item.line - 1])
        words, later = self._variants(item.words or "")
        new = self._compact[line - 1]
        sentence = _sentence(old, words)
        again = {_sentence(new, words), _sentence(new, later)} - {None}
        return sentence is not None and bool(
            again & {sentence, later_words(sentence, self._before.by)}
        )

    def _fields(self, item: EditionItem, line: int) -> dict[str, Any] | None:
        """The item with the words that the new line prints; none where they are too different."""
        fields: dict[str, Any] = fields_of(item.item)
        fields |= {"document": self._text.document, "line": line}
        fields.pop("outcome", None)
        if "id" in fields:
            fields["id"] = self._identifier(fields["id"])
        for name in ("quotation", "printed"):
            if words := fields.get(name):
                form = self._printed(words, line) or self._numbered(words, line)
                fields[name] = form if form and len(form) <= MOST else self._clause(words, line)
                if fields[name] is None:
                    return None
        if compact_line(item.words or "") not in self._compact[line - 1]:
            for name in _OWN_WORDS & fields.keys():
                fields[name] = each_text(fields[name], self._later)
        if fields.get("printed"):
            read_again(fields, self._text.lines[line - 1])
        if "as_of" in fields and self._variants(item.words or "")[1] in self._compact[line - 1]:
            fields["as_of"] = later_day(item.item.as_of, self._before.by)
        return fields

    def _later(self, text: str) -> str:
        return later_words(text, self._before.by)

    def _printed(self, words: str, line: int) -> str | None:
        """The words, or those a year later, where the line has them."""
        forms = (words, later_words(words, self._before.by))
        return next((it for it in forms if compact_line(it) in self._compact[line - 1]), None)

    def _numbered(self, words: str, line: int) -> str | None:
        """The only form like `words` that has other numbers."""
        parts = [r"\s*".join(map(re.escape, compact_line(it))) for it in _NUMBER.split(words)]
        if len(parts) == 1:
            return None
        standing = re.findall(rf"\s*{_NUMBER.pattern}\s*".join(parts), self._text.lines[line - 1])
        return standing[0].strip() if len(standing) == 1 else None

    def _clause(self, words: str, line: int) -> str | None:
        """The clause of the new line that is likest the words, if it is like them."""
        parts = [it for it in _PARTS.split(self._text.lines[line - 1]) if it.strip()]
        said = [it for part in parts for it in clauses(self._text.lines, line, part)]
        likeness = SequenceMatcher(None, autojunk=False)
        likeness.set_seq2(words)

        def alike(clause: str) -> float:
            likeness.set_seq1(clause)
            return likeness.ratio()

        whole = SENTENCE_MARKS.sub("", self._text.lines[line - 1].strip())
        likest = max(said or [whole[:MOST]], key=alike)
        return likest if alike(likest) >= _LIKE else None

    def _statement(
        self, item: EditionItem, statement: Statement, locator: dict[str, Any]
    ) -> dict[str, Any]:
        """A statement of its own for the later year."""
        fields = fields_of(statement) | {"id": self._identifier(statement.id)}
        if statement.year is not None:
            fields["year"] = later_period(statement.year, self._before.by)
        if compact_line(locator["quotation"]) != compact_line(item.words or ""):
            fields["text"] = each_text(fields["text"], self._later)
        return fields | {"locators": [locator]}

    def _list(self, item: EditionItem) -> tuple[str, FieldPath, int | None]:
        """File, list and place of a statement of its own: those of a document have its name."""
        if item.record_file.record.id == self._before.document:
            return f"statements/{self._text.document}.yml", ("statements",), None
        return record_path(item), ("statements",), int(item.path[1])

    def _date(self, item: EditionItem, fields: dict[str, Any], line: int) -> bool:
        """Move the date of an event with the year in which its list stands; whether nobody has to
        look: what happened once does not happen again, what is planned may be planned anew."""
        if not item.item.date_line or year_of(item) is None:
            return False
        above = self._introduction(line)
        fields["date"] = later_period(item.item.date, self._before.by)
        fields["date_line"] = above
        later = later_words(item.item.date_printed, self._before.by)
        fields["date_printed"] = later
        stands = compact_line(later) in self._compact[above - 1]
        return stands and item.item.planned and not MENTIONED_YEAR.search(str(item.item.what))

    def _identifier(self, old: str) -> str:
        """The same with the years of the new document, which another record cannot have."""
        before = _OF_DOCUMENT.search(self._before.document)
        after = _OF_DOCUMENT.search(self._text.document)
        ending = after[0] if after else self._text.document
        if before and before[0] in old:
            return old.replace(before[0], ending)
        return f"{old}-{ending}"

    def _told(self, item: EditionItem, line: int) -> tuple[str, ...]:
        """Both versions of the line."""
        old = item.words or ""
        if self._before.alignment:
            old = self._before.alignment.old[item.item.line - 1]
        words = " ".join(self._text.lines[line - 1].split())
        older = say("older, line {line}: {words}", line=item.item.line, words=" ".join(old.split()))
        return (older, say("newer, line {line}: {words}", line=line, words=words))


def _sentence(line: str, words: str) -> str | None:
    """The sentence of a compact line that has the words, without marks at its ends."""
    return next((SENTENCE_MARKS.sub("", it) for it in _ENDS.split(line) if words in it), None)
