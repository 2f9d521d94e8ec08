"""The words in which documents print numbers, in both scripts and in English.

The parser sees texts `fold_text`: patterns are in half-width and, where it knows them, Simplified
characters."""

import re
from collections.abc import Mapping

_SIMPLER = (
    "億亿 萬万 兩两 個个 項项 間间 約约 過过 餘余 於于 達达 將将 從从 內内 幾几 數数 "
    "點点 圓圆 幣币 週周 鎊镑 歐欧 無无 為为 爲为 與与 應应 僅仅 額额 總总 計计 負负 "
    "減减 長长 頂顶 領领 綱纲 屆届 會会 沒没 滿满 紀纪 學学 號号 塊块 歲岁 條条 種种 "
    "類类 隊队 戶户 層层 棟栋 畝亩 時时 鐘钟 組组 張张 輛辆 臺台 國国 區区 劃划 規规 "
    "級级 調调 擴扩 縮缩 漲涨 雙双 際际 頓顿 噸吨 動动 體体 對对 開开 關关 機机 構构 "
    "職职 習习 園园 場场 專专 實实 驗验 農农 曆历 業业 維维 進进 樓楼 須须 價价 紙纸 "
    "門门 財财 碼码 統统 屬属 僱雇 資资 韓韩 紐纽 蘭兰 銖铢 "
)
_FORMAL = dict(zip("壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千", strict=True))
_FORMAL_RUN = re.compile("[壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟萬万億亿零〇元圆圓]{2,}")
"""Formal numerals are numerals only beside one another: 隊伍, 大陸, 參與."""
_TABLE = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t\n", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("〜∼～", "~"),
        **dict.fromkeys("○零", "〇"),
        **{"’": "'", "｡": "。"},
        **{pair[0]: pair[1] for pair in _SIMPLER.split()},
    }
)


def fold_text(text: str) -> str:
    """`text` in half-width and Simplified characters, as the patterns below expect it; every
    character stays in its place."""
    informal = _FORMAL_RUN.sub(
        lambda run: "".join(_FORMAL.get(char, char) for char in run[0]), text
    )
    return informal.translate(_TABLE)


