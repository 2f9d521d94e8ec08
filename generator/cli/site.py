"""Subcommands that make a site · arguments → exit status."""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from generator.cli.clock import hong_kong_day
from generator.cli.report import report, tell
from generator.maintain.editor_files import write_missing_schemas
from generator.messages.disk_errors import disk_error_message
from generator.messages.language import texts_for
from generator.messages.message import Message, say
from generator.messages.problem import has_errors, problem_line
from generator.pipeline import generate as pages
from generator.pipeline.outputs import GENERATED
from generator.pipeline.processes import SiteError, located
from generator.reading.docs_folder import hand_kept_files
from generator.render.environment import reload_templates
from generator.render.words import required_words
from generator.site import docs_swap, mkdocs_build, mkdocs_server
from generator.site.build_faults import fault_problem
from generator.site.docs_swap import AlreadyAtWork, generated_replacement
from generator.site.folder_swap import NotASite, folder_replacement
from generator.site.locked_folder import exclusive_use, working_folder
from generator.site.overlay import data_notice, fault_notice
from generator.site.port import HOST, free_port, port_obstacle
from generator.site.preview_state import preview
from generator.site.site_address import WrongAddress, address_in, lacks_report_address


class _WrongData(Exception):
    """The data have errors, which were reported: the site stays as it was."""


def build(arguments: argparse.Namespace) -> int:
    """Build the whole site, which replaces the last one when it is complete.

    Pages are generated in a folder of the build's own, so that no other command can mix with it.
    """
    root, output = arguments.root, arguments.output
    if not _addresses_are_right() or not _can_be_reported_to():
        return 2
    files, wrong = hand_kept_files(root / "docs")
    if wrong:
        report(wrong)
        return 1
    try:
        with folder_replacement(output) as new:
            docs = new.with_name("docs")
            _copy(files, root / "docs", docs)
            _write_pages(arguments, docs)
            mkdocs_build.build(root, docs, new, texts_for(os.environ), output)
    except _WrongData:
        return 1
    except NotASite as error:
        tell(error.args[0], sys.stderr)
        return 2
    except SiteError as error:
        tell(say("the pages could not be built: {error}", error=error.args[0]), sys.stderr)
        return 1
    except OSError as error:
        problem = _disk_problem(error, output, output.resolve().name)
        tell(say("the site could not be written: {problem}", problem=problem), sys.stderr)
        return 2
    tell(say("site written to {path}", path=output))
    return 0


def generate(arguments: argparse.Namespace) -> int:
    """Write the pages as Markdown, and all other generated files, below docs/ for plain MkDocs."""
    docs: Path = arguments.root / "docs"
    if not _addresses_are_right():
        return 2
    _, wrong = hand_kept_files(docs)
    if wrong:
        report(wrong)
        return 1
    try:
        with generated_replacement(docs, GENERATED) as new:
            _write_pages(arguments, new)
    except _WrongData:
        return 1
    except AlreadyAtWork:
        error = say("another run is writing them")
        tell(say("the pages could not be written: {error}", error=error), sys.stderr)
        return 1
    except OSError as error:
        problem = _disk_problem(error, docs, docs_swap.WORK)
        tell(say("the pages could not be written: {error}", error=problem), sys.stderr)
        return 2
    template = "pages written to {path}; `.venv/bin/mkdocs build --strict` makes the site of them"
    tell(say(template, path=docs))
    return 0


def _write_pages(arguments: argparse.Namespace, docs: Path) -> None:
    """Generate everything below the new folder `docs`, and report the problems of the data. Raises
    _WrongData with an error among them."""
    as_of, site_url = _as_of(arguments), _site_url(arguments)
    problems = pages.generate(arguments.data, docs, as_of, site_url, hong_kong_day())
    report(problems)
    if has_errors(problems):
        raise _WrongData


def _disk_problem(error: OSError, target: Path, name: str) -> Message:
    """What the disk refused; what lies in a working folder of that name has gone with it."""
    inside = target.resolve().parent / f".{name}-"
    is_own_file = error.filename is None or str(error.filename).startswith(str(inside))
    return disk_error_message(error, target if is_own_file else None)


