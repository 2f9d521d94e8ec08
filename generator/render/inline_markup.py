"""What our pages mean by Markdown's few marks · text → Markdown; site/page_markup.py reads them.

They stand between spaces, or at the end of a line or cell: between Han characters and punctuation
some parsers take an asterisk for an asterisk.
"""

from collections.abc import Callable, Mapping

from generator.render.escape import Markdown, heading_id, html_text


def tag(text: Markdown) -> Markdown:
    """A label of few words, such as a status."""
    return Markdown(f"*{_trimmed(text)}*") if _trimmed(text) else Markdown("")


STATUS_MARKS = {"planned": "○", "target-passed": "?", "released": "✓"}
"""By status of a dataset, the sign before its label: its form beside its colour."""


def status_tag(code: str, label: Markdown) -> Markdown:
    """The label of a dataset's status, which stands out in lists by form and colour."""
    return tag(Markdown(f"{STATUS_MARKS[code]} {label}"))


def planned_tag(text: Markdown) -> Markdown:
    """A label that warns: not yet done, not confirmed, not comparable."""
    return Markdown(f"***{_trimmed(text)}***") if _trimmed(text) else Markdown("")


def strong(text: Markdown) -> Markdown:
    """What is to be seen first: a sum, a newest number."""
    return Markdown(f"**{_trimmed(text)}**") if _trimmed(text) else Markdown("")


def quiet(text: Markdown) -> Markdown:
    """A remark on a line of its own below a cell's or an item's first line."""
    return Markdown(f"<br>（{text}）")


def dash(meaning: str) -> Markdown:
    """A cell of which nothing is known: a mark to the eye, `meaning` to the ear."""
    return Markdown(f'<span role="img" aria-label="{html_text(meaning)}">—</span>')


def place(name: str) -> Markdown:
    """The beginning of a row or an item to which links lead."""
    return Markdown(f'<span id="{heading_id(name)}"></span>')


def deeper(indent: Markdown) -> Markdown:
    """The indent of a list inside a list whose items begin behind `indent`."""
    return Markdown(f"{indent}    ")


def _trimmed(text: Markdown) -> str:
    return text.strip()


MARKS: Mapping[str, Callable[..., Markdown]] = {
    function.__name__: function
    for function in (dash, deeper, place, planned_tag, quiet, status_tag, strong, tag)
}
"""What templates call, by name."""
