"""Options that several commands have, and how their values are read."""

import argparse
from datetime import date
from pathlib import Path


def data_option(parser: argparse.ArgumentParser, root: Path) -> None:
    """`--data`, for commands that read the records."""
    parser.add_argument(
        "--data", type=Path, default=root / "data", metavar="DIR", help="folder of the records"
    )


def day_option(parser: argparse.ArgumentParser) -> None:
    """`--as-of`, for commands that make pages."""
    parser.add_argument(
        "--as-of",
        type=_day,
        default=None,
        metavar="YYYY-MM-DD",
        help="the day that targets are held against; today unless given",
    )


def port(text: str) -> int:
    """The port that `text` names. Raises ArgumentTypeError."""
    if text.isascii() and text.isdigit() and int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port: write a number from 0 to 65535")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write 2026-01-31") from None
