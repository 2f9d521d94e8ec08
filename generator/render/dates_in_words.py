"""Of what time a page's facts are, as its foot says it · FactDates → texts."""

from generator.model.wording import fill
from generator.resolve.fact_dates import WHOLE
from generator.resolve.records import DocumentRecord
from generator.resolve.resolve import Records
from generator.script.localiser import Localiser


def dates_in_words(
    path: str, record: str | None, records: Records, localiser: Localiser
) -> dict[str, str]:
    """`as_of`, the newest date; `facts`, from the oldest to the newest; `documents` with their own
    dates, on a record's page; `seen`, when the portal was looked at. What is unknown is left out.
    """
    folder, _, name = path.removesuffix(".md").partition("/")
    dates = records.dates.get((folder, record or name.split("/")[0] or WHOLE), records.all_dates)
    words = _Words(records, localiser)
    said = {"seen": localiser.date(dates.seen)} if dates.seen else {}
    if dates.oldest and dates.newest:
        oldest, newest = localiser.date(dates.oldest), localiser.date(dates.newest)
        between = words.say("dates-from-to", oldest=oldest, newest=newest)
        said |= {"as_of": newest, "facts": newest if oldest == newest else between}
    if record:
        documents = (it for it in records.documents if it.document.id in dates.documents)
        said["documents"] = localiser.phrase("semicolon").join(map(words.document, documents))
    return said


class _Words:
    def __init__(self, records: Records, localiser: Localiser) -> None:
        self._theme, self._localiser = records.theme, localiser

    def say(self, key: str, **values: str) -> str:
        return fill(self._localiser.text(self._theme[key]), values)

    def document(self, record: DocumentRecord) -> str:
        """`《創科便覽》（沒有印出日期，內容至2025年7月）`."""
        document, title = record.document, self._localiser.text(record.title)
        if document.date:
            date = self._localiser.date(document.date)
            return self.say("dates-printed", title=title, date=date)
        if document.reports_until:
            date = self._localiser.date(document.reports_until)
            return self.say("dates-until", title=title, date=date)
        return self.say("dates-none", title=title)
