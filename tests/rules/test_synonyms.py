"""Words that count as one when readers search: each once, of use, and of one thing."""

import pytest
from builders import (
    a_catalogue,
    a_form_map,
    a_name,
    a_name_list,
    a_programme,
    a_synonym_list,
    a_terminology,
    an_agency,
    catalogue_of_the_project,
)

from generator.messages.language import chinese_texts
from generator.messages.problem import Problem, Severity, problem_line
from generator.rules import scripts, synonyms

AT = "data/vocabulary/synonyms.yml"


def told(*groups: tuple[str, ...], **records: object) -> list[str]:
    """What is said of these groups, beside these records or the default ones."""
    catalogue = a_catalogue(synonyms=[a_synonym_list(*groups)], **records)  # type: ignore[arg-type]
    return [str(problem) for problem in synonyms.check(catalogue)]


def unused(*groups: tuple[str, ...], **records: object) -> list[Problem]:
    catalogue = a_catalogue(synonyms=[a_synonym_list(*groups)], **records)  # type: ignore[arg-type]
    return list(synonyms.check_use(catalogue))


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    catalogue = catalogue_of_the_project()
    assert [*synonyms.check(catalogue), *synonyms.check_use(catalogue)] == []


def test_without_the_file_nothing_counts_as_one() -> None:
    [problem] = synonyms.check(a_catalogue(synonyms=[]))
    assert str(problem) == f"{AT}:1:1: this vocabulary is missing (restore it from git)"


# --- each word once -----------------------------------------------------------------------------


def test_a_word_twice_in_a_group() -> None:
    assert told(("潮汐", "潮水", "潮汐")) == [
        f"{AT}:6:5: '潮汐' already stands at {AT}:4:5 "
        "(keep one of the two; groups that mean the same become one group)"
    ]


def test_a_word_in_two_groups_would_lead_round_in_a_circle() -> None:
    assert told(("潮汐", "潮水"), ("海流", "水流"), ("水流", "潮水")) == [
        f"{AT}:{line}:5: '{word}' already stands at {AT}:{first}:5 "
        "(keep one of the two; groups that mean the same become one group)"
        for line, word, first in ((12, "水流", 9), (13, "潮水", 5))
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SME", "sme"),
        ("計劃（甲）", "計劃(甲)"),
        ("Wi-Fi", "WI-FI"),
        ("資訊", "资讯"),
        ("裡面", "裏面"),
    ],
)
def test_case_width_and_script_make_no_other_word(one: str, other: str) -> None:
    assert told((one, "潮水"), (other, "海流")) == [
        f"{AT}:8:5: '{other}' is the same to a search as '{one}' at {AT}:4:5 "
        "(keep one of the two; groups that mean the same become one group)"
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("潮汐", "潮汐表"), ("WiFi", "Wi-Fi"), ("start up", "startup"), ("5G", "G5")]
)
def test_other_words_are_others(one: str, other: str) -> None:
    """A word may hold another: 中小企, 中小企業."""
    assert told((one, "潮水"), (other, "海流")) == []


# --- of one thing -------------------------------------------------------------------------------


def test_two_programmes_do_not_count_as_one() -> None:
    programmes = [a_programme(), a_programme(id="sea-levy", name="海事徵費")]
    [line] = told(("海事徵費", "海費", programmes[0].name or ""), programmes=programmes)  # type: ignore[arg-type]
    assert line == (
        f"{AT}:6:5: '{programmes[0].name}' is not '海事徵費': the records keep the two apart "
        "(keep one of the two in this group)"
    )


@pytest.mark.parametrize(
    "second", ["潮汐辦事處", "潮汐办事处", "Tide Office", "TO1", "tide office"]
)
def test_a_name_is_one_in_any_form(second: str) -> None:
    tide_office = a_name(
        **{"id": "tide-office", "zh-Hant": "潮汐辦事處", "zh-Hans": "潮汐办事处"},
        english="Tide Office",
        acronym="TO1",
        aliases=["潮辦"],
    )
    wind_office = a_name(**{"id": "wind-office", "zh-Hant": "風力辦事處", "zh-Hans": "风力办事处"})
    terminology = a_terminology(names=[a_name_list(tide_office, wind_office)])
    assert told(("潮辦", second), terminology=terminology) == []
    [line] = told(("風力辦事處", second), terminology=terminology)
    assert f"'{second}' is not '風力辦事處'" in line


