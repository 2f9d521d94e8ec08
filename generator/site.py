"""The MkDocs glue, the only file that knows MkDocs: hooks for its events, and running it.

MkDocs imports this file as a hook on its own, and `cli` imports it to build or serve.
"""

import html
import importlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

DEFAULT_VARIANT = "zh-Hant"
WORDS = ".theme.json"
"""Written by render/theme.py beside each variant's pages."""
LAST = -200
"""Priority after mkdocs-static-i18n (-100), which settles the variant."""
PALETTE = ("palette.dark", "palette.light")
"""What the switch of each colour scheme says, in the order of mkdocs.yml."""

_ANCHOR = re.compile(r' id="([^"]+)"')

before_build: Callable[[], None] | None = None
"""Set by a server: regenerates the pages before each rebuild."""


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Bring the pages up to date; once a rebuild, not once a variant."""
    # MkDocs loads this file as a module of its own; the server has set the package's attribute.
    refresh = importlib.import_module("generator.site").before_build
    if refresh is not None and config.theme["language"] == DEFAULT_VARIANT:
        refresh()


@event_priority(LAST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The variant's own words: the site's name, and what the colour switch says."""
    words = _words(config, config.theme["language"])
    # The theme prints titles and names as they are, so they are HTML from here on.
    config.site_name = html.escape(words["site-name"])
    for palette, key in zip(config.theme["palette"], PALETTE, strict=True):
        palette["toggle"]["name"] = html.escape(words[key])
    return config


@event_priority(LAST)
def on_nav(nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
    """Name the pages of the navigation in the variant's script."""
    words = _words(config, config.theme["language"])
    for item in nav.items:
        if isinstance(item, Page):
            top = item.file.src_uri.split("/")[1].removesuffix(".md")
            item.title = html.escape(words[f"nav.{top}"])
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
    """Hand the templates the words of both variants."""
    env.globals["words"] = _words(config, config.theme["language"])
    env.globals["other_words"] = _words(config, "zh-Hans")
    return env


def _words(config: MkDocsConfig, variant: str) -> dict[str, str]:
    file = Path(config.docs_dir, variant, WORDS)
    words: dict[str, str] = json.loads(file.read_text("utf-8"))
    return words


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Keep every page out of the theme's index: ours is written by exports/search_index.py."""
    page.meta.setdefault("search", {"exclude": True})
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Let MkDocs know the anchors inside HTML that was put aside, which it holds links against."""
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_ANCHOR.findall(html))
    return html


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """One 404 page for both scripts, from the default variant's run."""
    if template_name == "404.html" and config.theme["language"] != DEFAULT_VARIANT:
        return ""
    return output_content


class SiteError(Exception):
    """MkDocs refused the pages; its own messages have been printed."""


def build(root: Path, docs: Path, output: Path) -> None:
    """Build the folder `docs` into `output` with `root`/mkdocs.yml, strictly.

    Raises SiteError.
    """
    config = _config(root, docs_dir=str(docs), site_dir=str(output))
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
    except (Abort, BuildError) as error:
        raise SiteError(str(error) or "MkDocs warned about the pages; see above") from error
    finally:
        config.plugins.on_shutdown()


def serve(root: Path, docs: Path, watch: Path, address: str) -> None:
    """Serve `docs` at `address` (`host:port`) until interrupted; changes below `watch` rebuild.

    Raises SiteError, for example when the port is taken.
    """
    try:
        mkdocs_serve.serve(
            str(root / "mkdocs.yml"),
            livereload=True,
            watch=[str(watch)],
            docs_dir=str(docs),
            dev_addr=address,
        )
    except (Abort, BuildError, OSError) as error:
        raise SiteError(str(error)) from error


def _config(root: Path, **settings: Any) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), **settings)
