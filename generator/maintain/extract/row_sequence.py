"""The numbers of a table's rows in their order · printed number → number, and what is odd."""

from dataclasses import dataclass, field

from generator.maintain.extract.plan_lines import Fault
from generator.messages.message import Message, say

_MEND_NUMBER = say(
    "compare the number with the document; if it is printed like that, give the row in the text "
    "the next number that is free"
)


@dataclass
class RowSequence:
    """The rows of one table so far."""

    before: int = 0
    """The last number of the table before, from which some plans go on counting."""
    count: int = 0
    """Rows begun so far, understood or not."""
    last: int = 0
    offset: int = 0
    """What is added to a printed number where numbers begin anew below a group heading."""
    gap: bool = False
    """Whether a line since the last row was not understood: it may have been a row."""
    good: list[int] = field(default_factory=list)
    """Numbers that were in their place."""
    printed: bool = False
    """Whether a number was printed."""

    def next(self, printed: int | None, new_group: bool) -> "NumberedRow":
        """The row that begins; `new_group` if a group heading stands right above it."""
        row = NumberedRow(self.count + 1 if printed is None else printed)
        if printed is None:
            row.remarks.append(say("no number is printed: counted in order"))
            if self.printed:
                why = say("a row without a number among rows with numbers")
                row.faults.append(Fault(why, say("write its number in front of it")))
        else:
            self._place(row, printed, new_group)
        self.printed = self.printed or printed is not None
        self.count += 1
        self.last, self.gap = row.number, False
        if not row.faults:
            self.good.append(row.number)
        return row

    def lose(self, printed: int | None) -> None:
        """A row that is not understood."""
        self.count += 1
        if printed is not None:
            self.last = printed + self.offset

    @property
    def total(self) -> int:
        """How many rows the text has: those that were begun, or as many as the printed numbers
        tell of, as what stands between two may be lost."""
        counted_on = self.good[:1] == [self.before + 1]
        return max(self.count, max(self.good, default=0) - (self.before if counted_on else 0))

    def _place(self, row: "NumberedRow", printed: int, new_group: bool) -> None:
        if printed == 1 and new_group and self.good:
            self.offset = self.last
        if self.offset:
            row.number = printed + self.offset
            template = "numbered {printed} below its heading: counted on"
            row.remarks.append(say(template, printed=printed))
        if not self._in_sequence(row.number):
            template = "row {number} after row {last_number}"
            why = say(template, number=row.number, last_number=self.last)
            row.faults.append(Fault(why, _MEND_NUMBER))

    def _in_sequence(self, number: int) -> bool:
        """Whether `number` is new and next; one mistake above is not told again."""
        if number in self.good:
            return False
        if not self.count and number == self.before + 1:
            return True
        follows = number in (self.last + 1, self.count + 1)
        return follows or (self.gap and number > self.last)


@dataclass
class NumberedRow:
    """A row's number, with what is wrong or odd about it."""

    number: int
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)
