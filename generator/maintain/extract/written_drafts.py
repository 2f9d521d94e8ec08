"""Edge: write drafts, and leave alone what holds something else · drafts → files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.maintain.extract.text_files import not_written
from generator.messages.message import say
from generator.messages.problem import Place, Problem


class Drafts(Protocol):
    """What there is to write."""

    new: dict[str, str]
    """Path below the data folder → text of a record that is not there yet."""
    updates: dict[str, tuple[str, str]]
    """Path → what the record says and what it should say."""
    unchanged: int
    """Records that say all of it already."""


@dataclass(frozen=True)
class WrittenDrafts:
    """How many drafts were written, and which were not."""

    new: int
    updated: int
    unchanged: int
    conflicts: Sequence[Problem]
    """Files that hold something else and were left alone."""
    done: bool = True
    """Whether they were written, and not only looked at."""

    @classmethod
    def of(cls, intake: Drafts | None) -> "WrittenDrafts":
        """The counts of a run that writes nothing; without an intake there is nothing to write."""
        if intake is None:
            return cls(0, 0, 0, ())
        return cls(len(intake.new), len(intake.updates), intake.unchanged, (), False)


def write_drafts(drafts: Drafts, into: Path) -> WrittenDrafts:
    """Write the drafts below `into`; a file is only replaced if it is as the draft found it."""
    new, updated, unchanged = 0, 0, drafts.unchanged
    conflicts: list[Problem] = []
    files = drafts.new | {path: after for path, (_, after) in drafts.updates.items()}
    for path, text in files.items():
        target = into / path
        before, _ = drafts.updates.get(path, (None, ""))
        try:
            present = target.read_bytes().decode("utf-8", "replace") if target.exists() else None
            if present == text:
                unchanged += 1
            elif present is None or present.replace("\r\n", "\n") == before:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
                new += before is None
                updated += before is not None
            else:
                conflicts.append(_conflict(target))
        except OSError as error:
            raise not_written(target, error) from error
    return WrittenDrafts(new, updated, unchanged, conflicts)


def _conflict(target: Path) -> Problem:
    return Problem(
        Place(str(target)),
        say("holds something else than this draft and was left alone"),
        say("compare them, then rename or delete the file and run again"),
    )
