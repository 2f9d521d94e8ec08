"""A field, an item or a line that is not indented as it should be is told with its column."""

import re
from pathlib import Path

import pytest

from generator.reading.yaml_source import parse

RECORD = """\
id: sea
names:
  zh-Hant: 海
  zh-Hans: 海
about: |-
  一段文字。
  又一段文字。
sha256: 0a1b
locators:
  - document: sea-plan
    line: 3
  - document: sea-plan
    printed: "海: 洋"
codes:
- {code: tide}
- {code: wind}
"""
OTHER_TEXT = "; if it is part of the text above, put that in quotes"


def told(text: str) -> list[str]:
    _, problems = parse(text.encode(), "sea.yml")
    return [str(it) for it in problems]


def test_the_record_itself_is_good() -> None:
    assert told(RECORD) == []


@pytest.mark.parametrize("spaces", [1, 2, -1])
@pytest.mark.parametrize("number", range(1, RECORD.count("\n") + 1))
def test_every_line_in_another_column_is_named(number: int, spaces: int) -> None:
    """Where that still is YAML the models object to it, or nobody has to."""
    lines = RECORD.split("\n")
    line = lines[number - 1]
    lines[number - 1] = " " * spaces + line if spaces > 0 else line.removeprefix(" ")
    source, problems = parse("\n".join(lines).encode(), "sea.yml")
    if source is None:
        [problem] = problems
        if problem.place.line == number + 1:
            return  # a new level could begin so, and the next line would be wrong
        assert problem.place.line == number
        wanted = len(line) - len(line.lstrip(" ")) + 1
        assert re.search(rf"(begin it|or) in column {wanted}\b", problem.tip)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "id: sea\n script: zh-Hant\n",
            f"2:2: 1 space too many before script (begin it in column 1{OTHER_TEXT})",
        ),
        (
            "names:\n  - id: sea\n     line: 3\n",
            f"3:6: 1 space too many before line (begin it in column 5{OTHER_TEXT})",
        ),
        (
            "names:\n  - id: sea\n  line: 3\n",
            "3:3: line begins in column 3 (begin it in column 1, or in column 5)",
        ),
        (
            "  id: sea\nscript: zh-Hant\n",
            "1:3: 2 spaces too many before id (begin it in column 1)",
        ),
        (
            "text: |-\n    海海\n  海\nid: sea\n",
            "2:5: 2 spaces too many before the text (begin it in column 3)",
        ),
    ],
)
def test_what_is_said(text: str, expected: str) -> None:
    place, _, rest = expected.partition(": ")
    assert told(text) == [f"sea.yml:{place}: not valid YAML: {rest}"]


@pytest.mark.parametrize("text", ["id: a: b\n", "id: sea\nnames: [a\nscript: b\n", "id: @\n"])
def test_other_mistakes_are_no_matter_of_columns(text: str) -> None:
    assert not any("begin it in column" in line for line in told(text))


@pytest.mark.today
def test_indentation_of_the_projects_own_files_is_never_blamed() -> None:
    """With a mistake of another kind at their end; lists are indented as commands write them."""
    files = sorted(Path("data").rglob("*.yml"))[::7]
    flush = re.compile(r"(?m)^( *)\S+:\n\1- ")
    texts = {it: text for it in files if not flush.search(text := it.read_text("utf-8"))}
    assert len(texts) > len(files) / 2
    for file, text in texts.items():
        lines = told(text + "\nlast: a: b\n")
        assert not any("begin it in column" in line for line in lines), file
