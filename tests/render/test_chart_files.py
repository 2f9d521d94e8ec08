"""A chart's files: who has only the picture knows what, when, from where; the numbers are exact."""

import csv
import io
from datetime import date
from functools import cache

import pytest
from budgets import a_budget_catalogue, a_held_budget
from builders import a_catalogue, a_document, an_agency
from hostile import TYPABLE
from lxml import etree
from render.markdown_site import words
from sample import sample_converter

from generator.exports.csv_tables import UNDO
from generator.model.base import Script
from generator.pipeline.generate import catalogue_converter
from generator.render.chart_files import chart_files
from generator.resolve.resolve import Records, resolve
from generator.script.convert import Converter

SITE = "https://handbook.example/hk/"
SVG = "{http://www.w3.org/2000/svg}"
AS_OF = date(2026, 6, 1)
CHART = "charts/budget/sea-estimates/chart-over-time"
DRAWN = {"svg", "title", "desc", "g", "rect", "line", "text", "circle", "path", "polygon"}


@cache
def budget_files(site_url: str = SITE) -> dict[str, bytes]:
    catalogue = a_budget_catalogue([a_held_budget()])
    records = resolve(catalogue, AS_OF)
    return dict(chart_files(records, catalogue_converter(catalogue), site_url))


def picture(content: bytes) -> etree._Element:
    return etree.fromstring(content)


def lines(content: bytes) -> str:
    """All words that are drawn, without the ends of lines."""
    return "".join(it.text or "" for it in picture(content).iter(f"{SVG}text"))


def numbers(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_chart_has_a_picture_in_either_script_and_one_table() -> None:
    files = [path for path in budget_files() if path.startswith("charts/budget/")]
    assert files == [f"{CHART}.zh-Hant.svg", f"{CHART}.zh-Hans.svg", f"{CHART}.csv"]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            "zh-Hant",
            (
                *("增加9.1%（單位：百萬元）", "範圍相同。"),
                "日期：2024-25年度修訂預算、2025-26年度預算。",
                "資料來源：總目9—海風觀測署（2025-26年度預算）。",
                f"{SITE}budget/sea-estimates/",
            ),
        ),
        (
            "zh-Hans",
            (
                *("增加9.1%（单位：百万元）", "范围相同。"),
                "日期：2024-25年度修订预算、2025-26年度预算。",
                "资料来源：总目9—海风观测署（2025-26年度预算）。",
                f"{SITE}zh-Hans/budget/sea-estimates/",
            ),
        ),
    ],
)
def test_a_picture_says_its_finding_times_document_and_address(
    script: Script, said: tuple[str, ...]
) -> None:
    drawn = lines(budget_files()[f"{CHART}.{script}.svg"])
    for part in said:
        assert part in drawn
    root = picture(budget_files()[f"{CHART}.{script}.svg"])
    assert root.find(f"{SVG}title").text == said[0]
    assert root.find(f"{SVG}desc").text.endswith(said[-1])
    assert root.get("lang") == {"zh-Hant": "zh-Hant-HK", "zh-Hans": "zh-Hans"}[script]


def test_who_hears_it_hears_every_number_in_its_order() -> None:
    root = picture(budget_files()[f"{CHART}.zh-Hant.svg"])
    assert root.find(f"{SVG}desc").text.startswith(
        "由上至下共4項：(1) 觀測，2024-25年度修訂預算，10.5百萬元；"
        "(1) 觀測，2025-26年度預算，12.0百萬元；合計，2024-25年度修訂預算，11.0百萬元；"
        "合計，2025-26年度預算，12.0百萬元。"
    )


def test_without_an_address_it_says_only_what_the_site_is_called() -> None:
    drawn = lines(budget_files("")[f"{CHART}.zh-Hant.svg"])
    assert drawn.endswith("（2025-26年度預算）。香港創科手冊")
    assert "http" not in drawn


