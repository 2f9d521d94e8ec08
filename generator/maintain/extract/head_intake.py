"""Edge: a head's file → draft records in a folder, and a review of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TextIO

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
from generator.maintain.extract.head_names import name_all
from generator.maintain.extract.head_reading import read_head
from generator.maintain.extract.head_record import PrintedHead
from generator.maintain.extract.head_review import head_review
from generator.maintain.extract.head_source import (
    HeadSource,
    earlier_lines,
    head_words,
    missing_text,
    read_head_source,
    read_records,
)
from generator.maintain.extract.head_titles import department
from generator.maintain.extract.head_yaml import dump_head
from generator.maintain.extract.printed_names import load_names
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.written_drafts import WrittenDrafts, write_drafts, write_text
from generator.maintain.trial_change import trial_change
from generator.messages.message import Message, list_names, say
from generator.messages.problem import (
    ENGLISH,
    Problem,
    Severity,
    escape_unprintable,
    has_errors,
)
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue
from generator.model.document import Document
from generator.script.convert import Converter
from generator.script.glossary import glossary


@dataclass(frozen=True)
class HeadRequest:
    """What is to be taken in, and where to."""

    file: Path
    earlier: str | None
    """Identifier of another year's budget of the same head; none for a head without one."""
    data: Path
    today: date
    into: Path | None = None
    """Folder for the drafts; nothing is written without it."""
    text_to: Path | None = None
    """Folder for the text of a file that had to be laid out anew."""
    encoding: str | None = None


@dataclass
class HeadDrafts:
    """Records to write."""

    new: dict[str, str] = field(default_factory=dict)
    """Path below the data folder → text."""
    updates: dict[str, tuple[str, str]] = field(default_factory=dict)
    unchanged: int = 0
    covered: set[int] = field(default_factory=set)
    """Lines of which the budget says that they are not used."""


def extract_head(request: HeadRequest, stdout: TextIO, texts: Mapping[str, str] = ENGLISH) -> int:
    """Write drafts of a head's budget and document, and a review as Markdown to `stdout`.

    0 if everything was understood and `check` finds nothing in the drafts, else 1. Raises
    SourceError if there is nothing to review. A file that holds something else is never overwritten.
    """
    catalogue = read_records(request.data)
    words = head_words(catalogue)
    source = read_head_source(request.file, request.encoding, words)
    head = read_head(source.text, words)
    identifier = f"head-{head.number}-{head.year}"
    findings = Findings()
    if source.english:
        findings.decide.append(
            say(
                "the text is English, and so are the labels: take the Chinese edition if there is one"
            )
        )
    if request.earlier is None:
        drafts = _first(head, source, catalogue, request, identifier, findings)
    else:
        drafts = _later(head, source, catalogue, request, identifier, findings)
    head = replace(head, faults=tuple(it for it in head.faults if it.line not in drafts.covered))
    _keep_text(request, source, identifier)
    problems = _problems(request, drafts, catalogue, identifier)
    written = (
        write_drafts(drafts, request.into)
        if request.into
        else WrittenDrafts(len(drafts.new), 0, 0, (), False)
    )
    problems += written.conflicts
    review = head_review(
        head, identifier, source.kept.made, findings, problems, _status(written), texts
    )
    for line in review:
        print(escape_unprintable(line), file=stdout)
    return 1 if head.faults or has_errors(problems) else 0


def _first(
    head: PrintedHead,
    source: HeadSource,
    catalogue: Catalogue,
    request: HeadRequest,
    identifier: str,
    findings: Findings,
) -> HeadDrafts:
    earlier = [it for it in catalogue.budgets.values() if it.record.head == head.number]
    if others := [it.record.id for it in earlier if it.record.id != identifier]:
        findings.decide.append(
            say(
                "there is {other} of this head: `--from {other}` carries over what stands again",
                other=others[-1],
            )
        )
    name_all(head, None, _one_script(catalogue))
    agency = _agency(head, catalogue, request.data, findings)
    budget = first_budget(head, identifier, source.script, agency)
    document = document_fields(head, source.kept.raw, identifier, source.script, agency)
    findings.decide.append(say("add the document's official address to `links`"))
    return _drafts(budget, document, None)


