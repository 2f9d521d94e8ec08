"""Every printed form that the records locate on a line · Catalogue → quotes."""

from collections.abc import Iterator
from typing import Any

from generator.maintain.extract.layout import NOT_SPATIAL, SPATIAL
from generator.maintain.verify.budget_quotes import budget_quotes
from generator.maintain.verify.numbers import (
    printed_days,
    printed_halves,
    printed_months,
    printed_quarters,
    printed_years,
)
from generator.maintain.verify.quote import Quote
from generator.messages.problem import Place
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import Event
from generator.model.locator import Locator
from generator.model.statement import StatementList
from generator.model.terminology import PrintedForm
from generator.model.wording import Wording, settle
from generator.resolve.names import forms_printed
from generator.script.convert import Converter


def quotes(catalogue: Catalogue, converter: Converter) -> Iterator[Quote]:
    """Every printed form that a record locates, in no particular order."""
    for document in catalogue.documents.values():
        yield from _section_quotes(document)
    for dataset in catalogue.datasets.values():
        yield from _listing_quotes(dataset)
    for figures in catalogue.figures.values():
        yield from _fact_quotes(figures, "figures")
    for events in catalogue.events.values():
        yield from _fact_quotes(events, "events")
    for programme in catalogue.programmes.values():
        yield from _fact_quotes(programme, "terms")
    for statements in catalogue.statements.values():
        yield from _statement_quotes(statements)
    for budget in catalogue.budgets.values():
        yield from budget_quotes(budget)
    for errata in catalogue.errata.values():
        yield from _erratum_quotes(errata)
    yield from _name_quotes(catalogue)
    yield from _standing_quotes(catalogue, converter)
    for record_file in (*catalogue.agencies.values(), *catalogue.programmes.values()):
        yield from _locator_quotes(catalogue, converter, record_file)


def _section_quotes(record_file: RecordFile[Document]) -> Iterator[Quote]:
    record = record_file.record
    if record.date and record.date_line:
        place = record_file.place("date_line")
        yield Quote(record.id, record.date_line, _date_forms(record.date), place, fact=False)
    for number, section in enumerate(record.sections):
        # The lettered heading of a part stands above its two tables.
        forms = NOT_SPATIAL if section.code.endswith(".ii") else SPATIAL
        place = record_file.place("sections", number, "line")
        yield Quote(record.id, section.line, forms, place, first=True)
        if section.heading_line:
            form = settle(section.heading, record.script).text
            place = record_file.place("sections", number, "heading_line")
            yield Quote(record.id, section.heading_line, (form,), place, fact=False)
    for number, heading in enumerate(record.headings):
        form = settle(heading.text, record.script).text
        place = record_file.place("headings", number, "text")
        yield Quote(record.id, heading.line, (form,), place, fact=False)


def _listing_quotes(record_file: RecordFile[Dataset]) -> Iterator[Quote]:
    record = record_file.record
    for number, listing in enumerate(record.listings):
        place = record_file.place("listings", number, "line")
        dates = (str(listing.date_note),) if listing.date is None else _date_forms(listing.date)
        for forms in (
            (listing.name or settle(record.name, record.script).text,),
            dates,
            (listing.frequency_printed,),
        ):
            yield Quote(listing.document, listing.line, forms, place, whole=False)


def _date_forms(date: str) -> tuple[str, ...]:
    """The forms in which a plan may print a date."""
    year, *rest = date.split("-")
    match rest:
        case [month, day]:
            return printed_days(year, month, day)
        case [month] if int(month) >= 40:
            return printed_halves(year, int(month) - 39)
        case [month] if int(month) > 12:
            return printed_quarters(year, int(month) - 32)
        case [month]:
            return printed_months(year, month)
        case _:
            return printed_years(year)


def _fact_quotes(record_file: RecordFile[Any], field: str) -> Iterator[Quote]:
    for number, fact in enumerate(getattr(record_file.record, field)):
        if fact.printed is not None:
            place = record_file.place(field, number, "printed")
            yield Quote(fact.document, fact.line, (fact.printed,), place, whole=False)
        if fact.quotation is not None:
            place = record_file.place(field, number, "quotation")
            words = (fact.quotation,)
            yield Quote(fact.document, fact.line, words, place, fact=False, spread=True)
        if isinstance(fact, Event) and fact.date_printed and fact.date_line:
            place = record_file.place(field, number, "date_printed")
            words = (fact.date_printed,)
            yield Quote(fact.document, fact.date_line, words, place, whole=False)


