"""The words around the pages: site name, navigation, footer, the theme's own · Records → JSON.

MkDocs' templates read them; `site.py` hands each variant its own.
"""

import json
from collections.abc import Mapping

from generator.model.base import Script
from generator.render.page import LANG
from generator.resolve.records import Records
from generator.script.convert import Converter

FILE = ".theme.json"
"""Hidden, so that MkDocs does not publish it."""

KEYS = (
    "site-name",
    *(f"nav.{page}" for page in ("index", "agencies", "datasets", "programmes", "budget")),
    *("nav.timeline", "nav.documents", "nav.about"),
    *(f"footer.{page}" for page in ("figures", "timeline", "errata", "terminology", "about")),
    *("footer.accessibility", "footer-script-hant", "footer-script-hans", "footer-address"),
    *("footer-as-of", "permalink", "missing-search", "missing-lists"),
    *("palette.dark", "palette.light", "footer-official", "footer-report"),
    *("missing-title", "missing-text", "missing-home", "search-nearest", "search-finder"),
    *("theme.action.skip", "theme.announce.dismiss", "theme.clipboard.copy"),
    *("theme.clipboard.copied", "theme.footer", "theme.footer.next", "theme.footer.previous"),
    *("theme.header", "theme.nav", "theme.search", "theme.search.placeholder"),
    *("theme.search.share", "theme.search.reset", "theme.search.result.initializer"),
    *("theme.search.result.placeholder", "theme.search.result.none", "theme.search.result.one"),
    *("theme.search.result.other", "theme.search.result.more.one"),
    *("theme.search.result.more.other", "theme.search.result.term.missing"),
    *("theme.select.language", "theme.select.version", "theme.source", "theme.tabs", "theme.toc"),
    "theme.top",
)
"""What the templates under docs/overrides/ and the theme's own ask for."""


def theme_words(records: Records, converter: Converter, script: Script) -> bytes:
    """The words of one variant by key; `lang` is its language tag, `as-of` the newest day told."""
    words: Mapping[str, str] = {key: converter.both(records.theme[key])[script] for key in KEYS} | {
        "lang": LANG[script],
        "as-of": records.data_as_of,
    }
    return json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True).encode()
