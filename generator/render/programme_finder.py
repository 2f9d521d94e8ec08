"""The list of programmes with everything it can be filtered by · Records → page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model.link import Links
from generator.model.wording import Wording
from generator.render.finder import NONE, Facet, by_code, facet
from generator.render.official_page import official_page
from generator.render.overview import OverviewEntry, status_entry
from generator.render.page import Page
from generator.render.programme_conditions import MONEY, condition_groups
from generator.resolve.fact_types import APPROVED
from generator.resolve.programme_codes import amounts, applicants, matching
from generator.resolve.record_reference import Label
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records
from generator.script.phrase import PageText

COLUMNS = "kind agency:agency:list applicants:applicant:list matching:matching:list status link"
"""Of the list as a file: each column, the attribute of a row that it is made of, and its type."""
FacetCodes = Mapping[str, tuple[str, ...]]
"""Facet → the values that a programme has of it."""
LabelledEntries = list[tuple[Wording | None, OverviewEntry]]
"""Each with the kind of condition that it is, where the column does not say it."""


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme as a row of the list: what an applicant asks first."""

    programme: ProgrammeRecord
    who: LabelledEntries
    amounts: LabelledEntries
    conditions: LabelledEntries
    """All others, first with which share of one's own."""
    status: OverviewEntry | None
    links: Links | None
    """Official pages, its own or else of the body that runs it."""

    @property
    def columns(self) -> tuple[LabelledEntries, ...]:
        """In the order in which they stand."""
        return self.who, self.amounts, self.conditions

    @property
    def has_summary(self) -> bool:
        """Whether its summary tells more than its conditions, or one cannot apply for it."""
        return not self.programme.for_applicants or not any(self.columns)


def programme_finder(records: Records) -> Page:
    """The list by kind, those first that one can apply for."""
    words = records.words
    rows = [_row(it, records) for it in records.programmes]
    kinds = [it.code for it in records.programme_kinds]
    rows.sort(key=lambda it: (kinds.index(it.programme.kind.code), not any(it.columns)))
    codes = {it.id: _codes(it, records) for it in records.programmes}
    open_count = sum(it.for_applicants for it in records.programmes)
    return Page(
        "programmes/index.md",
        "programmes.md.j2",
        words["programmes"],
        (words["programmes-lead"],),
        {
            "count": len(rows),
            "open_count": open_count,
            "facets": _facets(records, codes.values()),
            "columns": " ".join((COLUMNS, *_amount_columns(records))),
            "kinds": [(kind, list(it)) for kind, it in groupby(rows, lambda it: it.programme.kind)],
            "has_unknown": any(_lacks_something(it) for it in rows),
        },
        script="finder",
        is_wide=True,
        rows={it.id: _keys(it, codes[it.id], records) for it in records.programmes},
    )


def _amount_columns(records: Records) -> Iterator[str]:
    for kind in records.amount_kinds:
        yield f"hkd_{kind.code.replace('-', '_')}:hkd-{kind.code}:number"


def _lacks_something(row: ProgrammeRow) -> bool:
    programme = row.programme
    return programme.status is None or (programme.for_applicants and not all(row.columns))


def _row(programme: ProgrammeRecord, records: Records) -> ProgrammeRow:
    links = official_page(programme, records).links
    row = ProgrammeRow(programme, [], [], [], status_entry(programme), links)
    for group in condition_groups(programme, records):
        newest = _newest(group.entries, records)
        if group.code == "eligibility":
            row.who.extend((None, it) for it in newest)
        elif group.code != APPROVED:
            column = row.amounts if group.code in MONEY else row.conditions
            column.extend((group.label if it.names_no_measure else None, it) for it in newest)
    if not row.amounts:
        row.amounts.extend((None, it) for it in _other_money(programme, records))
    return row


def _newest(entries: Iterable[OverviewEntry], records: Records) -> list[OverviewEntry]:
    """Numbers, and of what several documents say in words, what the newest says."""

    def day(entry: OverviewEntry) -> date:
        return max(records.edition_days[it.document.id] for it in entry.sources)

    words = [it for it in entries if it.text is not None]
    newest = max(map(day, words), default=date.min)
    return [it for it in entries if it.text is None or day(it) == newest]


