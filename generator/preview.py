"""What a server remembers from one rebuild to the next, and so what the next one needs.

MkDocs loads site.py as a module of its own, beside the one that the command line imports; this one
is the same for both.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator import handed


class Preview:
    """The state of the pages that are served; nothing of it matters to a build."""

    def __init__(self) -> None:
        self.before_build: Callable[[], frozenset[str]] | None = None
        """Regenerates the pages before each rebuild, and tells which files below docs/ changed."""
        self.notice = ""
        """HTML that stands over every page while the data are wrong."""
        self._basis: frozenset[tuple[str, float]] = frozenset()
        self._awaited: frozenset[str] | None = None
        """The files that changed since the last whole rebuild; None stands for all."""

    def begin(self, docs: Path) -> bool:
        """Bring the files up to date; whether every page is to be built anew.

        Pages that were not touched would keep an old frame, or stay when their source has gone.
        """
        if self.before_build is None:
            return False
        changed = self.before_build()
        basis = handed.basis(docs)
        if basis != self._basis:
            self._basis, self._awaited = basis, None
            return True
        if self._awaited is not None:
            self._awaited |= changed
        return False

    def end(self) -> None:
        """A rebuild is whole; what one that failed left undone is still awaited by the next."""
        self._awaited = frozenset()

    def needed(self, paths: Iterable[str], navigation: Iterable[str]) -> frozenset[str]:
        """Which of the files `paths` below docs/ a rebuild looks at: what changed, in both
        variants, the pages of the `navigation`, and what is edited by hand. A page is made of its
        own text alone and its links are HTML, so it needs no other."""
        if self._awaited is None:
            return frozenset(paths)
        pages = {path.partition("/")[2] for path in self._awaited if path.endswith(".md")}
        pages |= set(navigation)
        return frozenset(
            path
            for path in paths
            if path in self._awaited
            or path.startswith("assets/")
            or (path.endswith(".md") and path.partition("/")[2] in pages)
        )


preview = Preview()
