"""Every value of every fact, erratum and name is what the pages show of it."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from unicodedata import normalize

from lxml.html import HtmlElement
from page_reader import (
    Item,
    Reader,
    Wrong,
    amounts,
    failing,
    items,
    own_lines,
    printed_forms,
    said,
    squeezed,
)
from shown_values import without_sources
from sites import Site

FOLDERS = {"agency": "agencies", "programme": "programmes", "document": "documents"}


def subject_page(item: Item) -> str:
    return f"{FOLDERS[item['subject']['kind']]}/{item['subject']['id']}/"


# --- figures ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ShownFigure:
    """A number on its subject's page: in a table, or at the head of a programme's page."""

    label: str
    number: str
    day: str
    beside: str
    """What stands beside number or label."""
    edition: str
    is_newest: bool
    has_series: bool


def shown_figure(reader: Reader, item: Item) -> ShownFigure:
    """Where the address of a number leads, its words are quoted and its line is linked."""
    path = subject_page(item)
    [newest] = reader.article(path).xpath(f".//*[@id='figure-{item['measure']}']")
    line = reader.line(item["document"], item["line"])
    printed = squeezed(item["quotation"] or item["printed"])
    if newest.tag == "dd":
        assert reader.links(newest, path)[-1] == line
        assert printed in printed_forms(newest)
        return _figure_at_head(reader, item, newest)
    earlier = takewhile(lambda it: not it.get("id"), newest.itersiblings())
    group = [newest, *earlier]
    [row] = [it for it in group if reader.links(it[-1], path) == [line] and said(it[3]) == printed]
    number = row[1].xpath("./strong") or [row[1]]
    return ShownFigure(
        label=said(group[0][0]),
        number=said(number[0]),
        day=said(row[2]).replace("—", ""),
        beside=said(row[0]) + said(group[0][0]),
        edition=said(row[-1]),
        is_newest=row is group[0],
        has_series=len(group) > 1,
    )


def _figure_at_head(reader: Reader, item: Item, value: HtmlElement) -> ShownFigure:
    """`名額：36人（這一項的說明）（截至2025年3月）出處`, below the kind of condition."""
    [kind] = value.xpath("./preceding-sibling::dt[1]")
    name = item["label"][reader.script]
    text = without_sources(value).removeprefix(f"{squeezed(name)}：")
    number, *beside = re.split("(?=（)", text)
    day = reader.when(item["as_of"], item["as_of_part"], None, None)
    dated = f"（{reader.word('as-of', date=day)}）" in beside
    says_kind = item["amount"] and said(kind) == reader.word(item["amount"], of="amount-kinds")
    return ShownFigure(
        label=name if says_kind or name in (said(kind), *said(value).split("：")) else "",
        number=number,
        day=day if dated else "",
        beside="".join(beside),
        edition=said(value.xpath(".//a[contains(@href, '/#line-')]")[-1]),
        is_newest=True,
        has_series=False,
    )


def test_every_number_stands_on_the_page_of_its_subject(site: Site, reader: Reader) -> None:
    """With qualifier, unit, day, what it counts, its words and its line."""
    wrong: Wrong = []
    for item in items(site, "figures"):
        shown = shown_figure(reader, item)
        name = item["label"][reader.script]
        basis = reader.own(item["basis"]) if item["basis"] else ""
        day = reader.when(item["as_of"], item["as_of_part"], None, None)
        note = reader.own(item["break"]) if item["break"] else ""
        wrong += failing(
            item,
            {
                "id": True,
                "subject": True,
                "subject_name": said(reader.article(subject_page(item)).find(".//h1"))
                == reader.own(item["subject_name"]),
                "measure": True,
                "label": squeezed(shown.label).startswith(squeezed(name)),
                "value": reader.number(item, shown.number),
                "value_max": (len(amounts(shown.number)) == 2) == (item["value_max"] is not None),
                "unit": True,
                "amount": (item["amount"] is not None)
                == (item["unit"] == "HKD" and item["subject"]["kind"] == "programme"),
                "qualifier": reader.number(item, shown.number),
                "in_words": shown.number == reader.own(item["in_words"]),
                "url": item["url"] == f"{site.url}{subject_page(item)}#figure-{item['measure']}",
                "as_of": shown.day == day,
                "as_of_part": shown.day == day,
                "break": note in shown.beside,
                "series": (item["series"] is not None) == shown.has_series,
                "newest": item["newest"] is shown.is_newest,
                "basis": basis in shown.beside,
                "printed": True,
                "quotation": True,
                "edition": shown.edition.startswith(reader.own(item["edition"])),
                "document": True,
                "line": True,
            },
        )
    assert wrong == []


def test_the_unit_that_stands_behind_a_number_is_that_of_its_code(
    site: Site, reader: Reader
) -> None:
    """One wording for each code; the documents' own words tell whether it is the right one."""
    worded: dict[str, set[str]] = {}
    for item in items(site, "figures"):
        number = shown_figure(reader, item).number
        worded.setdefault(item["unit"], set()).add(re.split(r"[0-9億亿萬万]", number)[-1])
    assert {unit: len(words) for unit, words in worded.items() if len(words) > 1} == {}
    for unit, words in worded.items():
        assert words == {reader.word(unit, of="units", n="")}
    assert len(worded) > 10


