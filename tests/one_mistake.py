"""A small good data folder in which one thing is typed wrong, and what must be said about it."""

import re
from dataclasses import dataclass
from pathlib import Path

from builders import a_data_folder

from generator.cli.clock import hong_kong_day
from generator.messages.language import chinese_texts
from generator.messages.problem import problem_line
from generator.pipeline.generate import examine

PROGRAMME = "programmes/tide-fund.yml"
FIGURES = "figures/tide-fund.yml"
EVENTS = "events/tide-fund.yml"
ERRATA = "errata/damage.yml"
NAMES = "terminology/names/agency.yml"
TERMS = "terminology/terms/repairs.yml"
DATASET = "datasets/sea/sea-tides.yml"
AGENCY = "agencies/sea.yml"
DOCUMENT = "documents/sea-plan.yml"
SYNONYMS = "vocabulary/synonyms.yml"
FILES = {
    PROGRAMME: """\
id: tide-fund
script: zh-Hant
name: 潮汐基金
kind: fund
agency: sea
launched: 2024-09
summary: 資助潮汐研究。
terms:
  - kind: matching
    text: 政府和機構各付一半
    printed: 等额配对
    document: sea-plan
    line: 12
    matching: ratio
locators:
  - document: sea-plan
    line: 11
    supports: [agency, summary]
    quotation: 海风观测署以潮汐基金资助潮汐研究
""",
    FIGURES: """\
id: tide-fund
script: zh-Hant
subject: programme
figures:
  - id: tide-fund-projects
    measure: projects-approved
    value: 120
    unit: item
    qualifier: over
    as_of: 2024-12
    printed: 逾120个
    document: sea-plan
    line: 13
  - id: tide-fund-range
    measure: ceiling
    value: 1000000
    value_max: 5000000
    unit: HKD
    qualifier: range
    printed: 100万至500万元
    document: sea-plan
    line: 14
    amount: per-applicant
""",
    EVENTS: """\
id: tide-fund
script: zh-Hant
subject: programme
events:
  - id: tide-fund-planned
    kind: planned
    date: "2024"
    planned: true
    what: 成立潮汐基金
    outcome: tide-fund-launched
    document: sea-plan
    line: 15
  - id: tide-fund-launched
    kind: launched
    date: 2024-09
    what: 潮汐基金成立
    document: sea-plan
    line: 16
""",
    ERRATA: """\
id: damage
script: zh-Hant
errata:
  - id: tide-fund-cut
    level: fact
    about: [tide-fund]
    what: 這一行印了兩次。
    shown_as: 只算一次。
    locators:
      - document: sea-plan
        line: 17
        printed: 潮汐基金
""",
    NAMES: """\
id: agency
names:
  - id: tide-office
    zh-Hant: 潮汐辦事處
    zh-Hans: 潮汐办事处
    stands:
      - document: sea-plan
        lines: [4]
    unconfirmed: []
""",
    SYNONYMS: """\
id: synonyms
groups:
  - words: [資助, 津貼]
    why: 同義
  - words: [潮汐基金, 潮汐資助]
    why: 口語
""",
    TERMS: """\
id: repairs
role: repair
script: zh-Hans
documents: [sea-plan]
terms:
  - from: 海里
    to: 海裏
    reason: printed
""",
}


@dataclass(frozen=True)
class Mistake:
    """`old`, which stands once in `file`, becomes `new`; the problem starts with `says` and holds
    `tip`."""

    file: str
    old: str
    new: str
    says: str
    tip: str


def a_good_folder(folder: Path) -> Path:
    """A data folder without a mistake, with records of every kind."""
    data = a_data_folder(folder)
    for path, text in FILES.items():
        (data / path).write_text(text, "utf-8")
    return data


def mistyped(data: Path, mistake: Mistake) -> None:
    """Make the one edit."""
    file = data / mistake.file
    text = file.read_text("utf-8")
    assert text.count(mistake.old) == 1, "the edit must be one"
    file.write_text(text.replace(mistake.old, mistake.new), "utf-8")


def only_problem(data: Path, file: str) -> str:
    """The one problem there is, in English; it stands in `file`, and can be told in Chinese."""
    catalogue, problems = examine(data, hong_kong_day())
    assert catalogue is None
    assert len(problems) == 1, list(map(str, problems))
    line = str(problems[0])
    assert line.startswith(f"{(data / file).as_posix()}:"), line
    said = problem_line(problems[0], chinese_texts()).removeprefix(str(problems[0].place))
    assert re.search("[\u4e00-\u9fff]", said)
    assert not re.search("[a-z]{4,} [a-z]{2,} [a-z]{2,}", said), said
    return line.removeprefix(f"{(data / file).as_posix()}:")


def assert_told_once(data: Path, mistake: Mistake) -> None:
    """The mistake that was made is named on its line with its remedy, and nothing else is said."""
    line = only_problem(data, mistake.file)
    assert line.startswith(mistake.says)
    assert mistake.tip in line.partition(" (")[2]
