"""What a programme is looked up by, as far as documents say it · ProgrammeRecord → codes."""

from generator.resolve.fact_types import FigureRecord
from generator.resolve.record_reference import Label
from generator.resolve.records import ProgrammeRecord


def applicants(programme: ProgrammeRecord) -> tuple[Label, ...]:
    """Who may apply."""
    return tuple(dict.fromkeys(it for said in programme.conditions for it in said.applicants))


def matching(programme: ProgrammeRecord) -> tuple[Label, ...]:
    """Whether one has to add money of one's own."""
    return tuple(dict.fromkeys(it.matching for it in programme.conditions if it.matching))


def amounts(programme: ProgrammeRecord) -> tuple[FigureRecord, ...]:
    """The newest number of each measure of money that says whose or which it is."""
    return tuple(it.newest for it in programme.facts.series if it.newest.amount)
