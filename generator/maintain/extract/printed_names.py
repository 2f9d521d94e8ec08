"""Edge: printed forms that the extractor knows · data folder → PrintedNames."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.maintain.extract.source_error import SourceError
from generator.messages.message import say
from generator.messages.problem import as_message
from generator.model.source import Value
from generator.reading.yaml_source import parse
from generator.script.opencc_tables import open_cc


@dataclass(frozen=True)
class PrintedNames:
    """Printed form → code or identifier; each form of either script that is known."""

    categories: Mapping[str, str]
    frequencies: Mapping[str, str]
    formats: Mapping[str, str]
    """In small letters."""
    agencies: Mapping[str, str]
    """Names, acronyms, aliases and former names → identifier of the agency."""


_CONDITION = re.compile(r"(.*?)\s*[(（].*[)）]")
_ACRONYM = re.compile(r"(?P<name>.*?)\s*[(（](?P<acronym>[^()（）]+)[)）]")


def frequency_code(printed: str, names: PrintedNames) -> str | None:
    """Code of a frequency, of the part before a bracket if the whole is not known."""
    condition = _CONDITION.fullmatch(printed)
    code = names.frequencies.get(printed)
    return code or (names.frequencies.get(condition[1]) if condition else None)


def agency_of(group: str | None, body: str | None, names: PrintedNames) -> str | None:
    """The agency a group heading names, in brackets or in full, else that of the organisation."""
    forms = [it for printed in (group, body) if printed for it in _forms(printed)]
    return next((names.agencies[form] for form in forms if form in names.agencies), None)


def acronym_of(printed: str) -> str | None:
    """The acronym that stands in brackets behind a name."""
    match = _ACRONYM.fullmatch(printed)
    return match["acronym"].strip() if match else None


def _forms(printed: str) -> Iterator[str]:
    if match := _ACRONYM.fullmatch(printed):
        yield from (match["acronym"].strip(), match["name"])
    yield printed


def load_names(data: Path) -> PrintedNames:
    """Edge: the names in `data`/vocabulary, `data`/agencies and `data`/terminology/names.

    Raises SourceError if a file cannot be read or is not the record it should be.
    """
    return PrintedNames(
        categories=_in_both_scripts(_printed_forms(data / "vocabulary" / "categories.yml")),
        frequencies=_in_both_scripts(_printed_forms(data / "vocabulary" / "frequencies.yml")),
        formats={
            form.lower(): code
            for form, code in _printed_forms(data / "vocabulary" / "formats.yml").items()
        },
        agencies=_in_both_scripts(_agency_names(data)),
    )


def _in_both_scripts(forms: Mapping[str, str]) -> dict[str, str]:
    """The forms, and each as a plan in the other script would print it."""
    known_forms = dict(forms)
    for configuration in ("hk2s", "s2hk"):
        convert = open_cc(configuration).convert
        for form, meant in forms.items():
            known_forms.setdefault(convert(form), meant)
    return known_forms


def _printed_forms(file: Path) -> dict[str, str]:
    terms = _load(file).get("terms")
    if not isinstance(terms, list):
        raise SourceError(say("{file} has no list of terms; run `python3 dev.py check`", file=file))
    forms: dict[str, str] = {}
    for term in terms:
        code = term.get("code") if isinstance(term, dict) else None
        if not isinstance(term, dict) or not isinstance(code, str):
            raise SourceError(
                say("{file} has a term without a code; run `python3 dev.py check`", file=file)
            )
        for form in _strings_in([term.get("printed"), term.get("label")]):
            forms.setdefault(form, code)
    return forms


def _agency_names(data: Path) -> dict[str, str]:
    agencies = {file.stem: _load(file) for file in sorted((data / "agencies").glob("*.yml"))}
    known = [
        (identifier, name)
        for file in sorted((data / "terminology" / "names").glob("*.yml"))
        for identifier, name in _names_of(file)
        if identifier in agencies
    ]
    names: dict[str, str] = {}
    # An agency's own name outranks another one's alias.
    for field in ("zh-Hant", "zh-Hans", "name", "acronym", "aliases", "former_names"):
        for identifier, record in (*known, *agencies.items()):
            for form in _strings_in(record.get(field)):
                names.setdefault(form, identifier)
    return names


def _names_of(file: Path) -> Iterator[tuple[str, Mapping[str, Value]]]:
    names = _load(file).get("names")
    for name in names if isinstance(names, list) else ():
        if isinstance(name, dict):
            yield str(name.get("id")), name


def _strings_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings_in(item)
        case dict():
            yield from _strings_in(list(value.values()))


def _load(file: Path) -> dict[str, Value]:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise SourceError(
            say("{file} cannot be read: {reason}", file=file, reason=error.strerror)
        ) from error
    source, problems = parse(raw, str(file))
    if source is None:
        raise SourceError(as_message(problems))
    assert isinstance(source.value, dict), "the loader accepts mappings only"
    return source.value
