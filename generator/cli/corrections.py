"""Why published facts changed, as a person says it · arguments, terminal → Explanations."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from generator.cli.report import tell
from generator.maintain.refusal import Refusal
from generator.messages.message import say
from generator.messages.problem import shorten
from generator.resolve.correction_entries import Explanation
from generator.resolve.fact_changes import FactChange, FileFacts

Explained = list[tuple[FileFacts, Explanation]]


def explain(arguments: argparse.Namespace, changed: Sequence[FileFacts], today: date) -> Explained:
    """The reason for each file of records, from the options or asked for. Raises Refusal."""
    asked = sys.stdin.isatty() and arguments.reason is None
    explained: Explained = []
    for file_facts in changed:
        tell(say("{path}: published facts were changed", path=file_facts.record_file.source.path))
        for change in file_facts.changes:
            tell(_line(change))
        if asked:
            explained.append((file_facts, _ask(today)))
        elif arguments.reason is not None:
            told = Explanation(today, arguments.reason, arguments.reported_by)
            explained.append((file_facts, told))
    if len(explained) < len(changed):
        template = "nothing was written: say why, readers are shown it: `{command}`"
        command = say("python3 dev.py update --reason {reason}", reason=say("REASON"))
        raise Refusal(say(template, command=command))
    return explained


def _ask(today: date) -> Explanation:
    tell(say("Why? One line, which readers are shown:"))
    reason = _typed()
    if not reason:
        raise Refusal(say("nothing was written: no reason was given"))
    tell(say("Who reported it, if they wish to be named? Enter for nobody:"))
    return Explanation(today, reason, _typed() or None)


def _typed() -> str:
    return sys.stdin.readline().strip()


def _line(change: FactChange) -> str:
    values = {"record": change.record, "field": change.path, "before": shorten(change.before)}
    if change.after is None:
        return say("  {record}, {field}: {before} → (gone)", **values)
    return say("  {record}, {field}: {before} → {after}", after=shorten(change.after), **values)