def test_the_list_of_numbers_shows_each_with_its_source(site: Site, reader: Reader) -> None:
    """Below its subject, at a place of its own, with a link to the subject's page."""
    wrong: Wrong = []
    for item in items(site, "figures"):
        [row] = reader.article("figures/").xpath(f".//tr[@id='figure-{item['id']}']")
        [group] = row.xpath("../tr[@class='part']")
        links = reader.links(row, "figures/")
        source = reader.line(item["document"], item["line"])
        day = reader.when(item["as_of"], item["as_of_part"], None, None) or ""
        note = reader.own(item["break"]) if item["break"] else ""
        shown = {
            "subject": group.get("id") == item["subject"]["id"],
            "subject_name": said(row[1]) == reader.own(item["subject_name"]),
            "label": said(row[0]).startswith(reader.own(item["label"])),
            "url": f"{subject_page(item)}#figure-{item['measure']}" in links,
            "basis": not item["basis"] or reader.own(item["basis"]) in said(row[0]),
            "in_words": said(row[2]) == reader.own(item["in_words"]),
            "newest": item["newest"] is bool(row[2].xpath("./strong")),
            "as_of": said(row[3]) == day,
            "line": source in links,
            "break": note in said(row[5]),
        }
        wrong += [(item["id"], field) for field, holds in shown.items() if not holds]
    assert wrong == []


# --- statements ---------------------------------------------------------------------------------


def test_every_statement_stands_on_the_page_of_its_subject(site: Site, reader: Reader) -> None:
    """At its own place, below its kind and year; and on the pages of those whom it concerns."""
    pages = {
        it["id"]: f"{folder}/{it['id']}/"
        for folder in ("agencies", "programmes", "datasets")
        for it in items(site, folder)
    }
    wrong: Wrong = []
    for item in items(site, "statements"):
        path, anchor = subject_page(item), f"statement-{item['id']}"
        [entry] = reader.article(path).xpath(f".//*[@id='{anchor}']")
        [label] = entry.xpath("(preceding-sibling::dt | ancestor::details/summary)[last()]")
        text, term = reader.own(item["text"]), reader.own(item["term"]) if item["term"] else None
        lines = [reader.line(it["document"], it["line"]) for it in item["locators"]]
        linked = reader.links(entry, path)
        quoted = {normalize("NFKC", it) for it in printed_forms(entry)}
        words = {normalize("NFKC", squeezed(it["printed"])) for it in item["locators"]}
        wrong += failing(
            item,
            {
                "id": True,
                "url": item["url"] == f"{site.url}{path}#{anchor}",
                "kind": said(label).startswith(reader.word(item["kind"], of="statement-kinds")),
                "subject": True,
                "text": said(entry).startswith(f"「{term}」：{text}" if term else text),
                "term": True,
                "year": not item["year"] or reader.day(item["year"]) in said(label),
                "about": all(concerns(reader, item, pages[it], linked) for it in item["about"]),
                "quotation": item["quotation"] == item["locators"][0]["printed"],
                "locators": [it for it in linked if "#line-" in it] == list(dict.fromkeys(lines))
                and quoted == words,
            },
        )
    assert wrong == []


