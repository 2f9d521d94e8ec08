"""What an editor wants of a conversion with the project's own terminology, text by text.

tests/data/script-pairs.json holds texts and conversions that people settled; the cases below are
misreadings and words of which the reason is known. None was made by the code under test.
"""

import json

import pytest
from builders import FIRST_DOCUMENTS, ROOT, catalogue_of_the_project

from generator.generate import converter
from generator.script.convert import OTHER

CONVERTER = converter(catalogue_of_the_project())
PAIRS = json.loads((ROOT / "tests/data/script-pairs.json").read_text("utf-8"))
MACHINE = ("factsheet-2024", "factsheet-2025")
"""Documents whose Simplified a word processor made."""
REFERENCE = ROOT.parent / "shared/reference/names.json"


def traditional(text: str, document: str | None = None) -> str:
    return CONVERTER.convert_line(text, "zh-Hans", "zh-Hant", document)


def simplified(text: str) -> str:
    return CONVERTER.convert_line(text, "zh-Hant", "zh-Hans")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["text"][:20])
def test_pairs_that_an_editor_settled(pair: dict[str, str]) -> None:
    for document in MACHINE if pair["machine"] else (None,):
        result = CONVERTER.convert_line(pair["text"], pair["from"], OTHER[pair["from"]], document)
        assert result == pair["converted"]


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        # One word's end and the next one's beginning are a word of another meaning.
        ("为超过200家具潜力的企业", "為超過200家具潛力的企業"),
        ("最多只须到办公室一次", "最多只須到辦公室一次"),
        ("改善服务并为本地初创", "改善服務並為本地初創"),
        ("推行更多采用人工智能", "推行更多採用人工智能"),
        ("政府私有云端平台", "政府私有雲端平台"),
        ("公有云及拥有云端技术", "公有雲及擁有雲端技術"),
        ("被发明、增长发展、基金发放", "被發明、增長發展、基金發放"),
        ("展示了如何解决问题", "展示了如何解決問題"),
        ("了解决方案、说明了原因", "了解決方案、說明了原因"),
        ("参与制造、设计与制造", "參與製造、設計與製造"),
        ("中文采访、没有采取", "中文採訪、沒有採取"),
        ("前头发生的事", "前頭發生的事"),
        ("这是只有一次", "這是只有一次"),
        ("有三十年历史", "有三十年歷史"),
        ("已批的核准预算", "已批的核准預算"),
        ("仲裁制度、中国制度", "仲裁制度、中國制度"),
        ("余先生和余博士", "余先生和余博士"),
        ("设立三个中心", "設立三個中心"),
        ("传统制造业", "傳統製造業"),
        ("若干部门批准备案", "若干部門批准備案"),
        ("机制造成的限制造成", "機制造成的限制造成"),
        ("联系统计处的关系数据库", "聯繫統計處的關係數據庫"),
        ("投放十亿元后", "投放十億元後"),
        ("平台风险与台风", "平台風險與颱風"),
        ("并购买设备，而非并购", "並購買設備，而非併購"),
        # The Government's own way of writing.
        ("香港回归二十周年", "香港回歸二十周年"),
        ("每周汇报、汇集意见", "每周匯報、匯集意見"),
        ("司法复核、借助市场力量", "司法覆核、借助市場力量"),
        ("经营账目", "經營帳目"),
        ("合并为数字政策办公室", "合併為數字政策辦公室"),
        ("合作伙伴与伙伴", "合作夥伴與夥伴"),
        ("公布、分布、布局", "公布、分布、布局"),
        ("特别征集、征求意见", "特別徵集、徵求意見"),
        ("卫生署在这里", "衞生署在這裏"),
    ],
)
def test_misreadings_and_the_forms_of_hong_kong(text: str, converted: str) -> None:
    for document in (None, "itc-open-data-plan-2025-2027", *MACHINE):
        assert traditional(text, document) == converted


