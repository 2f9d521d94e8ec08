"""Handlers of MkDocs' events. MkDocs loads this file by its path, as a module of its own."""

import html
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.site import theme_words
from generator.site.content_policy import with_policy
from generator.site.known_pages import KnownPages
from generator.site.mkdocs_build import DEFAULT_VARIANT, LAST_SITE, VARIANTS
from generator.site.pages_beside import Beside, is_beside
from generator.site.preview_state import preview
from generator.site.scripts import publish_scripts
from generator.site.sidecars import Sidecars
from generator.site.site_page import SitePage, Variant
from generator.site.style_sheets import (
    DARK,
    OF_THEME,
    SCRIPT,
    SHEET,
    UNUSED,
    publish_sheets,
    theme_asset,
)
from generator.site.template_environment import make_lean, without_padding

HOME_SOURCE = f"{DEFAULT_VARIANT}/index.md"
"""The page that a preview draws with the frame; the style sheet is made for what is in it."""
LAST = -200
"""Priority after mkdocs-static-i18n (-100), which settles the variant."""


@dataclass
class _Variant:
    """The variant that is being built."""

    beside: Beside = field(default_factory=Beside)
    shared: dict[str, File] = field(default_factory=dict)
    """Files that the other variant publishes for both, by their sources."""
    nav: Navigation = field(default_factory=lambda: Navigation([], []))


_building = _Variant()

is_live = False
"""Whether pages are made for a server, whose live reload is an inline script."""
is_served = False
"""Whether that is our own, which makes each page when it is asked for. Plain `mkdocs serve` makes
all that `generate` left in docs/, as a build does."""


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Let our own server make pages when they are asked for."""
    if is_served:
        # A build by another program than MkDocs does without it, and without what it needs.
        from generator.site import mkdocs_server

        mkdocs_server.prepare(server, config)
    return server


@event_priority(LAST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The variant's own words: the site's name, and what a heading's link says.

    Before, the sources are brought up to date; once a rebuild, not once a variant.
    """
    if config.theme["language"] == DEFAULT_VARIANT and preview.begin_rebuild():
        utils.clean_directory(config.site_dir)
    if preview.only_source:
        config.theme.static_templates.clear()
    _words.cache_clear()
    words = _words(config.docs_dir, config.theme["language"])
    # Templates print titles and names as they are, so they are HTML from here on.
    config.site_name = html.escape(words["site-name"])
    # The site map is ours (exports/site_files.py); the theme's tells the day of the build.
    config.theme.static_templates.discard("sitemap.xml")
    return config


@event_priority(-LAST)
def _files_to_build(files: Files, *, config: MkDocsConfig) -> Files:
    """Choose the files of this build.

    A preview keeps its sources in memory and builds only the page that was requested. A build makes
    most of the files beside MkDocs. Files that are no pages are published once for both variants;
    the theme's unused files are left out.
    """
    wanted = list(files)
    if is_served:
        # What else lies below docs/ was left there by somebody.
        ours = (it.src_uri for it in files if it.src_dir == config.docs_dir)
        leftover = {path for path in ours if not path.startswith("assets/")}
        wanted = [it for it in files if it.src_uri not in leftover and not preview.only_source]
        # The switch between the scripts looks for the page's counterpart.
        below = {*(config.nav or ()), (preview.only_source or HOME_SOURCE).partition("/")[2]}
        wanted += [
            File(f"{variant}/{path}", config.docs_dir, config.site_dir, config.use_directory_urls)
            for variant in VARIANTS
            for path in sorted(below)
        ]
    variant = config.theme["language"]
    beside = [] if is_served else [it for it in wanted if is_beside(it, config)]
    _building.beside = Beside.of(beside, variant)
    wanted = [it for it in wanted if it.src_uri not in _building.beside.sources]
    _building.shared = {}
    if variant != DEFAULT_VARIANT:
        _building.shared = {it.src_uri: it for it in wanted if not it.is_documentation_page()}
        wanted = [
            file
            for file in wanted
            if file.is_documentation_page() or file.src_uri.startswith(f"{variant}/")
        ]
    return Files([it for it in wanted if not UNUSED.match(it.src_uri)])


