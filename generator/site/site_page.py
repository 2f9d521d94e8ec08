"""A page of the site as MkDocs knows it, read by the generator's own parser."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.site.front_matter import split_front_matter
from generator.site.page_links import Cache, PageLinks, UncheckedLinks
from generator.site.page_markup import page_markup
from generator.site.page_source import published_source
from generator.site.sidecars import Sidecars


@dataclass(frozen=True)
class Variant:
    """What the pages of one variant share while they are made."""

    other_file: Callable[[str], File | None]
    """Finds a file that links may lead to and that MkDocs does not make, by its source."""
    sidecars: Sidecars
    permalink: str
    is_served: bool
    """Whether pages are made one by one, when they are asked for."""
    links: Cache = field(default_factory=dict)


class SitePage(Page):
    """A page of which MkDocs looks at the links.

    Every page is kept out of the theme's index: ours is written by exports/search_index.py.
    """

    variant: Variant
    targets: Sequence[str] = ()
    """What the Markdown links to."""
    published = b""
    """A hash of the Markdown that is published beside the page."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the Markdown; what stands around the page is beside it, in its sidecar."""
        self._source = self.file.content_string
        self.markdown, self.meta = split_front_matter(self._source)
        self.meta["sidecar"] = self.variant.sidecars.of(self.file.src_uri)
        self.meta.setdefault("search", {"exclude": True})

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, publish it, and keep it no longer: there are thousands of pages."""
        links = self._links(config, files)
        made = page_markup(
            self.markdown or "",
            links.address,
            self.meta["sidecar"].get("rows", {}),
            self.variant.permalink,
        )
        self.content, self.toc = made.html, get_toc(made.toc)  # type: ignore[arg-type]
        self.present_anchor_ids, self.links_to_anchors = {*made.anchors}, links.to_anchors
        self.targets = [*links.addresses]
        markdown = published_source(self._source, links.addresses).encode()
        self.published = sha256(markdown).digest()
        utils.write_file(markdown, self.markdown_path)
        self.markdown = self._source = ""

    @property
    def markdown_path(self) -> str:
        """Where the Markdown is published."""
        return self.file.abs_dest_path.removesuffix("html") + "md"

    def take_links(
        self, targets: Sequence[str], anchors: Iterable[str], config: MkDocsConfig, files: Files
    ) -> None:
        """Let a page that need not be rendered be looked at as if it had been."""
        links = self._links(config, files)
        for target in targets:
            links.address(target)
        self.present_anchor_ids, self.links_to_anchors = {*anchors}, links.to_anchors

    def _links(self, config: MkDocsConfig, files: Files) -> PageLinks | UncheckedLinks:
        variant = self.variant
        if variant.is_served:
            return UncheckedLinks(self.file)
        return PageLinks(self.file, files, config, variant.other_file, variant.links)
