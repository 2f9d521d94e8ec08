"""A series that may not be compared says so wherever its numbers go."""

from datetime import date

from builders import a_catalogue, a_document, a_figure, a_figure_list, a_programme
from sample import SITE_URL

from generator.exports.facts import figure_items
from generator.render.fact_charts import series_charts
from generator.render.series_finding import finding
from generator.resolve.resolve import Records, resolve
from generator.script.convert import converter_with
from generator.script.glossary import glossary
from generator.script.localiser import Localiser

NOTE = "兩份文件計算的對象不同。"


def records(*notes: str, newer: str = "exact", more: bool = False) -> Records:
    earlier = [a_figure(id="f-2023", document="facts-2023", value=28, printed="28間")]
    figures = a_figure_list(
        *(earlier if more else ()),
        a_figure(id="f-2024", document="facts-2024", value=29, printed="29間"),
        a_figure(id="f-2025", document="facts-2025", value=30, printed="30間", qualifier=newer),
        breaks=[{"measure": "ceiling", "note": it} for it in notes],
    )
    editions = [
        a_document(
            id=f"facts-{it}", kind="fact-sheet", sections=[], date=None, reports_until=str(it)
        )
        for it in (2023, 2024, 2025)
    ]
    documents = [*editions, a_document()]
    catalogue = a_catalogue(programmes=[a_programme()], documents=documents, figures=[figures])
    return resolve(catalogue, date(2026, 1, 1))


def published(made: Records) -> list[object]:
    both = converter_with(glossary(a_catalogue())).to_both_scripts
    items = figure_items(made.series, both, made.words, SITE_URL)
    return [it.model_dump(mode="json", by_alias=True)["break"] for it in items]


def test_each_number_of_a_series_with_a_break_gives_the_reason_in_both_scripts() -> None:
    reason = {"zh-Hant": NOTE, "zh-Hans": "两份文件计算的对象不同。", "source": "zh-Hant"}
    assert published(records(NOTE)) == [reason, reason]
    assert published(records()) == [None, None]


def told(made: Records) -> str | None:
    [series] = made.series
    said = finding(series, made)
    converter = converter_with(glossary(a_catalogue()))
    return said and Localiser(made.words, converter, "zh-Hant").text(said)


def test_only_what_surely_grew_or_fell_is_said_to() -> None:
    """With the time of each number, or else that of its document."""
    assert told(records()) == "由29港元增至30港元，先後載於內容至2024年的文件和內容至2025年的文件"
    assert told(records(NOTE)) is None
    assert told(records(newer="at-most")) is None


def test_two_numbers_are_a_sentence_and_three_a_chart() -> None:
    assert series_charts(records().series, records()) == []
    three = records(more=True)
    [chart] = series_charts(three.series, three)
    assert [it.value for it in chart.bars] == [28, 29, 30]
    assert [it["value"] for it in chart.table] == [28, 29, 30]
    assert series_charts(records(NOTE, more=True).series, three) == []
