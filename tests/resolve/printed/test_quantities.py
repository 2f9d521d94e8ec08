"""What printed forms say in numbers. The table was written by hand, form by form."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.resolve.printed.quantities import Quantity, read_quantities

# Form, value or "low..high", qualifier, and what its own words say is counted ("" where only a
# counter does).
FORMS = """
78 701個項目 | 78701 | exact |
78\u00a0701个项目 | 78701 | exact |
78\u2009701项 | 78701 | exact |
1,280萬元 | 12800000 | exact | HKD
1，280萬元 | 12800000 | exact | HKD
１２，３００個 | 12300 | exact |
３０００人 | 3000 | exact |
400支 | 400 | exact |
2001个项目 | 2001 | exact |
2.5億元 | 250000000 | exact | HKD
2．5亿港元 | 250000000 | exact | HKD
1億2,000萬元 | 120000000 | exact | HKD
10亿3,000万港元 | 1030000000 | exact | HKD
1亿2千万元 | 120000000 | exact | HKD
三千五百名 | 3500 | exact |
三千五百零六名 | 3506 | exact |
兩萬三千四百五十六人次 | 23456 | exact |
二十五所 | 25 | exact |
廿五所 | 25 | exact |
廿個 | 20 | exact |
卅一项 | 31 | exact |
十二個 | 12 | exact |
一百零五間 | 105 | exact |
一百一十间 | 110 | exact |
一千零五十宗 | 1050 | exact |
一萬零三百人 | 10300 | exact |
三萬五千元 | 35000 | exact | HKD
三萬五元 | 35000 | exact | HKD
兩億元 | 200000000 | exact | HKD
两亿元 | 200000000 | exact | HKD
二億三千萬港元 | 230000000 | exact | HKD
十億元 | 1000000000 | exact | HKD
一万亿元 | 1000000000000 | exact | HKD
三点五亿元 | 350000000 | exact | HKD
壹佰貳拾叁萬元 | 1230000 | exact | HKD
伍仟元 | 5000 | exact | HKD
20.4百萬元 | 20400000 | exact | HKD
243,500千元 | 243500000 | exact | HKD
12百万元 | 12000000 | exact | HKD
5千萬元 | 50000000 | exact | HKD
港幣500萬元 | 5000000 | exact | HKD
港币五百万元 | 5000000 | exact | HKD
HK$5,000 | 5000 | exact | HKD
$1,280萬 | 12800000 | exact | HKD
＄300 | 300 | exact | HKD
HK$5 million | 5000000 | exact | HKD
HK$5m | 5000000 | exact | HKD
HK$11.2bn | 11200000000 | exact | HKD
HKD 3 billion | 3000000000 | exact | HKD
US$2 million | 2000000 | exact | USD
300萬美元 | 3000000 | exact | USD
￥5億 | 500000000 | exact | CNY
¥5億 | 500000000 | exact | CNY
JP¥5億 | 500000000 | exact | JPY
五億加元 | 500000000 | exact | CAD
C$5 million | 5000000 | exact | CAD
約5億韓圜 | 500000000 | about | KRW
₩5億 | 500000000 | exact | KRW
5萬瑞士法郎 | 50000 | exact | CHF
人民幣2億元 | 200000000 | exact | CNY
50萬元人民幣 | 500000 | exact | CNY
31% | 31 | exact | percent
３１％ | 31 | exact | percent
7.5% | 15/2 | exact | percent
百分之五十 | 50 | exact | percent
百分之七點五 | 15/2 | exact | percent
百分之12 | 12 | exact | percent
五成 | 50 | exact | percent
七成半 | 75 | exact | percent
三成三 | 33 | exact | percent
5個百分點 | 5 | exact | percentage-point
2.5个百分点 | 5/2 | exact | percentage-point
3 percentage points | 3 | exact | percentage-point
20 per cent | 20 | exact | percent
三分之二 | 2/3 | exact | part
四分之一 | 1/4 | exact | part
一半 | 1/2 | exact | part
過半數 | 1/2 | over | part
兩倍 | 2 | exact | fold
增加一倍 | 1 | exact | fold
一年半 | 3/2 | exact |
半年 | 1/2 | exact |
兩個半月 | 5/2 | exact |
3年 | 3 | exact |
為期三年 | 3 | exact |
每月10,000元 | 10000 | exact | HKD
首200万元 | 2000000 | exact | HKD
首批共有24个项目 | 24 | exact |
第二批25個 | 25 | exact |
第三期共12座 | 12 | exact |
共計1 234宗 | 1234 | exact |
-5% | -5 | exact | percent
（-2.3%） | -23/10 | exact | percent
負三成 | -30 | exact | percent
約950所 | 950 | about |
约 13 000 平方米 | 13000 | about |
大約30萬人 | 300000 | about |
大概四百家 | 400 | about |
400人左右 | 400 | about |
三千名上下 | 3000 | about |
約有5 300個 | 5300 | about |
about 11.2 billion | 11200000000 | about |
around 300 people | 300 | about |
approximately HK$2.4 million | 2400000 | about | HKD
some 1,500 companies | 1500 | about |
接近20年 | 20 | nearly |
將近三千人 | 3000 | nearly |
近400家 | 400 | nearly |
近百家 | 100 | nearly |
差不多五成 | 50 | nearly | percent
nearly 90% | 90 | nearly | percent
almost 2 000 jobs | 2000 | nearly |
超過11 400個實習機會 | 11400 | over |
超过2500人 | 2500 | over |
超逾六萬宗 | 60000 | over |
逾740项 | 740 | over |
逾十亿元 | 1000000000 | over | HKD
逾百間 | 100 | over |
过千名 | 1000 | over |
超千家 | 1000 | over |
多於300人 | 300 | over |
高於5% | 5 | over | percent
80 多项 | 80 | over |
30多间 | 30 | over |
400餘家 | 400 | over |
百餘間 | 100 | over |
三千多名 | 3000 | over |
十多年 | 10 | over |
30多億元 | 3000000000 | over | HKD
一萬兩千餘人 | 12000 | over |
三年多 | 3 | over |
八成多 | 80 | over | percent
突破百萬人次 | 1000000 | over |
over 400 | 400 | over |
more than 2,200 start-ups | 2200 | over |
exceeding HK$1 billion | 1000000000 | over | HKD
in excess of 50 000 visitors | 50000 | over |
50+ | 50 | over |
最多四名 | 4 | at-most |
最多1,500万元 | 15000000 | at-most | HKD
最多可获 4,500万元 | 45000000 | at-most | HKD
至多3次 | 3 | at-most |
不超過 1,280萬元 | 12800000 | at-most | HKD
不多於十人 | 10 | at-most |
不高于5% | 5 | at-most | percent
不得超过12个月 | 12 | at-most |
上限為100萬元 | 1000000 | at-most | HKD
以500萬元為上限 | 5000000 | at-most | HKD
100人以內 | 100 | at-most |
30岁以下 | 30 | at-most |
最長為期三年 | 3 | at-most |
最高可達2億元 | 200000000 | at-most | HKD
up to HK$300,000 | 300000 | at-most | HKD
no more than 5 | 5 | at-most |
not exceeding 10% | 10 | at-most | percent
at most three projects | 3 | at-most |
不少於100支 | 100 | at-least |
不低於六成 | 60 | at-least | percent
至少3名 | 3 | at-least |
最少兩家 | 2 | at-least |
起碼五年 | 5 | at-least |
20人或以上 | 20 | at-least |
20 萬元以上 | 200000 | at-least | HKD
at least 100 teams | 100 | at-least |
not less than HK$1.5 million | 1500000 | at-least | HKD
30 or more | 30 | at-least |
高達5,000萬元 | 50000000 | exact | HKD
五至十年 | 5..10 | range |
3至5年 | 3..5 | range |
5-10人 | 5..10 | range |
5–10人 | 5..10 | range |
5—10人 | 5..10 | range |
5～10人 | 5..10 | range |
5－10人 | 5..10 | range |
10%至20% | 10..20 | range | percent
10至20% | 10..20 | range | percent
百分之五至十 | 5..10 | range | percent
五至七成 | 50..70 | range | percent
100万至500万元 | 1000000..5000000 | range | HKD
100至500萬元 | 1000000..5000000 | range | HKD
5至10億元 | 500000000..1000000000 | range | HKD
1,000万元至一亿元 | 10000000..100000000 | range | HKD
800元至1萬元 | 800..10000 | range | HKD
三至四百人 | 300..400 | range |
一至二十人 | 1..20 | range |
三四百人 | 300..400 | range |
七八十家 | 70..80 | range |
十五六個 | 15..16 | range |
介乎5與10之間 | 5..10 | range |
20 萬元以上但不超過 1,000 萬元 | 200000..10000000 | range | HKD
不少於5人及不多於10人 | 5..10 | range |
HK$5 million to HK$10 million | 5000000..10000000 | range | HKD
5 to 10 million | 5000000..10000000 | range |
between 20 and 30 | 20..30 | range |
two hundred and fifty students | 250 | exact |
twenty-five companies | 25 | exact |
half a million users | 500000 | exact |
three dozen | 36 | exact |
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in FORMS.strip().split("\n")]
PRINTED_NO_AMOUNT = (
    "一般支援", "統一平台", "第一期", "第二屆", "一站式服務", "三維地圖", "5G", "3D打印",
    "COVID-19", "14th", "十四五規劃", "總目135", "二零二四年", "2024年12月", "2026-27年度",
    "每年4月", "百家爭鳴", "參與隊伍", "大陸", "收拾", "條約", "附近", "千禧",
)  # fmt: skip
UNREADABLE = ("1,28個", "12,34,567元", "78 70個", "數百家", "數以千計，數十億元", "幾十個")


