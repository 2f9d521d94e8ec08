"""Changes to the history of identifiers · Catalogue → files below data/history/."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.maintain.history_register import history_text
from generator.maintain.trial_change import TrialChange
from generator.model.catalogue import Catalogue
from generator.model.history import FormerIdentifier, History
from generator.model.kinds import REFERENCES
from generator.model.recorded_fact import read_fact
from generator.resolve.published_facts import LIST_SEPARATOR


class HistoryEntries:
    """The histories of all files of records, while they are changed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue.registered
        self._before = {key: record_file.record for key, record_file in catalogue.history.items()}
        self._now = dict(self._before)

    def add_renamed(self, kind: str, old: str, new: str, to: str | None, reason: str) -> None:
        """Record that `old` is now `new`. Identifiers that were never published leave no entry; one
        that comes back is no longer listed as gone."""
        self._change_gone(kind, lambda it: tuple(gone for gone in it.gone if gone.id != new))
        self.add_gone(kind, [old], to, reason)
        for key, record in self._now.items():
            own = key.startswith(f"{kind}/")
            facts = tuple(_renamed_line(it, kind, old, new, own) for it in record.facts)
            self._now[key] = record.model_copy(update={"facts": facts})

    def add_gone(self, kind: str, identifiers: Iterable[str], to: str | None, reason: str) -> None:
        """Record that identifiers are gone and that their pages, and those that led to them, now
        lead to `to`."""
        for identifier in identifiers:
            if to is not None:
                self._redirect(f"{kind}/{identifier}", to)
            if (name := self._known[kind].get(identifier)) is not None:
                key = f"{kind}/{name}"
                entry = FormerIdentifier(id=identifier, to=to, reason=reason)
                known = self._now[key]
                self._now[key] = known.model_copy(update={"gone": (*known.gone, entry)})

    def write(self, draft: TrialChange) -> None:
        """Write the histories that changed."""
        for key, record in self._now.items():
            if record != self._before[key]:
                text = history_text(record.id, record.identifiers, record.gone, record.facts)
                draft.write(f"history/{key}.yml", text)

    def _redirect(self, old: str, new: str) -> None:
        def led(record: History) -> tuple[FormerIdentifier, ...]:
            moved = {"to": new}
            return tuple(it.model_copy(update=moved) if it.to == old else it for it in record.gone)

        self._change_gone("", led)

    def _change_gone(
        self, kind: str, gone: Callable[[History], tuple[FormerIdentifier, ...]]
    ) -> None:
        """Replace the list of gone identifiers in every file of a kind, or in all files."""
        for key, record in self._now.items():
            if key.startswith(kind):
                self._now[key] = record.model_copy(update={"gone": gone(record)})


def _renamed_line(line: str, kind: str, old: str, new: str, is_of_kind: bool) -> str:
    """A fact with the identifier that one record of a kind has now; it may be the record's own."""
    if old not in line:
        return line
    fact = read_fact(line)

    def now(names: Iterable[str]) -> list[str]:
        return [new if it == old else it for it in names]

    fields = {
        name: LIST_SEPARATOR.join(now(value.split(LIST_SEPARATOR)))
        if kind in REFERENCES.get(name, ())
        else value
        for name, value in fact.fields.items()
    }
    documents = sorted(now(fact.documents)) if kind == "documents" else fact.documents
    [owner] = now([fact.owner]) if is_of_kind else [fact.owner]
    return replace(fact, owner=owner, documents=tuple(documents), fields=fields).line
