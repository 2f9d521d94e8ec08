"""Edge: the file of drafts that a person decides on · outcomes → text, and back.

It stands beside the text of the edition. What is to be taken has `decision: take`, and `--into`
writes it into its record; what is not to be has `decision: leave`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.maintain.extract.edition_alignment import Alignment
from generator.maintain.extract.edition_carry import Outcome
from generator.maintain.extract.edition_items import EditionItem
from generator.maintain.extract.edition_names import item_lines
from generator.maintain.extract.record_yaml import dump
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.text_files import write_beside
from generator.messages.message import say, translate
from generator.reading.yaml_source import parse


@dataclass(frozen=True)
class Draft:
    """An item of a newer document, for a person to decide on."""

    item: EditionItem
    """That of the older one."""
    fields: dict[str, Any]
    told: Sequence[str]
    """Both versions of its words."""


@dataclass(frozen=True)
class Decision:
    """What a person decided on one draft."""

    decision: str
    """`open`, `take` or `leave`."""
    item: dict[str, Any]


Decisions = Mapping[tuple[tuple[str, str], ...], Decision]
"""What a person decided, by the item that a draft is known by."""


def record_path(item: EditionItem) -> str:
    """The file of an item's record, below the data folder."""
    return f"{item.record_file.folder}/{item.record_file.record.id}.yml"


def draft_origin(item: EditionItem) -> dict[str, Any]:
    """The item of the older edition that a draft is known by."""
    typed = item.item
    path = [*item.path]
    if item.kind == "statement":
        # Its number changes with every statement that is put before it.
        path[1] = item.record_file.record.statements[item.path[1]].id
    origin = {"file": record_path(item), "list": ".".join(map(str, path)), "line": typed.line}
    for field in ("id", "printed", "quotation"):
        if (value := getattr(typed, field, None)) is not None:
            origin[field] = value
    return origin


def draft_key(origin: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """An origin by which decisions are looked up."""
    return tuple(sorted((name, str(value)) for name, value in origin.items()))


def drafts_text(drafts: Iterable[Draft], texts: Mapping[str, str]) -> str:
    """The file: each draft below both versions of its sentence."""
    lines: list[str] = []
    for template in (
        say("Drafts: what differs from the older document. Correct the item, then write"),
        say("`decision: take` or `decision: leave`, and run the same command again"),
    ):
        lines.append(f"# {translate(template, texts)}")
    lines.append("drafts:")
    for draft in drafts:
        lines.extend(f"  {line}".rstrip() for line in _draft(draft, texts))
    return "".join(f"{line}\n" for line in lines)


def add_drafts(file: Path, drafts: Iterable[Draft], texts: Mapping[str, str]) -> None:
    """Write the file, or add to it what it lacks: what a person wrote into it stays."""
    known = read_decisions(file)
    lacking = [it for it in drafts if draft_key(draft_origin(it.item)) not in known]
    if not file.exists():
        write_beside(file, drafts_text(lacking, texts))
    elif lacking:
        added = "".join(f"  {line}".rstrip() + "\n" for it in lacking for line in _draft(it, texts))
        write_beside(file, file.read_text("utf-8").rstrip("\n") + "\n" + added)


def read_decisions(file: Path) -> Decisions:
    """The decisions in the file of drafts; none if there is no such file. Raises SourceError."""
    if not file.is_file():
        return {}
    source, problems = parse(file.read_bytes(), str(file))
    value: Any = source.value if source else None
    drafts = value.get("drafts") if isinstance(value, dict) else None
    if problems or not isinstance(drafts, list | None):
        template = "{file} is no file of drafts any more (mend it, or delete it and run again)"
        raise SourceError(say(template, file=file))
    decisions = {}
    for draft in drafts or ():
        try:
            decision = Decision(str(draft["decision"]), dict(draft["item"]))
            decisions[draft_key(draft["from"])] = decision
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            template = "{file}: a draft lacks {field} (mend it, or delete the file and run again)"
            raise SourceError(say(template, file=file, field=str(error))) from error
    return decisions


def _draft(draft: Draft, texts: Mapping[str, str]) -> Iterator[str]:
    """One draft, line by line."""
    for told in draft.told:
        yield f"# {translate(told, texts)}"
    yield from item_lines({"decision": "open", "from": draft_origin(draft.item)})
    yield "  item:"
    yield from (f"    {it}" for it in dump(draft.fields).rstrip("\n").split("\n"))


def told_sentences(outcome: Outcome, alignment: Alignment) -> Sequence[str]:
    """Both versions of the sentence, each with its line, and what differs."""
    told: list[str] = []
    if part := outcome.old:
        line, words = alignment.old.line(part.start), alignment.old.shown(part)
        told.append(say("older, line {line}: {words}", line=line, words=words))
    if part := outcome.new:
        line, words = alignment.new.line(part.start), alignment.new.shown(part)
        told.append(say("newer, line {line}: {words}", line=line, words=words))
    if outcome.why is not None:
        told.append(outcome.why)
    return told
