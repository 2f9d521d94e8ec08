"""What `check` found, for the summary of a run on GitHub · problems → Markdown in both languages.

Read by people who edit on GitHub and see no terminal.
"""

from collections.abc import Iterator, Sequence

from generator.messages.github_markdown import inline_code
from generator.messages.language import both_languages, chinese_texts
from generator.messages.message import say
from generator.messages.problem import ENGLISH, Problem, Severity, sentence

ON_LINES = 10
"""GitHub shows at most this many annotations of one level for a step."""
_LISTED = 200
"""At most this many problems of one level are listed: more usually have one cause."""


def summary(problems: Sequence[Problem], records: int | None) -> str:
    """The summary as Markdown; `records` is how many there are, or None if there are errors."""
    errors = [it for it in problems if it.severity is Severity.ERROR]
    warnings = [it for it in problems if it.severity is Severity.WARNING]
    lines = [
        f"## {both_languages(say('Check of the data'))}",
        "",
        *_outcome(records, len(errors)),
    ]
    for title, listed_problems in ((say("Errors"), errors), (say("Warnings"), warnings)):
        if listed_problems:
            lines += [
                "",
                f"### {both_languages(title)} ({len(listed_problems)})",
                "",
                *_listed(listed_problems),
            ]
    return "\n".join(lines) + "\n\n"


def _outcome(records: int | None, errors: int) -> Iterator[str]:
    if records is not None:
        yield both_languages(say("{records} records, nothing wrong", records=records))
    elif errors == 1:
        yield both_languages(say("1 problem; nothing was generated"))
    else:
        yield both_languages(say("{errors} problems; nothing was generated", errors=errors))


def _listed(problems: Sequence[Problem]) -> Iterator[str]:
    if len(problems) > ON_LINES:
        text = say(
            "on the lines of the files GitHub shows only {most} of them; here they all are",
            most=ON_LINES,
        )
        yield f"{both_languages(text)}\n"
    for problem in problems[:_LISTED]:
        yield f"- {inline_code(str(problem.place))}"
        for line in dict.fromkeys(_languages(problem)):
            yield f"  - {inline_code(line)}"
    if (more := len(problems) - _LISTED) > 0:
        yield f"\n{both_languages(say('… and {more} more, which stand in the log', more=more))}"


def _languages(problem: Problem) -> Iterator[str]:
    yield sentence(problem, chinese_texts())
    yield sentence(problem, ENGLISH)
