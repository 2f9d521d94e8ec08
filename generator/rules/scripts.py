"""Check that texts are in the script of their record, and doubtful conversions were reviewed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity, quote_value
from generator.model.base import Script
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.resolve.texts import LocatedText, texts
from generator.script.characters import foreign_characters
from generator.script.convert import OTHER, converter_with
from generator.script.glossary import glossary
from generator.script.running_text import Doubt

NAMES: dict[Script, str] = {"zh-Hant": say("Traditional"), "zh-Hans": say("Simplified")}

BETWEEN = "\u3001"
"""What stands between characters that are listed."""
FEW = 3
"""So many quotations may each be mistyped; of more the document's script is."""
_ForbiddenCharacters: TypeAlias = Mapping[Script, frozenset[str]]
"""Script → the characters of the other one that its texts do not hold."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A text in the wrong script is converted wrongly, or not at all."""
    forbidden = {
        script: foreign_characters(script) - _allowed(catalogue, script) for script in NAMES
    }
    converter = converter_with(glossary(catalogue))
    for text in texts(catalogue):
        wording = text.wording
        yield from _foreign_characters(text, wording.text, wording.script, forbidden)
        if wording.other is not None:
            yield from _foreign_characters(text, wording.other, OTHER[wording.script], forbidden)
        else:
            doubts = converter.doubts(wording.text, wording.script, wording.document)
            for doubt in dict.fromkeys(doubts):
                place = text.record_file.place(*text.path)
                yield new_context(place, doubt)
    yield from _quotes(catalogue, forbidden)
    yield from _terms(catalogue, forbidden)


def _allowed(catalogue: Catalogue, script: Script) -> frozenset[str]:
    terminology = catalogue.terminology
    characters = {
        allowed.char
        for record_file in terminology.allowed.values()
        if record_file.record.script == script
        for allowed in record_file.record.characters
    }
    forms = {
        form.wanted
        for record_file in terminology.forms.values()
        for form in record_file.record.forms
    }
    return frozenset(characters | forms if script == "zh-Hant" else characters)


def _foreign_characters(
    text: LocatedText, shown: str, script: Script, forbidden: _ForbiddenCharacters
) -> Iterator[Problem]:
    if characters := _listed(shown, script, forbidden):
        yield Problem(
            text.record_file.place(*text.path, script),
            say("{found} in a text in {script}", found=characters, script=NAMES[script]),
            say(
                "correct the text or its script; if {script} texts really print it, add it "
                "under data/terminology/allowed/",
                script=NAMES[script],
            ),
        )


def _listed(shown: str, script: Script, forbidden: _ForbiddenCharacters) -> str:
    return BETWEEN.join(dict.fromkeys(char for char in shown if char in forbidden[script]))


def _quotes(catalogue: Catalogue, forbidden: _ForbiddenCharacters) -> Iterator[Problem]:
    """What is quoted is in the script of its document, but for what is printed wrongly there."""
    held_damage = catalogue.errata.get("damage")
    damaged = {
        (spot.document, char)
        for erratum in (held_damage.record.errata if held_damage else ())
        for spot in erratum.locators
        for char in spot.printed
    }
    reported: dict[str, list[Problem]] = defaultdict(list)
    quotations: Counter[str] = Counter()
    for record_file in _quoting(catalogue):
        for path, printed, name in _printed(record_file.source.value, (), ""):
            document = catalogue.documents.get(name)
            if document is None or record_file is held_damage:
                continue
            script = document.record.script
            quotations[name] += 1
            kept = "".join(char for char in printed if (name, char) not in damaged)
            if characters := _listed(kept, script, forbidden):
                message = say(
                    "{found} in a quotation from {document}, which is in {script}",
                    found=characters,
                    document=name,
                    script=NAMES[script],
                )
                tip = say(
                    "quote it as it is printed; if it really is printed so, say that in "
                    "data/errata/damage.yml"
                )
                reported[name].append(Problem(record_file.place(*path), message, tip))
    for name, problems in reported.items():
        document = catalogue.documents[name]
        if len(problems) > FEW and 2 * len(problems) > quotations[name]:
            message = say(
                "{number} of {all} quotations from this document are not in {script}",
                number=len(problems),
                all=quotations[name],
                script=NAMES[document.record.script],
            )
            tip = say("correct its script, or the quotations")
            yield Problem(document.place("script"), message, tip)
        else:
            yield from problems


def _quoting(catalogue: Catalogue) -> Iterator[RecordFile[Any]]:
    for kind in (
        *(catalogue.agencies, catalogue.programmes, catalogue.figures, catalogue.events),
        *(catalogue.statements, catalogue.errata, catalogue.terminology.names),
    ):
        yield from kind.values()


def _printed(value: object, path: FieldPath, document: str) -> Iterator[tuple[FieldPath, str, str]]:
    """The quotations in a value, each with the document that it is from."""
    if isinstance(value, dict):
        document = str(value.get("document", document))
        for name, part in value.items():
            if name in ("printed", "form", "quotation") and isinstance(part, str):
                yield (*path, name), part, document
            else:
                yield from _printed(part, (*path, name), document)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _printed(part, (*path, number), document)


def _terms(catalogue: Catalogue, forbidden: _ForbiddenCharacters) -> Iterator[Problem]:
    """What is looked for is in the one script, and what is put in its place in the other."""
    for record_file in catalogue.terminology.terms.values():
        script = record_file.record.script
        for number, term in enumerate(record_file.record.terms):
            sides = (("from", term.source, script), ("to", term.result, OTHER[script]))
            for field, shown, own in sides:
                if characters := _listed(shown, own, forbidden):
                    message = say(
                        "{found} in a text in {script}", found=characters, script=NAMES[own]
                    )
                    tip = say("write `from` in the script of the list, and `to` in the other")
                    yield Problem(record_file.place("terms", number, field), message, tip)
                    break


def new_context(place: Place, doubt: Doubt) -> Problem:
    """The warning of a character that no reviewed context decides."""
    message = say(
        "{char} in {context} becomes {result}, and nobody has read it there",
        char=doubt.char,
        context=quote_value(doubt.context),
        result=doubt.result,
    )
    tip = say(
        "read it, and write the word at {char} in data/terminology/contexts/, below its right form",
        char=doubt.char,
    )
    return Problem(place, message, tip, severity=Severity.WARNING)
