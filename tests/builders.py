"""Records with good defaults, so that a test shows only what it is about.

Everything is invented: the agency `sea` publishes the plan `sea-plan`, whose one row lists the
dataset `sea-tides`. A catalogue of these defaults has no problem. Each record is written as YAML in
the order of its model's fields and read back, so the places in problems are real; `yaml_of` shows
the lines.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import data_reads
import yaml

from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, RecordFile, Terminology
from generator.model.correction import Correction
from generator.model.dataset import Dataset, Listing
from generator.model.document import Document, Section
from generator.model.erratum import Erratum, ErratumList, Spot
from generator.model.event import Event, EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import Figure, FigureList
from generator.model.history import History
from generator.model.host import HostList
from generator.model.kinds import KINDS, kind_of
from generator.model.link import Landing
from generator.model.locator import Locator
from generator.model.programme import Condition, Programme
from generator.model.statement import QuotedLocator, Statement, StatementList
from generator.model.synonyms import SynonymGroup, SynonymList
from generator.model.terminology import (
    AllowedCharacters,
    CharacterForm,
    ContextList,
    FormMap,
    Name,
    NameList,
    TermList,
)
from generator.model.vocabulary import Prose, ProseSection, Term, Vocabulary
from generator.reading.decode import decode
from generator.reading.load import load
from generator.reading.yaml_source import parse

ROOT = Path(__file__).resolve().parents[1]
VOCABULARIES = (
    *("agency-kinds", "amount-kinds", "applicants", "asking-words", "categories", "matching"),
    *("dataset-status", "errata-kinds"),
    "errata-levels",
    *("event-kinds", "formats", "page-words"),
    *("frequencies", "interface", "measures", "name-kinds", "programme-kinds", "programme-status"),
    *("qualifiers", "statement-kinds", "term-kinds", "theme", "units"),
    *("budget-bases", "budget-changes", "budget-units", "fields"),
)
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
    if "id" in changes:  # two documents have two texts
        fields["sha256"] = sha256(changes["id"].encode()).hexdigest()
    if "links" not in changes:
        is_hant = (fields | changes)["script"] == "zh-Hant"
        fields["link_note"] = "登在署方網站" if is_hant else "登在署方网站"
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


def a_claiming_locator(*fields: str, **changes: Any) -> Locator:
    """The line with a clause on which those fields of the record rest."""
    return a_locator(**({"supports": fields, "quotation": "海风观测署观测潮汐"} | changes))


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


def a_programme(**changes: Any) -> Programme:
    """`data/programmes/sea-grant.yml`: a scheme one can apply for; line 10 of `sea-plan` names it.

    Like figures, events and errata it is in no catalogue unless it is given.
    """
    fields = {
        "id": "sea-grant",
        "script": "zh-Hant",
        "name": "海產資助計劃",
        "kind": "enterprise-funding",
        "locators": [a_locator(line=10)],
    }
    return Programme.model_validate(fields | changes)


def a_condition(**changes: Any) -> Condition:
    fields = {
        "kind": "eligibility",
        **({} if "kind" in changes else {"applicants": ["company"]}),
        "text": "漁民",
        "printed": "渔民可以申请",
        "document": "sea-plan",
        "line": 11,
    }
    return Condition.model_validate(fields | changes)


def a_figure(**changes: Any) -> Figure:
    """A ceiling of exactly five million dollars on line 20 of `sea-plan`."""
    fields = {
        "id": "sea-grant-ceiling",
        "measure": "ceiling",
        "value": 5_000_000,
        "unit": "HKD",
        **({} if changes.get("unit", "HKD") != "HKD" else {"amount": "per-applicant"}),
        "qualifier": "exact",
        "printed": "500万元",
        "document": "sea-plan",
        "line": 20,
    }
    return Figure.model_validate(fields | changes)


def a_figure_list(*figures: Figure, **changes: Any) -> FigureList:
    """`data/figures/sea-grant.yml`, about the default programme."""
    fields = {"id": "sea-grant", "script": "zh-Hant", "subject": "programme"}
    return FigureList.model_validate(fields | changes | {"figures": figures or (a_figure(),)})


def an_event(**changes: Any) -> Event:
    """The launch in May 2023, which line 30 of `sea-plan` reports."""
    fields = {
        "id": "sea-grant-launched",
        "kind": "launched",
        "date": "2023-05",
        "what": "推出計劃",
        "document": "sea-plan",
        "line": 30,
    }
    return Event.model_validate(fields | changes)


def an_event_list(*events: Event, **changes: Any) -> EventList:
    """`data/events/sea-grant.yml`, about the default programme."""
    fields = {"id": "sea-grant", "script": "zh-Hant", "subject": "programme"}
    return EventList.model_validate(fields | changes | {"events": events or (an_event(),)})


def a_founding(**changes: Any) -> Event:
    """What line 4 of `sea-plan` says about the founding of the agency `sea`."""
    fields = {"id": "sea-founded", "kind": "founded", "date": "1997-07", "what": "海風觀測署成立"}
    return an_event(**(fields | {"line": 4} | changes))


def a_sea_event_list(*events: Event, **changes: Any) -> EventList:
    """`data/events/sea.yml`, about the default agency."""
    founded = events or (a_founding(),)
    return an_event_list(*founded, **({"id": "sea", "subject": "agency"} | changes))


def a_statement(**changes: Any) -> Statement:
    """What line 31 of `sea-plan` says that the default programme is for."""
    fields = {
        "id": "sea-grant-purpose-boats",
        "kind": "purpose",
        "text": "協助漁民更換漁船。",
        "locators": [a_quoted_locator()],
    }
    return Statement.model_validate(fields | changes)


def a_quoted_locator(**changes: Any) -> QuotedLocator:
    fields = {"document": "sea-plan", "line": 31, "quotation": "协助渔民更换渔船"}
    return QuotedLocator.model_validate(fields | changes)


def a_statement_list(*statements: Statement, **changes: Any) -> StatementList:
    """`data/statements/sea-grant.yml`, about the default programme."""
    fields = {"id": "sea-grant", "script": "zh-Hant", "subject": "programme"}
    said = {"statements": statements or (a_statement(),)}
    return StatementList.model_validate(fields | changes | said)


def an_erratum(**changes: Any) -> Erratum:
    """A damaged word on line 40 of `sea-plan`."""
    fields = {
        "id": "sea-plan-tide",
        "level": "fact",
        "what": "「潮汐」印成「朝夕」。",
        "shown_as": "顯示「潮汐」。",
        "locators": [a_spot()],
    }
    return Erratum.model_validate(fields | changes)


def a_spot(**changes: Any) -> Spot:
    return Spot.model_validate({"document": "sea-plan", "line": 40, "printed": "朝夕"} | changes)


def an_erratum_list(*errata: Erratum, **changes: Any) -> ErratumList:
    """`data/errata/damage.yml`."""
    fields = {"id": "damage", "script": "zh-Hant"}
    return ErratumList.model_validate(fields | changes | {"errata": errata or (an_erratum(),)})


def a_correction(**changes: Any) -> Correction:
    """The ceiling of the default programme was taken for four million dollars."""
    one = {"record": "figures/sea-grant-ceiling", "field": "value", "before": "4000000"}
    fields = {
        "id": "2026-03-02-sea-grant-1a2b3c",
        "script": "zh-Hant",
        "day": "2026-03-02",
        "reason": "看錯了數字。",
        "changes": [one | {"after": "5000000"}],
    }
    return Correction.model_validate(fields | changes)


def exceptions(*unused: Mapping[str, Any], **changes: Any) -> Exceptions:
    """`data/exceptions/sea-plan.yml`: the number 7 of line 70 needs no record."""
    one = {"lines": [70], "printed": "7", "reason": "頁碼"}
    fields = {"id": "sea-plan", "unused": unused or (one,)}
    return Exceptions.model_validate(fields | changes)


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
    made = [CharacterForm(opencc=old, wanted=new, reason="printed") for old, new in pairs.items()]
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


def a_context_list(*characters: Mapping[str, Any], **changes: Any) -> ContextList:
    fields = {"id": "to-hant", "script": "zh-Hans", "choices": list(characters)}
    return ContextList.model_validate(fields | changes)


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


def a_synonym_list(*groups: tuple[str, ...]) -> SynonymList:
    """`data/vocabulary/synonyms.yml`: these groups, or two of words that every interface has."""
    groups = groups or (("資訊", "信息"), ("數據集", "資料集", "dataset"))
    return SynonymList(
        id="synonyms", groups=tuple(SynonymGroup(words=it, why="內地說法") for it in groups)
    )


def a_catalogue(
    *,
    documents: Sequence[Document] | None = None,
    agencies: Sequence[Agency] | None = None,
    datasets: Sequence[Dataset] | None = None,
    programmes: Sequence[Programme] = (),
    figures: Sequence[FigureList] = (),
    events: Sequence[EventList] = (),
    statements: Sequence[StatementList] = (),
    budgets: Sequence[Budget] = (),
    errata: Sequence[ErratumList] = (),
    corrections: Sequence[Correction] = (),
    exceptions: Sequence[Exceptions] = (),
    vocabularies: Sequence[Vocabulary] | None = None,
    synonyms: Sequence[SynonymList] | None = None,
    prose: Sequence[Prose] | None = None,
    terminology: Terminology | None = None,
    history: Mapping[str, Sequence[History]] | None = None,
    hosts: Sequence[HostList] = (),
) -> Catalogue:
    """The default records, or those given; vocabularies are the project's own by default.

    `history` is by kind of record: `{"datasets": [History(id="sea-tides", …)]}`.
    """
    terms = a_terminology() if terminology is None else terminology
    vocabularies = vocabularies_of_the_sample() if vocabularies is None else vocabularies
    if prose is None:
        prose = [a_prose(name) for name in ("about", "data", "home")]
    return with_records(
        Catalogue({}),
        documents=_by_id([a_document()] if documents is None else documents),
        agencies=_by_id([an_agency()] if agencies is None else agencies),
        datasets=_by_id([a_dataset()] if datasets is None else datasets),
        programmes=_by_id(programmes),
        figures=_by_id(figures),
        events=_by_id(events),
        statements=_by_id(statements),
        budget=_by_id(budgets),
        errata=_by_id(errata),
        corrections=_by_id(corrections),
        exceptions=_by_id(exceptions),
        vocabulary=_by_id(vocabularies),
        prose=_by_id(prose),
        history=_histories(history or {}),
        hosts=_by_id(hosts),
        **{
            "vocabulary/synonyms": _by_id([a_synonym_list()] if synonyms is None else synonyms),
            **{f"terminology/{it.name}": getattr(terms, it.name) for it in fields(terms)},
        },
    )


def with_records(catalogue: Catalogue, **folders: Mapping[str, RecordFile[Any]]) -> Catalogue:
    """The same with other records in these folders: `with_records(catalogue, datasets={…})`."""
    records = {kind.key: catalogue.of(kind.model) for kind in KINDS}
    assert folders.keys() <= records.keys()
    return Catalogue({**records, **folders})


def record_file(record: R, path: str | None = None) -> RecordFile[R]:
    """`record` with the source it would have had, read from `path` or from where it belongs."""
    if path is None and (known := _known(record)):
        return cast("RecordFile[R]", known.record_file)
    return _held(record, path or path_of(record))


def _held(record: R, path: str) -> RecordFile[R]:
    source, problems = parse(yaml_of(record).encode(), path)
    assert source is not None, problems
    again, wrong = decode(source, type(record))
    assert again == record, wrong
    return RecordFile(record, source, Path(source.path).parent.name)


def path_of(record: Record) -> str:
    """Where a record belongs, for example `data/agencies/sea.yml`."""
    folder = kind_of(type(record)).folder
    if isinstance(record, Dataset):
        folder = f"{folder}/{record.agency}"
    return f"data/{folder}/{record.id}.yml"


def yaml_of(record: Record) -> str:
    """The fields that were given, in the order of the model, one a line; none without a value."""
    fields = record.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude_none=True)
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the same bytes in a third of the time
    return yaml.dump(fields, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000)


def a_data_folder(at: Path, catalogue: Catalogue | None = None) -> Path:
    """A valid folder `at`/data with the files of `catalogue`, or of the default one."""
    catalogue = catalogue or a_catalogue()
    for kind in KINDS:
        (at / "data" / kind.folder).mkdir(parents=True, exist_ok=True)
    for records in catalogue.records.values():
        for it in records.values():
            file = at / it.source.path
            file.parent.mkdir(parents=True, exist_ok=True)
            known = _known(it.record)
            file.write_bytes(known.typed if known else yaml_of(it.record).encode())
    return at / "data"


def catalogue_of_the_project() -> Catalogue:
    """Everything under data/, which the rules must not object to."""
    data_reads.note("data")
    return _catalogue_of_the_project()


@cache
def _catalogue_of_the_project() -> Catalogue:
    catalogue, problems = load(ROOT / "data")
    assert catalogue is not None, problems
    return catalogue


FIRST_DOCUMENTS = frozenset(
    {
        *("factsheet-2024", "factsheet-2025", "head-135-2025-26"),
        *("itc-open-data-plan-2025-2027", "itib-open-data-plan-2026-2028"),
    }
)
WORDS_OF_TESTS = ROOT / "tests" / "data" / "vocabulary"
"""The wording that tests were written for, so that a keeper may change a word under data/."""
ASKED_FOR = ("interface", "theme", "fields")
"""Vocabularies each of whose codes the program asks for by its name."""
OF_PAGES = ("page-words",)
"""Vocabularies whose codes are pages: the sample has its own."""


@cache
def vocabularies_of_the_sample() -> tuple[Vocabulary, ...]:
    """The wording of pages in tests: that of `WORDS_OF_TESTS`, and no keeper's change of a word.

    What the program asks for since is taken from data/, and what it no longer asks for is left out.
    """
    return tuple(_vocabulary(name) for name in VOCABULARIES)


class Known(NamedTuple):
    """A vocabulary of the sample: they are large, and nearly every test wants all of them."""

    record_file: RecordFile[Vocabulary]
    typed: bytes


def _known(record: Record) -> Known | None:
    """What is known of a vocabulary that is the sample's own, and no changed copy of it."""
    known = _known_vocabularies().get(record.id) if isinstance(record, Vocabulary) else None
    return known if known and known.record_file.record is record else None


