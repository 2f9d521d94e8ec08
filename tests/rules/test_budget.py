"""A budget whose sums, heads, notes or words disagree stops the check, with its line.

Each test plants one mistake in tests/data/budget/sea-estimates.yml and expects every message.
"""

import re

import pytest
from budgets import PATH, SOURCE, a_budget_catalogue, a_held_budget
from builders import catalogue_of_the_project, vocabularies_of_the_sample

from generator.rules import budget


def problems(changes: dict[str, str]) -> list[str]:
    catalogue = a_budget_catalogue([a_held_budget(changes)])
    return [str(problem) for problem in sorted(budget.check(catalogue))]


def at(text: str, column: int, nth: int = 0) -> str:
    """`path:line:column` of the nth line that holds `text`."""
    lines = [number for number, it in enumerate(SOURCE.split("\n"), 1) if text in it]
    return f"{PATH}:{lines[nth]}:{column}"


AGAIN = "(hold the cells against the lines of the document; one of them is mistyped)"


def test_the_invented_budget_is_good() -> None:
    assert problems({}) == []


@pytest.mark.today
def test_the_projects_own_budgets_are_good() -> None:
    assert list(budget.check(catalogue_of_the_project())) == []


# --- sums, percentages, differences ---------------------------------------------------------------


def test_a_sum_that_does_not_hold() -> None:
    cell = '{column: 2024-25-revised, printed: "11.0"}'
    assert problems({cell: cell.replace("11.0", "11.1")}) == [
        f"{at(cell, 48)}: line 24: 11.1 is 11,100,000, but watch + nameless is 11,000,000 {AGAIN}",
        f"{at('(+9.1%)', 49)}: line 25: (+9.1%) is printed, but from 11.1 to 12.0 is +8.1% {AGAIN}",
    ]


def test_a_row_that_is_forgotten_in_every_column_is_one_problem() -> None:
    """What is summed is wrong, not each cell."""
    [line] = problems({"sum_of: [watch, nameless]": "sum_of: [nameless]"})
    assert "is 11,000,000, but nameless is 500,000, " in line
    assert line.endswith(", and so in 2 columns (correct which rows belong together, or the cells)")


def test_under_a_wrong_shape_no_sum_is_said_to_be_wrong() -> None:
    [line] = problems({"sum_of: [watch, nameless]": "sum_of: [total, watch, nameless]"})
    assert "sum_of: no other row 'total'" in line


def test_an_empty_total_over_cells_that_are_not() -> None:
    text = "        sum_of: [watch, nameless]\n        cells:\n"
    old = text + '          - {column: 2024-25-revised, printed: "11.0"}'
    assert (
        at('"11.0"', 48) + ": line 24: 2024-25-revised is empty, but its rows sum to "
        f"11,000,000 {AGAIN}"
    ) in problems({old: old.replace("11.0", "_")})


def test_a_percentage_that_does_not_round_to_what_is_printed() -> None:
    assert problems({"(+9.1%)": "(+9.0%)"}) == [
        f"{at('(+9.1%)', 49)}: line 25: (+9.0%) is printed, but from 11.0 to 12.0 is +9.1% {AGAIN}"
    ]


def test_a_percentage_with_the_wrong_sign() -> None:
    assert problems({"(+9.1%)": "(-9.1%)"}) == [
        f"{at('(+9.1%)', 49)}: line 25: (-9.1%) is printed, but from 11.0 to 12.0 is +9.1% {AGAIN}"
    ]


def test_a_difference_of_the_running_text() -> None:
    assert problems({"減少 300 萬元": "減少 301 萬元"}) == [
        f"{at('減少 300', 14)}: line 40 prints 減少 301 萬元, but from 15,030 to 12,030 is "
        f"-3,000,000 {AGAIN}"
    ]


def test_an_amount_that_the_running_text_gives_again() -> None:
    assert problems({"12,030,000 元": "12,031,000 元"}) == [
        f"{at('12,030,000', 14)}: line 40 prints 12,031,000 元, but line 32 12,030 {AGAIN}"
    ]


def test_two_tables_that_print_the_same_amount_in_other_units() -> None:
    """12.0 百萬 and 12,030 千 agree; 12,060 千 would be 12.1 百萬."""
    changes = {
        '{column: 2025-26-estimate, printed: "12,030"}\n      - id: total': (
            '{column: 2025-26-estimate, printed: "12,060"}\n      - id: total'
        ),
    }
    found = problems(changes)
    assert f"{at('other: votes.000', 5)}: line 32 prints 12,030, line 31 12,060 {AGAIN}" in found


# --- what a number is -----------------------------------------------------------------------------


def test_a_basis_that_the_head_of_the_column_contradicts() -> None:
    old = "basis: revised, scope: all"
    assert problems({old: "basis: approved, scope: all"}) == [
        f"{at(old, 55)}: line 20: '修訂' is printed, which is not 'approved' "
        "(write revised, or correct what is printed)",
        f"{at('revised-gap', 78)}: gap: votes.total.2024-25-revised and "
        "works.total.2024-25-revised differ in year or basis "
        "(derive from cells of one year and one basis)",
    ]


