"""What bodies and terms are, in a few words; docs/assets/explanations.js shows it beside links.

`search/explanations.<script>.json`: {"more": label of the link, "items": {address of the page or
entry below the variant's root: [English name or null, a sentence]}}.
"""

from collections.abc import Iterator

from generator.exports.addresses import explanations
from generator.exports.compact_json import compact_json
from generator.model.wording import Wording
from generator.resolve.record_reference import Label
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import SCRIPTS

DEFINITION = "definition"
"""The kind of statement that says what a word means."""
Item = tuple[str, list[str | None]]


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """One file a variant, which is fetched when the first explanation is asked for."""
    del site_url  # the addresses are relative
    for script in SCRIPTS:
        speaker = Localiser(records.words, converter, script)
        said = {
            "more": speaker.phrase("explanation-more"),
            "items": dict([*_bodies(records, speaker), *_terms(records, speaker)]),
        }
        yield explanations(script), compact_json(said).encode()


def _bodies(records: Records, speaker: Localiser) -> Iterator[Item]:
    for agency in records.agencies:
        english = _english(agency.english, agency.acronym, speaker)
        said = _said(agency.kind, agency.summary, speaker)
        yield f"agencies/{agency.id}/", [english, said]


def _terms(records: Records, speaker: Localiser) -> Iterator[Item]:
    meanings = {it.subject.id: it.text for it in records.statements if it.kind.code == DEFINITION}
    for name in records.names:
        if name.record is None:
            english = _english(name.english, name.acronym, speaker)
            said = _said(name.kind, meanings.get(name.id), speaker)
            yield f"terminology/#{name.id}", [english, said]


def _english(name: str | None, acronym: str | None, speaker: Localiser) -> str | None:
    if name is None or acronym is None or acronym in name:
        return name
    return name + speaker.phrase("in-brackets", text=acronym)


def _said(kind: Label, text: Wording | None, speaker: Localiser) -> str:
    """`部門：創新科技及工業局轄下的部門……` to the end of the first sentence."""
    label = speaker.text(kind.label)
    if text is None:
        return label
    stop = speaker.phrase("full-stop")
    first = speaker.text(text).partition(stop)[0].partition("\n")[0]
    return f"{label}{speaker.phrase('colon')}{first}{stop}"
