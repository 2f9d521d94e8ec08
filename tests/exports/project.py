"""The files of the project's own data, made once: those of the exports, and all with the pages."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import data_reads
from builders import catalogue_of_the_project
from sample import AS_OF, SITE_URL

from generator.exports.registry import EXPORTS
from generator.model.base import Script
from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter
from generator.pipeline.outputs import outputs
from generator.resolve.resolve import Records, resolve
from generator.script.convert import Converter
from generator.script.glossary import glossary


def project_records() -> Records:
    data_reads.note("data")
    return _project_records()


@cache
def _project_records() -> Records:
    return resolve(catalogue_of_the_project(), AS_OF)


def project_files() -> Mapping[str, bytes]:
    """Path below docs/ → bytes, for the same site address as the sample's."""
    data_reads.note("data")
    return _project_files()


@cache
def _project_files() -> Mapping[str, bytes]:
    records, both = project_records(), catalogue_converter(catalogue_of_the_project())
    made = [it for export in EXPORTS for it in export.make(records, both, SITE_URL)]
    return MappingProxyType(dict(made))


class Noting(Converter):
    """A converter that remembers what it was asked for."""

    asked: set[Wording]

    def convert(self, text: str, script: Script, document: str | None = None) -> str:
        self.asked.add(Wording(text, script, None, document))
        return super().convert(text, script, document)


def project_outputs() -> Mapping[str, bytes]:
    """Path below docs/ → bytes of every generated file, pages too."""
    data_reads.note("data")
    return _project_outputs()[0]


def project_conversions() -> set[Wording]:
    """All that is converted for them."""
    data_reads.note("data")
    return _project_outputs()[1]


@cache
def _project_outputs() -> tuple[Mapping[str, bytes], set[Wording]]:
    both = Noting(glossary(catalogue_of_the_project()))
    both.asked = set()
    made = outputs(project_records(), both, SITE_URL)
    return MappingProxyType(made), both.asked


def project_items(name: str) -> list[dict[str, Any]]:
    """The published items of one kind."""
    items: list[dict[str, Any]] = json.loads(project_files()[f"data/v1/{name}.json"])["items"]
    return items
