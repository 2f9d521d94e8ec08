"""What readers are shown of each record, as the history keeps it · record → RecordedFacts.

Everything that a model has is shown unless `UNSEEN` says otherwise: a new kind of record or a new
field is kept without being named here.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.annotations import models_in
from generator.model.base import Model, Record, Script
from generator.model.kinds import items_of, kind_named
from generator.model.recorded_fact import RecordedFact
from generator.model.text import WrittenLine, WrittenPassage
from generator.model.wording import settle

UNSEEN = frozenset(
    {
        # where it stands, and what shows that it does
        *("document", "line", "lines", "quotation", "supports", "Locator.printed", "sha256"),
        *("stands", "forms_stand", "confirmed_by", "unconfirmed", "Name.note"),
        # how the text was taken, and what of it is not recorded yet
        *("id", "script", "simplified_by", "gaps", "complete", "headings", "Section.rows"),
        "Section.empty",
        # addresses elsewhere, which are no fact of a document
        *("links", "landing", "link_note"),
        # on which pages and in what order it is shown, what is reckoned or drawn from it
        *("about", "headline", "spent_on", "same", "charts", "sum_of", "of", "against"),
        *("repeats", "from", "to", "Budget.derived"),
    }
)
"""Fields that are no published fact, in every model or in one; so is each `…_line`."""
LIST_SEPARATOR = ", "
_TEXTS = frozenset((WrittenLine, WrittenPassage))


def record_facts(kind: str, record: Record) -> Iterator[RecordedFact]:
    """The facts of one file, item by item; `kind` is the name of its kind."""
    script: Script = getattr(record, "script", "zh-Hant")
    field = items_of(kind)
    for item in getattr(record, field) if field else (record,):
        own = (item.id,) if kind in ("documents", "budget") else ()
        yield from _part(item.id, item, script, "", own)


def part_model(kind: str, part: str) -> type[Model]:
    """The model at a place in the records of a kind. Raises KeyError where there is no such
    place any more."""
    model: type[Model] = kind_named(kind).model
    names = [*filter(None, (items_of(kind), *part.split(".")))]
    at_items = bool(items_of(kind))
    while names:
        annotation = _field(model, names.pop(0))
        [model] = {*models_in(annotation, Model)} - _TEXTS
        # A part that has an identifier has it behind its field; an item's is its owner's.
        if "id" in model.model_fields and names and not at_items:
            names.pop(0)
        at_items = False
    return model


def is_shown(kind: str, part: str, field: str) -> bool:
    """Whether a field that the history has is still one that readers are shown."""
    try:
        return any(field == shown for _, shown in _shown(part_model(kind, part)))
    except KeyError:
        return False


def is_own_wording(model: type[Model], field: str) -> bool:
    """Whether a field holds our own words, or names, which a person may write in each script."""
    return not _TEXTS.isdisjoint(models_in(_field(model, field), Model))


def _part(
    owner: str, model: Model, script: Script, part: str, documents: tuple[str, ...]
) -> Iterator[RecordedFact]:
    documents = tuple(sorted({*_documents(model)})) or documents
    own: dict[str, str] = {}
    inner: list[tuple[str, Model]] = []
    for name, field in _shown(type(model)):
        value = getattr(model, name)
        if value is None or value == ():
            continue
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(values[0], Model) and not isinstance(values[0], WrittenLine | WrittenPassage):
            inner += [(_path(part, field, it), it) for it in values]
        else:
            own[field] = LIST_SEPARATOR.join(_text(it, script) for it in values)
    if own:
        yield RecordedFact(owner, part, documents, own)
    for path, part_of_it in inner:
        yield from _part(owner, part_of_it, script, path, documents)


def _field(model: type[Model], name: str) -> Any:
    """The annotation of a field, by the name that it has in the file."""
    return next(
        info.annotation for field, info in model.model_fields.items() if name in (field, info.alias)
    )


def _path(part: str, field: str, item: Model) -> str:
    return ".".join(filter(None, (part, field, getattr(item, "id", ""))))


def _text(value: Any, script: Script) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, WrittenLine | WrittenPassage):
        return settle(value, script).text
    return str(value)


@cache
def _shown(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields that readers are shown: attribute, and name in the file."""
    fields = [(name, info.alias or name) for name, info in model.model_fields.items()]
    return tuple(
        (name, field)
        for name, field in fields
        if not field.endswith("_line") and UNSEEN.isdisjoint((field, f"{model.__name__}.{field}"))
    )


def _documents(model: Model) -> Iterator[str]:
    """The documents that a part of a record names as its sources."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name == "document":
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Model):
                yield from _documents(inner)