def one(printed: str) -> Quantity:
    [quantity] = read_quantities(printed).quantities
    return quantity


@pytest.mark.parametrize(("printed", "value", "qualifier", "kind"), ROWS, ids=lambda it: it)
def test_a_printed_form_is_read(printed: str, value: str, qualifier: str, kind: str) -> None:
    quantity = one(printed)
    low, _, high = value.partition("..")
    assert quantity.low == Fraction(low)
    assert quantity.high == (Fraction(high) if high else None)
    assert quantity.qualifiers[0] == qualifier
    assert quantity.unit.kind == kind
    assert read_quantities(printed).unreadable == ()


@pytest.mark.parametrize("printed", PRINTED_NO_AMOUNT)
def test_what_counts_nothing_is_no_number(printed: str) -> None:
    assert read_quantities(printed).quantities == ()
    assert read_quantities(printed).unreadable == ()


@pytest.mark.parametrize("printed", UNREADABLE)
def test_what_looks_like_a_number_and_is_none_is_told(printed: str) -> None:
    assert read_quantities(printed).unreadable != ()


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("「一区两园」", [1, 2]),
        ("由3年延長至5年", [3, 5]),
        ("由10%提高至20%", [10, 20]),
        ("1(政府): 2(公司)", [1, 2]),
        ("每人50元，共300人", [50, 300]),
    ],
)
def test_every_number_of_a_form_is_given(printed: str, values: list[int]) -> None:
    assert [it.low for it in read_quantities(printed).quantities] == values


