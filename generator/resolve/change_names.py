"""Agencies and programmes that two documents name differently · Records → NameChanges."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from unicodedata import normalize

from generator.resolve.change_types import NameChange
from generator.resolve.fact_types import SpotRecord
from generator.resolve.record_reference import Ref
from generator.resolve.records import NameRecord
from generator.resolve.resolve import Records


def name_changes(records: Records, old: str, new: str) -> tuple[NameChange, ...]:
    """Changes noted as errata first, then those that the terminology shows.

    What a third document prints, or one of the two beside the name that both have, is no change.
    """
    forms = {name.id: [tuple(_forms(name, it)) for it in (old, new)] for name in records.names}
    noted = tuple(_noted(records, old, new))
    noted_subjects = {ref.id for change in noted for ref in change.about}
    changes = [it for it in noted if _share_no_form(it, forms)]
    for name in records.names:
        before, after = forms[name.id]
        if name.id not in noted_subjects and _differ(_texts(before), _texts(after)):
            subject = name.record or Ref("terminology", name.id, name.name)
            changes.append(NameChange((subject,), before, after, None))
    return tuple(changes)


def _noted(records: Records, old: str, new: str) -> Iterator[NameChange]:
    for erratum in records.errata:
        before = tuple(it for it in erratum.spots if it.source.document.id == old)
        after = tuple(it for it in erratum.spots if it.source.document.id == new)
        if erratum.kind.code == "name-change" and before and after:
            yield NameChange(erratum.about, before, after, erratum.what)


def _forms(name: NameRecord, document: str) -> Iterator[SpotRecord]:
    """Each form of a name that a document prints, at its first line there."""
    for printed in (*name.stands, *name.printed):
        if printed.document.id == document:
            yield SpotRecord(printed.form, printed.source)


def _share_no_form(change: NameChange, forms: Mapping[str, Sequence[Sequence[SpotRecord]]]) -> bool:
    """Whether what the two documents print at the noted places holds no name that is the same."""
    known = {
        text for ref in change.about for spots in forms.get(ref.id, ()) for text in _texts(spots)
    }

    def names(spots: Iterable[SpotRecord]) -> set[str]:
        return {
            name for text in _texts(spots) for name in {it for it in known if it in text} or {text}
        }

    return _differ(names(change.old), names(change.new))


def _texts(spots: Iterable[SpotRecord]) -> set[str]:
    """What stands there, whatever its spaces, marks and the width of its characters."""
    texts = (normalize("NFKC", it.printed.text) for it in spots)
    return {"".join(filter(str.isalnum, it)) for it in texts}


def _differ(old: set[str], new: set[str]) -> bool:
    """Whether both documents print the name and share no form of it."""
    return bool(old and new) and not old & new
