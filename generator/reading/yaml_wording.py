"""Helpful words for YAML errors and for ambiguous plain values · error or text → (what is wrong,
how to mend it)."""

import contextlib
import re
import unicodedata
from decimal import Decimal

from generator.messages.message import Message, say
from generator.messages.problem import shorten

_TIPS = {
    "mapping values": say(
        "put a text with ': ' in quotes; check indentation and the space after ':'"
    ),
    "cannot start any token": say("put a text that starts with % @ or ` in quotes"),
    "escape": say(r"in double quotes write \\ for a backslash, or use single quotes"),
    "',' or": say("close the bracket, or put a text that begins with one in quotes"),
    "end of stream": say("close the quotes"),
    "": say(
        "check the indentation; put a text in quotes if it holds ': ' or ' #' or starts with "
        """one of - ? : , [ ] { } & * ! | > ' " % @ `"""
    ),
}
"""Part of the parser's own text → what to do."""


_BEGUN = ("simple key", "quoted scalar", "flow sequence", "flow mapping")
"""Unfinished constructs: the mistake is where they begin, but the parser stops further down."""


def is_at_context_start(error: Exception) -> bool:
    """Whether the mistake is at the start of the construct that the parser was reading."""
    return any(part in str(getattr(error, "context", "")) for part in _BEGUN)


def syntax_wording(error: Exception, begins: int | None) -> tuple[str, str]:
    """(what is wrong, how to mend it); `begins` is the line where the unfinished construct began.

    The parser's own English text is the template.
    """
    problem = str(getattr(error, "problem", "unreadable escape in the file"))
    tip = next(tip for part, tip in _TIPS.items() if part in problem)
    message = Message(problem, {})
    if begins is not None:
        message = say(
            "{problem}, {context} that starts on line {line}",
            problem=message,
            context=Message(str(getattr(error, "context", "")), {}),
            line=begins,
        )
    return say("not valid YAML: {message}", message=message), tip


_READ_AS_NO_TEXT = re.compile(
    r"(?ai)y|yes|n|no|on|off|true|false|null|<<|="
    r"|[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)(e[-+]?[0-9]+)?"
    r"|[-+]?0(x[0-9a-f_]+|o[0-7_]+|b[01_]+)|[-+]?\.(inf|nan)"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
)
_BOOLEAN = re.compile(r"(?ai)y|yes|n|no|on|off|true|false")
_DECIMAL = re.compile(r"(?ai)(?![0-9]{19})[-+]?[0-9._]+(e[-+]?[0-9]{1,2})?|[-+]?0[xob][0-9a-f_]+")
_QUOTES = say("put it in quotes")
_DIGITS = say("write a whole number, digits only")


def ambiguity_wording(text: str, kind: str, wanted: type | None = None) -> tuple[str, str] | None:
    """(what is wrong, how to write it) for a plain value that programs read in different ways;
    None for others. `kind` is "key" or "value", `wanted` the type it must have, if any."""
    if not _READ_AS_NO_TEXT.fullmatch(text):
        return None
    message = say(
        "ambiguous {what} {text}: programs read it in different ways",
        what=kind,
        text=quote_start(text),
    )
    if kind == "key" or wanted is str:
        return message, _QUOTES
    return message, _tip(text, wanted)


def _tip(text: str, wanted: type | None) -> str:
    number = as_number(text)
    if wanted is int:
        return _DIGITS if number is None else say("write {number}", number=number)
    if _BOOLEAN.fullmatch(text):
        quoted = say("write true or false; put it in quotes if it is a text")
        return say("write true or false") if wanted is bool else quoted
    if number is not None:
        return say("write {number}; put it in quotes if it is a text", number=number)
    if _DECIMAL.fullmatch(text):
        return say("write a whole number without 0 or + in front; put it in quotes if it is a text")
    return say("put it in quotes; only true, false, null and plain numbers to 18 digits go without")


def as_number(text: str) -> int | None:
    """The whole number that a person means by `text`, if it is one: 11_400, 1e4, 0x1F, 1,200."""
    digits = unicodedata.normalize("NFKC", text).strip().replace("_", "")
    if re.fullmatch(r"[0-9]{1,3}(?:[, '][0-9]{3})+", digits):
        digits = re.sub("[, ']", "", digits)
    if re.fullmatch(r"(?ai)[-+]?0[xob][0-9a-f]{1,12}", digits):
        with contextlib.suppress(ValueError):
            return int(digits, 0)
    if not re.fullmatch(r"(?ai)[-+]?[0-9]{1,18}(\.[0-9]{0,6})?(e\+?[0-9]{1,2})?", digits):
        return None
    number = Decimal(digits)
    return int(number) if number == int(number) and abs(number) < 10**18 else None


def quote_start(text: str) -> str:
    """`text` in quotes, its end cut off if it is long."""
    return repr(shorten(text))
