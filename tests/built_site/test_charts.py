"""Behind every chart stands a table: on its page, or where the home page leads for more; and who
takes its picture or its numbers along has all that the page says of it."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from data_today import records, word
from lxml import etree
from page_reader import amounts, squeezed
from sites import OTHER, Pages, Site, text

from generator.model.base import Script

SVG = "{http://www.w3.org/2000/svg}"


def charts(site: Site, pages: Pages) -> Iterator[tuple[str, str, dict[str, Path]]]:
    """Page, caption and files, by the names of their links, of every chart."""
    for path, page in pages.items():
        for chart in page.xpath("//figure[contains(@class, 'chart')]"):
            files = {}
            for link in chart.xpath(".//*[@class='chart__files']/a"):
                address = urljoin(site.url + path, link.get("href"))
                files[text(link)] = site.folder / address.removeprefix(site.url)
            yield path, squeezed(text(chart.find("figcaption"))), files


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def test_every_picture_says_what_when_from_where_and_whose(site: Site, pages: Pages) -> None:
    seen = 0
    for path, caption, files in charts(site, pages):
        assert set(files) == {"SVG", "CSV"}
        root = etree.parse(files["SVG"]).getroot()
        drawn = squeezed("".join(it.text or "" for it in root.iter(f"{SVG}text")))
        script: Script = "zh-Hans" if path.startswith(OTHER) else "zh-Hant"
        source = word("chart-source", script).partition("{")[0]
        for part in (caption, source, word("site-name", script, of="theme"), site.url + path):
            assert squeezed(part) in drawn, path
        assert "20" in caption
        seen += 1
    assert seen >= 10


def test_the_numbers_of_a_budget_chart_are_those_of_the_data_file(site: Site, pages: Pages) -> None:
    cells = {it["id"]: it for it in rows(site.folder / "data/v1/budget.csv")}
    seen = 0
    for path, _, files in charts(site, pages):
        if not path.startswith("budget/head-"):
            continue
        for row in rows(files["CSV"]):
            same = ("value", "unit", "year", "basis", "document", "line")
            assert [row[it] for it in same] == [cells[row["cell"]][it] for it in same]
            seen += 1
    assert seen >= 18


def test_the_years_of_the_timeline_add_up(site: Site, pages: Pages) -> None:
    [years] = [files for path, _, files in charts(site, pages) if path == "timeline/"]
    total = len(pages["timeline/"].xpath("//li[@data-kind]"))
    assert sum(int(it["entries"]) for it in rows(years["CSV"])) == total > 100


def test_no_chart_has_two_bars_and_none_is_called_by_an_edition(pages: Pages) -> None:
    for path, page in pages.items():
        for chart in page.find_class("chart"):
            bars = chart.find_class("chart__zero")
            assert len(bars) not in (1, 2), path
            assert "較舊版" not in text(chart)


def test_every_number_of_a_chart_stands_in_a_table(site: Site, pages: Pages) -> None:
    missing, seen = [], 0
    for path, page in pages.items():
        tables = page
        for more in page.xpath("//h2[@id='finding']/following-sibling::p[1]/a[1]/@href"):
            tables = pages[urljoin(site.url + path, more).removeprefix(site.url)]
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
    assert seen > 20


def test_a_chart_without_bars_has_its_list(pages: Pages) -> None:
    """Each year of the timeline has a heading and its events; each agency of the tree a link."""
    for path in ("timeline/", "agencies/"):
        for variant in ("", OTHER):
            page = pages[variant + path]
            drawn = set(page.xpath("//svg//a/@href"))
            listed = set(page.xpath("//main//*[not(ancestor-or-self::svg)]/a/@href"))
            assert len(drawn) > 3
            assert drawn <= listed, path


def test_the_home_page_says_of_each_number_that_grew_from_when_to_when(pages: Pages) -> None:
    """Two numbers are a sentence there, too; what may not be compared is left to its own page."""
    for variant in ("", OTHER):
        listed = pages[variant].xpath("//*[@id='figures']/following-sibling::ul[1]/li")
        assert 0 < len(listed) <= len(records("prose")["home"]["figures"])
        told = [squeezed(text(it)) for it in listed]
        assert not [it for it in told if "不可直接比" in it]
        grown = [it for it in told if "增至" in it]
        assert grown
        assert all(re.search(r"20\d\d年.*至20\d\d年.*由.*增至", it) for it in grown)
