"""The picture that stands for the site where its address is shared · Records → PNG.

No machine can be relied on for a Chinese font, so the few characters of the title come along in
`letters/`. A title with others is left to Latin letters, which Pillow brings itself: the same
pixels everywhere.
"""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from generator.resolve.records import Records
from generator.script.convert import Converter

SIZE = (1200, 630)
BACK, BAR, LETTERS, QUIET = "#07424d", "#2b7a88", "#ffffff", "#b9dde3"
NAME, BELOW = "HK I&T Handbook", "Agencies · Open data · Funding · Budgets"
BARS = (90, 150, 120, 230, 310)
"""Heights of the mark's columns."""
DOORS = ("agencies", "datasets", "home-funding", "budgets")
"""The words of the home page's doors."""

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def export(records: Records, converter: Converter, _: str) -> Iterator[tuple[str, bytes]]:
    """One picture for both scripts."""
    title = converter.to_both_scripts(records.prose["home"].title)
    dot = converter.to_both_scripts(records.words["middle-dot"]).hant
    doors = dot.join(converter.to_both_scripts(records.words[it]).hant for it in DOORS)
    lines = _lines(title.hant, title.hans, doors)
    image = Image.new("RGB", SIZE, BACK)
    draw = ImageDraw.Draw(image)
    for number, height in enumerate(BARS):
        left = 790 + number * 70
        draw.rectangle((left, 480 - height, left + 46, 480), fill=BAR)
    for top, text, fill, font in lines:
        draw.text((80, top), text, fill=fill, font=font)
    draw.rectangle((80, 500, 1120, 506), fill=QUIET)
    made = BytesIO()
    image.save(made, "PNG", optimize=False)
    yield "data/social.png", made.getvalue()


def _lines(title: str, other: str, doors: str) -> list[tuple[int, str, str, Font]]:
    """Top, text, colour and letters of each line."""
    folder = files("generator") / "exports" / "letters"
    held = set((folder / "title.txt").read_text("utf-8"))
    if not held.issuperset(title + other + doors):
        return [
            (210, NAME, LETTERS, ImageFont.load_default(78)),
            (330, BELOW, QUIET, ImageFont.load_default(32)),
        ]
    letters = (folder / "title.otf").read_bytes()
    return [
        (150, title, LETTERS, ImageFont.truetype(BytesIO(letters), 104)),
        (290, other, QUIET, ImageFont.truetype(BytesIO(letters), 52)),
        (400, doors, LETTERS, ImageFont.truetype(BytesIO(letters), 36)),
    ]
