"""Pages of our own words · Prose → ProseRecord."""

from dataclasses import dataclass

from generator.model.vocabulary import Prose
from generator.model.wording import Wording, settle


@dataclass(frozen=True)
class ProseRecord:
    """A page written by hand."""

    id: str
    title: Wording
    lead: Wording
    sections: tuple[tuple[str, Wording, Wording], ...]
    """Anchor, heading and body of each part."""
    figures: tuple[str, ...] = ()
    """Series that the page shows."""


def resolve_prose(prose: Prose) -> ProseRecord:
    """The texts of a page, each in its script."""
    return ProseRecord(
        id=prose.id,
        title=settle(prose.title, prose.script),
        lead=settle(prose.lead, prose.script),
        sections=tuple(
            (section.id, settle(section.heading, prose.script), settle(section.body, prose.script))
            for section in prose.sections
        ),
        figures=prose.figures,
    )
