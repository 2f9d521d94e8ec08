"""Problems as the command line shows them."""

import os
import sys
from collections.abc import Sequence

from generator.problem import Problem, Severity, as_annotation


def report(problems: Sequence[Problem]) -> None:
    """Every problem on a line of standard error; under GitHub Actions also on the line it names."""
    annotate = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(problem, file=sys.stderr)
        if annotate:
            print(as_annotation(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        noun = "problem" if errors == 1 else "problems"
        print(f"{errors} {noun}; nothing was generated", file=sys.stderr)
