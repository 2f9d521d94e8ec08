"""Refuse texts of our own that were only drafted: nobody has said yet that they are true."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.draft import TO_REVIEW, UNFILLED
from generator.resolve.texts import PRINTED, texts_of


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What was true of last year's document may not be true of this one."""
    for record_file in catalogue.budgets.values():
        for text in texts_of(catalogue, record_file):
            if text.path[-1] in PRINTED:
                continue
            place = record_file.place(*text.path)
            if UNFILLED in text.wording.text:
                message = say("{mark} is still to be replaced", mark=UNFILLED)
                yield Problem(place, message, say("write the text in your own words"))
            elif TO_REVIEW in text.wording.text:
                message = say("{mark} nobody has read this again yet", mark=TO_REVIEW)
                tip = say(
                    "hold the text against the document, correct it, and remove {mark}",
                    mark=TO_REVIEW,
                )
                yield Problem(place, message, tip)
