"""Every address of the search index leads to a page, and to what it names there."""

import json

import pytest
from sites import Pages, Site


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_results_lead_to_what_they_name(site: Site, pages: Pages, script: str) -> None:
    index = json.loads((site.folder / f"search/{script}.json").read_text("utf-8"))
    astray = []
    for address, *_ in index["docs"]:
        path, _, anchor = (index["root"] + address).partition("#")
        page = pages.get(path)
        if page is None or (anchor and not page.xpath("//*[@id=$id]", id=anchor)):
            astray.append(address)
    assert astray == []
