"""Bars as inline SVG: where they lie, what their ends say, and that every text stays a text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from render.markdown_site import rendered

from generator.render.chart import LETTER, WIDTH, Bar, BarChart, draw
from generator.render.drawing import NARROW, ChartContext, text_width, wrap_text
from generator.render.escape import Markdown

HOSTILE = (
    """</text></svg><script>alert(1)</script><img src=x onerror=alert(1)> & "a" 'b' {#c} **d**"""
)


def a_chart(
    *bars: Bar[Any], title: str = "標題", identifier: str = "demo", source: str = "來源"
) -> Markdown:
    """The chart on a page whose words are its keys with what is put into them."""
    context = ChartContext(
        text=str,
        phrase=lambda key, **values: " ".join([key, *map(str, values.values())]),
        date=str,
        href=str,
        file=lambda chart, suffix: f"../{chart}.{suffix}",
    )
    chart = BarChart(
        identifier=identifier, title=title, dates=("2024", "2025"), documents=(source,), bars=bars
    )
    return draw(context, chart)


def drawn(*given: Bar[Any]) -> Any:
    """The <svg> as a browser finds it on a page that was written in Markdown."""
    page = rendered(f"text\n\n{a_chart(*given)}\n\ntext\n")
    [figure] = page.findall("figure")
    [drawing] = figure.findall("svg")
    return drawing


def shapes(drawing: Any) -> list[tuple[str, float, float]]:
    """(class, left, width) of each rectangle."""
    return [
        (it.get("class"), float(it.get("x")), float(it.get("width"))) for it in drawing.iter("rect")
    ]


def test_lengths_are_in_the_proportion_of_the_numbers() -> None:
    lengths = [width for _, _, width in shapes(drawn(Bar("a", 100, "1"), Bar("b", 25, "2")))]
    assert lengths[0] == pytest.approx(4 * lengths[1], abs=0.05)


def test_every_bar_begins_at_the_same_zero() -> None:
    drawing = drawn(Bar("a", 3, "3"), Bar("b", 2, "2", "over"), Bar("c", 1, "1", "about"))
    starts = {left for name, left, _ in shapes(drawing) if name == "chart__bar"}
    assert starts == {0.0}


def test_a_negative_number_goes_to_the_left_of_zero() -> None:
    [(_, left, width), (_, zero, _)] = shapes(drawn(Bar("a", -50, "−50"), Bar("b", 100, "100")))
    assert left == 0
    assert left + width == pytest.approx(zero, abs=0.05)


def test_negative_numbers_alone() -> None:
    [(_, left, width)] = shapes(drawn(Bar("a", -5, "−5")))
    assert (left, left + width) == (0, pytest.approx(300, abs=60))


@pytest.mark.parametrize(("value", "shown"), [(0, 0), (0.001, 1.5), (-0.001, 1.5)])
def test_nothing_leaves_no_trace_and_a_little_does(value: float, shown: float) -> None:
    widths = [width for _, _, width in shapes(drawn(Bar("a", value, "x"), Bar("b", 100, "y")))]
    assert widths[0] == pytest.approx(shown, abs=0.01)


def test_all_numbers_nothing() -> None:
    assert [width for _, _, width in shapes(drawn(Bar("a", 0, "0")))] == [0]


# --- how exact a number is ------------------------------------------------------------------------


def test_an_exact_number_has_a_plain_end() -> None:
    drawing = drawn(Bar("a", 1, "1"))
    assert [name for name, _, _ in shapes(drawing)] == ["chart__bar"]
    assert drawing.find("polygon") is None


def test_about_fades_out_around_the_number_and_nearly_below_it() -> None:
    for qualifier, above in (("about", True), ("nearly", False)):
        drawing = drawn(Bar("a", 100, "1", qualifier), Bar("b", 100, "1"))
        soft = [it for it in shapes(drawing) if "soft" in it[0]]
        end = next(left + width for name, left, width in shapes(drawing)[::-1])
        assert len(soft) == 4
        assert (soft[-1][1] + soft[-1][2] > end + 0.1) is above


@pytest.mark.parametrize("qualifier", ["over", "at-least"])
def test_over_has_an_arrow_that_goes_on(qualifier: Any) -> None:
    drawing = drawn(Bar("a", 100, "1", qualifier))
    [arrow] = drawing.findall("polygon")
    tip = max(float(point.split(",")[0]) for point in arrow.get("points").split())
    assert tip > shapes(drawing)[0][2]


def test_at_most_is_an_open_bar() -> None:
    assert [name for name, _, _ in shapes(drawn(Bar("a", 1, "1", "at-most")))] == [
        "chart__bar--open"
    ]


