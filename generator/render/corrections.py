"""What this site published otherwise, newest first · Records → Page."""

from generator.exports.correction_words import CorrectionWords
from generator.render.page import Page
from generator.resolve.resolve import Records


def corrections_page(records: Records) -> Page:
    """All corrections, or since when there is none."""
    words, said = records.words, CorrectionWords(records)
    return Page(
        "corrections.md",
        "corrections.md.j2",
        words["corrections"],
        (words["corrections-lead"],),
        {
            "corrections": [(it, said.changes(it)) for it in records.corrections],
            "count": len(records.corrections),
        },
    )