def concerns(reader: Reader, item: Item, page: str, linked: list[str]) -> bool:
    """Whether the statement leads to a page, which shows it and leads back; or is that of it."""
    own = subject_page(item)
    if page == own:
        return True
    found = reader.article(page).xpath("//*[@id='statements-concerning']/following::li")
    back = f"{own}#statement-{item['id']}"
    return page in linked and any(
        back in reader.links(it, page) and reader.own(item["text"]) in said(it) for it in found
    )


# --- events -------------------------------------------------------------------------------------


def test_every_event_stands_on_the_page_of_its_subject(site: Site, reader: Reader) -> None:
    """And, under its identifier or with what is told alike, on the timeline."""
    found = items(site, "events")
    by_id = {it["id"]: it for it in found}
    undated = reader.word("not-dated")
    kinds: dict[str, set[str]] = {}
    timeline = [
        told_entry(reader, it)
        for it in reader.article("timeline/").xpath(".//li[starts-with(@id, 'event-')]")
    ]

    @cache
    def rows_of(path: str) -> list[tuple[HtmlElement, list[str], str]]:
        rows = reader.article(path).xpath("./ul[@class='events']/li")
        return [(it, reader.links(it, path), said(it)) for it in rows]

    @cache
    def printed_in(document: str) -> list[tuple[str, str, list[str]]]:
        rows = [
            row
            for page in reader.fact_pages(document)
            for row in reader.article(page).xpath(".//tbody/tr[count(*) = 4]")
        ]
        return [(said(it[0]), said(it[2]), printed_forms(it[3])) for it in rows]

    wrong: Wrong = []
    for item in found:
        path, what = subject_page(item), reader.own(item["what"])
        line = reader.line(item["document"], item["line"])
        rows = [it for it, links, text in rows_of(path) if line in links and what in text]
        day = event_day(reader, item) or undated
        own = [it for it in rows if said(it.xpath(".//strong")[0]) == day]
        if not rows:
            rows = own = launches(reader, item)
        [entry] = [it.element for it in timeline if tells(reader, it, item)]
        kinds.setdefault(item["kind"], set()).add(said(entry.find_class("tag")[0]))
        printed = [
            form
            for line_number, told, forms in printed_in(item["document"])
            if line_number == str(item["line"]) and what in told
            for form in forms
        ]
        quoted = item["quotation"] or item["printed"]
        wrong += failing(
            item,
            {
                "id": True,
                "kind": entry.get("data-kind") == item["kind"],
                **{it: bool(own) for it in ("date", "part", "bound", "every")},
                "edtf": item["edtf"] == level_two(item),
                "date_printed": bool(item["date_printed"]) == bool(item["date_line"]),
                "date_line": any(date_line_is(reader, it, item, path) for it in own),
                "what": bool(rows),
                "subject": bool(rows),
                "planned": any(is_planned(it) is item["planned"] for it in own),
                "outcome": any(outcome_is(reader, it, by_id.get(item["outcome"])) for it in own),
                "printed": squeezed(quoted) in printed if quoted else True,
                "quotation": any(quotes(it, item["quotation"] or "") for it in rows),
                "document": bool(rows),
                "line": bool(rows),
            },
        )
    assert wrong == []
    assert {kind: len(words) for kind, words in kinds.items() if len(words) > 1} == {}
    assert len({min(words) for words in kinds.values()}) == len(kinds)


def launches(reader: Reader, item: Item) -> list[HtmlElement]:
    """The day of the launch at the head of a programme's page, which stands for an event that says
    no more than `推出` and the programme's name."""
    path = subject_page(item)
    [title] = reader.article(path).xpath(".//h1")
    what = re.sub("[「」]", "", reader.own(item["what"]))
    line = reader.line(item["document"], item["line"])
    return [
        it
        for it in reader.labelled(path).get(reader.word("launched"), [])
        if what.endswith(said(title))
        and line in reader.links(it, path)
        and without_sources(it) == event_day(reader, item)
    ]


def quotes(row: HtmlElement, quotation: str) -> bool:
    """Whether a row has a quotation; of editions that differ in the width of signs, one's."""
    return normalize("NFKC", squeezed(quotation)) in normalize("NFKC", said(row))


