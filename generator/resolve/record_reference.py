"""Types with which computed records refer to others: links, labels, lines, printed forms."""

from dataclasses import dataclass

from generator.model.wording import Wording


@dataclass(frozen=True)
class Ref:
    """A link to another record, or to a name of the terminology that has no page of its own."""

    kind: str
    """As the register of kinds calls it (model/kinds.py)."""
    id: str
    name: Wording
    short: Wording | None = None
    """A shorter name, for lists of sources."""


@dataclass(frozen=True)
class Label:
    """A vocabulary's code with its label."""

    code: str
    label: Wording


@dataclass(frozen=True)
class LocatorRecord:
    """Document and 1-based line of a fact."""

    document: Ref
    line: int


@dataclass(frozen=True)
class PrintedRecord:
    """A name as a document prints it."""

    form: Wording
    document: Ref
    lines: tuple[int, ...]
    quotation: Wording | None = None
    """The clause on the first line, where it says more than the name."""

    @property
    def source(self) -> LocatorRecord:
        """Where it stands first."""
        return LocatorRecord(self.document, self.lines[0])
