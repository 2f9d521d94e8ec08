"""The MkDocs glue, the only file that knows MkDocs: hooks for its events, and running it.

MkDocs imports this file as a hook on its own, and `cli` imports it to build or serve.
"""

import html
import logging
import shutil
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markdown import Markdown
from mkdocs import utils
from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from watchdog.observers.polling import PollingObserver

from generator import handed
from generator.asked import asked
from generator.frame import make_lean, without_padding
from generator.message import say
from generator.notice import noticed
from generator.policy import with_policy
from generator.preview import preview
from generator.processes import SiteError, run_apart
from generator.raw_html import with_named_links, with_plain_signs
from generator.sheets import DARK, SCRIPT, SHEET, UNUSED, of_theme, publish_sheets
from generator.swap import join

VARIANTS = ("zh-Hant", "zh-Hans")
"""The default one, at the root of the site, comes first."""
DEFAULT_VARIANT = VARIANTS[0]
LAST = -200
"""Priority after mkdocs-static-i18n (-100), which settles the variant."""

is_served = False
"""Whether pages are made for a server."""

LOOKS = 0.2
"""Seconds between two looks at the files; MkDocs' half a second is a good part of the wait."""


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what people edit, not what is generated from it, and show what is wrong on the page."""
    server.unwatch(config.docs_dir)
    server.unwatch(str(config.config_file_path))
    server.observer = PollingObserver(timeout=LOOKS)
    server.watch(str(config.config_file_path))
    for name in ("assets", "overrides"):
        server.watch(str(Path(config.docs_dir, name)))
    pages = noticed(server.serve_request, lambda: preview.notice)
    server.set_app(asked(pages, preview.file, server.mount_path))
    return server


@event_priority(LAST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The variant's own words: the site's name, and what a heading's link says.

    Before, the sources are brought up to date; once a rebuild, not once a variant.
    """
    if config.theme["language"] == DEFAULT_VARIANT and preview.begin(Path(config.docs_dir)):
        utils.clean_directory(config.site_dir)
    words = _words(config)
    config.mdx_configs["toc"]["permalink_title"] = words["permalink"]
    # Templates print titles and names as they are, so they are HTML from here on.
    config.site_name = html.escape(words["site-name"])
    # The site map is ours (exports/site_files.py); the theme's tells the day of the build.
    config.theme.static_templates.discard("sitemap.xml")
    return config


class _Page(Page):
    """A page that is read by the one parser of its build; links are HTML, so none are followed.

    Every page is kept out of the theme's index: ours is written by exports/search_index.py.
    """

    parser: Markdown

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, and keep it no longer: there are thousands of pages."""
        content = self.parser.reset().convert(self.markdown or "")
        self.content = with_plain_signs(with_named_links(content))
        self.toc = get_toc(self.parser.toc_tokens)
        self.markdown = ""
        self.meta.setdefault("search", {"exclude": True})


@event_priority(-LAST)
def _needed(files: Files, *, config: MkDocsConfig) -> Files:
    """A preview has its sources in memory, and needs of them what changed. Files that are no pages
    stand once for both variants, but for those of one variant; no page asks for some."""
    wanted = list(files)
    if is_served:
        # What else lies below docs/ was left there by somebody.
        ours = (it.src_uri for it in files if it.src_dir == config.docs_dir)
        left = {path for path in ours if not path.startswith("assets/")}
        wanted = [it for it in files if it.src_uri not in left]
        wanted += [
            File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            for path in sorted(preview.needed(config.nav or ()))
            if not path.endswith(handed.WORDS)
        ]
    if (variant := config.theme["language"]) != DEFAULT_VARIANT:
        own = f"{variant}/"
        wanted = [it for it in wanted if it.is_documentation_page() or it.src_uri.startswith(own)]
    return Files([it for it in wanted if not UNUSED.match(it.src_uri)])


@event_priority(LAST)
def _as_pages(files: Files, *, config: MkDocsConfig) -> Files:
    """Give the sources their contents, and the pages their parser."""
    for file in files:
        if file.src_uri in preview.sources:
            file.content_bytes = preview.sources[file.src_uri]
            if file.src_uri not in preview.awaited:
                file.is_modified = lambda: False  # type: ignore[method-assign]
    parser = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for file in files.documentation_pages():
        _Page(None, file, config).parser = parser
    return files


on_files = CombinedEvent(_needed, _as_pages)


@event_priority(LAST)
def on_nav(nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
    """Name the pages of the navigation in the variant's script."""
    words = _words(config)
    for item in nav.items:
        if isinstance(item, Page):
            top = item.file.src_uri.split("/")[1].removesuffix(".md")
            item.title = html.escape(words[f"nav.{top}"])
    return nav


