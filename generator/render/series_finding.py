"""How a number changed, in a sentence with its times · SeriesRecord → Phrase."""

from generator.resolve.fact_types import FigureRecord, SeriesRecord
from generator.resolve.figure_wording import compose_figure
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase, PageText, Phrase


def finding(series: SeriesRecord, records: Records) -> Phrase | None:
    """`2024年3月至2025年3月由18增至20`; nothing where it is not sure that it grew or fell."""
    if series.change not in ("up", "down"):
        return None
    words = records.words
    old, new = series.figures[-2:]
    is_dated = bool(old.when and new.when)
    said = when if is_dated else _document
    return Phrase(
        words[f"{'finding' if is_dated else 'finding-undated'}-{series.change}"],
        {
            "start": said(old, records),
            "end": said(new, records),
            "old": compose_figure(old, words, Phrase),
            "new": compose_figure(new, words, Phrase),
        },
    )


def when(figure: FigureRecord, records: Records) -> PageText:
    """The time that the document gives for the number; without one, that of the document."""
    return DatePhrase(figure.when) if figure.when else _document(figure, records)


def _document(figure: FigureRecord, records: Records) -> PageText:
    """`內容至2024年12月的文件`; what it is called where neither it nor its record dates it."""
    [document] = [it for it in records.documents if it.document.id == figure.source.document.id]
    printed, until = document.document.date, document.document.reports_until
    if printed:
        return Phrase(records.words["document-of"], {"date": DatePhrase(printed)})
    if until:
        return Phrase(records.words["document-until"], {"date": DatePhrase(until)})
    return document.title
