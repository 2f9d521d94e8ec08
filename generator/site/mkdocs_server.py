"""Run MkDocs as a preview server that builds each page on request."""

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
from generator.site.build_faults import HeldLogHandler, fault_problem
from generator.site.file_watch import ProgramWatcher, polling_observer
from generator.site.lazy_app import lazy_app
from generator.site.mkdocs_build import build_variant, load_settings
from generator.site.overlay import error_box_app, notice_app
from generator.site.preview_state import preview

_log_handler = HeldLogHandler()


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
    logging.getLogger("mkdocs").addHandler(_log_handler)
    _log_handler.keep()
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
        _log_handler.give_to(error)
        raise SiteError(as_message([fault_problem(error, root)])) from error
    finally:
        _log_handler.let_go()
        logging.getLogger("mkdocs").removeHandler(_log_handler)


def prepare(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watch the hand-edited files instead of generated ones, and show problems on the pages."""
    _log_handler.let_go()
    root = Path(config.config_file_path).parent
    _watch(server, config, root)
    pages = notice_app(server.serve_request, lambda: preview.fault or preview.notice)
    app = lazy_app(pages, preview.file, preview.drawing_number, server.mount_path)
    server.set_app(error_box_app(app, lambda error: preview.error_box(error)))
    preview.draw = partial(_draw_page, config, server)
    server.builder = partial(_rebuild, server.builder)
    listen = server.server_activate

    def activate() -> None:
        listen()
        preview.on_listening()

    server.server_activate = activate  # type: ignore[method-assign]


def _watch(server: LiveReloadServer, config: MkDocsConfig, root: Path) -> None:
    server.unwatch(config.docs_dir)
    server.unwatch(str(config.config_file_path))
    server.observer = polling_observer()  # type: ignore[assignment]
    server.watch(str(config.config_file_path))
    by_hand = (Path(config.docs_dir, it) for it in FOLDERS)
    for path in (*by_hand, root / "generator" / "render" / "templates"):
        server.watch(str(path))
    program = str(root / "generator")
    server.observer.schedule(ProgramWatcher(preview.on_program_change), program, recursive=True)


def _rebuild(build: Callable[[], None]) -> None:
    """Rebuild the frame; if that fails, show the error over the old pages until it is mended.

    A server whose build ends in an error would answer no request until one succeeds.
    """
    with preview.build_lock:
        _log_handler.keep()
        try:
            build()
        except Exception as error:
            _log_handler.give_to(error)
            preview.fault = preview.error_box(error)
        else:
            preview.fault = ""
            _log_handler.let_go()


def _draw_page(served: MkDocsConfig, server: LiveReloadServer, source: str) -> None:
    """Build the page of one source into the folder that is served."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.WARNING)
    _log_handler.keep()
    try:
        root = Path(served.config_file_path).parent
        config = load_settings(root, docs_dir=served.docs_dir, site_dir=served.site_dir)
        config.site_url = server.url
        build_variant(config, source.partition("/")[0], "serve")
        _log_handler.let_go()
    except Exception as error:
        _log_handler.give_to(error)
        raise
    finally:
        log.setLevel(level)