def test_a_difference_is_taken_within_one_row_and_one_scope() -> None:
    """The year before holds the tides, and the watch is only part of the whole."""
    remedy = "(take the difference of two columns of one row and one scope)"
    rise = "kind: difference, first: works.total.2025-26-estimate, second: works.total"
    other_row = rise.replace("second: works.total", "second: works.watch")
    votes = rise.replace("works", "votes")
    assert problems({rise: other_row}) == [
        f"{at(rise, 85)}: difference: works.total.2025-26-estimate and works.watch.2024-25-revised "
        f"differ in row or scope {remedy}"
    ]
    assert problems({rise: votes}) == [
        f"{at(rise, 85)}: difference: votes.total.2025-26-estimate and votes.total.2024-25-revised "
        f"differ in row or scope {remedy}"
    ]


def test_a_head_that_the_vocabulary_does_not_know() -> None:
    [problem] = problems({"2025-26 (預算)": "2025-26 (估計)"})
    assert problem == (
        f"{at('2025-26 (預算)', 56)}: line 20: '估計' is printed, which is not 'estimate' (add the "
        "form to data/vocabulary/budget-bases.yml, or correct what is printed)"
    )


@pytest.mark.parametrize("printed", ["2025–26 (預算)", "2025/26 (Estimate)", "2025-2026 (預算)"])
def test_a_financial_year_may_be_printed_in_other_forms(printed: str) -> None:
    assert problems({"2025-26 (預算)": printed}) == []


def test_a_change_may_be_printed_with_a_dash_for_minus() -> None:
    assert problems({"(+9.1%)": "(–9.1%)"}) == [
        f"{at('(+9.1%)', 49)}: line 25: (–9.1%) is printed, but from 11.0 to 12.0 is +9.1% {AGAIN}"
    ]


def test_a_year_that_the_head_of_the_column_contradicts() -> None:
    old = 'year: "2025-26", basis: estimate, scope: all, printed: "2025-26 (預算)"'
    found = problems({old: old.replace('year: "2025-26"', 'year: "2026-27"')})
    assert found[0] == (
        f"{at('2025-26 (預算)', 38)}: year 2026-27 differs from the head of the column, "
        "'2025-26 (預算)' (write the year that is printed there)"
    )


def test_a_unit_that_is_not_the_printed_one() -> None:
    found = problems({"unit: HKD-thousand": "unit: HKD-million"})
    assert found[0] == (
        f"{at('HKD-thousand', 11)}: '千元' is printed, which is not 'HKD-million' "
        "(write HKD-thousand, or correct what is printed)"
    )


def test_an_unknown_scope() -> None:
    [problem, *_] = problems({"scope: with-tides": "scope: tides"})
    assert problem == (
        f"{at('scope: with-tides', 71)}: unknown scope 'tides' "
        "(scopes of this record: all, with-tides)"
    )


# --- notes ----------------------------------------------------------------------------------------

NOTE = re.search(r"notes:\n.*?(?=same:)", SOURCE, re.DOTALL)


def test_a_mark_without_its_note() -> None:
    assert NOTE
    assert problems({NOTE[0]: ""}) == [
        f"{at('0.5¶', 48)}: line 23: the mark ¶ of 0.5¶ has no note "
        "(add works.nameless.2024-25-revised to the cells of its note, or the note)"
    ]


def test_a_note_that_no_cell_carries() -> None:
    assert problems({"0.5¶": "0.5"}) == [
        f"{at('0.5¶', 48)}: line 23: 0.5 is printed without the mark ¶ "
        "(add the mark, or remove works.nameless.2024-25-revised from its note)"
    ]


def test_a_note_that_names_no_cell() -> None:
    [_, problem] = problems({"[works.nameless.2024-25-revised]": "[works.nobody.2024-25-revised]"})
    assert problem == (
        f"{at('[works.nameless', 13)}: there is no cell 'works.nobody.2024-25-revised' "
        "(write table.row.column)"
    )


# --- tables ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind: heading": "kind: item"}, "an item without cells"),
        ({"        sum_of: [watch, nameless]\n": ""}, "a total names in `sum_of` the rows it sums"),
        ({"sum_of: [watch, nameless]": "sum_of: [watch, nobody]"}, "sum_of: no other row 'nobody'"),
        ({"        of: total\n": ""}, "changes name `of` and, in cells, `against`"),
        ({"against: 2024-25-revised": "against: 2023-24"}, "line 25: wrong column '2023-24'"),
        ({'printed: "10.5"': 'printed: "ten"'}, "line 22: 'ten' is no amount"),
        ({"      - id: nameless": "      - id: watch"}, "'watch' stands twice in this table"),
        ({"  - id: votes\n": "  - id: works\n"}, "'works' stands twice in tables"),
        ({"{id: with-tides,": "{id: all,"}, "'all' stands twice in scopes"),
        (
            {"  - id: posts\n": "  - id: votes-change\n"},
            "'votes-change' stands twice in statements",
        ),
    ],
    ids=str,
)
def test_a_table_that_is_not_whole(changes: dict[str, str], message: str) -> None:
    assert any(f": {message} (" in problem for problem in problems(changes))


