"""Single mistakes in YAML, references, dates, units, sums, names, scripts and locators: each is
named on its line with how to mend it, and nothing else is said.

Each case is one edit of one file of a small good data folder.
"""

from pathlib import Path

import pytest
from one_mistake import (
    AGENCY,
    DATASET,
    DOCUMENT,
    ERRATA,
    EVENTS,
    FIGURES,
    FILES,
    NAMES,
    PROGRAMME,
    SYNONYMS,
    TERMS,
    Mistake,
    a_good_folder,
    assert_told_once,
    mistyped,
)

from generator.cli.clock import hong_kong_day
from generator.pipeline.generate import examine


def drawn(field: str) -> str:
    """What says that we draw that field ourselves."""
    return f"\nderived:\n  - {{field: {field}, reason: 由名稱推斷。}}"


MISTAKES = [
    # YAML
    Mistake(PROGRAMME, "kind: fund", "kind fund", "4:1: not valid YAML: ", "check the indentation"),
    Mistake(
        PROGRAMME, "kind: fund", "kind: fund\nkind: fund", "5:1: key 'kind' is repeated", "one"
    ),
    Mistake(PROGRAMME, "kind: fund", "\tkind: fund", "4:1: tab U+0009", "use spaces"),
    Mistake(
        PROGRAMME, "name: 潮汐基金", 'name: "潮汐基金', "3:7: not valid YAML", "close the quotes"
    ),
    Mistake(FIGURES, "value: 120", "value: 1_200", "7:12: ambiguous value '1_200'", "write 1200"),
    Mistake(EVENTS, "what: 潮汐基金成立", "what: 成立: 潮汐", "16:13: not valid YAML", "': '"),
    Mistake(EVENTS, "what: 潮汐基金成立", "what: 成\u200b立", "16:12: zero-width", "delete it"),
    Mistake(AGENCY, "script: zh-Hant", "script: &x zh-Hant", "2:9: anchor '&x'", "without it"),
    # fields and types
    Mistake(PROGRAMME, "agency: sea", "agancy: sea", "5:1: agancy is not a field", "'agency'?"),
    Mistake(FIGURES, "    unit: item\n", "", "5:5: figures[0].unit is missing", "add `unit:`"),
    Mistake(FIGURES, "unit: item", "units: item", "8:5: figures[0].units is not a", "'unit'?"),
    Mistake(
        FIGURES, "value: 120", "value: 逾120", "7:12: figures[0].value must be a whole", "digits"
    ),
    Mistake(FIGURES, "qualifier: over", "qualifier: ovr", "9:16: figures[0].qualifier", "'over'?"),
    Mistake(EVENTS, "planned: true", "planned: 'yes'", "8:14: events[0].planned must", "without"),
    Mistake(ERRATA, "about: [tide-fund]", "about: tide-fund", "6:12: errata[0].about must", "- "),
    Mistake(DATASET, "- CSV", "- CVS", "9:3: unknown code 'CVS'", "'CSV'?"),
    # references
    Mistake(PROGRAMME, "agency: sea", "agency: see", "5:9: unknown agency 'see'", "'sea'?"),
    Mistake(FIGURES, "id: tide-fund\n", "id: tide-fond\n", "1:5: ", "tide-fond.yml"),
    Mistake(
        FIGURES,
        "subject: programme",
        "subject: agency",
        "3:10: 'tide-fund' stands in",
        "programme`",
    ),
    Mistake(EVENTS, "outcome: tide-fund-launched", "outcome: x", "10:14: 'x' is no event", "id of"),
    Mistake(ERRATA, "[tide-fund]", "[tide-found]", "6:13: unknown programme", "'tide-fund'?"),
    Mistake(
        DATASET, "document: sea-plan", "document: sea-plen", "12:13: unknown doc", "'sea-plan'?"
    ),
    Mistake(TERMS, "[sea-plan]", "[sea-plam]", "4:13: unknown document", "'sea-plan'?"),
    Mistake(
        PROGRAMME,
        "agency: sea",
        f"agency: sea\npart_of: tide-fund{drawn('part_of')}",
        "6:10: part_of: names itself",
        "part_of",
    ),
    # codes, units, measures
    Mistake(PROGRAMME, "kind: fund", "kind: found", "4:7: unknown code 'found'", "'fund'?"),
    Mistake(PROGRAMME, "kind: matching", "kind: maching", "9:11: unknown code", "'matching'?"),
    Mistake(FIGURES, "unit: HKD", "unit: HK", "18:11: unknown code 'HK'", "'HKD'?"),
    Mistake(FIGURES, "measure: ceiling", "measure: ceilling", "15:14: unknown code", "'ceiling'?"),
    Mistake(EVENTS, "kind: launched", "kind: lauched", "14:11: unknown code", "'launched'?"),
    Mistake(DATASET, "frequency: ANNUAL", "frequency: ANUAL", "10:12: unknown code", "'ANNUAL'?"),
    # dates
    Mistake(
        PROGRAMME, "launched: 2024-09", "launched: 09/2016", "6:11: launched: '09/2016'", "2024-06"
    ),
    Mistake(FIGURES, "as_of: 2024-12", "as_of: 2024-13", "10:12: figures[0].as_of", "01 to 12"),
    Mistake(EVENTS, "date: 2024-09", "date: 2024-09-31", "15:11: events[1].date", "the day"),
    Mistake(EVENTS, 'date: "2024"', "date: 2024", "7:11: events[0].date must be text", "quotes"),
    Mistake(
        EVENTS, 'date: "2024"', "date: 1024-05", "7:11: events[0].date: '1024-05': the", "1800"
    ),
    Mistake(
        EVENTS, "date: 2024-09", 'date: "2200"', "15:11: events[1].date: '2200': the year", "2100"
    ),
    Mistake(EVENTS, "date: 2024-09", "date: 2024-30-09", "15:11: events[1].date", "2024-09-30?"),
    Mistake(EVENTS, "date: 2024-09", "date: 2024-Q3", "15:11: events[1].date", "2024-35"),
    Mistake(EVENTS, "date: 2024-09", "date: 2024-9", "15:11: events[1].date", "2024-09?"),
    Mistake(FIGURES, "as_of: 2024-12", "as_of: 2025-12", "10:12: 2025-12 is later than", "anachro"),
    Mistake(
        PROGRAMME,
        "launched: 2024-09",
        "launched: 2014-09",
        "6:11: launched 2014-09 differs",
        "hold",
    ),
    Mistake(
        PROGRAMME, "launched: 2024-09", "launched: 2099-09", "6:11: 2099-09 has not", "correct"
    ),
    Mistake(
        AGENCY,
        "kind: department",
        "kind: department\nestablished: 2099-09",
        "5:14: 2099-09",
        "date",
    ),
    Mistake(DATASET, "date: 2024-06", "date: 2025-06", "16:9: 2025-06 is later than", "or the doc"),
    Mistake(DOCUMENT, "date: 2024-12", "date: 2099-12", "6:7: 2099-12 has not come", "correct"),
    # circles and ends
    Mistake(
        AGENCY,
        "kind: department",
        f"kind: department\nparent: sea{drawn('parent')}",
        "5:9: parent: names",
        "pare",
    ),
    Mistake(
        AGENCY,
        "kind: department",
        f"kind: department\nsuccessor: sea{drawn('successor')}",
        "5:12: successor: names",
        "suc",
    ),
    Mistake(
        PROGRAMME,
        "launched: 2024-09",
        f"launched: 2024-09\nstatus: planned{drawn('status')}",
        "7:9: `status: planned`, but",
        "correct the status",
    ),
    # repeats
    Mistake(DATASET, "- CSV", "- CSV\n- CSV", "10:3: 'CSV' stands twice", "keep one"),
    Mistake(
        PROGRAMME,
        "locators:\n",
        "locators:\n" + 2 * "  - document: sea-plan\n    line: 9\n",
        "18:5: 'sea-plan, 9' stands twice",
        "keep one",
    ),
    Mistake(
        PROGRAMME,
        "name: 潮汐基金",
        "name: 海風觀測署",
        "3:7: '海風觀測署' is a name of 'sea'",
        "two",
    ),
    # addresses
    Mistake(
        AGENCY,
        "kind: department",
        "kind: department\nlinks: {en: 'https://www.gov.hk@evil.example/'}",
        "5:13: links.en: 'https://www.gov.hk@evil.example/' leads to evil.example",
        "before @",
    ),
    Mistake(
        AGENCY,
        "kind: department",
        "kind: department\nlinks: {zh-Hant: https://sea.example/en/}",
        "5:18: zh-Hant leads to a page in en",
        "under its language",
    ),
    Mistake(
        NAMES,
        "unconfirmed: []",
        "confirmed_by: [https://sea.example/a.]\n    unconfirmed: []",
        "9:20: 'https://sea.example/a.' ends with .",
        "remove it",
    ),
    # sums and ranges
    Mistake(
        FIGURES, "value_max: 5000000", "value_max: 500000", "14:5: figures[1]: `value_max`", "lower"
    ),
    Mistake(
        FIGURES, "qualifier: range", "qualifier: about", "14:5: figures[1]: a range", "both ends"
    ),
    Mistake(DOCUMENT, "rows: 1", "rows: 2", "13:9: section D.ii has 2 rows", "correct `rows`"),
    Mistake(DATASET, "section: D.ii", "section: D.i", "13:12: sea-plan has no section", "D.ii"),
    # names
    Mistake(PROGRAMME, "name: 潮汐基金\n", "", "1:1: this programme has no name", "add `name:`"),
    Mistake(
        NAMES, "id: tide-office", "id: Tide-Office", "3:9: names[0].id: 'Tide-Office'", "'tide-o"
    ),
    Mistake(FIGURES, "id: tide-fund-range", "id: tide-fund-projects", "14:9: figure", "unique"),
    Mistake(AGENCY, "id: sea", "id: see", "1:5: id 'see' differs", "`id: sea`"),
    # scripts
    Mistake(
        PROGRAMME, "資助潮汐研究", "资助潮汐研究", "7:10: 资 in a text in Traditional", "script"
    ),
    Mistake(EVENTS, "what: 潮汐基金成立", "what: 潮汐基金發布会", "16:11: 会 in a text", "allowed"),
    Mistake(AGENCY, "script: zh-Hant", "script: zh-TW", "2:9: script: 'zh-TW' is not", "zh-Hant"),
    # locators
    Mistake(PROGRAMME, "line: 11", "line: 1111", "17:11: sea-plan has no line 1111", "100 lines"),
    Mistake(FIGURES, "line: 13", "line: 0", "13:11: figures[0].line", "compare"),
    Mistake(NAMES, "lines: [4]", "lines: [400]", "8:17: sea-plan has no line 400", "100 lines"),
    Mistake(ERRATA, "line: 17", "line: 170", "11:15: sea-plan has no line 170", "100 lines"),
    Mistake(
        PROGRAMME, "潮汐研究。", "5個潮汐研究。", "7:10: a number in a summary", "data/figures/"
    ),
    # words that count as one
    Mistake(SYNONYMS, "[資助, 津貼]", "[資助]", "3:12: groups[0].words: a group of fewer", "two"),
    Mistake(SYNONYMS, "[資助, 津貼]", "[資助, 津]", "3:17: groups[0].words[1]: '津' has", "two"),
    Mistake(SYNONYMS, "why: 同義", "why: ''", "4:10: groups[0].why: string should", "fill it in"),
    Mistake(
        SYNONYMS,
        "why: 同義",
        "why: 同義\n    to: 潮",
        "5:5: groups[0].to is not a",
        "fields: words",
    ),
    Mistake(SYNONYMS, "津貼", "潮汐基金", "5:13: '潮汐基金' already stands at", "one group"),
    Mistake(SYNONYMS, "津貼", "津贴", "3:17: 贴 in a text in Traditional", "correct the text"),
    Mistake(SYNONYMS, "潮汐資助", "海風觀測署", "5:19: '海風觀測署' is not '潮汐基金'", "one of"),
    Mistake(SYNONYMS, "id: synonyms", "id: synonym", "1:5: ", "synonyms"),
]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_good_folder(tmp_path_factory.mktemp("good"))


