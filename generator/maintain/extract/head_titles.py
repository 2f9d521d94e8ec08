"""Our own titles of a head's tables, and its title as a document · printed words → text."""

import re

from generator.maintain.extract.head_layout import (
    COLON,
    DASH,
    DOCUMENT_TITLE,
    HEAD,
    TITLES,
)
from generator.maintain.extract.head_record import PrintedHead, PrintedTable
from generator.script.convert import remove_gaps


def table_title(table: PrintedTable) -> str:
    """A title for a table that no earlier record has."""
    template = TITLES.get(table.role)
    return template.format(code=table.code) if template else table.heading.lstrip("- ") or table.id


def department(head: PrintedHead) -> str:
    """The name in the title, of the bureau or department."""
    return _name(head).split(COLON)[-1].strip()


def document_title(head: PrintedHead) -> str:
    """The title as a document's record has it: 總目135—政府總部：創新科技及工業局."""
    if head.title.isascii() or head.title.lower().startswith("head"):
        return re.sub(r"\s+", " ", head.title)
    return DOCUMENT_TITLE.format(number=head.number, name=_name(head))


def _name(head: PrintedHead) -> str:
    spaced = remove_gaps(re.sub(r"\s+", " ", head.title))
    match = HEAD.match(re.sub(r"\s", "", spaced))
    name = match["name"] if match else spaced
    if head.title.lower().startswith("head"):
        name = re.sub(r"^head\s*[0-9]+\s*\W*\s*", "", head.title, flags=re.I)
        return re.sub(r"\s*:\s*", COLON, name)
    return re.sub(r"\s*[:：]\s*", COLON, name).strip(DASH)
