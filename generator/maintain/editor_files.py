"""Edge: what VS Code completes from, in the folder where it looks for it. Git does not keep it."""

from pathlib import Path

from generator.maintain.schemas import FOLDER, schemas
from generator.model.catalogue import Catalogue
from generator.reading.load import read_catalogue

_SCHEMAS = f"{FOLDER}/schemas/"


def write_schemas(root: Path, catalogue: Catalogue) -> None:
    """Make the schemas those of the catalogue."""
    for path, text in schemas(catalogue).items():
        file = root / path
        if is_schema_path(path) and not (file.is_file() and file.read_text("utf-8") == text):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")


def write_missing_schemas(root: Path, data: Path) -> None:
    """Make them if there are none yet, as in a fresh clone, of whatever can be read."""
    if not (root / _SCHEMAS).is_dir() and is_repository_data(root, data):
        catalogue, _ = read_catalogue(data)
        if catalogue is not None:
            write_schemas(root, catalogue)


def is_schema_path(path: str) -> bool:
    """Whether a path below the repository is that of a schema."""
    return path.startswith(_SCHEMAS)


def is_repository_data(root: Path, data: Path) -> bool:
    """Whether these are the data of this repository: what lies beside others is not ours."""
    return data.resolve() == (root / "data").resolve()
