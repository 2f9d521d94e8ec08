"""The picture that stands for the site where its address is shared · nothing → PNG.

Only shapes and Latin letters: no machine can be relied on for a Chinese font, and Pillow's own
font draws the same pixels everywhere.
"""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from generator.resolve.records import Records
from generator.script.convert import Converter

SIZE = (1200, 630)
BACK, BAR, LETTERS, QUIET = "#07424d", "#2b7a88", "#ffffff", "#b9dde3"
NAME, BELOW = "HK I&T Handbook", "Agencies · Open data · Funding · Budgets"
BARS = (90, 150, 120, 230, 310)
"""Heights of the mark's columns."""


def export(_: Records, __: Converter, ___: str) -> Iterator[tuple[str, bytes]]:
    """One picture for both scripts."""
    image = Image.new("RGB", SIZE, BACK)
    draw = ImageDraw.Draw(image)
    for number, height in enumerate(BARS):
        left = 790 + number * 70
        draw.rectangle((left, 480 - height, left + 46, 480), fill=BAR)
    draw.text((80, 210), NAME, fill=LETTERS, font=ImageFont.load_default(78))
    draw.text((82, 330), BELOW, fill=QUIET, font=ImageFont.load_default(32))
    draw.rectangle((80, 500, 1120, 506), fill=QUIET)
    made = BytesIO()
    image.save(made, "PNG", optimize=False)
    yield "data/social.png", made.getvalue()
