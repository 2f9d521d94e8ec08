"""The Markdown that is published beside a page · source, addresses → text.

Its links lead from `…/index.md` to `…/index.md`, as the page's lead from `…/` to `…/`.
"""

import re
from collections.abc import Mapping

_TARGET = re.compile(r'(?<!\\)\]\(([^)\s]+)\)|(?<=href=")([^"]+)(?=")')
_PAGE = re.compile(r"^[^?#]*\.md(?=[?#]|$)")
_FILE = "index.md"


def published_source(source: str, addresses: Mapping[str, str]) -> str:
    """`source` with each target replaced that `addresses` knows; the rest stays as it is."""

    def replaced(match: re.Match[str]) -> str:
        target = match[1] or match[2]
        address = addresses.get(target)
        if address is None:
            return match[0]
        if _PAGE.match(target):
            end = min((at for it in "?#" if (at := address.find(it)) >= 0), default=len(address))
            folder = address[:end].removeprefix("./")
            address = f"{folder}{_FILE}{address[end:]}"
        return f"]({address})" if match[1] else address

    return _TARGET.sub(replaced, source)
