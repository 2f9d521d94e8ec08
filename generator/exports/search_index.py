"""The search index of each variant, read by docs/assets/search/worker.js.

`search/<script>.json`: {"fold": [from, to], "docs": [[address, kind, title, hidden, text], …]}.
`fold` are two strings of equal length: characters of either script → one form of both, so that a
query typed in either script matches. `hidden` is found but not shown, a name a line: aliases,
acronyms, formats, identifiers. Addresses are relative to the site's root; result pages are the
variant's own.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache

from generator.model.base import Script
from generator.model.wording import Wording
from generator.resolve.records import AgencyRecord, DatasetRecord, Records
from generator.script.convert import Bilingual, Converter
from generator.script.package import table

PREFIX: dict[Script, str] = {"zh-Hant": "", "zh-Hans": "zh-Hans/"}


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """One index for each variant."""
    del site_url  # the index holds relative addresses only
    for script in PREFIX:
        docs = list(_docs(records, converter, script))
        used = {char for doc in docs for text in doc for char in text}
        index = {"fold": _fold(used), "docs": docs}
        content = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        yield f"search/{script}.json", content.encode()


def _docs(records: Records, converter: Converter, script: Script) -> Iterator[list[str]]:
    def say(wording: Wording | None) -> str:
        return converter.both(wording)[script] if wording else ""

    def kind(key: str) -> str:
        return say(records.words[key])

    start = PREFIX[script]
    acronyms = {agency.id: agency.acronym for agency in records.agencies}
    for agency in records.agencies:
        printed = (it.form.text for it in agency.printed)
        others = (*map(say, _other_names(agency)), *printed)
        names = (agency.acronym, agency.english, agency.id, *others)
        text = _joined(say(agency.kind.label), say(agency.summary))
        address = f"{start}agencies/{agency.id}/"
        yield [address, kind("agencies"), say(agency.name), _lines(*names), text]
    for dataset in records.datasets:
        names = (
            *(acronyms[dataset.agency.id], dataset.id, *dataset.formats, _portal_id(dataset)),
            _other_name(converter.both(dataset.name), script),
        )
        labels = (dataset.category.label, dataset.frequency.label, dataset.agency.name)
        text = _joined(*map(say, labels), say(dataset.group), say(dataset.description))
        address = f"{start}datasets/{dataset.id}/"
        yield [address, kind("datasets"), say(dataset.name), _lines(*names), text]
    for budget in records.budgets:
        year = f"{say(budget.title)} {budget.year}"
        rows = (say(row.label) for table in budget.tables for row in table.rows)
        text = _joined(say(budget.lead), *dict.fromkeys(rows))
        address = f"{start}budget/{budget.id}/"
        yield [address, kind("budgets"), year, _lines(f"Head {budget.head}", budget.id), text]
    for document in records.documents:
        identifier = document.document.id
        headings = (section.heading for section in document.sections)
        publisher = document.publisher.name if document.publisher else None
        text = _joined(say(publisher), *dict.fromkeys(map(say, headings)))
        address = f"{start}documents/{identifier}/"
        yield [address, kind("documents"), say(document.title), _lines(identifier), text]


def _other_names(agency: AgencyRecord) -> tuple[Wording, ...]:
    return (*agency.aliases, *agency.former_names)


def _other_name(name: Bilingual, script: Script) -> str | None:
    """The name in the other script where folding does not bring the two together: 計畫, 计划."""
    folded = [
        "".join(_variants().get(char, char) for char in text) for text in (name.hant, name.hans)
    ]
    if folded[0] == folded[1]:
        return None
    return name.hans if script == "zh-Hant" else name.hant


def _portal_id(dataset: DatasetRecord) -> str | None:
    return dataset.landing.hant.rsplit("/", 1)[-1] if dataset.landing else None


def _joined(*parts: str) -> str:
    return " ".join(" ".join(part.split()) for part in parts if part)


def _lines(*names: str | None) -> str:
    return "\n".join(dict.fromkeys(" ".join(name.split()) for name in names if name))


def _fold(used: Iterable[str]) -> tuple[str, str]:
    """Pairs that bring every used character, and every variant of one, to a single form."""
    table = _variants()
    wanted = {table.get(char, char) for char in used}
    pairs = [(char, form) for char, form in sorted(table.items()) if form in wanted]
    return "".join(char for char, _ in pairs), "".join(form for _, form in pairs)


@cache
def _variants() -> dict[str, str]:
    """Character → the first of the characters that OpenCC's tables connect it with.

    A character with several counterparts (乾 干 幹, 徵 征) joins them: what is searched is found
    in whichever of them a writer chose.
    """
    leader: dict[str, str] = {}

    def find(char: str) -> str:
        while leader.get(char, char) != char:
            char = leader[char]
        return char

    for name in ("TSCharacters", "HKVariants", "TWVariants"):
        for key, values in table(name):
            # A worker counts UTF-16 units: outside the basic plane a fold would shift highlights.
            group = [char for char in (key, *values) if len(char) == 1 and char <= "\uffff"]
            first = min((find(char) for char in group), default="")
            leader.update((find(char), first) for char in group)
            leader.update((char, first) for char in group)
    return {char: find(char) for char in leader if find(char) != char}
