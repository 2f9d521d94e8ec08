"""The day that counts as the date of each document, which orders numbers and dates feeds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.document import Document
from generator.model.figure import Figure
from generator.model.when import When
from generator.resolve.periods import last_day, newest_day


def edition_days(catalogue: Catalogue) -> dict[str, date]:
    """Document → the last day that its printed date may mean.

    A document that prints none is as new as what it reports: the time until which its record says
    that it does, otherwise the newest day of its figures and past events. One that reports no day
    either is as old as the data.
    """
    newest = date.fromisoformat(newest_day(catalogue))
    reported: dict[str, date] = {}
    for document, day in _reported(catalogue):
        # A year that has just begun counts to its end; no report is newer than the data.
        if day <= newest:
            reported[document] = max(day, reported.get(document, day))
    days = {}
    for key, record_file in catalogue.documents.items():
        told = record_file.record.date or record_file.record.reports_until
        days[key] = last_day(told) if told else reported.get(key, newest)
    return days


def consecutive_editions(
    catalogue: Catalogue, days: Mapping[str, date]
) -> tuple[tuple[str, ...], ...]:
    """The documents of each publication, the oldest first: of one kind, by one publisher or none,
    and of the estimates about one head. `days` are those of `edition_days`."""
    heads = {key: it.record.head for key, it in catalogue.budgets.items()}
    editions: dict[tuple[str, str, str], list[str]] = {}
    for key in sorted(catalogue.documents, key=lambda it: (days[it], it)):
        document = catalogue.documents[key].record
        publication = document.kind, document.publisher or "", heads.get(key, "")
        editions.setdefault(publication, []).append(key)
    return tuple(tuple(editions[publication]) for publication in sorted(editions))


def superseded_documents(
    editions: Iterable[Sequence[str]], documents: Iterable[Document]
) -> frozenset[str]:
    """The documents of which a later edition is complete: what stands in them alone is older."""
    complete = {it.id for it in documents if it.complete}
    return frozenset(
        older
        for of_publication in editions
        for number, older in enumerate(of_publication)
        if complete.intersection(of_publication[number + 1 :])
    )


def _reported(catalogue: Catalogue) -> Iterator[tuple[str, date]]:
    for figures in catalogue.figures.values():
        for figure in figures.record.figures:
            if figure.as_of:
                yield figure.document, last_day(When(figure.as_of, figure.as_of_part))
    for events in catalogue.events.values():
        for event in events.record.events:
            if event.date and not event.planned:
                yield event.document, last_day(When(event.date, event.part))


def figure_order(figure: Figure, days: Mapping[str, date]) -> tuple[date, date, str]:
    """A key that sorts numbers of one measure by the day they hold for, then by their document.

    A number that no document dates holds for the day its document stands for.
    """
    edition = days[figure.document]
    day = last_day(When(figure.as_of, figure.as_of_part)) if figure.as_of else edition
    return day, edition, figure.document
