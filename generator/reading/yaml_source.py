"""Strict YAML: nothing guessed, nothing repeated · bytes → values with their places, or problems.

Read from the parser's events: finished values no longer tell places, quotes and repeated keys.
"""

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

import yaml

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.source import FieldPath, Places, Source, Value
from generator.reading.file_text import decode_text, place_after
from generator.reading.indentation import find_indentation
from generator.reading.invisible_characters import HIDDEN, hidden_problem
from generator.reading.odd_characters import compose, is_ordinary
from generator.reading.text_mistakes import text_mistakes, whole_file_mistakes
from generator.reading.typos import find_typo
from generator.reading.value_lines import (
    broken_chinese,
    event_end,
    line_parts,
    locate_odd,
    odd_number_wording,
    problems_elsewhere,
)
from generator.reading.yaml_wording import (
    ambiguity_wording,
    is_at_context_start,
    quote_start,
    syntax_wording,
)

MAX_DEPTH = 20

# Some builds of PyYAML lack libyaml; the slow parser gives the same events. What only libyaml has
# is named in quotes: an annotation is looked up when the module is read.
Loader: TypeAlias = "type[yaml.SafeLoader | yaml.CSafeLoader]"
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WantedType: TypeAlias = Callable[[FieldPath], type | None]
"""What type a value at a path has to have, where only one will do."""


def parse(
    raw: bytes, path: str, wanted: WantedType = lambda _: None, loader: Loader = LOADER
) -> tuple[Source | None, list[Problem]]:
    """The document in `raw`: (Source, []), or (None, every problem in the order of the file).

    Never raises. `path` is only shown, never opened. Lines end with \\n or \\r\\n. A value that
    programs read in different ways is to be written as its `wanted` type. `loader` is the class of
    PyYAML that tells the parser's events.
    """
    text = decode_text(raw, path)
    if isinstance(text, Problem):
        return None, [text]
    if mistakes := whole_file_mistakes(text, path):
        return None, mistakes
    tree = _Tree(path, text, wanted, loader)
    tree.build()
    if tree.problems:
        return None, sorted(tree.problems)
    return Source(path, tree.root, tree.places, tree.keys), []


_EXTRAS_TIP = say("write the value out without it; put a text that starts with & * or ! in quotes")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_COMMENT = re.compile(r"[ \t]+#")


class _Halt(Exception):
    """The rest of the file cannot be read; the reason has been noted."""


