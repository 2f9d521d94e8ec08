"""The state that a preview server keeps between requests.

MkDocs loads its hooks by their path, as a module of their own; this one all others import.
"""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Lock


class Preview:
    """The state of a preview, whose pages are built on request; a build of the site ignores it."""

    def __init__(self) -> None:
        self.refresh: Callable[[], None] | None = None
        """Generates the sources anew."""
        self.source: Callable[[str], bytes | None] = lambda _: None
        """The source of a page, by its path below docs/."""
        self.sidecar: Callable[[str], str | None] = lambda _: None
        """What is around a page and for machines, as JSON, by the path of its source."""
        self.file: Callable[[str], bytes | None] = lambda _: None
        """Any other generated file, by its path below docs/."""
        self.draw: Callable[[str], None] = lambda _: None
        """Makes the page of the source with that path, in the folder that is served."""
        self.notice = ""
        """HTML that stands over every page while the data are wrong."""
        self.fault = ""
        """HTML that stands over every page while nothing can be made of right data."""
        self.on_listening: Callable[[], None] = lambda: None
        """Called when the server listens."""
        self.on_program_change: Callable[[Path], None] = lambda _: None
        """Called with a file of the program that was edited: it is not read again."""
        self.error_box: Callable[[BaseException], str] = str
        """Tells of an error; the result is what a page says of it, as HTML."""
        self.only_source: str | None = None
        """The source of the only page to build; None when the frame is built."""
        self.build_lock = Lock()
        """Held by a build: MkDocs makes one at a time."""
        self._drawn: dict[str, int] = {}
        self._numbers = count(1)

    def begin_rebuild(self) -> bool:
        """Return True if this is a rebuild of the frame; then update the sources and forget which
        pages were drawn."""
        if self.refresh is None or self.only_source:
            return False
        self.refresh()
        self._drawn = {}
        return True

    def drawing_number(self, address: str) -> int | None:
        """Draw the page at an `address` below the site's root, if it was not since the last
        rebuild. A number that no other drawing has; None if there is no such page."""
        path = self._path(address)
        if path is None:
            return None
        with self.build_lock:
            if path not in self._drawn and self.source(path) is not None:
                self._draw(path)
            return self._drawn.get(path)

    def _draw(self, path: str) -> None:
        self.only_source = path
        try:
            self.draw(path)
        finally:
            self.only_source = None
        self._drawn[path] = next(self._numbers)

    def _path(self, address: str) -> str | None:
        """The source of the page at `address`, or beside it the Markdown that is published."""
        here = address.removesuffix("index.html").removesuffix("index.md").strip("/")
        variant, _, below = here.partition("/")
        if variant != "zh-Hans":
            variant, below = "zh-Hant", here
        # A page that redirects is HTML from the start.
        files = (f"{below}.md", f"{below}/index.md".lstrip("/"), f"{below}/index.html")
        paths = (f"{variant}/{it}" for it in files)
        return next((it for it in paths if self.source(it) is not None), None)


preview = Preview()
