"""What may include an applicant is another applicant: of a start-up, a company."""

from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Report what belongs to no code, or to one that belongs to another itself."""
    record_file = catalogue.vocabularies.get("applicants")
    if record_file is None:
        return  # rules/vocabulary.py names it
    widest = [it.code for it in record_file.record.terms if it.group is None]
    for number, term in enumerate(record_file.record.terms):
        if term.group is not None and term.group not in widest:
            said = {"group": term.group, "code": term.code}
            message = say("{group!r} is no code that {code!r} may belong to", **said)
            tip = say("write one of these: {codes}", codes=list_names(widest))
            yield Problem(record_file.place("terms", number, "group"), message, tip)
