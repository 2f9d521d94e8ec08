"""Edge: a text that changed after it was taken in → line numbers where it has the words now."""

import hashlib
from pathlib import Path

from generator.maintain.extract.source_error import SourceError
from generator.maintain.extract.text_files import text_file
from generator.maintain.take_in.request import Incoming, TakeInRequest
from generator.maintain.trial_change import trial_change
from generator.maintain.verify.quotes import quotes
from generator.maintain.verify.shift_lines import shift_lines
from generator.maintain.verify.text import accept_text, document_lines
from generator.maintain.verify.verify import is_on_line
from generator.messages.message import Message, say
from generator.model.catalogue import Catalogue
from generator.pipeline.generate import catalogue_converter
from generator.reading.load import read_catalogue


def follow_text(request: TakeInRequest, incoming: Incoming, catalogue: Catalogue) -> Message | None:
    """Shift the line numbers of a document that is recorded to where its text has the words now;
    what was done, None if the text is the recorded one. Raises SourceError for another document's
    text: of that, most words stand nowhere."""
    record_file = catalogue.documents.get(incoming.document)
    digest = hashlib.sha256(incoming.raw).hexdigest()
    if record_file is None or record_file.record.sha256 == digest:
        return None
    path = f"documents/{incoming.document}.yml"
    with trial_change(request.data) as trial:
        trial.write(path, accept_text(trial.read(path), incoming.raw))
        number = shift_lines(
            _catalogue(trial.copy),
            catalogue_converter(catalogue),
            request.sources,
            incoming.document,
        )
        shifted = _catalogue(trial.copy)
        lines, _ = document_lines(shifted.documents[incoming.document], request.sources)
        located = [
            quote
            for quote in quotes(shifted, catalogue_converter(shifted))
            if quote.document == incoming.document
        ]
        absent = sum(not is_on_line(lines or [], it) for it in located)
        if absent * 2 > len(located):
            template = (
                "{file} is another document than {document}: {absent} of the {number} words and "
                "numbers that records take from it do not stand there (give the right file, or "
                "another `--document`)"
            )
            values = {"document": incoming.document, "absent": absent, "number": len(located)}
            file = text_file(request.sources, incoming.document)
            raise SourceError(say(template, file=file, **values))
        trial.apply()
    return say(
        "the text changed; line numbers shifted: {number}; words and numbers that do not stand "
        "where they did any more: {absent} of {located}",
        number=number,
        absent=absent,
        located=len(located),
    )


def _catalogue(data: Path) -> Catalogue:
    catalogue, _ = read_catalogue(data)
    assert catalogue is not None, "the same records could be read before"
    return catalogue
