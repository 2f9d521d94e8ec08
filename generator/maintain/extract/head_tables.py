"""The tables of a head of the Estimates · tab text → tables, programmes, notes, and faults."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.maintain.extract.head_cells import HeadWords, fold, rate_cell, read_columns
from generator.maintain.extract.head_layout import (
    AIM,
    ANALYSIS,
    CONTINUED_HEAD,
    HEAD,
    PROGRAMME,
    PROGRAMME_WORD,
    SIGN,
    SUB_HEAD,
    SUB_HEAD_IN_TEXT,
)
from generator.maintain.extract.head_record import (
    Fault,
    OtherTable,
    PrintedColumn,
    PrintedNote,
    PrintedProgramme,
    PrintedTable,
)
from generator.maintain.extract.head_rows import change_sentence, read_row
from generator.messages.message import Message, list_names, say

BY_HAND = say("compare it with the document, and mend the line or enter by hand what it says")
_LONGEST_LABEL = 60
_NOTE = re.compile(rf"(?P<mark>{SIGN})\s*(?P<text>\S.*)")


@dataclass
class HeadReader:
    """Reads one line after the other."""

    words: HeadWords
    lines: Sequence[str]
    title: str = ""
    title_line: int = 0
    number: str = ""
    heading: str = ""
    heading_line: int = 0
    analysis: bool = False
    table: PrintedTable | None = None
    last: PrintedTable | None = None
    """The table that a comparison below it belongs to."""
    tables: list[PrintedTable] = field(default_factory=list)
    programmes: dict[str, PrintedProgramme] = field(default_factory=dict)
    programme: PrintedProgramme | None = None
    expects_aim: bool = False
    loose: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    others: list[OtherTable] = field(default_factory=list)
    signs: list[PrintedNote] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> None:
        """Read every line."""
        for line, raw in enumerate(self.lines, 1):
            cells = tuple(_cell(it) for it in raw.split("\t"))
            joined = " ".join(filter(None, cells))
            if not joined or self._is_title(joined, line):
                continue
            elif ANALYSIS.match(joined):
                self.analysis, self.table = True, None
                self.heading, self.heading_line = joined, line
            elif self._is_header(cells, line):
                self._end_of_others()
            elif (len(cells) > 1 and sum(map(bool, cells)) > 1) or (self.table and len(cells) > 1):
                self._row(cells, line)
            else:
                self._text(joined, line)
        self._end_of_others()

    def _is_title(self, text: str, line: int) -> bool:
        match = HEAD.match(re.sub(r"\s", "", text))
        if match is None or len(text) > _LONGEST_LABEL * 2 or not match["name"]:
            return False
        if not self.title:
            self.title, self.title_line, self.number = text, line, match["number"]
        return match["number"] == self.number

    def _is_header(self, cells: Sequence[str], line: int) -> bool:
        columns, unit, unknown = read_columns(cells, line, self.words)
        if unknown:
            message = say("unknown heads of columns: {printed}", printed=list_names(unknown))
            tip = say("add the words beside the year to data/vocabulary/budget-bases.yml")
            self.faults.append(Fault(line, message, tip))
            self.table = None
            return True
        if not columns:
            return False
        again = self.table or self.last
        continued = self.table is not None or CONTINUED_HEAD.search(self.heading)
        if continued and again and _heads(again.columns) == _heads(columns):
            self.table = again
            return True
        self.table = PrintedTable(line, columns, self.heading)
        above = re.split("[:：]", self.heading)[-1].strip(" ()（）")
        if unit or fold(above) in self.words.units:
            self.table.unit_printed = unit or above
            self.table.unit = self.words.units[fold(unit or above)]
            self.table.unit_line = line if unit else self.heading_line
        self._give_role(self.table, cells)
        self.tables.append(self.table)
        self.last = self.table
        return True

    def _give_role(self, table: PrintedTable, cells: Sequence[str]) -> None:
        in_text = SUB_HEAD_IN_TEXT.search(self.heading)
        if any(SUB_HEAD.match(cell) for cell in cells[: table.columns[0].at]):
            table.role = "sub-heads"
        elif self.analysis:
            table.role, self.analysis = "analysis", False
        elif in_text:
            table.role, table.code = "sub-head", in_text["code"]
        elif self.programme:
            table.role, table.code = "programme", self.programme.code

    def _row(self, cells: Sequence[str], line: int) -> None:
        table = self.table
        if table is None:
            self.loose.append((line, tuple(cells)))
            return
        if match := _NOTE.fullmatch(" ".join(filter(None, cells))):
            self.signs.append(PrintedNote(match["mark"], match["text"], line))
            return
        joined = " ".join(filter(None, cells))
        row = change_sentence(table, joined, line, self.words) or read_row(
            table, cells, line, self.words
        )
        if isinstance(row, Message):
            self.faults.append(Fault(line, row, BY_HAND))
        elif row is not None:
            table.rows.append(row)

    def _text(self, text: str, line: int) -> None:
        if self.last and (change := change_sentence(self.last, text, line, self.words)):
            self.last.rows.append(change)
            return
        if match := _NOTE.fullmatch(text):
            self.signs.append(PrintedNote(match["mark"], match["text"], line))
            return
        if self.table and (rate_cell(text) or self._goes_on(text, line)):
            row = read_row(self.table, (text,), line, self.words)
            if row is not None and not isinstance(row, Message):
                self.table.rows.append(row)
            return
        self.table = None
        if len(text) > _LONGEST_LABEL:
            self._end_of_others()
        self._programme(text, line)
        self.heading, self.heading_line = text, line

    def _goes_on(self, text: str, line: int) -> bool:
        """Whether the line without cells is a heading inside of the table."""
        if len(text) > _LONGEST_LABEL or text.endswith(("。", ".", ":", "：", ";", "；")):
            return False
        assert self.table
        for raw in filter(str.strip, self.lines[line : line + 8]):
            cells = tuple(_cell(it) for it in raw.split("\t"))
            if read_columns(cells, line, self.words)[0]:
                return False
            if len(cells) > 1 and any(cells[self.table.columns[0].at :]):
                trial = PrintedTable(line, self.table.columns, "", unit="HKD")
                return not isinstance(read_row(trial, cells, line, self.words), Message)
            if len(raw) > _LONGEST_LABEL:
                return False
        return False

    def _programme(self, text: str, line: int) -> None:
        if PROGRAMME_WORD.match(text) and (match := PROGRAMME.match(text)) and match["name"]:
            code = re.sub(r"\s", "", match["code"])
            name = CONTINUED_HEAD.sub("", match["name"]).strip()
            self.programme = PrintedProgramme(code, name, line, None)
            self.programmes[code] = self.programme
            self.expects_aim = False
        elif self.expects_aim and self.programme:
            self.programme = PrintedProgramme(
                self.programme.code, self.programme.label, self.programme.line, line
            )
            self.programmes[self.programme.code] = self.programme
            self.expects_aim = False
        elif AIM.match(text):
            self.expects_aim = True

    def _end_of_others(self) -> None:
        if len(self.loose) > 1 or any(sum(map(bool, cells)) > 2 for _, cells in self.loose):
            self.others.append(
                OtherTable(tuple(it for it, _ in self.loose), tuple(it for _, it in self.loose))
            )
        self.loose = []


def _cell(raw: str) -> str:
    return re.sub(r"\s+", " ", raw.replace("<br>", " ")).strip()


def _heads(columns: Sequence[PrintedColumn]) -> list[str]:
    return [column.printed for column in columns]
