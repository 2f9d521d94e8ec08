"""The finder of a list, as a reader uses it: one component for datasets, programmes and figures."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect
from sites import READY

from generator.model.base import Script

IDS = "rows => rows.filter(row => row.checkVisibility()).map(row => row.dataset.id)"
COUNTS = """inputs => inputs.map(input =>
    [input.value, +input.closest('label').querySelector('.facet__count').textContent])"""


class FinderPage:
    """The finder at `path` in one variant; `log` holds what the browser complains of."""

    def __init__(self, page: Page, address: str, path: str, variant: str = "") -> None:
        self.page, self.variant, self.home = page, variant, f"{address}{variant}{path}"
        self.script: Script = "zh-Hans" if variant else "zh-Hant"
        self.log: list[str] = []
        page.on("console", lambda it: self.log.append(f"{it.type}: {it.text}"))
        page.on("pageerror", lambda error: self.log.append(str(error)))

    def open(self, query: str = "") -> list[str]:
        """Load the finder with a query string; what is shown, in its order."""
        self.page.goto(self.home + query)
        self.page.wait_for_function(READY)
        if "q=" in query:
            # What a text needs is loaded; then the text stands above the list.
            expect(self.chips.first).to_be_visible()
        return self.shown

    @property
    def shown(self) -> list[str]:
        """The identifiers of the rows that can be seen."""
        found: list[str] = self.page.locator(".finder tr[data-id]").evaluate_all(IDS)
        return found

    @property
    def status(self) -> Locator:
        """What says how many are shown."""
        return self.page.locator(".finder__status")

    @property
    def number(self) -> int:
        """The number that it says first."""
        return int(re.findall("[0-9]+", self.status.inner_text())[0])

    @property
    def search(self) -> str:
        """The query string of the address."""
        found: str = self.page.evaluate("decodeURIComponent(location.search)")
        return found

    @property
    def chips(self) -> Locator:
        """What is chosen, above the list."""
        return self.page.locator(".finder__chips button")

    def box(self, facet: str, value: str) -> Locator:
        """The box of a value."""
        return self.page.locator(f"input[name={facet}][value='{value}']")

    def counts(self, facet: str) -> dict[str, int]:
        """Value → the number beside it."""
        return dict(self.page.locator(f".facet input[name={facet}]").evaluate_all(COUNTS))

    def type(self, text: str) -> None:
        """Look for a text alone."""
        self.page.locator(".finder input[name=q]").fill(text)
        wanted = f"?q={text}" if text else ""
        self.page.wait_for_function(
            "wanted => decodeURIComponent(location.search) === wanted", arg=wanted
        )

    def csv(self) -> list[dict[str, str]]:
        """What is shown, as a table."""
        content = self._file("csv")
        assert content.startswith(b"\xef\xbb\xbf")
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))

    def json(self) -> dict[str, Any]:
        """The same as JSON."""
        found: dict[str, Any] = json.loads(self._file("json"))
        return found

    def _file(self, kind: str) -> bytes:
        with self.page.expect_download() as download:
            self.page.locator(f".finder__{kind}").click()
        assert download.value.suggested_filename.endswith(f"s.{kind}")
        return Path(download.value.path()).read_bytes()