@cache
def _known_vocabularies() -> dict[str, Known]:
    return {
        it.id: Known(_held(it, path_of(it)), yaml_of(it).encode())
        for it in vocabularies_of_the_sample()
    }


def _vocabulary(name: str) -> Vocabulary:
    folders = (WORDS_OF_TESTS, ROOT / "data" / "vocabulary")
    with data_reads.unnoted():  # of data/ codes alone that the program asks for
        own, new = (_vocabulary_in(folder, name) for folder in folders)
    if own is None or new is None or name in OF_PAGES:
        only = own or new
        assert only is not None, name
        return only
    known = {it.code for it in own.terms}
    asked_for = {it.code for it in new.terms}
    kept = [it for it in own.terms if it.code in asked_for or name not in ASKED_FOR]
    terms = (*kept, *(it for it in new.terms if it.code not in known))
    return own.model_copy(update={"terms": terms})


def _vocabulary_in(folder: Path, name: str) -> Vocabulary | None:
    file = folder / f"{name}.yml"
    if not file.is_file():
        return None
    source, problems = parse(file.read_bytes(), f"data/vocabulary/{name}.yml")
    assert source is not None, problems
    record, wrong = decode(source, Vocabulary)
    assert record is not None, wrong
    return record


def _histories(histories: Mapping[str, Sequence[History]]) -> dict[str, RecordFile[History]]:
    return {
        f"{kind}/{record.id}": record_file(record, f"data/history/{kind}/{record.id}.yml")
        for kind, records in histories.items()
        for record in records
    }


def _by_id(records: Sequence[R]) -> dict[str, RecordFile[R]]:
    return {record.id: record_file(record) for record in sorted(records, key=lambda it: it.id)}
