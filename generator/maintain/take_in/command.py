"""Edge: take a document in as far as a machine can · request → what is left."""

from dataclasses import dataclass

from generator.maintain.extract.known_records import read_records
from generator.maintain.extract.text_files import text_file, write_text
from generator.maintain.take_in.extraction import Extraction, extract
from generator.maintain.take_in.recognition import recognise
from generator.maintain.take_in.request import (
    Incoming,
    TakeInRequest,
    refuse_folder,
)
from generator.maintain.take_in.text_change import follow_text
from generator.messages.message import Message, say

_NAMES = {
    "plan": say("open data plan"),
    "edition": say("edition of a fact sheet"),
    "head": say("head of the Estimates"),
}


@dataclass(frozen=True)
class TakenIn:
    """What was done in one run."""

    incoming: Incoming
    extraction: Extraction
    told: tuple[Message, ...]


def take_in(request: TakeInRequest) -> TakenIn:
    """Keep the text, shift lines that moved, write the review, and the records if they are wanted
    and the review was seen. Raises SourceError if nothing can be done.

    What was done before is seen in the records and the texts alone: a run can be broken off at any
    time and begun again.
    """
    refuse_folder(request)
    catalogue = read_records(request.data)
    incoming = recognise(request, catalogue)
    document = incoming.document
    told = [_recognised(incoming), *(say("text: {how}", how=how) for how in incoming.made)]
    _keep_text(request, incoming)
    if shifted := follow_text(request, incoming, catalogue):
        told.append(shifted)
    extraction = extract(request, incoming, taken=document in catalogue.documents)
    if extraction.written:
        told.append(say("files written or changed: {number}", number=len(extraction.written)))
    elif request.write and extraction.pending:
        told.append(say("nothing was written: the review is new, or changed since it was read"))
    return TakenIn(incoming, extraction, tuple(told))


def _keep_text(request: TakeInRequest, incoming: Incoming) -> None:
    """Write the text among the others; the file itself may be it, with other line ends."""
    target = text_file(request.sources, incoming.document)
    if target.resolve() == request.file.resolve():
        if target.read_bytes() != incoming.raw:
            target.write_bytes(incoming.raw)
    else:
        write_text(target, incoming.raw)


def _recognised(incoming: Incoming) -> Message:
    name, document = _NAMES[incoming.kind], incoming.document
    if incoming.earlier is None:
        return say("{document}: {name}", document=document, name=name)
    template = "{document}: {name}, held against {earlier}"
    return say(template, document=document, name=name, earlier=incoming.earlier)
