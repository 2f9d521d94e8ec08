"""What of the theme's markup is mended."""

import pytest

from generator.markup import mended

LABEL = '<label class="md-nav__title" for="__toc">x</label>'
BOX = '<input type="checkbox" id="__toc">'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (LABEL, '<label class="md-nav__title">x</label>'),
        (LABEL * 2, '<label class="md-nav__title">x</label>' * 2),
        (BOX + LABEL, BOX + LABEL),
        ('<label for="__search"></label>', '<label for="__search"></label>'),
    ],
)
def test_a_label_names_a_box_that_is_there(page: str, expected: str) -> None:
    assert mended(page) == expected


def test_one_link_skips_the_frame() -> None:
    """The theme's leads to the first heading below the title."""
    ours = '<a href="#__content" class="md-skip skip">skip</a>'
    theirs = (
        '<div data-md-component="skip">\n<a href="#description" class="md-skip">skip</a>\n</div>'
    )
    page = mended(f"{theirs}\n{ours}<div>text</div>")
    assert page == f'<div data-md-component="skip"></div>\n{ours}<div>text</div>'
