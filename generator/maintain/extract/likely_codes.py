"""What a printed frequency or category probably means · printed form → code, label, public code.

A guess to be reviewed: it is only drafted, and told.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from generator.resolve.printed.words import fold_text


@dataclass(frozen=True)
class LikelyTerm:
    """A term of a vocabulary that a printed form may stand for."""

    code: str
    label: str
    published_as: str | None


_TWO, _THREE = "(?:两|二|2|twice|two)", "(?:三|3|three)"
_FREQUENCIES = (
    ("UPDATE_CONT", "實時", "实时|即时|(?:near-?)?real-?time|live|continuous(?:ly)?|持续|不断"),
    ("1MIN", "每分鐘", "每(?:一|1)?分钟|every(?:1)?minute"),
    ("5MIN", "每五分鐘", "每(?:五|5)分钟|every(?:5|five)minutes"),
    ("10MIN", "每十分鐘", "每(?:十|10)分钟|every(?:10|ten)minutes"),
    ("15MIN", "每十五分鐘", "每(?:十五|15)分钟|每刻钟|every(?:15|fifteen)minutes"),
    ("30MIN", "每三十分鐘", "每(?:三十|30)分钟|每半(?:个)?小时|every(?:30|thirty)minutes"),
    ("HOURLY", "每小時", "每(?:一|1)?个?(?:小时|钟头)|hourly|everyhour"),
    ("BIHOURLY", "每兩小時", f"每{_TWO}个?小时|everytwohours|every2hours"),
    ("TRIHOURLY", "每三小時", f"每{_THREE}个?小时|every(?:3|three)hours"),
    ("12HRS", "每十二小時", "每(?:十二|12)个?小时|every(?:12|twelve)hours"),
    ("DAILY", "每日", "每(?:一|1)?(?:日|天)|逐日|日报|daily|everyday"),
    ("DAILY_2", "每日兩次", f"每(?:日|天){_TWO}次|twice(?:a|per)day|twicedaily"),
    ("WEEKLY", "每星期", "每(?:一|1)?个?(?:周|星期|礼拜)|weekly|everyweek"),
    ("WEEKLY_2", "每星期兩次", f"每(?:周|星期){_TWO}次|twice(?:a|per)?week(?:ly)?"),
    ("WEEKLY_3", "每星期三次", f"每(?:周|星期){_THREE}次"),
    (
        "BIWEEKLY",
        "每兩星期",
        f"每(?:隔)?(?:{_TWO}|双)个?(?:周|星期)|bi-?weekly|fortnightly|every(?:2|two)weeks",
    ),
    ("MONTHLY", "每月", "每(?:一|1)?个?月(?:份|度)?|月度|按月|monthly|everymonth"),
    ("MONTHLY_2", "每月兩次", f"每个?月{_TWO}次|每半个?月|半月|twice(?:a|per)month"),
    ("MONTHLY_3", "每月三次", f"每个?月{_THREE}次|每旬"),
    ("BIMONTHLY", "每兩個月", f"每(?:隔)?{_TWO}个?月|bi-?monthly|every(?:2|two)months"),
    (
        "QUARTERLY",
        "每季",
        f"每?个?季度?|按季度?|每{_THREE}个月|quarterly|everyquarter|every(?:3|three)months",
    ),
    (
        "ANNUAL_2",
        "每半年",
        f"每?半年度?|每年{_TWO}次|每(?:六|6)个月|half-?yearly|semi-?annual(?:ly)?|twice(?:a|per)year"
        "|every(?:6|six)months",
    ),
    ("ANNUAL_3", "每年三次", f"每年{_THREE}次|每(?:四|4)个月"),
    ("ANNUAL", "每年", "每(?:一|1)?年度?|年度|按年|每财政年度|annual(?:ly)?|yearly|everyyear"),
    ("BIENNIAL", "每兩年", f"每(?:隔)?{_TWO}年|隔年|biennial(?:ly)?|every(?:2|two)years"),
    ("TRIENNIAL", "每三年", f"每{_THREE}年|triennial(?:ly)?|every(?:3|three)years"),
    ("QUADRENNIAL", "每四年", "每(?:四|4)年|every(?:4|four)years"),
    ("QUINQUENNIAL", "每五年", "每(?:五|5)年|every(?:5|five)years"),
    ("DECENNIAL", "每十年", "每(?:十|10)年|every(?:10|ten)years"),
    (
        "AS_NEEDED",
        "有需要時",
        "[按视因如有当于在乎实际的地]*(?:需要|更新|更动|变更|改变|修订|变动)(?:数据)?(?:而定|时|时候|的时候)?(?:更新)?"
        "|as(?:and)?when(?:ever)?.*|(?:as|when|if|where)(?:ever)?(?:needed|necessary|required|updated).*|on(?:a)?need.*"
        "|upon(?:update|change)s?|ad-?hoc|on(?:demand|update)",
    ),
    ("IRREG", "不定期", "不定期|不定时|不时|不规则|irregular(?:ly)?|fromtimetotime"),
    ("ONE_OFF", "一次性", "一次[性过]|单次|仅?一次|once(?:only)?|one-?(?:off|time)"),
    ("NOT_PLANNED", "不再更新", "不再更新|不会?更新|没有更新|noupdates?|notupdated"),
    ("UNKNOWN", "文件未載明", "-+|不适用|n/?a|nil|待定|未定|tb[acd]|unknown"),
)
FREQUENCY_ORDER = tuple(code for code, _, _ in _FREQUENCIES)
"""From the most frequent to what is never updated, as a vocabulary lists them."""
_FREQUENCY_PATTERNS = tuple(
    (re.compile(pattern), LikelyTerm(code, label, "NOT_PLANNED" if code == "ONE_OFF" else code))
    for code, label, pattern in _FREQUENCIES
)
_UPDATED = re.compile("(?<=.)(?:更新)?(?:一次|1次)?$|^更新|^updated?")
_OTHER = LikelyTerm("OTHER", "其他", "OTHER")

_CATEGORIES = (
    ("city-management", "城市管理", "REGI", "citymanagement"),
    ("climate-and-weather", "氣候與天氣", "ENVI", "climateandweather"),
    ("commerce-and-industry", "工商業", "ECON", "commerceandindustry"),
    ("development", "發展", "REGI", "development"),
    ("education", "教育", "EDUC", "education"),
    ("election-and-legislature", "選舉及立法機關", "GOVE", "electionandlegislature"),
    ("employment-and-labour", "就業及勞工", "SOCI", "employmentandlabour"),
    ("environment", "環境", "ENVI", "environment"),
    ("finance", "財經", "ECON", "finance"),
    ("food", "食物", "AGRI", "food"),
    ("health", "衞生", "HEAL", "health"),
    ("housing", "房屋", "SOCI", "housing"),
    (
        "information-technology-and-broadcasting",
        "科技及廣播",
        "TECH",
        "informationtechnologyandbroadcasting",
    ),
    ("law-and-security", "法律及保安", "JUST", "lawandsecurity"),
    ("other", "其他", None, "miscellaneous"),
    ("population", "人口", "SOCI", "population"),
    ("public-facilities", "公用設施", "REGI", "publicfacilities"),
    ("recreation-and-culture", "康樂及文化", "EDUC", "recreationandculture"),
    ("social-welfare", "社會福利", "SOCI", "socialwelfare"),
    ("transport", "運輸", "TRAN", "transport"),
)
"""The categories of DATA.GOV.HK."""


def likely_frequency(printed: str) -> LikelyTerm:
    """What a frequency means; another one than all that are known is OTHER."""
    words = _folded(re.sub(r"[(（].*[)）]$", "", printed.strip()))
    for said in (words, _UPDATED.sub("", words)):
        for pattern, term in _FREQUENCY_PATTERNS:
            if pattern.fullmatch(said):
                return term
    return _OTHER


def likely_category(printed: str, simplify: Callable[[str], str]) -> LikelyTerm | None:
    """The category of DATA.GOV.HK that is printed, in either script or English."""
    words = _plain(simplify(printed))
    for code, label, theme, english in _CATEGORIES:
        if words in (_plain(simplify(label)), english):
            return LikelyTerm(code, label, theme)
    return None


def _folded(text: str) -> str:
    folded = fold_text(unicodedata.normalize("NFKC", text)).lower()
    return "".join(folded.split()).translate(_SIMPLER).strip("。.")


def _plain(text: str) -> str:
    """Without what plans write in more ways than one: 衞生 and 衛生, 與 and 及."""
    words = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return words.replace("&", "and").translate(str.maketrans("與与和、衞衛", "及及及及卫卫"))


_SIMPLER = str.maketrans(
    "時鐘兩報週禮實際視當更變動斷續財單僅沒會適訂規則隨據過",
    "时钟两报周礼实际视当更变动断续财单仅没会适订规则随据过",
)
