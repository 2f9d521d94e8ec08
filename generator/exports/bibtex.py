r"""Citations as BibTeX, which BibTeX, biblatex and reference managers read.

Written here: the libraries read BibTeX but write a text as it is, so that a brace ends the field.
What means something to BibTeX or TeX becomes a command that all of them, pandoc and pylatexenc
read; what TeX prints as it is in Chinese documents, such as `<`, stays.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.exports.citation import Citation

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "'": r"\textquotesingle{}",
    # Alone: beside another or a question mark it would be another character.
    "`": "{}`{}",
    **{char: f"\\{char}" for char in "$&#%_{}"},
}
_ESCAPES = str.maketrans(_COMMANDS)
_WITHOUT_BRACES = str.maketrans(_COMMANDS | {"{": r"\lbrace{}", "}": r"\rbrace{}"})
r"""For a text with a brace that has no other: BibTeX counts even `\{`."""
_CAPITALS = re.compile("[A-Z][A-Za-z0-9]*")
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(citations: Iterable[Citation]) -> str:
    """An entry each, with an empty line between them."""
    return "\n".join(_entry(it) for it in citations)


def _entry(citation: Citation) -> str:
    kind = "techreport" if citation.is_document else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation))
    return f"@{kind}{{{citation.key},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    # In braces of its own an agency is one name, whatever its words.
    if citation.author:
        yield "author", f"{{{{{_text(citation.author)}}}}}"
    # In braces a style keeps the capitals of a title.
    title = _CAPITALS.sub(r"{\g<0>}", _text(citation.title))
    yield "title", f"{{{title}}}"
    texts: Mapping[str, str] = {
        "type": citation.genre,
        "howpublished": citation.container,
        "edition": citation.edition,
    }
    yield from ((name, f"{{{_text(value)}}}") for name, value in texts.items() if value)
    yield from _date(citation.date)
    yield "language", f"{{{citation.language}}}"
    # Without it, pandoc takes a title for an English one and changes its capitals.
    yield "langid", f"{{{citation.language}}}"
    # Addresses are read as they stand, character by character.
    yield "url", f"{{{citation.address.translate(_IN_ADDRESS)}}}"
    if citation.full_note:
        yield "note", f"{{{_text(citation.full_note)}}}"


def _date(edtf: str | None) -> Iterator[tuple[str, str]]:
    """Year and month; a quarter has no month, and a day stands in `date` of biblatex."""
    if not edtf:
        return
    year, *rest = edtf.split("-")
    yield "year", f"{{{year}}}"
    if rest and int(rest[0]) <= 12:
        yield "month", _MONTHS[int(rest[0]) - 1]
    if len(rest) == 2:
        yield "day", f"{{{int(rest[1])}}}"


def _text(text: str) -> str:
    """`text` so that TeX prints it as it is: two hyphens are no dash, two spaces stay two."""
    escaped = text.translate(_ESCAPES if _is_balanced(text) else _WITHOUT_BRACES)
    escaped = re.sub("-(?=-)", "-{}", escaped)
    return re.sub("(?<= ) ", "{ }", escaped)


def _is_balanced(text: str) -> bool:
    """Whether each brace of `text` has its other."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0
