"""The page about the data files: where they are, what each field means, how to subscribe."""

from collections.abc import Iterator

from generator.exports import addresses
from generator.exports.contract_fields import FieldShape, TypeShape, explanation_of, published_types
from generator.exports.flat_tables import tables_of
from generator.exports.published_kinds import KINDS
from generator.model.base import Script
from generator.model.wording import Wording
from generator.render.page import Page
from generator.resolve.record_reference import Ref
from generator.resolve.resolve import Records
from generator.script.variants import SCRIPTS

OTHER_FILES = (
    (addresses.PACKAGE, "Frictionless Data Package"),
    (addresses.CATALOGUE_JSON, "DCAT-AP 3 (JSON-LD)"),
    (addresses.CATALOGUE_TURTLE, "DCAT-AP 3 (Turtle)"),
)
"""What stands beside the files of the kinds, and which standard it keeps to."""


def data_page(records: Records) -> Page:
    """`/data/`, beside the folders of the files themselves."""
    prose = records.prose["data"]
    agencies = [it for it in records.agencies if it.datasets]
    return Page(
        "data.md",
        "data.md.j2",
        prose.title,
        (prose.lead,),
        {
            "prose": prose,
            "files": [(kind.type_key, kind.name, f"{addresses.DATA}{kind.name}") for kind in KINDS],
            "tables": list(_tables(records)),
            "others": OTHER_FILES,
            "feeds": [
                (None, _feeds(None)),
                *((Ref("agencies", it.id, it.name), _feeds(it.id)) for it in agencies),
            ],
            "corrections_feeds": [(it, addresses.corrections_feed(it)) for it in SCRIPTS],
            "types": [_type(records, it) for it in published_types()],
            "explanations": {
                shape.name: records.fields[f"record.{shape.name}"] for shape in published_types()
            },
        },
    )


def _tables(records: Records) -> Iterator[tuple[str, str, Wording, str]]:
    """The tables of fields with several values: name, type and field, explanation, address."""
    for kind in KINDS:
        for table in tables_of(kind)[1:]:
            type_name, field = table.words
            explanation = explanation_of(records.fields, type_name, field)
            path = f"{addresses.DATA}{table.name}.csv"
            yield table.name, f"{type_name}.{field}", explanation, path


def _feeds(agency: str | None) -> list[tuple[Script, str, str]]:
    return [
        (
            script,
            f"{addresses.record_feed('agencies', agency)}.{script}.xml"
            if agency
            else addresses.changes_feed(script),
            addresses.releases_calendar(script, agency),
        )
        for script in SCRIPTS
    ]


def _type(records: Records, shape: TypeShape) -> tuple[str, TypeShape, list[tuple[object, ...]]]:
    fields: list[tuple[object, ...]] = [
        (field.name, _written(field), explanation_of(records.fields, shape.name, field.name))
        for field in shape.fields
    ]
    return f"type-{shape.name}", shape, fields


def _written(field: FieldShape) -> tuple[str, ...]:
    """`text[]` · `string`, `null` · `"planned"`, `"released"`."""
    types = [f"{name}[]" for name in field.types] if field.many else field.types
    return (*types, "null") if field.nullable else tuple(types)
