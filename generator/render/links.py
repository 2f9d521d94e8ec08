"""Links from one page to another, to a place on it, and to the world outside."""

import posixpath
import re

from generator.model.base import Script
from generator.render.escape import Markdown, address
from generator.resolve.record_reference import Ref
from generator.script.variants import VARIANT_ROOT

ENDING = re.compile("[?#].*")


class Links:
    """Links as seen from the Markdown file `path`, which is relative to its variant's folder."""

    def __init__(self, path: str) -> None:
        self._address = _address(path)
        self.goals: set[str] = set()
        """The files that were linked to."""

    def file(self, ref: Ref) -> str:
        """The Markdown file of a record's page, or of the list that holds it."""
        if ref.kind == "terminology":
            return f"terminology.md#{ref.id}"
        return f"{ref.kind}/{ref.id}.md"

    def html(self, path: str, label: Markdown) -> Markdown:
        """A link to the file `path`, which may end in `?query` or `#anchor`; in HTML, as tables
        need it."""
        return Markdown(f'<a href="{self.href(path)}">{_escaped(label)}</a>')

    def href(self, path: str) -> str:
        """The address of the file `path` as HTML has it."""
        end = ENDING.search(path)
        file, rest = (path[: end.start()], end[0]) if end else (path, "")
        if file:
            self.goals.add(file)
        return f"{_way(self._address, _address(file)) if file else ''}{rest}"

    def to_file(self, path: str, label: Markdown, script: Script) -> Markdown:
        """A link to a file that stands once for both scripts, in HTML."""
        # Not one step more than in the other variant: `/data/` itself lies beside the files.
        start = "/" + VARIANT_ROOT[script] + self._address.removeprefix("/")
        relative = posixpath.relpath("/" + path, start)
        return Markdown(f'<a href="{relative}">{_escaped(label)}</a>')

    def outside(self, url: str, label: Markdown) -> Markdown:
        """A link that leaves the site, in HTML."""
        return Markdown(f'<a href="{address(url)}" rel="external">{_escaped(label)}</a>')


def served_at(path: str) -> str:
    """The address of the Markdown file `path` below its variant's root: `a/b/`, or nothing."""
    address = _address(path).strip("/")
    return f"{address}/" if address else ""


def _address(path: str) -> str:
    """The folder a Markdown file is served as: `a/b.md` → `/a/b/`, `a/index.md` → `/a/`."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    return "/" + posixpath.join(folder, "" if name == "index" else name)


def _way(start: str, goal: str) -> str:
    """From one folder to another: `/a/b`, `/a/c` → `../c/`. posixpath.relpath takes ten times as
    long, and a list has thousands of links."""
    here, there = start.split("/"), goal.split("/")
    same = 0
    for mine, theirs in zip(here, there, strict=False):
        if mine != theirs:
            break
        same += 1
    steps = [*[".."] * sum(map(bool, here[same:])), *filter(None, there[same:])]
    return "/".join(steps or ["."]) + "/"


def _escaped(label: object) -> Markdown:
    if not isinstance(label, Markdown):
        raise TypeError(f"the link text {label!r} is not escaped")
    return label
