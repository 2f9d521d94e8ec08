"""Edge: the datasets and plans that a data folder holds already · folder → KnownRecords."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from generator.maintain.extract.source_error import SourceError
from generator.messages.problem import as_message, has_errors
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.reading.load import read_catalogue
from generator.script.convert import Converter
from generator.script.glossary import Glossary, glossary


@dataclass(frozen=True)
class KnownRecords:
    """The existing records that a new plan is compared with."""

    datasets: Mapping[str, RecordFile[Dataset]]
    documents: Mapping[str, RecordFile[Document]]
    converter: Converter
    machines: tuple[str, ...]
    """Documents whose Simplified a machine made, with its own words."""
    identifiers: frozenset[str] = frozenset()
    """Of agencies and programmes, one of which a new agency must not take."""
    catalogue: Catalogue | None = None
    """All records that could be read."""

    def earlier(self, publisher: str, document: str, date: str | None) -> str | None:
        """The newest plan of the same publisher before `document`; none if this is the first."""
        plans = [
            (record_file.record.date or "", record_file.record.id)
            for record_file in self.documents.values()
            if record_file.record.kind == "open-data-plan"
            and record_file.record.publisher == publisher
            and record_file.record.id != document
            and (date is None or (record_file.record.date or "") < date)
        ]
        return max(plans)[1] if plans else None

    def parts_of(self, document: str | None) -> Set[str]:
        """The letters of the parts that a plan has; none if it is not known."""
        held = self.documents.get(document or "")
        return {section.code[0] for section in held.record.sections} if held else frozenset()

    def date_of(self, document: str) -> str:
        """The date of a plan, for telling which of two is newer."""
        record_file = self.documents.get(document)
        return (record_file.record.date or "") if record_file else ""


def read_records(data: Path) -> Catalogue:
    """The records in `data`. Raises SourceError where one cannot be read: what stands in it would
    be drafted again."""
    catalogue, problems = read_catalogue(data)
    if catalogue is None or has_errors(problems):
        raise SourceError(as_message(problems))
    return catalogue


def load_known_records(data: Path) -> KnownRecords:
    """The records in `data`; a folder that is missing holds none.

    Raises SourceError when a dataset or a document cannot be read: its rows would be taken for new.
    """
    catalogue, problems = read_catalogue(data)
    if catalogue is None:
        return KnownRecords({}, {}, Converter(Glossary((), {})), ())
    unread = [
        problem
        for problem in problems
        if problem.place.path.endswith(".yml")
        and ("/datasets/" in problem.place.path or "/documents/" in problem.place.path)
    ]
    if unread:
        raise SourceError(as_message(unread))
    return KnownRecords(
        datasets=catalogue.datasets,
        documents=catalogue.documents,
        converter=Converter(glossary(catalogue)),
        machines=tuple(
            record_file.record.id
            for record_file in catalogue.documents.values()
            if record_file.record.simplified_by == "machine"
        ),
        identifiers=frozenset({*catalogue.agencies, *catalogue.programmes}),
        catalogue=catalogue,
    )
