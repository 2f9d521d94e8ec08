"""What decides a character for which the other script has several."""

from typing import Any

import pytest
from builders import a_context_list, a_term_list
from pydantic import ValidationError

from generator.model.base import Script
from generator.script.convert import Converter
from generator.script.glossary import Glossary, Key

HANS: Script = "zh-Hans"
NAMES: dict[str, Any] = {
    "person_names": {
        "honorifics": ["教授", "女士"],
        "posts": ["局长", "主席"],
        "verbs": ["表示"],
        "before": ["、", "和"],
        "behind": ["、", "和", "及"],
        "not_given": ["会", "今"],
        "prepositions": ["于"],
    }
}


def converted(text: str, *characters: dict[str, Any], script: Script = HANS, **changes: Any) -> str:
    contexts = a_context_list(*characters, script=script, **changes)
    return Converter(Glossary((), {}, contexts=(contexts,))).convert(text, script)


# --- words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("将被发送", "將被發送"),
        ("三年历经", "三年歷經"),
        ("但是只过", "但是只過"),
        ("基金发债", "基金發債"),
        ("目标签署", "目標簽署"),
        ("有三十年历史", "有三十年歷史"),
        ("理发", "理髮"),
        ("管理发展", "管理發展"),
    ],
)
def test_no_phrase_of_opencc_runs_over_the_end_of_a_word(text: str, result: str) -> None:
    assert Converter(Glossary((), {})).convert(text, HANS) == result


def test_a_listed_word_counts_where_it_cuts_no_word_in_two() -> None:
    """Alone, in a longer word, of several words; not from the end of one into the next."""
    rules = {"char": "发", "words": {"髮": ["理发", "洗发"], "發": ["发给"]}}
    assert converted("理发、洗发水、发给、管理发展", rules) == "理髮、洗髮水、發給、管理發展"


def test_the_longest_listed_word_decides() -> None:
    rules = {"char": "并", "words": {"併": ["并入"], "並": ["并入库"]}}
    assert converted("并入；并入库", rules) == "併入；並入庫"


def test_a_phrase_of_opencc_comes_before_the_usual_character_and_behind_all_else() -> None:
    rules = {"char": "签", "usual": "簽"}
    assert converted("标签、签账", rules) == "標籤、簽賬"
    assert converted("标签、签账", rules | {"words": {"簽": ["标签"]}}) == "標簽、簽賬"
    assert converted("标签、签账", rules | {"where": {"簽": ["标(签)"]}}) == "標簽、簽賬"


def test_a_pattern_sees_where_words_end() -> None:
    rules = {"char": "后", "where": {"後": ["天/(后)"]}}
    assert converted("三天后、影后", rules) == "三天後、影后"


def test_a_term_is_context_of_what_is_beside_it() -> None:
    contexts = a_context_list({"char": "余", "surname": "余", "usual": "餘"}, **NAMES)
    key = Key("数字办局长", "數字辦局長", HANS, "name dpo")
    made = Converter(Glossary((key,), {}, contexts=(contexts,)))
    assert made.convert("数字办局长余国强", HANS) == "數字辦局長余國強"


def test_towards_simplified_a_listed_word_does_not_cut_one_either() -> None:
    rules = {"char": "帳", "usual": "账", "words": {"帐": ["營帳"]}}
    assert converted("營帳、經營帳目", rules, script="zh-Hant") == "营帐、经营账目"


def test_a_term_of_running_text_counts_where_it_cuts_no_word_in_two() -> None:
    """内存 is memory, but not in 室内存放; in a name nothing is cut."""
    is_word = Key("内存", "記憶體", HANS, "restore", is_word=True)
    text = "内存不足，室内存放"
    assert Converter(Glossary((is_word,), {})).convert(text, HANS) == "記憶體不足，室內存放"


def test_a_term_may_end_between_the_two_words_of_a_compound() -> None:
    """医疗系统 is one word of the cutter's, of two; 研究生 is not 研究 and 生活."""
    keys = (
        Key("远程医疗", "遙距醫療", HANS, "restore", is_word=True),
        Key("生活", "生計", HANS, "restore", is_word=True),
    )
    text = "远程医疗系统、研究生活动"
    assert Converter(Glossary(keys, {})).convert(text, HANS) == "遙距醫療系統、研究生活動"


# --- names of persons ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("余教授", "余教授"),
        ("余伟文教授", "余偉文教授"),
        ("主席余伟文", "主席余偉文"),
        ("余伟文表示", "余偉文表示"),
        ("陈茂波、余伟文及孙东", "陳茂波、余偉文及孫東"),
        ("余额、余下教授、其余委员", "餘額、餘下教授、其餘委員"),
        ("三十余名教授", "三十餘名教授"),
        ("陈茂波、余家明", "陳茂波、余家明"),
        ("余志稳、孙东出席", "余志穩、孫東出席"),
        ("余电量、孙东出席", "餘電量、孫東出席"),
        ("陈茂波、余额及孙东", "陳茂波、餘額及孫東"),
    ],
)
def test_a_surname_stands_beside_a_title_a_verb_or_names(text: str, result: str) -> None:
    assert converted(text, {"char": "余", "surname": "余", "usual": "餘"}, **NAMES) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("于丽华女士", "于麗華女士"),
        ("陈志明、于品海和陈先生", "陳志明、于品海和陳先生"),
        ("局长于伟明、主席王志强", "局長于偉明、主席王志強"),
        ("局长于上午、主席于下午会见", "局長於上午、主席於下午會見"),
        ("局长于会上表示", "局長於會上表示"),
        ("局长于今日表示", "局長於今日表示"),
        ("须于主席缺席时", "須於主席缺席時"),
        ("适用于教授", "適用於教授"),
    ],
)
def test_a_preposition_is_a_surname_only_where_nothing_else_is_possible(
    text: str, result: str
) -> None:
    assert converted(text, {"char": "于", "surname": "于", "usual": "於"}, **NAMES) == result


# --- what an author types -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"words": {"髮": ["理髮"]}}, "'理髮' does not hold 发"),
        ({"where": {"髮": ["理发"]}}, "this expression has 0 groups"),
        ({"where": {"髮": ["(理)(发)"]}}, "this expression has 2 groups"),
        ({"where": {"髮": ["(发"]}}, "this is no regular expression: "),
    ],
)
def test_a_mistake_is_named(rules: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        a_context_list({"char": "发", **rules})
    assert message in str(caught.value.errors()[0]["msg"])


def test_terms_of_machine_made_documents_are_for_those_alone() -> None:
    terms = a_term_list({"服务器": "伺服器"}, simplified_by="machine")
    assert terms.simplified_by == "machine"
