"""Every value of every published record is what its page shows, read as a reader reads it."""

import re
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest
from data_today import records
from page_reader import Item, Reader, amounts, items, said, squeezed
from shown_dataset_values import (
    archived,
    formats,
    group,
    landing,
    listings,
    status_tag,
    yes_or_no,
)
from shown_values import (
    Check,
    address,
    beside,
    code_beside,
    day_beside,
    english,
    heading,
    identifier,
    label,
    link_beside,
    links_beside,
    one_of,
    path_of,
    records_beside,
    texts_beside,
    without_basis,
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


def summary(reader: Reader, item: Item, value: Any) -> bool:
    """A paragraph below the name, with the lines that say it."""
    if value is None:
        return True
    path = path_of(item)
    lines = {
        reader.line(it["document"], it["line"])
        for it in item["locators"]
        if "summary" in it["supports"]
    }
    return any(
        without_basis(reader, it) == reader.own(value)
        and {to for to in reader.links(it, path) if "#line-" in to} == lines
        for it in reader.article(path).iter("p")
    )


def sources(reader: Reader, item: Item, value: Any) -> bool:
    """Every place in the list of places, with the clauses that claims rest on; none besides.

    What another clause of a line says too is quoted once, whatever the width of its marks."""
    path = path_of(item)
    found = reader.article(path).xpath("./h2[@id='sources']/following-sibling::ul[1]/li")
    shown = {tuple(reader.links(it, path)): {plain(said(q)) for q in it.iter("q")} for it in found}
    wanted: dict[tuple[str, ...], set[str]] = {}
    for it in value:
        clauses = wanted.setdefault((reader.line(it["document"], it["line"]),), set())
        if it["quotation"]:
            clauses.add(plain(squeezed(it["quotation"])))
    return list(shown) == list(wanted) and all(
        any(clause in it for it in shown[line])
        for line, clauses in wanted.items()
        for clause in clauses
    )


def plain(text: str) -> str:
    return normalize("NFKC", text)


def runners(reader: Reader, item: Item, value: Any) -> bool:
    """Who runs it stands first, and who runs it together with that behind."""
    return records_beside(reader, item, "run-by")[:1] == ([value] if value else [])


def joint_runners(reader: Reader, item: Item, value: Any) -> bool:
    return records_beside(reader, item, "run-by")[1:] == value


def derived(reader: Reader, item: Item, value: Any) -> bool:
    """As many marks as fields that we draw ourselves, each with its reason behind it."""
    mark = reader.word("our-inference")
    shown = said(reader.article(path_of(item)))
    return all(f"{mark}（{reader.own(it['reason'])}）" in shown for it in value) and len(value) == (
        shown.count(f"{mark}（")
    )


def listed_on(reader: Reader, item: Item, value: Any) -> bool:
    path = path_of(item)
    found = reader.article(path).xpath("./h2[@id='listings']/following-sibling::*")
    links = [to for it in found for to in reader.links(it, path)]
    return all(reader.line(it["document"], it["line"]) in links for it in value)


FIELD_ROWS = (
    *("launched", "status", "run-by", "part-of", "parts", "official-page"),
    "datasets-named-after",
    *("english-name", "acronym", "language-hant", "language-hans", "aliases"),
    *("printed-differently", "former-names"),
)
"""Words before values of a programme that are no condition."""


def terms(reader: Reader, item: Item, value: Any) -> bool:
    """Each condition beside the word for its kind, of money for the kind of amount, with its line
    and, where it is a number, that; what the word says is not said again."""
    path = path_of(item)
    labelled = reader.labelled(path)
    places: dict[str, set[str]] = {}
    kinds = [it["code"] for it in records("vocabulary")["amount-kinds"]["terms"]]
    amounts_of = {reader.word(it, of="amount-kinds") for it in kinds}
    shown_terms = 0
    for term in value:
        plain = re.sub("[（）]", "", reader.own(term["text"]))
        at = [
            name
            for name, parts in labelled.items()
            for part in parts
            if reader.line(term["document"], term["line"]) in reader.links(part, path)
            and re.sub("[（）]", "", without_basis(reader, part))
            in (plain, plain.removeprefix(f"{name}："))
        ]
        if at:
            kind = at[0] if at[0] in amounts_of else term["kind"]
            places.setdefault(kind, set()).add(at[0])
            shown_terms += 1
        elif term["value"] is None or not among_numbers(reader, path, term):
            return False
    fields = {reader.word(it) for it in FIELD_ROWS}
    fields.add(reader.word("approved", of="amount-kinds"))
    shown = [
        to
        for name, parts in labelled.items()
        if name not in fields
        for part in parts
        for to in reader.links(part, path)
        if to.startswith("documents/")
    ]
    if len(shown) != shown_terms:
        return False
    # One row a kind, and no row for two.
    return all(len(it) == 1 for it in places.values()) and len(places) == len(
        set.union(set(), *places.values())
    )


def applicants(reader: Reader, item: Item, value: Any) -> bool:
    """The list of programmes finds it by these; its own page says in words who may apply."""
    who = reader.word("eligibility", of="term-kinds")
    [row] = reader.article("programmes/").xpath(".//tr[@data-id=$id]", id=item["id"])
    listed = row.get("data-applicant").split(" ") == (value or ["none"])
    return listed and bool(value) == (who in reader.labelled(path_of(item)))


def among_numbers(reader: Reader, path: str, term: Item) -> bool:
    """An earlier number of a condition stands in the table of numbers only."""
    rows = reader.article(path).xpath("./h2[@id='figures']/following-sibling::table[1]/tbody/tr")
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
        spatial = "non-spatial-data" if section["code"].endswith("ii") else "spatial-data"
        wanted += reader.word("middle-dot") + reader.word(spatial)
        empty = (
            reader.word(f"empty-{section['empty']}") if section["empty"] else str(section["rows"])
        )
        if (code, name, line) != (section["code"], wanted, str(section["line"])):
            return False
        if empty not in count:
            return False
    return True


def note_beside(code: str) -> Check:
    """A remark beside an address, or in its place."""

    def check(reader: Reader, item: Item, value: Any) -> bool:
        values = label(code)(reader, path_of(item))
        inside = "descendant::text()[not(ancestor::a or ancestor::span[contains(@class, 'tag')])]"
        left = squeezed("".join(text for it in values for text in it.xpath(inside)))
        if value is None:
            return left in ("", reader.word("unknown"))
        return left.strip("（）") == reader.own(value)

    return check


def years(reader: Reader, item: Item, value: Any) -> bool:
    if value is None:
        return True
    start, end = value.split("/")
    article = reader.article(path_of(item))
    # The title of a plan; the estimates' own title has none, but that of their page.
    text = "".join(said(it) for it in article.xpath("./h1 | ./h2[@id='budget']/following::ul[1]"))
    return f"{start}-{end}" in text or f"{start}-{end[2:]}" in text


def statements(reader: Reader, item: Item, value: Any) -> bool:
    """Each at its place, and none besides; what each says, test_fact_values.py asks."""
    places = reader.article(path_of(item)).xpath(".//@id[starts-with(., 'statement-')]")
    return set(places) == {f"statement-{it['id']}" for it in value}


NAMES: dict[str, Check] = {
    "id": identifier,
    "url": address,
    "name": heading,
    "english": english,
    "acronym": beside("acronym"),
    "aliases": texts_beside("aliases"),
    "former_names": texts_beside("former-names"),
    "kind": tag,
    "summary": summary,
    "links": links_beside("official-site", "official-page"),
    "locators": sources,
    "derived": derived,
    "statements": statements,
}


def complete(reader: Reader, item: Item, value: Any) -> bool:
    told = reader.word("document-incomplete")
    return (told in said(reader.article(path_of(item)))) is not value


CHECKS: dict[str, dict[str, Check]] = {
    "agencies": NAMES
    | {
        "parent": link_beside("parent"),
        "successor": link_beside("successor"),
        "established": day_beside("established"),
        "dissolved": day_beside("dissolved"),
    },
    "programmes": NAMES
    | {
        "agency": runners,
        "joint_agencies": joint_runners,
        "part_of": link_beside("part-of"),
        "applicants": applicants,
        "launched": day_beside("launched"),
        "status": code_beside("status"),
        "terms": terms,
    },
    "documents": {
        "id": identifier,
        "url": address,
        "title": heading,
        "kind": one_of(
            "document-kind",
            open_data_plan="open-data-plan",
            fact_sheet="fact-sheet",
            estimates="estimates",
        ),
        "covers": years,
        "script": one_of(
            "document-script",
            zh_Hant="script-hant",
            zh_Hans="script-hans",
        ),
        "publisher": link_beside("publisher"),
        "date": day_beside("document-date"),
        "sha256": beside("checksum"),
        "lines": beside("lines-count"),
        "complete": complete,
        "links": links_beside("document-page"),
        "link_note": note_beside("document-page"),
        "sections": sections,
    },
    "datasets": {
        "id": identifier,
        "url": address,
        "name": heading,
        "description": paragraphs,
        "agency": link_beside("publisher"),
        "group": group,
        "category": code_beside("category"),
        "spatial": yes_or_no,
        "formats": formats,
        "archived": archived,
        "frequency": code_beside("frequency"),
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
        pairs = [(it, value) for it, value in pairs if value is not None]
        pairs = [(it, value) for it, value in pairs if shown(value) != shown(it[field])]
        passed = [(it["id"], value) for it, value in pairs if accepts(check, reader, it, value)]
        assert passed == [], field


def shown(value: Any) -> Any:
    """A value without what no page shows of it: two plans have one title, in either script.
    Of places that two records share, the name of one may stand in a clause of the other."""
    if isinstance(value, dict) and "source" in value:
        return {**value, "source": None}
    if isinstance(value, list) and value and "supports" in value[0]:
        return {(it["document"], it["line"]) for it in value}
    return value


def accepts(check: Check, reader: Reader, item: Item, value: Any) -> bool:
    try:
        return check(reader, item, value)
    except (AttributeError, KeyError, TypeError):
        return False