def event_day(reader: Reader, item: Item) -> str:
    """When an event is, as this variant says it; nothing of an undated one."""
    return reader.when(item["date"], item["part"], item["bound"], item["every"])


def level_two(item: Item) -> str | None:
    """The date in EDTF with what it may at least or at most be."""
    date: str | None = item["date"]
    if date and "/" in date:
        start, end = date.split("/")
        date = f"[{start}-04..{end}-03]"
    if date and item["bound"]:
        bare = date.strip("[]")
        return f"[{bare}..]" if item["bound"] == "earliest" else f"[..{bare}]"
    return date


def date_line_is(reader: Reader, row: HtmlElement, item: Item, path: str) -> bool:
    """Whether a row leads to the line on which the date stands, if that is another."""
    line = item["date_line"]
    return line is None or reader.line(item["document"], line) in reader.links(row, path)


def is_planned(row: HtmlElement) -> bool:
    """Whether a row warns that it tells a plan."""
    return any(it.find_class("tag--planned") for it in own_lines(row))


def outcome_is(reader: Reader, row: HtmlElement, outcome: Item | None) -> bool:
    """Whether a row tells what came of a plan, or of none that nobody tells."""
    shown = [said(it) for it in row.xpath("./ul/li")]
    if outcome is None:
        passed = {reader.word("plan-passed"), reader.word("earliest-passed")}
        return passed.issuperset(shown)
    return len(shown) == 1 and reader.own(outcome["what"]) in shown[0]


@dataclass(frozen=True)
class ToldEntry:
    """An entry of the timeline: day and marks, what happened, and below that whom it concerns."""

    element: HtmlElement
    text: str
    """Of its first line, whole."""
    days: list[str]
    marks: str
    is_planned: bool
    links: list[str]
    """Of its second line."""


def told_entry(reader: Reader, entry: HtmlElement) -> ToldEntry:
    told, about = own_lines(entry)
    return ToldEntry(
        entry,
        text=said(told),
        days=[said(it) for it in told.iter("strong")],
        marks="".join(map(said, (*told.iter("strong"), *told.find_class("tag")))),
        is_planned=is_planned(entry),
        links=reader.links(about, "timeline/"),
    )


def tells(reader: Reader, entry: ToldEntry, item: Item) -> bool:
    """Whether an entry of the timeline is the one for an event."""
    return (
        entry.text == entry.marks + reader.own(item["what"])
        and entry.days == list(filter(None, [event_day(reader, item)]))
        and entry.is_planned is item["planned"]
        and entry.element.get("data-kind") == item["kind"]
        and entry.links[0] == subject_page(item)
        and reader.line(item["document"], item["line"]) in entry.links
    )


# --- errata and names ---------------------------------------------------------------------------


def test_every_erratum_stands_in_the_list_with_its_places(site: Site, reader: Reader) -> None:
    wrong: Wrong = []
    for item in items(site, "errata"):
        row = reader.article("errata/").get_element_by_id(item["id"])
        level = row.xpath("./preceding::h2[1]")[0].get("id")
        if item["level"] == "blemish":
            assert level == "blemish"  # counted there; the page of its document tells it
            continue
        what, shown_as, places, *others = filter(said, own_lines(row))
        # Above the list it is said that nothing else was.
        reported = others.pop() if item["reported"] else None
        told = said(reported) if reported is not None else ""
        about = [subject_of(it) for line in others for it in reader.links(line, "errata/")]
        if level == "fact" and item["about"]:
            heading = row.xpath("./preceding::h3[1]")[0]
            about = [subject_of(heading.xpath("./a[not(@class)]/@href")[0]), *about]
        spots = sorted(item["locators"], key=lambda it: it["document"])
        lines = [reader.line(it["document"], it["line"]) for it in spots]
        printed = [squeezed(it["printed"]) for it in spots]
        if level == "editorial":
            lines, printed = list(dict.fromkeys(lines)), []
        wrong += failing(
            item,
            {
                "id": True,
                "kind": True,  # what is grouped by what it touches is not grouped by its kind
                "level": level == item["level"],
                "what": said(what) == reader.own(item["what"]),
                "shown_as": said(shown_as) == word_of(reader, item["shown_as"]),
                "about": about == item["about"],
                "locators": (list(printed_forms(places)), reader.links(places, "errata/"))
                == (printed, lines),
                "reported": item["reported"] is None or reader.day(item["reported"]) in told,
                "answer": item["answer"] is None or reader.own(item["answer"]) in told,
            },
        )
    assert wrong == []