DIGITS: Mapping[str, int] = {
    char: value
    for value, chars in enumerate(("〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
TENS: Mapping[str, int] = {"廿": 20, "卅": 30, "卌": 40}
STEPS: Mapping[str, int] = {
    "十": 10,
    "百": 100,
    "千": 1_000,
    "万": 10**4,
    "亿": 10**8,
    "兆": 10**12,
}
"""Multipliers; those from 万 on multiply all that stands before them."""
POINT = "点"
HALF = "半"
VAGUE = re.compile(
    r"[数几若]干?[十百千万亿兆]|几十?(?=[个项间家名人所])|数[个项间家名人所]|无数|[一百]?几十"
)
"""An amount of which the document gives only the size."""
MORE = re.compile(r"\s*(?:多|余|来|几)(?!元化|功能|媒体|样|数|年级|云|边|层)")
"""Behind a number, before its counter: a little more than it."""
MORE_AFTER = re.compile(r"(?:年|个?月|天|日|小时|倍|成)(?:多|余)(?!元化|功能|媒体|样|方)|\+")
"""Behind the counter of a length of time."""

CHINESE = "〇一二两三四五六七八九十百千万亿兆廿卅卌"
ASCII_NUMBER = r"(?:[0-9]{1,3}(?:[ ,'][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
NOT_NUMBER = (
    rf"(?<![{CHINESE}])(?:一般|一些|一系列|一站|一带一路|一定|一直|一样|一旦|一致|一并|一同|一起|一向|一体|一流|一手|"
    "统一|唯一|进一步|(?<!分)之一|万一|万维|万物|千禧|千方百计|十分(?!之)|十足|百分百|三维|二维|四足|"
    "八达通|五金|六合|九龙|四川|三跑|三方|双方|十[一二三四五六]五(?=规|期|时|、|」|』|计))"
)
"""Words in which a numeral counts nothing."""
ORDINAL = re.compile(
    r"(?:第|初|农历|总目|分目|纲领|附件|附录|附表|表|图|注|条例第|编号|章|No\.?|no\.?|#)\s*\(?$"
)
"""What stands before a number that is a name and not an amount."""

FRACTION = re.compile(
    rf"(?P<whole>百分|千分|万分|[{CHINESE}]{{1,6}}分|[0-9]+分)之(?=[{CHINESE}0-9])"
)
HUNDREDTHS = "百分"
HALVES = re.compile(
    r"一半|半数|(?<=过)半|(?<![一二两三四五六七八九十大小多])半(?=年|天|日|个|小时|月)"
)
HALF_PARTS = re.compile(r"一半|半数|(?<=过)半")
HALF_AFTER = re.compile(r"\s*(?P<unit>年|天|日|小时|周|个(?=半月|半小时|半钟))半")
PERCENT = re.compile(r"\s*(?:%|per ?cent\b|pct\b)(?!\s*(?:点|-?\s*points?\b))", re.I)
POINTS = re.compile(r"\s*(?:个?百分点|%\s*点|(?:%|per ?cent(?:age)?)\s*-?\s*points?\b)", re.I)
PERMILLE = re.compile(r"\s*‰")
TENTHS = re.compile(
    r"成(?P<part>半|[一二三四五六七八九])?"
    r"(?![立为员果功本效就交份熟长品型绩分批套体人像败因语都])"
)
RATIO = re.compile(
    rf"(?<![{CHINESE}0-9])(?P<one>[{CHINESE}]+|[0-9]{{1,3}})\s?[比:∶]\s?"
    rf"(?P<other>[{CHINESE}]+|[0-9]{{1,3}})(?![{CHINESE}0-9])"
)
"""二比一, 1:1. An hour is one, too: only Chinese numerals are claims."""
FOLD = re.compile(r"\s*(?:倍|times\b(?! a)|-?fold\b)", re.I)
MAGNITUDE = re.compile(
    r"\s*(?P<size>hundred|thousand|million|billion|trillion|mn|bn|tn|[mkb])(?![A-Za-z²])", re.I
)
MAGNITUDES: Mapping[str, int] = {
    "hundred": 100,
    **dict.fromkeys(("thousand", "k"), 1_000),
    **dict.fromkeys(("million", "mn", "m"), 10**6),
    **dict.fromkeys(("billion", "bn", "b"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
"""Single letters count only behind an amount of money."""

CURRENCIES: Mapping[str, str] = {
    "USD": r"US ?\$|USD|美元|美金",
    "CNY": r"元人民币|人民币|RMB|CNY|(?:CN)?[¥￥]",
    "EUR": r"€|EUR|欧元",
    "GBP": r"£|GBP|英镑",
    "JPY": r"JPY|JP¥|日圆|日元",
    "MOP": r"MOP|澳门元|澳门币",
    "SGD": r"S ?\$|SGD|新加坡元|坡元",
    "AUD": r"A ?\$|AUD|澳元",
    "CAD": r"C ?\$|CAD|加拿大元|加元",
    "NZD": r"NZ ?\$|NZD|纽元|新西兰元",
    "CHF": r"CHF|瑞士法郎|瑞郎",
    "KRW": r"₩|KRW|韩圜|韩元",
    "THB": r"฿|THB|泰铢",
    "TWD": r"NT ?\$|TWD|新台币|台币",
    "HKD": r"HK ?\$|HKD|港币|港元|港圆|港纸|\$",
}
"""By their ISO codes, before a number or behind it; a plain 元 or $ is a Hong Kong one."""
DOLLAR = r"元(?!朗|素|旦|宇)|圆(?!形|桌)|块钱?(?!地)|dollars?\b"
HOME_CURRENCY = "HKD"

LINKS = r"至|到|-|~|to\b|and\b|与|和|及|、"
"""Between the two ends of a range."""
WEAK_LINKS = ("and", "与", "和", "及", "、")
"""Those that need 介乎 or `between` besides."""
MOVES = re.compile(
    r"(?:增|升|减|降|延长?|提高?|展|扩大?|整|调|缩短?|缩小?|改|加|涨|跌|达|多|低|高|变|转|长)$"
)
"""Before 至 or 到: a number that has become another one, which is no range."""
BETWEEN = re.compile(r"介乎|介于|之间|between", re.I)

QUALIFIERS: tuple[tuple[re.Pattern[str], tuple[str, ...], bool], ...] = tuple(
    (re.compile(pattern, re.I), meant, close)
    for pattern, meant, close in (
        (
            r"不(?:会|可|得|能|应|须|需)?(?:超(?:过|出|逾)?|[多高大长]于|[多高]过|逾|过|至于)"
            r"|(?:没有|未有|并无)超过"
            r"|至多|最[多长](?![的人])|最[高大](?=可|达|为|不|\s*[0-9$H一二两三四五六七八九十百千]|资助|金额|额)"
            r"|上限|封顶|\b(?:at most|up to|no more than|not more than|not exceeding|not to exceed"
            r"|(?:a )?maximum(?: of)?|max\.?|capped at|(?:a )?(?:cap|ceiling) of|within"
            r"|no greater than|limited to)\b",
            ("at-most",),
            False,
        ),
        (
            r"不(?:会|可|得|能|应)?[少低小短]于|不下于?|至少|最[少低短小](?![的人])|起码|下限"
            r"|\b(?:at least|no fewer than|no less than|not less than|not fewer than"
            r"|(?:a )?minimum(?: of)?|min\.?)\b",
            ("at-least",),
            False,
        ),
        (r"高达|多达|长达|\bas (?:much|many|high) as\b", ("exact", "at-most"), False),
        (
            r"未达|未到|未满|不满|不足|不到|未及|不及|\b(?:just under|just below)\b",
            ("nearly", "at-most"),
            False,
        ),
        (
            r"少于|低于|小于|少过|\b(?:less than|fewer than|under|below)\b",
            ("at-most", "nearly"),
            False,
        ),
        (
            r"超过|超逾|超出|超越|[多高大]于|[多高大]过|突破|\b(?:over|more than|above|exceeding|"
            r"exceeds?|exceeded|in excess of|upwards? of|greater than|surpass(?:ed|ing)?|topped)\b",
            ("over",),
            False,
        ),
        (r"(?:逾|>|(?<![通经超不透])过|超(?![算级声音高速市导前])|破)$", ("over",), True),
        (r"(?<![以至之及])上$", ("over", "about"), True),
        (
            r"接近|将近|差不多|几近|几乎|逼近|直逼|\b(?:nearly|almost|close to|nearing"
            r"|approaching|virtually)\b",
            ("nearly",),
            False,
        ),
        (r"(?<![附最邻靠亲临])近$", ("nearly",), True),
        (
            r"大约|大概|约莫|约略|大致|粗略|\b(?:about|around|approximately|approx\.?|roughly"
            r"|circa|some)\b|\bc\.",
            ("about",),
            False,
        ),
        (r"(?:(?<![合条公契租节预大签])约有?|≈|~)$", ("about",), True),
    )
)
"""Pattern before a number, what it may mean (the likeliest first), and whether it has to stand
right before the number."""

SUFFIXES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(r"或?以上(?!述)|\bor (?:more|above|over)\b|\band (?:above|over)\b", re.I),
        ("at-least", "over"),
    ),
    (
        re.compile(
            r"或?以下|或?以内|之内|为(?:上)?限|作上限|封顶|\bor (?:less|below|fewer)\b"
            r"|\bat (?:the )?most\b",
            re.I,
        ),
        ("at-most",),
    ),
    (re.compile(r"左右(?!手)|上下|前后|\bor so\b|\bor thereabouts\b", re.I), ("about",)),
    (re.compile(r"^起|起跳|\bat (?:the )?least\b|为下限", re.I), ("at-least",)),
)
"""Behind a number and its counter."""

STOP = re.compile(r"[。；;！？!?、]|,(?![0-9]{3})|[」』》]\s*(?=[,，])")
"""Where a clause ends."""
LOWER, UPPER = ("over", "at-least"), ("at-most",)
JOINED = re.compile(r"但|而|并|又|、|,|及|和|至|\b(?:but|and)\b", re.I)
FALLS = re.compile(
    r"(?:减少|下跌|下降|下调|减|跌|少|削减|down|decrease[sd]?|fell)(?: by)?"
    r"\s*(?:约|了|逾|近|至少)?\s*$",
    re.I,
)

MINUS = re.compile(r"(?:^|[\s(\0:])(?<![0-9%]\s)-$|负$")

NO_AMOUNT = re.compile(r"N\.?A\.?|n\.a\.|N/A|Nil|nil|不適用|不适用|[_—–―─-]?")
"""What a table prints in place of an amount."""
EMPTY = re.compile(rf"(?:{NO_AMOUNT.pattern})[^A-Za-z0-9\s\u2e80-\u9fff,.()+%_—–−-]*")
"""The same, with the mark of a note or alone with it."""
