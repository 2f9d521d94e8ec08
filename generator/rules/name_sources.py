"""Check that names count as confirmed only where a document, the Government or a body says so."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.messages.message import list_names, say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.terminology import Name, NameForm, NameList
from generator.model.wording import settle
from generator.resolve.names import confirming_hosts


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What a newspaper or a copy of a page prints is no proof of how a body writes its name."""
    hosts = confirming_hosts(catalogue)
    for record_file in catalogue.terminology.names.values():
        for number, name in enumerate(record_file.record.names):
            yield from _standing_forms(record_file, number, name)
            if hosts and (forms := _unproved(catalogue, name, hosts)):
                yield _problem(record_file, number, forms)


def _unproved(catalogue: Catalogue, name: Name, hosts: frozenset[str]) -> list[NameForm]:
    """Forms that are said to be confirmed, but by nobody whose word counts."""
    if any(urlsplit(it).netloc.lower() in hosts for it in name.confirmed_by):
        return []
    documents = {it.document for it in name.stands} | set(name.confirmed_by)
    printed: set[str] = {
        record_file.record.script
        for identifier, record_file in catalogue.documents.items()
        if identifier in documents
    }
    if any(it.which == name.english for it in name.forms_stand):
        printed.add("english")
    forms: tuple[NameForm, ...] = ("zh-Hant", "zh-Hans", "english")
    given = forms if name.english else forms[:2]
    return [it for it in given if it not in printed and it not in name.unconfirmed]


def _problem(record_file: RecordFile[NameList], number: int, forms: list[NameForm]) -> Problem:
    return Problem(
        record_file.place("names", number, "unconfirmed"),
        say(
            "no document, page of the Government or page of the body itself confirms {forms}",
            forms=list_names(forms),
        ),
        say(
            "add such a page to `confirmed_by`, its host in a list of data/hosts/ with "
            "`confirms_names`, or add {forms} to `unconfirmed`",
            forms=list_names(forms),
        ),
    )


def _standing_forms(
    record_file: RecordFile[NameList], number: int, name: Name
) -> Iterator[Problem]:
    known = {name.english, name.acronym, *(settle(it, "zh-Hant").text for it in name.aliases)}
    for count, stand in enumerate(name.forms_stand):
        if stand.which not in known:
            yield Problem(
                record_file.place("names", number, "forms_stand", count, "which"),
                say(
                    "{form} is neither the English name nor the acronym nor an alias",
                    form=quote_value(stand.which),
                ),
                say("write it as it stands in `english`, `acronym` or `aliases`"),
            )
