"""Edge: the single style sheet of a built site, made of the theme's and our own, and which of the
theme's files are published."""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.site.theme_css import (
    dark_scheme,
    strip_comments,
    theme_classes,
    trim_sheets,
    without_indentation,
    words_of,
)

RENDER = Path(__file__).parents[1] / "render"
SHEET = "assets/style.css"
DARK = "assets/dark.css"
"""The dark colours alone, for pages on which no script can choose them."""
OF_THEME = "javascripts"
SCRIPT = "javascripts/bundle.*.min.js"
PARTS = ("stylesheets/main.*.min.css", "stylesheets/palette.*.min.css")
"""The theme's style sheets that pages need; the numbers in their names are hashes."""
OWN = "assets/handbook.css"
UNUSED = re.compile(
    rf"{OWN}|sitemap\.xml$"
    r"|assets/(javascripts/(lunr|workers)/|stylesheets/|images/favicon\.png|.*\.map$)"
)
"""Files that no page asks for: parts of the one style sheet, the theme's search and site map."""


def theme_asset(folders: Iterable[str], pattern: str) -> Path:
    """The single asset in the theme's `folders` whose name matches `pattern`."""
    [file] = (it for folder in folders for it in Path(folder, "assets").glob(pattern))
    return file


def publish_sheets(site: Path, theme: list[str], docs: Path) -> None:
    """Write the sheets of `site`: what pages need of the theme's, then our own from `docs`.

    A folder without a home page is the other variant's, which has no sheets of its own.
    """
    home = site / "index.html"
    if not home.is_file():
        return
    # Every page has the home page's frame; what stands in it was named by one of the others.
    scripts = sorted((site / "assets").rglob("*.js"))
    named = [home, *site.glob("404.html"), *(it for it in scripts if OF_THEME not in it.parts)]
    named += [*(RENDER / "templates").iterdir(), *RENDER.glob("*.py")]
    ours = strip_comments((docs / OWN).read_text("utf-8"))
    known = words_of([*(file.read_text("utf-8") for file in named), ours]).union(
        *(theme_classes(it.read_text("utf-8")) for it in scripts if OF_THEME in it.parts)
    )
    parts = [theme_asset(theme, name).read_text("utf-8") for name in PARTS]
    sheets = [*trim_sheets(parts, known), without_indentation(ours)]
    (site / SHEET).write_text("\n".join(sheets), "utf-8")
    (site / DARK).write_text(dark_scheme(sheets), "utf-8")
