"""A page of plain text holds no markup: all of it would be shown as it is typed.

Only the guide for contributors, which GitHub shows as well, has code between backticks.
"""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem, quote_value, shorten
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.model.text import WrittenLine, WrittenPassage
from generator.model.vocabulary import Prose
from generator.model.wording import Text

GUIDE = "contributing"
_CODE = re.compile(r"`[^`\n]+`")
MARKUP = re.compile(
    r"!?\[[^\]\n]*\]\s?[(\[][^)\]\n]*[)\]]?"  # a link, a picture
    r"|^\s*\[[^\]\n]+\]:\s.*"  # the address of a link
    r"|<[A-Za-z/!?][^<>\n]*>?"  # HTML, an address in brackets
    r"|\{[:#.%{][^}\n]*\}*"  # a list of attributes, a template
    r"|(?<![A-Za-z0-9*])(\*\*?)[^\s*][^*\n]*\1"  # emphasis
    r"|(?<![A-Za-z0-9_])(__?)[^\s_][^_\n]*\2(?![A-Za-z0-9])"
    r"|^\s*(?:#{1,6}|[-*+>]|\d{1,3}[.)])\s+\S.*"  # a heading, an item, a quotation
    r"|^\s*\|.*\|\s*$|^\s*(?:```|~~~|:::|!!!|\?\?\?).*|^\s*(?:[-*_=]\s?){3,}$"  # a table, a block
    r"|`+[^`\n]*`*",  # code
    re.MULTILINE,
)
"""What Markdown or HTML would read as more than words."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Whoever types it means something by it that readers would not get."""
    for prose in catalogue.prose.values():
        record = prose.record
        yield from _text(prose, ("title",), record.title)
        yield from _text(prose, ("lead",), record.lead)
        for number, section in enumerate(record.sections):
            yield from _text(prose, ("sections", number, "heading"), section.heading)
            yield from _text(prose, ("sections", number, "body"), section.body)


def _text(prose: RecordFile[Prose], path: FieldPath, text: Text) -> Iterator[Problem]:
    if not isinstance(text, WrittenLine | WrittenPassage):
        yield from _markup(text, prose.place(*path), prose.record.id)
        return
    for script, form in (("zh-Hant", text.hant), ("zh-Hans", text.hans)):
        yield from _markup(form or "", prose.place(*path, script), prose.record.id)


def _markup(text: str, place: Place, name: str) -> Iterator[Problem]:
    """The first mark of each line; of a text with several lines, these stand below its field."""
    lines = text.split("\n")
    below = int(len(lines) > 1)
    for number, line in enumerate(lines):
        typed = _CODE.sub(lambda code: "\0" * len(code[0]), line) if name == GUIDE else line
        if mark := MARKUP.search(typed):
            shown = quote_value(shorten(line[mark.start() : mark.end()].strip()))
            yield Problem(
                Place(place.path, place.line + below + number, 1 if below else place.column),
                say("markup is shown as it is typed: {mark}", mark=shown),
                say("say it in plain words; each line is a paragraph, and no line is more"),
            )
