"""The data files: a promise to programs (CONTRACT.md, "Data files")."""

import json
from typing import Any

import pytest
from sample import ATTACK, SITE_URL, sample_outputs

from generator.exports.flat_tables import tables_of
from generator.exports.published_kinds import KINDS as KINDS_PUBLISHED

KINDS = (
    *("agencies", "datasets", "documents", "programmes", "figures", "events", "errata"),
    "terminology",
)


def read(name: str) -> Any:
    return json.loads(sample_outputs()[f"data/v1/{name}.json"])


def item(name: str, id: str) -> dict[str, Any]:
    [found] = [it for it in read(name)["items"] if it["id"] == id]
    return found


# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_the_envelope(name: str) -> None:
    """Data are as of the newest document, 2025-12, not of the day of the build."""
    envelope = read(name)
    assert list(envelope) == ["schema", "version", "data_as_of", "portal_seen", "items"]
    assert envelope["schema"] == f"https://handbook.example/hk/data/v1/{name}.schema.json"
    assert envelope["version"] == "1"
    assert envelope["data_as_of"] == "2025-12-31"
    ids = [it["id"] for it in envelope["items"]]
    assert ids == sorted(ids)
    assert ids


def test_a_whole_dataset() -> None:
    """Hand-written name in both scripts; the rest converted; printed forms as printed."""
    assert item("datasets", "sea-tides") == {
        "id": "sea-tides",
        "url": "https://handbook.example/hk/datasets/sea-tides/",
        "name": {"zh-Hant": "潮汐時間", "zh-Hans": "潮汐时间", "source": "zh-Hant"},
        "description": {
            "zh-Hant": "各觀測站發布的潮汐時間。\n以 CSV 及 JSON 格式提供，1 000 筆。",
            "zh-Hans": "各观测站发布的潮汐时间。\n以 CSV 及 JSON 格式提供，1 000 笔。",
            "source": "zh-Hant",
        },
        "agency": "sea",
        "group": {"zh-Hant": "潮汐組 (TIDE)", "zh-Hans": "潮汐组 (TIDE)", "source": "zh-Hant"},
        "category": {"code": "transport", "zh-Hant": "運輸", "zh-Hans": "运输"},
        "spatial": False,
        "formats": ["CSV", "JSON"],
        "archived": True,
        "frequency": {"code": "ANNUAL", "zh-Hant": "每年", "zh-Hans": "每年"},
        "listings": [
            {
                "document": "sea-plan",
                "section": "A.ii",
                "row": 1,
                "status": "planned",
                "date": "2025-03",
                "date_note": None,
                "frequency_printed": "每年",
                "line": 21,
            },
            {
                "document": "sea-plan-2",
                "section": "D.ii",
                "row": 1,
                "status": "released",
                "date": "2025-04-15",
                "date_note": "首次發布",
                "frequency_printed": "每年 (自2020年起為每年二月)",
                "line": 82,
            },
        ],
        "landing": {
            "zh-Hant": "https://data.example/tc/dataset/sea-tides",
            "zh-Hans": "https://data.example/sc/dataset/sea-tides",
            "listed_as_of": "2025-03-01",
        },
        "status": "released",
        "locators": [{"document": "sea-plan", "line": 21}, {"document": "sea-plan-2", "line": 82}],
    }


def test_a_whole_agency() -> None:
    made = item("agencies", "sea")
    assert [it["id"] for it in made.pop("statements")] == [
        "sea-duty",
        *(f"sea-work-{number}" for number in range(1, 14)),
    ]
    assert made == {
        "id": "sea",
        "url": "https://handbook.example/hk/agencies/sea/",
        "name": {"zh-Hant": "海風觀測署", "zh-Hans": "海风观测署", "source": "zh-Hant"},
        "english": "Sea & Wind Observatory",
        "acronym": "SWO",
        "aliases": [
            {"zh-Hant": "觀測署", "zh-Hans": "观测署", "source": "zh-Hant"},
            {"zh-Hant": "海風台", "zh-Hans": "海风台", "source": "zh-Hant"},
        ],
        "former_names": [
            {"zh-Hant": "海事氣象台", "zh-Hans": "海事气象台", "source": "zh-Hant"},
        ],
        "kind": {"code": "department", "zh-Hant": "部門", "zh-Hans": "部门"},
        "parent": "bureau",
        "successor": None,
        "established": "1997-07-01",
        "dissolved": None,
        "summary": {
            "zh-Hant": "發布潮汐和風力的說明。\n全年無休。",
            "zh-Hans": "发布潮汐和风力的说明。\n全年无休。",
            "source": "zh-Hant",
        },
        "links": {
            "zh-Hant": "https://sea.example/tc/",
            "zh-Hans": "https://sea.example/sc/",
            "en": "https://sea.example/en/",
            "seen": None,
        },
        "locators": [
            {"document": "sea-plan", "line": 3, "supports": [], "quotation": None},
            {
                "document": "sea-plan-2",
                "line": 5,
                "supports": ["parent", "summary"],
                "quotation": "海事局轄下的海風觀測署發布潮汐和風力的說明",
            },
        ],
        "derived": [
            {
                "field": "former_names",
                "reason": {
                    "zh-Hant": "文件用過兩個名稱。",
                    "zh-Hans": "文件用过两个名称。",
                    "source": "zh-Hant",
                },
            }
        ],
    }


