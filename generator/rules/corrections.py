"""Check that each change of a published fact is told, and that what is told is right."""

from collections.abc import Iterator
from datetime import date

from generator.messages.language import chinese_texts
from generator.messages.message import say, translate
from generator.messages.problem import ENGLISH, Place, Problem, Severity, shorten
from generator.model.catalogue import Catalogue
from generator.model.kinds import PUBLISHED
from generator.resolve.correction_entries import Explanation, correction_of, one_line
from generator.resolve.fact_changes import FactChange, FactRegister, FileFacts
from generator.resolve.identifiers import identifier_locations


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """An entry leads to a record that is there, or was."""
    existing = identifier_locations(catalogue)
    no_reasons = [translate(say("REASON"), texts) for texts in (ENGLISH, chinese_texts())]
    for record_file in catalogue.corrections.values():
        for number, change in enumerate(record_file.record.changes):
            place = record_file.place("changes", number, "record")
            kind, _, identifier = change.record.partition("/")
            if kind not in PUBLISHED:
                message = say("there is no kind of record {kind!r}", kind=kind)
                yield Problem(place, message, say("write a kind and an identifier: figures/sea"))
            elif identifier not in catalogue.registered[kind] and identifier not in existing[kind]:
                message = say("{id!r} was never published", id=identifier)
                yield Problem(place, message, say("correct it, or remove this entry"))
        if record_file.record.reason in no_reasons:
            message = say("nobody has written why")
            tip = say("write in `reason` what was wrong: readers are shown it")
            yield Problem(record_file.place("reason"), message, tip)


def check_days(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Nothing was corrected later than today."""
    for record_file in catalogue.corrections.values():
        if record_file.record.day > today.isoformat():
            template = "{day} has not come yet: today is {today} in Hong Kong"
            message = say(template, day=record_file.record.day, today=today)
            yield Problem(record_file.place("day"), message, say("write the day of the correction"))


def uncorrected(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Published facts that changed without an entry, and facts that are not recorded yet.

    Not one of the rules: a page is looked at while its facts are being corrected. It stops `check`,
    and so what is published.
    """
    register = FactRegister(catalogue)
    if not register.is_kept:
        return
    unrecorded = []
    for file_facts in register.all_files():
        yield from _uncorrected(catalogue, file_facts, today)
        if not file_facts.is_recorded:
            unrecorded.append(file_facts)
    if unrecorded:
        message = say("facts of {number} files are not recorded yet", number=len(unrecorded))
        tip = say(
            "run `python3 dev.py update` and commit what it writes; if you cannot, whoever merges "
            "will"
        )
        place = unrecorded[0].record_file.place()
        yield Problem(place, message, tip, severity=Severity.WARNING)


def _uncorrected(catalogue: Catalogue, file_facts: FileFacts, today: date) -> Iterator[Problem]:
    """Each change of a file; with the first one the entry that tells all of them."""
    tip: str = say("one entry tells all changes of a file: see the first of them")
    for number, change in enumerate(file_facts.changes):
        place = _place(catalogue, change)
        yield Problem(place, _message(change), tip if number else _tip(file_facts, today))


def _message(change: FactChange) -> str:
    values = {
        "record": change.record,
        "field": change.path,
        "before": shorten(change.before),
    }
    if change.after is None:
        return say("{record}: {field} was published as {before!r}, and is gone", **values)
    template = "{record}: {field} was published as {before!r}, and is {after!r} now"
    return say(template, after=shorten(change.after), **values)


def _tip(file_facts: FileFacts, today: date) -> str:
    reason = say("REASON")
    name = file_facts.record_file.record.id
    entry = correction_of(name, file_facts.changes, Explanation(today, reason))
    return say(
        "say why: `python3 dev.py update --reason {reason}`; in a browser, add the file "
        "data/corrections/{id}.yml with this one line, and write why in place of {reason}: {text}",
        reason=reason,
        id=entry.id,
        text=one_line(entry),
    )


def _place(catalogue: Catalogue, change: FactChange) -> Place:
    location = identifier_locations(catalogue)[change.kind][change.owner]
    part = change.part.split(".")[0]
    return location.record_file.place(*location.path[:-1], part or change.field)
