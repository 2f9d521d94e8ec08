"""The words around the pages: site name, navigation, footer, search box · Records → JSON.

The templates of docs/overrides/ print them; `site/hooks.py` gives each variant its own.
"""

import json
from collections.abc import Mapping

from generator.model.base import Script
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import LANGUAGE_TAG

FILE = ".theme.json"
"""Its name begins with a dot, so that it is not published."""

KEYS = (
    "site-name",
    *(f"nav.{page}" for page in ("index", "agencies", "datasets", "programmes", "figures")),
    *(f"nav.{page}" for page in ("budget", "timeline", "documents", "errata")),
    *("nav.corrections", "nav.terminology"),
    *("nav.data", "nav.about"),
    *(
        f"footer.{page}"
        for page in ("figures", "timeline", "errata", "corrections", "terminology", "data", "about")
    ),
    *("footer.accessibility", "footer.print", "footer-script-hant", "footer-script-hans"),
    *("trail", "neighbours", "neighbour-before", "neighbour-after"),
    *("permalink", "missing-search", "missing-lists"),
    *("palette", "palette.is-default", "palette.is-slate", "palette.dark", "palette.light", "menu"),
    "close",
    *("footer-official", "footer-report"),
    *("missing-title", "missing-text", "missing-home", "search-nearest"),
    *("search-finder", "search-failed", "search-missing"),
    "theme.action.skip",
    *("theme.header", "theme.nav", "theme.search", "theme.search.placeholder"),
    *("theme.search.reset", "theme.search.result.initializer"),
    *("theme.search.result.placeholder", "theme.search.result.none", "theme.search.result.one"),
    *("theme.search.result.other", "theme.search.result.more.one"),
    *("theme.search.result.more.other", "theme.search.result.term.missing"),
    *("theme.tabs", "theme.toc", "theme.top"),
    *(
        "cite",
        "cite-address",
        "cite-suggestion",
        "cite-tables",
        "cite-as-of",
        "cite-data",
        "cite-report",
        "report-without-account",
    ),
    *("cite-facts", "cite-documents", "cite-seen", "cite-via", "cite-references"),
    *("cite-copy", "cite-copied", "cite-not-copied"),
    *("dates-from-to", "dates-printed", "dates-until", "dates-none"),
    *("feed-changes", "feed-changes-own", "feed-follow", "feed-how"),
)
"""What the templates under docs/overrides/ ask for."""


def theme_words(records: Records, converter: Converter, script: Script) -> bytes:
    """The words of one variant by key; `lang` is its language tag."""
    speaker = Localiser(records.words, converter, script)
    words: Mapping[str, str] = {key: speaker.text(records.theme[key]) for key in KEYS} | {
        "lang": LANGUAGE_TAG[script],
    }
    return json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True).encode()
