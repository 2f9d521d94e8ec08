"""What texts were converted to, remembered from run to run as long as the terminology stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from generator.reading.result_cache import results
from generator.script.convert import Converter
from generator.script.glossary import Glossary
from generator.script.running_text import Doubt

NAME = "conversions"


@contextmanager
def remembered_conversions(converter: Converter) -> Iterator[None]:
    """Let `converter` know what was converted before, and keep for the next run what it has
    converted by the end of the block. One that has converted before, as in a preview, knows it
    all."""
    if results.folder is None or converter.conversions:
        yield
        return
    name = conversion_hash(converter.glossary)
    before = results.load(NAME).get(name, {})
    converter.earlier = {
        wanted: (text, tuple(Doubt(*it) for it in doubts))
        for wanted, (text, doubts) in before.items()
    }
    yield
    if converter.conversions.keys() - before.keys():
        plain = {
            wanted: (text, [(it.char, it.result, it.context) for it in doubts])
            for wanted, (text, doubts) in converter.conversions.items()
        }
        results.save(NAME, {name: plain})


def conversion_hash(words: Glossary) -> bytes:
    """A hash of all that decides conversions."""
    keys = [
        (key.source, key.result, key.script, key.origin, sorted(key.documents), key.is_word)
        for key in words.keys
    ]
    said = keys, sorted(words.forms.items()), sorted(words.wrapped), words.contexts
    return sha256(repr(said).encode("utf-8", "surrogatepass")).digest()
