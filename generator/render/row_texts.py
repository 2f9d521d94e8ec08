"""What the text box of a finder searches besides the rows that are read · Records → files.

On the page these would be a quarter of its weight, for the few who type.
"""

from collections.abc import Iterator

from generator.exports.compact_json import compact_json
from generator.render.pages import pages
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import SCRIPTS

SEARCHED = "text"
"""The attribute of a row that stands here and not on the page."""


def row_texts(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """`search/rows/<list>.<script>.json`: {identifier of a row: text}."""
    for script in SCRIPTS:
        text = Localiser(records.words, converter, script).text
        lists: dict[str, dict[str, str]] = {}
        for page in pages(records):
            name = page.path.partition("/")[0].removesuffix(".md")
            for row in page.rows.values():
                if SEARCHED in row:
                    [identifier] = map(text, row["id"])
                    searched = " ".join(map(text, row[SEARCHED]))
                    lists.setdefault(name, {})[identifier] = searched
        for name, texts in lists.items():
            yield f"search/rows/{name}.{script}.json", compact_json(texts).encode()
