"""Names of the terminology → records, and the names that agencies and texts take from them."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from generator.model.agency import Agency
from generator.model.base import Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.programme import Programme
from generator.model.source import FieldPath
from generator.model.terminology import Name, NameLines, NameList, PrintedForm
from generator.model.wording import Wording, settle, settle_any
from generator.resolve.record_reference import Label, PrintedRecord, Ref
from generator.resolve.records import NameRecord


def resolve_names(catalogue: Catalogue, kinds: Mapping[str, Wording]) -> dict[str, NameRecord]:
    """Every name by identifier: kinds in the order of their vocabulary, then as typed."""
    lists = catalogue.terminology.names
    hosts = confirming_hosts(catalogue)
    return {
        name.id: _name(name, Label(kind, label), catalogue, hosts)
        for kind, label in kinds.items()
        if kind in lists
        for name in lists[kind].record.names
    }


def own_name(record: Agency | Programme, names: Mapping[str, NameRecord]) -> Wording:
    """The record's own name, or that of the terminology."""
    if record.name is not None:
        return settle(record.name, record.script)
    return names[record.id].name


def subjects(catalogue: Catalogue, names: Mapping[str, NameRecord]) -> dict[str, Ref]:
    """What a fact may be about, by identifier: agencies, programmes, and names without a page."""
    refs = {it.id: Ref("terminology", it.id, it.name) for it in names.values()}
    for agency in catalogue.agencies.values():
        refs[agency.record.id] = Ref("agencies", agency.record.id, own_name(agency.record, names))
    for record_file in catalogue.programmes.values():
        refs[record_file.record.id] = Ref(
            "programmes", record_file.record.id, own_name(record_file.record, names)
        )
    return refs


def document_ref(document: Document) -> Ref:
    """A link to a document, by its title."""
    short = settle(document.short_title, document.script) if document.short_title else None
    title = settle(document.title, document.script, document.id)
    return Ref("documents", document.id, title, short)


def variants_in(
    texts: Iterable[Wording], names: Iterable[NameRecord]
) -> tuple[tuple[Wording, NameRecord], ...]:
    """Unofficial forms of names in `texts`, each of which its document is known to print."""
    variants: dict[str, tuple[Wording, NameRecord]] = {}
    for text in texts:
        for name in names:
            for printed in name.printed:
                if printed.document.id == text.document and printed.form.text in text.text:
                    variants.setdefault(name.id, (printed.form, name))
    return tuple(variants.values())


def names_in(
    document: Document, names: Iterable[NameRecord]
) -> tuple[tuple[PrintedRecord, NameRecord], ...]:
    """The names that a document prints, in the order of their first lines."""
    printed_names = [
        (printed, name)
        for name in names
        for printed in (*name.stands, *name.printed)
        if printed.document.id == document.id
    ]
    return tuple(sorted(printed_names, key=lambda it: (it[0].lines, it[1].id)))


def forms_printed(
    names: NameList, documents: Mapping[str, RecordFile[Document]]
) -> Iterator[tuple[FieldPath, NameLines | PrintedForm, str]]:
    """Where each name is printed: its path in the file, what is said of it, and the form."""
    for number, name in enumerate(names.names):
        official: dict[Script, str] = {"zh-Hant": name.hant, "zh-Hans": name.hans}
        for count, stand in enumerate(name.stands):
            document = documents.get(stand.document)
            form = official[document.record.script] if document else name.hant
            yield ("names", number, "stands", count), stand, form
        for count, printed in enumerate(name.printed):
            yield ("names", number, "printed", count), printed, printed.form


def confirming_hosts(catalogue: Catalogue) -> frozenset[str]:
    """Hosts whose pages may confirm a name."""
    lists = [record_file.record for record_file in catalogue.hosts.values()]
    return frozenset(known.host for it in lists if it.confirms_names for known in it.hosts)


def _name(name: Name, kind: Label, catalogue: Catalogue, hosts: frozenset[str]) -> NameRecord:
    documents = {key: record_file.record for key, record_file in catalogue.documents.items()}
    wording = Wording(name.hant, "zh-Hant", name.hans)
    record = None
    if name.id in catalogue.agencies:
        record = Ref("agencies", name.id, wording)
    elif name.id in catalogue.programmes:
        record = Ref("programmes", name.id, wording)
    official: dict[Script, str] = {"zh-Hant": name.hant, "zh-Hans": name.hans}
    aliases = tuple(settle(alias, "zh-Hant") for alias in name.aliases)
    pages = [
        (source, urlsplit(source).netloc.lower())
        for source in name.confirmed_by
        if source not in documents
    ]
    return NameRecord(
        id=name.id,
        kind=kind,
        name=wording,
        english=name.english,
        acronym=name.acronym,
        aliases=aliases,
        stands=tuple(
            _printed(stand, official[documents[stand.document].script], documents[stand.document])
            for stand in name.stands
        ),
        printed=tuple(_printed(it, it.form, documents[it.document]) for it in name.printed),
        confirming=tuple(it for it in pages if it[1] in hosts),
        mentioning=tuple(it for it in pages if it[1] not in hosts),
        unconfirmed=name.unconfirmed,
        outside=frozenset(filter(None, (name.english, name.acronym, *(it.text for it in aliases))))
        - {it.which for it in name.forms_stand},
        record=record,
    )


def _printed(where: NameLines | PrintedForm, form: str, document: Document) -> PrintedRecord:
    return PrintedRecord(
        Wording(form, document.script, None, document.id),
        document_ref(document),
        where.lines,
        settle_any(where.quotation, document.script, document.id),
    )