class _Tree:
    """Builds the document from the parser's events and collects problems."""

    def __init__(self, path: str, text: str, wanted: WantedType, loader: Loader) -> None:
        self.root: Value = None
        self.places = Places(path)
        self.keys = Places(path)
        self.problems = list(text_mistakes(text, path))
        self._wanted = wanted
        self._loader = loader
        self._end = place_after(text, path)
        self._lines = [*text.split("\n"), ""]
        self._events = self._parse_events(text.removeprefix("\ufeff").replace("\t", " "))

    def build(self) -> None:
        """Read until the end, a syntax error, a second document or too deep nesting."""
        with contextlib.suppress(_Halt):
            for event in self._events:
                if isinstance(event, yaml.NodeEvent):
                    self.root = self._node(event, ())
                elif isinstance(event, yaml.DocumentStartEvent) and self.places:
                    tip = say("keep one, without the line '---'")
                    return self._problem(self._place(event.start_mark), say("second document"), tip)
            if not isinstance(self.root, dict):
                place = self.places.get((), Place(self._end.path))
                empty_message, no_fields = say("the file is empty"), say("the file holds no fields")
                message = no_fields if self.places else empty_message
                self._problem(place, message, say("write fields, one on a line: 'name: value'"))

    def _parse_events(self, text: str) -> Iterator[yaml.Event]:
        consequence = bool(self.problems)  # bad characters and directives break the syntax
        try:
            # Parsers stop at some of the characters that are reported already.
            yield from yaml.parse(HIDDEN.sub("\u25a1", text), Loader=self._loader)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The last two are raised for numbered escapes that stand for no character.
            place = self._place(getattr(error, "problem_mark", None))
            start = self._place(getattr(error, "context_mark", None))
            if start.line < place.line and is_at_context_start(error):
                place = start
            typo = find_typo(text, place.line) or find_indentation(text, place.line)
            if not consequence and typo:
                at = Place(place.path, typo.line, typo.column)
                # One wrong character is one mistake, whatever else it is.
                self.problems = [it for it in self.problems if it.place.line != at.line]
                message = say("not valid YAML: {message}", message=typo.message)
                self._problem(at, message, typo.tip)
            elif not consequence:
                begins = start.line if start.line < place.line else None
                self._problem(place, *syntax_wording(error, begins))
            raise _Halt from error

    def _node(self, event: yaml.Event, path: FieldPath) -> Value:
        place = self._place(event.start_mark)
        self.places.add(path, place)
        self._refuse_extras(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place, self._wanted(path))
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(path) == MAX_DEPTH:
            message = say("nested deeper than {most} levels", most=MAX_DEPTH)
            self._problem(place, message, say("use fewer levels"))
            raise _Halt
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        values: list[Value] = []
        while not isinstance(event := next(self._events), yaml.CollectionEndEvent):
            values.append(self._node(event, (*path, len(values))))
        return values

    def _mapping(self, path: FieldPath) -> Value:
        values: dict[str, Value] = {}
        while not isinstance(event := next(self._events), yaml.CollectionEndEvent):
            place = self._place(event.start_mark)
            key = self._key(event, place, path)
            if key in values:
                line = self.keys[*path, key].line
                message = say(
                    "key {key} is repeated from line {line}", key=quote_start(key), line=line
                )
                self._problem(place, message, say("keep one of the two"))
            self.keys.add((*path, key), place)
            values[key] = self._node(next(self._events), (*path, key))
        return values

    def _key(self, event: yaml.Event, place: Place, path: FieldPath) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            if isinstance(event, yaml.CollectionStartEvent):
                message = say("key is a list or mapping")
                self._problem(place, message, say("write a name before the ':'"))
            self._node(event, (*path, "?"))
            return str(place)
        self._refuse_extras(event, place)
        text, is_plain = self._text(event, place), not event.style
        if not text:
            self._problem(place, say("empty key"), say("write a name before the ':'"))
        elif is_plain and text == "<<":
            self._problem(place, say("merge key '<<'"), say("write the fields out"))
        elif is_plain and not isinstance(self._plain_value(text, say("key"), place, None), str):
            message = say("key {text} is not a text", text=quote_start(text))
            self._problem(place, message, say("put it in quotes"))
        return text

    def _scalar(self, event: yaml.ScalarEvent, place: Place, wanted: type | None) -> Value:
        if wanted is int and (objection := odd_number_wording(event.value)):
            self._problem(place, *objection)
            return None
        text = self._text(event, place)
        if event.style:
            return text
        self._refuse_comment(event)
        return self._plain_value(text, say("value"), place, wanted)

    def _text(self, event: yaml.ScalarEvent, place: Place) -> str:
        """The text in NFC; odd characters and bad line breaks in it become problems."""
        line, column = event_end(event)
        if line < place.line and is_ordinary(event.value):
            return event.value
        parts = line_parts(self._lines, event.style, place, (line, column))
        for at, characters in locate_odd(event.value, parts, place.path):
            self.problems = problems_elsewhere(self.problems, at, len(characters.first))
            self._problem(at, characters.message, characters.tip)
        if event.style != "|":
            self.problems += broken_chinese(parts, place.path)
        return compose(event.value)

    def _plain_value(self, text: str, kind: str, place: Place, wanted: type | None) -> Value:
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text)
        if objection := ambiguity_wording(text, kind, wanted):
            self._problem(place, *objection)
        return text

    def _refuse_comment(self, event: yaml.ScalarEvent) -> None:
        """Report a comment that cuts off a text; after a code or a number a comment is fine."""
        line, column = event_end(event)
        comment = _COMMENT.match(self._lines[line], column)
        if comment and (" " in event.value or not event.value.isascii()):
            place = Place(self._end.path, line + 1, comment.end())
            message = say("what stands behind ' #' is a comment and no part of the text")
            tip = say("put the text in quotes, or the comment on a line of its own")
            self._problem(place, message, tip)

    def _refuse_extras(self, event: yaml.Event, place: Place) -> None:
        if anchor := getattr(event, "anchor", None):
            alias = isinstance(event, yaml.AliasEvent)
            kind, sign = (say("alias"), "*") if alias else (say("anchor"), "&")
            message = say("{kind} {value}", kind=kind, value=quote_start(sign + anchor))
            self._problem(place, message, _EXTRAS_TIP)
        if tag := getattr(event, "tag", None):
            short = quote_start(tag.replace("tag:yaml.org,2002:", "!!"))
            message = say("explicit tag {value}", value=short)
            self._problem(place, message, _EXTRAS_TIP)
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            hidden = HIDDEN.findall(event.value)
            self.problems += [hidden_problem(place, char) for char in dict.fromkeys(hidden)]

    def _place(self, mark: "yaml.error.Mark | yaml._yaml.Mark | None") -> Place:
        # Parsers put the end of a file without a last line break on a line that does not exist.
        place = mark and Place(self._end.path, mark.line + 1, mark.column + 1)
        return min(place or self._end, self._end)

    def _problem(self, place: Place, message: str, tip: str) -> None:
        self.problems.append(Problem(place, message, tip))
