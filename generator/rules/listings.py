"""Check that listings agree with their plans: section, status, number of rows, folder."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset, Listing
from generator.model.document import Document
from generator.resolve.periods import is_before
from generator.rules.registered_records import published_first, vanished_identifiers


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A row counted twice, or lost, makes every count on the site wrong."""
    first: dict[tuple[str, str, int], Place] = {}
    for name in published_first(catalogue, "datasets", catalogue.datasets):
        record_file = catalogue.datasets[name]
        yield from _folder(record_file)
        yield from _order(catalogue, record_file)
        for number, listing in enumerate(record_file.record.listings):
            place = record_file.place("listings", number)
            yield from _section(catalogue, record_file, number, listing)
            row = (listing.document, listing.section, listing.row)
            if row in first:
                yield Problem(
                    place,
                    say(
                        "row {row} of {section} is already listed at {first}",
                        row=listing.row,
                        section=listing.section,
                        first=first[row],
                    ),
                    say("one row belongs to one dataset: correct section or row"),
                )
            first.setdefault(row, place)


def check_row_counts(catalogue: Catalogue) -> Iterator[Problem]:
    """Check that each section has as many listings as its document has rows.

    A listing in the wrong document or section is one mistake, told by `check`: until it is mended
    the counts of a document it may belong to say nothing.
    """
    if vanished_identifiers(catalogue, "datasets"):
        return  # rules/history.py names what is missing
    rows: Counter[tuple[str, str, int]] = Counter()
    astray: set[str] = set()
    for record_file in catalogue.datasets.values():
        for number, listing in enumerate(record_file.record.listings):
            rows[listing.document, listing.section, listing.row] += 1
            if listing.document not in catalogue.documents:
                astray |= catalogue.documents.keys()
            elif next(_section(catalogue, record_file, number, listing), None):
                astray.add(listing.document)
    listed_rows = Counter((document, section) for document, section, _ in rows)
    # A row that two records claim is reported by `check`.
    twice = {(document, section) for (document, section, _), count in rows.items() if count > 1}
    for document in catalogue.documents.values():
        if document.record.id not in astray:
            yield from _counted(document, listed_rows, twice)


def _counted(
    document: RecordFile[Document],
    listed: Mapping[tuple[str, str], int],
    twice: Container[tuple[str, str]],
) -> Iterator[Problem]:
    for number, section in enumerate(document.record.sections):
        place = document.place("sections", number, "rows")
        listed_rows = listed.get((document.record.id, section.code), 0)
        if listed_rows != section.rows and (document.record.id, section.code) not in twice:
            yield Problem(
                place,
                say(
                    "section {code} has {rows} rows, but {listed} are listed under data/datasets/",
                    code=section.code,
                    rows=section.rows,
                    listed=listed_rows,
                ),
                say("add the missing listing, or correct `rows` against the document"),
            )
        if (section.rows == 0) != (section.empty is not None):
            yield Problem(
                place,
                say("section {code}: `rows` and `empty` contradict each other", code=section.code),
                say("a section without rows says why in `empty`; one with rows has no `empty`"),
            )


def _order(catalogue: Catalogue, record_file: RecordFile[Dataset]) -> Iterator[Problem]:
    """Check that listings are in the order of their plans; the texts are those of the last one."""
    before: str | None = None
    for number, listing in enumerate(record_file.record.listings):
        document = catalogue.documents.get(listing.document)
        date = document.record.date if document else None
        if is_before(date, before):
            message = say("{document} is older than the plan before it", document=listing.document)
            tip = say("put the listings in the order of the plans, the newest last")
            yield Problem(record_file.place("listings", number, "document"), message, tip)
        before = date or before


def _folder(record_file: RecordFile[Dataset]) -> Iterator[Problem]:
    if record_file.folder != record_file.record.agency:
        yield Problem(
            record_file.place("agency"),
            say(
                "agency {agency!r} differs from the folder {folder!r}",
                agency=record_file.record.agency,
                folder=record_file.folder,
            ),
            say(
                "move the file to datasets/{agency}/, or correct the agency",
                agency=record_file.record.agency,
            ),
        )


def _section(
    catalogue: Catalogue, record_file: RecordFile[Dataset], number: int, listing: Listing
) -> Iterator[Problem]:
    document = catalogue.documents.get(listing.document)
    if document is None:
        return  # rules/references.py reports it
    codes = [section.code for section in document.record.sections]
    if listing.section not in codes:
        place = record_file.place("listings", number, "section")
        tip = say("its sections: {codes}", codes=list_names(codes) or "none")
        yield Problem(
            place,
            say(
                "{document} has no section {section}",
                document=listing.document,
                section=listing.section,
            ),
            tip,
        )
        return
    expected = "released" if listing.section.startswith("D") else "planned"
    if listing.status != expected:
        place = record_file.place("listings", number, "status")
        message = say(
            "section {section} lists what is {wanted}, not {status}",
            section=listing.section,
            wanted=expected,
            status=listing.status,
        )
        yield Problem(
            place, message, say("write `status: {wanted}`, or correct the section", wanted=expected)
        )
    if record_file.record.spatial != listing.section.endswith(".i"):
        spatial = str(listing.section.endswith(".i")).lower()
        message = say("`spatial` disagrees with section {section}", section=listing.section)
        yield Problem(
            record_file.place("spatial"),
            message,
            say("write `spatial: {spatial}`", spatial=spatial),
        )
