"""Running MkDocs as a server, whose pages are drawn when they are asked for."""

import logging
from functools import partial
from pathlib import Path

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from generator.asked import asked
from generator.notice import noticed
from generator.preview import preview
from generator.processes import SiteError
from generator.site.building import build_one, config_of

LOOKS = 0.2
"""Seconds between two looks at the files; MkDocs' half a second is a good part of the wait."""


def serve(root: Path, docs: Path, watch: Path, address: str) -> None:
    """Serve `docs` at `address` (`host:port`) until interrupted; changes below `watch` rebuild.

    Raises SiteError, for example when the port is taken.
    """
    # Every page is made from its own source alone, so that building one gives the same as building
    # all; MkDocs warns that it might not.
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: "dirty" not in record.getMessage()
    )
    try:
        mkdocs_serve.serve(
            str(root / "mkdocs.yml"),
            livereload=True,
            build_type="dirty",
            strict=False,
            watch=[str(watch)],
            docs_dir=str(docs),
            dev_addr=address,
        )
    except (Abort, BuildError, OSError) as error:
        raise SiteError(str(error)) from error


def prepare(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watch what people edit, not what is generated from it, and show what is wrong on the page."""
    server.unwatch(config.docs_dir)
    server.unwatch(str(config.config_file_path))
    server.observer = PollingObserver(timeout=LOOKS)
    server.watch(str(config.config_file_path))
    for name in ("assets", "overrides"):
        server.watch(str(Path(config.docs_dir, name)))
    pages = noticed(server.serve_request, lambda: preview.notice)
    server.set_app(asked(pages, preview.file, preview.drawing, server.mount_path))
    preview.draw = partial(_draw, config, server)
    rebuild = server.builder

    def alone() -> None:
        with preview.alone:
            rebuild()

    server.builder = alone


def _draw(served: MkDocsConfig, server: LiveReloadServer, source: str) -> None:
    """Build the page of one source into the folder that is served."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.WARNING)
    try:
        root = Path(served.config_file_path).parent
        config = config_of(root, docs_dir=served.docs_dir, site_dir=served.site_dir)
        config.site_url = server.url
        build_one(config, source.partition("/")[0], "serve")
    finally:
        log.setLevel(level)
