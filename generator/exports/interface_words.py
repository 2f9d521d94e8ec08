"""The words of data/vocabulary/interface.yml that exports ask for, with their placeholders."""

from collections.abc import Mapping


def placeholders_by_word(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Placeholders → words that have them, turned round: word → its placeholders."""
    return {
        word: frozenset(names.split()) for names, words in table.items() for word in words.split()
    }


WORDS = placeholders_by_word(
    {
        "": """
            corrected-gone corrected-other corrected-printed corrected-value yes no
            cited-undated clause colon comma editors estimates explanation-more fact-sheet feed-all
            full-stop licence-facts link-unopened markdown-pages open-data-plan place search-page
        """,
        "date": "about-planned about-released cited-until entry-portal-text",
        "title": "book-title title-in-script",
        "first last": "run",
        "rows section": "rows-of-section",
        "address page site": "cited-via",
        "title year": "budget-title",
        "document": "entry-document",
        "text": "in-brackets",
        "n": "entry-document-text line",
        "name": "correction-title entry-planned entry-portal entry-released",
        "after before field": "correction-change",
        "changes reason": "correction-text",
        "site": "feed-changes-title feed-corrections-title releases-title",
        "agency site": "releases-of",
        "name site": "feed-changes-of",
        "kind subject": "entry-condition",
        "subject": "entry-name",
        "subject what": "entry-outcome-undated",
        "subject what when": "entry-outcome",
        "document what": "entry-outcome-text",
        "document new old old_document": "entry-both",
        "document line": "about-source",
        "measure new old subject": "entry-figure",
        "agency frequency name": "about-dataset",
        "measure value": "search-figure-row",
        "part title": "search-part",
        "date value": "search-figure-dated",
        "measure subject value": "search-figure",
        "document line row section": "provenance",
        "document line new old old_document": "entry-figure-text",
        "agency date document line row section": "entry-listing release-text",
    }
)
