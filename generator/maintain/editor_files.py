"""Edge: the schemas from which VS Code completes, in its own folder; git ignores them."""

from pathlib import Path

from generator.maintain.schemas import FOLDER, schemas
from generator.model.catalogue import Catalogue
from generator.reading.load import read_catalogue

_SCHEMAS = f"{FOLDER}/schemas/"


def write_schemas(root: Path, catalogue: Catalogue) -> None:
    """Write the catalogue's schemas that are missing or out of date."""
    for path, text in schemas(catalogue).items():
        file = root / path
        if is_schema_path(path) and not (file.is_file() and file.read_text("utf-8") == text):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")


def write_missing_schemas(root: Path, data: Path) -> None:
    """Write the schemas if there are none yet, as in a fresh clone, from what can be read."""
    if not (root / _SCHEMAS).is_dir() and is_repository_data(root, data):
        catalogue, _ = read_catalogue(data)
        if catalogue is not None:
            write_schemas(root, catalogue)


def is_schema_path(path: str) -> bool:
    """Whether a path below the repository is a schema's."""
    return path.startswith(_SCHEMAS)


def is_repository_data(root: Path, data: Path) -> bool:
    """Whether `data` is the data folder of this repository: only then are its files written."""
    return data.resolve() == (root / "data").resolve()
