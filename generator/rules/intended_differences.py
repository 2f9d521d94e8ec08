"""Find facts that differ from what is printed on purpose · Catalogue → places of the reasons."""

from collections.abc import Iterator

from generator.messages.problem import Place
from generator.model.catalogue import Catalogue


def intended_differences(catalogue: Catalogue) -> Iterator[Place]:
    """Where a figure, an event or a condition says in `differs` why it is not as printed."""
    for figures in catalogue.figures.values():
        for number, figure in enumerate(figures.record.figures):
            if figure.differs is not None:
                yield figures.place("figures", number, "differs")
    for events in catalogue.events.values():
        for number, event in enumerate(events.record.events):
            if event.differs is not None:
                yield events.place("events", number, "differs")
    for programme in catalogue.programmes.values():
        for number, condition in enumerate(programme.record.terms):
            if condition.differs is not None:
                yield programme.place("terms", number, "differs")
