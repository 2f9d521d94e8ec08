"""Numbers as pages show them, for the search · figures and cells → texts."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model.wording import Wording
from generator.resolve.budget_records import CellRecord
from generator.resolve.fact_types import FigureRecord
from generator.resolve.figure_wording import PERCENT, compose_figure, say_figure
from generator.script.phrase import DatePhrase, PageText, Phrase


def shown_figure(figure: FigureRecord, words: Mapping[str, Wording]) -> PageText:
    """`最多2億港元`."""
    return compose_figure(figure, words, _fill)


def dated_figure(figure: FigureRecord, words: Mapping[str, Wording]) -> PageText:
    """`531億港元（截至2025年4月）`."""
    shown = shown_figure(figure, words)
    if figure.as_of is None:
        return shown
    values = {"value": shown, "date": DatePhrase(figure.as_of)}
    return Phrase(words["search-figure-dated"], values)


def older_texts(
    figures: Iterable[FigureRecord], words: Mapping[str, Wording]
) -> Iterator[PageText]:
    """What a number counts, and how much it was."""
    for figure in figures:
        values = {"measure": figure.measure.label, "value": dated_figure(figure, words)}
        yield Phrase(words["search-figure-row"], values)


def shown_number(figure: FigureRecord, words: Mapping[str, Wording]) -> str:
    """The number as it is shown in the script of the interface."""
    return say_figure(figure, words, lambda wording: wording.text)


def is_printed_otherwise(figure: FigureRecord, words: Mapping[str, Wording]) -> bool:
    """Whether its document prints more or other digits than are shown: `兩億元` for 2億港元."""
    return _digits(shown_number(figure, words)) != _digits(figure.printed.text)


def cell_text(cell: CellRecord) -> PageText | None:
    """A cell as printed, with its unit; nothing for a dash."""
    if cell.amount is None or cell.unit.code == PERCENT:
        return cell.printed if cell.amount else None
    return Phrase(cell.unit.label, {"n": cell.printed})


def _digits(text: str) -> str:
    return re.sub(r"[^0-9.%]", "", text)


def _fill(pattern: Wording, values: Mapping[str, PageText | str]) -> PageText:
    return Phrase(pattern, values)
