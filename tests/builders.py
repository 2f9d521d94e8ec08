"""Records with good defaults, so that a test shows only what it is about.

Everything is invented: the agency `sea` publishes the plan `sea-plan`, whose one row lists the
dataset `sea-tides`. A catalogue of these defaults has no problem. Each record is written as YAML in
the order of its model's fields and read back, so the places in problems are real; `yaml_of` shows
the lines.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from generator.decode import decode
from generator.load import load
from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.catalogue import Catalogue, Held, Terminology
from generator.model.dataset import Dataset, Listing
from generator.model.document import Document, Section
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import FigureList
from generator.model.history import History
from generator.model.link import Landing
from generator.model.locator import Locator
from generator.model.programme import Programme
from generator.model.terminology import (
    AllowedCharacters,
    ContextList,
    Form,
    FormMap,
    Name,
    NameList,
    TermList,
)
from generator.model.vocabulary import Prose, ProseSection, Term, Vocabulary
from generator.yaml_source import parse

ROOT = Path(__file__).resolve().parents[1]
VOCABULARIES = (
    *("agency-kinds", "categories", "errata-kinds", "event-kinds", "frequencies", "interface"),
    *("measures", "name-kinds", "programme-kinds", "programme-status", "qualifiers", "term-kinds"),
    *("theme", "units"),
)
TERMINOLOGY = {
    NameList: "names",
    TermList: "terms",
    FormMap: "forms",
    ContextList: "contexts",
    AllowedCharacters: "allowed",
}
"""Kind of record → its folder below data/terminology/."""

R = TypeVar("R", bound=Record)


def a_document(**changes: Any) -> Document:
    """`data/documents/sea-plan.yml`: 100 lines, printed in Simplified, one row in section D.ii."""
    fields = {
        "id": "sea-plan",
        "script": "zh-Hans",
        "title": "海风观测署开放数据计划",
        "kind": "open-data-plan",
        "publisher": "sea",
        "date": "2024-12",
        "sha256": "a" * 64,
        "lines": 100,
        "sections": [a_section()],
    }
    return Document.model_validate(fields | changes)


def a_section(**changes: Any) -> Section:
    fields = {"code": "D.ii", "heading": "进度", "line": 50, "rows": 1}
    return Section.model_validate(fields | changes)


def an_agency(**changes: Any) -> Agency:
    """`data/agencies/sea.yml`: a department that line 3 of `sea-plan` names."""
    fields = {
        "id": "sea",
        "script": "zh-Hant",
        "name": "海風觀測署",
        "kind": "department",
        "locators": [a_locator()],
    }
    return Agency.model_validate(fields | changes)


def a_locator(**changes: Any) -> Locator:
    return Locator.model_validate({"document": "sea-plan", "line": 3} | changes)


def a_dataset(**changes: Any) -> Dataset:
    """`data/datasets/sea/sea-tides.yml`, or in the folder of another `agency`."""
    fields = {
        "id": "sea-tides",
        "script": "zh-Hans",
        "name": "潮汐时间",
        "description": "各观测站的潮汐时间",
        "agency": "sea",
        "category": "transport",
        "spatial": False,
        "formats": ["CSV"],
        "frequency": "ANNUAL",
        "listings": [a_listing()],
    }
    return Dataset.model_validate(fields | changes)


def a_listing(**changes: Any) -> Listing:
    fields = {
        "document": "sea-plan",
        "section": "D.ii",
        "row": 1,
        "status": "released",
        "date": "2024-06",
        "frequency_printed": "每年",
        "line": 60,
    }
    return Listing.model_validate(fields | changes)


def a_landing(**changes: Any) -> Landing:
    fields = {
        "zh-Hant": "https://data.example/tc/dataset/sea-tides",
        "zh-Hans": "https://data.example/sc/dataset/sea-tides",
        "listed_as_of": "2025-03-01",
    }
    return Landing.model_validate(fields | changes)


def a_vocabulary(id: str, *codes: str, **changes: Any) -> Vocabulary:
    """A vocabulary in Traditional whose labels are its codes."""
    terms = [Term(code=code, label=code) for code in codes]
    return Vocabulary.model_validate({"id": id, "script": "zh-Hant", "terms": terms} | changes)


def a_prose(id: str = "home", **changes: Any) -> Prose:
    fields = {"id": id, "script": "zh-Hant", "title": "海事手冊", "lead": "逐項註明出處。"}
    return Prose.model_validate(fields | changes)


def a_prose_section(**changes: Any) -> ProseSection:
    fields = {"id": "sources", "heading": "資料來源", "body": "全部取自文件。"}
    return ProseSection.model_validate(fields | changes)


def a_form_map(forms: Mapping[str, str] | None = None, id: str = "forms") -> FormMap:
    """Which character OpenCC gives → which one is wanted; 説 → 說 if nothing is given."""
    pairs = {"説": "說"} if forms is None else forms
    made = [Form(opencc=old, wanted=new, reason="printed") for old, new in pairs.items()]
    return FormMap(id=id, forms=tuple(made))


def a_name(**changes: Any) -> Name:
    """海風觀測署, which is the agency of the defaults only when its `id` is made `sea`."""
    fields = {
        "id": "sea-office",
        "zh-Hant": "海風辦公室",
        "zh-Hans": "海风办公室",
        "unconfirmed": [],
    }
    return Name.model_validate(fields | changes)


def a_name_list(*names: Name, id: str = "agency") -> NameList:
    return NameList(id=id, names=names or (a_name(),))


def a_term_list(
    pairs: Mapping[str, str], id: str = "repairs", role: str = "repair", **changes: Any
) -> TermList:
    """Terms from Simplified, for every text unless `documents` are given."""
    terms = [{"from": old, "to": new, "reason": "printed"} for old, new in pairs.items()]
    fields = {"id": id, "role": role, "script": "zh-Hans", "terms": terms}
    return TermList.model_validate(fields | changes)


def a_context_list(seen: Mapping[str, Sequence[str]]) -> ContextList:
    characters = [{"char": char, "seen": list(uses)} for char, uses in seen.items()]
    return ContextList.model_validate({"id": "ambiguous", "characters": characters})


def a_terminology(
    *,
    names: Sequence[NameList] = (),
    terms: Sequence[TermList] = (),
    forms: Sequence[FormMap] | None = None,
    contexts: Sequence[ContextList] = (),
    allowed: Sequence[AllowedCharacters] = (),
) -> Terminology:
    """A form map alone, or what is given beside it."""
    return Terminology(
        names=_by_id(names),
        terms=_by_id(terms),
        forms=_by_id([a_form_map()] if forms is None else forms),
        contexts=_by_id(contexts),
        allowed=_by_id(allowed),
    )


def a_catalogue(
    *,
    documents: Sequence[Document] | None = None,
    agencies: Sequence[Agency] | None = None,
    datasets: Sequence[Dataset] | None = None,
    programmes: Sequence[Programme] = (),
    figures: Sequence[FigureList] = (),
    events: Sequence[EventList] = (),
    errata: Sequence[ErratumList] = (),
    exceptions: Sequence[Exceptions] = (),
    vocabularies: Sequence[Vocabulary] | None = None,
    prose: Sequence[Prose] | None = None,
    terminology: Terminology | None = None,
    history: Sequence[History] = (),
) -> Catalogue:
    """The default records, or those given; vocabularies are the project's own by default."""
    return Catalogue(
        documents=_by_id([a_document()] if documents is None else documents),
        agencies=_by_id([an_agency()] if agencies is None else agencies),
        datasets=_by_id([a_dataset()] if datasets is None else datasets),
        programmes=_by_id(programmes),
        figures=_by_id(figures),
        events=_by_id(events),
        errata=_by_id(errata),
        exceptions=_by_id(exceptions),
        vocabularies=_by_id(
            vocabularies_of_the_project() if vocabularies is None else vocabularies
        ),
        prose=_by_id([a_prose("about"), a_prose("home")] if prose is None else prose),
        terminology=a_terminology() if terminology is None else terminology,
        history=_by_id(history),
    )


