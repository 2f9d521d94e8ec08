"""Which characters the two scripts show.

Expected values are the Government's forms (findings on script conversion, section 2.1) or common
Hong Kong usage, written down by hand.
"""

import pytest
from builders import catalogue_of_the_project

from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter

pytestmark = pytest.mark.today

CONVERTER = catalogue_converter(catalogue_of_the_project())
"""With the project's own form map."""


def traditional(text: str) -> str:
    return CONVERTER.to_both_scripts(Wording(text, "zh-Hans")).hant


def simplified(text: str) -> str:
    return CONVERTER.to_both_scripts(Wording(text, "zh-Hant")).hans


# --- Simplified → Traditional -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("一般说明", "一般說明"),
        ("税务扣税", "稅務扣稅"),
        ("落户租户", "落戶租戶"),
        ("脱离", "脫離"),
        ("锐意", "銳意"),
        ("悦目", "悅目"),
        ("阅读", "閱讀"),
        ("兑换", "兌換"),
        ("蜕变", "蛻變"),
        ("温度", "溫度"),
        ("发布分布公布", "發布分布公布"),
        ("社群", "社群"),
        ("峰会", "峰會"),
        ("启德已启动", "啟德已啟動"),
        ("叙述", "敘述"),
        ("面粉", "麵粉"),
        ("床位", "床位"),
    ],
)
def test_the_forms_that_the_government_writes(hans: str, hant: str) -> None:
    assert traditional(hans) == hant


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("卫生署", "衞生署"),
        ("这里", "這裏"),
        ("沿着", "沿着"),
        ("开放数据平台", "開放數據平台"),
        ("生产线", "生產線"),
        ("外汇", "外匯"),
        ("为公众", "為公眾"),
        ("核准", "核准"),
        ("湿地", "濕地"),
    ],
)
def test_the_forms_in_which_hong_kong_differs_from_taiwan(hans: str, hant: str) -> None:
    assert traditional(hans) == hant


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("数码港创意微型基金资料", "數碼港創意微型基金資料"),
        ("香港检测和认证局", "香港檢測和認證局"),
        ("科技园停车场", "科技園停車場"),
        ("头发和发展", "頭髮和發展"),
        ("皇后以后", "皇后以後"),
        ("干部和干燥", "幹部和乾燥"),
        ("制造业制度", "製造業制度"),
        ("复杂回复", "複雜回覆"),
        ("系统和关系", "系統和關係"),
        ("公里和里面", "公里和裏面"),
        ("面积和面包", "面積和麵包"),
        ("历史和日历", "歷史和日曆"),
    ],
)
def test_one_simplified_character_for_several_traditional_ones(hans: str, hant: str) -> None:
    assert traditional(hans) == hant


# --- Traditional → Simplified -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hant", "hans"),
    [
        ("一般說明", "一般说明"),
        ("一般説明", "一般说明"),
        ("創新科技署", "创新科技署"),
        ("數碼港", "数码港"),
        ("發布峰會", "发布峰会"),
        ("衞生署裏着", "卫生署里着"),
        ("啟動", "启动"),
        ("計劃和計畫", "计划和计划"),
        ("頭髮和發展", "头发和发展"),
        ("皇后以後", "皇后以后"),
        ("乾燥和幹部", "干燥和干部"),
    ],
)
def test_traditional_to_simplified(hant: str, hans: str) -> None:
    assert simplified(hant) == hans


@pytest.mark.parametrize(
    ("hant", "hans"),
    [
        ("資訊科技", "资讯科技"),
        ("支援透過軟件", "支援透过软件"),
        ("應用程式", "应用程式"),
        ("質素", "质素"),
        ("社區", "社区"),
        ("打印", "打印"),
        ("「平台」及『網站』", "「平台」及『网站』"),
    ],
)
def test_hong_kong_words_stay_in_simplified(hant: str, hans: str) -> None:
    """The Government's own Simplified changes characters only; so do quotation marks."""
    assert simplified(hant) == hans
