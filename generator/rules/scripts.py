"""Check that texts are in the script of their record, and doubtful conversions were reviewed."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem, Severity
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.resolve.texts import Text, texts
from generator.script.characters import foreign_characters
from generator.script.contexts import reviewed_contexts, unreviewed_contexts
from generator.script.convert import OTHER, converter_with
from generator.script.glossary import glossary

NAMES: dict[Script, str] = {"zh-Hant": say("Traditional"), "zh-Hans": say("Simplified")}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A text in the wrong script is converted wrongly, or not at all."""
    allowed = {script: _allowed(catalogue, script) for script in NAMES}
    converter = converter_with(glossary(catalogue))
    known_contexts = reviewed_contexts(catalogue)
    for text in texts(catalogue):
        wording = text.wording
        yield from _foreign_characters(text, wording.text, wording.script, allowed)
        if wording.other is not None:
            yield from _foreign_characters(text, wording.other, OTHER[wording.script], allowed)
        elif wording.script == "zh-Hans":
            for char, context in unreviewed_contexts(wording, converter, known_contexts):
                yield _new_context(text, char, context)


def _allowed(catalogue: Catalogue, script: Script) -> frozenset[str]:
    terminology = catalogue.terminology
    characters = {
        allowed.char
        for held in terminology.allowed.values()
        if held.record.script == script
        for allowed in held.record.characters
    }
    forms = {form.wanted for held in terminology.forms.values() for form in held.record.forms}
    return frozenset(characters | forms if script == "zh-Hant" else characters)


def _foreign_characters(
    text: Text, shown: str, script: Script, allowed: dict[Script, frozenset[str]]
) -> Iterator[Problem]:
    forbidden = foreign_characters(script) - allowed[script]
    strange = dict.fromkeys(char for char in shown if char in forbidden)
    if strange:
        yield Problem(
            text.held.place(*text.path, script),
            say("{found} in a text in {script}", found="、".join(strange), script=NAMES[script]),
            say(
                "correct the text or its script; if {script} texts really print it, add it "
                "under data/terminology/allowed/",
                script=NAMES[script],
            ),
        )


def _new_context(text: Text, char: str, context: str) -> Problem:
    return Problem(
        text.held.place(*text.path),
        say("{char} in a new context after conversion: {seen}", char=char, seen=context),
        say("read it; if it is right, add {seen} to data/terminology/contexts/", seen=context),
        severity=Severity.WARNING,
    )
