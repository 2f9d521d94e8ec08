"""Check that what a reader looks a programme up by is coded, and only where it has a meaning."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.figure import FigureList
from generator.model.programme import Programme

CODED = {"eligibility": "applicants", "matching": "matching"}
"""Kind of condition → the field that says it in codes."""
MONEY = "HKD"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A condition without its code would be missed by whom it concerns."""
    for programme in catalogue.programmes.values():
        yield from _conditions(catalogue, programme)
    for figures in catalogue.figures.values():
        yield from _amounts(catalogue, figures)


def _conditions(catalogue: Catalogue, record_file: RecordFile[Programme]) -> Iterator[Problem]:
    for number, condition in enumerate(record_file.record.terms):
        if condition.kind not in catalogue.codes("term-kinds"):
            continue
        for kind, field in CODED.items():
            if condition.kind == kind and not getattr(condition, field):
                yield Problem(
                    record_file.place("terms", number),
                    say("this condition has no `{field}`", field=field),
                    say("add `{field}`: codes of data/vocabulary/{field}.yml", field=field),
                )
            elif condition.kind != kind and getattr(condition, field):
                yield Problem(
                    record_file.place("terms", number, field),
                    say(
                        "only a condition of the kind {kind!r} has `{field}`",
                        kind=kind,
                        field=field,
                    ),
                    say("remove it, or correct `kind`"),
                )


def _amounts(catalogue: Catalogue, record_file: RecordFile[FigureList]) -> Iterator[Problem]:
    record = record_file.record
    for number, figure in enumerate(record.figures):
        if figure.unit == MONEY and record.subject == "programme" and figure.amount is None:
            message = say("this money of a programme has no `amount`")
            tip = say("add `amount`: a code of data/vocabulary/amount-kinds.yml")
            yield Problem(record_file.place("figures", number), message, tip)
        elif figure.amount and figure.unit != MONEY and figure.unit in catalogue.codes("units"):
            message = say("only money has an `amount`")
            tip = say("remove it, or correct `unit`")
            yield Problem(record_file.place("figures", number, "amount"), message, tip)
