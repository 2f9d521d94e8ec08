"""Subcommands that keepers of the data run by hand · arguments → exit status.

They write records and what is kept beside them; none has a part in a build.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path

from generator.cli.clock import hong_kong_day
from generator.cli.corrections import explain
from generator.cli.report import list_problems, report, tell
from generator.maintain.change import apply_renaming, apply_retiring
from generator.maintain.derived_files import derived_files
from generator.maintain.editor_files import is_repository_data, is_schema_path, write_schemas
from generator.maintain.history_register import history_files, merge_versions
from generator.maintain.new_record import RecordRequest, begin_record
from generator.maintain.refusal import Refusal, RefusalWithProblems
from generator.maintain.tell_corrections import apply_corrections, files_to_explain
from generator.maintain.trial_change import ChangedFiles
from generator.messages.language import chinese_texts, texts_for
from generator.messages.message import say, translate
from generator.model.catalogue import Catalogue
from generator.pipeline.generate import examine
from generator.reading.load import read_catalogue
from generator.reading.merge_conflict import has_conflict
from generator.reading.record_files import display_path

_MOST = 10
"""So many lines that still name a record are shown."""
Command = Callable[[argparse.Namespace], int]


def _reporting_refusal(command: Command) -> Command:
    """Let a command print why it refused instead of raising Refusal."""

    @wraps(command)
    def run(arguments: argparse.Namespace) -> int:
        try:
            return command(arguments)
        except RefusalWithProblems as error:
            list_problems(error.problems)
            tell(error.message, sys.stderr)
            return error.status
        except Refusal as error:
            tell(error.message, sys.stderr)
            return error.status

    return run


@_reporting_refusal
def new(arguments: argparse.Namespace) -> int:
    """Write a commented record, or an item of one, to fill in."""
    data: Path = arguments.data
    catalogue, problems = read_catalogue(data)
    if catalogue is None:
        list_problems(problems)
        return 1
    request = RecordRequest(arguments.kind, arguments.id, arguments.agency, arguments.text)
    record = begin_record(data, catalogue, request, bool(texts_for(os.environ)))
    file = data / record.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(record.text.encode("utf-8"))
    if record.line == 1:
        tell(say("{path}: fill it in, then run `python3 dev.py check`", path=display_path(file)))
    else:
        template = "{path}:{line}: fill in what was added, then run `python3 dev.py check`"
        tell(say(template, path=display_path(file), line=record.line))
    if is_repository_data(arguments.root, data):
        write_schemas(arguments.root, catalogue)
    return 0


@_reporting_refusal
def update(arguments: argparse.Namespace) -> int:
    """Write all files that are derived from the records and kept in the repository."""
    if arguments.editor:
        catalogue, problems = read_catalogue(arguments.data)
        if catalogue is None:
            list_problems(problems)
            return 1
        write_schemas(arguments.root, catalogue)
        return 0
    number = _merge_histories(arguments.data)
    catalogue, problems = examine(arguments.data, hong_kong_day())
    if catalogue is None:
        report(problems)
        return 1
    if changed := files_to_explain(catalogue):
        explained = explain(arguments, changed, hong_kong_day())
        done = apply_corrections(arguments.data, explained, hong_kong_day())
        _list_changes(done, arguments.data)
        number += len(done.new)
        catalogue, _ = read_catalogue(arguments.data)
        assert catalogue is not None, "it was examined before it was written"
    number += refresh(arguments, catalogue)
    _, problems = examine(arguments.data, hong_kong_day())  # without those that were mended
    report(problems)
    tell(say("1 file changed") if number == 1 else say("{number} files changed", number=number))
    return 0


@_reporting_refusal
def rename(arguments: argparse.Namespace) -> int:
    """Give a record another identifier, everywhere it is used."""
    words = say("renamed to {new}", new=arguments.new)
    reason = arguments.reason or translate(words, chinese_texts())
    done, catalogue = apply_renaming(
        arguments.data, arguments.old, arguments.new, reason, hong_kong_day()
    )
    _list_changes(done, arguments.data)
    refresh(arguments, catalogue, (arguments.new,))
    _tell_remaining_mentions(arguments, arguments.old)
    tell(say("{old} is {new} now", old=arguments.old, new=arguments.new))
    return 0


@_reporting_refusal
def retire(arguments: argparse.Namespace) -> int:
    """Remove a record and redirect its address to another page."""
    done, catalogue = apply_retiring(
        arguments.data,
        arguments.id,
        arguments.to,
        arguments.reason,
        arguments.with_facts,
        hong_kong_day(),
    )
    _list_changes(done, arguments.data)
    refresh(arguments, catalogue, ())
    _tell_remaining_mentions(arguments, arguments.id)
    tell(say("{id} is gone", id=arguments.id))
    return 0


def _merge_histories(data: Path) -> int:
    """Merge the history files in which git left a conflict; return how many. Raises Refusal."""
    number = 0
    for file in sorted((data / "history").glob("*/*.yml")):
        raw = file.read_bytes().decode("utf-8", "replace")
        if not has_conflict(raw):
            continue
        text = merge_versions(raw, str(file))
        if text is None:
            template = "{path}: one of the two versions cannot be read (put them together by hand)"
            raise Refusal(say(template, path=display_path(file)))
        file.write_text(text, "utf-8", newline="\n")
        tell(say("{path}: both versions of a merge were kept", path=display_path(file)))
        number += 1
    return number


def refresh(
    arguments: argparse.Namespace, catalogue: Catalogue, new: tuple[str, ...] | None = None
) -> int:
    """Write the derived files that are out of date; return how many."""
    number = _write(history_files(catalogue, hong_kong_day(), new), arguments.data)
    if is_repository_data(arguments.root, arguments.data):
        number += _write(derived_files(catalogue, arguments.root), arguments.root)
    return number


def _write(files: Mapping[str, str | None], below: Path) -> int:
    """Write or remove files, report each, and return how many changed.

    The schemas for VS Code are not reported: nobody reads them, and git ignores them.
    """
    number = 0
    for path, text in files.items():
        file = below / path
        before = file.read_bytes() if file.is_file() else None
        after = None if text is None else text.encode("utf-8")
        if before == after:
            continue
        if after is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(after)
        if not is_schema_path(path):
            _tell_change(file, before, after)
            number += 1
    return number


def _list_changes(done: ChangedFiles, data: Path) -> None:
    """Every file that a change touched."""
    for old, new in sorted(done.moved.items()):
        tell(say("{old}: now {new}", old=display_path(data / old), new=display_path(data / new)))
    for path in done.new:
        tell(say("{path}: new", path=display_path(data / path)))
    for path in done.changed:
        tell(say("{path}: changed", path=display_path(data / path)))
    for path in done.removed:
        tell(say("{path}: removed", path=display_path(data / path)))


def _tell_change(file: Path, before: bytes | None, after: bytes | None) -> None:
    if before is None:
        tell(say("{path}: new", path=display_path(file)))
    elif after is None:
        tell(say("{path}: removed", path=display_path(file)))
    else:
        tell(say("{path}: changed", path=display_path(file)))


def _tell_remaining_mentions(arguments: argparse.Namespace, identifier: str) -> None:
    """List hand-written lines that still name the record, for a person to change."""
    word = rf"(?<![\w-]){re.escape(identifier)}(?![\w-])"
    readme: Path = arguments.root / "README.md"
    files = (
        {readme: re.compile(word)}
        if is_repository_data(arguments.root, arguments.data) and readme.is_file()
        else {}
    )
    # In an address it is somebody else's.
    ours = re.compile(rf"(?<![./]){word}(?!\.[a-z])")
    data: Path = arguments.data
    kept = ("history", "corrections")
    records = (
        file for file in sorted(data.rglob("*.yml")) if file.relative_to(data).parts[0] not in kept
    )
    files |= dict.fromkeys(records, ours)
    lines = [
        (file, number)
        for file, pattern in files.items()
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        if pattern.search(line)
    ]
    for file, number in lines[:_MOST]:
        template = "{path}:{line}: still says {id} (change it by hand if it means the record)"
        tell(say(template, path=display_path(file), line=number, id=identifier))
    if len(lines) > _MOST:
        tell(say("and {number} more such lines", number=len(lines) - _MOST))
