"""A document's page has a place for each line that another page may lead to."""

import re
from collections import Counter

from sample import sample_outputs, sample_records


def test_every_line_of_a_printed_name_has_one_place_on_the_page() -> None:
    """Comparisons link to the line of a name on which nothing else is said."""
    seen = 0
    for record in sample_records().documents:
        page = sample_outputs()[f"zh-Hant/documents/{record.document.id}.md"].decode()
        places = Counter(re.findall('<span id="(line-[0-9]+)"></span>', page))
        assert set(places.values()) <= {1}
        for printed, _ in record.names:
            seen += len(printed.lines)
            assert {f"line-{number}" for number in printed.lines} <= places.keys()
    assert seen > 1
