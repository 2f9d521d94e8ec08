"""Columns of a table by the words of their headings · cells of a header → Header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.maintain.extract.layout import fold_words
from generator.messages.message import Message, say

Column = Literal[
    "number", "category", "name", "description", "date", "frequency", "group", "format"
]
COLUMNS: tuple[Column, ...] = (
    "number",
    "category",
    "name",
    "description",
    "date",
    "frequency",
    "group",
    "format",
)
"""In this order a row is passed on, whatever the order of the plan is."""
SAID: Mapping[Column, Message] = {
    "number": say("number"),
    "category": say("category"),
    "name": say("name"),
    "description": say("description"),
    "date": say("date"),
    "frequency": say("frequency"),
    "group": say("agency"),
    "format": say("format"),
}
"""What a maintainer calls each."""
NEEDED: tuple[Column, ...] = ("category", "name", "description", "date", "frequency")
"""Columns without which no row can become a record."""

_DATA = "(?:(?:數據|数据)集?|(?:資料|资料)集?)"
_WORDS: dict[Column, tuple[str, ...]] = {
    "number": (
        "編號|编号|序號|序号|[項项]次|[項项]目(?:編?號|编?号)?|號|号|" + _DATA + "(?:編號|编号)",
        "#|no.?|item(?:no.?)?|s/?n|serialno.?",
    ),
    "category": (
        _DATA + "?的?(?:種類|种类|類別|类别|類型|类型|分類|分类)",
        "(?:data)?(?:category|type|theme)|categor(?:y|ies)of(?:the)?data(?:sets?)?",
    ),
    "name": (
        _DATA + "(?:的?(?:名稱|名称)|標題|标题)?|名稱|名称",
        "(?:data)?set(?:name|title)?|(?:name|title)(?:of(?:the)?datasets?)?",
    ),
    "description": (
        _DATA + "?的?(?:一般|簡[要單]|简[要单]|內容|内容)?"
        "(?:說明|説明|说明|描述|簡介|简介|簡述|简述|內容|内容)",
        "(?:general|brief)?(?:data(?:set)?)?description(?:ofdatasets?)?|content",
    ),
    "date": (
        "(?:目標|目标|預[計定]|预[计定]|擬議?|擬定|拟议?|拟定|計劃|计划|首次|實際|实际)?"
        + _DATA
        + "?的?(?:[發发]放|[發发]布|公布|[開开]放|推出|上[載载]|完成)?"
        "(?:日期|月份|時間|时间|年月|年份)",
        "(?:target(?:ed)?|planned|expected|first|actual)?(?:release|publication|launch)?"
        "(?:date|month|time)(?:ofrelease)?",
    ),
    "frequency": (
        _DATA + "?的?(?:更新)?(?:[頻频][率次密]+|次[數数]|[週周]期|時間間隔|时间间隔)",
        "(?:update|updating)?frequency(?:ofupdates?)?|updatecycle",
    ),
    "group": (
        "(?:負責|负责|提供|所屬|所属|發布|发布)?(?:"
        + _DATA
        + ")?的?(?:局?[/及、]?部[門门]|機構|机构|組織|组织|[單单]位)(?:名稱|名称)?",
        "(?:bureau/?)?(?:department|organi[sz]ation|provider|owner)(?:name)?",
    ),
    "format": ("(?:檔案|档案|文件|" + _DATA + ")?格式", "(?:file|data)?formats?"),
}
"""In either script, and in English; without white space."""
_PATTERNS = {column: re.compile("|".join(words)) for column, words in _WORDS.items()}
_PLANNED = re.compile("目[標标]|[預预][計计定]|[擬拟]|[計计][劃划]|target|planned|expected")
_RELEASED = re.compile("[放布]|推出|上[載载]|release|publi|launch")
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LATIN = re.compile(r"[a-z][a-z/'. -]*")
MOST = 40
"""As long as the heading of a column may be."""


@dataclass(frozen=True)
class Header:
    """A table's header."""

    columns: tuple[Column | None, ...]
    """What each cell below holds; None for a column that is not known."""
    headings: tuple[str, ...]
    status: Literal["planned", "released"] | None
    """What the heading of the date says; None if it says neither."""

    @property
    def missing(self) -> tuple[Column, ...]:
        """Columns without which no row can become a record."""
        return tuple(column for column in NEEDED if column not in self.columns)

    @property
    def width(self) -> int:
        """How many cells a row has."""
        return len(self.columns)

    def in_order(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells of a row, in the order of COLUMNS; empty for a column that the table lacks."""
        return tuple(self._cell(cells, column) for column in COLUMNS)

    def _cell(self, cells: Sequence[str], column: Column) -> str:
        if column not in self.columns:
            return ""
        at = self.columns.index(column)
        # Formats become a line of the description, which says what it is.
        is_named = column == "format" and cells[at]
        return f"{self.headings[at]}：{cells[at]}" if is_named else cells[at]

    def unknown(self, cells: Sequence[str]) -> tuple[str, ...]:
        """What a row says in columns that are not known."""
        pairs = zip(self.columns, cells, strict=True)
        return tuple(cell for column, cell in pairs if column is None and cell)


def read_header(cells: Sequence[str]) -> Header | None:
    """The cells as a header; None if they are none. Empty cells at its end are no columns."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    if len(cells) < 3 or any(len(cell) > MOST for cell in cells):
        return None
    columns = [_column(cell) for cell in cells]
    known = [column for column in columns if column is not None]
    if len(known) < 3 or len(set(known)) < len(known) or not {"name", "date"} & set(known):
        return None
    date = cells[columns.index("date")] if "date" in known else ""
    return Header(tuple(columns), tuple(cells), _status(fold_words(date)))


def _status(date: str) -> Literal["planned", "released"] | None:
    if _PLANNED.search(date):
        return "planned"
    return "released" if _RELEASED.search(date) else None


def _column(heading: str) -> Column | None:
    """What a column holds; headings in two languages must agree."""
    folded = fold_words(heading)
    words = _BRACKETED.sub("", folded) or folded
    chinese, latin = _LATIN.sub("", words), "".join(_LATIN.findall(words))
    matching = {
        column
        for part in ((words,) if words == latin else (chinese, latin) if latin else (words,))
        for column, pattern in _PATTERNS.items()
        if part and pattern.fullmatch(part.strip("/:"))
    }
    return matching.pop() if len(matching) == 1 else None
