"""What a server remembers from one rebuild to the next, and so what the next one needs.

MkDocs loads site.py as a module of its own, beside the one that the command line imports; this one
is the same for both.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from generator import handed

Sources = Mapping[str, bytes]
"""What MkDocs makes the pages of, by path below docs/."""


class Preview:
    """The state of the pages that are served; nothing of it matters to a build."""

    def __init__(self) -> None:
        self.refresh: Callable[[], Sources] | None = None
        """Generates the sources before each rebuild."""
        self.file: Callable[[str], bytes | None] = lambda _: None
        """Any other generated file, by its path below docs/."""
        self.notice = ""
        """HTML that stands over every page while the data are wrong."""
        self.sources: Sources = {}
        self._basis: object = None
        self._drawn: dict[str, bytes] = {}
        """Of what the pages that are served were made, but for those that `awaited` names."""
        self.awaited: frozenset[str] = frozenset()
        """The sources that a rebuild has to look at."""

    def begin(self, docs: Path) -> bool:
        """Bring the sources up to date; whether every page is to be built anew.

        Pages that were not touched would keep an old frame, or stay when their source has gone.
        """
        if self.refresh is None:
            return False
        self.sources = self.refresh()
        basis = frozenset(self.sources), handed.frame(docs, self.sources)
        whole = basis != self._basis
        if whole:
            self._basis, self._drawn = basis, {}
        drawn = self._drawn
        self.awaited = frozenset(
            path for path, content in self.sources.items() if drawn.get(path) != content
        )
        # What a rebuild that fails leaves undone is not what it was before, either.
        self._drawn = {path: it for path, it in drawn.items() if path not in self.awaited}
        return whole

    def end(self) -> None:
        """A rebuild is whole."""
        self._drawn = dict(self.sources)

    def needed(self, navigation: Iterable[str]) -> frozenset[str]:
        """Which of the sources a rebuild looks at: what changed, in both variants, and the pages
        of the `navigation`. A page is made of its own text alone and its links are HTML, so it
        needs no other."""
        pages = {path.partition("/")[2] for path in self.awaited} | set(navigation)
        return frozenset(path for path in self.sources if path.partition("/")[2] in pages)


preview = Preview()
