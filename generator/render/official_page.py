"""Where to apply: the page of a programme, or of the body that runs it · Links → address."""

from dataclasses import dataclass
from typing import Literal

from generator.model.base import Script
from generator.model.link import Links
from generator.resolve.record_reference import Ref
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records


@dataclass(frozen=True)
class OfficialPage:
    """What is known of a programme's official page."""

    code: Literal["official", "agency", "none"]
    """Whose page it is: the programme's, or that of the body."""
    links: Links | None
    body: Ref | None = None
    """The body, where it is its page."""


def official_page(programme: ProgrammeRecord, records: Records) -> OfficialPage:
    """The programme's own page; else that of who runs it, or of the body it belongs to."""
    if programme.links:
        return OfficialPage("official", programme.links)
    for ref in (*programme.runners, programme.part_of):
        body = records.agencies_by_id.get(ref.id) if ref and ref.kind == "agencies" else None
        if ref and body and body.links:
            return OfficialPage("agency", body.links, ref)
    return OfficialPage("none", None)


def nearest_address(links: Links, script: Script) -> tuple[str, str]:
    """The page in the reader's script, else in the other, else in English; and its language.

    Raises ValueError where there is no address.
    """
    by_language = {"zh-Hant": links.hant, "zh-Hans": links.hans, "en": links.en}
    for language in (script, *by_language):
        if address := by_language[language]:
            return address, language
    raise ValueError("no address")
