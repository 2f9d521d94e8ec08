"""Edge: the theme's style sheets in a built site are replaced by what pages need of them."""

from pathlib import Path

from generator.stylesheet import dark, trimmed, words_of

OURS = Path(__file__).parent


def publish_sheets(site: Path, own: list[Path]) -> None:
    """Trim the theme's sheets in `site`, and write its dark colours and those of our `own` alone.

    A folder without a home page is the other variant's; its styles are not published.
    """
    home = site / "index.html"
    if not home.is_file():
        return
    # Every page has the home page's frame; what stands in it was named by one of the others.
    named = [home, *site.glob("404.html"), *(site / "assets").rglob("*.js")]
    named += [*(OURS / "templates").iterdir(), *(OURS / "render").glob("*.py")]
    sheets = sorted((site / "assets" / "stylesheets").glob("*.css"))
    ours = [sheet.read_text("utf-8") for sheet in own]
    known = words_of([*(file.read_text("utf-8") for file in named), *ours])
    texts = trimmed([sheet.read_text("utf-8") for sheet in sheets], known)
    for sheet, text in zip(sheets, texts, strict=True):
        sheet.write_text(text, "utf-8")
    (site / "assets" / "dark.css").write_text(dark([*texts, *ours]), "utf-8")
