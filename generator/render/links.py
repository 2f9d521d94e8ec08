"""Links from one page to another, to a place on it, and to the world outside · names → Markdown.

They lead from source to source, `../agencies/itib.md#datasets`, so that MkDocs and every other
reader of Markdown can follow and check them.
"""

import posixpath
import re
from collections.abc import Mapping

from generator.render.escape import Markdown, escape_url
from generator.resolve.record_reference import LocatorRecord, Ref

QUERY_OR_ANCHOR = re.compile("[?#].*")
CONVERTED_MARK = "[°](#converted)"
"""Stands behind a text that is shown in the script in which it was not printed, and leads to the
note at the foot of the page."""


class PageLinks:
    """Links as seen from the Markdown file `path`, which is relative to its variant's folder."""

    def __init__(self, path: str, line_files: Mapping[tuple[str, int], str]) -> None:
        """`line_files`: of lines that do not stand on their document's page, the file."""
        self._folders = path.split("/")[:-1]
        self._line_files = line_files

    def file(self, ref: Ref) -> str:
        """The Markdown file of a record's page, or of the list that holds it."""
        if ref.kind == "terminology":
            return f"terminology.md#{ref.id}"
        if ref.kind == "corrections":
            return f"corrections.md#{ref.id}"
        return f"{ref.kind}/{ref.id}.md"

    def line(self, locator: LocatorRecord) -> str:
        """The place of a line of a document."""
        document, line = locator.document.id, locator.line
        file = self._line_files.get((document, line), f"documents/{document}.md")
        return f"{file}#line-{line}"

    def link(self, path: str, label: Markdown) -> Markdown:
        """A link to the file `path`, which may end in `?query` or `#anchor`."""
        return _link(self.href(path), label)

    def href(self, path: str) -> str:
        """The file `path` as seen from this one."""
        if path.startswith(("#", "?")):
            return path
        return relative_path(self._folders, path)

    def shared_file(self, path: str, label: Markdown) -> Markdown:
        """A link to a file that stands once for both scripts, beside the variants' folders."""
        return _link(self.shared_href(path), label)

    def shared_href(self, path: str) -> str:
        """Such a file as seen from this one."""
        return "../" * (len(self._folders) + 1) + path

    def external(self, url: str, label: Markdown) -> Markdown:
        """A link that leaves the site."""
        return _link(escape_url(url), label)

    def calendar(self, url: str, label: Markdown) -> Markdown:
        """A link by which a calendar program subscribes to a calendar of this site."""
        return _link(f"webcal:{escape_url(url).partition(':')[2]}", label)


def page_address(path: str) -> str:
    """The address of the Markdown file `path` below its variant's root: `a/b/`, or nothing."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    address = posixpath.join(folder, "" if name == "index" else name).strip("/")
    return f"{address}/" if address else ""


def relative_path(folders: list[str], target: str) -> str:
    """From a folder, given as its parts, to a file: `a/b`, `a/c.md` → `../c.md`.
    posixpath.relpath takes ten times as long, and a list has thousands of links."""
    to_folders = QUERY_OR_ANCHOR.sub("", target).split("/")[:-1]
    shared = 0
    for from_folder, to_folder in zip(folders, to_folders, strict=False):
        if from_folder != to_folder:
            break
        shared += 1
    below = "/".join(target.split("/")[shared:]) if shared else target
    return "../" * (len(folders) - shared) + below


def _link(address: str, label: object) -> Markdown:
    if not isinstance(label, Markdown):
        raise TypeError(f"the link text {label!r} is not escaped")
    text = label.removesuffix(CONVERTED_MARK)
    return Markdown(f"[{text}]({address}){label[len(text) :]}")
