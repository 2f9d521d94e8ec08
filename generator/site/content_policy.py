"""A page's content security policy · HTML → HTML that may only load and run our own files."""

import re
from base64 import b64encode
from hashlib import sha256

_INLINE = re.compile(r"<script(?P<attributes>(?![^>]*\bsrc=)[^>]*)>(?P<text>.*?)</script>", re.S)
_DATA = re.compile(r"""\btype=["']?application/(ld\+)?json""")
_AFTER = '<meta charset="utf-8">'
_FIXED = (
    "default-src 'none'",
    "style-src 'self'",
    # The theme's icons are pictures inside its style sheet.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "object-src 'none'",
)


def with_policy(page: str) -> str:
    """`page` with its policy as the first thing after its character set.

    The theme's own inline scripts are allowed by their hashes; a script that a text smuggled in
    would be one too, so nothing may reach a page unescaped. Raises ValueError for a page that does
    not begin as the theme's do.
    """
    if _AFTER not in page:
        raise ValueError("the page does not say its character set")
    policy = "; ".join((*_FIXED, " ".join(("script-src 'self'", *_hashes(page)))))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace(_AFTER, f"{_AFTER}\n  {meta}", 1)


def _hashes(page: str) -> list[str]:
    """Hashes of the inline scripts; JSON in a script element does not run and needs none."""
    texts = {it["text"] for it in _INLINE.finditer(page) if not _DATA.search(it["attributes"])}
    return sorted(f"'sha256-{_digest(text)}'" for text in texts)


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
