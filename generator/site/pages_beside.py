"""Pages outside of the navigation and generated files: made beside MkDocs' own way.

There are thousands of them, and MkDocs and mkdocs-static-i18n spend more on each than it takes to
make it. What comes out is what they would make of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from jinja2 import Environment
from mkdocs import utils
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.site.known_pages import KnownPages
from generator.site.mkdocs_build import DEFAULT_VARIANT, FILES, VARIANTS
from generator.site.page_links import site_address

BY_HAND = "assets/"
"""Below docs/, what people keep and MkDocs publishes."""


def is_beside(file: File, config: MkDocsConfig) -> bool:
    """Whether MkDocs is to make nothing of the file."""
    if file.is_documentation_page():
        is_in_nav = file.src_uri.partition("/")[2] in (config.nav or ())
        return file.inclusion is InclusionLevel.NOT_IN_NAV and not is_in_nav
    return (
        file.src_dir == config.docs_dir
        and file.inclusion in (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV)
        and not file.src_uri.startswith(BY_HAND)
    )


@dataclass(frozen=True)
class Beside:
    """What of one variant is made here."""

    pages: Sequence[File] = ()
    files: Sequence[File] = ()
    sources: Mapping[str, File] = field(default_factory=dict)
    """Those of both variants, by their sources."""

    @classmethod
    def of(cls, files: Sequence[File], variant: str) -> Self:
        """Those of a variant; what stands once for both is made with the default one."""
        for file in files:
            file.dest_uri = file_of(site_address(file.src_uri))
        own = [it for it in files if _variant(it) == variant]
        pages = [it for it in own if it.is_documentation_page()]
        others = [it for it in own if not it.is_documentation_page()]
        return cls(pages, others, {it.src_uri: it for it in files})

    def file(self, source: str, config: MkDocsConfig) -> File | None:
        """The page or file of a source, also where the files stand in the site already."""
        if source in self.sources or FILES not in config.extra:
            return self.sources.get(source)
        made = File(source, config.extra[FILES], config.site_dir, config.use_directory_urls)
        return made if Path(config.extra[FILES], source).is_file() else None

    def draw(
        self,
        env: Environment,
        nav: Navigation,
        files: Files,
        config: MkDocsConfig,
        finish: Callable[[str], str],
        known_pages: KnownPages,
    ) -> None:
        """Write the pages below the site's folder, each as the theme's template draws it or as it
        is known, and warn of their links as MkDocs does; `finish` is what happens to a page in the
        end.

        `files` are those that MkDocs makes, whose pages have been read.
        """
        template = env.get_template("main.html")
        extra: Any = config.extra
        alternates = extra["alternate"]
        for file in self.pages:
            page: Any = file.page
            key = known_pages.key(file.content_bytes, page.variant.sidecars.text(file.src_uri))
            if known := known_pages.get(page, key):
                page.take_links(known.targets, known.anchors, config, files)
                utils.write_file(known.html, file.abs_dest_path)
                utils.write_file(known.markdown, page.markdown_path)
                continue
            page.read_source(config)
            page.render(config, files)
            # As an attribute, which is how mkdocs-static-i18n sets it and hides the item.
            extra.alternate = self._alternates(alternates, file)
            html = finish(template.render(get_context(nav, (), config, page))).encode()
            utils.write_file(html, file.abs_dest_path)
            known_pages.put(page, key, html)
            page.content, page.toc, page.meta = None, (), {}
        extra.alternate = alternates
        for file in self.pages:
            page = file.page
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        known_pages.save()

    def copy(self) -> None:
        """Publish the files."""
        for file in self.files:
            target = Path(file.abs_dest_path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content_bytes)

    def _alternates(self, alternates: Iterable[dict[str, Any]], file: File) -> list[dict[str, Any]]:
        """The variants, each with the page's counterpart there, if it has one."""
        below = file.src_uri.partition("/")[2]
        return [
            {**alternate, "link": site_address(source)}
            if (source := f"{alternate['lang']}/{below}") in self.sources
            else alternate
            for alternate in alternates
        ]


def file_of(address: str) -> str:
    """The file at an address of the site."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def _variant(file: File) -> str:
    """The variant with which the file is made."""
    folder = file.src_uri.partition("/")[0]
    return folder if folder in VARIANTS else DEFAULT_VARIANT
