"""The entry that tells a correction · changed facts of a file → Correction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.model.correction import CorrectedFact, Correction
from generator.resolve.fact_changes import FactChange

_LONGEST_NAME = 50


@dataclass(frozen=True)
class Explanation:
    """What a person says of a correction."""

    day: date
    reason: str
    reported_by: str | None = None


def correction_of(name: str, changes: Sequence[FactChange], told: Explanation) -> Correction:
    """All changes of the file of records called `name` in one entry. Its own name is no other's:
    branches that correct the same record on the same day write two files."""
    return Correction(
        id=f"{told.day.isoformat()}-{name[:_LONGEST_NAME].rstrip('-')}-{_fingerprint(changes)}",
        script="zh-Hant",
        day=told.day.isoformat(),
        reason=told.reason,
        reported_by=told.reported_by,
        changes=tuple(
            CorrectedFact(
                record=change.record,
                field=change.path,
                before=change.before,
                after=change.after,
                script=None if change.script == "zh-Hant" or _is_ascii(change) else change.script,
            )
            for change in changes
        ),
    )


def one_line(correction: Correction) -> str:
    """The whole file on one line: what is JSON is YAML."""
    fields = correction.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(fields, ensure_ascii=False)


def _is_ascii(change: FactChange) -> bool:
    """Whether both texts are the same in every script."""
    return change.before.isascii() and (change.after or "").isascii()


def _fingerprint(changes: Sequence[FactChange]) -> str:
    said = json.dumps([(it.record, it.path, it.before, it.after) for it in changes])
    return sha256(said.encode()).hexdigest()[:6]
