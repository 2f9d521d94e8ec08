"""Edge: the one style sheet of a built site, of the theme's sheets and our own."""

from pathlib import Path

from generator.stylesheet import dark, made_by_theme, trimmed, uncommented, words_of

OURS = Path(__file__).parent
SHEET = "assets/style.css"
DARK = "assets/dark.css"
"""The dark colours alone, for pages on which no script can choose them."""
OF_THEME = "javascripts"


def publish_sheets(site: Path, of_theme: list[Path], own: Path) -> None:
    """Write the sheets of `site`: what pages need of the theme's, then our `own`.

    A folder without a home page is the other variant's, which has no sheets of its own.
    """
    home = site / "index.html"
    if not home.is_file():
        return
    # Every page has the home page's frame; what stands in it was named by one of the others.
    scripts = sorted((site / "assets").rglob("*.js"))
    named = [home, *site.glob("404.html"), *(it for it in scripts if OF_THEME not in it.parts)]
    named += [*(OURS / "templates").iterdir(), *(OURS / "render").glob("*.py")]
    ours = uncommented(own.read_text("utf-8"))
    known = words_of([*(file.read_text("utf-8") for file in named), ours]).union(
        *(made_by_theme(it.read_text("utf-8")) for it in scripts if OF_THEME in it.parts)
    )
    sheets = [*trimmed([sheet.read_text("utf-8") for sheet in of_theme], known), ours]
    (site / SHEET).write_text("\n".join(sheets), "utf-8")
    (site / DARK).write_text(dark(sheets), "utf-8")