@event_priority(LAST)
def _prepare_pages(files: Files, *, config: MkDocsConfig) -> Files:
    """Give the pages their parser, and the requested page of a preview its content; a preview's
    other pages are known to MkDocs but not built."""
    language = config.theme["language"]
    sidecars = Sidecars(Path(config.docs_dir), preview.sidecar, language)
    permalink = html.escape(_words(config.docs_dir, language)["permalink"])
    beside = _building.beside

    @cache
    def other_file(source: str) -> File | None:
        return _building.shared.get(source) or beside.file(source, config)

    variant = Variant(other_file, sidecars, permalink, is_served)
    for file in [*files.documentation_pages(), *beside.pages]:
        SitePage(None, file, config).variant = variant
        if is_served:
            file.is_modified = lambda: False  # type: ignore[method-assign]
    awaited = files.get_file_from_path(preview.only_source or HOME_SOURCE) if is_served else None
    if awaited:
        awaited.content_bytes = preview.source(awaited.src_uri) or b""
        awaited.is_modified = lambda: True  # type: ignore[method-assign]
    return files


on_files = CombinedEvent(_files_to_build, _prepare_pages)


@event_priority(LAST)
def on_nav(nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
    """Name the pages of the navigation in the variant's script."""
    words = _words(config.docs_dir, config.theme["language"])
    for item in nav.items:
        if isinstance(item, Page):
            top = item.file.src_uri.split("/")[1].removesuffix(".md")
            item.title = html.escape(words[f"nav.{top}"])
    _building.nav = nav
    return nav


@event_priority(LAST)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Hand the templates the words of both variants, and make what is made beside MkDocs: the
    pages of the navigation have been read, and none has been drawn."""
    make_lean(env)
    bundle = f"assets/javascripts/{theme_asset(config.theme.dirs, SCRIPT).name}"
    env.globals |= {"sheet": SHEET, "dark_sheet": DARK, "bundle": bundle}
    env.globals["words"] = _words(config.docs_dir, config.theme["language"])
    for name, variant in zip(("hant_words", "hans_words"), VARIANTS, strict=True):
        env.globals[name] = _words(config.docs_dir, variant)
    _building.beside.draw(env, _building.nav, files, config, on_post_page, _known_pages(config))
    _building.beside.copy()
    return env


def _known_pages(config: MkDocsConfig) -> KnownPages:
    """The pages of the last site, and what each shares with all others of the variant."""
    extra, settings, folder = config.extra, Path(config.config_file_path), Path(config.docs_dir)
    language, last_site = config.theme["language"], extra.get(LAST_SITE)
    if not last_site:
        return KnownPages(language, None, ())
    frame = sorted(it for it in (folder / "overrides").rglob("*") if it.is_file())
    words = (folder / variant / theme_words.WORDS for variant in VARIANTS)
    names = [it.relative_to(folder).as_posix() for it in frame]
    named = names, config.site_url, extra["repository"], extra["report"]
    made_with = [it.read_bytes() for it in (settings, *frame, *words)]
    return KnownPages(language, Path(last_site), [repr(named).encode(), *made_with])


def on_startup(*, command: str, **_: Any) -> None:
    """Remember for whom pages are made."""
    global is_live, is_served
    is_live = command == "serve"
    is_served = is_live and preview.refresh is not None


def on_post_page(output: str, **_: Any) -> str:
    """Say in the page what it may load and run."""
    page = without_padding(output)
    return page if is_live else with_policy(page)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """One 404 page and one start.js for both scripts, from the default variant's run."""
    if config.theme["language"] != DEFAULT_VARIANT:
        return ""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


def on_post_build(*, config: MkDocsConfig) -> None:
    """Publish shared static files once."""
    if not preview.only_source:
        # Which rules the sheets keep depends on the words of the scripts, not of their comments.
        publish_scripts(Path(config.site_dir, "assets"), OF_THEME)
        publish_sheets(Path(config.site_dir), config.theme.dirs, Path(config.docs_dir))


@cache
def _words(docs: str, variant: str) -> dict[str, str]:
    """The words of a variant, read once until `on_config` forgets them for the next build."""
    return theme_words.read_theme_words(Path(docs), preview.source, variant)