def subject_of(link: str) -> str:
    """The identifier of a record or a name that a link leads to."""
    return link.rstrip("/").split("/")[-1].lstrip("#")


def word_of(reader: Reader, text: Item) -> str:
    return f"{reader.word('shown-as')}{reader.own(text)}"


def test_every_name_stands_in_the_terminology(site: Site, reader: Reader) -> None:
    wrong: Wrong = []
    article = reader.article("terminology/")
    other = {"zh-Hant": "zh-Hans", "zh-Hans": "zh-Hant"}[reader.script]
    unconfirmed = reader.word("unconfirmed")
    names = ("zh-Hant", "zh-Hans", "english")
    words = [reader.word(it) for it in ("script-hant", "script-hans", "english-name")]
    for item in items(site, "terminology"):
        row = article.get_element_by_id(item["id"])
        heading = row.xpath("./preceding::h2[1]")[0]
        own, second, english, places = row
        outside = reader.word("from-outside")
        name, *others = (said(it).replace(outside, "") for it in own_lines(own))
        aliases = [it for line in others for it in re.split("[：、]", line[1:-1])[1:] if it]
        forms = printed_forms(places)
        nameless = reader.word("unknown-name")
        latin = squeezed(item["english"]) if item["english"] else nameless
        latin += f"（{squeezed(item['acronym'])}）" if item["acronym"] else ""
        open_parts = re.search(f"{unconfirmed}((?:(?:{'|'.join(words)})、?)+)", said(places))
        parts = re.findall("|".join(words), open_parts[1]) if open_parts else []
        printed = [*item["stands"], *item["printed_forms"]]
        links = reader.links(places, "terminology/")
        lines = [
            reader.line(it["document"], it["lines"][0]) in links
            and "、".join(map(str, it["lines"][1:])) in said(places)
            for it in printed
        ]
        # What has a page of its own is quoted there.
        quoted = [] if own.xpath(".//a") else [it["quotation"] for it in printed]
        wrong += failing(
            item,
            {
                "id": True,
                "kind": said(heading) == reader.own(item["kind"]),
                "name": name == reader.own(item["name"])
                and said(second) == squeezed(item["name"][other]),
                "english": said(english).replace(outside, "") == latin,
                "acronym": said(english).replace(outside, "") == latin,
                "aliases": aliases == [reader.own(it) for it in item["aliases"]],
                "printed_forms": sorted(forms)
                == sorted(
                    map(
                        squeezed,
                        [*(it["form"] for it in item["printed_forms"]), *filter(None, quoted)],
                    )
                ),
                "stands": all(lines),
                "confirmed": item["confirmed"] is not (set(parts) & set(words[:2]) != set()),
                "unconfirmed": [names[words.index(it)] for it in parts] == item["unconfirmed"],
            },
        )
    assert wrong == []


def test_every_name_with_a_page_is_quoted_there(site: Site, reader: Reader) -> None:
    """What another clause says too, but for the width of its marks, is quoted once."""
    wrong: Wrong = []
    terminology = reader.article("terminology/")
    for item in items(site, "terminology"):
        [*pages] = reader.links(terminology.get_element_by_id(item["id"])[0], "terminology/")
        for page in pages[:1]:
            mentions = reader.article(page).xpath(".//*[@id='sources']/following-sibling::ul[1]")
            quoted = [alike(it) for it in printed_forms(mentions[0])]
            printed = [*item["stands"], *item["printed_forms"]]
            clauses = [alike(it["quotation"]) for it in printed if it["quotation"]]
            wrong += [(item["id"], it) for it in clauses if not any(it in q for q in quoted)]
    assert wrong == []


def alike(text: str) -> str:
    """`text` with all its marks in one width."""
    return normalize("NFKC", squeezed(text))
