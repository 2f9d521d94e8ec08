"""Measure builds of synthetic records: time, memory, bytes and a reader's waiting time; each
beside the same pages as a plain site, with the theme's search and with Pagefind, and by Hugo."""

import gzip
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.bench import hugo_site, pagefind_site, plain_site
from generator.bench.browser import (
    ReaderCosts,
    compressed_size,
    open_browser,
    reader_costs,
    title_queries,
)
from generator.bench.process import ResourceUse, install, run_measured
from generator.bench.synthetic import write_records
from generator.messages.problem import has_errors

SIZES = (78, 300, 1000, 3000, 6000)
"""Records that are built unless told otherwise."""
QUERIES = 13
URL = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class Measurement:
    """One build of `records`; `stack` says of what."""

    records: int
    stack: str
    pages: int
    resources: ResourceUse
    output: int
    """Bytes of all files."""
    record_page: int | None
    """Median size of a record's page, compressed."""
    reader: ReaderCosts | None
    """Nothing without a browser."""
    index: int | None = None
    """Bytes of the index that a reader's search may load, compressed."""


def measure(
    root: Path, data: Path, sizes: Iterable[int], as_of: date, browser: str | None
) -> Iterator[Measurement]:
    """Build sites of each size below a temporary folder; nothing of the project is touched."""
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        packages = Path(folder, "packages")
        stack = "plain+jieba" if install(plain_site.JIEBA, packages) else "plain"
        has_pagefind = install(pagefind_site.PAGEFIND, packages / "pagefind")
        has_hugo = install(hugo_site.HUGO, packages / "hugo")
        for size in sizes:
            work = Path(folder, str(size))
            used = _build_in_process(root, data, work, size, as_of)
            docs, queries = work / "docs", title_queries(work / "site", QUERIES)
            yield _measurement(size, "handbook", used, work / "site", browser, queries, "")
            shutil.rmtree(work / "site")
            used = plain_site.build(docs, work / "plain", packages)
            site = work / "plain" / "site"
            yield _measurement(size, stack, used, site, browser, queries, "zh-Hant/")
            if has_pagefind:
                yield _with_pagefind(size, site, packages / "pagefind", browser, queries)
            if has_hugo:
                used = hugo_site.build(docs, work / "hugo", packages / "hugo")
                yield _without_search(size, "hugo", used, work / "hugo" / "public")
            shutil.rmtree(work)


def build_site(root: Path, work: Path, as_of: date) -> None:
    """Build a site below `work` as the command `build` does; runs in the measured process."""
    from generator.cli.clock import hong_kong_day
    from generator.pipeline.generate import generate
    from generator.site.mkdocs_build import build

    problems = generate(work / "data", work / "docs", as_of, URL, hong_kong_day())
    assert not has_errors(problems), problems[:3]
    build(root, work / "docs", work / "site")


def _build_in_process(root: Path, data: Path, work: Path, size: int, as_of: date) -> ResourceUse:
    _prepare(root, data, work, size)
    (work / "site").mkdir()
    code = (
        f"{_imports(root)}from generator.bench.measure import build_site; "
        f"build_site({_path(root)}, {_path(work)}, date.fromisoformat({str(as_of)!r}))"
    )
    return run_measured([sys.executable, "-c", code], work / "log")


def _prepare(root: Path, data: Path, work: Path, size: int) -> None:
    """Write the records and copy the files kept by hand below `work`."""
    write_records(data, work / "data", size)
    for name in ("assets", "overrides"):
        shutil.copytree(root / "docs" / name, work / "docs" / name)


def _imports(root: Path) -> str:
    return (
        f"import sys; sys.path.insert(0, {str(root)!r}); import generator.__main__; "
        "from datetime import date; from pathlib import Path; "
    )


def _path(path: Path) -> str:
    """The path as code."""
    return f"Path({str(path)!r})"


def measure_phases(root: Path, data: Path, size: int, as_of: date) -> dict[str, float]:
    """Seconds of CPU by phase, of a build of so many records in one process of its own."""
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        work = Path(folder)
        _prepare(root, data, work, size)
        code = (
            f"{_imports(root)}import json; from generator.bench.phases import phase_seconds; "
            f"print(json.dumps(phase_seconds({_path(root)}, {_path(work / 'data')}, {_path(work)}, "
            f"date.fromisoformat({str(as_of)!r}), {URL!r})))"
        )
        run_measured([sys.executable, "-c", code], work / "log")
        seconds: dict[str, float] = json.loads((work / "log").read_text("utf-8").splitlines()[-1])
        return seconds


INDEXES = {
    "": "search/zh-Hant*.txt search/words.json search/calls.json",
    "zh-Hant/": "search/search_index.json",
}
"""Where the pages of a variant begin → the files of its index: ours, and the plain site's."""


def _with_pagefind(
    size: int, site: Path, packages: Path, browser: str | None, queries: list[str]
) -> Measurement:
    used = pagefind_site.build_index(site, packages)
    files = [it for it in (site / pagefind_site.FOLDER).rglob("*.pf_*") if it.is_file()]
    reader = None
    if browser:
        with open_browser(browser) as chromium:
            reader = pagefind_site.answers(site, chromium, queries)
    return Measurement(
        records=size,
        stack=pagefind_site.FOLDER,
        pages=sum(1 for _ in site.rglob("*.html")),
        resources=used,
        output=sum(it.stat().st_size for it in files),
        record_page=None,
        reader=reader,
        # They are compressed as they are.
        index=sum(it.stat().st_size for it in files),
    )


def _without_search(size: int, stack: str, used: ResourceUse, site: Path) -> Measurement:
    return Measurement(
        records=size,
        stack=stack,
        pages=sum(1 for _ in site.rglob("*.html")),
        resources=used,
        output=sum(it.stat().st_size for it in site.rglob("*") if it.is_file()),
        record_page=None,
        reader=None,
    )


def _measurement(
    size: int,
    stack: str,
    used: ResourceUse,
    site: Path,
    browser: str | None,
    queries: list[str],
    start: str,
) -> Measurement:
    files = sorted((site / start / "datasets").glob("*/index.html"))
    records = [it for it in files if it.parent.name != "calendar"]
    lists = [f"{start}datasets/", f"{start}datasets/calendar/"]
    pages = [start, records[0].relative_to(site).parent.as_posix() + "/", *lists]
    reader = None
    if browser:
        with open_browser(browser) as chromium:
            reader = reader_costs(site, chromium, pages, queries)
    return replace(
        _without_search(size, stack, used, site),
        record_page=int(
            statistics.median(len(gzip.compress(it.read_bytes(), mtime=0)) for it in records)
        ),
        reader=reader,
        index=sum(
            compressed_size(site, file.relative_to(site).as_posix())
            for pattern in INDEXES[start].split()
            for file in site.glob(pattern)
        ),
    )
