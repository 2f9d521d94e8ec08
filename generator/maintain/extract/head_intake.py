"""A head that was read → its draft records, and what a reviewer has to know of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.maintain.extract.carried_places import (
    CarriedPlaces,
    carried_places,
    told_left,
)
from generator.maintain.extract.edition_drafts import Decisions, Draft
from generator.maintain.extract.head_alignment import Alignment
from generator.maintain.extract.head_budget import LaterBudget
from generator.maintain.extract.head_comparison import compare_rows, compare_texts
from generator.maintain.extract.head_document import (
    document_fields,
    later_document,
    later_exceptions,
)
from generator.maintain.extract.head_draft import first_budget
from generator.maintain.extract.head_fields import Fields, lines_missing
from generator.maintain.extract.head_findings import Findings
from generator.maintain.extract.head_names import Hant, name_all
from generator.maintain.extract.head_record import PrintedHead
from generator.maintain.extract.head_source import HeadSource
from generator.maintain.extract.head_titles import department
from generator.maintain.extract.head_yaml import dump_head
from generator.maintain.extract.placed_text import Before, PlacedText
from generator.maintain.extract.printed_names import PrintedNames
from generator.maintain.extract.source_error import SourceError
from generator.maintain.yaml_edits import Insertion
from generator.messages.message import list_names, say
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue
from generator.model.document import Document
from generator.script.convert import Converter
from generator.script.glossary import glossary


@dataclass
class HeadDrafts:
    """Records to write."""

    identifier: str
    """Of the document and its budget."""
    new: dict[str, str] = field(default_factory=dict)
    """Path below the data folder → text."""
    insertions: dict[str, list[Insertion]] = field(default_factory=dict)
    """Path → what a record is to have, too."""
    updates: dict[str, tuple[str, str]] = field(default_factory=dict)
    open: Sequence[Draft] = ()
    """What a person decides on."""
    unchanged: int = 0
    covered: frozenset[int] = frozenset()
    """Lines of which the budget says that they are not used."""


def first_drafts(
    head: PrintedHead,
    source: HeadSource,
    catalogue: Catalogue,
    names: PrintedNames,
    findings: Findings,
) -> HeadDrafts:
    """The drafts of a head of which there is no other year."""
    identifier = head.identifier
    others = [
        budget.record.id
        for budget in catalogue.budgets.values()
        if budget.record.head == head.number and budget.record.id != identifier
    ]
    if others:
        template = "there is {other} of this head: `--from {other}` carries over what stands again"
        findings.decide.append(say(template, other=others[-1]))
    if source.english:
        template = (
            "the text is English, and so are the labels: take the Chinese edition if there is one"
        )
        findings.decide.append(say(template))
    name_all(head, None, _one_script(catalogue))
    agency = _agency(head, catalogue, names.agencies, findings)
    budget = first_budget(head, identifier, source.script, agency)
    document = document_fields(head, source.kept.raw, identifier, source.script, agency)
    findings.decide.append(say("add the document's official address to `links`"))
    drafts = _drafts(identifier, budget, document, None)
    drafts.insertions = _places(head, source, catalogue, None, {}).insertions
    return drafts


def later_drafts(
    head: PrintedHead,
    source: HeadSource,
    catalogue: Catalogue,
    earlier: str,
    earlier_text: Sequence[str] | None,
    findings: Findings,
    decisions: Decisions,
) -> HeadDrafts:
    """The drafts of another year than that of the budget `earlier`, whose text has the lines
    `earlier_text`. Raises SourceError where the two are not one head in two years."""
    old = _earlier(head, source, catalogue, earlier)
    identifier = head.identifier
    by = int(head.year[:4]) - int(old.year[:4])
    alignment = Alignment(earlier_text, head.lines, by) if earlier_text else None
    if alignment is None:
        template = (
            "the text of {document} is not in the folder of the texts: only what the tables prove "
            "was carried over, and nothing tells which words changed (put it there, and run again)"
        )
        findings.decide.append(say(template, document=earlier))
    named = name_all(head, old, _one_script(catalogue))
    compare_rows(head, old, named, findings)
    budget = LaterBudget(head, old, named, alignment, findings).fields(identifier)
    old_document = catalogue.documents[earlier].record
    document = later_document(head, source.kept.raw, old_document, alignment, findings)
    before = Before(earlier, by, alignment)
    carried = _places(head, source, catalogue, before, decisions)
    if carried.left or carried.drafts:
        document["complete"] = False
    findings.decide.extend(told_left(carried.left, earlier))
    exceptions = None
    if alignment:
        compare_texts(head, old, alignment, findings)
        if kept := catalogue.exceptions.get(earlier):
            exceptions = later_exceptions(kept.record, identifier, head.lines, alignment, by)
    drafts = _drafts(identifier, budget, document, exceptions)
    drafts.insertions, drafts.open = carried.insertions, carried.drafts
    drafts.new |= carried.new
    return drafts


def _places(
    head: PrintedHead,
    source: HeadSource,
    catalogue: Catalogue,
    before: Before | None,
    decisions: Decisions,
) -> CarriedPlaces:
    text = PlacedText(head.identifier, head.lines, source.script)
    return carried_places(catalogue, Converter(glossary(catalogue)), text, before, decisions)


def _earlier(head: PrintedHead, source: HeadSource, catalogue: Catalogue, earlier: str) -> Budget:
    if earlier not in catalogue.budgets or earlier not in catalogue.documents:
        template = "there is no budget {earlier} (known: {known}; `--new` for a head without one)"
        raise SourceError(say(template, earlier=earlier, known=list_names(catalogue.budgets)))
    old = catalogue.budgets[earlier].record
    if (old.head, old.script) != (head.number, source.language):
        template = (
            "the text is head {number} in {script}, {earlier} head {other} in {other_script} (take "
            "the same head in the same language, or `--new`)"
        )
        values = {"number": head.number, "script": source.language, "earlier": earlier}
        raise SourceError(say(template, **values, other=old.head, other_script=old.script))
    if old.year == head.year:
        template = "the text is of {year}, as {earlier} is (give another year's text)"
        raise SourceError(say(template, year=head.year, earlier=earlier))
    return old


def _drafts(
    identifier: str, budget: Fields, document: Fields, exceptions: Fields | None
) -> HeadDrafts:
    budget = {name: budget[name] for name in Budget.model_fields if name in budget}
    document = {name: document[name] for name in Document.model_fields if name in document}
    drafts = HeadDrafts(identifier, covered=frozenset(lines_missing(budget)))
    drafts.new[f"documents/{identifier}.yml"] = dump_head(document)
    drafts.new[f"budget/{identifier}.yml"] = dump_head(budget)
    if exceptions:
        drafts.new[f"exceptions/{identifier}.yml"] = dump_head(exceptions)
    return drafts


def _one_script(catalogue: Catalogue) -> Hant:
    convert = Converter(glossary(catalogue)).convert
    return lambda text: convert(text, "zh-Hant")


def _agency(
    head: PrintedHead, catalogue: Catalogue, known: Mapping[str, str], findings: Findings
) -> str:
    """Who the title names; a name that no record has is told, and its place is held."""
    named = department(head)
    names = {name.lower(): identifier for name, identifier in known.items()}
    for name_list in catalogue.terminology.names.values():
        for name in name_list.record.names:
            if name.english and name.id in catalogue.agencies:
                names[name.english.lower()] = name.id
    if agency := names.get(named.lower()):
        return agency
    held = f"agency-of-head-{head.number}"
    template = (
        "no record is called {name}: make one, `python3 dev.py new agency ID`, and write its ID in "
        "place of {held}, in both drafts"
    )
    findings.decide.append(say(template, name=named, held=held))
    return held
