"""Jinja as the pages use it: templates/ → templates that print nothing unescaped."""

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

from generator.render.escape import Markdown


def _finalize(value: object) -> Markdown:
    # Called for every {{ … }}: what has not been through render/escape.py cannot reach a page.
    if not isinstance(value, Markdown):
        raise TypeError(f"a template prints {value!r} without escaping it")
    return value


@cache
def environment() -> Environment:
    """The templates of generator/templates/, read once."""
    folder = files("generator") / "templates"
    templates = {
        it.name: it.read_text("utf-8") for it in folder.iterdir() if it.name.endswith(".j2")
    }
    return Environment(
        loader=DictLoader(templates),
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,
        trim_blocks=True,
        # `{#name}` gives a heading its anchor in Markdown; Jinja would take it for a comment.
        comment_start_string="{##",
        comment_end_string="##}",
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
