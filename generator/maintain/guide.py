"""The guide for contributors as GitHub shows it · its prose record → CONTRIBUTING.md."""

from collections.abc import Iterator

from generator.model.base import Script
from generator.model.vocabulary import Prose
from generator.model.wording import Text, settle

FILE = "CONTRIBUTING.md"


def guide(prose: Prose) -> str:
    """The same words as on the site's page, as Markdown."""
    return "".join(f"{line}\n" for line in _lines(prose))


def _lines(prose: Prose) -> Iterator[str]:
    script = prose.script
    yield f"<!-- Written by `python3 dev.py update` from data/prose/{prose.id}.yml: edit that. -->"
    yield f"# {_in_own_script(prose.title, script)}"
    yield ""
    yield _in_own_script(prose.lead, script)
    for section in prose.sections:
        yield ""
        yield f"## {_in_own_script(section.heading, script)}"
        yield ""
        for number, line in enumerate(_in_own_script(section.body, script).split("\n"), 1):
            yield f"{number}. {line}"


def _in_own_script(text: Text, script: Script) -> str:
    return settle(text, script).text
