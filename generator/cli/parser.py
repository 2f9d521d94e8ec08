"""Subcommands · argv → exit status: 0 done, 1 wrong data or pages, 2 wrong use.

Results go to standard output, problems to standard error. What makes a site is in site.py, what
changes the records in upkeep.py, what holds them against the texts in verification.py, what leads
through all of it in take_in.py, the rest in records.py.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.cli.extract_parsers import extract_parsers, take_in_parser
from generator.cli.options import data_option, day_option, port, result_folder
from generator.cli.report import tell

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "127.0.0.1:8000"
SCRIPTS = ("zh-Hant", "zh-Hans")


def main(argv: Sequence[str], root: Path = ROOT) -> int:
    """Run one subcommand for the project in the folder `root`, and return its exit status."""
    from jinja2 import TemplateError

    from generator.maintain.extract.source_error import SourceError
    from generator.reading.result_cache import results
    from generator.script.opencc_tables import WrongOpenCC

    arguments = _parser(root).parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        with results.kept_in(result_folder(root, os.environ)):
            status = command(arguments)
        sys.stdout.flush()
        return status
    except WrongOpenCC as error:
        print(error, file=sys.stderr)
        return 1
    except SourceError as error:
        tell(error.args[0], sys.stderr)
        return 1
    except TemplateError as error:
        importlib.import_module("generator.cli.site").tell_fault(error, root)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; point the descriptor away so that exit stays quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        from generator.messages.disk_errors import disk_error_message

        tell(disk_error_message(error), sys.stderr)
        return 2


def _parser(root: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="The handbook's own commands.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="the data only, fast; problems on standard error")
    data_option(check, root)
    check.set_defaults(command=_subcommand("records", "check"))

    build = commands.add_parser("build", help="the whole site, ready to upload")
    data_option(build, root)
    day_option(build)
    build.add_argument("--output", type=Path, default=root / "site", metavar="DIR")
    build.set_defaults(command=_subcommand("site", "build"), root=root, address=ADDRESS)

    generate = commands.add_parser(
        "generate", help="the pages as Markdown into docs/, from where plain `mkdocs` builds them"
    )
    data_option(generate, root)
    day_option(generate)
    generate.set_defaults(command=_subcommand("site", "generate"), root=root, address=ADDRESS)

    serve = commands.add_parser("serve", help=f"the site with live reload on http://{ADDRESS}")
    data_option(serve, root)
    day_option(serve)
    serve.add_argument(
        "--port",
        type=port,
        default=8000,
        metavar="NUMBER",
        help="another port than 8000; 0 takes any that is free, and says which",
    )
    serve.set_defaults(command=_subcommand("site", "serve"), root=root)

    convert = commands.add_parser(
        "convert", help="standard input to the other script, line by line, as the pages are"
    )
    convert.add_argument("--from", required=True, choices=SCRIPTS, dest="source")
    convert.add_argument("--to", required=True, choices=SCRIPTS, dest="target")
    convert.add_argument("--document", metavar="ID", help="the document the text is from")
    data_option(convert, root)
    convert.set_defaults(command=_subcommand("records", "convert"))

    ledger = commands.add_parser(
        "ledger", help="what decided each converted text, for review after a change"
    )
    data_option(ledger, root)
    ledger.set_defaults(command=_subcommand("records", "ledger"))

    _upkeep_parsers(commands, root)

    review = commands.add_parser(
        "review", help="what readers would see change between two built sites, as Markdown"
    )
    review.add_argument(
        "old",
        type=Path,
        nargs="?",
        metavar="OLD",
        help="the site before; left out, no pages are compared",
    )
    review.add_argument("new", type=Path, metavar="NEW", help="the site after")
    review.add_argument(
        "--checkouts",
        type=Path,
        nargs=2,
        metavar=("OLD", "NEW"),
        default=(),
        help="the repository before and after: which hosts are known",
    )
    review.add_argument(
        "--files",
        type=Path,
        nargs=2,
        metavar=("OLD", "NEW"),
        default=(),
        help="what `git ls-files --stage -z` says before and after: what else has changed",
    )
    review.add_argument(
        "--update", type=Path, metavar="FILE", help="what `update` would write, from `git diff`"
    )
    review.set_defaults(command=_subcommand("records", "review"))

    compare = commands.add_parser("compare", help="what changed between two editions")
    compare.add_argument("old", metavar="OLD-ID", help="identifier of the older document")
    compare.add_argument("new", metavar="NEW-ID", help="identifier of the newer one")
    compare.add_argument("--script", choices=SCRIPTS, default="zh-Hant")
    data_option(compare, root)
    compare.set_defaults(command=_subcommand("records", "compare"))

    verify = commands.add_parser(
        "verify",
        help="every fact against the texts of the documents, and their numbers and sentences "
        "against the facts",
    )
    verify.add_argument(
        "--sources", required=True, type=Path, metavar="DIR", help="folder of the texts, ID.txt"
    )
    verify.add_argument("--document", metavar="ID", help="only what is from this document")
    verify.add_argument(
        "--accept",
        action="store_true",
        help="first write sha256 and lines of the document's text into its record",
    )
    verify.add_argument(
        "--shift",
        action="store_true",
        help="first move the line numbers of the document to where the words stand now",
    )
    verify.add_argument(
        "--quote",
        action="store_true",
        help="first write the clause of a fact or a name, where its record quotes none",
    )
    data_option(verify, root)
    verify.set_defaults(command=_subcommand("verification", "verify"))

    bench = commands.add_parser("bench", help="build synthetic records and print what it took")
    bench.add_argument("sizes", type=int, nargs="*", metavar="RECORDS")
    data_option(bench, root)
    bench.set_defaults(command=_subcommand("records", "bench"))

    extract_parsers(commands, root, _subcommand)
    take_in_parser(commands, root, _subcommand)
    return parser


def _upkeep_parsers(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", root: Path
) -> None:
    """Add the subcommands that change the records or write files derived from them."""
    from generator.model.kinds import KINDS

    new = commands.add_parser("new", help="a commented record, or item of one, to fill in")
    new.add_argument("kind", choices=[str(kind.word) for kind in KINDS if kind.word])
    new.add_argument(
        "id",
        metavar="ID",
        help="the identifier that its address will have; of a figure, event or statement: of the "
        "agency, programme or document that it is about; of an erratum or name: its kind",
    )
    new.add_argument("--agency", metavar="ID", help="of a dataset: who publishes it")
    new.add_argument("--text", type=Path, metavar="FILE", help="of a document: its text")

    rename = commands.add_parser("rename", help="another identifier for a record, everywhere")
    rename.add_argument("old", metavar="OLD")
    rename.add_argument("new", metavar="NEW")
    rename.add_argument("--reason", metavar="TEXT", help="why; that it was renamed, unless given")

    retire = commands.add_parser("retire", help="remove a record; its address leads elsewhere")
    retire.add_argument("id", metavar="ID")
    retire.add_argument(
        "--to", metavar="PAGE", help="page that takes its place: datasets/other-id, or datasets"
    )
    retire.add_argument("--reason", required=True, metavar="TEXT", help="why it is no more")
    retire.add_argument(
        "--with-facts", action="store_true", help="remove its figures and events, too"
    )

    update = commands.add_parser(
        "update",
        help="write what is kept beside the records: data/history/, tests/golden/ledger/, "
        "CONTRIBUTING.md, .vscode/; and put together what a merge left in them",
    )
    update.add_argument(
        "--editor", action="store_true", help="only what VS Code completes from, even of wrong data"
    )
    update.add_argument(
        "--reason", metavar="TEXT", help="why published facts were changed, which readers are shown"
    )
    update.add_argument(
        "--reported-by", metavar="NAME", help="who reported the mistake, if they wish to be named"
    )
    for name, parser in (("new", new), ("rename", rename), ("retire", retire), ("update", update)):
        data_option(parser, root)
        parser.set_defaults(command=_subcommand("upkeep", name), root=root)


def _subcommand(module: str, name: str) -> Callable[[argparse.Namespace], int]:
    """A subcommand of another module, imported only when it is run."""

    def run(arguments: argparse.Namespace) -> int:
        subcommands = importlib.import_module(f"generator.cli.{module}")
        command: Callable[[argparse.Namespace], int] = getattr(subcommands, name)
        return command(arguments)

    return run
