"""The subcommand that leads from a document to a pull request · arguments → exit status."""

import argparse
from collections.abc import Sequence

from generator.cli.clock import hong_kong_day
from generator.cli.extract_parsers import SOURCES
from generator.cli.report import tell, tell_problem
from generator.cli.upkeep import refresh
from generator.maintain.take_in.command import TakenIn
from generator.maintain.take_in.command import take_in as take_in_document
from generator.maintain.take_in.request import TakeInRequest
from generator.maintain.take_in.steps import Situation, Step, steps
from generator.maintain.verify.verify import verify
from generator.messages.message import say
from generator.messages.problem import Problem, Severity
from generator.pipeline.generate import catalogue_converter, examine
from generator.reading.load import read_catalogue


def take_in(arguments: argparse.Namespace) -> int:
    """Do what a machine can, and say what is done, what is next and what is left."""
    request = _request(arguments)
    taken = take_in_document(request)
    situation = _situation(arguments, request, taken)
    for message in taken.told:
        tell(message)
    listed = list(steps(situation))
    _show(listed)
    return 0 if all(step.done for step in listed[:-1]) else 1


def _request(arguments: argparse.Namespace) -> TakeInRequest:
    options = [
        ("--kind", arguments.kind),
        ("--from", arguments.earlier),
        ("--sources", arguments.sources if arguments.sources != SOURCES else None),
        ("--data", arguments.data if arguments.data != arguments.root / "data" else None),
    ]
    given = [part for name, value in options if value for part in (name, str(value))]
    return TakeInRequest(
        file=arguments.file,
        sources=arguments.sources,
        data=arguments.data,
        today=hong_kong_day(),
        kind=arguments.kind,
        document=arguments.document,
        earlier=arguments.earlier,
        new=arguments.new,
        encoding=arguments.encoding,
        write=arguments.write,
        options=(*given, *(["--new"] if arguments.new else [])),
    )


def _situation(arguments: argparse.Namespace, request: TakeInRequest, taken: TakenIn) -> Situation:
    """What `check` and `verify` say; where there is no error, derived files are written first."""
    document = taken.incoming.document
    catalogue, problems = examine(request.data, request.today)
    errors = [it for it in problems if it.severity is Severity.ERROR]
    differences: Sequence[Problem] = ()
    if catalogue is None:
        catalogue, _ = read_catalogue(request.data)
    elif document in catalogue.documents:
        refresh(arguments, catalogue)
        differences = verify(catalogue, catalogue_converter(catalogue), request.sources, document)
    return Situation(request, taken.incoming, taken.extraction, catalogue, errors, differences)


def _show(listed: Sequence[Step]) -> None:
    """The list, then what is to be done now, and the command that follows."""
    first = next(step for step in listed if not step.done)
    for step in listed:
        mark = "✓" if step.done else "→" if step is first else "…"
        tell(say("{mark} {step}", mark=mark, step=step.name))
    for message in first.told:
        tell_problem(message) if isinstance(message, Problem) else tell(message)
    tell(say("next: {command}", command=first.command))