def _statement_quotes(record_file: RecordFile[StatementList]) -> Iterator[Quote]:
    for number, statement in enumerate(record_file.record.statements):
        for count, locator in enumerate(statement.locators):
            place = record_file.place("statements", number, "locators", count, "quotation")
            words = (locator.quotation,)
            yield Quote(locator.document, locator.line, words, place, whole=False, fact=False)


def _erratum_quotes(record_file: RecordFile[ErratumList]) -> Iterator[Quote]:
    for number, erratum in enumerate(record_file.record.errata):
        for count, spot in enumerate(erratum.locators):
            place = record_file.place("errata", number, "locators", count, "printed")
            words = (spot.printed,)
            yield Quote(
                spot.document, spot.line, words, place, whole=False, fact=False, mistake=True
            )


def _name_quotes(catalogue: Catalogue) -> Iterator[Quote]:
    for record_file in catalogue.terminology.names.values():
        for at, where, form in forms_printed(record_file.record, catalogue.documents):
            place = record_file.place(*at, "form" if isinstance(where, PrintedForm) else "lines")
            for line in where.lines:
                yield Quote(where.document, line, (form,), place, whole=False)
            if where.quotation is not None:
                place = record_file.place(*at, "quotation")
                words = (where.quotation,)
                yield Quote(where.document, where.lines[0], words, place, fact=False, spread=True)


def _standing_quotes(catalogue: Catalogue, converter: Converter) -> Iterator[Quote]:
    """English names, acronyms and aliases, the latter in the script of the document."""
    for record_file in catalogue.terminology.names.values():
        for number, name in enumerate(record_file.record.names):
            for count, stand in enumerate(name.forms_stand):
                document = catalogue.documents.get(stand.document)
                both = converter.to_both_scripts(Wording(stand.which, "zh-Hant"))
                form = both[document.record.script] if document else stand.which
                place = record_file.place("names", number, "forms_stand", count, "which")
                for line in stand.lines:
                    yield Quote(stand.document, line, (form,), place, whole=False)


def _locator_quotes(
    catalogue: Catalogue, converter: Converter, record_file: RecordFile[Any]
) -> Iterator[Quote]:
    """Lines where one of the names of an agency or programme must stand."""
    record = record_file.record
    wordings = [settle(it, record.script) for it in record.former_names]
    if record.name is not None:
        wordings.append(settle(record.name, record.script))
    wordings += [settle(it, record.script) for it in getattr(record, "aliases", ())]
    printed_forms: list[str] = []
    for names in catalogue.terminology.names.values():
        for name in names.record.names:
            if name.id == record.id:
                wordings.append(Wording(name.hant, "zh-Hant", name.hans))
                wordings += [settle(alias, "zh-Hant") for alias in name.aliases]
                printed_forms += [it.form for it in name.printed]
                printed_forms += [it for it in (name.acronym, name.english) if it]
    for number, locator in enumerate(record.locators):
        if locator.document not in catalogue.documents:
            continue  # which `check` tells
        yield _locator_quote(
            catalogue,
            converter,
            wordings,
            printed_forms,
            locator,
            record_file.place("locators", number),
        )


def _locator_quote(
    catalogue: Catalogue,
    converter: Converter,
    wordings: list[Wording],
    printed_forms: list[str],
    locator: Locator,
    place: Place,
) -> Quote:
    script = catalogue.documents[locator.document].record.script
    if locator.quotation is not None:
        # It proves more than a name would, and need not hold one.
        words = (locator.quotation,)
        return Quote(locator.document, locator.line, words, place, fact=False, spread=True)
    if locator.printed is not None:
        return Quote(locator.document, locator.line, (locator.printed,), place, whole=False)
    forms = [converter.to_both_scripts(wording)[script] for wording in wordings]
    return Quote(locator.document, locator.line, (*forms, *printed_forms), place, whole=False)
