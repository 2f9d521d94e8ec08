"""Instructions: numbered lines in which `code` stands between backticks · text → Markdown."""

from generator.render.escape import Markdown, escape
from generator.render.language_markup import mark_english


def code_markup(text: str) -> Markdown:
    """`text` escaped, with what stands between backticks as code."""
    parts = text.split("`")
    return Markdown(
        "".join(code(part) if number % 2 else escape(part) for number, part in enumerate(parts))
    )


def code(text: str) -> Markdown:
    """`text`, which holds no backtick, as code: nothing in it means anything."""
    line = " ".join(text.replace("`", "").split())
    return Markdown(f"`{line}`" if line else "")


def numbered_list(text: str) -> Markdown:
    """A numbered list, one item a line."""
    items = (mark_english(line, code_markup(line)) for line in text.split("\n"))
    return Markdown("".join(f"1. {item}\n" for item in items))
