"""The exports of the project's own data, made once, and of the sample beside them."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import data_reads
from builders import catalogue_of_the_project
from sample import AS_OF, SITE_URL

from generator.exports.registry import EXPORTS
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import Records, resolve


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


def project_items(name: str) -> list[dict[str, Any]]:
    """The published items of one kind."""
    items: list[dict[str, Any]] = json.loads(project_files()[f"data/v1/{name}.json"])["items"]
    return items
