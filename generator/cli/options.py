"""Options that several commands have, how their values are read, and where results are kept."""

import argparse
from collections.abc import Mapping
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


def result_folder(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Where results are kept between runs. Nowhere on a machine that publishes, which sets `CI`:
    readers get what is worked out from what was reviewed, and nothing that an earlier run left."""
    return None if environment.get("CI") else root / ".cache"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write 2026-01-31") from None