def on_env(env: Environment, *, config: MkDocsConfig, **_: Any) -> Environment:
    """Hand the templates the words of both variants."""
    make_lean(env)
    bundle = f"assets/javascripts/{of_theme(config.theme.dirs, SCRIPT).name}"
    env.globals |= {"sheet": SHEET, "dark_sheet": DARK, "bundle": bundle}
    env.globals["words"] = _words(config)
    for name, script in zip(("hant_words", "hans_words"), VARIANTS, strict=True):
        env.globals[name] = _words(config, script)
    return env


def on_startup(*, command: str, **_: Any) -> None:
    """Remember whether pages are made for a server, whose live reload is an inline script."""
    global is_served
    is_served = command == "serve"


def on_post_page(output: str, **_: Any) -> str:
    """Say in the page what it may load and run."""
    page = without_padding(output)
    return page if is_served else with_policy(page)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """One 404 page and one start.js for both scripts, from the default variant's run."""
    if config.theme["language"] != DEFAULT_VARIANT:
        return ""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


def on_post_build(*, config: MkDocsConfig) -> None:
    """Publish the style sheet; after the second variant a rebuild is whole."""
    publish_sheets(Path(config.site_dir), config.theme.dirs, Path(config.docs_dir))
    if config.theme["language"] != DEFAULT_VARIANT:
        preview.end()


def build(root: Path, docs: Path, output: Path) -> None:
    """Build the folder `docs` into the empty `output`, strictly, both variants side by side.

    `root` holds mkdocs.yml. Raises SiteError, and OSError when the disk refuses.
    """
    parts = {variant: output / f".{variant}" for variant in VARIANTS}
    run_apart(_build_variant, [(root, docs, parts[variant], variant) for variant in VARIANTS])
    default, other = (parts[variant] for variant in VARIANTS)
    join(default, other / VARIANTS[1], output)
    for part in parts.values():
        shutil.rmtree(part)


def _build_variant(root: Path, docs: Path, output: Path, variant: str) -> None:
    """Build one variant in its place below `output`. Raises SiteError."""
    config = _config(root, docs_dir=str(docs), site_dir=str(output))
    plugin: Any = config.plugins["i18n"]
    plugin.current_language = variant
    # It takes itself to be inside of a build, and so builds no other variant after this one.
    plugin.building = True
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
    except (Abort, BuildError) as error:
        logging.getLogger("mkdocs").error("%s", error)
        raise SiteError(say("MkDocs warned about the pages; see above")) from error
    finally:
        config.plugins.on_shutdown()


def serve(root: Path, docs: Path, watch: Path, address: str) -> None:
    """Serve `docs` at `address` (`host:port`) until interrupted; changes below `watch` rebuild.

    Raises SiteError, for example when the port is taken.
    """
    # Every page is made from its own source alone, so that building only those that changed
    # gives the same as building all; MkDocs warns that it might not.
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


def _words(config: MkDocsConfig, variant: str | None = None) -> dict[str, str]:
    """The words of a variant, if not of the one that is built."""
    docs = Path(config.docs_dir)
    return handed.words(docs, preview.sources, variant or config.theme["language"])


def _config(root: Path, **settings: Any) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), **settings)
