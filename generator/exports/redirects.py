"""A page at every address that a record has left · Records → small HTML pages."""

import html
from collections.abc import Iterator

from generator.model.base import Script
from generator.model.wording import fill
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.variants import LANGUAGE_TAG, VARIANT_ROOT

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body>
<p><a href="{target}">{title}</a></p>
</body>
</html>
"""


def redirects(
    records: Records, converter: Converter, site_url: str, script: Script
) -> Iterator[tuple[str, bytes]]:
    """The pages of one variant, each of which sends its reader on."""
    root = site_url + VARIANT_ROOT[script]
    moved = converter.to_both_scripts(records.words["moved"])[script]
    for kind, old, to in records.redirects:
        page = _PAGE.format(
            language=LANGUAGE_TAG[script],
            target=html.escape(f"../../{to}/"),
            canonical=html.escape(f"{root}{to}/"),
            title=html.escape(fill(moved, {"page": f"/{to}/"})),
        )
        yield f"{script}/{kind}/{old}/index.html", page.encode()
