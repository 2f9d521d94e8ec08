"""Translatable texts that the program shows to a maintainer · (template, values) → str.

The English template is the key: `say("unknown code {code!r}", code=code)` is the English text, and
remembers what it was made of, so that `translate` can give it in another language. A text that was
not made by `say` stays as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Self


class Message(str):
    """An English text that knows its template and its values."""

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        """The template filled in; one without values may hold braces of its own."""
        text = super().__new__(cls, template.format_map(values) if values else template)
        text.template, text.values = template, values
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, Mapping[str, object]]]:
        """What a copy is made of."""
        return type(self), (self.template, self.values)


def say(template: str, **values: object) -> Message:
    """The text of `template` in English; values may be messages themselves."""
    return Message(template, values)


class NameList(Message):
    """Names one after the other, with what a language puts between two of them."""


def list_names(names: Iterable[object]) -> NameList:
    """`names` as one message; each may be a message itself."""
    names = list(names)
    template = ", ".join(f"{{n{number}}}" for number in range(len(names)))
    return NameList(template, {f"n{number}": name for number, name in enumerate(names)})


_BETWEEN_NAMES = say(", ")


def join_messages(messages: Iterable[str]) -> str:
    """Join messages into one; each can still be translated on its own."""
    first, *others = messages
    return say("{first}; {others}", first=first, others=join_messages(others)) if others else first


def translate(text: str, texts: Mapping[str, str]) -> str:
    """`text` in the language of `texts`, which maps English templates to others."""
    if not isinstance(text, Message):
        return str(text)
    if isinstance(text, NameList):
        between = translate(_BETWEEN_NAMES, texts)
        return between.join(str(_value(it, texts)) for it in text.values.values())
    template = texts.get(text.template, text.template)
    if not text.values:
        return template
    return template.format_map({name: _value(it, texts) for name, it in text.values.items()})


def _value(value: object, texts: Mapping[str, str]) -> object:
    return translate(value, texts) if isinstance(value, Message) else value
