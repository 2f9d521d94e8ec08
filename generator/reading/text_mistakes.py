"""Mistakes that a YAML parser misses or explains badly · text → problems."""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.reading.file_text import place_after
from generator.reading.invisible_characters import hidden_problems

_DIRECTIVE = re.compile(r"(?: *(?:#.*)?\n)*+%")
_VERSIONS = re.compile(r"^[ -]*(?P<mark><{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)


_IN_FRONT = re.compile(r"[+>|]|[0-9]+[ :|.)]")
_FENCE = "```"


def whole_file_mistakes(text: str, path: str) -> list[Problem]:
    """Mistakes after which the rest of the file need not be read."""
    return [*_merge_marks(text, path), *_copied_extras(text, path)]


def _copied_extras(text: str, path: str) -> Iterator[Problem]:
    """Extra marks that were copied along from a web page, a mail or a diff."""
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    if lines and lines[0].startswith(_FENCE):
        message = say("``` around a copied example")
        yield Problem(Place(path, 1, 1), message, say("delete the lines with ```"))
    elif lines and all(map(_IN_FRONT.match, lines)):
        message = say("every line begins with what a copied list of changes or lines has in front")
        yield Problem(Place(path, 1, 1), message, say("delete it from every line"))


def text_mistakes(text: str, path: str) -> Iterator[Problem]:
    """YAML directives and invisible characters."""
    if directive := _DIRECTIVE.match(text):
        yield Problem(
            place_after(directive[0][:-1], path), say("directive"), say("remove the line with %")
        )
    yield from hidden_problems(text, path)


def _merge_marks(text: str, path: str) -> Iterator[Problem]:
    """Git's conflict marks, one problem per conflict; inside a text they would be valid YAML."""
    inside = False
    for match in _VERSIONS.finditer(text):
        if not inside:
            line = text.count("\n", 0, match.start("mark")) + 1
            column = match.start("mark") - text.rfind("\n", 0, match.start("mark"))
            yield Problem(
                Place(path, line, column),
                say("two versions that git could not put together"),
                say(
                    "keep the right one, or what is right in both, and delete the lines with "
                    "<<<<<<<, ======= and >>>>>>>"
                ),
            )
        inside = match["mark"][0] != ">"