def test_the_numbers_are_the_printed_ones_in_base_units() -> None:
    """Two scripts for what is said; what is counted once."""
    rows = numbers(budget_files()[f"{CHART}.csv"])
    assert [(it["label_zh_hans"], it["year"], it["basis"], it["value"]) for it in rows] == [
        ("(1) 观测", "2024-25", "revised", "10500000"),
        ("(1) 观测", "2025-26", "estimate", "12000000"),
        ("合计（没有印出名称）", "2024-25", "revised", "11000000"),
        ("合计（没有印出名称）", "2025-26", "estimate", "12000000"),
    ]
    assert {(it["unit"], it["document"]) for it in rows} == {("HKD", "sea-estimates")}
    assert [it["line"] for it in rows] == ["22", "22", "24", "24"]
    assert [it["printed"] for it in rows] == ["10.5", "12.0", "11.0", "12.0"]


def test_a_picture_needs_nothing_beside_it() -> None:
    """No style sheet, no script, no link; and no word outside its edge."""
    for path, content in budget_files().items():
        if not path.endswith(".svg"):
            continue
        root = picture(content)
        assert {it.tag.removeprefix(SVG) for it in root.iter()} <= DRAWN
        names = {name for it in root.iter() for name in it.attrib}
        assert not {it for it in names if it in ("class", "style", "href") or it.startswith("on")}
        width, height = float(root.get("width")), float(root.get("height"))
        assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
        texts = root.findall(f"{SVG}text")
        assert all(0 <= float(it.get("x")) < width for it in texts)
        assert all(0 < float(it.get("y")) < height for it in texts)


def test_totals_of_three_heads_are_drawn_and_those_of_two_are_not() -> None:
    """Of one year, which the picture says once."""

    def heads(number: int) -> dict[str, bytes]:
        budgets = [
            a_held_budget({'head: "9"': f'head: "{9 + n}"'}, f"head-{n}-estimates")
            for n in range(number)
        ]
        catalogue = a_budget_catalogue(budgets)
        converter = catalogue_converter(catalogue)
        return dict(chart_files(resolve(catalogue, AS_OF), converter, SITE))

    path = "charts/budget/compared-1"
    assert f"{path}.csv" not in heads(2)
    three = heads(3)
    assert [it["value"] for it in numbers(three[f"{path}.csv"])] == ["12030000"] * 3
    assert "日期：2025-26年度預算。資料" in lines(three[f"{path}.zh-Hant.svg"])


def an_organisation(name: str) -> Records:
    agencies = [an_agency(id="bureau", name=name), an_agency(id="part", parent="bureau")]
    documents = [a_document(publisher=None)]
    return resolve(a_catalogue(agencies=agencies, datasets=[], documents=documents), AS_OF)


def organisation_files(name: str, converter: Converter) -> dict[str, bytes]:
    found = dict(chart_files(an_organisation(name), converter, SITE))
    start = "charts/agencies/organisation-chart."
    return {path.removeprefix(start): it for path, it in found.items() if path.startswith(start)}


def test_the_table_of_a_tree_names_whom_each_belongs_to() -> None:
    bureau, part = numbers(organisation_files("海事局", sample_converter())["csv"])
    assert (bureau["agency"], bureau["name_zh_hant"], bureau["parent"]) == ("bureau", "海事局", "")
    assert (part["agency"], part["parent"], part["parent_name_zh_hans"]) == (
        *("part", "bureau", "海事局"),
    )


@pytest.mark.parametrize("attack", TYPABLE)
def test_a_hostile_name_is_text(attack: str) -> None:
    files = organisation_files(attack, sample_converter())
    root = picture(files["zh-Hant.svg"])
    assert {it.tag.removeprefix(SVG) for it in root.iter()} <= DRAWN
    assert words(attack) in words(root.find(f"{SVG}desc").text)
    [_, part] = numbers(files["csv"])
    assert words(UNDO.sub(r"\1", part["parent_name_zh_hant"])) == words(attack)
