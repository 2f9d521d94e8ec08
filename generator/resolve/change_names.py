"""Agencies and programmes that two documents name differently · Records → NameChanges."""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from generator.resolve.change_types import NameChange
from generator.resolve.fact_types import SpotRecord
from generator.resolve.record_reference import Ref
from generator.resolve.records import NameRecord
from generator.resolve.resolve import Records


def name_changes(records: Records, old: str, new: str) -> tuple[NameChange, ...]:
    """Changes noted as errata first, then those that the terminology shows."""
    noted = tuple(_noted(records, old, new))
    noted_subjects = {ref.id for change in noted for ref in change.about}
    changes = list(noted)
    for name in records.names:
        before, after = (tuple(_forms(name, it)) for it in (old, new))
        if name.id not in noted_subjects and _differ(before, after):
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


def _differ(old: Iterable[SpotRecord], new: Iterable[SpotRecord]) -> bool:
    """Whether both documents print the name and share no form of it; character width is ignored."""
    before = {normalize("NFKC", it.printed.text) for it in old}
    after = {normalize("NFKC", it.printed.text) for it in new}
    return bool(before and after) and not before & after
