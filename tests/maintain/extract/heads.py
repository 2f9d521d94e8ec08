"""Invented heads of the Estimates for tests of the extractor: head 9 in two years, its record of
the first, and head 8 in English."""

import hashlib
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from builders import ROOT, a_catalogue, a_data_folder, a_document

from generator.cli.clock import hong_kong_day
from generator.maintain.extract.head_command import HeadRequest, extract_head

HEADS = ROOT / "tests" / "data" / "heads"
OLD, NEW = "head-9-2025-26", "head-9-2026-27"
OLD_TEXT = (HEADS / f"{OLD}.txt").read_text("utf-8")
NEW_TEXT = (HEADS / f"{NEW}.txt").read_text("utf-8")
ENGLISH_TEXT = (HEADS / "head-8-2019-20.txt").read_text("utf-8")


class Head:
    """A data folder with the first year's record, and what was extracted into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        document = a_document(
            id=OLD,
            script="zh-Hant",
            title="總目9—海風觀測署",
            kind="estimates",
            date=None,
            covers="2025/2026",
            sha256=hashlib.sha256(OLD_TEXT.encode()).hexdigest(),
            lines=OLD_TEXT.count("\n"),
            sections=[],
        )
        self.data = a_data_folder(folder, a_catalogue(documents=[a_document(), document]))
        (self.data / "budget" / f"{OLD}.yml").write_bytes((HEADS / f"{OLD}.yml").read_bytes())
        (folder / f"{OLD}.txt").write_text(OLD_TEXT, "utf-8", newline="\n")
        self.review, self.summary, self.status = "", "", 0

    def take(self, text: str, earlier: str | None = OLD, name: str = "new.txt") -> dict[str, Any]:
        """Extract `text`, and return the fields of the drafted budget."""
        file = self.folder / name
        file.write_text(text, "utf-8", newline="\n")
        return self.take_file(file, earlier)

    def take_file(self, file: Path, earlier: str | None = OLD) -> dict[str, Any]:
        """The same of a file."""
        output = StringIO()
        request = HeadRequest(
            file=file,
            earlier=earlier,
            sources=self.folder,
            data=self.data,
            today=hong_kong_day(),
            into=self.data,
            text_to=self.folder,
        )
        self.status = extract_head(request, output)
        self.summary = output.getvalue()
        [review] = self.folder.glob("*.review.md")
        self.review = review.read_text("utf-8")
        [drafted] = [it for it in (self.data / "budget").glob("*.yml") if it.stem != OLD]
        loaded: dict[str, Any] = yaml.load(drafted.read_text("utf-8"), yaml.BaseLoader)
        return loaded


def cells(budget: dict[str, Any]) -> dict[str, str]:
    """Every cell by its name."""
    return {
        f"{table['id']}.{row['id']}.{cell['column']}": cell["printed"]
        for table in budget["tables"]
        for row in table["rows"]
        for cell in row.get("cells", [])
    }


def by_id(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Items by their identifiers."""
    return {item["id"]: item for item in items}
