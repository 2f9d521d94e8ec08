"""The theme's markup, where it is not valid HTML or says a thing twice · HTML → HTML."""

import re

_LABEL = ' for="__toc"'
_BOX = 'id="__toc"'
_SKIP = re.compile(r'(<div data-md-component="skip">).*?(</div>)', re.DOTALL)


def mended(page: str) -> str:
    """`page` without labels of a check box that it has not, and without the theme's skip link.

    The theme puts the box before the table of contents only on pages of the navigation, and its
    label before every table of contents. Its link leads past the title, and only where there are
    headings; ours, in the header, is on every page.
    """
    page = _SKIP.sub(r"\1\2", page, count=1)
    return page if _BOX in page else page.replace(_LABEL, "")