def test_a_cell_that_is_missing() -> None:
    [problem, *_] = problems({'          - {column: 2025-26-estimate, printed: "_"}\n': ""})
    assert problem == (
        f"{at('id: nameless', 9)}: line 23: a row with other cells "
        "(one cell a column, in their order: 2024-25-revised, 2025-26-estimate)"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("line: 12\n", "line: 61\n"),
        ("unit_line: 20", "unit_line: 61"),
        ("lines: [60]", "lines: [61]"),
        ("line: 42}", "line: 61}"),
    ],
)
def test_a_line_beyond_the_document(old: str, new: str) -> None:
    [problem] = problems({old: new})
    assert problem.endswith(
        "sea-estimates has no line 61 (its text has 60 lines: look the line up again)"
    )


# --- charts and derived numbers -------------------------------------------------------------------


def test_a_chart_that_mixes_scopes() -> None:
    """The document prints this difference; it may be told, but not drawn."""
    changes = {
        "    table: works\n    rows: [watch, total]": '    table: votes\n    rows: ["000"]',
    }
    assert problems(changes) == [
        f"{at('columns: [2024-25-revised, ', 14)}: the chart mixes scopes (2024-25-revised: "
        "with-tides, 2025-26-estimate: all) (draw columns of one scope only)",
        f"{at('columns: [2024-25-revised, ', 14)}: the document itself does not compare "
        "2024-25-revised with 2025-26-estimate in these rows "
        "(draw only columns between which a change is printed)",
    ]


def test_a_chart_of_columns_that_the_document_does_not_compare() -> None:
    """Only the change of the total is printed."""
    [problem] = problems({"rows: [watch, total]\n    columns": "rows: [watch]\n    columns"})
    assert problem.endswith("(draw only columns between which a change is printed)")


def test_a_chart_of_an_empty_cell() -> None:
    [problem] = problems({"rows: [watch]": "rows: [nameless]"})
    assert problem == (
        f"{at('columns: [2025-26-estimate]', 14)}: the chart has no amount "
        "'works.nameless.2025-26-estimate' (name rows and columns with amounts)"
    )


def test_a_share_across_scopes() -> None:
    old = "first: works.watch.2025-26-estimate, second: works.total.2025-26-estimate"
    new = "first: works.watch.2024-25-revised, second: votes.total.2024-25-revised"
    [problem] = problems({old: new})
    assert "share: works.watch.2024-25-revised and votes.total.2024-25-revised differ in scope" in (
        problem
    )


# --- words ----------------------------------------------------------------------------------------


def test_a_number_in_our_own_words_has_no_source() -> None:
    assert problems({"觀測海風。": "觀測12處海風。"}) == [
        f"{at('觀測海風。', 10)}: the number 12 in our own words has no source "
        "(write the name of a cell or statement in braces instead)"
    ]


@pytest.mark.parametrize("words", ["2025-26年度", "分目000", "總目9", "工作(1)"])
def test_years_and_numbers_that_are_names_may_be_written(words: str) -> None:
    assert problems({"觀測海風。": f"觀測海風，{words}。"}) == []


def test_a_place_that_nothing_fills() -> None:
    assert problems({"{moved-on}": "{moved}"}) == [
        f"{at('explanation', 14)}: nothing has the name 'moved' (write {{table.row.column}}, or "
        "the id of a statement, date or derived number)"
    ]


def test_a_statement_that_says_another_direction() -> None:
    found = problems({"    change: decrease\n": ""})
    assert f"{at('減少 300', 14)}: line 40: 減少 is printed (write `change: decrease`)" in found


def test_a_statement_in_another_unit() -> None:
    [problem] = problems({"unit: post\n": "unit: percent\n"})
    assert problem == (
        f"{at('7 個職位', 14)}: line 41: '7 個職位' does not say 'percent' (it is printed as %)"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("agency: sea\n", "agency: seas\n", "unknown agency 'seas' (did you mean 'sea'?)"),
        ("    about: [sea]", "    about: [x]", "unknown programme 'x'"),
        ("dataset: sea-tides", "dataset: sea-tide", "did you mean 'sea-tides'?"),
        ("headline: votes.total.", "headline: votes.sum.", "there is no cell 'votes.sum.2025-26"),
        ("one: votes.total,", "one: votes.sum,", "there is no cell 'votes.sum'"),
    ],
)
def test_what_is_named_exists(old: str, new: str, message: str) -> None:
    assert any(message in problem for problem in problems({old: new}))


def test_without_its_vocabularies_nothing_is_said_of_bases() -> None:
    """That a vocabulary is missing is one problem, and not one for each column."""
    words = [it for it in vocabularies_of_the_sample() if not it.id.startswith("budget-")]
    catalogue = a_budget_catalogue(vocabularies=words)
    assert list(budget.check(catalogue)) == []
