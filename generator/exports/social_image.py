"""The picture that stands for the site where its address is shared · Records → PNG.

A machine may lack a Chinese font, so the characters of the title are kept in `letters/`. A title
with others is replaced by Latin letters of Pillow's own font: the same pixels everywhere.
"""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from generator.resolve.resolve import Records
from generator.script.convert import Converter

SIZE = (1200, 630)
BACK, BAR, LETTERS, QUIET_SECONDS = "#07424d", "#2b7a88", "#ffffff", "#b9dde3"
NAME, BELOW = "HK I&T Handbook", "Agencies · Open data · Funding · Budgets"
BARS = (90, 150, 120, 230, 310)
"""Heights of the logo's columns."""
MAIN_LINKS = ("agencies", "datasets", "home-funding", "budgets")
"""Keys of the words for the home page's main links."""

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def export(records: Records, converter: Converter, _: str) -> Iterator[tuple[str, bytes]]:
    """One picture for both scripts."""
    title = converter.to_both_scripts(records.prose["home"].title)
    dot = converter.to_both_scripts(records.words["middle-dot"]).hant
    main_links = dot.join(converter.to_both_scripts(records.words[it]).hant for it in MAIN_LINKS)
    lines = _lines(title.hant, title.hans, main_links)
    image = Image.new("RGB", SIZE, BACK)
    draw = ImageDraw.Draw(image)
    for number, height in enumerate(BARS):
        left = 790 + number * 70
        draw.rectangle((left, 480 - height, left + 46, 480), fill=BAR)
    for top, text, fill, font in lines:
        draw.text((80, top), text, fill=fill, font=font)
    draw.rectangle((80, 500, 1120, 506), fill=QUIET_SECONDS)
    png = BytesIO()
    image.save(png, "PNG", optimize=False)
    yield "data/social.png", png.getvalue()


def _lines(title: str, simplified: str, main_links: str) -> list[tuple[int, str, str, Font]]:
    """Top, text, colour and letters of each line."""
    folder = files("generator") / "exports" / "letters"
    drawable = set((folder / "title.txt").read_text("utf-8"))
    if not drawable.issuperset(title + simplified + main_links):
        return [
            (210, NAME, LETTERS, ImageFont.load_default(78)),
            (330, BELOW, QUIET_SECONDS, ImageFont.load_default(32)),
        ]
    letters = (folder / "title.otf").read_bytes()
    return [
        (150, title, LETTERS, ImageFont.truetype(BytesIO(letters), 104)),
        (290, simplified, QUIET_SECONDS, ImageFont.truetype(BytesIO(letters), 52)),
        (400, main_links, LETTERS, ImageFont.truetype(BytesIO(letters), 36)),
    ]
