"""What decided each converted text: Wordings → lines for a reviewer, one a text.

A line holds the direction, the document if one is named, the text, its converted form and the
decisions, separated by tabs. Texts that no term and no ambiguous character touches are left out.
"""

from collections.abc import Iterable, Iterator

from generator.model.wording import Wording
from generator.script.characters import ambiguous_characters
from generator.script.convert import OTHER, Converter, remove_marks

HEADER = "direction\tdocument\ttext\tconverted\tdecided by"


def ledger(wordings: Iterable[Wording], converter: Converter) -> list[str]:
    """The lines of every distinct text, sorted, below a header."""
    return [HEADER, *sorted(set(ledger_lines(wordings, converter)))]


def ledger_lines(wordings: Iterable[Wording], converter: Converter) -> list[str]:
    """The line of each text that has one, in their order."""
    return [line for wording in wordings if (line := _line(wording, converter))]


def _line(wording: Wording, converter: Converter) -> str | None:
    decisions = list(_decisions(wording, converter))
    if not decisions:
        return None
    other = OTHER[wording.script]
    fields = (
        f"{wording.script}→{other}",
        wording.document or "",
        remove_marks(wording.text),
        converter.to_both_scripts(wording)[other],
        "; ".join(dict.fromkeys(decisions)),
    )
    return "\t".join(field.replace("\n", "⏎") for field in fields)


def _decisions(wording: Wording, converter: Converter) -> Iterator[str]:
    ambiguous = ambiguous_characters(wording.script)
    if wording.other is not None:
        if any(char in ambiguous for char in wording.text):
            yield "written by hand"
        return
    for piece in converter.pieces(wording.text, wording.script, wording.document):
        match piece.by:
            case "term":
                yield f"{piece.source}→{piece.result} ({piece.origin})"
            case "opencc":
                # No entry of its dictionaries changes the number of characters.
                pairs = zip(piece.source, piece.result, strict=True)
                yield from (f"{before}→{after}" for before, after in pairs if before in ambiguous)
