"""Edge: which kind of document a file is, which one, and what it follows · file → Incoming."""

import hashlib
from collections.abc import Iterator

from generator.maintain.extract.edition_items import items_of
from generator.maintain.extract.head_layout import HEAD
from generator.maintain.extract.head_reading import read_head
from generator.maintain.extract.head_record import PrintedHead
from generator.maintain.extract.head_source import HeadSource, head_words, read_head_source
from generator.maintain.extract.plan_table import read_plan
from generator.maintain.extract.printed_names import load_names
from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.source_text import SourceText, read_source, refuse_english
from generator.maintain.scaffold import identifier_problem
from generator.maintain.take_in.request import KINDS, Incoming, Kind, TakeInRequest
from generator.maintain.verify.text import BOM
from generator.messages.message import list_names, say
from generator.model.catalogue import Catalogue
from generator.model.document import Document
from generator.resolve.printed.quotation import compact_line
from generator.script.opencc_tables import open_cc

_SHARE = 10
"""An edition has at least one in ten of the clauses that records quote from another one."""


def recognise(request: TakeInRequest, catalogue: Catalogue) -> Incoming:
    """What the file of `request` is. Raises SourceError where that cannot be seen."""
    source = read_source(request.file, request.encoding)
    raw = _plain(source)
    known = _known(request, catalogue, source.raw) or _known(request, catalogue, raw)
    kind = request.kind or _kind_of(known) or _seen_kind(request, catalogue, source.text)
    if kind != "head":
        refuse_english(source.text, request.file)
    if kind is None:
        template = (
            "{file} is none of the documents that are known here: an open data plan, another "
            "edition of a fact sheet, a head of the Estimates (if it is one, say which: "
            "`--kind plan`, `--kind edition --from ID` or `--kind head`)"
        )
        raise SourceError(say(template, file=request.file))
    if kind == "head":
        return _head(request, catalogue)
    if known and known.sha256 == hashlib.sha256(source.raw).hexdigest():
        raw = source.raw
    document = request.document or (known.id if known else _name_of_file(request))
    if wrong := identifier_problem(document):
        raise SourceError(wrong)
    _refuse_other_kind(request, catalogue, document, kind)
    earlier = request.earlier
    if kind == "edition" and earlier is None:
        earlier = _edition_before(catalogue, document, source.text)
    return Incoming(kind, document, earlier, raw, source.made)


def _head(request: TakeInRequest, catalogue: Catalogue) -> Incoming:
    words = head_words(catalogue)
    source: HeadSource = read_head_source(request.file, request.encoding, words)
    head = read_head(source.text, words)
    document = head.identifier
    if request.document not in (None, document):
        template = "{file} is {document} (leave out `--document`)"
        raise SourceError(say(template, file=request.file, document=document))
    _refuse_other_kind(request, catalogue, document, "head")
    earlier = request.earlier
    if earlier is None and not request.new:
        earlier = _year_before(catalogue, head, source)
    return Incoming("head", document, earlier, _plain(source.kept), source.kept.made)


def _plain(source: SourceText) -> bytes:
    """The text as it is kept: UTF-8 without a mark, with line ends of its own."""
    return source.raw.removeprefix(BOM).replace(b"\r\n", b"\n")


def _known(request: TakeInRequest, catalogue: Catalogue, raw: bytes) -> Document | None:
    """The record of the document: the one that is named, that has this text, or this name."""
    records = {it.record.id: it.record for it in catalogue.documents.values()}
    if request.document:
        return records.get(request.document)
    digest = hashlib.sha256(raw).hexdigest()
    same = (it for it in records.values() if it.sha256 == digest)
    return next(same, None) or records.get(request.file.stem)


def _kind_of(record: Document | None) -> Kind | None:
    return next((kind for kind, it in KINDS.items() if record and it == record.kind), None)


def _seen_kind(request: TakeInRequest, catalogue: Catalogue, text: str) -> Kind | None:
    lines = ("".join(line.split()).lstrip("#*|") for line in text.split("\n"))
    if any((found := HEAD.match(line)) and found["name"] for line in lines):
        return "head"
    if read_plan(text, load_names(request.data)).sections:
        return "plan"
    return "edition" if any(_editions(catalogue, text)) else None


def _editions(catalogue: Catalogue, text: str) -> Iterator[Document]:
    """Fact sheets of whose quoted words enough stand in the text, in either script."""
    convert = open_cc("hk2s").convert
    words = compact_line(convert(text.replace("\n", "")))
    for record_file in catalogue.documents.values():
        record = record_file.record
        if record.kind != "fact-sheet":
            continue
        quoted = {
            compact_line(convert(getattr(entry.item, "quotation", None) or ""))
            for entry in items_of(catalogue, record.id)
        } - {""}
        standing = sum(quotation in words for quotation in quoted)
        if standing * _SHARE >= len(quoted) > 0:
            yield record


def _edition_before(catalogue: Catalogue, document: str, text: str) -> str | None:
    """The newest edition that is older than the document; none for the first one."""
    own = catalogue.documents.get(document)
    before = [
        edition
        for edition in _editions(catalogue, text)
        if edition.id != document and (own is None or _reported(edition) < _reported(own.record))
    ]
    if not before and own is not None:
        return None
    if not before:
        sheets = [
            sheet.record.id
            for sheet in catalogue.documents.values()
            if sheet.record.kind == "fact-sheet"
        ]
        template = (
            "no older edition of {document} was recognised (name it with `--from`; fact sheets: "
            "{known})"
        )
        raise SourceError(say(template, document=document, known=list_names(sorted(sheets))))
    return max(before, key=_reported).id


def _reported(record: Document) -> tuple[str, str]:
    return (str(record.reports_until or record.date or ""), record.id)


def _year_before(catalogue: Catalogue, head: PrintedHead, source: HeadSource) -> str | None:
    """The newest other year of the same head in the same language, if there is one."""
    years = [
        (budget.record.year, budget.record.id)
        for budget in catalogue.budgets.values()
        if (budget.record.head, budget.record.script) == (head.number, source.language)
        and budget.record.year != head.year
        and budget.record.id in catalogue.documents
    ]
    earlier = [it for it in years if it[0] < head.year] or years
    return max(earlier)[1] if earlier else None


def _name_of_file(request: TakeInRequest) -> str:
    """A file among the texts has the name of its document."""
    if request.file.resolve().parent == request.sources.resolve():
        return request.file.stem
    template = (
        "{file}: which document is it? (name it with `--document`, as its address will have it, "
        "for example `--document factsheet-2026` or `--document sea-open-data-plan-2027-2029`)"
    )
    raise SourceError(say(template, file=request.file))


def _refuse_other_kind(
    request: TakeInRequest, catalogue: Catalogue, document: str, kind: Kind
) -> None:
    record_file = catalogue.documents.get(document)
    if record_file and record_file.record.kind != KINDS[kind]:
        template = (
            "{file} is of the kind {kind}, but {document} is recorded as {other} (give another "
            "`--document`, or leave out `--kind`)"
        )
        values = {"kind": KINDS[kind], "document": document, "other": record_file.record.kind}
        raise SourceError(say(template, file=request.file, **values))
