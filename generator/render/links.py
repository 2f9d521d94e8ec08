"""Links from one page to another, to a place on it, and to the world outside."""

import posixpath
import re

from generator.model.base import Script
from generator.render.escape import Markdown, escape_url
from generator.resolve.record_reference import Ref
from generator.script.variants import VARIANT_ROOT

QUERY_OR_ANCHOR = re.compile("[?#].*")


class PageLinks:
    """Links as seen from the Markdown file `path`, which is relative to its variant's folder."""

    def __init__(self, path: str) -> None:
        self._address = _served_folder(path)
        self.targets: set[str] = set()
        """The files that were linked to."""

    def file(self, ref: Ref) -> str:
        """The Markdown file of a record's page, or of the list that holds it."""
        if ref.kind == "terminology":
            return f"terminology.md#{ref.id}"
        return f"{ref.kind}/{ref.id}.md"

    def html(self, path: str, label: Markdown) -> Markdown:
        """A link to the file `path`, which may end in `?query` or `#anchor`; in HTML, as tables
        need it."""
        return Markdown(f'<a href="{self.href(path)}">{_checked_label(label)}</a>')

    def href(self, path: str) -> str:
        """The address of the file `path` as HTML has it."""
        end = QUERY_OR_ANCHOR.search(path)
        file, rest = (path[: end.start()], end[0]) if end else (path, "")
        if file:
            self.targets.add(file)
        return f"{_relative_path(self._address, _served_folder(file)) if file else ''}{rest}"

    def shared_file(self, path: str, label: Markdown, script: Script) -> Markdown:
        """A link to a file that stands once for both scripts, in HTML."""
        # Not one step more than in the other variant: `/data/` itself lies beside the files.
        start = "/" + VARIANT_ROOT[script] + self._address.removeprefix("/")
        relative = posixpath.relpath("/" + path, start)
        return Markdown(f'<a href="{relative}">{_checked_label(label)}</a>')

    def external(self, url: str, label: Markdown) -> Markdown:
        """A link that leaves the site, in HTML."""
        return Markdown(f'<a href="{escape_url(url)}" rel="external">{_checked_label(label)}</a>')


def page_address(path: str) -> str:
    """The address of the Markdown file `path` below its variant's root: `a/b/`, or nothing."""
    address = _served_folder(path).strip("/")
    return f"{address}/" if address else ""


def _served_folder(path: str) -> str:
    """The folder a Markdown file is served as: `a/b.md` → `/a/b/`, `a/index.md` → `/a/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    return "/" + posixpath.join(folder, "" if name == "index" else name)


def _relative_path(start: str, target: str) -> str:
    """From one folder to another: `/a/b`, `/a/c` → `../c/`. posixpath.relpath takes ten times as
    long, and a list has thousands of links."""
    from_folders, to_folders = start.split("/"), target.split("/")
    shared = 0
    for from_folder, to_folder in zip(from_folders, to_folders, strict=False):
        if from_folder != to_folder:
            break
        shared += 1
    steps = [*[".."] * sum(map(bool, from_folders[shared:])), *filter(None, to_folders[shared:])]
    return "/".join(steps or ["."]) + "/"


def _checked_label(label: object) -> Markdown:
    if not isinstance(label, Markdown):
        raise TypeError(f"the link text {label!r} is not escaped")
    return label
