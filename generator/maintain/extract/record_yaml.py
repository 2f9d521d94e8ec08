"""Records as an author would type them · record or fields → YAML text."""

import re
import sys
from collections.abc import Callable, Mapping

import yaml

from generator.model.base import Model


def fields_of(record: Model) -> dict[str, object]:
    """Fields in the model's order; those that say no more than leaving them out are left out."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def each_text(fields: object, change: Callable[[str], str]) -> object:
    """`fields` with every text changed, down to the last."""
    if isinstance(fields, str):
        return change(fields)
    if isinstance(fields, list):
        return [each_text(it, change) for it in fields]
    if isinstance(fields, dict):
        return {name: each_text(it, change) for name, it in fields.items()}
    return fields


def dump(fields: Mapping[str, object]) -> str:
    """The fields in block style, one on a line."""
    return yaml.dump(
        dict(fields),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=sys.maxsize,
    )


def dump_in_braces(fields: Mapping[str, object]) -> str:
    """The fields as they are written between braces, without these."""
    text = yaml.dump(
        dict(fields),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=True,
        sort_keys=False,
        width=sys.maxsize,
    )
    return text.strip().removeprefix("{").removesuffix("}")


class _Dumper(yaml.SafeDumper):
    """Block style, no anchors, list items indented below their field."""

    def ignore_aliases(self, data: object) -> bool:
        """A value that stands twice is written twice."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never the style that puts a list's dashes below its field's first letter."""
        super().increase_indent(flow, False)


# What YAML 1.2 or an older program takes for a number or a truth value and PyYAML does not.
_AMBIGUOUS = re.compile(
    r"y|n|yes|no|on|off|true|false|null|[-+]?[0-9][0-9_.]*(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+",
    re.IGNORECASE,
)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'" if _AMBIGUOUS.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
