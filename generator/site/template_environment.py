"""Rendering of the theme's frame: once for pages that share it, and without indentation.

A record's page is one of thousands beside which it stands, and links to nothing beside itself but
in its own text: navigation, search box and settings are the same for all of its folder.
"""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment

from generator.site.template_cache import CompiledTemplates

_INDENTED = re.compile(r"\n[ \t\r\n]+")


class FrameParts:
    """Rendered parts of the frame, kept for one build."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], str] = {}
        """By name and folder: as many as there are folders of records, times half a dozen."""

    def __call__(self, name: str, page: Any, caller: Callable[[], str]) -> str:
        """What templates call around a part: `{% call frame("tabs", page) %}…{% endcall %}`."""
        if page is None or not page.meta.get("record"):
            return caller()
        key = name, page.url.rstrip("/").rpartition("/")[0]
        part = self._parts.get(key)
        if part is None:
            part = self._parts[key] = caller()
        return part


_compiled = CompiledTemplates()


def make_lean(env: Environment) -> None:
    """Let the theme's templates be compiled once, not once a build, print no line for a tag of
    their own, and draw what pages share once."""
    env.bytecode_cache = _compiled
    env.trim_blocks = env.lstrip_blocks = True
    # Chinese as it is, not as escapes of six characters.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.globals["frame"] = FrameParts()
    env.filters["unpadded"] = without_padding


def without_padding(page: str) -> str:
    """`page` with its lines unindented and none of them empty; a space stays a space. Nor does a
    drawing inside a page need the name of its language."""
    page = page.replace(' xmlns="http://www.w3.org/2000/svg"', "")
    if "<pre" in page or "<textarea" in page:
        return page
    return _INDENTED.sub("\n", page).lstrip("\n ")
