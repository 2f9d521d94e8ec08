"""What is told anew and is no document's: what was corrected, what the open data portal was seen to
hold · Records → NewsEntries.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.exports.correction_words import CorrectionWords
from generator.exports.news_entry import NewsEntry
from generator.resolve.record_reference import Ref
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase, Phrase


def correction_news(records: Records, owners: Mapping[str, Ref]) -> Iterator[NewsEntry]:
    """Each correction, for everybody who follows what it is about, or who runs it: `owners` of
    programmes."""
    said = CorrectionWords(records)
    for correction in records.corrections:
        about = dict.fromkeys(correction.about)
        for ref in correction.about:
            if ref.kind == "programmes" and ref.id in owners:
                about[owners[ref.id]] = None
        yield NewsEntry(
            f"corrections/{correction.id}",
            "correction",
            correction.day,
            said.title(correction),
            said.text(correction),
            correction.ref,
            tuple(about),
        )


def portal_news(records: Records) -> Iterator[NewsEntry]:
    """Each dataset that the open data portal was seen to hold."""
    for dataset in records.datasets:
        if dataset.landing is None:
            continue
        ref = Ref("datasets", dataset.id, dataset.name)
        day = dataset.landing.listed_as_of
        yield NewsEntry(
            f"portal/{dataset.id}",
            "portal",
            date.fromisoformat(day),
            Phrase(records.words["entry-portal"], {"name": dataset.name}),
            Phrase(records.words["entry-portal-text"], {"date": DatePhrase(day)}),
            ref,
            (ref, dataset.agency),
        )