def _later(
    head: PrintedHead,
    source: HeadSource,
    catalogue: Catalogue,
    request: HeadRequest,
    identifier: str,
    findings: Findings,
) -> HeadDrafts:
    earlier = request.earlier or ""
    if earlier not in catalogue.budgets:
        template = "there is no budget {earlier} (known: {known}; `--new` for a head without one)"
        known = list_names(catalogue.budgets)
        raise SourceError(say(template, earlier=earlier, known=known))
    old = catalogue.budgets[earlier].record
    if (old.head, source.script) != (head.number, old.script) or source.english:
        template = (
            "{file} is head {number} in {script}, {earlier} head {other} in {other_script} (take "
            "the same head in the same language, or `--new`)"
        )
        script = "English" if source.english else source.script
        values = {"file": request.file, "number": head.number, "script": script}
        others = {"earlier": earlier, "other": old.head, "other_script": old.script}
        raise SourceError(say(template, **values, **others))
    if old.year == head.year:
        template = "{file} is of {year}, as {earlier} is (give another year's text)"
        raise SourceError(say(template, file=request.file, year=head.year, earlier=earlier))
    record_file = catalogue.documents[earlier]
    by = int(head.year[:4]) - int(old.year[:4])
    lines = earlier_lines(record_file, request.file, request.data.parent)
    alignment = Alignment(lines, head.lines, by) if lines else None
    if alignment is None:
        findings.decide.append(missing_text(earlier, request.file))  # type: ignore[arg-type]
    named = name_all(head, old, _one_script(catalogue))
    compare_rows(head, old, named, findings)
    budget = LaterBudget(head, old, named, alignment, findings).fields(identifier)
    if alignment:
        compare_texts(head, old, alignment, findings)
    document = later_document(head, source.kept.raw, record_file.record, alignment, findings)
    exceptions = None
    if alignment and (kept := catalogue.exceptions.get(earlier)):
        exceptions = later_exceptions(kept.record, identifier, head.lines, alignment, by)
    return _drafts(budget, document, exceptions)


def _drafts(budget: Fields, document: Fields, exceptions: Fields | None) -> HeadDrafts:
    in_order = {name: budget[name] for name in Budget.model_fields if name in budget}
    Budget.model_validate(in_order)
    document = {name: document[name] for name in Document.model_fields if name in document}
    drafts = HeadDrafts(covered=lines_missing(in_order))
    drafts.new[f"documents/{document['id']}.yml"] = dump_head(document)
    drafts.new[f"budget/{budget['id']}.yml"] = dump_head(in_order)
    if exceptions:
        drafts.new[f"exceptions/{budget['id']}.yml"] = dump_head(exceptions)
    return drafts


def _one_script(catalogue: Catalogue):  # type: ignore[no-untyped-def]
    convert = Converter(glossary(catalogue)).convert
    return lambda text: convert(text, "zh-Hant")


def _agency(head: PrintedHead, catalogue: Catalogue, data: Path, findings: Findings) -> str:
    """Who the title names; a name that no record has is told, and its place is held."""
    named = department(head)
    known = dict(load_names(data).agencies)
    for names in catalogue.terminology.names.values():
        known |= {it.english: it.id for it in names.record.names if it.english and it.id}
    found = known.get(named) or {name.lower(): it for name, it in known.items()}.get(named.lower())
    if found:
        return found
    held = f"agency-of-head-{head.number}"
    template = (
        "no record is called {name}: make one, `python3 dev.py new agency ID`, and write its ID in "
        "place of {held}, in both drafts"
    )
    findings.decide.append(say(template, name=named, held=held))
    return held


def _keep_text(request: HeadRequest, source: HeadSource, identifier: str) -> None:
    """Write the text of a converted file where it is wanted."""
    if not source.kept.made:
        return
    if request.text_to is not None:
        write_text(request.text_to / f"{identifier}.txt", source.kept.raw)
    elif request.into is not None:
        template = (
            "{file} had to be converted, and its text has to be kept: lines and hash are those "
            "of the text (add `--text-to sources`)"
        )
        raise SourceError(say(template, file=request.file))


def _problems(
    request: HeadRequest, drafts: HeadDrafts, catalogue: Catalogue, identifier: str
) -> list[Problem]:
    """What `check` would say of the drafts, or of the records that stand in their place."""
    with trial_change(request.data) as trial:
        for path, text in drafts.new.items():
            if not (trial.copy / path).exists():
                trial.write(path, text)
        _, problems = trial.examine(request.today)
    files = {(request.data / path).name for path in drafts.new}
    return [
        it
        for it in problems
        if it.severity is Severity.ERROR
        and Path(it.place.path).name in files
        and Path(it.place.path).parent.name != "history"
    ]


def _status(written: WrittenDrafts) -> Sequence[Message]:
    counted = say(
        "drafts: {new} new, {unchanged} unchanged, {conflicts} left alone",
        new=written.new,
        unchanged=written.unchanged,
        conflicts=len(written.conflicts),
    )
    if written.done:
        return (counted,)
    return (counted, say("nothing was written; `--into data` writes the drafts"))