def test_a_range_is_solid_from_its_lower_to_its_upper_end() -> None:
    [(open_name, start, below), (name, left, width)] = shapes(
        drawn(Bar("a", 20, "20–100", "range", 100))
    )
    assert (open_name, name) == ("chart__bar--open", "chart__bar")
    assert (start, left) == (0, pytest.approx(below, abs=0.05))
    assert width == pytest.approx(4 * below, abs=0.1)


# --- texts ----------------------------------------------------------------------------------------


def test_who_does_not_see_it_hears_every_bar_in_its_order() -> None:
    """With its number and unit, the times and the documents."""
    drawing = drawn(Bar("2024年", 2, "2個"), Bar("2025年", 3, "約3個", "about"))
    assert drawing.get("role") == "img"
    named = [drawing.get_element_by_id(it).text for it in drawing.get("aria-labelledby").split()]
    assert named == [
        "標題",
        "chart-description 2 chart-row 2024年 2個semicolonchart-row 2025年 約3個 "
        "chart-dates 2024comma2025chart-source 來源",
    ]


def test_it_leads_to_its_picture_and_its_numbers() -> None:
    page = rendered(str(a_chart(Bar("a", 1, "1"))))
    links = {it.text: it.get("href") for it in page.xpath(".//p[@class='chart__files']/a")}
    assert links == {"SVG": "../demo.svg", "CSV": "../demo.csv"}


def test_hostile_texts_are_texts() -> None:
    bar = Bar(HOSTILE, 1, HOSTILE)
    page = rendered(str(a_chart(bar, title=HOSTILE, source=HOSTILE)))
    tags = {it.tag for it in page.iter()}
    assert tags <= {
        *("div", "figure", "figcaption", "svg", "title", "desc", "text", "rect", "line", "p", "a"),
    }
    told = " ".join(HOSTILE.split())
    assert page.find(".//figcaption").text == told
    assert page.find(".//title").text == told
    assert page.find(".//desc").text.count(told) == 3
    assert "".join(it.text for it in page.iter("text")).count("<script>") == 2


def test_nothing_but_classes_says_how_it_looks() -> None:
    drawing = drawn(
        Bar("a", 1, "1", "about"), Bar("b", 2, "2", "over"), Bar("c", 1, "1", "range", 2)
    )
    allowed = {
        *("class", "x", "y", "width", "height", "x1", "x2", "y1", "y2", "points", "id"),
        *("viewbox", "role", "aria-labelledby", "xmlns"),
    }
    assert {name.lower() for it in drawing.iter() for name in it.attrib} <= allowed


def test_it_is_well_formed_on_one_line() -> None:
    made = a_chart(Bar("x\ny", 1, "1"), title=HOSTILE, source="a\nb")
    assert "\n" not in made
    etree.fromstring(made)


def test_a_long_label_is_put_in_lines_and_a_long_number_above_its_bar() -> None:
    drawing = drawn(Bar("很長的名稱" * 12, 1, "20萬元以上但不超過1,000萬元的資助額"))
    lines = [(it.get("class"), float(it.get("y"))) for it in drawing.iter("text")]
    assert [name for name, _ in lines] == ["chart__label"] * len(lines)
    assert len(lines) == 4
    assert [y for _, y in lines] == sorted({y for _, y in lines})


def test_everything_lies_inside_the_drawing() -> None:
    drawing = drawn(*(Bar(f"第{n}項", 10.0**n, f"{10**n:,}元", "over") for n in range(7)))
    _, _, width, height = map(float, drawing.get("viewBox", drawing.get("viewbox")).split())
    assert width == WIDTH
    for text in drawing.iter("text"):
        assert float(text.get("x")) + text_width(text.text, LETTER, NARROW) <= width + 0.1
        assert float(text.get("y")) <= height


@pytest.mark.parametrize("identifier", ["", "a b", 'x"y', "中"])
def test_an_identifier_that_is_no_anchor_is_refused(identifier: str) -> None:
    with pytest.raises(ValueError, match="not an anchor"):
        a_chart(Bar("a", 1, "1"), identifier=identifier)


def test_a_chart_without_bars_is_refused() -> None:
    with pytest.raises(ValueError, match="a chart without bars"):
        a_chart()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_lines_fit_and_lose_nothing(text: str) -> None:
    lines = wrap_text(text, LETTER, WIDTH)
    assert all(text_width(line, LETTER, NARROW) <= WIDTH for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_mark_that_ends_something() -> None:
    """Or ends with one that begins something."""
    lines = wrap_text("甲乙丙丁，（戊己）庚辛", 10, 40)
    assert lines == ["甲乙丙", "丁，（戊", "己）庚辛"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_label_comes_out_as_it_went_in(text: str) -> None:
    page = html.fragment_fromstring(str(a_chart(Bar(text, 1, "1"))))
    shown = "".join(it.text or "" for it in page.iter("text") if it.get("class") == "chart__label")
    assert "".join(shown.split()) == "".join(text.split())
