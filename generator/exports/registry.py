"""The register of exports: each makes files for programs, and says which paths are its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from generator.exports import (
    calendars,
    citation_files,
    data_files,
    dcat,
    explanations,
    feeds,
    open_search,
    search_index,
    social_image,
)
from generator.resolve.resolve import Records
from generator.script.convert import Converter


@dataclass(frozen=True)
class Export:
    """One export. A preview makes it when one of its files is asked for."""

    make: Callable[[Records, Converter, str], Iterator[tuple[str, bytes]]]
    """Records, conversion, site address → (path below docs/, bytes) pairs."""
    paths: tuple[str, ...]
    """Patterns: each of its paths has one of them, and none of any other export."""

    def may_make(self, path: str) -> bool:
        """Whether a file with that path would be one of its own."""
        return any(fnmatchcase(path, pattern) for pattern in self.paths)


EXPORTS: tuple[Export, ...] = (
    Export(dcat.export, ("data/catalog.*",)),
    Export(data_files.export, ("data/v1/*", "*/index.json")),
    Export(feeds.export, ("feeds/*.xml",)),
    Export(search_index.export, ("search/words.json", "search/calls.json", "search/zh-*.txt")),
    Export(social_image.export, ("data/social.png",)),
    Export(calendars.export, ("feeds/*.ics",)),
    Export(open_search.export, ("opensearch*.xml",)),
    Export(explanations.export, ("search/explanations.*",)),
    Export(citation_files.export, ("*/*.bib", "*/*.ris", "*/*.csl.json")),
)
"""In an order in which every second one takes half of the time: two processes share them."""
