"""The theme's markup, where it is not valid HTML and can be mended · HTML → HTML."""

_LABEL = ' for="__toc"'
_BOX = 'id="__toc"'


def mended(page: str) -> str:
    """`page` without labels of a check box that it has not.

    The theme puts the box before the table of contents only on pages of the navigation, and its
    label before every table of contents.
    """
    return page if _BOX in page else page.replace(_LABEL, "")
