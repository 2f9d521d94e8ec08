"""Jinja as the pages use it: templates/ → templates that print nothing unescaped."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from jinja2.runtime import Context, Macro

from generator.render.escape import Markdown


def _finalize(value: object) -> Markdown:
    # Called for every {{ … }}: what has not been through render/escape.py cannot reach a page.
    if not isinstance(value, Markdown):
        raise TypeError(f"a template prints {value!r} without escaping it")
    return value


class _DirectContext(Context):
    """Calls what a template calls at once: Jinja would ask each of some hundred functions a page
    whether it wants to know of the template, and of ours none does."""

    def call(self, function: Any, /, *arguments: Any, **named: Any) -> Any:
        """The result of `function`, without what Jinja adds for those that want to know."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        if type(function) is Macro:
            return function(self.eval_ctx, *arguments, **named)
        return function(*arguments, **named)


@cache
def templates() -> dict[str, tuple[str, str]]:
    """The templates by name, read once: each one's text, and its file."""
    folder = files("generator") / "render" / "templates"
    template_files = (it for it in folder.iterdir() if it.name.endswith(".j2"))
    return {it.name: (it.read_text("utf-8"), str(it)) for it in template_files}


@cache
def environment() -> Environment:
    """The Jinja environment that fills the templates."""

    def source(name: str) -> tuple[str, str, None] | None:
        known = templates().get(name)
        return (*known, None) if known else None

    made = Environment(
        loader=FunctionLoader(source),
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
    made.context_class = _DirectContext
    return made


def reload_templates() -> bool:
    """Read the templates again; return whether one has changed."""
    before = templates()
    templates.cache_clear()
    if templates() == before:
        return False
    environment.cache_clear()
    return True
