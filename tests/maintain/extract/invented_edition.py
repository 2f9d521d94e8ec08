"""An invented fact sheet, the records that are taken from it, and what becomes of a new edition."""

import hashlib
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_condition,
    a_data_folder,
    a_document,
    a_figure,
    a_figure_list,
    a_locator,
    a_name,
    a_name_list,
    a_programme,
    a_quoted_locator,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    an_event,
    an_event_list,
    exceptions,
)

from generator.maintain.extract.edition_command import EditionRequest, extract_edition

OLD, NEW = "sea-facts-2025", "sea-facts-2026"
TEXT = (
    "海洋便覽",
    "",
    "海風觀測署：海風觀測署於2010年4月成立，負責觀測海風和潮汐，並發布預報。該署設有三個觀測站。",
    "",
    "海產資助計劃：政府於2018年推出海產資助計劃，向漁民提供資助。"
    "截至2025年5月底，計劃已批出約1 230宗申請，資助總額約1.5億元。每宗申請最多可獲20萬元。",
    "",
    "漁港基金：政府設立漁港基金，改善漁港設施。截至2025年5月底，基金已批出30個項目。",
    "",
    "燈塔先導計劃：政府將於2027年推出燈塔先導計劃，為期兩年，更換全港的舊燈塔。",
    "",
    "海洋公園研究：研究由海風觀測署統籌，共分兩期進行，並由三所大學參與。",
)
"""The older edition, line by line."""


def _figure(id: str, measure: str, printed: str, value: int, line: int, **fields: Any) -> Any:
    given = {"unit": "HKD", "qualifier": "exact", "as_of": None} | fields
    return a_figure(
        id=id, measure=measure, printed=printed, value=value, line=line, document=OLD, **given
    )


def _records() -> dict[str, Any]:
    """What is taken from the older edition."""
    grant = a_figure_list(
        _figure(
            "sea-grant-applications-2025",
            "applications",
            "約1 230宗",
            1230,
            5,
            qualifier="about",
            as_of="2025-05",
            as_of_part="end",
            quotation="截至2025年5月底，計劃已批出約1 230宗申請，資助總額約1.5億元",
        ),
        _figure(
            "sea-grant-total-2025",
            "total",
            "約1.5億元",
            150_000_000,
            5,
            qualifier="about",
            as_of="2025-05",
            as_of_part="end",
            quotation="計劃已批出約1 230宗申請，資助總額約1.5億元",
        ),
        _figure(
            "sea-grant-ceiling-2025",
            "ceiling",
            "最多可獲20萬元",
            200_000,
            5,
            qualifier="at-most",
            quotation="每宗申請最多可獲20萬元",
        ),
    )
    harbour = a_figure_list(
        _figure(
            "harbour-fund-projects-2025",
            "projects",
            "30個",
            30,
            7,
            as_of="2025-05",
            as_of_part="end",
            quotation="截至2025年5月底，基金已批出30個項目",
        ),
        id="harbour-fund",
    )
    founded = an_event(
        id="sea-established-2010-04-2025",
        kind="established",
        date="2010-04",
        what="成立",
        printed="2010年4月",
        quotation="海風觀測署於2010年4月成立",
        document=OLD,
        line=3,
    )
    planned = an_event(
        id="lighthouse-launched-2027-2025",
        kind="launched",
        date="2027",
        planned=True,
        what="推出先導計劃",
        printed="2027年",
        quotation="政府將於2027年推出燈塔先導計劃",
        document=OLD,
        line=9,
    )
    duty = a_statement(
        id="sea-duty-observe",
        kind="duty",
        text="觀測海風和潮汐。",
        locators=[a_quoted_locator(document=OLD, line=3, quotation="負責觀測海風和潮汐")],
    )
    return {
        "figures": [grant, harbour],
        "events": [
            an_event_list(founded, id="sea", subject="agency"),
            an_event_list(planned, id="lighthouse"),
        ],
        "statements": [a_statement_list(duty, id="sea", subject="agency")],
        "programmes": [
            a_programme(
                id="sea-grant",
                locators=[a_locator(document=OLD, line=5)],
                terms=[
                    a_condition(
                        text="漁民",
                        printed="向漁民提供資助",
                        quotation="政府於2018年推出海產資助計劃，向漁民提供資助",
                        document=OLD,
                        line=5,
                    )
                ],
            )
        ],
        "agencies": [
            an_agency(
                id="sea",
                name=None,
                locators=[
                    a_claiming_locator(
                        "summary", document=OLD, line=3, quotation="負責觀測海風和潮汐，並發布預報"
                    ),
                    a_locator(document=OLD, line=11),
                ],
                summary="觀測海風。",
            )
        ],
        "terminology": a_terminology(
            names=[
                a_name_list(
                    a_name(
                        id="sea",
                        **{"zh-Hant": "海風觀測署", "zh-Hans": "海风观测署"},
                        stands=[{"document": OLD, "lines": [3, 11]}],
                    )
                )
            ]
        ),
    }


