"""A built site in a real Chromium: what a first view weighs, and how fast the search answers."""

import gzip
import json
import shutil
import statistics
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
PATIENCE = 120_000
"""Milliseconds after which a search that has not answered is given up."""
ASK_SCRIPT = """async ([query, patience]) => {
    const input = document.querySelector(".md-search__input")
    const meta = document.querySelector(".md-search-result__meta")
    const ask = words => {
        input.value = words
        input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    }
    const start = performance.now()
    let asked = start
    meta.textContent = ""
    ask(query)
    while (/^\\s*$/.test(meta.textContent) && performance.now() - start < patience) {
        await new Promise(requestAnimationFrame)
        // A key can be lost while a large index is being read; the same words are not asked twice.
        if (performance.now() - asked < 5000) continue
        asked = performance.now()
        ask(input.value === query ? `${query} ` : query)
    }
    return [performance.now() - start, performance.now()]
}"""


@dataclass(frozen=True)
class ReaderCosts:
    """How long a reader waits, and how much is loaded."""

    view: float | None
    """kB over the wire, compressed, of the largest of the home page, a record's page and the two
    lists of all records."""
    ready: float
    """Seconds from opening a page to the first answer of its search."""
    answer: float
    """Milliseconds to an answer after that, the median."""


def find_browser() -> str | None:
    """A browser made of Chromium, if there is one."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def open_browser(path: str) -> Iterator[Browser]:
    """The browser at `path`, closed again after the block."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def reader_costs(
    site: Path, chromium: Browser, pages: Sequence[str], queries: Sequence[str]
) -> ReaderCosts:
    """Open `pages` of the site, and ask the search of the first one."""
    with serve_folder(site) as (address, requested):
        views = []
        for page in pages:
            requested.clear()
            _open_page(chromium, address + page)
            views.append(sum(compressed_size(site, it) for it in set(requested)))
        ready, answers = _measure_answers(chromium, address + pages[0], queries)
    return ReaderCosts(max(views) / 1000, ready / 1000, statistics.median(answers))


def title_queries(site: Path, number: int) -> list[str]:
    """Search queries: beginnings of names, spread evenly over the records."""
    tables = (site / "data/v1").glob("*.json")
    names = [name for table in sorted(tables) for name in _names(json.loads(table.read_bytes()))]
    return [names[at * len(names) // number].split()[0][:4] for at in range(number)]


def _names(table: dict[str, Any]) -> Iterator[str]:
    """What the records of a data file are called."""
    for item in table.get("items", ()):
        if isinstance(item.get("name"), dict):
            yield item["name"]["zh-Hant"]


def _open_page(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.close()


def _measure_answers(
    chromium: Browser, address: str, queries: Sequence[str]
) -> tuple[float, list[float]]:
    """Milliseconds until the first answer after the page was opened, and for each further query."""
    page = chromium.new_page()
    page.goto(address, wait_until="domcontentloaded")
    page.locator(".md-search__input").click()
    _, ready = page.evaluate(ASK_SCRIPT, [queries[0], PATIENCE])
    answers = [page.evaluate(ASK_SCRIPT, [query, PATIENCE])[0] for query in queries[1:]]
    page.close()
    return ready, answers


def compressed_size(site: Path, path: str) -> int:
    """Bytes of what is sent for a path, compressed; nothing for what is not there."""
    file = site / path.lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes(), mtime=0)) if file.is_file() else 0


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder without logging, and records the requested paths."""

    def __init__(self, *arguments: Any, requested: list[str], **options: Any) -> None:
        self._requested = requested
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        self._requested.append(urlsplit(self.path).path)
        super().do_GET()

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serve_folder(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve the folder: its address, which ends in `/`, and the list of requested paths."""
    requested: list[str] = []
    handler = partial(_Handler, directory=str(folder), requested=requested)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", requested
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
