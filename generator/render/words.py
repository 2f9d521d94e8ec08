"""The interface's wording: which keys the templates use, and phrases with values put in."""

import re
from functools import cache
from importlib.resources import files

_KEY = re.compile(r"\bw(?:_text)?\(\s*['\"]([a-z0-9.-]+)['\"]")
_PLACE = re.compile(r"\{([a-z_]+)\}")


@cache
def keys_in_templates() -> frozenset[str]:
    """Every key that a template asks for with `w('key')`."""
    folder = files("generator") / "templates"
    texts = (it.read_text("utf-8") for it in folder.iterdir() if it.name.endswith(".j2"))
    return frozenset(key for text in texts for key in _KEY.findall(text)) | KEYS_IN_CODE


KEYS_IN_CODE = frozenset(
    {
        *("date-day", "date-month", "date-quarter", "date-year"),
        *("agencies", "agencies-lead", "datasets", "datasets-lead", "documents", "documents-lead"),
    }
)


def fill(pattern: str, values: dict[str, str]) -> str:
    """`pattern` with each `{name}` replaced by its value; values are never read as patterns.

    Raises KeyError for a name without a value.
    """
    return _PLACE.sub(lambda match: values[match[1]], pattern)
