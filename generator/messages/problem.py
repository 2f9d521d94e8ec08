"""What is wrong with the data, where it stands, and how to mend it · Problem → str.

A problem prints in English; `problem_line` and `as_annotation` also take texts of other languages.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType

from generator.messages.message import Message, say, translate

ENGLISH: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """An error stops publishing; a warning is shown and does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{escape_unprintable(self.path)}:{max(self.line, 1)}:{max(self.column, 1)}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `message` says what is wrong, `tip` how to mend it."""

    place: Place
    message: str
    tip: str
    severity: Severity = field(default=Severity.ERROR, kw_only=True)
    needs: tuple[str, ...] = field(default=(), kw_only=True, compare=False, repr=False)
    """Records, as `agencies/itc`, any of which would make this no problem if it were there."""

    def __str__(self) -> str:
        return problem_line(self)


_WORDS = {
    Severity.ERROR: say("{message} ({tip})"),
    Severity.WARNING: say("warning: {message} ({tip})"),
}


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error, so that nothing may be published."""
    return any(it.severity is Severity.ERROR for it in problems)


def problem_line(problem: Problem, texts: Mapping[str, str] = ENGLISH) -> str:
    """`path:line:column: what is wrong (how to mend it)`, in the language of `texts`."""
    return f"{problem.place}: {_sentence(problem, _WORDS[problem.severity], texts)}"


def closest_name(given: str, known: Iterable[str]) -> str | None:
    """The known name most similar to `given`, ignoring case; None if none is similar."""
    folded = {it.casefold(): it for it in known}
    close = get_close_matches(given.casefold(), folded, n=1)
    return folded[close[0]] if close else None


def as_message(problems: Iterable[Problem]) -> str:
    """The problems, one per line, as one message that can still be translated."""
    lines = []
    for problem in problems:
        words = say(_WORDS[problem.severity], message=problem.message, tip=problem.tip)
        lines.append(Message("{place}: {words}", {"place": str(problem.place), "words": words}))
    names = [f"line{number}" for number in range(len(lines))]
    template = "\n".join(f"{{{name}}}" for name in names)
    return Message(template, dict(zip(names, lines, strict=True)))


def _sentence(problem: Problem, words: str, texts: Mapping[str, str]) -> str:
    message, tip = (
        escape_unprintable(translate(text, texts)) for text in (problem.message, problem.tip)
    )
    return translate(words, texts).format(message=message, tip=tip)


def sentence(problem: Problem, texts: Mapping[str, str] = ENGLISH) -> str:
    """What is wrong and how to mend it, without the place and the severity."""
    return _sentence(problem, _WORDS[Severity.ERROR], texts)


def as_annotation(problem: Problem, *languages: Mapping[str, str]) -> str:
    """The problem as a GitHub Actions workflow command, shown on the line in a pull request: in
    English, or in each of the languages on a line of its own."""
    place = problem.place
    properties = ",".join(
        f"{name}={_escape_property(str(value))}"
        for name, value in (
            ("file", escape_unprintable(place.path)),
            ("line", max(place.line, 1)),
            ("col", max(place.column, 1)),
        )
    )
    told_in = dict.fromkeys(sentence(problem, texts) for texts in languages or (ENGLISH,))
    text = "%0A".join(map(_escape_command, told_in))
    return f"::{problem.severity} {properties}::{text}"


def quote_value(value: object, most: int = 120) -> str:
    """`value` as a message quotes it: in quotes, and cut when it is long."""
    shown = repr(value)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def shorten(text: str, most: int = 40) -> str:
    """`text`, its end cut off when it is longer than `most` characters."""
    return text if len(text) <= most else f"{text[:most]}…"


def escape_unprintable(text: str) -> str:
    """`text` on one line, with every unprintable character written as an escape.

    Data quoted in a message may hold line breaks or terminal escapes; neither may reach a terminal.
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def _escape_command(text: str) -> str:
    # Line breaks would have to be escaped as well; `escape_unprintable` has left none.
    return text.replace("%", "%25")


def _escape_property(text: str) -> str:
    return _escape_command(text).replace(":", "%3A").replace(",", "%2C")
