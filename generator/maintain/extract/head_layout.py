"""The words that make up the layout of a head of the Estimates, in both scripts and English.

They are neither data nor wording of the site, as those of `layout` are not. Bases and units are
no part of them: their printed forms stand in the vocabularies.
"""

import re

YEAR = re.compile(
    r"(?<![0-9])(?P<first>(?:19|20)[0-9]{2})\s*[-–—‑−/]\s*(?:(?:19|20)(?=[0-9]{2}(?![0-9])))?"
    r"(?P<last>[0-9]{2})(?![0-9])"
)
"""A financial year: 2018-19, 2018–19, 2018/19 or 2018-2019."""
HEAD = re.compile(
    r"^(?:總目|总目|head)(?P<number>[0-9]{1,3})[-–—―─一:：]*(?P<name>.*)$", re.IGNORECASE
)
"""The title at the head of pages, without spaces."""
PROGRAMME = re.compile(
    r"^(?:綱領|纲领|programme)?\s*(?P<code>[(（]\s*[0-9]+\s*[)）])\s*[:：]?\s*(?P<name>.*)$",
    re.IGNORECASE,
)
PROGRAMME_WORD = re.compile(r"^(?:綱領|纲领|programme)", re.IGNORECASE)
PROVISION = re.compile(r"財政撥款|财政拨款|financial\s*provision", re.IGNORECASE)
ANALYSIS = re.compile(
    r"^(?:財政撥\s*款\s*分\s*析|财政拨\s*款\s*分\s*析|analysis\s*of\s*financial\s*provision)\W*$",
    re.IGNORECASE,
)
SUB_HEAD = re.compile(r"^(?:分目|sub-?\s*head)", re.IGNORECASE)
SUB_HEAD_CODE = re.compile(r"^[0-9]{3}[A-Z]?$")
SUB_HEAD_IN_TEXT = re.compile(r"(?:分目|sub-?\s*head)\s*(?P<code>[0-9]{3})", re.IGNORECASE)
TOTAL = re.compile(
    r"總額|總計|總開支|合計|小計|总额|总计|总开支|合计|小计|^(?:sub-?|grand\s*)?total\b|\btotal$",
    re.IGNORECASE,
)
TOTAL_WORDS = re.compile(
    r"(?:開支|开支)?(?:總額|總計|合計|小計|总额|总计|合计|小计)?$|^(?:sub-?)?total\s*[,:，]?\s*|\W",
    re.IGNORECASE,
)
"""What a total's label has more than the heading of its rows."""
CHANGE = re.compile(
    r"^[(（]?\s*(?:或|or\b)\s*(?P<words>.*?)\s*[)）]?$",
    re.IGNORECASE,
)
"""The line below a programme's table that compares with the original estimate."""
CHANGED_BY = re.compile(
    r"(?P<printed>(?:增加|減少|减少)\s*[0-9]+(?:\.[0-9]+)?\s*%|[+\-–−][0-9]+(?:\.[0-9]+)?\s*%)"
)
DIRECTION = "(?:增加|減少|减少)"
INCREASE = re.compile("增加|增幅")
DECREASE = re.compile("減少|减少|減幅|减幅")
DIRECTIONS = (("增加", "減少"), ("增幅", "減幅"))
"""Words of our own that say which way something went, and their opposites."""
AIM = re.compile(r"^\W*(?:[0-9]+\s+)?(?:宗旨|aim)\W*$", re.IGNORECASE)
CONTINUED_HEAD = re.compile(r"[(（](?:續|续|cont(?:inue)?['’]?d\.?)[)）]", re.IGNORECASE)
SIGN = r"[^A-Za-z0-9\s\u2e80-\u9fff\u3000-\u303f\uff00-\uffef_,.()\[\]+%$<>‘’“”'\"/\\:;—–•·-]"
"""The mark of a note, at a number and at the note."""
BALANCE = (
    re.compile(r"核准承擔|核准承担|approved\s*commitment", re.IGNORECASE),
    re.compile(r"結餘|结余|balance", re.IGNORECASE),
)
"""Columns of the commitments of items: what was approved, and what is left of it."""
HEADINGS = re.compile(
    r"管制人員報告|管制人员报告|綱領|纲领|詳情|详情|宗旨|簡介|简介|指標|指标|目標|目标|.*需要特別留意的事項"
    r"|.*需要特别留意的事项|財政撥款.*分析|财政拨款.*分析|各綱領的.*|各纲领的.*|編制的變動.*|编制的变动.*"
    r"|按分目列出的開支詳情|按分目列出的开支详情|(?:非)?(?:經營帳目|经营账目|經常開支|经常开支)"
    r"|機器、設備及工程|机器、设备及工程|承擔額|承担额|controlling\s*officer.s\s*report|programmes?"
    r"|detail|aim|brief\s*description|indicators|targets|analysis\s*of\s*financial.*"
    r"|matters\s*requiring\s*special\s*attention.*|details\s*of\s*expenditure.*|(?:operating|capital)"
    r"\s*account|(?:non-?)?recurrent|plant,\s*equipment\s*and\s*works|commitments",
    re.IGNORECASE,
)
ROW_NAMES = {
    "經營帳目": "operating-account",
    "operating account": "operating-account",
    "經常開支": "recurrent",
    "recurrent": "recurrent",
    "非經常開支": "non-recurrent",
    "non-recurrent": "non-recurrent",
    "一般非經常開支": "general-non-recurrent",
    "general non-recurrent": "general-non-recurrent",
    "非經營帳目": "capital-account",
    "capital account": "capital-account",
    "機器、設備及工程": "plant-equipment-works",
    "plant, equipment and works": "plant-equipment-works",
    "資助金": "subventions",
    "subventions": "subventions",
    "其他非經常開支": "other-non-recurrent",
    "綱領": "heading",
    "programme": "heading",
}
"""Rows that heads have in common, by their words in Traditional or English → their names."""
TITLES = {
    "programme": "綱領{code}的財政撥款",
    "analysis": "財政撥款分析",
    "sub-heads": "按分目列出的開支",
    "sub-head": "分目{code}的財政撥款分析",
}
"""Our own titles of the tables that every head has."""
WHOLE_HEAD = "整個總目"
LEFT_OUT = "這裏另有一個表，本頁沒有收錄。"
CHINESE_YEAR = re.compile(
    r"(?P<first>[一二][〇零○一二三四五六七八九]{3})(?P<rest>至[〇零○一二三四五六七八九]{2}年度)?"
)
CHINESE_DIGITS = "零一二三四五六七八九"
NUMERALS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[〇零○一二三四五六七八九十百千]+")
COUNTED = re.compile("[兩二三四五六七八九十]個?[綱分項個種]")
"""A number of rows in our own words."""
REASONS = re.compile("文件說|因為|由於|原因")
COMPARING = re.compile(r"較|较|比|與|与|年度|\bon\b|\bthe\b", re.IGNORECASE)
"""Words beside the year and the basis that a line compares with."""
DASH = "—"
COLON = "："
DOCUMENT_TITLE = "總目{number}—{name}"
SHORT_TITLE = "{year}年度總目{number}預算"
TRADITIONAL_ONLY = frozenset("總綱領財撥開預實際計額經帳")
SIMPLIFIED_ONLY = frozenset("总纲领财拨开预实际计额经帐账")
DATED = re.compile(
    r"[〇零一二三四五六七八九]{2,4}(?=年|至)|[一二三四五六七八九十]+(?=[月日])"
    r"|(?:19|20)[0-9]{2}(?=[-–年])|[0-9]{1,2}(?=[月日])"
)
"""Years, months and days in running text without spaces."""
TITLE_MARKS = re.compile(r"[\W一_]")
"""What the title of a head is printed with besides its words; 一 stands for a dash."""
NOUGHTS = str.maketrans("〇○", "零零")
SHORT_YEAR = re.compile("[〇零一二三四五六七八九]{2}年")
CENTURY = "二零"
SENTENCE_MARKS = re.compile(r"^[-·•*\d\s]+|(?:[。；;，,]|以及)+$")
"""At the ends of an item of a list: its mark, and what leads to the next one."""