@dataclass
class Edition:
    """A folder with the records and the texts of both editions."""

    folder: Path
    said: str = ""
    """What the last run reported."""
    documents: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """The records."""
        return self.folder / "data"

    @property
    def sources(self) -> Path:
        """The texts."""
        return self.folder / "sources"

    def take_in(self, text: str | None = None, *, into: bool = True, **options: Any) -> int:
        """Run the command; `text` is the new edition's, written first."""
        file = self.sources / f"{NEW}.txt"
        if text is not None:
            file.write_text(text, "utf-8")
        out = StringIO()
        wanted = {"file": file, "document": NEW, "old": OLD} | options
        request = EditionRequest(
            sources=self.sources, data=self.data, into=self.data if into else None, **wanted
        )
        status = extract_edition(request, out)
        self.said = out.getvalue()
        return status

    def new(self, path: str, field: str) -> list[dict[str, Any]]:
        """The items of a record that are taken from the new edition."""
        record = yaml.safe_load((self.data / path).read_text("utf-8"))
        return [it for it in record[field] if it["document"] == NEW]

    @property
    def review(self) -> str:
        """The review file."""
        return (self.sources / f"{NEW}.review.md").read_text("utf-8")

    @property
    def drafts(self) -> Path:
        """The file of drafts."""
        return self.sources / f"{NEW}.drafts.yml"

    def files(self) -> dict[str, bytes]:
        """Every record, byte for byte."""
        return {
            it.relative_to(self.data).as_posix(): it.read_bytes() for it in self.data.rglob("*.yml")
        }


def an_edition(folder: Path) -> Edition:
    """The records and the text of the older edition."""
    raw = "\n".join(TEXT).encode()
    document = a_document(
        id=OLD,
        script="zh-Hant",
        title="海洋便覽（較舊版）",
        kind="fact-sheet",
        publisher=None,
        date=None,
        covers=None,
        sections=[],
        reports_until="2025-05",
        sha256=hashlib.sha256(raw).hexdigest(),
        lines=len(TEXT),
        headings=[{"line": 3, "text": "海風觀測署"}, {"line": 5, "text": "海產資助計劃"}],
    )
    excepted = exceptions({"lines": [11], "printed": "三所", "reason": "大學的數目"}, id=OLD)
    catalogue = a_catalogue(documents=[document], datasets=[], exceptions=[excepted], **_records())
    edition = Edition(folder)
    a_data_folder(folder, catalogue)
    edition.sources.mkdir()
    (edition.sources / f"{OLD}.txt").write_bytes(raw)
    return edition


def text(*changes: tuple[str, str]) -> str:
    """The older edition's text with other words, each once."""
    whole = "\n".join(TEXT)
    for old, new in changes:
        assert whole.count(old) == 1, old
        whole = whole.replace(old, new)
    return whole
