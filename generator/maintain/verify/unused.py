"""What a text prints and no record uses, but for exceptions · lines and words → problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.messages.message import Message, list_names, say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.exceptions import Exceptions, UnusedWords

MOST_LINES = 10
"""As many lines with something unused are told one by one; of more, the first."""
LONGEST = 60
"""So much of a sentence is told."""


@dataclass(frozen=True)
class UnusedKind:
    """Numbers or sentences."""

    field: str
    """The list of their exceptions."""
    is_meant: Callable[[str, str], bool]
    """Whether what an exception prints means what stands there."""
    many: Callable[[int, str, int], Message]
    """Number of lines, the first of them, how many more → what is wrong."""
    remedy: Callable[[str], Message]
    """Document → how to mend it."""


def unused_problems(
    catalogue: Catalogue,
    document: str,
    kind: UnusedKind,
    overlooked: Iterable[tuple[int, str]],
    most: int,
) -> Iterator[Problem]:
    """A problem for each line, or for all of them when there are more than `most`; and one for each
    exception that is not needed."""
    excepted = catalogue.exceptions.get(document)
    exceptions: Sequence[UnusedWords] = getattr(excepted.record, kind.field) if excepted else ()
    unused: dict[int, list[str]] = {}
    needed: set[int] = set()
    for line, printed in overlooked:
        exception = _exception(exceptions, kind, line, printed)
        if exception is not None:
            needed.add(exception)
        elif printed not in unused.setdefault(line, []):
            unused[line].append(printed)
    place = catalogue.documents[document].place("lines")
    for message, tip in _wording(document, unused, kind, most):
        yield Problem(place, message, tip)
    if excepted:
        yield from _needless(excepted, exceptions, kind, needed)


def _exception(
    exceptions: Iterable[UnusedWords], kind: UnusedKind, line: int, printed: str
) -> int | None:
    for number, exception in enumerate(exceptions):
        if line in range(exception.lines[0], exception.lines[-1] + 1) and (
            exception.printed is None or kind.is_meant(exception.printed, printed)
        ):
            return number
    return None


def _wording(
    document: str, unused: Mapping[int, list[str]], kind: UnusedKind, most: int
) -> Iterator[tuple[Message, Message]]:
    """(what is wrong, how to mend it)."""
    tip = kind.remedy(document)
    if len(unused) <= most:
        for number, printed in unused.items():
            yield (
                say(
                    "no record uses {printed} on line {number}",
                    printed=_listed(printed),
                    number=number,
                ),
                tip,
            )
        return
    first = [
        say("{number} ({printed})", number=number, printed=_listed(printed))
        for number, printed in list(unused.items())[:most]
    ]
    yield (
        kind.many(len(unused), list_names(first), len(unused) - most),
        say("{tip}; `--document {document}` lists every line", tip=tip, document=document),
    )


def _listed(printed: Iterable[str]) -> str:
    return list_names(quote_value(it, LONGEST) for it in printed)


def _needless(
    record_file: RecordFile[Exceptions],
    exceptions: Sequence[UnusedWords],
    kind: UnusedKind,
    needed: set[int],
) -> Iterator[Problem]:
    for number, exception in enumerate(exceptions):
        if number not in needed:
            yield Problem(
                record_file.place(kind.field, number),
                say("{reason}: not needed", reason=exception.reason),
                say("remove this exception"),
            )
