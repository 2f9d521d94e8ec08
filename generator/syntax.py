"""What a YAML parser objects to, in words that help · error → (what is wrong, how to mend it);
and plain values that parsers read in different ways · text → how to mend it."""

import re

from generator.message import Message, say

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
"""What was not ended: the mistake stands where it begins, the parser stops somewhere below."""


def stands_at_its_beginning(error: Exception) -> bool:
    """Whether the mistake stands where what the parser was reading begins."""
    return any(part in str(getattr(error, "context", "")) for part in _BEGUN)


def syntax_wording(error: Exception, begins: int | None) -> tuple[str, str]:
    """The parser's own text is its template; `begins` is where what it was reading begins."""
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


_TRAP = re.compile(
    r"(?ai)y|yes|n|no|on|off|true|false|null|<<|="
    r"|[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)(e[-+]?[0-9]+)?"
    r"|[-+]?0(x[0-9a-f_]+|o[0-7_]+|b[01_]+)|[-+]?\.(inf|nan)"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
)
_TRAP_TIPS = (
    (
        re.compile(r"(?ai)y|yes|n|no|on|off|true|false"),
        say("write true or false; put it in quotes if it is a text"),
    ),
    (
        re.compile(r"(?ai)[-+]?[0-9.]{1,18}|0[xob].*"),
        say("write a whole number without 0 or + in front; put it in quotes if it is a text"),
    ),
    (
        re.compile("(?s).*"),
        say("put it in quotes; only true, false, null and plain numbers to 18 digits go without"),
    ),
)
"""How a value looks that programs read in different ways, and what to do about it."""


def ambiguous(text: str, what: str) -> tuple[str, str] | None:
    """If programs read a plain `what` in different ways: that, and how to write it instead."""
    if not _TRAP.fullmatch(text):
        return None
    message = say(
        "ambiguous {what} {text}: programs read it in different ways", what=what, text=clipped(text)
    )
    if what == "key":
        return message, say("put it in quotes")
    return message, next(tip for pattern, tip in _TRAP_TIPS if pattern.fullmatch(text))


def clipped(text: str) -> str:
    """`text` in quotes, its end cut off if it is long."""
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
