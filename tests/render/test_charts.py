"""The charts: every entry is there and linked, every text is text, nothing overflows."""

from collections.abc import Iterator
from datetime import date

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_document,
    a_founding,
    a_sea_event_list,
    an_agency,
)
from hostile import STRINGS, TYPABLE
from lxml import html
from render.markdown_site import rendered, words

from generator.model.wording import Wording
from generator.render import organisation_chart, timeline_chart
from generator.render.drawing import ChartContext, rounded, shorten, text_width
from generator.render.escape import Markdown
from generator.render.organisation_chart import OrganisationChart
from generator.render.timeline_chart import TimelineChart
from generator.resolve.organisation_tree import organisation_trees
from generator.resolve.resolve import Records, resolve
from generator.resolve.timeline import timeline, timeline_years
from generator.script.phrase import DatePhrase, PageText, Phrase, fill_placeholders

AS_OF = date(2026, 6, 1)


def _text(said: PageText) -> str:
    match said:
        case str():
            return said
        case DatePhrase():
            assert isinstance(said.time, str)
            return f"date {said.time}"
        case Phrase():
            values = {name: _text(value) for name, value in said.values.items()}
            return fill_placeholders(said.pattern.text, values)
        case Wording():
            return said.text


def _phrase(key: str, **values: Wording | str | int) -> str:
    told = (str(it) if isinstance(it, int) else _text(it) for it in values.values())
    return " ".join([key, *told])


def a_voice(phrase: str | None = None) -> ChartContext:
    """Speaks in codes, or says the same hostile thing whatever it is asked."""
    date, href = (lambda edtf: f"date {edtf}"), (lambda path: f"../{path}")
    if phrase is None:
        return ChartContext(_text, _phrase, date, href, lambda chart, suffix: f"{chart}.{suffix}")
    return ChartContext(
        lambda _: phrase, lambda key, **values: phrase, date, href, lambda *_: phrase
    )


def a_timeline(*dates: str | None) -> TimelineChart:
    """One event for each date; every third is planned."""
    made = [
        a_founding(id=f"e-{n}", date=when, what=f"e-{n}", planned=n % 3 == 0)
        for n, when in enumerate(dates)
    ]
    records = resolve(a_catalogue(events=[a_sea_event_list(*made)]), AS_OF)
    years = timeline_years(timeline(records.events, records.programmes, AS_OF))
    return timeline_chart.timeline_chart(years, records.words)


def drawn(chart: Markdown) -> html.HtmlElement:
    """The chart as it comes out of Markdown, between two paragraphs."""
    page = rendered(f"above *x*\n\n{chart}\n\nbelow *y*\n")
    assert [it.tag for it in page] == ["p", "figure", "p"]
    return page[1]


def drawing_links(chart: html.HtmlElement) -> list[html.HtmlElement]:
    """The links within the drawing."""
    links: list[html.HtmlElement] = chart.xpath(".//svg//a")
    return links


def texts(element: html.HtmlElement, kind: str) -> list[str]:
    return [it.text_content() for it in element.find_class(kind)]


def tree(*agencies: tuple[str, str | None, str | None]) -> Markdown:
    """(name, acronym, number of the parent) each."""
    made = [
        an_agency(
            id=f"a-{n}",
            name=name,
            acronym=acronym,
            parent=f"a-{parent}" if parent else None,
            kind="former" if name == "former" else "office",
        )
        for n, (name, acronym, parent) in enumerate(agencies)
    ]
    records = resolve(
        a_catalogue(agencies=made, datasets=[], documents=[a_document(publisher=None)]), AS_OF
    )
    return organisation_chart.draw(a_voice(), an_organisation(records))


def an_organisation(records: Records) -> OrganisationChart:
    return organisation_chart.organisation_chart(organisation_trees(records.agencies), records)


def shapes(chart: html.HtmlElement) -> Iterator[tuple[float, float]]:
    """(right edge, lower edge) of everything that has one."""
    for it in chart.iter("rect"):
        yield (
            float(it.get("x")) + float(it.get("width")),
            float(it.get("y")) + float(it.get("height")),
        )
    for it in chart.iter("circle"):
        yield float(it.get("cx")) + 5, float(it.get("cy")) + 5
    for it in chart.iter("text"):
        size = 15
        start = 0 if "chart__year" in it.classes else float(it.get("x"))
        yield start + text_width(it.text_content(), size), float(it.get("y"))