# --- every way to print a number reads back -----------------------------------------------------

DIGITS = "零一二三四五六七八九"


def below_ten_thousand(value: int) -> str:
    """A number from 1 to 9999 as it is said, with every digit and every zero in its place."""
    said, gap = "", False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // step % 10
        if digit:
            said += ("零" if gap else "") + DIGITS[digit] + name
            gap = False
        elif said:
            gap = True
    return said


def spoken(value: int) -> str:
    """A whole number in Chinese numerals."""
    said, smaller = "", False
    for step, name in ((10**8, "億"), (10**4, "萬"), (1, "")):
        part = value // step % 10**4
        if part:
            gap = bool(said) and (part < 1000 or smaller)
            said += ("零" if gap else "") + below_ten_thousand(part) + name
            smaller = False
        elif said:
            smaller = True
    return said or "零"


VALUES = st.integers(0, 10**12 - 1)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@given(VALUES)
def test_chinese_numerals_read_back(value: int) -> None:
    for counter in ("", "人", "個項目"):
        assert one(spoken(value) + counter).low == value


@given(VALUES)
def test_simplified_numerals_read_back(value: int) -> None:
    said = spoken(value).replace("億", "亿").replace("萬", "万").replace("零", "〇")
    assert one(said + "人").low == value


@given(VALUES, st.sampled_from([",", " ", "\u00a0", "\u2009", "，", ""]), st.booleans())
def test_western_figures_read_back(value: int, mark: str, wide: bool) -> None:
    digits = f"{value:,}".replace(",", mark)
    assert one((digits.translate(WIDE) if wide else digits) + "項").low == value


@given(st.integers(1, 10**6), st.sampled_from([("億", 10**8), ("万", 10**4), ("百萬", 10**6)]))
def test_figures_with_a_step_read_back(hundredths: int, step: tuple[str, int]) -> None:
    word, size = step
    number = Fraction(hundredths, 100)
    assert one(f"{float(number):.2f}{word}元").low == number * size


QUALIFIED = {
    "exact": ("{n}人",),
    "about": ("約{n}人", "大约{n}人", "{n}人左右", "about {n} people"),
    "over": ("超過{n}人", "逾{n}人", "多于{n}人", "more than {n} people"),
    "at-least": ("不少於{n}人", "至少{n}人", "{n}人或以上", "at least {n} people"),
    "at-most": ("最多{n}人", "不超过{n}人", "{n}人以內", "up to {n} people"),
    "nearly": ("接近{n}人", "近{n}人", "将近{n}人", "nearly {n} people"),
}


@given(st.integers(1, 10**7))
def test_every_qualifier_reads_back(value: int) -> None:
    for qualifier, patterns in QUALIFIED.items():
        for pattern in patterns:
            quantity = one(pattern.format(n=f"{value:,}"))
            assert (quantity.low, quantity.qualifiers[0]) == (value, qualifier), pattern


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.sampled_from("至到–—~～－-"))
def test_every_range_reads_back(low: int, more: int, link: str) -> None:
    quantity = one(f"{low:,}人{link}{low + more:,}人")
    assert (quantity.low, quantity.high, quantity.qualifiers) == (low, low + more, ("range",))


@given(st.lists(st.integers(1, 999), min_size=2, max_size=3))
def test_a_digit_that_is_dropped_is_seen(parts: list[int]) -> None:
    """`11,400` is not `11,40`: groups of other than three digits are no number."""
    whole = ",".join(f"{part:03}" for part in parts)
    for cut in (whole[:-1], whole + "0"):
        assert read_quantities(cut.lstrip("0") + "人").unreadable


@given(
    st.text(
        alphabet="0123456789,. 至到-~約超過逾多餘以上萬億百千十一二三兩半成%元人個第點", max_size=24
    )
)
def test_nothing_printed_stops_the_parser(printed: str) -> None:
    quantities = read_quantities(printed).quantities
    assert all(one.end <= other.start for one, other in pairwise(quantities))
