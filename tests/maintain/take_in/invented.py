"""A project of invented records into which plans, an edition and a head are taken in, and what a
person does for each."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builders import (
    ROOT,
    a_catalogue,
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
)
from commands import main

from generator.model.document import Document

SAMPLES = ROOT / "tests" / "data"
PLAN, EDITION, HEAD = "sea-plan-2026", "sea-facts-2026", "head-9-2026-27"
NEXT_PLAN = "sea-plan-2027"
OLD_EDITION, OLD_HEAD = "sea-facts-2025", "head-9-2025-26"
EDITION_TEXT = """\
海洋便覽

海風觀測署：海風觀測署負責觀測海風和潮汐，並發布預報。

海產資助計劃：政府推出海產資助計劃，向漁民提供資助。截至2025年5月底，計劃已支持約1 230個項目。
"""
NEW_EDITION_TEXT = EDITION_TEXT.replace("2025年5月底", "2026年4月底").replace("1 230", "1 450")
LINK_NOTE = {
    PLAN: "登在署方网站",
    NEXT_PLAN: "登在署方网站",
    EDITION: "登在署方網站",
    HEAD: "登在署方網站",
}
NOT_APPLICABLE = {PLAN: (11, 24, 33, 38), NEXT_PLAN: (11, 24, 29, 33, 38)}
"""Lines that say so of a whole table, with a number of their own."""
EXCEPTIONS = {
    **{
        plan: f"id: {plan}\nunused:\n"
        + "".join(f"  - {{lines: [{it}], reason: 不適用一行的編號}}\n" for it in lines)
        for plan, lines in NOT_APPLICABLE.items()
    },
    HEAD: "id: head-9-2026-27\nunused:\n"
    + "".join(
        f"  - {{lines: [{it}], reason: 年度和編號}}\n"
        for it in (5, 7, 9, 19, 23, 27, 28, 36, 40, 51, 55, 57, 76, 78)
    )
    + "sentences:\n"
    + "".join(f"  - {{lines: [{it}], reason: 沒有收錄}}\n" for it in (23, 40)),
}
"""What of a document no record uses."""
LETTERS = str.maketrans("0123456789", "abcdefghij")
"""They make of the identifier of a draft one that a record may keep."""
FILES = {
    PLAN: (SAMPLES / "next-plan" / "2026-2028.zh-Hans.txt").read_text("utf-8"),
    NEXT_PLAN: (SAMPLES / "next-plan" / "2027-2029.zh-Hans.txt")
    .read_text("utf-8")
    .replace("2026年12月", "2026年10月"),
    EDITION: NEW_EDITION_TEXT,
    HEAD: (SAMPLES / "heads" / f"{HEAD}.txt").read_text("utf-8"),
}
"""Document → its text; none is of a day to come, of which no site may be made."""


@dataclass
class Project:
    """The project, in the working folder."""

    folder: Path

    @property
    def data(self) -> Path:
        """The records."""
        return self.folder / "data"

    def text(self, document: str) -> Path:
        """The text that is kept of a document."""
        return self.folder / "sources" / f"{document}.txt"

    def begin(self, document: str) -> int:
        """Take its file in for the first time, under the name it was downloaded by."""
        file = self.folder / "download.txt"
        file.write_text(FILES[document], "utf-8")
        named = [] if document == HEAD else ["--document", document]
        return main(["take-in", str(file), *named])

    def go_on(self, document: str, *options: str) -> int:
        """Run the command again, with the text that is kept."""
        return main(["take-in", f"sources/{document}.txt", *options])

    def decide(self, document: str) -> None:
        """What only a person can do: identifiers, drafts, own words, the address."""
        for identifier in self.drafted(document):
            assert main(["rename", identifier, f"{identifier}-{document}".translate(LETTERS)]) == 0
        drafts = self.folder / "sources" / f"{document}.drafts.yml"
        if drafts.exists():
            text = drafts.read_text("utf-8")
            drafts.write_text(text.replace("decision: open", "decision: take"), "utf-8")
        for budget in self.data.glob(f"budget/{document}.yml"):
            budget.write_text(budget.read_text("utf-8").replace("待核對：", ""), "utf-8")
        if document in EXCEPTIONS:
            excepted = self.data / "exceptions" / f"{document}.yml"
            excepted.write_text(EXCEPTIONS[document], "utf-8")
        record = self.data / "documents" / f"{document}.yml"
        text = record.read_text("utf-8").replace("complete: false\n", "")
        if "link_note" not in text:
            text += f"link_note: {LINK_NOTE[document]}\n"
        record.write_text(text, "utf-8")

    def drafted(self, document: str) -> list[str]:
        """Identifiers of datasets that were only drafted from a document."""
        files = [it for it in self.data.glob("datasets/*/*.yml") if it.stem[-1].isdigit()]
        return sorted(it.stem for it in files if f"document: {document}\n" in it.read_text("utf-8"))

    def records(self) -> dict[str, bytes]:
        """Every record but the register of identifiers, byte for byte."""
        return {
            path: raw
            for path, raw in self.files().items()
            if path.startswith("data/") and not path.startswith("data/history/")
        }

    def files(self) -> dict[str, bytes]:
        """Every record and every text, byte for byte."""
        found = [*self.data.rglob("*.yml"), *(self.folder / "sources").rglob("*")]
        return {it.relative_to(self.folder).as_posix(): it.read_bytes() for it in found}


def a_project(folder: Path) -> Project:
    """The records, and the texts of the older edition and of the older year of the head."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    raw = EDITION_TEXT.encode()
    (sources / f"{OLD_EDITION}.txt").write_bytes(raw)
    shutil.copy(SAMPLES / "heads" / f"{OLD_HEAD}.txt", sources)
    a_data_folder(folder, a_catalogue(documents=[a_document(), *_documents(raw)], **_records()))
    budget = (SAMPLES / "heads" / f"{OLD_HEAD}.yml").read_text("utf-8")
    begin, end = budget.index("charts:\n"), budget.index("derived:\n")  # of two years not compared
    (folder / "data" / "budget" / f"{OLD_HEAD}.yml").write_text(budget[:begin] + budget[end:])
    return Project(folder)