# --- the timeline -------------------------------------------------------------------------------


def test_every_entry_has_a_mark_inside_the_link_of_its_year() -> None:
    chart = drawn(timeline_chart.draw(a_voice(), a_timeline("2024", "2024-03", "1999", None)))
    links = {link.get("href"): link for link in drawing_links(chart)}
    assert list(links) == ["#y-2024", "#y-1999", "#undated"]
    marks = {
        href: [it.get("data-event") for it in link.iter("circle")] for href, link in links.items()
    }
    assert marks == {"#y-2024": ["e-1", "e-0"], "#y-1999": ["e-2"], "#undated": ["e-3"]}
    assert len(list(chart.iter("circle"))) == 4


def test_each_row_says_its_year_and_how_many_there_are() -> None:
    chart = drawn(timeline_chart.draw(a_voice(), a_timeline("2024", "2024-03", "1999", None)))
    assert texts(chart, "chart__year") == ["2024", "1999", "undated-short"]
    assert texts(chart, "chart__count") == ["2", "1", "1"]
    assert [it.text_content() for it in chart.iter("title")] == [
        "timeline-chart-year-planned date 2024 2 1",
        "timeline-chart-year date 1999 1",
        "timeline-chart-year-planned undated 1 1",
    ]


def test_planned_marks_are_hollow() -> None:
    chart = drawn(timeline_chart.draw(a_voice(), a_timeline("2024", "2025", "2026")))
    planned = [it.get("data-event") for it in chart.find_class("chart__mark--planned")]
    assert planned == ["e-0"]


def test_years_without_an_entry_break_the_axis() -> None:
    """Between 2024 and 1999, and above what has no date; not between 2025 and 2024."""
    chart = drawn(timeline_chart.draw(a_voice(), a_timeline("2025", "2024", "1999", None)))
    assert len(chart.find_class("chart__gap")) == 2
    assert len(chart.find_class("chart__axis")) == 3


@pytest.mark.parametrize("number", [1, 24, 25, 48, 49])
def test_a_full_year_takes_several_lines_and_overflows_none(number: int) -> None:
    chart = drawn(timeline_chart.draw(a_voice(), a_timeline(*["2024"] * number)))
    [drawing] = chart.iter("svg")
    _, _, width, height = map(float, drawing.get("viewbox").split())
    assert width == 360
    assert all(right <= width and below <= height for right, below in shapes(chart))
    places = {(it.get("cx"), it.get("cy")) for it in chart.iter("circle")}
    assert len(places) == number


def test_a_timeline_without_events_draws_nothing() -> None:
    empty = timeline_chart.timeline_chart((), resolve(a_catalogue(), AS_OF).words)
    chart = drawn(timeline_chart.draw(a_voice(), empty))
    assert chart.xpath(".//svg//a | .//circle | .//text") == []


# --- the organisation ---------------------------------------------------------------------------


def test_every_agency_of_the_tree_is_a_link_with_its_name_and_acronym() -> None:
    chart = drawn(
        tree(("局", "B", None), ("署", None, "0"), ("組", "U", "1"), ("alone", None, None))
    )
    told = [
        (link.get("href"), link.findtext("title"), [it.text_content() for it in link.iter("text")])
        for link in drawing_links(chart)
    ]
    assert told == [
        ("../agencies/a-0.md", "局", ["局", "B"]),
        ("../agencies/a-1.md", "organisation-chart-part 署 局", ["署"]),
        ("../agencies/a-2.md", "organisation-chart-part 組 署", ["組", "U"]),
    ]


def test_parts_stand_deeper_and_a_line_leads_to_each() -> None:
    chart = drawn(tree(("局", None, None), ("署", None, "0"), ("組", None, "1"), ("處", None, "0")))
    boxes = {
        link.findtext("text"): (float(box.get("x")), float(box.get("y")))
        for link in drawing_links(chart)
        for box in link.iter("rect")
    }
    assert boxes == {"局": (1, 3), "署": (27, 37), "組": (53, 71), "處": (27, 105)}
    assert [path.get("d") for path in chart.iter("path")] == [
        "M 14 31 V 51 H 27",
        "M 40 65 V 85 H 53",
        "M 14 31 V 119 H 27",
    ]


