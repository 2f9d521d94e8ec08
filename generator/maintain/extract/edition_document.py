"""The record of a new edition, drafted from that of the older one · texts → fields."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.maintain.extract.edition_alignment import Alignment
from generator.maintain.extract.edition_carry import Carrier
from generator.maintain.extract.edition_text import FoldedText, Folder
from generator.maintain.extract.edition_words import COUNTED_TO, LINE_NAMED, NAMED_EDITION
from generator.maintain.extract.record_yaml import fields_of
from generator.messages.language import chinese_texts
from generator.messages.message import say, translate
from generator.model.base import Script
from generator.model.document import Document
from generator.model.exceptions import Exceptions, UnusedWords
from generator.model.wording import settle
from generator.resolve.printed.dates import dates
from generator.resolve.printed.words import fold_text

_RUN_IN = re.compile(r"[\s*#·•-]*(?P<heading>[^\s，,。；;：:、][^，,。；;：:]{1,30})\**[：:]")
_KEPT = ("kind", "publisher", "simplified_by", "gaps", "link_note")


def document_fields(
    identifier: str, old: Document, folder: Folder, alignment: Alignment, script: Script
) -> dict[str, Any]:
    """All but hash and number of lines; what the older record says of itself is kept where it is
    likely to hold."""
    new = alignment.new
    until = newest_day(new)
    typed = fields_of(old)
    fields: dict[str, Any] = {"id": identifier, "script": script}
    for field in ("title", "short_title"):
        if field in typed:
            fields[field] = _titles(typed[field], until)
    fields |= {field: typed[field] for field in _KEPT if field in typed}
    if script != old.script:
        fields.pop("simplified_by", None)
    if until:
        fields["reports_until"] = until
    fields["complete"] = False
    fields["headings"] = list(_headings(old, folder, new))
    return fields


def newest_day(text: FoldedText) -> str | None:
    """The latest month that numbers are counted to, which is as far as the document reports."""
    days = [
        moment.date[:7]
        for line in text.lines
        for moment in dates(line)
        if moment.has_year and COUNTED_TO.search(fold_text(line)[: moment.start].rstrip())
    ]
    return max(days, default=None)


def exception_fields(
    old: Exceptions, identifier: str, carrier: Carrier, alignment: Alignment
) -> dict[str, Any]:
    """The exceptions whose words stand in the new edition, too."""
    fields: dict[str, Any] = {"id": identifier}
    for field in ("unused", "sentences"):
        kept = [it for each in getattr(old, field) if (it := _exception(each, carrier, alignment))]
        if kept:
            fields[field] = kept
    return fields


def _titles(typed: Any, until: str | None) -> Any:
    """The title with the edition's year in place of what told the older one from others."""
    if isinstance(typed, Mapping):
        return {script: _titles(text, until) for script, text in typed.items()}
    year = translate(say("edition of {year}", year=until[:4] if until else "?"), chinese_texts())
    stem = NAMED_EDITION.sub("", str(typed))
    return f"{stem}（{year}）" if str(typed).endswith(("）", ")")) else f"{stem}{year}"


def _headings(old: Document, folder: Folder, new: FoldedText) -> Iterator[dict[str, Any]]:
    """Headings that the older record has, and words before a colon at the head of a paragraph."""
    known = {
        folder.words(form, old.script): form
        for form in (settle(it.text, old.script).text for it in old.headings)
    }
    for number, tokens in sorted(new.of_line.items()):
        starts = [it for it in new.sentences if it in tokens]
        told = False
        for at in starts:
            words = next((it for it in known if new.tokens.startswith(it, at)), None)
            if words is not None and _ends_there(new, range(at, at + len(words))):
                text = new.form(known.pop(words), range(at, at + len(words)))
                yield _heading(number, text, told or at != tokens[0])
                told = True
        run_in = _RUN_IN.match(new.lines[number - 1])
        if run_in and not told and tokens[0] in new.paragraphs:
            yield _heading(number, run_in["heading"].strip("* "), False)


def _ends_there(text: FoldedText, words: range) -> bool:
    """Whether a colon, a bracket or the line's end stands behind."""
    mark = text.marks[words.stop - 1]
    behind = text.lines[mark.line - 1][mark.end :].strip("* 」』》”)）")
    return not behind or behind[0] in "：:（(" or words.stop in text.sentences


def _heading(line: int, text: str, within: bool) -> dict[str, Any]:
    return {"line": line, "text": text} | ({"within": True} if within else {})


def _exception(typed: UnusedWords, carrier: Carrier, alignment: Alignment) -> dict[str, Any] | None:
    words = carrier.place(typed.printed, typed.lines[0]) if typed.printed else None
    if words is None or len(typed.lines) > 1:
        return None
    place = alignment.find(words, alignment.old.sentence(words.start).start, loose=True)
    if place.state != "same" or place.at is None:
        return None
    lost = False

    def line_of(match: re.Match[str]) -> str:
        nonlocal lost
        old = alignment.old.of_line.get(int(match[0]))
        paired = alignment.pair(alignment.old.sentence(old.start)) if old else None
        lost = lost or paired is None
        return str(alignment.new.line(paired.start)) if paired else ""

    reason = LINE_NAMED.sub(line_of, typed.reason)
    printed = alignment.new.printed(place.at)
    line = alignment.new.line(place.at.start)
    return None if lost else {"lines": [line], "printed": printed, "reason": reason}
