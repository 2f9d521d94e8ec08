"""The document's record of a head, and what `verify` may leave unused · text → fields."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from generator.maintain.extract.head_alignment import Alignment
from generator.maintain.extract.head_fields import Fields
from generator.maintain.extract.head_findings import Findings
from generator.maintain.extract.head_layout import (
    CENTURY,
    HEADINGS,
    SHORT_TITLE,
    SHORT_YEAR,
    TITLE_MARKS,
)
from generator.maintain.extract.head_record import PrintedHead
from generator.maintain.extract.head_titles import document_title
from generator.maintain.extract.head_years import later_words
from generator.maintain.extract.record_yaml import each_text, fields_of
from generator.maintain.scaffold import line_count
from generator.messages.message import say
from generator.model.base import Script
from generator.model.document import Document
from generator.model.exceptions import Exceptions
from generator.model.wording import settle
from generator.resolve.printed.quotation import compact_line

_GAP = re.compile("[\u4e00-\u9fff][,，、]? [\u4e00-\u9fff]")


def document_fields(
    head: PrintedHead, raw: bytes, identifier: str, script: Script, publisher: str
) -> Fields:
    """The record of a head's document that no other comes before."""
    first = int(head.year[:4])
    fields: Fields = {
        "id": identifier,
        "script": script,
        "title": document_title(head),
        "short_title": SHORT_TITLE.format(year=head.year, number=head.number),
        "kind": "estimates",
        "publisher": publisher,
        "covers": f"{first}/{first + 1}",
        "sha256": sha256(raw).hexdigest(),
        "lines": line_count(raw),
    }
    if any(_GAP.search(it) for it in head.lines):
        fields["gaps"] = "wrap"
    fields["headings"] = list(_headings(head))
    return fields


def later_document(
    head: PrintedHead, raw: bytes, old: Document, alignment: Alignment | None, findings: Findings
) -> Fields:
    """The record of another year: title, headings and addresses as last year's, a year later."""
    by = int(head.year[:4]) - int((old.covers or head.year)[:4])
    identifier = head.identifier
    fields = document_fields(head, raw, identifier, old.script, old.publisher or "")
    kept = fields_of(old)
    title = settle(old.title, old.script).text
    if _bare(title) == _bare(str(fields["title"])):
        fields["title"] = kept["title"]
    else:
        findings.decide.append(
            say("the title was {before}, and is {after}", before=title, after=fields["title"])
        )
    fields |= {name: kept[name] for name in ("gaps", "simplified_by") if name in kept}
    if "links" in kept:
        fields["links"] = each_text(kept["links"], lambda it: later_words(it, by))
        findings.decide.append(
            say("open the addresses in `links`: they are last year's, a year later")
        )
    if old.headings:
        fields["headings"] = sorted(
            _later_headings(head.lines, old, alignment, by, findings),
            key=lambda it: int(str(it["line"])),
        )
    return fields


def _bare(text: str) -> str:
    return TITLE_MARKS.sub("", text)


def _headings(head: PrintedHead) -> Iterator[Fields]:
    programmes = {it.line for it in head.programmes}
    for line, text in enumerate(head.lines, 1):
        plain = text.strip().strip("#* ")
        if line in programmes or ("\t" not in plain and HEADINGS.fullmatch(plain.rstrip(":："))):
            yield {"line": line, "text": plain.rstrip(":：")}


def _later_headings(
    lines: Sequence[str],
    old: Document,
    alignment: Alignment | None,
    by: int,
    findings: Findings,
) -> Iterator[Fields]:
    taken: set[int] = set()
    behind = 0
    for heading in old.headings:
        text = later_words(settle(heading.text, old.script).text, by)
        carried = alignment.find(heading.line) if alignment else None
        near = [carried.line] if carried else []
        place = next(
            (
                line
                for line in (*near, *range(behind + 1, len(lines) + 1))
                if line not in taken
                and line > behind
                and compact_line(text) in compact_line(lines[line - 1])
            ),
            None,
        )
        findings.count("headings", place is not None)
        if place is None:
            findings.gone.append(say("{field}: {what}", field="headings", what=text))
            continue
        taken.add(place)
        behind = place
        yield {"line": place, "text": text} | ({"within": True} if heading.within else {})


def later_exceptions(
    old: Exceptions, identifier: str, lines: Sequence[str], alignment: Alignment, by: int
) -> Fields | None:
    """The numbers and sentences that no record needs, where they stand again."""
    fields: Fields = {"id": identifier}
    for name in ("unused", "sentences"):
        kept = []
        for item in getattr(old, name):
            entry = fields_of(item)
            first, last = item.lines[0], item.lines[-1]
            ends = [alignment.find(it) for it in (first, last)]
            if ends[0] is None or ends[1] is None or ends[1].line < ends[0].line:
                continue
            entry["lines"] = list(dict.fromkeys(it.line for it in ends if it))
            if item.printed:
                entry["printed"] = _printed_again(
                    item.printed, lines, ends[0].line, ends[1].line, by
                )
            if entry.get("printed", True) and entry not in kept:
                kept.append(entry)
        if kept:
            fields[name] = kept
    return fields if len(fields) > 1 else None


def _printed_again(
    printed: str, lines: Sequence[str], first: int, last: int, by: int
) -> str | None:
    """The words, or those a year later, if they stand there."""
    there = compact_line("\n".join(lines[first - 1 : last]))
    later = later_words(printed, by)
    if re.fullmatch("[0-9]{2}", printed):
        later = f"{(int(printed) + by) % 100:02}"
    elif SHORT_YEAR.fullmatch(printed):
        # Two numerals are the end of a year: 二五年 of 二零二五年.
        later = later_words(f"{CENTURY}{printed}", by).removeprefix(CENTURY)
    return next((it for it in (later, printed) if compact_line(it) in there), None)
