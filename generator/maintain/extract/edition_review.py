"""The review of a new edition, for who knows no program · EditionIntake → Markdown lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.maintain.extract.edition_carry import Outcome
from generator.maintain.extract.edition_drafts import record_path, told_sentences
from generator.maintain.extract.edition_intake import EditionIntake
from generator.messages.github_markdown import inline_code
from generator.messages.message import Message, say, translate

_KINDS = {
    "figure": say("numbers"),
    "event": say("events"),
    "condition": say("conditions"),
    "statement": say("statements"),
    "locator": say("places of agencies and programmes"),
}
_VERDICTS = ("carried", "changed", "uncertain", "gone")


def edition_review(
    new: str, old: str, intake: EditionIntake, texts: Mapping[str, str]
) -> Iterator[str]:
    """Counts first, then what changed, what is gone and what is new."""
    yield f"# {translate(say('{new} against {old}', new=new, old=old), texts)}"
    yield ""
    yield from _counts(intake, new, texts)
    pending = intake.open(new)
    for verdict, heading in (
        ("changed", say("Changed, to be decided")),
        ("uncertain", say("Uncertain, to be decided")),
    ):
        yield from _section(
            heading, (_outcome(it, intake, texts) for it in pending if it.verdict == verdict), texts
        )
    gone = [it for it in intake.outcomes if it.verdict == "gone"]
    yield from _section(
        say("Records whose words are gone; nothing is written of them"),
        (_outcome(it, intake, texts) for it in gone),
        texts,
    )
    rewritten = [it for it in intake.outcomes if it.verdict == "carried" and it.rewritten]
    yield from _section(
        say("Carried over, but printed in another form: look at them"),
        (_outcome(it, intake, texts) for it in rewritten),
        texts,
    )
    yield from _sentences(intake, texts)
    for heading, names in (
        (say("Names that are printed no more"), intake.names_gone),
        (say("Known names that the older edition did not print"), intake.names_new),
    ):
        yield from _section(heading, ([inline_code(it)] for it in names), texts)
    errata = ([inline_code(f"{record_path(it)}: {it.words}")] for it in intake.errata)
    yield from _section(say("Errata, part of which stands again: decide by hand"), errata, texts)


def counts(intake: EditionIntake, new: str) -> Iterator[Message]:
    """How many items there are of each kind, and what became of them."""
    numbers = Counter((it.item.kind, it.verdict) for it in intake.outcomes)
    for kind, label in _KINDS.items():
        values = {verdict: numbers[kind, verdict] for verdict in _VERDICTS}  # type: ignore[index]
        yield say(
            "{kind}: {carried} carried over, {changed} changed, {uncertain} uncertain, {gone} gone",
            kind=label,
            **values,
        )
    yield say(
        "names: {stand} stand, {gone} gone, {new} not in the older edition",
        stand=len({it.name.id for it in intake.standing}),
        gone=len(intake.names_gone),
        new=len(intake.names_new),
    )
    yield say("{number} drafts to be decided", number=len(intake.open(new)))


def _counts(intake: EditionIntake, new: str, texts: Mapping[str, str]) -> Iterator[str]:
    for line in counts(intake, new):
        yield f"- {translate(line, texts)}"


def _section(
    heading: Message, entries: Iterable[Sequence[str]], texts: Mapping[str, str]
) -> Iterator[str]:
    listed = list(entries)
    yield ""
    yield f"## {translate(heading, texts)}（{len(listed)}）"
    yield ""
    for first, *others in listed:
        yield f"- {first}"
        yield from (f"  - {it}" for it in others)


def _outcome(outcome: Outcome, intake: EditionIntake, texts: Mapping[str, str]) -> list[str]:
    """The record's file, then both sentences and what differs."""
    item = outcome.item
    place = item.record_file.place(*item.path, item.number)
    told = told_sentences(outcome, intake.alignment)
    return [
        f"{inline_code(f'{record_path(item)}:{place.line}')} {inline_code(item.words or '')}",
        *(inline_code(translate(it, texts)) for it in told),
    ]


def _sentences(intake: EditionIntake, texts: Mapping[str, str]) -> Iterator[str]:
    """Whole sentences, whether a record uses them or not."""
    alignment = intake.alignment
    shown = {it.old.start for it in intake.outcomes if it.old and it.verdict != "carried"}
    changed = (
        [
            inline_code(f"{alignment.old.line(old.start)}: {alignment.old.shown(old)}"),
            inline_code(f"{alignment.new.line(new.start)}: {alignment.new.shown(new)}"),
        ]
        for old, new in alignment.changed()
        if old.start not in shown
    )
    yield from _section(say("Other sentences that have changed"), changed, texts)
    for heading, text, sentences in (
        (say("Sentences that are gone"), alignment.old, alignment.gone()),
        (say("Sentences that are new: record what they say"), alignment.new, alignment.added()),
    ):
        entries = ([inline_code(f"{text.line(it.start)}: {text.shown(it)}")] for it in sentences)
        yield from _section(heading, entries, texts)
