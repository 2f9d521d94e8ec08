"""Why a command refuses to do anything."""

from collections.abc import Sequence

from pydantic import TypeAdapter, ValidationError

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.base import Line


class Refusal(Exception):
    """The command cannot do what was asked; nothing has changed."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        """1: the data do not allow it. 2: the command was given wrongly."""


class RefusalWithProblems(Refusal):
    """The data have problems, or would have some after the change."""

    def __init__(self, message: str, problems: Sequence[Problem]) -> None:
        super().__init__(message)
        self.problems = problems


def check_reason(reason: str) -> None:
    """Refuse what is no single line. Raises Refusal."""
    try:
        TypeAdapter(Line).validate_python(reason)
    except ValidationError:
        raise Refusal(say("give the reason in one line of at most 300 characters"), 2) from None