def _documents(raw: bytes) -> list[Document]:
    head = (SAMPLES / "heads" / f"{OLD_HEAD}.txt").read_bytes()
    common: dict[str, Any] = {"script": "zh-Hant", "date": None, "sections": []}
    return [
        a_document(
            id=OLD_EDITION,
            title="海洋便覽（2025年版）",
            kind="fact-sheet",
            publisher="sea",
            reports_until="2025-05",
            sha256=hashlib.sha256(raw).hexdigest(),
            lines=raw.count(b"\n"),
            **common,
        ),
        a_document(
            id=OLD_HEAD,
            title="總目9—海風觀測署",
            kind="estimates",
            covers="2025/2026",
            sha256=hashlib.sha256(head).hexdigest(),
            lines=head.count(b"\n"),
            **common,
        ),
    ]


def _records() -> dict[str, Any]:
    projects = a_figure(
        id="sea-grant-projects-2025",
        measure="projects-supported",
        value=1230,
        unit="project",
        qualifier="about",
        as_of="2025-05",
        as_of_part="end",
        printed="約1 230個項目",
        quotation="截至2025年5月底，計劃已支持約1 230個項目",
        document=OLD_EDITION,
        line=5,
    )
    duty = a_statement(
        id="sea-duty-observe",
        kind="duty",
        text="觀測海風和潮汐。",
        locators=[a_quoted_locator(document=OLD_EDITION, line=3, quotation="負責觀測海風和潮汐")],
    )
    fisheries = a_statement(
        id="sea-grant-purpose",
        kind="purpose",
        text="資助漁民。",
        locators=[a_quoted_locator(document=OLD_EDITION, line=5, quotation="向漁民提供資助")],
    )
    named = a_name(
        id="sea",
        **{"zh-Hant": "海風觀測署", "zh-Hans": "海风观测署"},
        stands=[{"document": OLD_EDITION, "lines": [3]}],
    )
    return {
        "agencies": [
            an_agency(name=None, locators=[a_locator(document=OLD_EDITION, line=3)]),
            an_agency(id="lighthouse", name="燈塔管理公司", kind="company"),
        ],
        "programmes": [a_programme(locators=[a_locator(document=OLD_EDITION, line=5)])],
        "figures": [a_figure_list(projects)],
        "statements": [
            a_statement_list(duty, id="sea", subject="agency"),
            a_statement_list(fisheries, id="sea-grant", subject="programme"),
        ],
        "terminology": a_terminology(names=[a_name_list(named)]),
    }
