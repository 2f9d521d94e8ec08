"""Data files and search indexes: (Records, Converter, site address) → (path, bytes) pairs."""

from collections.abc import Callable, Iterator

from generator.exports import data_files, redirects, search_index, social_image
from generator.resolve.records import Records
from generator.script.convert import Converter

EXPORTS: tuple[Callable[[Records, Converter, str], Iterator[tuple[str, bytes]]], ...] = (
    data_files.export,
    search_index.export,
    redirects.export,
    social_image.export,
)