def test_what_took_the_place_of_another_may_be_searched_by_the_old_name() -> None:
    old = an_agency(id="sea-old", name="海風站", successor="sea")
    other = an_agency(id="sea-other", name="海浪站")
    agencies = [an_agency(), old, other]
    assert told(("海風站", "海風觀測署"), agencies=agencies) == []
    assert len(told(("海浪站", "海風觀測署"), agencies=agencies)) == 1


def test_two_codes_of_a_vocabulary_do_not_count_as_one() -> None:
    [line] = told(("資助額", "承擔額"))
    assert "'承擔額' is not '資助額': the records keep the two apart" in line
    assert told(("資助額", "資助金額")) == []


# --- of use -------------------------------------------------------------------------------------


def test_a_group_that_finds_nothing_is_a_warning_at_its_words() -> None:
    [problem] = unused(("資訊", "信息"), ("龍涎香", "鯨魚香"))
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        f"{AT}:8:3: warning: no record and no word of the site holds any word of this group "
        "(add the word that the documents use, or remove the group)"
    )


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("龍涎香", "研究龍涎香。"),
        ("龍涎香", "研究龙涎香。"),
        ("AMBER", "an Amber fund"),
        ("amber", "龍AMBER香"),
        ("R&D", "R&D Centre"),
        ("Wi-Fi", "免費Wi-Fi服務"),
        ("start-up", "a start-up."),
    ],
)
def test_one_word_that_a_record_holds_is_enough(word: str, text: str) -> None:
    assert unused(("鯨魚香", word), programmes=[a_programme(summary=text)]) == []


@pytest.mark.parametrize(
    ("word", "text"), [("AI", "campaign"), ("RAISe", "praised"), ("5G", "15G"), ("IC", "ICs")]
)
def test_a_latin_word_is_not_part_of_another(word: str, text: str) -> None:
    assert len(unused(("鯨魚香", word), programmes=[a_programme(summary=text)])) == 1
    assert unused(("鯨魚香", word), programmes=[a_programme(summary=f"{text} {word}")]) == []


def test_its_own_words_do_not_make_a_group_of_use() -> None:
    assert len(unused(("龍涎香", "鯨魚香"), ("龍涎香水", "香水油"))) == 2


# --- script and language ------------------------------------------------------------------------


def test_words_are_written_in_traditional() -> None:
    catalogue = a_catalogue(
        synonyms=[a_synonym_list(("資訊", "讯息"))], terminology=a_terminology(forms=[a_form_map()])
    )
    [problem] = scripts.check(catalogue)
    assert str(problem).startswith(f"{AT}:5:5: 讯 in a text in Traditional (correct the text")


@pytest.mark.parametrize(
    ("groups", "line"),
    [
        (
            [("潮汐", "潮水"), ("潮汐", "海流")],
            f"{AT}:8:5: '潮汐' 已在 {AT}:4:5（只留其中一個；意思相同的兩組合為一組）",
        ),
        (
            [("SME", "潮水"), ("sme", "海流")],
            f"{AT}:8:5: 搜尋不分 'sme' 和 {AT}:4:5 的 'SME'"
            "（只留其中一個；意思相同的兩組合為一組）",
        ),
        (
            [("資助額", "承擔額")],
            f"{AT}:5:5: '承擔額' 不是 '資助額'：記錄把兩者分開（這一組只留其中一個）",
        ),
        (
            [("龍涎香", "鯨魚香")],
            f"{AT}:4:3: 警告：沒有記錄或介面用語有這一組的任何一個詞"
            "（加上文件所用的詞，或刪去這一組）",
        ),
    ],
)
def test_a_keeper_reads_it_in_chinese(groups: list[tuple[str, ...]], line: str) -> None:
    catalogue = a_catalogue(synonyms=[a_synonym_list(*groups)])
    problems = [*synonyms.check(catalogue), *synonyms.check_use(catalogue)]
    assert line in [problem_line(it, chinese_texts()) for it in problems]