def held(record: R, path: str | None = None) -> Held[R]:
    """`record` with the source it would have had, read from `path` or from where it belongs."""
    source, problems = parse(yaml_of(record).encode(), path or path_of(record))
    assert source is not None, problems
    again, wrong = decode(source, type(record))
    assert again == record, wrong
    return Held(record, source, Path(source.path).parent.name)


FOLDERS: dict[type[Record], str] = {
    Document: "documents",
    Agency: "agencies",
    Programme: "programmes",
    FigureList: "figures",
    EventList: "events",
    ErratumList: "errata",
    Exceptions: "exceptions",
    History: "history",
    Vocabulary: "vocabulary",
    Prose: "prose",
    **{kind: f"terminology/{folder}" for kind, folder in TERMINOLOGY.items()},
}
"""Kind of record → its folder below data/; a dataset stands in its agency's."""


def path_of(record: Record) -> str:
    """Where a record belongs, for example `data/agencies/sea.yml`."""
    nested = isinstance(record, Dataset)
    folder = f"datasets/{record.agency}" if nested else FOLDERS[type(record)]
    return f"data/{folder}/{record.id}.yml"


def yaml_of(record: Record) -> str:
    """The fields that were given, in the order of the model, one a line."""
    fields = record.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)


def a_data_folder(at: Path, catalogue: Catalogue | None = None) -> Path:
    """A valid folder `at`/data with the files of `catalogue`, or of the default one."""
    catalogue = catalogue or a_catalogue()
    for folder in FOLDERS.values():
        (at / "data" / folder).mkdir(parents=True, exist_ok=True)
    terminology = catalogue.terminology
    for records in (
        catalogue.documents,
        catalogue.agencies,
        catalogue.datasets,
        catalogue.programmes,
        catalogue.figures,
        catalogue.events,
        catalogue.errata,
        catalogue.exceptions,
        catalogue.history,
        catalogue.vocabularies,
        catalogue.prose,
        terminology.names,
        terminology.terms,
        terminology.forms,
        terminology.contexts,
        terminology.allowed,
    ):
        for it in records.values():
            file = at / it.source.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(yaml_of(it.record).encode())
    return at / "data"


@cache
def catalogue_of_the_project() -> Catalogue:
    """Everything under data/, which the rules must not object to."""
    catalogue, problems = load(ROOT / "data")
    assert catalogue is not None, problems
    return catalogue


@cache
def vocabularies_of_the_project() -> tuple[Vocabulary, ...]:
    """The vocabularies under data/; the wording of pages in tests is the real one."""
    return tuple(_vocabulary(name) for name in VOCABULARIES)


def _vocabulary(name: str) -> Vocabulary:
    path = f"data/vocabulary/{name}.yml"
    source, problems = parse((ROOT / path).read_bytes(), path)
    assert source is not None, problems
    record, wrong = decode(source, Vocabulary)
    assert record is not None, wrong
    return record


def _by_id(records: Sequence[R]) -> dict[str, Held[R]]:
    return {record.id: held(record) for record in sorted(records, key=lambda it: it.id)}
