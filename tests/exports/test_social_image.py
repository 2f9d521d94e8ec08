"""The picture for sharing has the site's Chinese name where its letters are at hand."""

from functools import cache
from importlib.resources import files
from io import BytesIO

import pytest
from builders import a_catalogue, a_prose
from PIL import Image, ImageFont
from sample import AS_OF, SITE_URL, sample_converter, sample_outputs

from generator.exports import social_image
from generator.resolve.resolve import resolve

LETTERS = files("generator") / "exports" / "letters"
NAME = (80, 170, 720, 290)
"""Where the name stands: left, top, right, bottom."""


@cache
def picture() -> Image.Image:
    pages = [a_prose("about"), a_prose("data"), a_prose(title="香港創科手冊")]
    records = resolve(a_catalogue(prose=pages), AS_OF)
    [(path, content)] = social_image.export(records, sample_converter(), SITE_URL)
    assert path == "data/social.png"
    return Image.open(BytesIO(content))


def test_the_picture_has_the_size_that_is_asked_for() -> None:
    assert (picture().format, picture().size) == ("PNG", (1200, 630))


@pytest.mark.parametrize("character", "香港創科手冊创册機構數據集資助計劃財政・")
def test_the_letters_hold_the_name_and_the_doors(character: str) -> None:
    """A character that the font lacks would be drawn as the same empty box as any other."""
    font = ImageFont.truetype(BytesIO((LETTERS / "title.otf").read_bytes()), 64)
    assert bytes(font.getmask(character)) != bytes(font.getmask("\u9f98"))
    assert character in (LETTERS / "title.txt").read_text("utf-8")


def test_six_characters_fill_the_line_of_the_name() -> None:
    """Six squares of 104 pixels from the left margin; Latin letters would be lower and narrower."""
    name = picture().convert("L").crop(NAME).point([0] * 128 + [255] * 128)
    box = name.getbbox()
    assert box
    assert 600 <= box[2] - box[0] <= 624
    assert 90 <= box[3] - box[1] <= 110


def test_a_name_of_other_characters_is_left_to_latin_letters() -> None:
    """The sample's name has characters that the letters lack; the picture is made nevertheless."""
    other = Image.open(BytesIO(sample_outputs()["data/social.png"]))
    assert other.size == (1200, 630)
    assert other.tobytes() != picture().tobytes()
