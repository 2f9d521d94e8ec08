"""Which units of data/vocabulary/units.yml the words behind a number stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.wording import settle
from generator.resolve.printed.claim_words import GENERAL_COUNTERS
from generator.resolve.printed.words import fold_text
from generator.script.opencc_tables import open_cc

NUMBER_PLACEHOLDER = "{n}"


@dataclass(frozen=True)
class UnitForms:
    """The forms of every unit, in Simplified."""

    forms: Mapping[str, frozenset[str]]
    """Form → codes: 个项目 → project."""
    nouns: Mapping[str, str]
    """Code → what its label counts, without the counter: project → 项目."""

    def codes_of(self, words: str) -> frozenset[str]:
        """Codes of the longest form with which `words` begin; none for unknown words."""
        comparable = comparable_form(words)
        matching = [form for form in self._longest_first if comparable.startswith(form)]
        return self.forms[matching[0]] if matching else frozenset()

    def can_count(self, words: str, code: str) -> bool:
        """Whether `words` count what the unit counts."""
        comparable, noun = comparable_form(words), self.nouns.get(code, "")
        if len(noun) > 1 and comparable.endswith(noun):
            return True
        if code not in self.codes_of(words):
            return False
        return not (len(noun) > 1 and noun not in comparable and self._other_noun(comparable, code))

    def _other_noun(self, comparable: str, code: str) -> bool:
        """六所香港的大學 are no schools, although both are counted with 所."""
        return any(
            len(noun) > 1 and comparable.endswith(noun)
            for other, noun in self.nouns.items()
            if other != code
        )

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.forms, key=len, reverse=True)


def unit_forms(catalogue: Catalogue) -> UnitForms:
    """The forms of each unit in the vocabulary: its label and its `printed` forms."""
    forms: dict[str, set[str]] = {}
    nouns: dict[str, str] = {}
    record_file = catalogue.vocabularies.get("units")
    for term in record_file.record.terms if record_file else ():
        label = settle(term.label, "zh-Hant").text.partition(NUMBER_PLACEHOLDER)[2]
        nouns[term.code] = comparable_form(label[1:])
        unit_words = [comparable_form(form) for form in (label, *term.printed)]
        # 30個 may be of any unit that is counted with 個.
        unit_words += [form[0] for form in unit_words[:1] if form and form[0] in GENERAL_COUNTERS]
        for form in filter(None, unit_words):
            forms.setdefault(form, set()).add(term.code)
    return UnitForms({form: frozenset(codes) for form, codes in forms.items()}, nouns)


@lru_cache(maxsize=20_000)
def comparable_form(text: str) -> str:
    """`text` in Simplified, half-width and lower case, without spaces."""
    converter: Any = open_cc("hk2s")
    converted: str = converter.convert(fold_text(text))
    return converted.replace(" ", "").lower()
