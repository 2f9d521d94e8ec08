"""The language that the program speaks to a maintainer · environment → texts for `translate`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from generator.messages.message import translate
from generator.messages.problem import ENGLISH

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Which of them counts: the first that says something, as for every program."""


def texts_for(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The texts of the language that the environment asks for: Chinese, else English."""
    language = next(filter(None, (environment.get(name) for name in _VARIABLES)), "")
    return chinese_texts() if language.lower().startswith("zh") else ENGLISH


@cache
def chinese_texts() -> Mapping[str, str]:
    """English template → Traditional Chinese one."""
    parts = (("messages", "messages"), ("messages", "parser"), ("fields", "words"))
    return {text["en"]: text["zh"] for name, part in parts for text in _entries(name, part)}


def both_languages(text: str) -> str:
    """A text in Chinese and in English, for places where the reader cannot choose a language."""
    told_in = dict.fromkeys((translate(text, chinese_texts()), translate(text, ENGLISH)))
    return " · ".join(told_in)


def explanation(model: type[object], field: str) -> str | None:
    """What a field means, in Traditional Chinese; None where nobody has written it."""
    known = _explanations()
    owners = [*(it.__name__ for it in model.__mro__), "*"]
    return next((known[it] for it in (f"{owner}.{field}" for owner in owners) if it in known), None)


@cache
def _explanations() -> Mapping[str, str]:
    return {it["field"]: it["zh"] for it in _entries("fields", "fields")}


def _entries(name: str, part: str) -> list[dict[str, str]]:
    """The entries of one of the files beside this module, which come with the program."""
    values: dict[str, list[dict[str, str]]] = yaml.load(
        (files("generator") / "messages" / f"{name}.yml").read_bytes(), LOADER
    )
    return values[part]
