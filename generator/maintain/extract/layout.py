"""The words that make up a plan's layout, in both scripts and English.

They are neither data nor wording of the site: they are to a plan what keywords are to a grammar,
and without them no table could be found. Every other word of a plan is passed on unread.
"""

import re
import unicodedata


def fold_words(text: str) -> str:
    """`text` in half width and small letters, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


NOT_APPLICABLE = re.compile(
    r"不適用|不适用|(?:不適用|不适用)[/,]?(?:n/?a|nil|notapplicable)|(?:n/?a|nil|notapplicable)[/,]?(?:不適用|不适用)|[暫暂現现]?[無无]|[暫暂]?[沒没]有|nil|none|n/?a|notapplicable|[-–—‐]+|同上不適用"
    r"|.{0,12}[暫暂]?(?:[沒没]有|[無无]|未有).{0,12}(?:數據|数据|資料|资料|項目|项目).{0,6}"
    r"|(?:therei?s?(?:are)?)?no(?:spatial|non-spatial)?(?:data|dataset|datasets)?.{0,20}"
)
"""That a table has no row; folded, without brackets and full stops."""

TITLE = re.compile(
    r"(?=.*(?:[12][0-9]{3}|二[〇零○]))(?=.*(?:[開开]放[數数][據据]|空[間间][數数][據据]|年度|open\s*data))"
    r"(?!.*[。；;])(?!.{81}).*(?:計劃|计划|\bplan\b).*",
    re.IGNORECASE,
)
NOTE = re.compile(r"(?:備註|备注)\s*[：:]\s*(?P<note>\S.*)")
_DIGITS = "[〇零○一二三四五六七八九]"
YEARS = re.compile(
    rf"(?P<first>[12][0-9]{{3}}|[一二]{_DIGITS}{{3}})\s*年?度?"
    rf"(?:\s*(?:[-–—至到/／]|\bto\b)\s*(?P<last>[12][0-9]{{3}}|[0-9]{{2}}(?![0-9])|[一二]{_DIGITS}{{3}}))?"
)
"""The years in a title."""
FOOTNOTE = re.compile(
    r"(?P<mark>(?:附?[註注]|notes?)\s*[0-9一二三四五六七八九]*)\s*[：:.]\s*(?P<text>\S.*)"
    r"|[\[［](?P<bracketed>(?:[註注])?\s*[0-9]+)[\]］]\s*(?P<bracketed_text>\S.*)"
    r"|(?P<sign>[*＊†‡※¹²³]+)\s*(?P<sign_text>\S.*)",
    re.IGNORECASE,
)
"""A remark below a table, with the mark by which a cell names it."""
MARK = re.compile(
    r"\s*(?:[\[［(（](?P<bracketed>(?:[註注]|note)\s*[0-9]*|[0-9]+)[\]］)）]"
    r"|(?P<bare>[註注][0-9]+)|(?P<sign>[*＊†‡※¹²³]+))$",
    re.IGNORECASE,
)
"""A footnote's mark at the end of a cell."""
PAGE = re.compile(
    r"第\s*[0-9]+\s*[頁页](?:\s*[，,/／]?\s*共\s*[0-9]+\s*[頁页])?|[-–—]\s*[0-9]+\s*[-–—]"
    r"|page\s+[0-9]+(?:\s+of\s+[0-9]+)?",
    re.IGNORECASE,
)
"""What a page prints about itself, between two parts of a table or in the middle of a row."""
PAGE_AT_EDGE = re.compile(rf"\W*[0-9]{{1,3}}\W*|(?:{PAGE.pattern}).*", re.IGNORECASE)
"""The same at the head or foot of a page, where it can be nothing else."""
DATE_LIKE = re.compile(r"[0-9]{4}\s*年(?:\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?)?")
DATE_ORDER = re.compile(r"[(（][\s月年日/／,，mdy.-]+[)）]", re.IGNORECASE)
"""In a header: the order in which a date is written."""
SPATIAL = ("i.", "空間", "空间", "地理空間", "地理空间", "Spatial")
NOT_SPATIAL = ("ii.", "非空間", "非空间", "非地理空間", "非地理空间", "Non-spatial", "Nonspatial")
"""What the heading above a table begins with, behind its number."""
HEADING_NUMBER = re.compile(
    r"^(?:[A-D][.．]?)?[(（]?(?:[0-9]{1,2}|I{1,2}|i{1,2}|[a-e]|[一二三①②])?[)）]?[.．、:：]?"
)
CONTINUED = re.compile(
    r"\s*(?:[(（\[]\s*(?:接上頁|接上页|[上續续]+|上[頁页][續续]|cont(?:inue)?['’]?d\.?|continued)\s*[)）\]]"
    r"|[續续]上?[頁页])\s*",
    re.IGNORECASE,
)
"""That what stands here began on the page before."""
ARCHIVED = re.compile("存檔|存档")

TRADITIONAL_ONLY = frozenset("編號數據種類計劃發開頻說")
SIMPLIFIED_ONLY = frozenset("编号数据种类计划发开频说")
"""Characters of a plan's layout that only one of the scripts uses."""

REMARK = "註："
"""What a maintainer writes before a remark that has no mark of its own."""
KINDS = ("i. 空間數據", "ii. 非空間數據")
HEADINGS = "數據種類, 數據集名稱, 一般說明, 目標發放日期 / 發放日期, 更新頻率"
DATE_HEADINGS = {"planned": "目標發放日期", "released": "發放日期"}
DATES = "06/2027, 2027年6月, 2027年第二季, 2027年上半年, 2027年, 待定"
"""Examples for a maintainer: headings, headings of columns, dates."""
