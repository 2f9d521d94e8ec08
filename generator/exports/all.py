"""Every export: (Records, Converter, site address) → (path below docs/, bytes) pairs."""

from collections.abc import Callable, Iterator

from generator.exports import (
    calendars,
    data_files,
    dcat,
    feeds,
    heads,
    redirects,
    search_index,
    social_image,
)
from generator.resolve.records import Records
from generator.script.convert import Converter

Export = Callable[[Records, Converter, str], Iterator[tuple[str, bytes]]]
EXPORTS: tuple[Export, ...] = (
    data_files.export,
    search_index.export,
    heads.export,
    dcat.export,
    feeds.export,
    calendars.export,
    redirects.export,
    social_image.export,
)
