"""Files derived from the records and kept in the repository · Catalogue → path → text or None.

Identifiers, what VS Code completes from, the guide as GitHub shows it, and the reviewed
conversions. All of it is written by `dev.py update`, and none of it by hand.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.maintain.guide import FILE, guide
from generator.maintain.reviewed_ledger import ledgers
from generator.maintain.schemas import FOLDER, schemas
from generator.model.catalogue import Catalogue

LEDGERS = "tests/golden/ledger"


def derived_files(catalogue: Catalogue, root: Path) -> dict[str, str | None]:
    """Path below the repository → text of every derived file but data/history/; None to remove."""
    files: dict[str, str | None] = {**schemas(catalogue)}
    if record_file := catalogue.prose.get("contributing"):
        files[FILE] = guide(record_file.record)
    files |= {f"{LEDGERS}/{name}.tsv": text for name, text in ledgers(catalogue).items()}
    return files | _stale_files(root, files)


def _stale_files(root: Path, current: Mapping[str, str | None]) -> dict[str, None]:
    """Derived files whose records no longer exist."""
    existing = [
        file.relative_to(root).as_posix()
        for folder, names in ((LEDGERS, "*/*.tsv"), (f"{FOLDER}/schemas", "*.json"))
        for file in (root / folder).glob(names)
    ]
    return {path: None for path in existing if path not in current}
