"""A small handbook of invented records in which every kind of page has something to show.

Three agencies, three documents, four datasets: planned and overdue, planned, released, archived;
spatial and not; printed in either script; named by hand in both; one whose every text is an attack.
Three programmes: one with conditions, numbers of two editions and events, one that is only named,
one whose every text is an attack.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from builders import (
    a_catalogue,
    a_claiming_locator,
    a_condition,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_form_map,
    a_founding,
    a_landing,
    a_listing,
    a_locator,
    a_name,
    a_name_list,
    a_programme,
    a_prose,
    a_prose_section,
    a_quoted_locator,
    a_sea_event_list,
    a_section,
    a_spot,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
)

from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, Terminology
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.figure import FigureList
from generator.model.programme import Programme
from generator.model.statement import StatementList
from generator.model.vocabulary import Prose
from generator.pipeline.generate import catalogue_converter
from generator.pipeline.outputs import outputs
from generator.resolve.resolve import Records, resolve
from generator.script.convert import Converter

AS_OF = date(2026, 6, 1)
SITE_URL = "https://handbook.example/hk/"
ATTACK = """<img src=x onerror=alert(1)> & [x](javascript:alert(1)) *a* `b` {#c} | "d" '"""
"""Hostile in Markdown, HTML, attributes and tables."""


@cache
def sample_catalogue() -> Catalogue:
    return a_catalogue(
        documents=[_new_plan(), _old_plan(), _facts()],
        agencies=[_sea(), _bureau(), _fund()],
        datasets=[_tides(), _charts(), _prices(), _vessels()],
        programmes=[_grant(), _levy(), _prize()],
        figures=[_grant_figures(), _prize_figures(), _sea_figures()],
        events=[_grant_events(), _prize_events(), _sea_events(), _fund_events()],
        statements=[
            _grant_statements(),
            _prize_statements(),
            _sea_statements(),
            _plan_statements(),
        ],
        errata=[_damage(), _omission()],
        prose=[_home(), _about(), _data()],
        terminology=_terminology(),
    )


def _terminology() -> Terminology:
    """A name that an agency takes, one that a plan prints otherwise, and one that is an attack."""
    bureau = a_name(
        **{"id": "bureau", "zh-Hant": "海事局", "zh-Hans": "海事局"},
        english="Marine Bureau",
        acronym="MB",
        aliases=["海局"],
        stands=[
            {"document": "sea-facts", "lines": [1, 9], "quotation": "海事局于1997年成立"},
        ],
        printed=[{"form": "海事信息局", "document": "sea-facts", "lines": [7]}],
        confirmed_by=["sea-facts", "https://bureau.example/a?b=c"],
    )
    tides = a_name(
        **{"id": "tide-times", "zh-Hant": "潮汐時刻", "zh-Hans": "潮汐时刻"},
        printed=[
            {
                "form": "潮汐時間",
                "document": "sea-plan-2",
                "lines": [82, 90],
                "quotation": "沿用潮汐時間一名",
            }
        ],
        unconfirmed=["zh-Hans", "english"],
    )
    attack = a_name(
        **{"id": "attack", "zh-Hant": ATTACK.strip(), "zh-Hans": f"={ATTACK}".strip()},
        english=ATTACK.strip(),
        acronym=ATTACK.strip(),
        aliases=[ATTACK.strip()],
        printed=[{"form": ATTACK.strip(), "document": "sea-plan", "lines": [3]}],
        confirmed_by=["https://attack.example/%22%3E"],
    )
    return a_terminology(
        names=[a_name_list(bureau, attack), a_name_list(tides, id="programme")],
        forms=[a_form_map({"説": "說", "佈": "布"})],
    )


def sample_records(as_of: date = AS_OF) -> Records:
    return resolve(sample_catalogue(), as_of)


@cache
def sample_converter() -> Converter:
    return catalogue_converter(sample_catalogue())


@cache
def sample_outputs(as_of: date = AS_OF) -> Mapping[str, bytes]:
    """Every generated file of the sample."""
    return MappingProxyType(outputs(sample_records(as_of), sample_converter(), SITE_URL))


def _old_plan() -> Document:
    return a_document(
        date_line=90,
        covers="2024/2026",
        sections=[
            a_section(code="A.ii", heading="在 2025 年发放的数据集", line=20),
            a_section(code="C.1.ii", heading="其他机构计划开放的数据集", body="海产基金", line=40),
            a_section(rows=0, line=60, empty="not-applicable"),
        ],
    )


def _new_plan() -> Document:
    return a_document(
        id="sea-plan-2",
        script="zh-Hant",
        title="海風觀測署開放數據計劃（第二版）",
        date="2025-12",
        lines=200,
        links={"en": "https://sea.example/plans?edition=2"},
        sections=[
            a_section(code="A.i", heading="在 2026 年發放的數據集", line=12),
            a_section(code="B.ii", heading="以後發放的數據集", line=30, rows=0, empty="no-row"),
            a_section(heading="進度", line=80, rows=2, note="2022年及之前的條目基於舊計劃。"),
        ],
    )


def _facts() -> Document:
    return a_document(
        id="sea-facts",
        title="海事便览",
        kind="fact-sheet",
        short_title={"zh-Hant": "便覽"},
        simplified_by="machine",
        publisher="bureau",
        date=None,
        sections=[],
    )


def _sea() -> Agency:
    return an_agency(
        name={"zh-Hant": "海風觀測署", "zh-Hans": "海风观测署"},
        english="Sea & Wind Observatory",
        acronym="SWO",
        aliases=["觀測署", {"zh-Hant": "海風台", "zh-Hans": "海风台"}],
        former_names=["海事氣象台"],
        parent="bureau",
        established="1997-07-01",
        summary="發布潮汐和風力的說明。\n全年無休。",
        links={
            "zh-Hant": "https://sea.example/tc/",
            "zh-Hans": "https://sea.example/sc/",
            "en": "https://sea.example/en/",
        },
        locators=[
            a_locator(),
            a_locator(
                document="sea-plan-2",
                line=5,
                supports=["parent", "summary"],
                quotation="海事局轄下的海風觀測署發布潮汐和風力的說明",
            ),
        ],
        derived=[{"field": "former_names", "reason": "文件用過兩個名稱。"}],
    )


def _bureau() -> Agency:
    return an_agency(
        id="bureau",
        script="zh-Hans",
        name=None,
        kind="bureau",
        locators=[a_locator(document="sea-facts", line=1)],
    )


def _fund() -> Agency:
    return an_agency(
        id="sea-fund",
        name=f"海產基金{ATTACK}",
        english=f"Fund {ATTACK}".strip(),
        kind="fund",
        established="2001",
        dissolved="2025-33",
        summary=ATTACK,
        locators=[a_locator(line=41)],
        derived=[{"field": "summary", "reason": ATTACK}],
    )


def _tides() -> Dataset:
    """Planned in Simplified, released in Traditional; every optional field is filled in."""
    return a_dataset(
        script="zh-Hant",
        name={"zh-Hant": "潮汐時間", "zh-Hans": "潮汐时间"},
        description="各觀測站發布的潮汐時間。\n以 CSV 及 JSON 格式提供，1 000 筆。",
        group="潮汐組 (TIDE)",
        formats=["CSV", "JSON"],
        archived=True,
        listings=[
            a_listing(section="A.ii", status="planned", date="2025-03", line=21),
            a_listing(
                document="sea-plan-2",
                date="2025-04-15",
                date_note="首次發布",
                frequency_printed="每年 (自2020年起為每年二月)",
                line=82,
            ),
        ],
        landing=a_landing(note="平台的標題用「潮水」。"),
    )


def _charts() -> Dataset:
    """Spatial, planned, and the target has passed on the day of the sample."""
    return a_dataset(
        id="sea-charts",
        script="zh-Hant",
        name="海圖",
        description="海圖的空間數據",
        category="other",
        spatial=True,
        formats=[],
        frequency="ONE_OFF",
        listings=[
            a_listing(
                document="sea-plan-2",
                section="A.i",
                status="planned",
                date="2026-05",
                frequency_printed="一次性",
                line=14,
            )
        ],
    )


def _prices() -> Dataset:
    """Planned for some day of 2027; every text is an attack on pages and on spreadsheets."""
    return a_dataset(
        id="sea-fund-prices",
        name=f"=海产价格{ATTACK}",
        description=f"-{ATTACK}\n+{ATTACK}",
        agency="sea-fund",
        group=f"@{ATTACK}",
        category="finance",
        formats=["XLS"],
        frequency="QUARTERLY",
        listings=[
            a_listing(
                section="C.1.ii",
                status="planned",
                date="2027",
                date_note=ATTACK.strip(),
                frequency_printed=f"每季 ({ATTACK})",
                line=42,
            )
        ],
        landing=a_landing(note=ATTACK),
    )


def _vessels() -> Dataset:
    """Released; nothing that may be left out is there."""
    return a_dataset(
        id="sea-vessels",
        name="船只说明",
        script="zh-Hans",
        description="船只发布的位置",
        listings=[a_listing(document="sea-plan-2", row=2, date="2019-34", line=83)],
    )


def _sea_events() -> EventList:
    """One event that two documents tell alike, a plan with what came of it, and one more."""
    events = [
        a_founding(id="sea-founded-1", document="sea-plan"),
        a_founding(id="sea-founded-2", document="sea-plan-2", line=6),
        a_founding(
            id="sea-renamed",
            kind="renamed",
            date="2024",
            planned=True,
            what={"zh-Hant": "將改名"},
            outcome="sea-renamed-done",
        ),
        a_founding(
            id="sea-renamed-done",
            kind="renamed",
            date="2025-04-15",
            what="海事氣象台改名",
            document="sea-plan-2",
        ),
    ]
    # On the line of a dataset, which has the anchor.
    opened = an_event(id="sea-opened", kind="opened", what="觀測署啟用", date="2025", line=21)
    return a_sea_event_list(*events, opened)


def _fund_events() -> EventList:
    """A plan whose day has passed and one without a date; both are attacks."""
    attack = {"kind": "held", "planned": True, "what": ATTACK, "printed": ATTACK.strip()}
    events = [
        a_founding(id="sea-fund-held", date="2025-36", **attack),
        a_founding(id="sea-fund-held-undated", date=None, **attack),
    ]
    return a_sea_event_list(*events, id="sea-fund")


def _grant() -> Programme:
    """Two documents say alike who may apply; the summary names an agency, a programme, itself."""
    return a_programme(
        former_names=["漁業資助計劃"],
        agency="sea",
        part_of="sea-levy",
        launched="2023-05",
        status="running",
        summary="海產資助計劃由海風觀測署推行，經費來自海產徵費。",
        terms=[
            a_condition(),
            a_condition(document="sea-plan-2", line=21, printed="漁民可以申請"),
            a_condition(kind="coverage", text="漁船和漁網", printed="渔船、渔网", line=12),
            a_condition(kind="limit", text="每人一次", printed="只限一次", line=13),
        ],
        links={"en": "https://sea.example/grant?a=b&c=d"},
        locators=[
            a_claiming_locator("agency", quotation="海风观测署推行海产资助计划", line=10),
            a_claiming_locator("status", quotation="计划正在推行", line=10),
            a_claiming_locator(
                *("agency", "former_names", "summary"),
                document="sea-plan-2",
                line=20,
                quotation="海風觀測署以海產徵費推行計劃",
            ),
        ],
        derived=[{"field": "part_of", "reason": "經費來自海產徵費。"}],
    )


def _levy() -> Programme:
    """One can apply for it; no document says more than its name."""
    return a_programme(
        id="sea-levy",
        name={"zh-Hant": "海產徵費", "zh-Hans": "海产征费"},
        kind="fund",
        part_of="bureau",
        locators=[
            a_claiming_locator(
                "part_of", document="sea-facts", line=4, quotation="海事局的海产征费"
            )
        ],
    )


def _prize() -> Programme:
    return a_programme(
        id="sea-prize",
        name=f"海事獎{ATTACK}",
        former_names=[ATTACK],
        kind="competition",
        summary="<b>海事獎</b> & [x](javascript:alert)",
        terms=[a_condition(text=ATTACK, printed=ATTACK, line=15)],
        locators=[
            a_claiming_locator(*("former_names", "summary"), line=15, quotation=ATTACK.strip())
        ],
    )


def _grant_figures() -> FigureList:
    """A ceiling that rose, projects as before, a rate in a range, years that do not compare."""
    new = {"document": "sea-plan-2"}
    return a_figure_list(
        a_figure(id="grant-ceiling-2", value=11_200_000, printed="1 120萬元", line=22, **new),
        a_figure(id="grant-ceiling-1", as_of="2024-12-31", basis="每宗申請"),
        *(
            a_figure(
                id=f"grant-projects-{document}",
                measure="projects-approved",
                value=78_701,
                unit="project",
                qualifier="over",
                printed="超過78 701個",
                as_of="2024",
                document=document,
                line=23,
            )
            for document in ("sea-plan", "sea-plan-2")
        ),
        a_figure(id="grant-years-1", measure="duration", value=3, unit="year", printed="3年"),
        a_figure(
            id="grant-years-2",
            measure="duration",
            value=2,
            unit="year",
            qualifier="at-most",
            printed="最多2年",
            basis="不計延期",
            line=23,
            **new,
        ),
        a_figure(
            id="grant-rate",
            measure="first-tier-rate",
            value=10,
            value_max=30,
            unit="percent",
            qualifier="range",
            printed="10%至30%",
            line=24,
            **new,
        ),
        breaks=[{"measure": "duration", "note": "海風觀測署在新計劃改了算法。"}],
    )


def _prize_figures() -> FigureList:
    figure = a_figure(
        id="prize-grant",
        measure="grant",
        amount="per-project",
        basis=ATTACK,
        printed=ATTACK,
        line=16,
    )
    return a_figure_list(figure, id="sea-prize")


def _sea_figures() -> FigureList:
    """Its measure has the name of a part of the agency's page."""
    figure = a_figure(
        id="sea-datasets", measure="datasets", value=4, unit="dataset", printed="四个数据集"
    )
    return a_figure_list(figure, id="sea", subject="agency")


def _grant_events() -> EventList:
    """Two documents tell the launch alike; of two plans one has come to something."""
    new = {"document": "sea-plan-2"}
    plan = {"kind": "planned", "planned": True}
    return an_event_list(
        an_event(id="grant-launched-1", printed="2023年5月"),
        an_event(id="grant-launched-2", line=31, **new),
        an_event(id="grant-review", what="檢討計劃", date="2024-34", outcome="grant-end", **plan),
        an_event(id="grant-end", kind="completed", what="完成檢討", date="2025-01-15", **new),
        an_event(id="grant-next", what="擴展計劃", date=None, line=32, **plan),
    )


def _prize_events() -> EventList:
    event = an_event(id="prize-held", kind="held", what=ATTACK, printed=ATTACK, line=16)
    return an_event_list(event, id="sea-prize")


def _grant_statements() -> StatementList:
    """What two editions say alike, what only the older one says, a definition, and work planned
    that concerns an agency that it does not name."""
    again = a_quoted_locator(document="sea-plan-2", line=22, quotation="協助漁民更換漁船")
    return a_statement_list(
        a_statement(locators=[a_quoted_locator(), again]),
        a_statement(
            id="sea-grant-purpose-nets", text="保護漁網。", locators=[a_quoted_locator(line=32)]
        ),
        a_statement(
            id="sea-grant-definition-boats",
            kind="definition",
            term="漁船",
            text="用來捕魚的船。",
            locators=[again],
        ),
        a_statement(
            id="sea-grant-work-planned",
            kind="work-planned",
            text="會擴展計劃。",
            year="2026/2027",
            about=["sea", "sea-tides"],
            locators=[again],
        ),
    )


def _prize_statements() -> StatementList:
    attack = {"text": ATTACK, "term": ATTACK, "locators": [a_quoted_locator(quotation=ATTACK)]}
    statement = a_statement(id="sea-prize-definition", kind="definition", **attack)
    return a_statement_list(statement, id="sea-prize")


def _sea_statements() -> StatementList:
    """Work of a year, so much that it is folded."""
    duty = a_statement(id="sea-duty", kind="duty", text="觀測潮汐。")
    work = [
        a_statement(
            id=f"sea-work-{number}",
            kind="work-done",
            text=f"觀測{port}的潮汐。",
            year="2023/2024",
            locators=[a_quoted_locator(quotation=f"观测{port}的潮汐")],
        )
        for number, port in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅", 1)
    ]
    return a_statement_list(duty, *work, id="sea", subject="agency")


def _plan_statements() -> StatementList:
    scope = a_statement(id="sea-plan-scope", kind="scope", text="只列海風觀測署的數據集。")
    return a_statement_list(scope, id="sea-plan", subject="document")


def _damage() -> ErratumList:
    """More places than are shown at once, one of them twice on one line; and an attack."""
    spots = [a_spot(line=line) for line in (40, 44, 40, 45)]
    spots.append(a_spot(document="sea-plan-2", line=44, printed="朝汐"))
    return an_erratum_list(
        an_erratum(about=["sea-grant", "tide-times"], locators=spots),
        an_erratum(
            id="attack",
            what=ATTACK,
            shown_as=f"{ATTACK}海風觀測署",
            about=["sea-prize"],
            locators=[a_spot(printed=ATTACK)],
        ),
        an_erratum(
            id="sea-prize-words",
            level="editorial",
            what=f"寫法不同{ATTACK}",
            shown_as=ATTACK,
            about=["sea-prize", "sea-grant"],
            locators=[a_spot(line=46, printed=ATTACK)],
        ),
        an_erratum(id="page-cut", level="blemish", about=["sea"], locators=[a_spot(line=47)]),
    )


def _omission() -> ErratumList:
    """About nobody."""
    erratum = an_erratum(id="no-date", what="便覽沒有日期。", shown_as="註明「文件未載日期」。")
    return an_erratum_list(erratum, id="omission")


def _home() -> Prose:
    return a_prose()


def _about() -> Prose:
    sections = [
        a_prose_section(),
        a_prose_section(id="data-rights", heading=ATTACK, body=f"{ATTACK}\n版權屬原發布者。"),
    ]
    return a_prose("about", title="關於本站", lead="本站並非政府網站。", sections=sections)


def _data() -> Prose:
    """Hostile where the page about the data says what no field does."""
    sections = [
        a_prose_section(id="feeds", heading="訂閱", body="變更和發放日程。"),
        a_prose_section(id="rights", heading="版權", body=ATTACK),
    ]
    return a_prose("data", title="開放數據", lead="每頁的資料都可以下載。", sections=sections)
