"""Every address of the search index leads to a page, and to what it names there."""

import pytest
from search_files import of_site, read_docs, read_head
from sites import Pages, Site


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_results_lead_to_what_they_name(site: Site, pages: Pages, script: str) -> None:
    read = of_site(site.folder)
    root = read_head(read, script)["root"]
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    astray = []
    for address, *_ in read_docs(read, script):
        path, _, anchor = (root + address).partition("#")
        if path not in pages or (anchor and anchor not in ids[path]):
            astray.append(address)
    assert astray == []
