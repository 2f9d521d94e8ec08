"""Edge: what stands in the folder of the texts: a document's text, its review, its drafts."""

from pathlib import Path

from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.source_text import SourceText
from generator.messages.message import say


def text_file(sources: Path, document: str) -> Path:
    """Where the text of a document is kept."""
    return sources / f"{document}.txt"


def review_file(sources: Path, document: str) -> Path:
    """What a person reads before the records are written."""
    return sources / f"{document}.review.md"


def drafts_file(sources: Path, document: str) -> Path:
    """What a person decides on, of a fact sheet."""
    return sources / f"{document}.drafts.yml"


def keep_text(
    file: Path, source: SourceText, document: str, text_to: Path | None, into: Path | None
) -> Path:
    """Write the text of a converted `file` into the folder `text_to`, if that is wanted; the result
    is where the text stands. Raises SourceError where records are written `into` a folder whose
    lines and hash would be those of a text that nobody has."""
    if not source.made:
        return file
    if text_to is not None:
        return write_text(text_file(text_to, document), source.raw)
    if into is not None:
        template = (
            "{file} had to be converted, and its text has to be kept: lines and hash are those "
            "of the text (add `--text-to sources`)"
        )
        raise SourceError(say(template, file=file))
    return file


def write_text(target: Path, raw: bytes) -> Path:
    """Write a converted text. Raises SourceError where another text stands."""
    try:
        if target.exists() and target.read_bytes() != raw:
            template = (
                "{target} holds another text (if it was mended, give {target} to the command; if "
                "not, delete it and run again)"
            )
            raise SourceError(say(template, target=target))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    except OSError as error:
        raise not_written(target, error) from error
    return target


def write_beside(file: Path, text: str) -> None:
    """Write a review or drafts, over those of an earlier run. Raises SourceError."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    except OSError as error:
        raise not_written(file, error) from error


def not_written(target: Path, error: OSError) -> SourceError:
    """What is told of a file that cannot be written."""
    template = "{target} cannot be written: {reason}"
    return SourceError(say(template, target=target, reason=error.strerror))
