"""Behind every chart stands a table: on its page, or for the home page on that of all numbers."""

from page_reader import amounts, squeezed
from sites import OTHER, Pages, text


def test_every_number_of_a_chart_stands_in_a_table(pages: Pages) -> None:
    missing, seen = [], 0
    for path, page in pages.items():
        home = path in ("", OTHER)
        tables = pages[f"{path}figures/"] if home else page
        told = {it for cell in tables.iter("td") for it in amounts(squeezed(text(cell)))}
        for chart in page.find_class("chart"):
            if chart.tag != "figure" or not chart.find_class("chart__bar"):
                continue
            # A long number stands above its bar, as one more line of the label.
            numbers = chart.find_class("chart__number") or chart.find_class("chart__label")[1::2]
            seen += len(numbers)
            missing += [
                f"{path}: {text(it)}"
                for it in numbers
                if not told.issuperset(amounts(squeezed(text(it))))
            ]
    assert missing == []
    assert seen > 50


def test_a_chart_without_bars_has_its_list(pages: Pages) -> None:
    """Each year of the timeline has a heading and its events; each agency of the tree a link."""
    for path in ("timeline/", "agencies/"):
        for variant in ("", OTHER):
            page = pages[variant + path]
            drawn = set(page.xpath("//svg//a/@href"))
            listed = set(page.xpath("//main//*[not(ancestor-or-self::svg)]/a/@href"))
            assert len(drawn) > 3
            assert drawn <= listed, path