def _other_money(programme: ProgrammeRecord, records: Records) -> Iterator[OverviewEntry]:
    """Sums of money that are no condition, such as what was approved."""
    for series in programme.facts.series:
        newest = series.newest
        if series.term is None and newest.unit.code == "HKD":
            older = newest.source.document.id in records.superseded
            yield OverviewEntry((newest.source,), figure=newest, older=older)


def _keys(
    programme: ProgrammeRecord, codes: FacetCodes, records: Records
) -> dict[str, Sequence[PageText]]:
    """The codes that the finder filters by, what it sorts by, and what its text box searches
    besides the row. Of money the most that each kind may be."""
    most: dict[str, int] = {}
    for figure in amounts(programme):
        if figure.amount:
            code, value = figure.amount.code, figure.value_max or figure.value
            most[code] = max(value, most.get(code, 0))
    ceilings = [value for code, value in most.items() if code in records.ceilings]
    return {
        "id": [programme.id],
        "open": ["true" if programme.for_applicants else "false"],
        **{name: values or (NONE,) for name, values in codes.items()},
        **{f"hkd-{code}": [str(value)] for code, value in most.items()},
        "ceiling": [str(max(ceilings, default=""))],
        "text": _search_texts(programme, records),
    }


def _codes(programme: ProgrammeRecord, records: Records) -> FacetCodes:
    amount_codes = dict.fromkeys(it.amount.code for it in amounts(programme) if it.amount)
    return {
        "applicant": tuple(it.code for it in applicants(programme)),
        "amount": tuple(amount_codes),
        "matching": tuple(it.code for it in matching(programme)),
        "kind": (programme.kind.code,),
        "status": (programme.status.code,) if programme.status else (),
        "agency": tuple(it.id for it in programme.runners),
        "link": (official_page(programme, records).code,),
    }


def _facets(records: Records, codes: Iterable[FacetCodes]) -> tuple[Facet, ...]:
    words = records.words
    counts: dict[str, Counter[str]] = {}
    for of_programme in codes:
        for name, values in of_programme.items():
            counts.setdefault(name, Counter()).update(values or (NONE,))
    pages = {
        "official": words["link-own"],
        "agency": words["link-of-body"],
        NONE: words["link-unknown"],
    }
    agencies = {it.id: it.name for it in records.agencies}

    beside: dict[str, tuple[Iterable[tuple[str, str]], Wording | None]] = {
        "applicant": (records.wider_applicants.items(), words["applicant-apart"]),
        "matching": ((("not-needed", NONE),), words["matching-apart"]),
    }

    def named(code: str, word: str, labels: Iterable[Label]) -> Facet:
        """A facet in which some programmes are unknown."""
        apart, reason = beside.get(code, ((), None))
        return facet(
            code,
            words[word],
            by_code(labels) | {NONE: words["unknown"]},
            counts.get(code, Counter()),
            apart=apart,
            reason=reason,
            least=" ".join(sorted(records.ceilings)) if code == "amount" else None,
        )

    return (
        named("applicant", "who-may-apply", records.applicants),
        named("amount", "amount-kind", records.amount_kinds),
        named("matching", "matching-asked", records.matching),
        named("kind", "programme-kind", records.programme_kinds),
        named("status", "status", records.programme_statuses),
        named("agency", "run-by", (Label(code, name) for code, name in agencies.items())),
        facet("link", words["official-page"], pages, counts.get("link", Counter())),
    )


def _search_texts(programme: ProgrammeRecord, records: Records) -> tuple[PageText, ...]:
    candidates = (
        programme.summary,
        programme.english,
        programme.acronym,
        *programme.aliases,
        *programme.former_names,
        *(it.form.text for it in programme.printed),
        programme.kind.label,
        *(it.label for it in applicants(programme)),
        *(it.name for it in programme.runners),
        *(records.agencies_by_id[it.id].acronym for it in programme.runners),
        *(it.text for it in programme.conditions),
        programme.id,
    )
    return tuple(it for it in candidates if it)
