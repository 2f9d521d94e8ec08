"""The words of data/vocabulary/interface.yml that exports ask for, with their places."""

ROW = frozenset({"document", "section", "row", "line"})

WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("licence-facts", "place", "editors", "feed-all"), frozenset[str]()),
    "about-dataset": frozenset({"name", "agency", "frequency"}),
    "about-planned": frozenset({"date"}),
    "about-released": frozenset({"date"}),
    "about-source": frozenset({"document", "line"}),
    "provenance": ROW,
    "feed-changes-title": frozenset({"site"}),
    "feed-changes-of": frozenset({"site", "agency"}),
    "entry-planned": frozenset({"name"}),
    "entry-released": frozenset({"name"}),
    "entry-listing": ROW | {"agency", "date"},
    "entry-document": frozenset({"document"}),
    "entry-document-text": frozenset({"n"}),
    "entry-figure": frozenset({"subject", "measure"}),
    "entry-figure-text": frozenset({"old_document", "old", "document", "new", "line"}),
    "releases-title": frozenset({"site"}),
    "releases-of": frozenset({"site", "agency"}),
    "release-text": ROW | {"agency", "date"},
}
