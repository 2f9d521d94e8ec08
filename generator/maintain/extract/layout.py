"""The words that make up a plan's layout, in both scripts: the extractor's only Chinese.

They are neither data nor wording of the site: they are to a plan what keywords are to a grammar,
and without them no table could be found. Every other word of a plan is passed on unread.
White space inside a word is left out here and ignored in the text.
"""

import re

TARGET_DATE = frozenset({"目標發放日期(月/年)", "目标发放日期(月/年)"})
RELEASE_DATE = frozenset({"發放日期(月/年)", "发放日期(月/年)"})
COLUMNS = (
    frozenset({"編號", "编号"}),
    frozenset({"數據種類", "数据种类"}),
    frozenset({"數據集名稱", "数据集名称"}),
    frozenset({"一般說明", "一般説明", "一般说明"}),
    TARGET_DATE | RELEASE_DATE,
    frozenset({"更新頻率", "更新频率"}),
)
"""A table's header, cell by cell."""

NOT_APPLICABLE = frozenset({"不適用", "不适用"})
SUB_HEADINGS = {
    "i": frozenset({"空間數據", "空间数据"}),
    "ii": frozenset({"非空間數據", "非空间数据"}),
}

TITLE = re.compile(r"(?P<first>[0-9]{4})\s*[-–—至]\s*(?P<last>[0-9]{4})\s*年度.*(?:計劃|计划).*")
NOTE = re.compile(r"(?:備註|备注)\s*[：:]\s*(?P<note>\S.*)")
DATE = re.compile(r"([0-9]{4})\s*年(?:\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?)?")
PAGE = re.compile(
    r"第\s*[0-9]+\s*[頁页](?:\s*[，,/／]?\s*共\s*[0-9]+\s*[頁页])?|[-–—]\s*[0-9]+\s*[-–—]"
    r"|page\s+[0-9]+(?:\s+of\s+[0-9]+)?",
    re.IGNORECASE,
)
"""What a page prints about itself, between two parts of a table or in the middle of a row."""
MONTH = re.compile(
    r"(?:(?P<month>0?[1-9]|1[0-2])\s*[/／]\s*(?P<year>[12][0-9]{3})"
    r"|(?P<year_first>[12][0-9]{3})\s*年\s*(?:(?P<month_last>1[0-2]|0?[1-9])\s*月"
    r"|第\s*(?P<quarter>[1-4一二三四])\s*季))"
    r"(?:\s*[(（]\s*(?P<note>\S.*?)\s*[)）])?"
)
"""The date of a row: a month or a quarter, and a remark in brackets."""
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
ARCHIVED = re.compile("存檔|存档")

TRADITIONAL_ONLY = frozenset("編號數據種類計劃發開頻說")
SIMPLIFIED_ONLY = frozenset("编号数据种类计划发开频说")
"""Characters of the words above that only one of the scripts uses."""
