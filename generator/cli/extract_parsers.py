"""Options of the commands that take documents in · commands → their parsers."""

import argparse
from collections.abc import Callable
from pathlib import Path

from generator.cli.options import data_option

SOURCES = Path("sources")
"""The folder of the texts, unless another is given."""
Subcommand = Callable[[str, str], Callable[[argparse.Namespace], int]]


def extract_parsers(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    root: Path,
    subcommand: Subcommand,
) -> None:
    """Add `extract` with one kind for each sort of document."""
    extract = commands.add_parser("extract", help="a document's text into draft records")
    kinds = extract.add_subparsers(required=True, metavar="KIND")
    plan = kinds.add_parser("plan", help="an open data plan into draft YAML records")
    plan.add_argument(
        "file", type=Path, metavar="FILE", help="PDF, DOCX, HTML, Markdown tables, CSV or text"
    )
    plan.add_argument("--document", required=True, metavar="ID", help="identifier of the plan")
    _extract_options(plan, root)
    plan.set_defaults(command=subcommand("records", "extract_plan"))

    edition = kinds.add_parser("edition", help="a new edition of a fact sheet into the records")
    edition.add_argument("file", type=Path, metavar="FILE", help="PDF, DOCX, HTML or text")
    edition.add_argument(
        "--document", required=True, metavar="ID", help="identifier of the new edition"
    )
    edition.add_argument(
        "--from", required=True, metavar="ID", dest="old", help="identifier of the one before"
    )
    _sources_option(edition, "the review and the drafts are written there")
    _extract_options(edition, root)
    edition.set_defaults(command=subcommand("records", "extract_edition"))

    head = kinds.add_parser("head", help="a head of the Estimates into draft YAML records")
    head.add_argument(
        "file", type=Path, metavar="FILE", help="PDF, DOCX, HTML, Markdown tables or text"
    )
    earlier = head.add_mutually_exclusive_group(required=True)
    earlier.add_argument(
        "--from", metavar="ID", dest="earlier", help="another year's budget of the same head"
    )
    earlier.add_argument("--new", action="store_true", help="a head without a budget yet")
    _sources_option(head, "the review is written there")
    _extract_options(head, root)
    head.set_defaults(command=subcommand("records", "extract_head"))


def take_in_parser(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    root: Path,
    subcommand: Subcommand,
) -> None:
    """Add `take-in`, which leads through `extract` and all that follows."""
    take_in = commands.add_parser(
        "take-in", help="from a document to a pull request, one step after the other"
    )
    take_in.add_argument("file", type=Path, metavar="FILE", help="PDF, DOCX, HTML or text")
    take_in.add_argument(
        "--write", action="store_true", help="write the records, when the review was read"
    )
    take_in.add_argument(
        "--kind",
        choices=["plan", "edition", "head"],
        help="open data plan, edition of a fact sheet or head of the Estimates, where the text "
        "does not tell",
    )
    take_in.add_argument("--document", metavar="ID", help="identifier of the document")
    earlier = take_in.add_mutually_exclusive_group()
    earlier.add_argument(
        "--from", metavar="ID", dest="earlier", help="another edition or year than the one found"
    )
    earlier.add_argument("--new", action="store_true", help="a head against no other year")
    _sources_option(take_in, "text, review and drafts are written there")
    _encoding_option(take_in)
    data_option(take_in, root)
    take_in.set_defaults(command=subcommand("take_in", "take_in"), root=root)


def _extract_options(parser: argparse.ArgumentParser, root: Path) -> None:
    """Options that every command has which takes a document in."""
    parser.add_argument("--into", type=Path, metavar="DIR", help="write the drafts there")
    parser.add_argument(
        "--text-to",
        type=Path,
        metavar="DIR",
        help="write the text of a file that is converted there, as ID.txt",
    )
    _encoding_option(parser)
    data_option(parser, root)


def _sources_option(parser: argparse.ArgumentParser, written: str) -> None:
    parser.add_argument(
        "--sources",
        type=Path,
        default=SOURCES,
        metavar="DIR",
        help=f"folder of the texts, ID.txt; {written}",
    )


def _encoding_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--encoding",
        choices=["utf-8", "utf-16", "big5", "gbk"],
        help="of a text, where it is not plain",
    )
