"""Running MkDocs as a server, whose pages are drawn when they are asked for."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.messages.problem import as_message
from generator.pipeline.processes import SiteError
from generator.reading.docs_folder import FOLDERS
from generator.site.build_faults import Said, fault
from generator.site.file_watch import OfProgram, observer
from generator.site.lazy_app import asked
from generator.site.mkdocs_build import build_one, config_of
from generator.site.overlay import guarded, noticed
from generator.site.preview_state import preview

_said = Said()


def serve(root: Path, docs: Path, watch: Path, address: str) -> None:
    """Serve `docs` at `address` (`host:port`) until interrupted; changes below `watch` rebuild.

    Raises SiteError, for example when mkdocs.yml is wrong.
    """
    # Every page is made from its own source alone, so that building one gives the same as building
    # all; MkDocs warns that it might not.
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: "dirty" not in record.getMessage()
    )
    # What could not be made was told, and the page asks for it again and again.
    logging.getLogger("mkdocs.livereload").addFilter(
        lambda record: not record.getMessage().endswith("code 500")
    )
    logging.getLogger("mkdocs").addHandler(_said)
    _said.keep()
    try:
        mkdocs_serve.serve(
            str(root / "mkdocs.yml"),
            livereload=True,
            build_type="dirty",
            strict=False,
            watch=[str(watch)],
            docs_dir=str(docs),
            dev_addr=address,
            # The address of the published site is no business of a preview.
            site_url=f"http://{address}/",
        )
    except Exception as error:
        _said.give_to(error)
        raise SiteError(as_message([fault(error, root)])) from error
    finally:
        _said.let_go()
        logging.getLogger("mkdocs").removeHandler(_said)


def prepare(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watch what people edit, not what is generated from it, and show what is wrong on the page."""
    _said.let_go()
    root = Path(config.config_file_path).parent
    _watch(server, config, root)
    pages = noticed(server.serve_request, lambda: preview.fault or preview.notice)
    made = asked(pages, preview.file, preview.drawing, server.mount_path)
    server.set_app(guarded(made, lambda error: preview.failed(error)))
    preview.draw = partial(_draw, config, server)
    server.builder = partial(_rebuild, server.builder)
    listen = server.server_activate

    def begin() -> None:
        listen()
        preview.begins()

    server.server_activate = begin  # type: ignore[method-assign]


def _watch(server: LiveReloadServer, config: MkDocsConfig, root: Path) -> None:
    server.unwatch(config.docs_dir)
    server.unwatch(str(config.config_file_path))
    server.observer = observer()  # type: ignore[assignment]
    server.watch(str(config.config_file_path))
    by_hand = (Path(config.docs_dir, it) for it in FOLDERS)
    for path in (*by_hand, root / "generator" / "render" / "templates"):
        server.watch(str(path))
    program = str(root / "generator")
    server.observer.schedule(OfProgram(preview.changed), program, recursive=True)


def _rebuild(build: Callable[[], None]) -> None:
    """Build the frame anew; what stops it is shown over the pages as they were, until it is mended.

    A server whose build ends in an error would answer no request until one succeeds.
    """
    with preview.alone:
        _said.keep()
        try:
            build()
        except Exception as error:
            _said.give_to(error)
            preview.fault = preview.failed(error)
        else:
            preview.fault = ""
            _said.let_go()


def _draw(served: MkDocsConfig, server: LiveReloadServer, source: str) -> None:
    """Build the page of one source into the folder that is served."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.WARNING)
    _said.keep()
    try:
        root = Path(served.config_file_path).parent
        config = config_of(root, docs_dir=served.docs_dir, site_dir=served.site_dir)
        config.site_url = server.url
        build_one(config, source.partition("/")[0], "serve")
        _said.let_go()
    except Exception as error:
        _said.give_to(error)
        raise
    finally:
        log.setLevel(level)