def serve(arguments: argparse.Namespace) -> int:
    """Serve the site with live reload; while the data are wrong, old pages stay with a notice."""
    root: Path = arguments.root
    if not _addresses_are_right():
        return 2
    _, wrong = hand_kept_files(root / "docs")
    if wrong:
        report(wrong)
        return 1
    with exclusive_use(root / "mkdocs.yml") as first:
        obstacle = None if first else say("another preview of this folder is running")
        obstacle = obstacle or port_obstacle(arguments.port)
        if obstacle:
            tell(say("the site cannot be served: {error}", error=obstacle), sys.stderr)
            return 1
        address = f"{HOST}:{arguments.port or free_port()}"
        generator = pages.PreviewGenerator(arguments.data, _as_of(arguments), f"http://{address}/")
        try:
            problems = generator.run(hong_kong_day())
        except TemplateError as error:
            tell_fault(error, root)
            return 1
        report(problems)
        if has_errors(problems):
            return 1
        write_missing_schemas(root, arguments.data)
        _prepare(generator, root, address)
        return _serve(arguments, root / "docs", address)


def tell_fault(error: TemplateError, root: Path) -> None:
    """Say which template is wrong, and where."""
    print(problem_line(fault_problem(located(error), root), texts_for(os.environ)), file=sys.stderr)


def _prepare(generator: pages.PreviewGenerator, root: Path, address: str) -> None:
    """Connect the preview with the generator and with the messages on the command line."""

    def refresh() -> None:
        if reload_templates():
            required_words.cache_clear()
        problems = generator.run(hong_kong_day())
        report(problems)
        preview.notice = (
            data_notice(problems, texts_for(os.environ)) if has_errors(problems) else ""
        )

    last = ""

    def failed(error: BaseException) -> str:
        nonlocal last
        problem, texts = fault_problem(error, root), texts_for(os.environ)
        if last != (line := problem_line(problem, texts)):
            print(line, file=sys.stderr, flush=True)
            last = line
        return fault_notice(problem, texts)

    def changed(file: Path) -> None:
        template = "{file} was changed; stop with Ctrl-C and start again to see it"
        tell(say(template, file=file.relative_to(root).as_posix()))

    def begins() -> None:
        tell(say("serving on {address} (stop with Ctrl-C)", address=f"http://{address}/"))

    preview.refresh, preview.error_box = refresh, failed
    preview.on_program_change, preview.on_listening = changed, begins
    preview.source, preview.sidecar = generator.source, generator.sidecar
    preview.file = generator.file


def _serve(arguments: argparse.Namespace, docs: Path, address: str) -> int:
    # mkdocs-static-i18n asks the command line whether its variant, too, is built in part.
    sys.argv.append("--dirty")
    before = tempfile.tempdir
    try:
        with working_folder(arguments.root, "preview") as place:
            # MkDocs builds into a temporary folder, which would stay when it is killed.
            tempfile.tempdir = str(place)
            mkdocs_server.serve(arguments.root, docs, arguments.data, address)
    except SiteError as error:
        tell(say("the site cannot be served: {error}", error=error.args[0]), sys.stderr)
        return 1
    finally:
        tempfile.tempdir = before
        sys.argv.remove("--dirty")
    return 0


def _copy(files: list[Path], docs: Path, into: Path) -> None:
    """Copy the hand-written files one by one, so that the first error is raised."""
    for file in files:
        target = into / file.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())


def _addresses_are_right() -> bool:
    """Whether the addresses of the site and those for reports are valid; if not, say so."""
    try:
        for variable in ("SITE_URL", "REPO_URL", "REPORT_URL"):
            address_in(os.environ, variable)
    except WrongAddress as error:
        tell(error.args[0], sys.stderr)
        return False
    return True


def _can_be_reported_to() -> bool:
    """Whether readers can report a mistake; if not, say so. A site for this machine may do without,
    one with an address of its own may not."""
    if not (os.environ.get("SITE_URL") and lacks_report_address(os.environ)):
        return True
    template = (
        "no page will say where to report a mistake "
        "(set REPO_URL to the repository, or REPORT_URL to a form or mailto: address)"
    )
    tell(say(template), sys.stderr)
    return False


def _as_of(arguments: argparse.Namespace) -> date:
    day: date | None = arguments.as_of
    return day or hong_kong_day()


def _site_url(arguments: argparse.Namespace) -> str:
    url = os.environ.get("SITE_URL") or f"http://{arguments.address}/"
    return url if url.endswith("/") else url + "/"
