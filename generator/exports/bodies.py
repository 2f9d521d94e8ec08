"""What the pages of others say of an agency to machines · AgencyRecord → Body."""

from dataclasses import dataclass

from generator.model.wording import Wording
from generator.resolve.records import AgencyRecord


@dataclass(frozen=True)
class Body:
    """An agency, in short."""

    id: str
    kind: str
    name: Wording
    url: str | None
    """Its own site."""


def body(it: AgencyRecord) -> Body:
    """What is said of an agency where it is named."""
    own = (it.links.hant or it.links.hans or it.links.en) if it.links else None
    return Body(it.id, it.kind.code, it.name, own)
