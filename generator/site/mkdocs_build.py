"""Run MkDocs for a whole site or one variant."""

import logging
import shutil
from pathlib import Path
from typing import Any, Literal

from jinja2 import TemplateError
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.messages.message import say
from generator.pipeline.processes import SiteError, run_in_processes
from generator.site.build_faults import fault_problem
from generator.site.folder_swap import join_folders

VARIANTS = ("zh-Hant", "zh-Hans")
"""The default one, at the root of the site, comes first."""
DEFAULT_VARIANT = VARIANTS[0]
LOCAL_ADDRESS = "http://127.0.0.1:8000/"
"""The address of a site that is given none."""


def build(root: Path, docs: Path, output: Path) -> None:
    """Build the folder `docs` into the empty `output`, strictly, both variants side by side.

    `root` holds mkdocs.yml. Raises SiteError, and OSError when the disk refuses.
    """
    parts = {variant: output / f".{variant}" for variant in VARIANTS}
    run_in_processes(
        _build_in_process, [(root, docs, parts[variant], variant) for variant in VARIANTS]
    )
    default, other = (parts[variant] for variant in VARIANTS)
    join_folders(default, other / VARIANTS[1], output)
    for part in parts.values():
        shutil.rmtree(part)


def _build_in_process(root: Path, docs: Path, output: Path, variant: str) -> None:
    """Build one variant in its place below `output`. Raises SiteError."""
    try:
        config = load_settings(root, docs_dir=str(docs), site_dir=str(output))
        build_variant(config, variant, "build")
    except (MkDocsException, TemplateError) as error:
        logging.getLogger("mkdocs").error("%s", fault_problem(error, root))
        raise SiteError(say("MkDocs warned about the pages; see above")) from error


def build_variant(config: MkDocsConfig, variant: str, command: Literal["build", "serve"]) -> None:
    """Build one variant; for a preview into the existing folder."""
    plugin: Any = config.plugins["i18n"]
    plugin.current_language = variant
    # It takes itself to be inside of a build, and so builds no other variant after this one.
    plugin.building = True
    try:
        config.plugins.on_startup(command=command, dirty=command == "serve")
        mkdocs_build.build(config, dirty=command == "serve")
    finally:
        config.plugins.on_shutdown()


def load_settings(root: Path, **settings: Any) -> MkDocsConfig:
    """The settings of `root`'s mkdocs.yml, but for those that are given."""
    config = load_config(str(root / "mkdocs.yml"), **settings)
    # A SITE_URL that is set to nothing, as in a workflow, is nothing to MkDocs' `!ENV`.
    config.site_url = config.site_url or LOCAL_ADDRESS
    return config
