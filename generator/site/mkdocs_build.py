"""Run MkDocs for a whole site or one variant."""

import logging
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from jinja2 import TemplateError
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.messages.message import say, translate
from generator.messages.problem import ENGLISH, Problem, problem_line
from generator.pipeline.processes import SiteError, run_in_processes
from generator.reading.docs_folder import FOLDERS
from generator.reading.result_cache import results
from generator.site.build_faults import fault_problem
from generator.site.folder_swap import merge_folder
from generator.site.page_warnings import MOST, PageWarnings

VARIANTS = ("zh-Hant", "zh-Hans")
"""The default one, at the root of the site, comes first."""
DEFAULT_VARIANT = VARIANTS[0]
FILES = "files"
"""Among `extra` of the settings: the folder where a build has its files that are no pages. Without
it, they are in docs/."""
LAST_SITE = "last_site"
"""Likewise, the folder of the last site, from which a build takes what has not changed."""
_log = logging.getLogger("handbook")
"""What is told in a process of its own; it goes to standard error."""
LOCAL_ADDRESS = "http://127.0.0.1:8000/"
"""The address of a site that is given none."""


def build(
    root: Path,
    docs: Path,
    output: Path,
    texts: Mapping[str, str] = ENGLISH,
    last_site: Path | None = None,
) -> None:
    """Build the folder `docs` into `output`, empty or not there, strictly, both variants at once.

    Generated files that are no pages are moved there; MkDocs sees the others. `root` holds
    mkdocs.yml; `texts` are those of the language in which faults are told; `last_site` may hold
    pages that are still the same. Raises SiteError, and OSError when the disk refuses.
    """
    output.mkdir(exist_ok=True)
    for entry in list(docs.iterdir()):
        if entry.name not in (*VARIANTS, *FOLDERS):
            entry.rename(output / entry.name)
    parts = {variant: output.with_name(f"{output.name}.{variant}") for variant in VARIANTS}
    run_in_processes(
        _build_in_process,
        [
            (root, docs, parts[variant], output, variant, dict(texts), last_site, results.folder)
            for variant in VARIANTS
        ],
    )
    default, other = (parts[variant] for variant in VARIANTS)
    merge_folder(default, output)
    merge_folder(other / VARIANTS[1], output / VARIANTS[1])
    shutil.rmtree(other)


def _build_in_process(
    root: Path,
    docs: Path,
    part: Path,
    output: Path,
    variant: str,
    texts: Mapping[str, str],
    last_site: Path | None,
    kept: Path | None,
) -> None:
    """Build one variant into the folder `part`, and tell what is wrong with its pages; other files
    are in `output`, and results of earlier builds in `kept`. Raises SiteError."""

    def tell(problem: Problem) -> None:
        _log.error("%s", problem_line(problem, texts))

    warnings = PageWarnings(docs, tell)
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = load_settings(root, docs_dir=str(docs), site_dir=str(part))
        config.extra[FILES] = str(output)
        config.extra[LAST_SITE] = str(last_site) if last_site else ""
        with results.kept_in(kept):
            build_variant(config, variant, "build")
    except (MkDocsException, TemplateError) as error:
        # In the end MkDocs only says how many warnings there were.
        if not (isinstance(error, Abort) and warnings.number):
            tell(fault_problem(error, root))
        if (more := warnings.number - MOST) > 0:
            left_out = say(
                "… and {more} more of the pages in {variant}", more=more, variant=variant
            )
            _log.error("%s", translate(left_out, texts))
        raise SiteError(say("MkDocs warned about the pages; see above")) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)


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