def test_the_data_without_a_mistake_is_good(good: Path) -> None:
    assert list(map(str, examine(good, hong_kong_day())[1])) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda it: f"{it.file}: {it.new!r}")
def test_a_single_mistake_is_named_once_on_its_line(good: Path, mistake: Mistake) -> None:
    file = good / mistake.file
    text = file.read_bytes()
    mistyped(good, mistake)
    try:
        assert_told_once(good, mistake)
    finally:
        file.write_bytes(text)


def test_mistakes_in_many_files_are_told_at_once(good: Path, tmp_path: Path) -> None:
    """Files that cannot be read hide no mistake of the others, and cause none."""
    edits = {}
    for mistake in (MISTAKES[0], *(it for it in MISTAKES if it.file in (EVENTS, ERRATA, DATASET))):
        edits.setdefault(mistake.file, mistake)
    texts = {path: (good / path).read_text("utf-8") for path in edits}
    try:
        for path, mistake in edits.items():
            (good / path).write_text(texts[path].replace(mistake.old, mistake.new), "utf-8")
        _, problems = examine(good, hong_kong_day())
    finally:
        for path, text in texts.items():
            (good / path).write_text(text, "utf-8")
    assert {Path(it.place.path).name for it in problems} == {Path(path).name for path in edits}
    assert len(problems) == len(edits)


@pytest.mark.parametrize("path", [*FILES, AGENCY, DATASET, DOCUMENT, "vocabulary/units.yml"])
def test_a_file_that_cannot_be_read_causes_no_other_problem(good: Path, path: str) -> None:
    text = (good / path).read_bytes()
    (good / path).write_bytes(b"id: [\n")
    try:
        _, problems = examine(good, hong_kong_day())
    finally:
        (good / path).write_bytes(text)
    assert {it.place.path for it in problems} == {(good / path).as_posix()}