@pytest.mark.parametrize(
    ("text", "restored", "plain"),
    [
        ("信息及通讯科技", "資訊及通訊科技", "信息及通訊科技"),
        ("信息保安事故", "資訊保安事故", "信息保安事故"),
        ("提供软硬件支持", "提供軟硬件支援", "提供軟硬件支持"),
        ("一站式支持服务", "一站式支援服務", "一站式支持服務"),
        ("平台已支持超过450项", "平台已支援超過450項", "平台已支持超過450項"),
        ("智能灯柱、智能乡村", "智慧燈柱、智慧鄉村", "智能燈柱、智能鄉村"),
        ("激发创意及民间智能", "激發創意及民間智慧", "激發創意及民間智能"),
        ("流动应用程序、手机程序", "流動應用程式、手機程式", "流動應用程序、手機程序"),
        ("在小区设立", "在社區設立", "在小區設立"),
        ("供货商亦可", "供應商亦可", "供貨商亦可"),
        ("计算机保安", "電腦保安", "計算機保安"),
        ("内地电子货币包", "內地電子錢包", "內地電子貨幣包"),
        ("市民生活素质", "市民生活質素", "市民生活素質"),
        ("实验室及共享设施", "實驗室及共用設施", "實驗室及共享設施"),
        ("法律效力的数字签名", "法律效力的數碼簽署", "法律效力的數字簽名"),
        ("城市仪表盘以形像化方式", "城市儀表板以形象化方式", "城市儀表盤以形像化方式"),
    ],
)
def test_words_are_restored_in_the_fact_sheets_alone(text: str, restored: str, plain: str) -> None:
    """The other documents' Simplified was made character by character, and so it is read."""
    assert [traditional(text, document) for document in MACHINE] == [restored] * 2
    assert traditional(text) == traditional(text, "itc-open-data-plan-2025-2027") == plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("国家工业和信息化部", "國家工業和信息化部"),
        ("国家互联网信息办公室", "國家互聯網信息辦公室"),
        ("个人信息跨境流动标准合同", "個人信息跨境流動標準合同"),
        ("粤港信息化合作专责小组", "粵港信息化合作專責小組"),
        ("支持研究及发展", "支持研究及發展"),
        ("获创新及科技基金支持共504个项目", "獲創新及科技基金支持共504個項目"),
        ("首批24个项目获计划支持", "首批24個項目獲計劃支持"),
        ("电子采购程序", "電子採購程序"),
        ("人工智能、智能生产、智能制造", "人工智能、智能生產、智能製造"),
        ("数字政策、数字经济、统计数字", "數字政策、數字經濟、統計數字"),
        ("数据共享、共享区块链平台", "數據共享、共享區塊鏈平台"),
        ("高质量的科研设施", "高質量的科研設施"),
        ("集成电路、硬件、软件", "集成電路、硬件、軟件"),
    ],
)
def test_words_that_must_stay_in_the_fact_sheets(text: str, kept: str) -> None:
    for document in MACHINE:
        assert traditional(text, document) == kept


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("政府一般收入帳目", "政府一般收入账目"),
        ("2023-24 (\\$'000)", "2023-24 ($'000)"),
        ("2024-25 (\\$,000)", "2024-25 ($'000)"),
        ("支援、資訊、電腦、質素、社區", "支援、资讯、电脑、质素、社区"),
        ("「應用程式」", "「应用程式」"),
    ],
)
def test_simplified_as_the_government_writes_it(text: str, converted: str) -> None:
    assert simplified(text) == converted


def test_there_and_back_only_wanted_differences_remain() -> None:
    """Of the Simplified texts, through Traditional; 藉 is printed where Simplified has 借."""
    lost = {}
    for held in catalogue_of_the_project().datasets.values():
        if not FIRST_DOCUMENTS.issuperset(it.document for it in held.record.listings):
            continue  # read once, these texts are known to come back
        for text in (held.record.name, held.record.description):
            if text is None or held.record.script != "zh-Hans" or not isinstance(text, str):
                continue
            back = simplified(traditional(text))
            if back != text:
                lost[text] = back
    assert lost == {}


@pytest.mark.skipif(not REFERENCE.is_file(), reason="needs the reference list of names")
def test_every_reference_name_both_ways() -> None:
    """Alone and inside a sentence; and each wrong form that a machine made, in its document."""
    names = json.loads(REFERENCE.read_text("utf-8"))
    assert len(names) == 203
    wrong = []
    for name in names:
        hant, hans = name["hant"], name["hans"]
        results = [
            (traditional(hans), hant),
            (simplified(hant), hans),
            (traditional(f"截至2025年，{hans}的项目"), f"截至2025年，{hant}的項目"),
            (simplified(f"截至2025年，{hant}的項目"), f"截至2025年，{hans}的项目"),
        ]
        for form in name.get("wrong_or_variant_forms", ()):
            if form["type"] == "machine":
                results += [(traditional(form["form"], it), form.get("to", hant)) for it in MACHINE]
        wrong += [result for result in results if result[0] != result[1]]
    assert wrong == []


def test_the_names_of_the_terminology_are_all_there() -> None:
    lists = catalogue_of_the_project().terminology.names.values()
    assert sum(len(held.record.names) for held in lists) >= 203
