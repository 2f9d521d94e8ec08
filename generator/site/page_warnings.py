"""What MkDocs warns of, while it builds pages · log record → problem.

A link that leads nowhere is told with the page that holds it and its line there; any other warning
in MkDocs' own words.
"""

import logging
import re
from collections.abc import Callable
from pathlib import Path

from generator.messages.message import say
from generator.messages.problem import Place, Problem, quote_value

MOST = 20
"""As many are told: a wrong template makes a warning for each of its pages."""
_LINK = re.compile(r"(?:Doc file )?'([^']+)' contains an? [a-z ]*link '(.*?)',? (.*)", re.DOTALL)
_ANCHOR = re.compile(r"anchor")


class PageWarnings(logging.Handler):
    """Tells MkDocs' warnings, each once, as problems of the pages below `docs`."""

    def __init__(self, docs: Path, tell: Callable[[Problem], None]) -> None:
        super().__init__(logging.WARNING)
        self._docs, self._tell = docs, tell
        self._problems: dict[Problem, None] = {}

    @property
    def number(self) -> int:
        """How many there were."""
        return len(self._problems)

    def emit(self, record: logging.LogRecord) -> None:
        """Tell it, unless it was told or there were too many."""
        problem = warning_problem(record.getMessage(), self._docs)
        if problem not in self._problems and self.number < MOST:
            self._tell(problem)
        self._problems[problem] = None


def warning_problem(text: str, docs: Path) -> Problem:
    """The problem that MkDocs warns of in `text`; `docs` holds the pages."""
    link = _LINK.match(text)
    if link is None:
        message = say("MkDocs warns: {text}", text=text)
        return Problem(Place("mkdocs.yml"), message, say("mend what it names"))
    page, target, reason = link.groups()
    place = Place(f"docs/{page}", _line(docs / page, target))
    shown = quote_value(target)
    message = say("the link {target} leads to a page or file that is not there", target=shown)
    if _ANCHOR.search(reason):
        message = say("the link {target} leads to a place that is not on the page", target=shown)
    tip = say(
        "mend it in the template or the record that the page is made of; "
        "`python3 dev.py generate` writes the page"
    )
    return Problem(place, message, tip)


def _line(page: Path, target: str) -> int:
    """The first line of the page that holds the link; 0 if none does."""
    try:
        lines = page.read_text("utf-8").split("\n")
    except OSError:
        return 0
    places = (f"]({target})", f'="{target}"', f"<{target}>")
    return next(
        (number for number, line in enumerate(lines, 1) if any(it in line for it in places)), 0
    )
