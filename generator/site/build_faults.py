"""Failures of a build that the data did not cause · exception → problem."""

import logging
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import MkDocsException
from yaml import MarkedYAMLError

from generator.messages.message import say
from generator.messages.problem import Place, Problem

_SETTINGS = "mkdocs.yml"


class HeldLogHandler(logging.Handler):
    """Shows MkDocs' warnings, or holds them back until it is known what to do with them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._kept: list[logging.LogRecord] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Show the record, or keep it."""
        if self._kept is not None:
            self._kept.append(record)
        elif logging.lastResort:  # as if there were no handler
            logging.lastResort.handle(record)

    def keep(self) -> None:
        """Hold back records from now on."""
        self._kept = []

    def give_to(self, error: BaseException) -> None:
        """Add the held records to the error's notes instead of showing them."""
        kept, self._kept = self._kept or [], None
        for record in kept:
            error.add_note(record.getMessage())

    def let_go(self) -> None:
        """Show the held records."""
        kept, self._kept = self._kept or [], None
        for record in kept:
            self.emit(record)


def fault_problem(error: BaseException, root: Path) -> Problem:
    """The error as a problem, placed in a file below `root` where possible; MkDocs' own messages
    are in the error's notes."""
    tip = say("mend it and save")
    for cause in _causes(error):
        if isinstance(cause, TemplateSyntaxError):
            name = cause.filename or cause.name or ""
            place = Place(_below(root, name) or name, cause.lineno)
            return Problem(place, say("the template is wrong: {text}", text=cause.message), tip)
        if isinstance(cause, MarkedYAMLError) and cause.problem_mark:
            mark = cause.problem_mark
            place = Place(_SETTINGS, mark.line + 1, mark.column + 1)
            return Problem(place, say("the settings are no YAML: {text}", text=cause.problem), tip)
    if isinstance(error, MkDocsException):
        text = "; ".join(getattr(error, "__notes__", ())) or str(error)
        return Problem(Place(_SETTINGS), say("MkDocs refuses it: {text}", text=text), tip)
    text = f"{type(error).__name__}: {error}"
    return Problem(_last_place(error, root), say("the program stopped: {text}", text=text), tip)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and its causes."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _last_place(error: BaseException, root: Path) -> Place:
    """The innermost line of ours: of a template, or of the program."""
    frames = walk_tb(error.__traceback__)
    lines = ((_below(root, frame.f_code.co_filename), line) for frame, line in frames)
    ours = [Place(path, line) for path, line in lines if path and ".venv" not in path.split("/")]
    templates = [it for it in ours if not it.path.endswith(".py")]
    return (templates or ours or [Place(_SETTINGS)])[-1]


def _below(root: Path, file: str) -> str | None:
    """The path of `file` below `root`, if it lies there."""
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else None