def test_a_whole_document() -> None:
    heading = {"zh-Hans": "进度", "zh-Hant": "進度", "source": "zh-Hans"}
    made = item("documents", "sea-plan")
    assert made["sections"].pop(0)["code"] == "A.ii"
    assert made == {
        "id": "sea-plan",
        "url": "https://handbook.example/hk/documents/sea-plan/",
        "title": {
            "zh-Hant": "海風觀測署開放數據計劃",
            "zh-Hans": "海风观测署开放数据计划",
            "source": "zh-Hans",
        },
        "kind": "open-data-plan",
        "publisher": "sea",
        "date": "2024-12",
        "covers": "2024/2026",
        "script": "zh-Hans",
        "sha256": "a" * 64,
        "lines": 100,
        "complete": True,
        "links": None,
        "link_note": {"zh-Hant": "登在署方網站", "zh-Hans": "登在署方网站", "source": "zh-Hans"},
        "sections": [
            {
                "code": "C.1.ii",
                "heading": {
                    "zh-Hant": "其他機構計劃開放的數據集",
                    "zh-Hans": "其他机构计划开放的数据集",
                    "source": "zh-Hans",
                },
                "body": {"zh-Hant": "海產基金", "zh-Hans": "海产基金", "source": "zh-Hans"},
                "line": 40,
                "rows": 1,
                "empty": None,
            },
            {
                "code": "D.ii",
                "heading": heading,
                "body": None,
                "line": 60,
                "rows": 0,
                "empty": "not-applicable",
            },
        ],
    }


def test_what_is_unknown_is_null_and_never_left_out() -> None:
    """A program asks for every field of every item, and tells "none" from "unknown"."""
    bureau = item("agencies", "bureau")
    unknown = ("parent", "successor", "established", "dissolved", "summary", "links")
    assert [bureau[name] for name in unknown] == [None] * 6
    assert bureau["former_names"] == []
    name = item("terminology", "tide-times")
    assert (name["english"], name["acronym"], name["aliases"]) == (None, None, [])
    vessels = item("datasets", "sea-vessels")
    assert (vessels["group"], vessels["landing"], vessels["archived"]) == (None, None, False)
    charts = item("datasets", "sea-charts")
    assert (charts["formats"], charts["spatial"], charts["status"]) == ([], True, "planned")
    facts = item("documents", "sea-facts")
    assert (facts["date"], facts["covers"], facts["sections"]) == (None, None, [])
    assert item("documents", "sea-plan-2")["links"] == {
        "zh-Hant": None,
        "zh-Hans": None,
        "en": "https://sea.example/plans?edition=2",
        "archived": None,
        "seen": None,
    }


@pytest.mark.parametrize("name", KINDS)
def test_every_item_has_the_fields_of_the_schema_in_its_order(name: str) -> None:
    schema = json.loads(sample_outputs()[f"data/v1/{name}.schema.json"])
    assert schema["$id"] == read(name)["schema"]
    kind = schema["properties"]["items"]["items"]
    assert kind["additionalProperties"] is False
    for it in read(name)["items"]:
        assert list(it) == list(kind["properties"])
        assert set(it) == set(kind["required"])


@pytest.mark.parametrize("name", KINDS)
def test_every_reference_of_a_schema_leads_somewhere(name: str) -> None:
    schema = json.loads(sample_outputs()[f"data/v1/{name}.schema.json"])
    text = json.dumps(schema)
    for definition in schema["$defs"]:
        assert f'"#/$defs/{definition}"' in text
    assert text.count('"$ref"') == sum(
        text.count(f'"$ref": "#/$defs/{definition}"') for definition in schema["$defs"]
    )


