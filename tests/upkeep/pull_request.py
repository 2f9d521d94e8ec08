"""A pull request that touches data/ alone, made in a copy of the project.

What is added lies as records in tests/data/pull-request; what is changed is chosen from the records
that are there, so that a pull request of tomorrow does not make it impossible.
"""

import re
import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from data_today import plain

ADDED = Path(__file__).resolve().parents[1] / "data" / "pull-request"
NEW_DATASET = """\
id: {agency}-{name}
script: {script}
name: {words}
description: {words}
agency: {agency}
category: transport
spatial: {spatial}
formats:
  - CSV
  - JSON
frequency: MONTHLY
listings:
  - document: {document}
    section: {section}
    row: {row}
    status: {status}
    date: {date}
    frequency_printed: {frequency}
    line: {line}
"""
WORDING = {"zh-Hant": ("碼頭停車位", "每月"), "zh-Hans": ("码头停车位", "每月")}
FIXED_WORDS = ("categories", "frequencies", "fields", "units")
"""Vocabularies whose labels are more than words: what plans print, what readers type, or sentences
that nothing repeats."""
HAN = "[\u4e00-\u9fff]"
MARKS = "也矣之哉焉"
"""Characters that are the same in both scripts, in turn: words that are alike become different."""


def make(data: Path) -> None:
    """Add one record of every kind, a row to each section of each plan, and change words."""
    add_rows(data)
    shutil.copytree(ADDED, data, dirs_exist_ok=True)
    change_figures(data)
    change_words(data)


def records(data: Path, folder: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every file below a folder of the data, with what it says, as text."""
    for file in sorted((data / folder).rglob("*.yml")):
        yield file, plain(file.read_text("utf-8"))


def add_rows(data: Path) -> None:
    """One more dataset in every section of a plan that has rows, of the agency of its last row."""
    rows: dict[tuple[str, str], tuple[int, str]] = {}
    for _, dataset in records(data, "datasets"):
        for it in dataset["listings"]:
            key = it["document"], it["section"]
            rows[key] = max(rows.get(key, (0, "")), (int(it["row"]), dataset["agency"]))
    for file, document in records(data, "documents"):
        for section in document.get("sections", ()):
            key = document["id"], section["code"]
            if key not in rows:
                continue
            last, agency = rows[key]
            free = unused_lines(data, document, section)
            if not free:
                continue
            add_row(data, document, section, agency, free[-1])
            text = file.read_text("utf-8")
            old = rf"(- code: {re.escape(section['code'])}\n(?:    .*\n)*?    rows: ){last}\n"
            text, number = re.subn(old, rf"\g<1>{last + 1}\n", text)
            assert number == 1, (file, section)
            file.write_text(text, "utf-8")


def unused_lines(data: Path, document: dict[str, Any], section: dict[str, Any]) -> list[int]:
    """Lines of a section below its last row, as far as there are any."""
    used = {
        int(it["line"])
        for _, dataset in records(data, "datasets")
        for it in dataset["listings"]
        if it["document"] == document["id"] and it["section"] == section["code"]
    }
    begin = int(section["line"])
    later = [int(it["line"]) for it in document["sections"] if int(it["line"]) > begin]
    end = min(later, default=int(document["lines"]) + 1)
    return list(range(max(used) + 1, end))


def add_row(
    data: Path, document: dict[str, Any], section: dict[str, Any], agency: str, line: int
) -> None:
    """The record of one more row."""
    planned = section["code"][0] != "D"
    words, frequency = WORDING[document["script"]]
    year = document["date"][:4]
    name = f"{document['id']}-{section['code'].lower().replace('.', '-')}"
    text = NEW_DATASET.format(
        agency=agency,
        name=name,
        script=document["script"],
        words=words + section["code"],
        spatial=str(section["code"].endswith(".i")).lower(),
        document=document["id"],
        section=section["code"],
        row=int(section["rows"]) + 1,
        status="planned" if planned else "released",
        date=f"{int(year) + 1}-08" if planned else f"{int(year) - 1}-11",
        frequency=frequency,
        line=line,
    )
    (data / "datasets" / agency / f"{agency}-{name}.yml").write_text(text, "utf-8")


def change_figures(data: Path) -> None:
    """One more of everything that is counted in plain digits: the number and its printed form."""
    changed = 0
    for file, _ in records(data, "figures"):
        text = file.read_text("utf-8")
        new = re.sub(
            r"(?m)^    value: (\d+)\n((?:    (?!value_max).*\n)*?)    printed: (\"?)(\D*?)([\d ]+)"
            r"(.*(?:\n    quotation: .*)?)",
            _one_more,
            text,
        )
        changed += new != text
        file.write_text(new, "utf-8")
    assert changed > 0


def _one_more(found: re.Match[str]) -> str:
    value, between, quote, before, digits, behind = found.groups()
    if int(digits.replace(" ", "") or 0) != int(value) or len(value) < 4:
        return found[0]
    number = int(value) + 1
    printed = f"{number:,}".replace(",", " ") if " " in digits.strip() else str(number)
    printed += " " * (len(digits) - len(digits.rstrip()))
    # The clause around it says the same number, with or without the gap.
    said = " ?".join(digits.replace(" ", ""))
    behind = re.sub(rf"(?<!\d){said}(?!\d)", printed.strip(), behind, count=1)
    return f"    value: {number}\n{between}    printed: {quote}{before}{printed}{behind}"


def change_words(data: Path) -> None:
    """Every word of two characters or more, of the interface and of all lists of words, but for
    those that are written in both scripts."""
    marks = cycle(MARKS)
    for file in sorted((data / "vocabulary").glob("*.yml")):
        if file.stem not in FIXED_WORDS:
            text = file.read_text("utf-8")
            file.write_text(
                re.sub(
                    rf"(label: (?!{{)\"?[^\n]*?{HAN}{{2,}})", lambda it: it[0] + next(marks), text
                ),
                "utf-8",
            )
