"""What the fields of records mean, in Traditional Chinese, for whoever fills them in."""

from generator.messages.language import explanation
from generator.model.base import Model
from generator.model.catalogue import Catalogue
from generator.model.wording import settle


def field_meaning(catalogue: Catalogue, model: type[Model], field: str) -> str | None:
    """What is written for authors, or else what data/vocabulary/fields.yml tells readers of the
    field of the same name; None if there is neither."""
    return explanation(model, field) or _published(catalogue, f"{model.__name__.lower()}.{field}")


def _published(catalogue: Catalogue, code: str) -> str | None:
    record_file = catalogue.vocabularies.get("fields")
    for term in record_file.record.terms if record_file else ():
        if record_file and term.code == code:
            return settle(term.label, record_file.record.script).text
    return None
