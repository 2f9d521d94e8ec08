"""Every published budget cell is the one that the head's page shows, in both variants."""

import re

from lxml.html import HtmlElement
from reading import Item, Reader, Wrong, amounts, failing, items, said, said_day
from sites import Site

FACTORS = {"百萬元": 10**6, "百万元": 10**6, "千元": 10**3}
BASES = {
    "actual": ("實際開支", "实际开支"),
    "original": ("原來預算", "原来预算"),
    "approved": ("核准預算", "核准预算"),
    "revised": ("修訂預算", "修订预算"),
    "estimate": ("預算", "预算"),
}
EMPTY = ("—", "沒有印出", "没有印出")
UNLABELLED = ("變動", "变动", "名稱）", "名称）")
"""How the first cell of a row ends to which the document gives no name."""


def test_every_budget_cell_stands_in_its_row_and_column(site: Site, reader: Reader) -> None:
    """Its number times the table's unit, year and basis at the head, its note behind its mark."""
    found = [it for it in items(site, "budget") if it["table"] != "posts"]
    assert len(found) > 90
    assert [it for item in found for it in cell_failings(reader, item)] == []


def test_every_number_of_posts_stands_as_its_sentence_prints_it(site: Site, reader: Reader) -> None:
    found = [it for it in items(site, "budget") if it["table"] == "posts"]
    assert len(found) == 6
    assert [it for item in found for it in post_failings(reader, item)] == []


def test_no_cell_of_the_page_is_left_out(site: Site, reader: Reader) -> None:
    """As many cells as the tables below `tables` fill."""
    found = [it for it in items(site, "budget") if it["table"] != "posts"]
    article = reader.article(f"budget/{found[0]['document']}/")
    tables = [
        next(it.itersiblings("table")) for it in article.xpath("./h3[starts-with(@id, 'table-')]")
    ]
    cells = [it for table in tables for it in table.xpath("./tbody/tr/td[@class='num']")]
    assert len([it for it in cells if said(it)]) == len(found)


def cell_failings(reader: Reader, item: Item) -> Wrong:
    path = f"budget/{item['document']}/"
    [heading] = reader.article(path).xpath(f"./h3[@id='table-{item['table']}']")
    unit_line, table = next(heading.itersiblings("p")), next(heading.itersiblings("table"))
    heads = [re.sub("（.*）", "", said(it)) for it in table.xpath("./thead/tr/th")]
    row = table.xpath("./tbody/tr")[item["row"] - 1]
    head = f"{item['year']}年度{BASES[item['basis']][reader.script == 'zh-Hans']}"
    cell, own = row[heads.index(head)], said(row[0])
    marked = [to.split("#")[1] for to in reader.links(cell, path) if "#note-" in to]
    notes = [said(reader.article(path).get_element_by_id(it).getnext()) for it in marked]
    source = reader.links(reader.article(path).xpath("./dl[1]/dd")[-1], path)
    label = reader.own(item["row_label"]) if item["row_label"] else None
    return failing(
        item,
        {
            "id": True,
            "document": source == [f"documents/{item['document']}/"],
            "table": True,
            "row": True,
            "row_label": own.endswith(UNLABELLED if label is None else label),
            "column": item["column"] == f"{item['year']}-{item['basis']}",
            "basis": heads.count(head) == 1,
            "year": heads.count(head) == 1,
            "value": cell_says(item, cell, said(unit_line)),
            "unit": ("%" in said(cell)) == (item["unit"] == "percent"),
            "note": [re.sub("第[0-9]+行$", "", it) for it in notes]
            == ([reader.own(item["note"])] if item["note"] else []),
            "line": said(row[-1]) == str(item["line"]),
        },
    )


def cell_says(item: Item, cell: HtmlElement, unit_line: str) -> bool:
    if item["value"] is None:
        return said(cell) in EMPTY
    factor = 1
    if item["unit"] == "HKD":
        factor = next(it for word, it in FACTORS.items() if word in unit_line)
    return float(amounts(said(cell))[0] * factor) == item["value"]


def post_failings(reader: Reader, item: Item) -> Wrong:
    path = f"budget/{item['document']}/"
    [heading] = reader.article(path).xpath("./h2[@id='posts']")
    row = next(heading.itersiblings("table")).xpath("./tbody/tr")[item["row"] - 1]
    what, when, printed, line = map(said, row)
    is_day = item["column"].count("-") == 2
    fewer = "減少" in printed or "减少" in printed
    return failing(
        item,
        {
            "id": True,
            "document": True,
            "table": True,
            "row": True,
            "row_label": what == reader.own(item["row_label"]),
            "column": when == (said_day(item["column"]) if is_day else f"{item['column']}年度"),
            # Only the sentence on line 7 prints a word for it.
            "basis": item["basis"] == ("estimate" if item["line"] == 7 else None),
            "year": is_day or when == f"{item['year']}年度",
            "value": amounts(printed) == [abs(item["value"])] and fewer == (item["value"] < 0),
            "unit": item["unit"] == ("HKD" if printed.endswith("元") else "post"),
            "note": item["note"] is None,
            "line": line == str(item["line"]),
        },
    )
