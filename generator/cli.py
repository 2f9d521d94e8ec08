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

from generator.message import say
from generator.problem import Problem, Severity
from generator.report import report, tell

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
    convert.set_defaults(command=_of_desk("convert"))

    ledger = commands.add_parser(
        "ledger", help="what decided each converted text, for review after a change"
    )
    _data_option(ledger)
    ledger.set_defaults(command=_of_desk("ledger"))

    new = commands.add_parser("new", help="a commented record to fill in")
    new.add_argument("kind", choices=("agency", "dataset", "programme"))
    new.add_argument("id", metavar="ID", help="the identifier that its address will have")
    new.add_argument("--agency", metavar="ID", help="of a dataset: who publishes it")
    _data_option(new)
    new.set_defaults(command=_of_desk("new"))

    update = commands.add_parser(
        "update",
        help="write what is kept beside the records: data/history/, .vscode/, CONTRIBUTING.md",
    )
    _data_option(update)
    update.set_defaults(command=_of_desk("update"), root=ROOT)

    review = commands.add_parser(
        "review", help="what readers would see change between two built sites, as Markdown"
    )
    review.add_argument("old", type=Path, metavar="OLD")
    review.add_argument("new", type=Path, metavar="NEW")
    review.set_defaults(command=_of_desk("review"))

    compare = commands.add_parser("compare", help="what changed between two editions")
    compare.add_argument("old", metavar="OLD-ID", help="identifier of the older document")
    compare.add_argument("new", metavar="NEW-ID", help="identifier of the newer one")
    compare.add_argument("--script", choices=SCRIPTS, default="zh-Hant")
    _data_option(compare)
    compare.set_defaults(command=_of_desk("compare"))

    verify = commands.add_parser(
        "verify",
        help="every fact against the texts of the documents, and every number against them",
    )
    verify.add_argument("--sources", required=True, type=Path, metavar="DIR")
    _data_option(verify)
    verify.set_defaults(command=_of_desk("verify"))

    bench = commands.add_parser("bench", help="build synthetic records and print what it took")
    bench.add_argument("sizes", type=int, nargs="*", metavar="RECORDS")
    _data_option(bench)
    bench.set_defaults(command=_of_desk("bench"))

    extract = commands.add_parser("extract", help="a document's text into draft records")
    kinds = extract.add_subparsers(required=True, metavar="KIND")
    plan = kinds.add_parser("plan", help="an open data plan's text into draft YAML records")
    plan.add_argument("file", type=Path, metavar="FILE")
    plan.add_argument("--document", required=True, metavar="ID", help="identifier of the plan")
    plan.add_argument("--into", required=True, type=Path, metavar="DIR")
    _data_option(plan)
    plan.set_defaults(command=_of_desk("extract_plan"))
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


def _of_desk(name: str) -> Callable[[argparse.Namespace], int]:
    """A subcommand of desk.py, imported only when it is run."""

    def run(arguments: argparse.Namespace) -> int:
        from generator import desk

        command: Callable[[argparse.Namespace], int] = getattr(desk, name)
        return command(arguments)

    return run


def _check(arguments: argparse.Namespace) -> int:
    from generator.generate import examine

    catalogue, problems = examine(arguments.data)
    report(problems)
    if catalogue is None:
        return 1
    kinds = (catalogue.agencies, catalogue.datasets, catalogue.documents, catalogue.programmes)
    records = sum(map(len, kinds))
    tell(say("{records} records, nothing wrong", records=records))
    return 0


def _build(arguments: argparse.Namespace) -> int:
    from generator import site
    from generator.generate import generate
    from generator.swap import NotASite, swapped

    problems = generate(arguments.data, ROOT / "docs", _as_of(arguments), _site_url())
    report(problems)
    if _stops(problems):
        return 1
    try:
        with swapped(arguments.output) as new:
            site.build(ROOT, ROOT / "docs", new)
    except NotASite as error:
        tell(error.args[0], sys.stderr)
        return 2
    except site.SiteError as error:
        tell(say("the pages could not be built: {error}", error=error), sys.stderr)
        return 1
    except OSError as error:
        tell(
            say("{path} cannot be written: {error}", path=arguments.output, error=error), sys.stderr
        )
        return 2
    tell(say("site written to {path}", path=arguments.output))
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from generator import site
    from generator.generate import Generator
    from generator.language import texts_for
    from generator.notice import notice
    from generator.preview import preview

    address = f"http://{ADDRESS}/"
    generator = Generator(arguments.data, ROOT / "docs", _as_of(arguments), address)
    problems = generator.run()
    report(problems)
    if _stops(problems):
        return 1

    def refresh() -> frozenset[str]:
        found = generator.run()
        report(found)
        preview.notice = notice(found, texts_for(os.environ)) if _stops(found) else ""
        return generator.changed

    preview.before_build = refresh
    tell(say("serving on {address} (stop with Ctrl-C)", address=address))
    # mkdocs-static-i18n asks the command line whether its variant, too, is built in part.
    sys.argv.append("--dirty")
    try:
        site.serve(ROOT, ROOT / "docs", arguments.data, ADDRESS)
    except site.SiteError as error:
        tell(say("the site cannot be served: {error}", error=error), sys.stderr)
        return 1
    finally:
        sys.argv.remove("--dirty")
    return 0


def _as_of(arguments: argparse.Namespace) -> date:
    day: date | None = arguments.as_of
    return day or date.today()


def _site_url() -> str:
    url = os.environ.get("SITE_URL") or f"http://{ADDRESS}/"
    return url if url.endswith("/") else url + "/"


def _stops(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
