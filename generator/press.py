"""Subcommands that make a site · arguments → exit status."""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from generator.by_hand import by_hand
from generator.clock import hong_kong_day
from generator.disk import refusal
from generator.generate import Generator, generate
from generator.language import texts_for
from generator.maintain.editor import begin_for_editor
from generator.message import say
from generator.notice import fault_notice, notice
from generator.port import HOST, free_port, obstacle
from generator.preview import preview
from generator.problem import shown, stops
from generator.processes import SiteError, located
from generator.render.environment import read_anew
from generator.render.words import words_asked_for
from generator.report import report, tell
from generator.site import building, serving
from generator.site.faults import fault
from generator.site_address import WrongAddress, address_in
from generator.swap import NotASite, swapped
from generator.workplace import alone, workplace


class _WrongData(Exception):
    """The data have errors, which were reported: the site stays as it was."""


def build(arguments: argparse.Namespace) -> int:
    """The whole site, in place of the last one when it is complete.

    Pages are generated in a folder of the build's own, so that no other command can mix with it.
    """
    root, output = arguments.root, arguments.output
    if not _addresses_are_right():
        return 2
    files, wrong = by_hand(root / "docs")
    if wrong:
        report(wrong)
        return 1
    try:
        with swapped(output) as new:
            docs = new.with_name("docs")
            _copy(files, root / "docs", docs)
            problems = generate(arguments.data, docs, _as_of(arguments), _site_url(arguments))
            report(problems)
            if stops(problems):
                raise _WrongData
            building.build(root, docs, new)
    except _WrongData:
        return 1
    except NotASite as error:
        tell(error.args[0], sys.stderr)
        return 2
    except SiteError as error:
        tell(say("the pages could not be built: {error}", error=error.args[0]), sys.stderr)
        return 1
    except OSError as error:
        # What lies in a folder of the build's own has gone with it.
        inside = output.resolve().parent / f".{output.resolve().name}-"
        own = error.filename is None or str(error.filename).startswith(str(inside))
        problem = refusal(error, output if own else None)
        tell(say("the site could not be written: {problem}", problem=problem), sys.stderr)
        return 2
    tell(say("site written to {path}", path=output))
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """The site with live reload; while the data are wrong it stays as it was, and says so."""
    root: Path = arguments.root
    if not _addresses_are_right():
        return 2
    _, wrong = by_hand(root / "docs")
    if wrong:
        report(wrong)
        return 1
    with alone(root / "mkdocs.yml") as first:
        told = None if first else say("another preview of this folder is running")
        told = told or obstacle(arguments.port)
        if told:
            tell(say("the site cannot be served: {error}", error=told), sys.stderr)
            return 1
        address = f"{HOST}:{arguments.port or free_port()}"
        generator = Generator(arguments.data, _as_of(arguments), f"http://{address}/")
        try:
            problems = generator.run()
        except TemplateError as error:
            tell_fault(error, root)
            return 1
        report(problems)
        if stops(problems):
            return 1
        begin_for_editor(root, arguments.data)
        _prepare(generator, root, address)
        return _serve(arguments, root / "docs", address)


def tell_fault(error: TemplateError, root: Path) -> None:
    """Say which template is wrong, and where."""
    print(shown(fault(located(error), root), texts_for(os.environ)), file=sys.stderr)


def _prepare(generator: Generator, root: Path, address: str) -> None:
    """Tell the preview what to show, and how to say what happens to it."""

    def refresh() -> None:
        if read_anew():
            words_asked_for.cache_clear()
        found = generator.run()
        report(found)
        preview.notice = notice(found, texts_for(os.environ)) if stops(found) else ""

    last = ""

    def failed(error: BaseException) -> str:
        nonlocal last
        problem, texts = fault(error, root), texts_for(os.environ)
        if last != (line := shown(problem, texts)):
            print(line, file=sys.stderr, flush=True)
            last = line
        return fault_notice(problem, texts)

    def changed(file: Path) -> None:
        template = "{file} was changed; stop with Ctrl-C and start again to see it"
        tell(say(template, file=file.relative_to(root).as_posix()))

    def begins() -> None:
        tell(say("serving on {address} (stop with Ctrl-C)", address=f"http://{address}/"))

    preview.refresh, preview.failed = refresh, failed
    preview.changed, preview.begins = changed, begins
    preview.source, preview.file = generator.source, generator.file


def _serve(arguments: argparse.Namespace, docs: Path, address: str) -> int:
    # mkdocs-static-i18n asks the command line whether its variant, too, is built in part.
    sys.argv.append("--dirty")
    before = tempfile.tempdir
    try:
        with workplace(arguments.root, "preview") as place:
            # MkDocs builds into a temporary folder, which would stay when it is killed.
            tempfile.tempdir = str(place)
            serving.serve(arguments.root, docs, arguments.data, address)
    except SiteError as error:
        tell(say("the site cannot be served: {error}", error=error.args[0]), sys.stderr)
        return 1
    finally:
        tempfile.tempdir = before
        sys.argv.remove("--dirty")
    return 0


def _copy(files: list[Path], docs: Path, into: Path) -> None:
    """Copy what is not generated, file by file: the first error counts."""
    for file in files:
        target = into / file.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())


def _addresses_are_right() -> bool:
    """Whether the addresses of the site and its repository can be used; if not, that is told."""
    try:
        for variable in ("SITE_URL", "REPO_URL"):
            address_in(os.environ, variable)
    except WrongAddress as error:
        tell(error.args[0], sys.stderr)
        return False
    return True


def _as_of(arguments: argparse.Namespace) -> date:
    day: date | None = arguments.as_of
    return day or hong_kong_day()


def _site_url(arguments: argparse.Namespace) -> str:
    url = os.environ.get("SITE_URL") or f"http://{arguments.address}/"
    return url if url.endswith("/") else url + "/"
