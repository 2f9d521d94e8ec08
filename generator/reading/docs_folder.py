"""Edge: the hand-written files below docs/ · folder → files to copy, and problems with others.

Whatever lies there is published as it is, so it is looked at like the data: a link could lead to
any file of the machine that builds, and a page or a picture with a script would be one of the site.
"""

import re
from pathlib import Path

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem
from generator.reading.record_files import display_path
from generator.reading.stray_names import is_system_file

FOLDERS = ("assets", "overrides")
"""Folders below docs/ that nobody generates."""
_FONTS, _PICTURES = (".woff", ".woff2"), (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico")
_KINDS = {"assets": (".css", ".js", *_PICTURES, *_FONTS), "overrides": (".html", ".js")}
_ACTIVE = re.compile(
    rb"<\s*(script|foreignobject|iframe|!doctype|!entity|\?xml-stylesheet)|[\s\"'/]on[a-z]+\s*="
    rb"|href\s*=\s*[\"']?\s*[^#\"'\s]|javascript:|@import|url\(\s*[\"']?\s*[^#\"'\s]",
    re.IGNORECASE,
)
"""What lets an SVG run or fetch something."""


def hand_kept_files(docs: Path) -> tuple[list[Path], list[Problem]]:
    """The hand-written files below `docs` to copy into the site, sorted, and problems."""
    files: list[Path] = []
    problems: list[Problem] = []
    for name in FOLDERS:
        for path in [docs / name, *sorted((docs / name).rglob("*"))]:
            if any(is_system_file(part) for part in path.relative_to(docs).parts):
                continue
            if problem := _problem(path, _KINDS[name]):
                problems.append(problem)
            elif path.is_file():
                files.append(path)
    return files, problems


def _problem(path: Path, kinds: tuple[str, ...]) -> Problem | None:
    place = Place(display_path(path))
    if path.is_symlink():
        tip = say("put the file itself here, or delete the link")
        return Problem(place, say("is a link to somewhere else"), tip)
    if not path.is_file():
        return None
    if path.suffix.lower() not in kinds:
        message = say("is of a kind that is not published from here")
        tip = say("remove it; kinds: {kinds}", kinds=list_names(kinds))
        return Problem(place, message, tip)
    if path.suffix.lower() == ".svg" and _ACTIVE.search(path.read_bytes()):
        message = say("this picture runs or fetches something")
        return Problem(place, message, say("save it as plain SVG, without scripts and addresses"))
    return None
