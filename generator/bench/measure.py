"""Builds of synthetic records, measured: how long, how much memory, how many bytes."""

import gzip
import resource
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import site
from generator.bench.synthetic import write_records
from generator.generate import examine, generate

SIZES = (78, 300, 1000, 3000, 6000)
"""Records that are built unless told otherwise."""
PER_PAGE = 300
"""The cost of a page is told relative to that of a site with so many records."""


@dataclass(frozen=True)
class Measured:
    """One build: seconds, MiB, bytes."""

    records: int
    pages: int
    wall: float
    cpu: float
    memory: int
    output: int
    record_page: int
    """Median size of a record's page, compressed."""


def measure(root: Path, data: Path, sizes: Iterable[int], as_of: date) -> Iterator[Measured]:
    """Build a site of each size below a temporary folder; nothing of the project is touched."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
            yield _build(root, data, Path(folder), size, as_of)


def _build(root: Path, data: Path, work: Path, size: int, as_of: date) -> Measured:
    write_records(data, work / "data", size)
    for name in ("assets", "overrides"):
        shutil.copytree(root / "docs" / name, work / "docs" / name)
    output = work / "site"
    output.mkdir()
    before, start = _cpu(), time.perf_counter()
    catalogue, problems = examine(work / "data")
    assert catalogue, problems[:3]
    generate(catalogue, work / "docs", as_of, "http://127.0.0.1:8000/")
    site.build(root, work / "docs", output)
    wall, cpu = time.perf_counter() - start, _cpu() - before
    pages = list(output.rglob("*.html"))
    records = sorted(
        len(gzip.compress(it.read_bytes(), mtime=0))
        for it in (output / "datasets").glob("*/index.html")
    )
    return Measured(
        records=size,
        pages=len(pages),
        wall=wall,
        cpu=cpu,
        memory=_memory(),
        output=sum(it.stat().st_size for it in output.rglob("*") if it.is_file()),
        record_page=records[len(records) // 2],
    )


def table(rows: Iterable[Measured]) -> Iterator[str]:
    """A line for each build as it is done, the cost of a page relative to PER_PAGE records."""
    yield "records   pages   wall s    cpu s   peak MiB   site MB   page gz kB   cost of a page"
    base: float | None = None
    for it in rows:
        cost = it.cpu / it.pages
        base = cost if it.records == PER_PAGE else base
        relative = f"{cost / base:.2f}" if base else "-"
        yield (
            f"{it.records:7} {it.pages:7} {it.wall:8.1f} {it.cpu:8.1f} {it.memory:10} "
            f"{it.output / 1e6:9.1f} {it.record_page / 1e3:12.1f} {relative:>16}"
        )


def _cpu() -> float:
    """Seconds of this process and of those it has started and seen end."""
    used = [resource.getrusage(it) for it in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(it.ru_utime + it.ru_stime for it in used)


def _memory() -> int:
    """MiB that the largest of these processes ever held."""
    used = [resource.getrusage(it) for it in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return max(it.ru_maxrss for it in used) // 1024
