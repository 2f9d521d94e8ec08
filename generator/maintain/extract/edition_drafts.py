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
from generator.messages.message import say, translate
from generator.reading.yaml_source import parse


@dataclass(frozen=True)
class Decision:
    """What a person decided on one draft."""

    key: tuple[str, ...]
    decision: str
    """`open`, `take` or `leave`."""
    item: dict[str, Any]


def draft_key(item: EditionItem) -> tuple[str, ...]:
    """What a draft is known by: file, list, and line and words of the older edition."""
    place = f"{item.record_file.folder}/{item.record_file.record.id}.yml"
    path = ".".join(map(str, item.path))
    return place, path, str(item.item.line), item.words or ""


def drafts_text(
    outcomes: Iterable[Outcome], alignment: Alignment, texts: Mapping[str, str]
) -> str:
    """The file: each draft below both versions of its sentence."""
    lines: list[str] = []
    for template in (
        say("Drafts of an edition: what differs from the older one. Correct the item, then write"),
        say("`decision: take` or `decision: leave`, and run `extract edition` with `--into data`"),
    ):
        lines.append(f"# {translate(template, texts)}")
    lines.append("drafts:")
    for outcome in outcomes:
        lines.extend(f"  {line}".rstrip() for line in _draft(outcome, alignment, texts))
    return "".join(f"{line}\n" for line in lines)


def read_decisions(file: Path) -> dict[tuple[str, ...], Decision]:
    """The decisions in the file of drafts; none if there is no such file. Raises SourceError."""
    if not file.is_file():
        return {}
    source, problems = parse(file.read_bytes(), str(file))
    value = source.value if source else None
    drafts = value.get("drafts") if isinstance(value, dict) else None
    if problems or not isinstance(drafts, list | None):
        template = "{file} is no file of drafts any more (mend it, or delete it and run again)"
        raise SourceError(say(template, file=file))
    decisions = {}
    for draft in drafts or ():
        try:
            origin = draft["from"]
            key = tuple(str(origin[it]) for it in ("file", "list", "line", "words"))
            decisions[key] = Decision(key, str(draft["decision"]), dict(draft["item"]))
        except (KeyError, TypeError, ValueError) as error:
            template = "{file}: a draft lacks {field} (mend it, or delete the file and run again)"
            raise SourceError(say(template, file=file, field=str(error))) from error
    return decisions


def _draft(
    outcome: Outcome, alignment: Alignment, texts: Mapping[str, str]
) -> Iterator[str]:
    """One draft, line by line."""
    for told in told_sentences(outcome, alignment):
        yield f"# {translate(told, texts)}"
    item = outcome.item
    file, path, line, words = draft_key(item)
    origin = {"file": file, "list": path, "line": int(line), "words": words}
    yield from item_lines({"decision": "open", "from": origin})
    yield "  item:"
    yield from (f"    {it}" for it in dump(outcome.fields or {}).rstrip("\n").split("\n"))


def told_sentences(outcome: Outcome, alignment: Alignment) -> Sequence[str]:
    """Both versions of the sentence, each with its line, and what differs."""
    told: list[str] = []
    if part := outcome.old:
        line, words = alignment.old.line(part.start), alignment.old.printed(part)
        told.append(say("older, line {line}: {words}", line=line, words=words))
    if part := outcome.new:
        line, words = alignment.new.line(part.start), alignment.new.printed(part)
        told.append(say("newer, line {line}: {words}", line=line, words=words))
    if outcome.why is not None:
        told.append(outcome.why)
    return told
