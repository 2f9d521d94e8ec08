"""Every value of every published record is what its page shows, read as a reader reads it."""

import re
from itertools import pairwise
from typing import Any

import pytest
from reading import Item, Reader, amounts, items, said, squeezed
from shown import (
    Check,
    address,
    beside,
    code_beside,
    day_beside,
    english,
    heading,
    identifier,
    link_beside,
    links_beside,
    one_of,
    path_of,
    texts_beside,
    without_sources,
)
from shown_dataset import (
    archived,
    formats,
    group,
    landing,
    listings,
    status_tag,
    yes_or_no,
)
from sites import Site


def tag(reader: Reader, item: Item, value: Any) -> bool:
    tags = reader.article(path_of(item)).xpath("./p[@class='status']/span")
    return reader.own(value) in map(said, tags)


def paragraphs(reader: Reader, item: Item, value: Any) -> bool:
    shown = {said(it) for it in reader.article(path_of(item)).iter("p")}
    return (
        value is None
        or reader.own(value) in shown
        or all(squeezed(it) in shown for it in value[reader.script].split("\n"))
    )


def sources(reader: Reader, item: Item, value: Any) -> bool:
    """Every place in the list of places, and none besides."""
    path = path_of(item)
    found = reader.article(path).xpath("./h2[@id='sources']/following-sibling::ul[1]")
    links = [to for it in found for to in reader.links(it, path)]
    return links == [reader.line(it["document"], it["line"]) for it in value]


def listed_on(reader: Reader, item: Item, value: Any) -> bool:
    path = path_of(item)
    links = reader.links(reader.article(path), path)
    return all(reader.line(it["document"], it["line"]) in links for it in value)


FIELD_ROWS = frozenset(
    ["推出", "狀況", "状况", "執行機構", "执行机构", "屬於", "属于", "官方網頁", "官方网页", "包括"]
)
"""Rows of a programme's table that hold no condition."""


def terms(reader: Reader, item: Item, value: Any) -> bool:
    """Each condition in the row of its kind, with its line and, where it is a number, that."""
    path = path_of(item)
    rows = reader.article(path).xpath("./table[contains(@class, 'overview')]//tr")
    places: dict[str, set[str]] = {}
    earlier: list[Item] = []
    for term in value:
        plain = re.sub("[（）]", "", reader.own(term["text"]))
        at = [
            said(row[0])
            for row in rows
            for part in row[1]
            if reader.line(term["document"], term["line"]) in reader.links(part, path)
            and plain == re.sub("[（）]", "", without_sources(part))
        ]
        if at:
            places.setdefault(term["kind"], set()).add(at[0])
        elif term["value"] is None or not among_numbers(reader, path, term):
            return False
        else:
            earlier.append(term)
    shown = [
        to
        for row in rows
        if said(row[0]) not in FIELD_ROWS
        for to in reader.links(row[1], path)
        if to.startswith("documents/")
    ]
    if len(shown) != sum(it["kind"] in places and it not in earlier for it in value):
        return False
    # One row a kind, and no row for two.
    return all(len(it) == 1 for it in places.values()) and len(places) == len(
        set.union(set(), *places.values())
    )


def among_numbers(reader: Reader, path: str, term: Item) -> bool:
    """An earlier number of a condition stands in the table of numbers only."""
    rows = reader.article(path).xpath("./table[contains(@class, 'records--figures')]//tr")
    line = reader.line(term["document"], term["line"])
    told = [said(row[1]) for row in rows if line in reader.links(row, path)]
    return any(term["value"] in amounts(it) for it in told)


def sections(reader: Reader, item: Item, value: Any) -> bool:
    path = path_of(item)
    rows = reader.article(path).xpath("./h2[@id='contents']/following-sibling::table[1]/tbody/tr")
    if len(rows) != len(value):
        return False
    for row, section in zip(rows, value, strict=True):
        code, name, line, count = map(said, row)
        wanted = reader.own(section["heading"])
        if section["body"]:
            wanted += "：" + reader.own(section["body"])
        spatial = ("空間數據", "空间数据")[reader.script == "zh-Hans"]
        other = ("非空間數據", "非空间数据")[reader.script == "zh-Hans"]
        wanted += "・" + (spatial if not section["code"].endswith("ii") else other)
        empty = {
            "not-applicable": ("不適用", "不适用"),
            "no-row": ("只有表頭", "只有表头"),
            None: (str(section["rows"]),) * 2,
        }[section["empty"]][reader.script == "zh-Hans"]
        if (code, name, line) != (section["code"], wanted, str(section["line"])):
            return False
        if empty not in count:
            return False
    return True