def test_the_tree_is_of_the_time_of_the_documents_that_say_who_belongs_to_whom() -> None:
    said = a_claiming_locator("parent", document="sea-plan", line=3)
    bureau, office = an_agency(id="bureau"), an_agency(parent="bureau", locators=[said])
    plans = [a_document(publisher=None), a_document(id="later", publisher=None, date="2031-12")]
    records = resolve(
        a_catalogue(agencies=[bureau, office], datasets=[], documents=plans), date(2032, 1, 1)
    )
    title = an_organisation(records).title
    assert isinstance(title, Phrase)
    assert title.values["date"] == DatePhrase("2024-12")


def test_a_former_agency_says_so() -> None:
    chart = drawn(tree(("局", None, None), ("former", None, "0")))
    [former] = chart.find_class("chart__former")
    assert former.findtext("title") == "organisation-chart-part organisation-chart-former former 局"


def test_long_names_are_cut_and_told_in_full() -> None:
    name, acronym = "很長的名稱" * 20, "LONG" * 30
    chart = drawn(tree(("局", None, None), *((name, acronym, str(n)) for n in range(5))))
    assert all(right <= 360 for right, _ in shapes(chart))
    assert all(
        it.endswith("…") and name.startswith(it[:-1]) for it in texts(chart, "chart__name")[1:]
    )
    assert [it.text_content() for it in chart.iter("title")][1:] == [
        f"organisation-chart-part {name} {whole}" for whole in ("局", *[name] * 4)
    ]


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("海風署", 45, "海風署"),
        ("海風署", 44, "海…"),
        ("abc", 27, "abc"),
        ("", 0, ""),
        ("海", 1, "…"),
    ],
)
def test_text_is_cut_to_the_room_there_is(text: str, room: float, shown: str) -> None:
    assert shorten(text, 15, room) == shown


def test_a_place_is_written_in_one_way() -> None:
    assert [str(rounded(it)) for it in (12, 12.0, 12.25, 71.5)] == ["12", "12", "12.2", "71.5"]


# --- what is typed stays text -------------------------------------------------------------------

ELEMENTS = {
    *("figure", "figcaption", "svg", "a", "title", "rect", "line", "circle", "text", "path", "p"),
}


@pytest.mark.parametrize("attack", TYPABLE)
def test_a_hostile_name_is_text(attack: str) -> None:
    """In an agency's name and acronym; whole in the title, as much as fits in the box."""
    chart = drawn(tree(("局", None, None), (attack, attack, "0")))
    assert {it.tag for it in chart.iter()} <= ELEMENTS
    _, link = drawing_links(chart)
    said = f"organisation-chart-part {attack} 局"
    assert " ".join(link.findtext("title").split()) == " ".join(said.split())
    assert link.get("href") == "../agencies/a-1.md"
    for shown in texts(chart, "chart__name")[1:] + texts(chart, "chart__acronym"):
        assert words(attack).startswith(words(shown.removesuffix("…")))


@pytest.mark.parametrize("attack", STRINGS)
def test_a_hostile_word_is_text(attack: str) -> None:
    """Also in the attribute that names the drawing."""
    chart = drawn(timeline_chart.draw(a_voice(attack), a_timeline("2024", None)))
    assert {it.tag for it in chart.iter()} <= ELEMENTS
    [drawing] = chart.iter("svg")
    assert words(drawing.get("aria-label")) == words(attack)
    assert [words(it.text_content()) for it in chart.iter("title")] == [words(attack)] * 2


@pytest.mark.parametrize(
    "chart",
    [
        timeline_chart.draw(a_voice(), a_timeline("2024", "2023", None)),
        tree(("局", "B", None), ("former", None, "0")),
    ],
    ids=["timeline", "organisation"],
)
def test_a_chart_has_no_style_no_script_and_no_doubled_id(chart: Markdown) -> None:
    """And stands on one line, which Markdown leaves alone."""
    assert "\n" not in chart
    found = drawn(chart)
    attributes = {name for it in found.iter() for name in it.attrib}
    assert not {it for it in attributes if it == "style" or it.startswith("on")}
    ids = found.xpath(".//@id")
    assert len(ids) == len(set(ids))
    assert all(link.findtext("title") for link in drawing_links(found))
