"""What a YAML parser objects to, in words that help · error → (what is wrong, how to mend it)."""

from generator.message import Message, say

_TIPS = {
    "mapping values": say(
        "put a text with ': ' in quotes; check indentation and the space after ':'"
    ),
    "cannot start any token": say("put a text that starts with % @ or ` in quotes"),
    "escape": say(r"in double quotes write \\ for a backslash, or use single quotes"),
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