def test_a_whole_name() -> None:
    """Found where it was confirmed, printed otherwise in one document."""
    assert item("terminology", "bureau") == {
        "id": "bureau",
        "kind": {"code": "agency", "zh-Hant": "政府部門及機構", "zh-Hans": "政府部门及机构"},
        "name": {"zh-Hant": "海事局", "zh-Hans": "海事局", "source": "zh-Hant"},
        "english": "Marine Bureau",
        "acronym": "MB",
        "aliases": [{"zh-Hant": "海局", "zh-Hans": "海局", "source": "zh-Hant"}],
        "stands": [
            {"document": "sea-facts", "lines": [1, 9], "quotation": "海事局于1997年成立"},
        ],
        "printed_forms": [
            {"form": "海事信息局", "document": "sea-facts", "lines": [7], "quotation": None},
        ],
        "confirmed": True,
        "unconfirmed": [],
    }
    assert item("terminology", "tide-times")["confirmed"] is False


def test_an_agency_takes_its_name_from_the_terminology() -> None:
    made = item("agencies", "bureau")
    assert made["name"] == {"zh-Hant": "海事局", "zh-Hans": "海事局", "source": "zh-Hant"}
    assert (made["english"], made["acronym"]) == ("Marine Bureau", "MB")
    assert [it["zh-Hant"] for it in made["aliases"]] == ["海局"]


def test_attacks_are_data_in_json() -> None:
    """As typed: a program escapes for its own page."""
    made = item("datasets", "sea-fund-prices")
    assert made["name"]["zh-Hans"] == f"=海产价格{ATTACK}"
    assert made["description"]["zh-Hans"] == f"-{ATTACK}\n+{ATTACK}"


# --- facts --------------------------------------------------------------------------------------

PROMISED = {
    "programmes": "id, url, name, aliases, former_names, kind, agency, part_of, launched, status, "
    "terms, summary, links, locators",
    "figures": "id, url, subject, measure, value, value_max, unit, qualifier, as_of, series, "
    "break, basis, printed, document, line",
    "events": "id, date, what, subject, planned, document, line",
    "errata": "id, kind, what, shown_as, locators",
}
"""The fields that CONTRACT.md lists; an item may have more."""


@pytest.mark.parametrize("name", PROMISED)
def test_an_item_has_the_promised_fields_under_their_names(name: str) -> None:
    for it in read(name)["items"]:
        assert set(PROMISED[name].split(", ")) <= set(it)


def test_a_programmes_terms_have_the_promised_fields() -> None:
    wanted = ["kind", "text", "value", "unit", "quotation", "document", "line"]
    assert {tuple(it) for it in item("programmes", "sea-grant")["terms"]} == {tuple(wanted)}


def test_a_reason_of_ours_is_published_as_it_is_typed() -> None:
    """Of an agency whose every text is an attack."""
    [derived] = item("agencies", "sea-fund")["derived"]
    assert derived["field"] == "summary"
    assert derived["reason"]["zh-Hant"] == ATTACK


def term(kind: str, hant: str, hans: str, value: Any, unit: Any, document: str, line: int) -> Any:
    text = {"zh-Hant": hant, "zh-Hans": hans, "source": "zh-Hant"}
    fields = {"kind": kind, "text": text, "value": value, "unit": unit}
    return fields | {"quotation": None, "document": document, "line": line}


