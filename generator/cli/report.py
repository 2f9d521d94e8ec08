"""Problems and results as the command line shows them, in the language of the environment.

Under GitHub Actions, where nobody can set a language, in Chinese and English; there problems are
also shown on the lines that they name, and what `check` found stands in the run's summary.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from generator.messages.language import chinese_texts, texts_for
from generator.messages.message import say, translate
from generator.messages.problem import (
    ENGLISH,
    Problem,
    Severity,
    as_annotation,
    escape_unprintable,
    problem_line,
)

ROOT = Path(__file__).resolve().parents[2]
"""Of the repository, from which GitHub counts paths, wherever a command is run."""


def report(problems: Sequence[Problem]) -> None:
    """Print every problem to standard error, and how many errors there are."""
    list_problems(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors == 1:
        tell(say("1 problem; nothing was generated"), sys.stderr)
    elif errors:
        tell(say("{errors} problems; nothing was generated", errors=errors), sys.stderr)


def list_problems(problems: Iterable[Problem]) -> None:
    """Print every problem to standard error, errors first: they are what has to be mended; under
    GitHub Actions also as an annotation."""
    problems = sorted(problems, key=lambda it: it.severity is not Severity.ERROR)
    for problem in problems:
        tell_problem(problem, sys.stderr)
    if _on_github():
        for problem in _sort_for_github(problems):
            print(as_annotation(_in_repository(problem), *_languages()))


def summarise(problems: Sequence[Problem], records: int | None) -> None:
    """Under GitHub Actions: add the problems to the summary of the run."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file and _on_github():
        from generator.messages.check_summary import summary

        text = summary([_in_repository(it) for it in problems], records)
        with open(file, "a", encoding="utf-8") as summaries:
            summaries.write(text)


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print a text in the language of the environment, to standard output by default."""
    for translation in dict.fromkeys(translate(text, texts) for texts in _languages()):
        for line in translation.split("\n"):
            print(
                escape_unprintable(line), file=sys.stdout if stream is None else stream, flush=True
            )


def tell_problem(problem: Problem, stream: TextIO | None = None) -> None:
    """Print a problem in the language of the environment, to standard output by default."""
    for line in dict.fromkeys(problem_line(problem, texts) for texts in _languages()):
        print(line, file=sys.stdout if stream is None else stream)


def _on_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def _languages() -> tuple[Mapping[str, str], ...]:
    return (chinese_texts(), ENGLISH) if _on_github() else (texts_for(os.environ),)


def _sort_for_github(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems for GitHub, which shows about ten per step: errors before warnings, and one of
    each file before more of the same file, which often have the same cause."""
    earlier: Counter[str] = Counter()
    ranked = []
    for problem in problems:
        path = problem.place.path
        ranked.append((problem.severity is not Severity.ERROR, earlier[path], problem))
        earlier[path] += 1
    return [problem for *_, problem in sorted(ranked, key=lambda it: it[:2])]


def _in_repository(problem: Problem) -> Problem:
    """The problem with its path as it stands in a pull request."""
    path = Path(os.path.abspath(problem.place.path))
    if not path.is_relative_to(ROOT):
        return problem
    inside = path.relative_to(ROOT).as_posix()
    return replace(problem, place=replace(problem.place, path=inside))