def years(reader: Reader, item: Item, value: Any) -> bool:
    if value is None:
        return True
    start, end = value.split("/")
    article = reader.article(path_of(item))
    # The title of a plan; the estimates' own title has none, but that of their page.
    text = "".join(said(it) for it in article.xpath("./h1 | ./h2[@id='budget']/following::ul[1]"))
    return f"{start}-{end}年度" in text or f"{start}-{end[2:]}年度" in text


NAMES: dict[str, Check] = {
    "id": identifier,
    "url": address,
    "name": heading,
    "english": english,
    "acronym": beside(("英文簡稱", "英文简称")),
    "aliases": texts_beside(("其他叫法", "其他叫法")),
    "former_names": texts_beside(("前稱", "前称")),
    "kind": tag,
    "summary": paragraphs,
    "links": links_beside(("官方網站", "官方网站"), ("官方網頁", "官方网页")),
    "locators": sources,
}
CHECKS: dict[str, dict[str, Check]] = {
    "agencies": NAMES
    | {
        "parent": link_beside(("所屬機構", "所属机构")),
        "successor": link_beside(("由誰接手", "由谁接手")),
        "established": day_beside(("成立", "成立")),
        "dissolved": day_beside(("改組", "改组"), ("結束", "结束")),
    },
    "programmes": NAMES
    | {
        "agency": link_beside(("執行機構", "执行机构")),
        "part_of": link_beside(("屬於", "属于")),
        "launched": day_beside(("推出", "推出")),
        "status": code_beside(("狀況", "状况")),
        "terms": terms,
    },
    "documents": {
        "id": identifier,
        "url": address,
        "title": heading,
        "kind": one_of(
            ("文件類別", "文件类别"),
            open_data_plan=("年度開放數據計劃", "年度开放数据计划"),
            fact_sheet=("便覽", "便览"),
            estimates=("財政預算", "财政预算"),
        ),
        "covers": years,
        "script": one_of(
            ("印出的字體", "印出的字体"),
            zh_Hant=("繁體中文", "繁体中文"),
            zh_Hans=("簡體中文", "简体中文"),
        ),
        "publisher": link_beside(("發布機構", "发布机构")),
        "date": day_beside(("文件日期", "文件日期")),
        "sha256": beside(("文字檔SHA-256", "文字档SHA-256")),
        "lines": beside(("文字檔行數", "文字档行数")),
        "links": links_beside(("官方頁面", "官方页面")),
        "sections": sections,
    },
    "datasets": {
        "id": identifier,
        "url": address,
        "name": heading,
        "description": paragraphs,
        "agency": link_beside(("發布機構", "发布机构")),
        "group": group,
        "category": code_beside(("數據種類", "数据种类")),
        "spatial": yes_or_no,
        "formats": formats,
        "archived": archived,
        "frequency": code_beside(("更新頻率", "更新频率")),
        "listings": listings,
        "landing": landing,
        "status": status_tag,
        "locators": listed_on,
    },
}
"""Kind → field → whether a page shows that value of an item, and no other."""


@pytest.mark.parametrize("kind", CHECKS)
def test_the_page_of_a_record_shows_each_of_its_values(
    site: Site, reader: Reader, kind: str
) -> None:
    found = items(site, kind)
    wrong = [
        (item["id"], field, item[field])
        for item in found
        for field, check in CHECKS[kind].items()
        if not check(reader, item, item[field])
    ]
    assert wrong == []
    assert set(found[0]) == set(CHECKS[kind])


@pytest.mark.parametrize("kind", CHECKS)
def test_a_page_that_shows_another_value_would_be_found(
    site: Site, reader: Reader, kind: str
) -> None:
    """What another record has in the same field does not pass for a record's own."""
    found = items(site, kind)
    for field, check in CHECKS[kind].items():
        pairs = [(it, other[field]) for it, other in pairwise(found)]
        pairs = [(it, value) for it, value in pairs if value is not None and value != it[field]]
        passed = [(it["id"], value) for it, value in pairs if accepts(check, reader, it, value)]
        assert passed == [], field


def accepts(check: Check, reader: Reader, item: Item, value: Any) -> bool:
    try:
        return check(reader, item, value)
    except (AttributeError, KeyError, TypeError):
        return False
