"""Instructions: numbered lines in which `code` stands between backticks · text → Markdown."""

from generator.render.escape import Markdown, escape
from generator.render.language_markup import mark_english


def code_markup(text: str) -> Markdown:
    """`text` escaped, with what stands between backticks as code."""
    parts = text.split("`")
    return Markdown(
        "".join(
            f"<code>{escape(part)}</code>" if number % 2 else escape(part)
            for number, part in enumerate(parts)
        )
    )


def numbered_list(text: str) -> Markdown:
    """A numbered list, one item a line."""
    items = (mark_english(line, code_markup(line)) for line in text.split("\n"))
    return Markdown("".join(f"1. {item}\n" for item in items))
