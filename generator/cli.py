"""Subcommands · argv → exit status: 0 done, 1 wrong data or pages, 2 wrong use.

The clock and the environment are read here and nowhere else; results go to standard output,
problems to standard error.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.problem import Problem, Severity, as_annotation

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "127.0.0.1:8000"
SCRIPTS = ("zh-Hant", "zh-Hans")


def main(argv: Sequence[str]) -> int:
    """Run one subcommand and return its exit status."""
    from generator.script.package import WrongOpenCC

    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        status = command(arguments)
        sys.stdout.flush()
        return status
    except WrongOpenCC as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; point the descriptor away so that exit stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="The handbook's own commands.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="the data only, fast; problems on standard error")
    _data_option(check)
    check.set_defaults(command=_check)

    build = commands.add_parser("build", help="the whole site, ready to upload")
    _data_option(build)
    _day_option(build)
    build.add_argument("--output", type=Path, default=ROOT / "site", metavar="DIR")
    build.set_defaults(command=_build)

    serve = commands.add_parser("serve", help=f"the site with live reload on http://{ADDRESS}")
    _data_option(serve)
    _day_option(serve)
    serve.set_defaults(command=_serve)

    convert = commands.add_parser(
        "convert", help="standard input to the other script, line by line, as the pages are"
    )
    convert.add_argument("--from", required=True, choices=SCRIPTS, dest="source")
    convert.add_argument("--to", required=True, choices=SCRIPTS, dest="target")
    convert.add_argument("--document", metavar="ID", help="the document the text is from")
    _data_option(convert)
    convert.set_defaults(command=_convert)

    ledger = commands.add_parser(
        "ledger", help="what decided each converted text, for review after a change"
    )
    _data_option(ledger)
    ledger.set_defaults(command=_ledger)

    extract = commands.add_parser("extract", help="a document's text into draft records")
    kinds = extract.add_subparsers(required=True, metavar="KIND")
    plan = kinds.add_parser("plan", help="an open data plan's text into draft YAML records")
    plan.add_argument("file", type=Path, metavar="FILE")
    plan.add_argument("--document", required=True, metavar="ID", help="identifier of the plan")
    plan.add_argument("--into", required=True, type=Path, metavar="DIR")
    _data_option(plan)
    plan.set_defaults(command=_extract_plan)
    return parser


def _data_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, default=ROOT / "data", metavar="DIR", help="folder of the records"
    )


def _day_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        type=_day,
        default=None,
        metavar="YYYY-MM-DD",
        help="the day that targets are held against; today unless given",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write 2026-01-31") from None


def _check(arguments: argparse.Namespace) -> int:
    from generator.generate import examine

    catalogue, problems = examine(arguments.data)
    _report(problems)
    if catalogue is None:
        return 1
    records = len(catalogue.agencies) + len(catalogue.datasets) + len(catalogue.documents)
    print(f"{records} records, nothing wrong")
    return 0


def _build(arguments: argparse.Namespace) -> int:
    from generator import site
    from generator.generate import Generator
    from generator.swap import NotASite, swapped

    generator = Generator(arguments.data, ROOT / "docs", _as_of(arguments), _site_url())
    problems = generator.run()
    _report(problems)
    if _stops(problems):
        return 1
    try:
        with swapped(arguments.output) as new:
            site.build(ROOT, ROOT / "docs", new)
    except NotASite as error:
        print(error, file=sys.stderr)
        return 2
    except site.SiteError as error:
        print(f"the pages could not be built: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{arguments.output} cannot be written: {error}", file=sys.stderr)
        return 2
    print(f"site written to {arguments.output}")
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from generator import site
    from generator.generate import Generator

    address = f"http://{ADDRESS}/"
    generator = Generator(arguments.data, ROOT / "docs", _as_of(arguments), address)
    problems = generator.run()
    _report(problems)
    if _stops(problems):
        return 1
    site.before_build = lambda: _report(generator.run())
    print(f"serving on {address} (stop with Ctrl-C)", flush=True)
    try:
        site.serve(ROOT, ROOT / "docs", arguments.data, ADDRESS)
    except site.SiteError as error:
        print(f"the site cannot be served: {error}", file=sys.stderr)
        return 1
    return 0


def _convert(arguments: argparse.Namespace) -> int:
    from generator.generate import converter, examine

    catalogue, problems = examine(arguments.data)
    if catalogue is None:
        _report(problems)
        return 1
    document = arguments.document
    if document is not None and document not in catalogue.documents:
        known = ", ".join(catalogue.documents)
        print(f"--document: unknown document {document!r} (known: {known})", file=sys.stderr)
        return 2
    convert = converter(catalogue).convert_line
    for number, raw in enumerate(sys.stdin.buffer, 1):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            message = f"byte 0x{raw[error.start]:02X} is not UTF-8 (give the text as UTF-8)"
            print(f"standard input:{number}: {message}", file=sys.stderr)
            return 1
        converted = convert(line, arguments.source, arguments.target, document)
        sys.stdout.buffer.write(converted.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


def _ledger(arguments: argparse.Namespace) -> int:
    from generator.generate import examine, ledger_of

    catalogue, problems = examine(arguments.data)
    _report(problems)
    if catalogue is None:
        return 1
    sys.stdout.buffer.write("".join(f"{line}\n" for line in ledger_of(catalogue)).encode())
    return 0


def _extract_plan(arguments: argparse.Namespace) -> int:
    from generator.extract.plan import run
    from generator.extract.source import SourceError

    try:
        return run(arguments.file, arguments.document, arguments.into, arguments.data, sys.stdout)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1


def _as_of(arguments: argparse.Namespace) -> date:
    day: date | None = arguments.as_of
    return day or date.today()


def _site_url() -> str:
    url = os.environ.get("SITE_URL") or f"http://{ADDRESS}/"
    return url if url.endswith("/") else url + "/"


def _stops(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _report(problems: Sequence[Problem]) -> None:
    """Every problem on a line of standard error; under GitHub Actions also on the line it names."""
    annotate = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in problems:
        print(problem, file=sys.stderr)
        if annotate:
            print(as_annotation(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        noun = "problem" if errors == 1 else "problems"
        print(f"{errors} {noun}; nothing was generated", file=sys.stderr)
