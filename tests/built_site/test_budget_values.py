"""Every published budget cell is the one that the head's page shows, in both variants."""

import re
from collections import Counter

from data_today import in_script, records
from lxml.html import HtmlElement
from page_reader import Item, Reader, Wrong, amounts, failing, items, said
from sites import Site

UNLABELLED = ("budget-change", "budget-unlabelled", "budget-total")
"""Words for a row to which the document gives no name; the second begins with its number."""
FACTORS = {"HKD-million": 10**6, "HKD-10k": 10**4, "HKD-thousand": 10**3}


def test_every_budget_cell_stands_in_its_row_and_column(site: Site, reader: Reader) -> None:
    """Its number times the table's unit, year and basis at the head, its note behind its mark."""
    found = [it for it in items(site, "budget") if it["table"] != "posts"]
    tables = [it for budget in records("budget").values() for it in budget["tables"]]
    rows = [row for table in tables for row in table["rows"]]
    assert len(found) == sum(len(row.get("cells", ())) for row in rows) > 90
    typed = columns()
    assert [it for item in found for it in cell_failings(reader, item, typed)] == []


def test_every_number_of_posts_stands_as_its_sentence_prints_it(site: Site, reader: Reader) -> None:
    found = [it for it in items(site, "budget") if it["table"] == "posts"]
    assert len(found) == len(posts()) > 0
    typed = posts()
    assert [it for item in found for it in post_failings(reader, item, typed[item["id"]])] == []


def test_no_cell_of_the_page_is_left_out(site: Site, reader: Reader) -> None:
    """As many cells as the tables below `tables` fill, for each head."""
    found = Counter(it["document"] for it in items(site, "budget") if it["table"] != "posts")
    for document, number in found.items():
        article = reader.article(f"budget/{document}/")
        headings = article.xpath("./h3[starts-with(@id, 'table-')]")
        tables = [next(it.itersiblings("table")) for it in headings]
        line = reader.word("text-line")
        numbers = f"./tbody/tr/td[@class='num' and @data-label != '{line}']"
        cells = [it for table in tables for it in table.xpath(numbers)]
        assert (document, len([it for it in cells if said(it)])) == (document, number)
    assert set(found) == set(records("budget"))


def cell_failings(reader: Reader, item: Item, columns: dict[tuple[str, str, str], Item]) -> Wrong:
    path = f"budget/{item['document']}/"
    [heading] = reader.article(path).xpath(f"./h3[@id='table-{item['table']}']")
    unit_line, table = next(heading.itersiblings("p")), next(heading.itersiblings("table"))
    heads = [re.sub("（.*）", "", said(it)) for it in table.xpath("./thead/tr/th")]
    row = table.xpath("./tbody/tr")[item["row"] - 1]
    typed = columns[item["document"], item["table"], item["column"]]
    basis = reader.word(item["basis"], of="budget-bases")
    head = reader.word("budget-column", year=item["year"], basis=basis)
    cell, own = row[heads.index(head)], said(row[0])
    marked = [to.split("#")[1] for to in reader.links(cell, path) if "#note-" in to]
    notes = [said(reader.article(path).get_element_by_id(it)) for it in marked]
    marks = [said(it) for it in cell.iter("a") if "#note-" in it.get("href")]
    source = reader.links(reader.article(path).xpath("./dl[1]/dd")[-1], path)
    unnamed = tuple(reader.word(it).split("}")[-1] for it in UNLABELLED)
    label = reader.own(item["row_label"]) if item["row_label"] else unnamed
    return failing(
        item,
        {
            "id": True,
            "document": source == [f"documents/{item['document']}/"],
            "table": True,
            "row": True,
            "row_label": own.endswith(label),
            "column": (typed["year"], typed["basis"]) == (item["year"], item["basis"]),
            "basis": heads.count(head) == 1,
            "year": heads.count(head) == 1,
            "value": cell_says(reader, item, cell, said(unit_line)),
            "unit": ("%" in said(cell)) == (item["unit"] == "percent"),
            "note": [re.sub("（第[0-9]+行）$", "", it) for it in notes]
            == ([marks[0] + reader.own(item["note"])] if item["note"] else []),
            "line": said(row[-1]) == str(item["line"]),
        },
    )


def cell_says(reader: Reader, item: Item, cell: HtmlElement, unit_line: str) -> bool:
    if item["value"] is None:
        return said(cell) in ("—", reader.word("budget-not-printed"))
    factor = 1
    if item["unit"] == "HKD":
        units = {reader.word(it, of="budget-units", n=""): FACTORS[it] for it in FACTORS}
        factor = next(units[it] for it in units if it in unit_line)
    return float(amounts(said(cell))[0] * factor) == item["value"]


def columns() -> dict[tuple[str, str, str], Item]:
    """Each column of each table, as typed."""
    return {
        (document, table["id"], it["id"]): it
        for document, budget in records("budget").items()
        for table in budget["tables"]
        for it in table["columns"]
    }


def posts() -> dict[str, Item]:
    """Each number of posts, as typed, by its published identifier."""
    return {
        f"{document}-posts-{it['id']}": it
        for document, budget in records("budget").items()
        for it in budget.get("statements", ())
        if it["kind"] == "post"
    }


def post_failings(reader: Reader, item: Item, typed: Item) -> Wrong:
    path = f"budget/{item['document']}/"
    [heading] = reader.article(path).xpath("./h2[@id='posts']")
    row = next(heading.itersiblings("table")).xpath("./tbody/tr")[item["row"] - 1]
    what, when, printed, line = map(said, row)
    is_day = item["column"].count("-") == 2
    day = reader.day(item["column"]) if is_day else item["column"]
    changes = {it["code"]: it for it in records("vocabulary")["budget-changes"]["terms"]}
    forms = [in_script(it, reader.script) for it in changes["decrease"]["printed"]]
    fewer = any(it in printed for it in forms)
    return failing(
        item,
        {
            "id": True,
            "document": True,
            "table": True,
            "row": True,
            "row_label": what == reader.own(item["row_label"]),
            "column": when == day if is_day else when.startswith(day),
            "basis": item["basis"] == typed.get("basis"),
            "year": is_day or when.startswith(item["year"]),
            "value": amounts(printed) == [abs(item["value"])] and fewer == (item["value"] < 0),
            "unit": item["unit"] == ("HKD" if printed.endswith("元") else "post"),
            "note": item["note"] is None,
            "line": line == str(item["line"]),
        },
    )