def test_a_whole_programme() -> None:
    """Conditions as typed, then every number that is one, each edition's; a number says what it
    counts where the kind of condition does not."""
    both = {"zh-Hant": "海產資助計劃", "zh-Hans": "海产资助计划", "source": "zh-Hant"}
    made = item("programmes", "sea-grant")
    terms = made.pop("terms")
    statements = sorted(made.pop("statements"), key=lambda it: it["id"])
    assert statements == [
        it for it in read("statements")["items"] if it["subject"]["id"] == "sea-grant"
    ]
    assert made == {
        "id": "sea-grant",
        "url": "https://handbook.example/hk/programmes/sea-grant/",
        "name": both,
        "english": None,
        "acronym": None,
        "aliases": [],
        "former_names": [
            {"zh-Hant": "漁業資助計劃", "zh-Hans": "渔业资助计划", "source": "zh-Hant"}
        ],
        "kind": {
            "code": "enterprise-funding",
            "zh-Hant": "企業及初創資助",
            "zh-Hans": "企业及初创资助",
        },
        "agency": "sea",
        "joint_agencies": [],
        "part_of": "sea-levy",
        "applicants": ["company"],
        "launched": "2023-05",
        "status": {"code": "running", "zh-Hant": "推行中", "zh-Hans": "推行中"},
        "summary": {
            "zh-Hant": "海產資助計劃由海風觀測署推行，經費來自海產徵費。",
            "zh-Hans": "海产资助计划由海风观测署推行，经费来自海产征费。",
            "source": "zh-Hant",
        },
        "links": {
            "zh-Hant": None,
            "zh-Hans": None,
            "en": "https://sea.example/grant?a=b&c=d",
            "seen": None,
        },
        "locators": [
            {
                "document": "sea-plan",
                "line": 10,
                "supports": ["agency"],
                "quotation": "海风观测署推行海产资助计划",
            },
            {
                "document": "sea-plan",
                "line": 10,
                "supports": ["status"],
                "quotation": "计划正在推行",
            },
            {
                "document": "sea-plan-2",
                "line": 20,
                "supports": ["agency", "former_names", "summary"],
                "quotation": "海風觀測署以海產徵費推行計劃",
            },
        ],
        "derived": [
            {
                "field": "part_of",
                "reason": {
                    "zh-Hant": "經費來自海產徵費。",
                    "zh-Hans": "经费来自海产征费。",
                    "source": "zh-Hant",
                },
            }
        ],
    }
    old, new = "sea-plan", "sea-plan-2"
    assert terms == [
        term("eligibility", "漁民", "渔民", None, None, old, 11),
        term("eligibility", "漁民", "渔民", None, None, new, 21),
        term("coverage", "漁船和漁網", "渔船和渔网", None, None, old, 12),
        term("limit", "每人一次", "每人一次", None, None, old, 13),
        term("ceiling", "500萬港元 每宗申請", "500万港元 每宗申请", 5_000_000, "HKD", old, 20),
        term("ceiling", "1,120萬港元", "1,120万港元", 11_200_000, "HKD", new, 22),
        term("duration", "3年", "3年", 3, "year", old, 20),
        term("duration", "最多2年 不計延期", "最多2年 不计延期", 2, "year", new, 23),
        term(
            "rate",
            "首層扣減比率：10%至30%",
            "首层扣减比率：10%至30%",
            10,
            "percent",
            new,
            24,
        ),
    ]


def test_a_whole_statement() -> None:
    assert item("statements", "sea-grant-purpose-boats") == {
        "id": "sea-grant-purpose-boats",
        "url": f"{SITE_URL}programmes/sea-grant/#statement-sea-grant-purpose-boats",
        "kind": "purpose",
        "subject": {"kind": "programme", "id": "sea-grant"},
        "text": {
            "zh-Hant": "協助漁民更換漁船。",
            "zh-Hans": "协助渔民更换渔船。",
            "source": "zh-Hant",
        },
        "term": None,
        "year": None,
        "about": [],
        "quotation": "协助渔民更换渔船",
        "locators": [
            {"document": "sea-plan", "line": 31, "printed": "协助渔民更换渔船"},
            {"document": "sea-plan-2", "line": 22, "printed": "協助漁民更換漁船"},
        ],
    }
    made = item("statements", "sea-grant-definition-boats")
    assert made["term"] == {"zh-Hant": "漁船", "zh-Hans": "渔船", "source": "zh-Hant"}
    planned = item("statements", "sea-grant-work-planned")
    assert (planned["year"], planned["about"]) == ("2026/2027", ["sea", "sea-tides"])
    scope = item("statements", "sea-plan-scope")
    assert scope["subject"] == {"kind": "document", "id": "sea-plan"}


