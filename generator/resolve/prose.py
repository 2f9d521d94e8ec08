"""Pages of our own words · Prose → ProseRecord."""

from generator.model.vocabulary import Prose
from generator.model.wording import settle
from generator.resolve.records import ProseRecord


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
