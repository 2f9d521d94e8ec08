"""Subcommands that make a site · arguments → exit status."""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from generator.by_hand import by_hand
from generator.clock import hong_kong_day
from generator.disk import refusal
from generator.generate import Generator, generate
from generator.language import texts_for
from generator.maintain.editor import begin_for_editor
from generator.message import say
from generator.notice import notice
from generator.preview import preview
from generator.problem import stops
from generator.processes import SiteError
from generator.report import report, tell
from generator.site import building, serving
from generator.swap import NotASite, swapped
from generator.workplace import alone, workplace


class _WrongData(Exception):
    """The data have errors, which were reported: the site stays as it was."""


def build(arguments: argparse.Namespace) -> int:
    """The whole site, in place of the last one when it is complete.

    Pages are generated in a folder of the build's own, so that no other command can mix with it.
    """
    root, output = arguments.root, arguments.output
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
    address = f"http://{arguments.address}/"
    generator = Generator(arguments.data, _as_of(arguments), address)

    def refresh() -> None:
        found = generator.run()
        report(found)
        preview.notice = notice(found, texts_for(os.environ)) if stops(found) else ""

    _, wrong = by_hand(root / "docs")
    if wrong:
        report(wrong)
        return 1
    with alone(root / "mkdocs.yml") as first:
        if not first:
            told = say("another preview of this folder is running")
            tell(say("the site cannot be served: {error}", error=told), sys.stderr)
            return 1
        problems = generator.run()
        report(problems)
        if stops(problems):
            return 1
        begin_for_editor(root, arguments.data)
        preview.refresh = refresh
        preview.source, preview.file = generator.source, generator.file
        tell(say("serving on {address} (stop with Ctrl-C)", address=address))
        return _serve(arguments, root / "docs")


def _serve(arguments: argparse.Namespace, docs: Path) -> int:
    # mkdocs-static-i18n asks the command line whether its variant, too, is built in part.
    sys.argv.append("--dirty")
    before = tempfile.tempdir
    try:
        with workplace(arguments.root, "preview") as place:
            # MkDocs builds into a temporary folder, which would stay when it is killed.
            tempfile.tempdir = str(place)
            serving.serve(arguments.root, docs, arguments.data, arguments.address)
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


def _as_of(arguments: argparse.Namespace) -> date:
    day: date | None = arguments.as_of
    return day or hong_kong_day()


def _site_url(arguments: argparse.Namespace) -> str:
    url = os.environ.get("SITE_URL") or f"http://{arguments.address}/"
    return url if url.endswith("/") else url + "/"
