"""How fast search is with many pages: `python tests/bench/search.py SITE [PAGES]` prints it.

SITE is a built site; a copy of it gets an index in which the project's datasets are repeated, each
under a name of its own. Not a test: what a machine manages depends on the machine.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import sites  # noqa: E402
from builders import catalogue_of_the_project  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from generator.exports import search_index  # noqa: E402
from generator.pipeline.generate import catalogue_converter  # noqa: E402
from generator.resolve.records import DatasetRecord  # noqa: E402
from generator.resolve.resolve import resolve  # noqa: E402

QUERIES = (
    *("科", "科學園", "数码港", "數碼港 CSV", "HKSTP 空間", "園停車", "信息", "1000平方呎"),
    *("香港科學園 3D 門閘", "csv", "資料", "量子咖啡豆", "數馬港培育", "第 78 批", "a", "的"),
)
ASK = """async query => {
    const input = document.querySelector(".md-search__input")
    const meta = document.querySelector(".md-search-result__meta")
    meta.textContent = ""
    const start = performance.now()
    input.value = query
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    while (/^\\s*$/.test(meta.textContent)) await new Promise(requestAnimationFrame)
    return [performance.now() - start, meta.textContent]
}"""


def main(site: Path, pages: int) -> None:
    """Print sizes, times, and the longest task of the page and of the worker."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "site")
        shutil.copytree(site, copy)
        for path, content in index(pages):
            (copy / path).write_bytes(content)
            print(f"{path:28}{len(content):>10,} bytes")
        with sites.served(copy) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page()
            page.goto(address)
            page.wait_for_load_state("networkidle")
            browser.start_tracing(page=page, categories=["devtools.timeline", "toplevel"])
            ask(page)
            trace = json.loads(browser.stop_tracing())
            for name, longest in tasks(trace["traceEvents"]):
                print(f"longest tasks of {name}: {longest}")
            browser.close()


def index(pages: int) -> Iterator[tuple[str, bytes]]:
    """The search files of so many datasets."""
    catalogue = catalogue_of_the_project()
    records = resolve(catalogue, date(2026, 1, 31))
    made = tuple(
        another(dataset, number)
        for number, dataset in enumerate(islice(cycle(records.datasets), pages))
    )
    yield from search_index.export(
        replace(records, datasets=made), catalogue_converter(catalogue), ""
    )


def another(dataset: DatasetRecord, number: int) -> DatasetRecord:
    """The same under another name."""
    name = replace(dataset.name, text=f"{dataset.name.text} 第 {number} 批", other=None)
    return replace(dataset, id=f"{dataset.id}-{number}", name=name)


def ask(page: Page) -> None:
    """The first query loads the index; each of the others is timed."""
    page.locator(".md-search__input").click()
    for query in ("先載入", *QUERIES):
        taken, answer = page.evaluate(ASK, query)
        print(f"{query:16}{taken:>8.0f} ms  {answer.strip()}")


def tasks(events: list[dict[str, Any]]) -> Iterator[tuple[str, list[float]]]:
    """The three longest tasks of the page's thread and of the worker's, in milliseconds."""
    names = {
        (it["pid"], it["tid"]): it["args"]["name"] for it in events if it["name"] == "thread_name"
    }
    for thread in ("CrRendererMain", "DedicatedWorker thread"):
        taken = [
            it["dur"] / 1000
            for it in events
            if it["name"] in ("RunTask", "ThreadControllerImpl::RunTask")
            and "dur" in it
            and names.get((it["pid"], it["tid"])) == thread
        ]
        yield thread, sorted((round(it, 1) for it in taken), reverse=True)[:3]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 12_000)
