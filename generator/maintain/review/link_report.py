"""Changed links in the report, with full addresses and the host first · changes → Markdown."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from generator.maintain.review.links import LinkChange
from generator.maintain.review.report_words import heading, page_list
from generator.messages.github_markdown import details_block, escape_line, inline_code
from generator.messages.language import both_languages
from generator.messages.message import say

_OUTSIDE, _WITHIN = 400, 60
"""As many changes of each sort are shown."""


def outside_links(
    links: Sequence[LinkChange], known: Collection[str], added_hosts: Mapping[str, str]
) -> Iterator[str]:
    """Links to other sites: first those to new hosts, then those whose host changed."""
    outside = [it for it in links if it.is_outside]
    ranked = sorted(outside, key=lambda it: _rank(it, known))
    listed_now = {host: who for host, who in added_hosts.items() if host not in known}
    if ranked or listed_now:
        yield f"\n{heading(say('Links to other sites'), len(ranked))}\n"
    for link in ranked[:_OUTSIDE]:
        mark = f"**{both_languages(say('new host'))}** " if link.is_new(known) else ""
        notes = "".join(f"; {both_languages(note)}" for note in _notes(link))
        host = address_code(link.host) if link.host else both_languages(say("no host"))
        pages = f"{both_languages(say('on'))} {page_list(link.paths)}"
        yield f"- {mark}{host} — {_change(link)}{notes}; {pages}"
    if (more := len(ranked) - _OUTSIDE) > 0:
        new = sum(it.is_new(known) for it in ranked[_OUTSIDE:])
        text = say("{more} more such links, {new} of them to new hosts", more=more, new=new)
        yield f"- **{both_languages(text)}**"
    for host, who in listed_now.items():
        text = say("this change adds it to data/hosts/, with the words")
        owner = f"{both_languages(text)} {inline_code(who)}"
        yield f"- **{both_languages(say('new host'))}** {address_code(host)}: {owner}"


def links_within(links: Sequence[LinkChange]) -> Iterator[str]:
    """Links from page to page."""
    within = [it for it in links if not it.is_outside]
    if not within:
        return
    yield f"\n{heading(say('Links within the site'), len(within))}\n"
    # One that became another may mislead; one that came or went belongs to a page that did.
    ranked = sorted(within, key=lambda it: (it.before is None) + (it.after is None))
    yield details_block(both_languages(say("Show them")), _inner_links(ranked))


def _inner_links(links: Sequence[LinkChange]) -> Iterator[str]:
    for link in links[:_WITHIN]:
        yield f"- {_change(link)}; {both_languages(say('on'))} {page_list(link.paths)}"
    if (more := len(links) - _WITHIN) > 0:
        yield f"- {both_languages(say('and {more} more', more=more))}"


def address_code(address: str) -> str:
    """An address as code; letters that only look Latin are written as escapes."""
    return inline_code(
        "".join(
            char if char.isascii() or "\u4e00" <= char <= "\u9fff" else _escape(char)
            for char in escape_line(address)
        )
    )


def _escape(char: str) -> str:
    return char.encode("ascii", "backslashreplace").decode()


def _rank(link: LinkChange, known: Collection[str]) -> tuple[bool, bool, bool, bool]:
    return (
        not link.is_new(known),
        not any(True for _ in _notes(link)),
        link.before is None,
        link.after is None,
    )


def _change(link: LinkChange) -> str:
    before, after = link.before, link.after
    if before is None:
        return f"{both_languages(say('added'))}: {address_code(after or '')}"
    if after is None:
        return f"{both_languages(say('removed'))}: {address_code(before)}"
    return f"{address_code(before)} → {address_code(after)}"


def _notes(link: LinkChange) -> Iterator[str]:
    """Warnings about what a reader easily overlooks in an address."""
    before, after = (_split(it) for it in (link.before, link.after))
    if link.after is None:
        return
    if link.before is not None and before[1] != after[1]:
        yield say("another host than before")
    if before[0] == "https" and after[0] == "http":
        yield say("no longer encrypted: http instead of https")
    elif after[0] not in ("http", "https", ""):
        yield say("it is no web page")
    authority = after[1]
    if "@" in authority:
        yield say("what stands before the @ is not the host")
    if not link.after.isascii():
        yield say("it holds letters that are not of the Latin alphabet")
    if "xn--" in authority:
        spelling = inline_code(_unpunycoded(link.host))
        yield say("in other letters the host reads {read}", read=spelling)


def _split(address: str | None) -> tuple[str, str]:
    """Scheme and authority; browsers take backslashes for slashes."""
    try:
        parts = urlsplit((address or "").replace("\\", "/"))
    except ValueError:
        return "", address or ""
    return parts.scheme.lower(), parts.netloc.lower()


def _unpunycoded(host: str) -> str:
    return ".".join(map(_label, host.split(".")))


def _label(label: str) -> str:
    try:
        named = label.removeprefix("xn--").encode().decode("punycode")
    except UnicodeError:
        return label
    return named.encode("ascii", "backslashreplace").decode() if label.startswith("xn--") else label
