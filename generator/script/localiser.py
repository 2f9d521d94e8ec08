"""The site's wording in one script: texts, phrases with their values filled in, dates."""

from collections.abc import Iterable, Mapping

from generator.model.base import Script
from generator.model.when import When
from generator.model.wording import Wording, fill
from generator.script.convert import Converter
from generator.script.phrase import DatePhrase, PageText, Phrase, fill_placeholders


class Localiser:
    """Puts texts into one script. `words` are the phrases of data/vocabulary/interface.yml."""

    def __init__(self, words: Mapping[str, Wording], converter: Converter, script: Script) -> None:
        self._words = words
        self._to_both_scripts = converter.to_both_scripts
        self._script: Script = script

    def text(self, said: PageText) -> str:
        """`said` in this script; a plain str belongs to no script and stays as it is."""
        match said:
            case str():
                return said
            case DatePhrase():
                return self.date(said.time)
            case Phrase():
                values = {name: self.text(value) for name, value in said.values.items()}
                return fill_placeholders(self.text(said.pattern), values)
            case _:
                return self._to_both_scripts(said)[self._script]

    def phrase(self, key: str, **values: PageText | int) -> str:
        """The wording for `key`, with its `{name}` placeholders filled in.

        Raises KeyError for a word that nobody wrote.
        """
        filled = {
            name: str(value) if isinstance(value, int) else self.text(value)
            for name, value in values.items()
        }
        return fill(self.text(self._words[key]), filled)

    def date_or_note(self, time: str | None, note: PageText | None) -> str:
        """A date, or what is printed in its place."""
        return self.date(time) if time else self.text(note or "")

    def under_headings(self, headings: Iterable[PageText]) -> str:
        """`〈創新及科技基金〉`; nothing without a heading."""
        said = self.phrase("comma").join(map(self.text, headings))
        return self.phrase("under-heading", heading=said) if said else ""

    def date(self, time: str | When) -> str:
        """`2024`, `2024-06`, `2024-35`, `2024-40`, `2024-06-30` or `2024/2025` as a reader says it,
        with what is printed beside it: `最快2024年底`, `每年4月`."""
        if isinstance(time, str):
            return self._bare_date(time)
        said = self._bare_date(time.date) if time.date else ""
        if time.every:
            since = "-since" if said else ""
            values = {"date": said} if said else {}
            said = self.phrase(f"date-every{since}", month=time.every, **values)
        if time.part:
            said = self.phrase(f"date-{_part_word(time)}", date=said)
        return self.phrase(f"date-{time.bound}", date=said) if time.bound else said

    def _bare_date(self, edtf: str) -> str:
        start, _, end = edtf.partition("/")
        if end:
            return self.phrase("fiscal-year", year=f"{start}-{end[2:]}")
        year, *rest = edtf.split("-")
        values = {"year": year}
        if not rest:
            return self.phrase("date-year", **values)
        number = int(rest[0])
        if number > 36:
            return self.phrase(f"date-half-{number - 39}", **values)
        if number > 12:
            return self.phrase("date-quarter", quarter=number - 32, **values)
        if len(rest) == 1:
            return self.phrase("date-month", month=number, **values)
        return self.phrase("date-day", month=number, day=int(rest[1]), **values)


def _part_word(time: When) -> str:
    """The word for its part: `2024年年底`, `2024年4月底`, `2024-25年度末`, `2024年上半年末`."""
    date = "" if time.every else time.date or ""
    if len(date) == len("2024"):
        return f"year-{time.part}"
    is_span = "/" in date or date[5:] > "12"
    return "span-end" if is_span and time.part == "end" else f"{time.part}"
