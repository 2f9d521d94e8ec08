"""A correction in words, as pages, feeds and the search say it · CorrectionRecord → PageTexts."""

import re
from dataclasses import replace

from generator.model.wording import Wording
from generator.resolve.corrections import CorrectedFactRecord, CorrectionRecord
from generator.resolve.fact_types import FigureRecord
from generator.resolve.figure_wording import compose_figure
from generator.resolve.published_facts import LIST_SEPARATOR
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase, PageText, Phrase

_FIELDS = {
    "corrected-value": "value value_max",
    "corrected-printed": "printed frequency_printed date_printed date_note form",
    "date": "date as_of as_of_part part bound every year established dissolved launched "
    "reports_until covers",
    "name": "name zh-Hant zh-Hans english acronym aliases former_names title short_title label",
    "description": "description basis",
    "kind": "kind",
    "measure": "measure",
    "amount-kind": "amount",
    "status": "status planned",
    "frequency": "frequency",
    "formats": "formats",
    "category": "category",
    "unit": "unit",
    "publisher": "publisher",
    "run-by": "agency joint_agencies",
    "part-of": "part_of parent",
    "successor": "successor",
}
"""Word of the interface → the fields that it names; others are `corrected-other`."""
_WORD_OF = {field: word for word, fields in _FIELDS.items() for field in fields.split()}
ChangeInWords = tuple[PageText, PageText, PageText]
"""What a field is called, what stood, what stands."""
_EDTF = re.compile(r"[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?(/[12][0-9]{3})?")


class CorrectionWords:
    """Words corrections, as they stand among the records of today."""

    def __init__(self, records: Records) -> None:
        self._words = records.words
        self._figures = {it.id: it for series in records.series for it in series.figures}

    def title(self, correction: CorrectionRecord) -> Phrase:
        """更正：香港科技園公司."""
        return Phrase(self._words["correction-title"], {"name": correction.ref.name})

    def changes(self, correction: CorrectionRecord) -> list[ChangeInWords]:
        """What a field is called, what stood and what stands, field by field."""
        told: list[ChangeInWords] = []
        for change in correction.changes:
            label = self._words[_WORD_OF.get(change.name, "corrected-other")]
            after = self._value(change, change.after) if change.after else None
            before = self._value(change, change.before)
            words = label, before, after or self._words["corrected-gone"]
            # Two editions that say the same are corrected alike.
            if words not in told:
                told.append(words)
        return told

    def text(self, correction: CorrectionRecord) -> Phrase:
        """Everything in one paragraph."""
        changes: PageText = ""
        for field, before, after in self.changes(correction):
            values = {"field": field, "before": before, "after": after}
            said = Phrase(self._words["correction-change"], values)
            changes = Phrase(_BESIDE, {"first": changes, "next": said})
        values = {"changes": changes, "reason": correction.reason}
        return Phrase(self._words["correction-text"], values)

    def _value(self, change: CorrectedFactRecord, value: Wording) -> PageText:
        text = value.text
        if change.kind == "figures" and change.name == "value" and text.isdecimal():
            return self._number(self._figures.get(change.id), int(text))
        if text in ("true", "false"):
            return self._words["yes" if text == "true" else "no"]
        if _WORD_OF.get(change.name) == "date" and _EDTF.fullmatch(text):
            return DatePhrase(text)
        if f"status-{text}" in self._words and change.name == "status":
            return self._words[f"status-{text}"]
        names = [change.labels.get(it) for it in text.split(LIST_SEPARATOR)]
        return self._listed([it for it in names if it]) if all(names) else value

    def _listed(self, names: list[Wording]) -> PageText:
        listed: PageText = names[0]
        for name in names[1:]:
            values = {"first": listed, "between": self._words["comma"], "next": name}
            listed = Phrase(_JOINED, values)
        return listed

    def _number(self, figure: FigureRecord | None, value: int) -> PageText:
        if figure is None:
            return f"{value:,}"
        plain = replace(figure, value=value, value_max=None)
        return compose_figure(plain, self._words, Phrase)


_BESIDE = Wording("{first}{next}", "zh-Hant", "{first}{next}")
_JOINED = Wording("{first}{between}{next}", "zh-Hant", "{first}{between}{next}")
