"""Where the seconds of a build go, phase by phase in one process · data → seconds of CPU by phase.

What two processes share in a build is done one after the other here, so that all of it counts once.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.model.base import Script
from generator.pipeline.generate import catalogue_converter
from generator.pipeline.outputs import script_outputs
from generator.reading.load import read_catalogue
from generator.resolve.resolve import Records, resolve
from generator.rules import check
from generator.script.convert import Converter
from generator.script.variants import SCRIPTS
from generator.site.front_matter import split_front_matter
from generator.site.mkdocs_build import build_variant, load_settings
from generator.site.page_markup import page_markup

PHASES = ("read", "check", "resolve", "render", "exports", "write", "Markdown", "site")
"""`Markdown` is a part of `site`, done once more by itself; the rest of that is files and frame."""


class Stopwatch:
    """Seconds of CPU by phase."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(PHASES, 0.0)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count what the block takes."""
        start = time.process_time()
        yield
        self.seconds[name] += time.process_time() - start


def phase_seconds(root: Path, data: Path, work: Path, as_of: date, url: str) -> dict[str, float]:
    """Build the site of `data` below `work`, whose docs/ holds the files kept by hand."""
    watch = Stopwatch()
    with watch.phase("read"):
        catalogue, problems = read_catalogue(data)
    assert catalogue is not None, problems
    with watch.phase("check"):
        check(catalogue, [], as_of)
    with watch.phase("resolve"):
        records, converter = resolve(catalogue, as_of), catalogue_converter(catalogue)
    for script in SCRIPTS:
        _write_outputs(watch, records, converter, url, script, work / "docs")
    _parse_pages(watch, work / "docs")
    for script in SCRIPTS:
        with watch.phase("site"):
            settings = load_settings(
                root, docs_dir=str(work / "docs"), site_dir=str(work / "site" / script)
            )
            build_variant(settings, script, "build")
    return watch.seconds


def _write_outputs(
    watch: Stopwatch, records: Records, converter: Converter, url: str, script: Script, docs: Path
) -> None:
    """Each file counts for the phase that makes it."""
    outputs = script_outputs(records, converter, url, script)
    while True:
        start = time.process_time()
        made = next(outputs, None)
        if made is None:
            return
        path, content = made
        phase = "render" if path.startswith(f"{script}/") else "exports"
        watch.seconds[phase] += time.process_time() - start
        with watch.phase("write"):
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_bytes(content)


def _parse_pages(watch: Stopwatch, docs: Path) -> None:
    for page in docs.rglob("*.md"):
        body, _ = split_front_matter(page.read_text("utf-8"))
        with watch.phase("Markdown"):
            page_markup(body, str, {}, "")
