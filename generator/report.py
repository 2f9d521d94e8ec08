"""Problems and results as the command line shows them, in the language of the environment."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from generator.language import texts_for
from generator.message import say, told
from generator.problem import Problem, Severity, as_annotation, shown, visible


def report(problems: Sequence[Problem]) -> None:
    """Every problem on a line of standard error, and how many stop a build."""
    list_problems(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors == 1:
        tell(say("1 problem; nothing was generated"), sys.stderr)
    elif errors:
        tell(say("{errors} problems; nothing was generated", errors=errors), sys.stderr)


def list_problems(problems: Iterable[Problem]) -> None:
    """Every problem on a line of standard error; under GitHub Actions also on the line it names."""
    texts = texts_for(os.environ)
    annotate = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(shown(problem, texts), file=sys.stderr)
        if annotate:
            print(as_annotation(problem, texts))


def tell(text: str, stream: TextIO | None = None) -> None:
    """A text in the language of the environment, to standard output unless told otherwise."""
    for line in told(text, texts_for(os.environ)).split("\n"):
        print(visible(line), file=sys.stdout if stream is None else stream, flush=True)
