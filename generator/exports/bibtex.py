r"""Citations as BibTeX, which BibTeX, biblatex and reference managers read.

Written here: the libraries read BibTeX but write a text as it is, so that a brace ends the field.
What means something to BibTeX or TeX becomes a command; no brace of a text is left, because
BibTeX counts even `\{`.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.citation import Citation

_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "'": r"\textquotesingle{}",
        "`": r"\textasciigrave{}",
        **{char: f"\\{char}" for char in "$&#%_"},
    }
)
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(citations: Iterable[Citation]) -> str:
    """An entry each, with an empty line between them."""
    return "\n".join(_entry(it) for it in citations)


def _entry(citation: Citation) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(citation))
    return f"@misc{{{citation.key},\n{fields}}}\n"


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    # In braces of its own an agency is one name, whatever its words.
    if citation.author:
        yield "author", f"{{{{{_text(citation.author)}}}}}"
    texts: Mapping[str, str] = {
        "title": citation.title,
        "titleaddon": citation.other_title,
        "howpublished": citation.genre or citation.container,
        "edition": citation.edition,
    }
    yield from ((name, f"{{{_text(value)}}}") for name, value in texts.items() if value)
    yield from _date(citation.date)
    yield "language", f"{{{citation.language}}}"
    # Addresses are read as they stand, character by character.
    yield "url", f"{{{citation.address.translate(_IN_ADDRESS)}}}"
    if citation.note:
        yield "note", f"{{{_text(citation.note)}}}"


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
    escaped = text.translate(_COMMANDS)
    return escaped.replace("--", "-{}-").replace("--", "-{}-").replace("  ", " { }")
