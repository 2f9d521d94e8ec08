"""Load → check → resolve → convert → render → publish, for the command line and the server."""

from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING

from generator import rules
from generator.messages.problem import Problem, has_errors
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.pipeline.known_conversions import conversion_hash, remembered_conversions
from generator.pipeline.processes import run_in_fork, run_in_parallel
from generator.reading.load import read_catalogue
from generator.reading.result_cache import results
from generator.reading.stray_names import record_stem
from generator.resolve.resolve import resolve
from generator.resolve.texts import texts
from generator.script.convert import Converter, converter_with
from generator.script.glossary import glossary
from generator.script.ledger import ledger

if TYPE_CHECKING:
    from generator.pipeline.outputs import LazyOutputs


def examine(data: Path, today: date) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue, or None and every problem: of the files, and of what could be read of them.

    `today` is the day in Hong Kong: nothing can have happened later, whatever day pages are for.
    """
    catalogue, problems = read_catalogue(data)
    unread = [PurePosixPath(it.place.path) for it in problems]
    strayed = [f"{name}.yml" for it in problems for name in it.needs]
    # Without a whole folder of records, rules would find everything missing that names one of them.
    if catalogue is not None and all(it.suffix for it in unread):
        records = [it.with_name(f"{record_stem(it.name)}.yml").as_posix() for it in unread]
        records += strayed
        with remembered_conversions(catalogue_converter(catalogue)):
            problems = problems + rules.check(catalogue, records, today)
    if has_errors(problems):
        return None, sorted(problems)
    return catalogue, sorted(problems)


def generate(data: Path, docs: Path, as_of: date, site_url: str, today: date) -> list[Problem]:
    """Write every generated file into the new folder `docs`, and return the problems; with an error
    among them nothing is written. Raises OSError when the disk refuses.

    Runs in a forked child to keep the parent small.
    """
    return run_in_fork(partial(_generate_here, data, docs, as_of, site_url, today))


def _generate_here(
    data: Path, docs: Path, as_of: date, site_url: str, today: date
) -> list[Problem]:
    """Generate in this process and a forked copy, each with one script's files."""
    from generator.pipeline.known_markdown import KnownMarkdown, page_hashes
    from generator.pipeline.outputs import GENERATED, script_outputs
    from generator.pipeline.publish import publish
    from generator.render.pages import pages
    from generator.script.variants import SCRIPTS

    catalogue, problems = examine(data, today)
    if catalogue is None:
        return problems
    records, words = resolve(catalogue, as_of, today), catalogue_converter(catalogue)
    del catalogue  # a third of all the memory: where every word stands in its file
    made_from: tuple[bytes, dict[str, bytes]] | None = None
    if results.folder:
        made_from = conversion_hash(words.glossary), page_hashes(pages(records))

    def written(script: Script) -> list[str]:
        known = KnownMarkdown(script, *made_from) if made_from else None
        paths = publish(script_outputs(records, words, site_url, script, known), docs, GENERATED)
        if known:
            known.save()
        return paths

    first, second = run_in_parallel(*(partial(written, script) for script in SCRIPTS))
    if twice := sorted({*first} & {*second}):
        raise ValueError(f"two outputs claim the path {twice[0]}")
    return problems


class PreviewGenerator:
    """Generates files for a preview; keeps the last good state while the data are wrong."""

    def __init__(self, data: Path, as_of: date, site_url: str) -> None:
        self._data = data
        self._as_of = as_of
        self._site_url = site_url
        self._outputs: LazyOutputs | None = None
        self._one_at_a_time = Lock()
        """A server asks for files in threads of its own."""

    def run(self, today: date) -> list[Problem]:
        """Read the data, and return the problems; with an error among them nothing changes."""
        with self._one_at_a_time:
            catalogue, problems = examine(self._data, today)
            if catalogue is not None:
                # What draws pages takes as long to import as a check takes to run.
                from generator.pipeline.outputs import LazyOutputs

                records = resolve(catalogue, self._as_of, today)
                self._outputs = LazyOutputs(records, catalogue_converter(catalogue), self._site_url)
            return problems

    def source(self, path: str) -> bytes | None:
        """The source of a page, by its path below docs/."""
        return self._outputs.source(path) if self._outputs else None

    def sidecar(self, path: str) -> str | None:
        """What is around a page and for machines, by the path of its source."""
        return self._outputs.sidecar(path) if self._outputs else None

    def file(self, path: str) -> bytes | None:
        """Any other generated file, made on request; waits while the data are being read again."""
        if not (self._outputs and self._outputs.may_be(path)):
            return None
        with self._one_at_a_time:
            return self._outputs.file(path)


def catalogue_converter(catalogue: Catalogue) -> Converter:
    """The converter with the catalogue's terminology."""
    return converter_with(glossary(catalogue))


def catalogue_ledger(catalogue: Catalogue) -> list[str]:
    """The ledger of all texts of the site: a line per text with what decided its conversion."""
    wordings = (text.wording for text in texts(catalogue))
    return ledger(wordings, catalogue_converter(catalogue))
