"""Check that a dataset lists the formats that its description names."""

import re
from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset
from generator.model.wording import settle
from generator.rules.references import forms_of


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers take the formats for what the plan prints."""
    forms = {form.casefold(): codes for form, codes in forms_of(catalogue, "formats").items()}
    pattern = re.compile(rf"(?<![a-z0-9])({'|'.join(map(re.escape, forms))})(?![a-z0-9])", re.I)
    known = {code for codes in forms.values() for code in codes}
    for record_file in catalogue.datasets.values() if forms else ():
        if not known.issuperset(record_file.record.formats):
            continue  # rules/references.py names a code that is none
        text = settle(record_file.record.description, record_file.record.script).text
        named = (forms[it.casefold()] for it in pattern.findall(text))
        yield from _formats(record_file, set().union(*named))


def _formats(record_file: RecordFile[Dataset], described: set[str]) -> Iterator[Problem]:
    record = record_file.record
    # Where none is named, the plan may have said it in words of its own.
    if described and described != set(record.formats):
        message = say(
            "formats {formats}, but the description names {named}",
            formats=list_names(record.formats) or say("none"),
            named=list_names(sorted(described)),
        )
        tip = say("write the formats that the description names, or correct the description")
        yield Problem(record_file.place("formats"), message, tip)
