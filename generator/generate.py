"""Load → check → resolve → convert → render → publish, for the command line and the server."""

from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING

from generator import rules
from generator.clock import hong_kong_day
from generator.load import read
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.problem import Problem, stops
from generator.processes import in_copy, side_by_side
from generator.resolve.resolve import resolve
from generator.resolve.texts import texts
from generator.script.convert import Converter, converter_with
from generator.script.glossary import glossary
from generator.script.ledger import ledger
from generator.stray_names import record_stem

if TYPE_CHECKING:
    from generator.outputs import Asked

OWNED = (
    *("zh-Hant", "zh-Hans", "data", "search", "feeds"),
    *("agencies", "datasets", "documents", "programmes"),
    *("sitemap.xml", "robots.txt", "llms.txt"),
)
"""Files below docs/ that are generated, and folders that hold nothing but generated files."""


def examine(data: Path, today: date | None = None) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue, or None and every problem: of the files, and of what could be read of them.

    `today` is the day in Hong Kong: nothing can have happened later, whatever day pages are for.
    """
    catalogue, problems = read(data)
    unread = [PurePosixPath(it.place.path) for it in problems]
    strayed = [f"{name}.yml" for it in problems for name in it.needs]
    # Without a whole folder of records, rules would find everything missing that names one of them.
    if catalogue is not None and all(it.suffix for it in unread):
        records = [it.with_name(f"{record_stem(it.name)}.yml").as_posix() for it in unread]
        records += strayed
        problems = problems + rules.check(catalogue, records, today or hong_kong_day())
    if stops(problems):
        return None, sorted(problems)
    return catalogue, sorted(problems)


def generate(data: Path, docs: Path, as_of: date, site_url: str) -> list[Problem]:
    """Write every generated file into the new folder `docs`, and return the problems; with an error
    among them nothing is written. Raises OSError when the disk refuses.

    For a build, which has no use for the files, nor for what was read, in its memory.
    """
    return in_copy(partial(_generate, data, docs, as_of, site_url))


def _generate(data: Path, docs: Path, as_of: date, site_url: str) -> list[Problem]:
    """On two cores."""
    from generator.outputs import SCRIPTS, half
    from generator.publish import publish

    catalogue, problems = examine(data)
    if catalogue is None:
        return problems
    records, words = resolve(catalogue, as_of), converter(catalogue)
    del catalogue  # a third of all the memory: where every word stands in its file

    def written(script: Script) -> list[str]:
        return publish(half(records, words, site_url, script), docs, OWNED)

    one, other = side_by_side(*(partial(written, script) for script in SCRIPTS))
    if twice := sorted({*one} & {*other}):
        raise ValueError(f"two outputs claim the path {twice[0]}")
    return problems


class Generator:
    """What a preview shows; it stays as it was when the data are wrong."""

    def __init__(self, data: Path, as_of: date, site_url: str) -> None:
        self._data = data
        self._as_of = as_of
        self._site_url = site_url
        self._asked: Asked | None = None
        self._one_at_a_time = Lock()
        """A server asks for files in threads of its own."""

    def run(self) -> list[Problem]:
        """Read the data, and return the problems; with an error among them nothing changes."""
        with self._one_at_a_time:
            catalogue, problems = examine(self._data)
            if catalogue is not None:
                # What draws pages takes as long to import as a check takes to run.
                from generator.outputs import Asked

                records = resolve(catalogue, self._as_of)
                self._asked = Asked(records, converter(catalogue), self._site_url)
            return problems

    def source(self, path: str) -> bytes | None:
        """What MkDocs makes a page of, by its path below docs/."""
        return self._asked.source(path) if self._asked else None

    def file(self, path: str) -> bytes | None:
        """Any other generated file, made when it is asked for: while the data are read again, when
        that is done."""
        if not (self._asked and self._asked.may_be(path)):
            return None
        with self._one_at_a_time:
            return self._asked.file(path)


def converter(catalogue: Catalogue) -> Converter:
    """The converter with the catalogue's terminology."""
    return converter_with(glossary(catalogue))


def ledger_of(catalogue: Catalogue) -> list[str]:
    """What decided each converted text of the site, a line each."""
    wordings = (text.wording for text in texts(catalogue))
    return ledger(wordings, converter(catalogue))
