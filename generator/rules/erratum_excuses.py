"""Facts that look wrong but are explained by an erratum · Catalogue → a test of a fact.

A record that gives what is printed there is right. The erratum is its written reason.
"""

from collections.abc import Callable

from generator.model.catalogue import Catalogue
from generator.model.erratum import ErratumKind

ExcuseCheck = Callable[[str, str, int, str | None], bool]
"""Agency or programme, document, line, what is printed there → whether an erratum is about it."""


def excuse_check(catalogue: Catalogue, kind: ErratumKind) -> ExcuseCheck:
    """A function that says whether an erratum of this kind is about a fact.

    A line has many facts: where the fact says what is printed, the erratum quotes that.
    """
    record_file = catalogue.errata.get(kind)
    quoted: dict[tuple[str, str, int], list[str]] = {}
    for erratum in record_file.record.errata if record_file else ():
        for subject in erratum.about:
            for spot in erratum.locators:
                place = (subject, spot.document, spot.line)
                quoted.setdefault(place, []).append(_without_spaces(spot.printed))

    def is_excused(subject: str, document: str, line: int, printed: str | None) -> bool:
        quotations = quoted.get((subject, document, line), [])
        words = _without_spaces(printed or "")
        return any(words in it or it in words for it in quotations)

    return is_excused


def _without_spaces(text: str) -> str:
    """Remove the gaps that the extraction from PDF leaves."""
    return "".join(text.split())
