"""The report on a pull request: what a reviewer has to look at, the worst first · → Markdown.

Nothing in it can act: all that comes from the sites stands in code. Nothing is left out without a
word: what is cut is counted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.maintain.review.comparison import Comparison, WorkingsChange
from generator.maintain.review.link_report import links_within, outside_links
from generator.maintain.review.links import LinkChange
from generator.maintain.review.report_words import address, heading, listed, places
from generator.maintain.review.texts import Lines, TextChange, line_changes, shortened
from generator.messages.github_markdown import code, fenced, folded
from generator.messages.language import in_both
from generator.messages.message import say

_MOST = 900_000
"""GitHub shows no more than a mebibyte, counted in bytes."""
_LINES = 40
"""As many changed lines of a file as are shown."""
_GROUPS, _EXAMPLES, _PATHS, _WORKINGS = 150, 3, 100, 15
"""As many changes are shown, examples of each, paths of a list, and changes within pages."""
_PAGES = 80
"""As many new pages are shown with what they say."""


@dataclass(frozen=True)
class Around:
    """What is known besides the two sites."""

    known_hosts: Mapping[str, str] = field(default_factory=dict)
    """Host → whose it is, as the list says that the change cannot alter."""
    added_hosts: Mapping[str, str] = field(default_factory=dict)
    """Those that the change adds to the list."""
    program: tuple[str, ...] = ()
    """Files besides data/ that the change alters."""
    symbolic_links: tuple[str, ...] = ()
    """Symbolic links that it adds."""
    update: str | None = None
    """What `update` would write, as `git diff` shows it; None if nobody asked."""


NOTHING_ELSE = Around()


def as_markdown(found: Comparison, around: Around = NOTHING_ELSE) -> str:
    """The report: first what is gone, for an address that leads nowhere is the worst of it."""
    known = {*found.known_hosts, *around.known_hosts}
    return _within_limit(
        [
            _headline(found),
            *_gone(found),
            *outside_links(found.links, known, around.added_hosts),
            *_program(around),
            *_workings(found.workings),
            *_texts(found.texts),
            *_new_pages(found.added),
            *links_within(found.links),
            *_files(found.files),
            *_rest(found),
            *_update(around.update),
        ]
    )


def without_pages(new_links: Sequence[LinkChange], around: Around) -> str:
    """The report when there is no older site to compare with."""
    text = say("The site before this change can no longer be built; its pages are not compared.")
    return _within_limit(
        [
            f"## {in_both(text)}",
            *outside_links(new_links, around.known_hosts, around.added_hosts),
            *_program(around),
            *_update(around.update),
        ]
    )


def _within_limit(blocks: Sequence[str]) -> str:
    size = 0
    for number, block in enumerate(blocks):
        size += len(block.encode()) + 1
        if size > _MOST:
            template = "The report is too long for GitHub: {more} more parts of it are left out."
            text = say(template, more=len(blocks) - number)
            return "\n".join((*blocks[:number], f"\n**{in_both(text)}**\n"))
    return "\n".join(blocks) + "\n"


def _headline(found: Comparison) -> str:
    removed = sum(it.to is None for it in found.gone)
    text = say(
        "What readers would see change: {changed} changed, {added} added, {removed} removed",
        changed=len(found.changed),
        added=len(found.added),
        removed=removed,
    )
    return f"## {in_both(text)}"


def _gone(found: Comparison) -> Iterator[str]:
    number = len(found.gone) + len(found.gone_identifiers)
    if number:
        yield f"\n{heading(say('Addresses and identifiers that are no more'), number)}\n"
    for gone in found.gone[:_PATHS]:
        if gone.to is None:
            yield f"- {code(address(gone.path))}: **{in_both(say('leads nowhere'))}**"
        else:
            yield f"- {code(address(gone.path))}: {in_both(say('leads to'))} {code(gone.to)}"
    for item in found.gone_identifiers[:_PATHS]:
        said = f"- {code(item.id)}: {in_both(say('no longer in'))} {code(item.kind)}; "
        if item.to is not None:
            yield f"{said}{in_both(say('leads to'))} {code(item.to)}"
        elif item.has_page:
            yield f"{said}**{in_both(say('leads nowhere'))}**"
        else:
            yield said + in_both(say("had no page of its own"))
    for hidden in (len(found.gone) - _PATHS, len(found.gone_identifiers) - _PATHS):
        if hidden > 0:
            yield f"- {in_both(say('and {more} more', more=hidden))}"


def _program(around: Around) -> Iterator[str]:
    if around.symbolic_links:
        yield f"\n{heading(say('Symbolic links'), len(around.symbolic_links))}\n"
        yield from listed(around.symbolic_links, _PATHS)
    if around.program:
        yield f"\n{heading(say('Files of the program, not of the data'), len(around.program))}\n"
        yield from listed(around.program, _PATHS)


def _workings(workings: Sequence[WorkingsChange]) -> Iterator[str]:
    """Scripts and styles within pages, and what browsers are told; data in a script are counted."""
    if not workings:
        return
    yield f"\n{heading(say('Scripts, styles and orders to browsers within pages'))}\n"
    counted = [it for it in workings if "json" in it.kind]
    if paths := list(dict.fromkeys(path for it in counted for path in it.paths)):
        yield f"- {in_both(say('data for machines'))}: {places(paths)}\n"
    others = [it for it in workings if "json" not in it.kind]
    for it in others[:_WORKINGS]:
        yield f"{code(it.kind)}, {in_both(say('on'))} {places(it.paths)}\n"
        changes = line_changes(it.before, it.after)
        yield _cut([line for change in changes for line in shortened(change)])
    if (more := len(others) - _WORKINGS) > 0:
        yield f"\n{in_both(say('and {more} more', more=more))}"


def _texts(texts: Sequence[TextChange]) -> Iterator[str]:
    if texts:
        yield f"\n{heading(say('On the pages'), len(texts))}\n"
    for change in texts[:_GROUPS]:
        examples = [shortened(it) for it in change.examples[:_EXAMPLES]]
        yield _cut([line for example in examples for line in example])
        if (more := len(change.examples) - _EXAMPLES) > 0:
            yield f"\n{in_both(say('and {more} more lines like these', more=more))}"
        yield f"\n{in_both(say('on'))} {places(change.paths)}\n"
    if (more := len(texts) - _GROUPS) > 0:
        paths = tuple(dict.fromkeys(path for it in texts[_GROUPS:] for path in it.paths))
        text = say("{more} more changes that are not shown, on", more=more)
        yield f"**{in_both(text)}** {places(paths, _PATHS)}"


def _files(files: Mapping[str, tuple[Lines, ...]]) -> Iterator[str]:
    if files:
        yield f"\n{heading(say('In the data files and feeds'), len(files))}\n"
    for path, changes in files.items():
        lines = [line for change in changes for line in shortened(change)]
        number = in_both(say("{number} lines", number=len(lines)))
        yield folded(f"<code>{_html(path)}</code>: {number}", [_cut(lines)])


def _html(path: str) -> str:
    """A path within HTML, where nothing is code as in Markdown."""
    return re.sub(r"[^A-Za-z0-9/._-]", lambda found: f"&#{ord(found[0])};", path)


def _cut(lines: Sequence[str], most: int = _LINES, language: str = "diff") -> str:
    block = fenced(lines[:most], language)
    if (more := len(lines) - most) <= 0:
        return block
    return f"{block}\n\n{in_both(say('{more} more lines that are not shown', more=more))}"


def _rest(found: Comparison) -> Iterator[str]:
    lists = (
        (say("Added"), tuple(found.added)),
        (say("Only in their markup"), found.markup),
        (say("Indexes, styles, scripts and pictures"), found.unread),
    )
    for title, paths in lists:
        if paths:
            yield f"\n{heading(title, len(paths))}\n"
            yield from listed(paths, _PATHS)


def _new_pages(added: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    pages = {path: lines for path, lines in added.items() if lines}
    if pages:
        yield f"\n{heading(say('What the new pages say'), len(pages))}\n"
    for path, lines in list(pages.items())[:_PAGES]:
        yield folded(f"<code>{_html(address(path))}</code>", [_cut(lines, _PATHS, "")])
    if (more := len(pages) - _PAGES) > 0:
        yield f"\n{in_both(say('and {more} more', more=more))}"


def _update(patch: str | None) -> Iterator[str]:
    if patch is None:
        return
    lines = patch.splitlines()
    files = [it.rpartition(" b/")[2] for it in lines if it.startswith("diff --git ")]
    yield f"\n{heading(say('What `python3 dev.py update` would write'), len(files))}\n"
    if not files:
        yield in_both(say("Nothing: all that is made from the records is up to date."))
        return
    yield in_both(say("A maintainer adds it; nobody has to in the browser."))
    yield ""
    yield from listed(files, _PATHS)
    yield folded("diff", [_cut(lines, 10 * _LINES)])
