"""GitHub's expressions, as far as our workflows use them · text, contexts → value.

What is not known here is refused rather than taken for empty, as GitHub would take it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

Contexts = Mapping[str, Any]
"""`github`, `runner`, `matrix`, `steps` … → their properties; functions by their name."""

TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)|(?P<sign>&&|\|\||==|!=|[!(),]))"
)
INSIDE = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
LITERALS = {"true": True, "false": False, "null": None}


class Unknown(Exception):
    """An expression says something that is not known here."""


def evaluate(expression: str, contexts: Contexts) -> Any:
    """The value of an expression, without the `${{ }}` around it."""
    reader = _Reader(expression, contexts)
    value = reader.either()
    if reader.tokens:
        raise Unknown(f"{expression}: {reader.tokens[0][1]!r} is not understood")
    return value


def filled(text: str, contexts: Contexts) -> str:
    """A text with the value of each `${{ }}` in its place."""
    return INSIDE.sub(lambda it: as_text(evaluate(it[1], contexts)), text)


def holds(condition: str, contexts: Contexts) -> bool:
    """Whether an `if:` holds, with or without `${{ }}` around it."""
    whole = INSIDE.fullmatch(condition.strip())
    return is_true(evaluate(whole[1] if whole else condition, contexts))


def is_true(value: Any) -> bool:
    """GitHub's idea of truth: nothing, no, zero and an empty text are false."""
    return value not in (None, False, 0, "")


def as_text(value: Any) -> str:
    """A value as it stands in a text."""
    if isinstance(value, bool):
        return str(value).lower()
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value)
    raise Unknown(f"{value!r} has no text")


def formatted(template: str, *values: Any) -> str:
    """GitHub's `format`: `{0}` is the first value; doubled braces are braces."""
    parts = re.split(r"(\{\{|\}\}|\{[0-9]+\})", template)
    return "".join(
        part[0]
        if part in ("{{", "}}")
        else as_text(values[int(part[1:-1])])
        if re.fullmatch(r"\{[0-9]+\}", part)
        else part
        for part in parts
    )


class _Reader:
    """Reads an expression from left to right; every operand is evaluated, known or not."""

    def __init__(self, expression: str, contexts: Contexts) -> None:
        self.expression, self.contexts = expression, contexts
        self.tokens: list[tuple[str, str]] = []
        rest = expression.rstrip()
        while rest:
            match = TOKEN.match(rest)
            if match is None:
                raise Unknown(f"{expression}: {rest.strip()!r} is not understood")
            self.tokens.append((str(match.lastgroup), match[match.lastgroup or 0]))
            rest = rest[match.end() :]

    def either(self) -> Any:
        value = self.both()
        while self.next_is("||"):
            other = self.both()
            value = value if is_true(value) else other
        return value

    def both(self) -> Any:
        value = self.equal()
        while self.next_is("&&"):
            other = self.equal()
            value = other if is_true(value) else value
        return value

    def equal(self) -> Any:
        value = self.single()
        while self.tokens and self.tokens[0][1] in ("==", "!="):
            _, sign = self.tokens.pop(0)
            value = self.same(value, self.single()) is (sign == "==")
        return value

    def same(self, one: Any, other: Any) -> bool:
        if type(one) is not type(other) and None not in (one, other):
            raise Unknown(f"{self.expression}: {one!r} is compared with {other!r}")
        both_texts = isinstance(one, str) and isinstance(other, str)
        return one.lower() == other.lower() if both_texts else one == other

    def single(self) -> Any:
        if self.next_is("!"):
            return not is_true(self.single())
        if self.next_is("("):
            value = self.either()
            self.expect(")")
            return value
        if not self.tokens:
            raise Unknown(f"{self.expression}: something is missing at the end")
        kind, token = self.tokens.pop(0)
        if kind == "text":
            return token[1:-1].replace("''", "'")
        if kind == "number":
            return float(token) if "." in token else int(token)
        if kind == "name":
            return self.called(token) if self.next_is("(") else self.named(token)
        raise Unknown(f"{self.expression}: {token!r} is not understood")

    def called(self, name: str) -> Any:
        values = []
        if not self.next_is(")"):
            values.append(self.either())
            while self.next_is(","):
                values.append(self.either())
            self.expect(")")
        function: Callable[..., Any] | None = self.contexts.get(name)
        if not callable(function):
            raise Unknown(f"{self.expression}: the function {name} is not known")
        return function(*values)

    def named(self, name: str) -> Any:
        if name in LITERALS:
            return LITERALS[name]
        value: Any = self.contexts
        for part in name.split("."):
            if not isinstance(value, Mapping) or part not in value:
                raise Unknown(f"{self.expression}: {name} is not known")
            value = value[part]
        return value

    def next_is(self, sign: str) -> bool:
        if self.tokens and self.tokens[0] == ("sign", sign):
            self.tokens.pop(0)
            return True
        return False

    def expect(self, sign: str) -> None:
        if not self.next_is(sign):
            raise Unknown(f"{self.expression}: {sign!r} is missing")
