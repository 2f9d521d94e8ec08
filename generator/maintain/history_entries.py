"""Changes to the history of identifiers · Catalogue → files below data/history/."""

from collections.abc import Callable, Iterable

from generator.maintain.history_register import history_text
from generator.maintain.trial_change import TrialChange
from generator.model.catalogue import Catalogue
from generator.model.history import FormerIdentifier, History


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
