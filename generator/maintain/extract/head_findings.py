"""What a reviewer has to know of a drafted head."""

from collections import Counter
from dataclasses import dataclass, field

from generator.messages.message import Message


@dataclass(frozen=True)
class Change:
    """Something that is worded otherwise than last year."""

    what: str
    before: str
    after: str
    line: int


@dataclass
class Findings:
    """What was carried over, and what was not."""

    carried: Counter[str] = field(default_factory=Counter)
    """Field of the record → how many of last year's were found again."""
    of: Counter[str] = field(default_factory=Counter)
    """Field → how many last year's record has."""
    changed: list[Change] = field(default_factory=list)
    new: list[Message] = field(default_factory=list)
    gone: list[Message] = field(default_factory=list)
    decide: list[Message] = field(default_factory=list)
    """What a person has to look at or to enter."""

    def count(self, name: str, is_right: bool) -> None:
        """Count one of last year's items of the field `name`."""
        self.of[name] += 1
        self.carried[name] += is_right
