"""Which records an identifier means, and whether one is free · Catalogue → kinds, or why not."""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.maintain.refusal import Refusal
from generator.messages.message import list_names, say
from generator.model.catalogue import Catalogue
from generator.model.kinds import PAGES, PUBLISHED, SUBJECT_KINDS
from generator.resolve.identifiers import identifier_locations


def kinds_of(catalogue: Catalogue, identifier: str) -> tuple[str, ...]:
    """The kinds of record with this identifier. A record with a page and its companions (a budget
    and its document, an agency and its name) come together; else every kind of item that has it."""
    locations = identifier_locations(catalogue)
    pages = [kind for kind in PAGES if identifier in locations[kind]]
    if pages:
        return _with_name(catalogue, pages, identifier)
    return tuple(kind for kind in PUBLISHED if identifier in locations[kind])


def renamed_by_hand(catalogue: Catalogue, old: str, new: str) -> tuple[str, ...]:
    """The kinds in which somebody began to rename `old` by hand: it was published and is missing,
    while `new` exists and was never published."""
    locations, known = identifier_locations(catalogue), catalogue.registered
    kinds = [
        kind
        for kind in deleted_by_hand(catalogue, old)
        if new in locations[kind] and new not in known[kind]
    ]
    return _with_name(catalogue, kinds, old)


def deleted_by_hand(catalogue: Catalogue, identifier: str) -> tuple[str, ...]:
    """The kinds in which the identifier was published and is missing without an explanation."""
    locations, known = identifier_locations(catalogue), catalogue.registered
    past = gone_pages(catalogue)
    return tuple(
        kind
        for kind in PUBLISHED
        if identifier in known[kind]
        and identifier not in locations[kind]
        and (kind, identifier) not in past
    )


def _with_name(catalogue: Catalogue, kinds: list[str], identifier: str) -> tuple[str, ...]:
    """The kinds, with "terminology" if the agency or programme has a name there."""
    named = identifier in identifier_locations(catalogue)["terminology"] and not set(
        SUBJECT_KINDS
    ).isdisjoint(kinds)
    return (*kinds, "terminology") if named else tuple(kinds)


def replacement_page(catalogue: Catalogue, address: str) -> str:
    """The page to redirect to, as the history names it: `datasets/sea-tides`. Raises Refusal if it
    does not exist."""
    kind, _, identifier = address.strip("/").partition("/")
    locations = identifier_locations(catalogue)
    if kind in PAGES and (not identifier or identifier in locations[kind]):
        return f"{kind}/{identifier}".rstrip("/")
    pages = [*PAGES, *(f"{kind}/{it}" for kind in PAGES for it in locations[kind])]
    message = say("there is no page {page!r}", page=address)
    tip = say(
        "give a record such as datasets/other-id, or a list: {kinds}", kinds=list_names(PAGES)
    )
    if close := get_close_matches(f"{kind}/{identifier}".rstrip("/"), pages, n=1):
        tip = say("did you mean {close!r}?", close=close[0])
    raise Refusal(say("{message} ({tip})", message=message, tip=tip), 2)


def unknown_identifier(catalogue: Catalogue, identifier: str) -> str:
    """The message that nothing has this identifier, with the most similar one."""
    locations = identifier_locations(catalogue)
    return unknown_name((it for kind in (*PAGES, *PUBLISHED) for it in locations[kind]), identifier)


def unknown_name(known: Iterable[str], identifier: str) -> str:
    """The message that the identifier is not among the `known` ones, with the most similar one."""
    if close := get_close_matches(identifier, dict.fromkeys(known), n=1):
        template = "there is no {id!r} (did you mean {close!r}?)"
        return say(template, id=identifier, close=close[0])
    return say("there is no {id!r} (the file's name is its identifier)", id=identifier)


def taken_reason(
    catalogue: Catalogue, kinds: tuple[str, ...], new: str, old: str = ""
) -> str | None:
    """Why a record of these kinds cannot have the identifier `new`; None if it can.

    What once had it, and is `old` now, may have it again.
    """
    locations = identifier_locations(catalogue)
    pages = [it for it in PAGES if not set(kinds).isdisjoint(PAGES)]
    for kind in dict.fromkeys((*kinds, *pages)):
        # A budget has the identifier of its document.
        shared = {kind, *kinds} == {"budget", "documents"} and kind not in kinds
        if new in locations[kind] and not shared:
            path = locations[kind][new].record_file.source.path
            return say("id {id!r} is already taken by {path}", id=new, path=path)
    past = gone_pages(catalogue)
    for kind in [it for it in kinds if it in PAGES] or kinds:
        to = past.get((kind, new))
        if (kind, new) in past and to != f"{kind}/{old}":
            template = "{id!r} was the identifier of a record that is gone (choose another)"
            return say(template, id=new)
        if (kind, new) not in past and new in catalogue.registered[kind]:
            template = "{id!r} was published and is no more (bring that record back, or retire it)"
            return say(template, id=new)
    return None


def gone_pages(catalogue: Catalogue) -> dict[tuple[str, str], str | None]:
    """(kind, identifier) of every gone record → the page that replaced it, if any."""
    return {
        (record_file.folder, gone.id): gone.to
        for record_file in catalogue.history.values()
        for gone in record_file.record.gone
    }