def test_a_whole_figure() -> None:
    assert item("figures", "grant-rate") == {
        "id": "grant-rate",
        "url": f"{SITE_URL}programmes/sea-grant/#figure-first-tier-rate",
        "subject": {"kind": "programme", "id": "sea-grant"},
        "subject_name": {"zh-Hant": "海產資助計劃", "zh-Hans": "海产资助计划", "source": "zh-Hant"},
        "measure": "first-tier-rate",
        "label": {"zh-Hant": "首層扣減比率", "zh-Hans": "首层扣减比率", "source": "zh-Hant"},
        "value": 10,
        "value_max": 30,
        "unit": "percent",
        "amount": None,
        "qualifier": "range",
        "in_words": {"zh-Hant": "10%至30%", "zh-Hans": "10%至30%", "source": "zh-Hant"},
        "as_of": None,
        "as_of_part": None,
        "series": None,
        "newest": True,
        "break": None,
        "basis": None,
        "printed": "10%至30%",
        "quotation": None,
        "edition": {
            "zh-Hant": "海風觀測署開放數據計劃（第二版）",
            "zh-Hans": "海风观测署开放数据计划（第二版）",
            "source": "zh-Hant",
        },
        "document": "sea-plan-2",
        "line": 24,
    }


def test_figures_of_one_measure_share_a_series() -> None:
    """`printed` is the document's own, in its script, whatever the variant of the pages."""
    old, new = item("figures", "grant-ceiling-1"), item("figures", "grant-ceiling-2")
    assert old["series"] == new["series"] == "sea-grant-ceiling"
    assert (old["printed"], new["printed"]) == ("500万元", "1 120萬元")
    assert (old["as_of"], new["as_of"]) == ("2024-12-31", None)
    assert (old["newest"], new["newest"]) == (False, True)
    assert new["in_words"]["zh-Hans"] == "1,120万港元"
    assert old["basis"] == {"zh-Hant": "每宗申請", "zh-Hans": "每宗申请", "source": "zh-Hant"}
    agency = item("figures", "sea-datasets")
    assert (agency["subject"], agency["series"]) == ({"kind": "agency", "id": "sea"}, None)


def test_a_whole_event() -> None:
    assert item("events", "grant-review") == {
        "id": "grant-review",
        "kind": "planned",
        "date": "2024-34",
        "part": None,
        "bound": None,
        "every": None,
        "edtf": "2024-34",
        "what": {"zh-Hant": "檢討計劃", "zh-Hans": "检讨计划", "source": "zh-Hant"},
        "subject": {"kind": "programme", "id": "sea-grant"},
        "planned": True,
        "outcome": "grant-end",
        "printed": None,
        "quotation": None,
        "date_printed": None,
        "date_line": None,
        "document": "sea-plan",
        "line": 30,
    }
    launched = item("events", "grant-launched-1")
    assert (launched["planned"], launched["printed"]) == (False, "2023年5月")
    assert item("events", "grant-next")["date"] is None


def test_a_whole_erratum() -> None:
    """Every place, also two of one line and those that pages fold."""
    made = item("errata", "sea-plan-tide")
    spots = made.pop("locators")
    assert made == {
        "id": "sea-plan-tide",
        "kind": "damage",
        "level": "fact",
        "what": {
            "zh-Hant": "「潮汐」印成「朝夕」。",
            "zh-Hans": "「潮汐」印成「朝夕」。",
            "source": "zh-Hant",
        },
        "shown_as": {
            "zh-Hant": "顯示「潮汐」。",
            "zh-Hans": "显示「潮汐」。",
            "source": "zh-Hant",
        },
        "about": ["sea-grant", "tide-times"],
        "reported": None,
        "answer": None,
    }
    assert spots == [
        {"document": "sea-plan", "line": 40, "printed": "朝夕"},
        {"document": "sea-plan", "line": 44, "printed": "朝夕"},
        {"document": "sea-plan", "line": 40, "printed": "朝夕"},
        {"document": "sea-plan", "line": 45, "printed": "朝夕"},
        {"document": "sea-plan-2", "line": 44, "printed": "朝汐"},
    ]
    assert item("errata", "no-date")["about"] == []


# --- files --------------------------------------------------------------------------------------


def test_each_kind_has_its_items_their_schema_and_a_table() -> None:
    assert {path for path in sample_outputs() if path.startswith("data/v1/")} == {
        f"data/v1/{kind.name}.{suffix}"
        for kind in KINDS_PUBLISHED
        for suffix in ("json", "schema.json", "csv")
    } | {"data/v1/datapackage.json"} | {
        f"data/v1/{table.name}.csv" for kind in KINDS_PUBLISHED for table in tables_of(kind)
    }


def test_chinese_is_written_as_it_is_and_lines_end_in_a_line_feed() -> None:
    raw = sample_outputs()["data/v1/agencies.json"]
    assert "海風觀測署".encode() in raw
    assert b"\r" not in raw
    assert raw.endswith(b"}\n")
