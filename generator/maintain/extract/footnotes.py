"""Footnotes of a plan: the mark in a cell, and the text below the table · rows → rows with both."""

from collections.abc import Mapping
from dataclasses import replace

from generator.maintain.extract.layout import MARK, fold_words
from generator.maintain.extract.plan_record import PlanRow
from generator.messages.message import say


def footnote_mark(printed: str) -> str:
    """A mark as it is compared: `[註1]` and `註 1：` are the same."""
    return (
        fold_words(printed)
        .strip("[]()")
        .replace("附註", "註")
        .replace("附注", "註")
        .replace("注", "註")
    )


def is_marked(mark: str) -> bool:
    """Whether a footnote has more than the word for one: `註1`, `*`, not `註`."""
    return bool(mark.strip("註注附").strip())


def with_footnotes(row: PlanRow, footnotes: Mapping[str, str]) -> PlanRow:
    """The row without marks in its name and date, and with what they refer to: beside the date, or
    as the last line of the description. A mark without a footnote stays, and is remarked on."""
    name, mark = _without_mark(row.name)
    if mark and mark in footnotes:
        line = f"{_printed(row.name, name)}：{footnotes[mark]}"
        row = replace(row, name=name, description=f"{row.description}\n{line}")
    elif mark:
        message = say("the mark at the end of {name!r} has no footnote", name=row.name)
        row = replace(row, remarks=(*row.remarks, message))
    mark = footnote_mark(row.date_note or "")
    if mark in footnotes:
        return replace(row, date_note=footnotes[mark])
    if mark and not mark.strip("*＊†‡※¹²³註0123456789"):
        message = say("the mark {mark!r} beside the date has no footnote", mark=row.date_note)
        return replace(row, remarks=(*row.remarks, message))
    return row


def _without_mark(text: str) -> tuple[str, str]:
    match = MARK.search(text)
    if match is None or not match.start():
        return text, ""
    return text[: match.start()].rstrip(), footnote_mark(match[0])


def _printed(name: str, bare: str) -> str:
    return name.removeprefix(bare).strip().strip("[]［］()（）")
