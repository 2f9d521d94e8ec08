"""Invented agencies and plans for tests of the extractor, and what is expected of them.

`PYTHONPATH=.:tests python -m extract.invented` rewrites the expected files; review the difference.
"""

import hashlib
import json
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.maintain.extract.draft_records import PlanSource, dataset_drafts, document_draft
from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan
from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.plan_table import read_plan
from generator.maintain.extract.printed_names import PrintedNames, load_names
from generator.model.base import Script

ROOT = Path(__file__).resolve().parents[3]
PLANS = ROOT / "tests" / "data" / "plans"
EXAMPLES: dict[str, Script] = {"hashed": "zh-Hans", "bare": "zh-Hant"}
"""Plans in the two layouts, by the script they are printed in."""

WORDS = ROOT / "tests" / "data"
"""Where the vocabularies of tests are, as in a data folder."""
_VOCABULARIES = load_names(WORDS)
NAMES = PrintedNames(
    categories=_VOCABULARIES.categories,
    frequencies=_VOCABULARIES.frequencies,
    formats=_VOCABULARIES.formats,
    agencies={
        "海风观测署": "sea",
        "海風觀測署": "sea",
        "TIDE": "tide",
        "潮汐局": "tide",
        "灯塔管理公司": "lighthouse",
        "燈塔管理公司": "lighthouse",
    },
)

_AGENCIES = {
    "sea.yml": "id: sea\nname: {zh-Hant: 海風觀測署, zh-Hans: 海风观测署}\n",
    "tide.yml": "id: tide\nname: 潮汐局\nacronym: TIDE\n",
    "lighthouse.yml": "id: lighthouse\nname: 燈塔管理公司\naliases: [灯塔管理公司]\n",
}


def data_folder(at: Path) -> Path:
    """A data folder below `at` with the vocabularies of tests and the agencies of `NAMES`."""
    data = at / "data"
    (data / "agencies").mkdir(parents=True)
    (data / "vocabulary").mkdir()
    for name in ("categories.yml", "formats.yml", "frequencies.yml"):
        raw = (WORDS / "vocabulary" / name).read_bytes()
        (data / "vocabulary" / name).write_bytes(raw)
    for name, text in _AGENCIES.items():
        (data / "agencies" / name).write_text(text, "utf-8")
    return data


def text_of(example: str) -> str:
    return (PLANS / f"{example}.txt").read_bytes().decode()


def plan_of(example: str) -> Plan:
    return read_plan(text_of(example), NAMES)


def source_of(example: str, text: str | None = None) -> PlanSource:
    text = text_of(example) if text is None else text
    return PlanSource(
        document=f"sea-{example}-plan",
        script=EXAMPLES[example],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        lines=text.count("\n") + (not text.endswith("\n")),
    )


def draft_files(plan: Plan, source: PlanSource) -> dict[str, str]:
    """{path below the drafts' folder: YAML text}: the document, then a dataset for each row."""
    files = {f"documents/{source.document}.yml": document_draft(plan, source, "sea")}
    return files | {it.path: it.text() for it in dataset_drafts(plan, source, NAMES, "sea")}


def drafts_of(example: str) -> dict[str, str]:
    return draft_files(plan_of(example), source_of(example))


def as_json(plan: Plan) -> str:
    return json.dumps(asdict(plan), ensure_ascii=False, indent=1) + "\n"


def report_on(example: str, at: Path) -> str:
    """What `extract_plan` prints, with the name of the file only."""
    file = PLANS / f"{example}.txt"
    output = StringIO()
    extract_plan(PlanRequest(file, f"sea-{example}-plan", data_folder(at), at / "drafts"), output)
    return output.getvalue().replace(str(file), file.name)


def expected_files(at: Path) -> dict[str, str]:
    """{path below tests/data/plans: text} of all that the examples yield; `at` is scratch space."""
    files = {}
    for example in EXAMPLES:
        files[f"{example}.json"] = as_json(plan_of(example))
        files[f"{example}.report.txt"] = report_on(example, at / example)
        for path, text in drafts_of(example).items():
            files[f"{example}/{path}"] = text
    return files


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        for path, text in expected_files(Path(scratch)).items():
            (PLANS / path).parent.mkdir(parents=True, exist_ok=True)
            (PLANS / path).write_bytes(text.encode())
