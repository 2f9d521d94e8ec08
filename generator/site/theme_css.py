"""Trim the theme's style sheets to what our pages use · texts → texts.

The theme brings styles for everything a page could hold, more than half of them for what no page
of ours has; and its dark colours need a script.
"""

import re
from collections.abc import Iterable, Iterator

_RULE = re.compile(r"[^{}]*\{[^{}]*\}")
_EMPTY = re.compile(r"@media[^{}]*\{\}")
_DECLARED = re.compile(r'(?<=[{;])(--[\w-]+):(?:url\("[^"]*"\)|[^;}])*;?')
_USED = re.compile(r"var\((--[\w-]+)")
_DARK = re.compile(r"""\[data-md-color-scheme="?slate"?\]\s*(\{[^{}]*\})""")
_NAME = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_WORD = re.compile(r"-*[A-Za-z_][\w-]*")
_OFF = re.compile(
    r"md-(annotation|banner|clipboard|code|consent|feedback|progress|select|source|tag|tooltip"
    r"|version)"
)
"""What only switched-off features of the theme bring: theme.features and plugins of mkdocs.yml."""
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_SPACES = re.compile(r"(?<=[;{}])\s+|\s+(?=[{}])")
_FOREIGN = "[dir=rtl]"
"""Every page is written from left to right."""
_BRACKETS = re.compile(r"\([^()\[\]]*\)|\[[^()\[\]]*\]")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Whatever could be the name of a class or of a variable in `texts`."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def strip_comments(sheet: str) -> str:
    """`sheet` without its comments."""
    return _COMMENT.sub("", sheet)


def without_indentation(sheet: str) -> str:
    """`sheet` without spaces between its declarations and rules; what is within stays."""
    return _SPACES.sub("", sheet)


def theme_classes(script: str) -> frozenset[str]:
    """The classes that the theme's script may set, without those of features that are off."""
    words = words_of([script])
    return frozenset(it for it in words if it.startswith("md-") and not _OFF.match(it))


def trim_sheets(sheets: Iterable[str], known: frozenset[str]) -> list[str]:
    """`sheets` without the selectors that name a class which is none of the `known` words, and
    without the variables that neither a sheet nor a known word asks for."""
    uncommented = map(strip_comments, sheets)
    shorter = [
        _EMPTY.sub("", _RULE.sub(lambda it: _trim_rule(it[0], known), sheet))
        for sheet in uncommented
    ]
    used = known.union(*(_USED.findall(sheet) for sheet in shorter))
    return [_DECLARED.sub(lambda it: it[0] if it[1] in used else "", sheet) for sheet in shorter]


def _trim_rule(rule: str, known: frozenset[str]) -> str:
    head, _, body = rule.partition("{")
    selectors = [
        selector
        for selector in _selectors(head)
        if _FOREIGN not in selector and known.issuperset(_NAME.findall(_without_brackets(selector)))
    ]
    return ",".join(selectors) + "{" + body if selectors else ""


def _without_brackets(selector: str) -> str:
    """A selector without its brackets, whose content may exclude or offer alternatives."""
    while selector != (selector := _BRACKETS.sub("", selector)):
        pass
    return selector


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a rule: its head, cut at every comma outside of brackets."""
    depth = start = 0
    for at, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[start:at]
            start = at + 1
    yield head[start:]


def dark_scheme(sheets: Iterable[str]) -> str:
    """What the dark scheme declares, for pages whose scheme no script can change."""
    declared = (it for sheet in sheets for it in _DARK.findall(sheet))
    return "".join(f"[data-md-color-scheme]{it}\n" for it in declared)
