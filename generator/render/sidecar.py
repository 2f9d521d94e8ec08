"""What is around a page and for machines, in one script · Page → values as JSON has them."""

from typing import Any

from generator.render.breadcrumbs import trail
from generator.render.dates_in_words import dates_in_words
from generator.render.links import page_address
from generator.render.page import Page
from generator.render.row_texts import SEARCHED
from generator.resolve.resolve import Records
from generator.script.localiser import Localiser


def page_sidecar(page: Page, records: Records, localiser: Localiser) -> dict[str, Any]:
    """`trail` [[address, name]] · `neighbours` [[address, name] or null] · `script` · `wide` ·
    `rows` {record or anchor: {attribute: text}}; what a page has not is not there."""
    text = localiser.text
    near = [it and [page_address(it[0]), text(it[1])] for it in (page.before, page.after)]
    parts = {
        "trail": [
            *([page_address(file), localiser.phrase(key)] for file, key in trail(page.path)),
            *([page_address(it[0]), text(it[1])] for it in [page.above] if it),
        ],
        "neighbours": near if any(near) else None,
        "dates": dates_in_words(page.path, page.record, records, localiser),
        "script": page.script,
        "wide": page.is_wide,
        "rows": {
            name: {
                key: " ".join(map(text, texts))
                for key, texts in attributes.items()
                if key != SEARCHED
            }
            for name, attributes in page.rows.items()
        },
    }
    if page.path == "index.md":
        del parts["trail"]
    return {key: value for key, value in parts.items() if value}
