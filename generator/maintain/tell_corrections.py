"""Tell why published facts changed · changes and what a person says → files below
data/corrections/.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.maintain.extract.record_yaml import dump, fields_of
from generator.maintain.refusal import RefusalWithProblems, check_reason
from generator.maintain.trial_change import ChangedFiles, trial_change
from generator.messages.message import say
from generator.model.catalogue import Catalogue
from generator.model.correction import Correction
from generator.resolve.correction_entries import Explanation, correction_of
from generator.resolve.fact_changes import FactChange, FactRegister, FileFacts
from generator.resolve.identifiers import identifier_locations


def files_to_explain(catalogue: Catalogue) -> list[FileFacts]:
    """The files of records with facts that were published otherwise, and nobody has said why."""
    return [it for it in FactRegister(catalogue).all_files() if it.changes]


def apply_corrections(
    data: Path, explained: Iterable[tuple[FileFacts, Explanation]], today: date
) -> ChangedFiles:
    """Write an entry for each file of records, or nothing. Raises Refusal."""
    with trial_change(data) as trial:
        for file_facts, told in explained:
            check_reason(told.reason)
            if told.reported_by is not None:
                check_reason(told.reported_by)
            name = file_facts.record_file.record.id
            trial.write(*correction_file(correction_of(name, file_facts.changes, told)))
        catalogue, problems = trial.examine(today)
        if catalogue is None:
            message = say("nothing was changed: the entries would be wrong")
            raise RefusalWithProblems(message, problems)
        return trial.apply()


def correction_file(correction: Correction) -> tuple[str, str]:
    """Path below data/ and text of an entry."""
    return f"corrections/{correction.id}.yml", dump(fields_of(correction))


def retired_entry(
    catalogue: Catalogue, identifiers: Iterable[tuple[str, str]], told: Explanation
) -> Correction | None:
    """The entry of records and items, by kind and identifier, that are no more; None if none of
    them was published. The first one gives it its name."""
    register, locations = FactRegister(catalogue), identifier_locations(catalogue)
    names = list(identifiers)
    changes: list[FactChange] = []
    for kind, identifier in names:
        location = locations[kind].get(identifier)
        record = location.record_file.record if location else None
        changes += register.gone(kind, identifier, record)
    return correction_of(names[0][1], changes, told) if changes else None
