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

from generator.conflict import in_conflict
from generator.generate import examine
from generator.language import chinese, texts_for
from generator.load import read
from generator.maintain import begin
from generator.maintain.change import NamedStill, apply_renaming, apply_retiring
from generator.maintain.draft import Done
from generator.maintain.editor import is_beside, is_for_editor, write_for_editor
from generator.maintain.kept import kept
from generator.maintain.refused import Refused
from generator.maintain.register import put_together, registers
from generator.message import say, told
from generator.model.catalogue import Catalogue
from generator.report import list_problems, report, tell

_MOST = 10
"""So many lines that still name a record are shown."""
Command = Callable[[argparse.Namespace], int]


def _refusing(command: Command) -> Command:
    """Tell why nothing was done."""

    @wraps(command)
    def run(arguments: argparse.Namespace) -> int:
        try:
            return command(arguments)
        except NamedStill as error:
            list_problems(error.problems)
            tell(error.message, sys.stderr)
            return error.status
        except Refused as error:
            tell(error.message, sys.stderr)
            return error.status

    return run


@_refusing
def new(arguments: argparse.Namespace) -> int:
    """A commented record, or item of one, to fill in, where it belongs."""
    data: Path = arguments.data
    catalogue, problems = read(data)
    if catalogue is None:
        list_problems(problems)
        return 1
    asked = begin.Asked(arguments.kind, arguments.id, arguments.agency, arguments.text)
    begun = begin.begin(data, catalogue, asked, bool(texts_for(os.environ)))
    file = data / begun.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(begun.text.encode("utf-8"))
    if begun.line == 1:
        tell(say("{path}: fill it in, then run `dev.py check`", path=_shown(file)))
    else:
        template = "{path}:{line}: fill in what was added, then run `dev.py check`"
        tell(say(template, path=_shown(file), line=begun.line))
    if is_beside(arguments.root, data):
        write_for_editor(arguments.root, catalogue)
    return 0


@_refusing
def update(arguments: argparse.Namespace) -> int:
    """What is made from the records and kept beside them: all that nobody writes by hand."""
    if arguments.editor:
        catalogue, problems = read(arguments.data)
        if catalogue is None:
            list_problems(problems)
            return 1
        write_for_editor(arguments.root, catalogue)
        return 0
    number = _put_together(arguments.data)
    catalogue, problems = examine(arguments.data)
    if catalogue is None:
        report(problems)
        return 1
    number += _refresh(arguments, catalogue)
    _, problems = examine(arguments.data)  # without those that were mended
    report(problems)
    tell(say("1 file changed") if number == 1 else say("{number} files changed", number=number))
    return 0


@_refusing
def rename(arguments: argparse.Namespace) -> int:
    """Another identifier for a record, everywhere it stands."""
    words = say("renamed to {new}", new=arguments.new)
    reason = arguments.reason or told(words, chinese())
    done, catalogue = apply_renaming(arguments.data, arguments.old, arguments.new, reason)
    _list(done, arguments.data)
    _refresh(arguments, catalogue, (arguments.new,))
    _still_named(arguments, arguments.old)
    tell(say("{old} is {new} now", old=arguments.old, new=arguments.new))
    return 0


@_refusing
def retire(arguments: argparse.Namespace) -> int:
    """A record goes; its address leads to another page."""
    done, catalogue = apply_retiring(
        arguments.data, arguments.id, arguments.to, arguments.reason, arguments.with_facts
    )
    _list(done, arguments.data)
    _refresh(arguments, catalogue, ())
    _still_named(arguments, arguments.id)
    tell(say("{id} is gone", id=arguments.id))
    return 0


def _put_together(data: Path) -> int:
    """Mend files of identifiers in which git left two versions; how many. Raises Refused."""
    number = 0
    for file in sorted((data / "history").glob("*/*.yml")):
        raw = file.read_bytes().decode("utf-8", "replace")
        if not in_conflict(raw):
            continue
        text = put_together(raw, str(file))
        if text is None:
            template = "{path}: one of the two versions cannot be read (put them together by hand)"
            raise Refused(say(template, path=_shown(file)))
        file.write_text(text, "utf-8", newline="\n")
        tell(say("{path}: both versions of a merge were kept", path=_shown(file)))
        number += 1
    return number


def _refresh(
    arguments: argparse.Namespace, catalogue: Catalogue, new: tuple[str, ...] | None = None
) -> int:
    """Write what is kept beside the records; how many files had to be. All identifiers are
    registered, or none but those that are `new`."""
    number = _write(registers(catalogue, new), arguments.data)
    if is_beside(arguments.root, arguments.data):
        number += _write(kept(catalogue, arguments.root), arguments.root)
    return number


def _write(files: Mapping[str, str | None], below: Path) -> int:
    """Make the files what they should be, and say of each what was done; how many.

    What VS Code completes from is not told of: nobody reads it, and git does not keep it.
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
        if not is_for_editor(path):
            _say_what(file, before, after)
            number += 1
    return number


def _list(done: Done, data: Path) -> None:
    """Every file that a change touched."""
    for old, new in sorted(done.moved.items()):
        tell(say("{old}: now {new}", old=_shown(data / old), new=_shown(data / new)))
    for path in done.new:
        tell(say("{path}: new", path=_shown(data / path)))
    for path in done.changed:
        tell(say("{path}: changed", path=_shown(data / path)))
    for path in done.removed:
        tell(say("{path}: removed", path=_shown(data / path)))


def _say_what(file: Path, before: bytes | None, after: bytes | None) -> None:
    if before is None:
        tell(say("{path}: new", path=_shown(file)))
    elif after is None:
        tell(say("{path}: removed", path=_shown(file)))
    else:
        tell(say("{path}: changed", path=_shown(file)))


def _shown(file: Path) -> str:
    """A path as the person who runs the command knows it."""
    shown, here = Path(os.path.abspath(file)), Path.cwd()
    return (shown.relative_to(here) if shown.is_relative_to(here) else file).as_posix()


def _still_named(arguments: argparse.Namespace, identifier: str) -> None:
    """Words that are written by hand are for a person to change: notes, comments, the README."""
    word = rf"(?<![\w-]){re.escape(identifier)}(?![\w-])"
    readme: Path = arguments.root / "README.md"
    files = (
        {readme: re.compile(word)}
        if is_beside(arguments.root, arguments.data) and readme.is_file()
        else {}
    )
    # In an address it is somebody else's.
    ours = re.compile(rf"(?<![./]){word}(?!\.[a-z])")
    data: Path = arguments.data
    kept = data / "history"
    records = (it for it in sorted(data.rglob("*.yml")) if not it.is_relative_to(kept))
    files |= dict.fromkeys(records, ours)
    lines = [
        (file, number)
        for file, pattern in files.items()
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        if pattern.search(line)
    ]
    for file, number in lines[:_MOST]:
        template = "{path}:{line}: still says {id} (change it by hand if it means the record)"
        tell(say(template, path=_shown(file), line=number, id=identifier))
    if len(lines) > _MOST:
        tell(say("and {number} more such lines", number=len(lines) - _MOST))
