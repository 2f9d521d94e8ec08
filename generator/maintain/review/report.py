"""The report on a pull request, with the worst changes first · SiteComparison → Markdown.

Everything that comes from the sites is shown as code, so nothing in it can act. Whatever is cut is
counted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.maintain.review.comparison import SiteComparison, WorkingsChange
from generator.maintain.review.link_report import links_within, outside_links
from generator.maintain.review.links import LinkChange
from generator.maintain.review.markdown_diff import MarkdownChange
from generator.maintain.review.report_words import bullet_list, heading, page_address, page_list
from generator.maintain.review.texts import Lines, TextChange, line_changes, shorten_change
from generator.messages.github_markdown import code_block, details_block, inline_code
from generator.messages.language import both_languages
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
class ReviewContext:
    """What is known about the change besides the two sites."""

    known_hosts: Mapping[str, str] = field(default_factory=dict)
    """Host → its owner, from the list before the change."""
    added_hosts: Mapping[str, str] = field(default_factory=dict)
    """Those that the change adds to the list."""
    program: tuple[str, ...] = ()
    """Files besides data/ that the change alters."""
    symbolic_links: tuple[str, ...] = ()
    """Symbolic links that it adds."""
    update: str | None = None
    """What `update` would write, as `git diff` shows it; None if nobody asked."""


NOTHING_ELSE = ReviewContext()


def as_markdown(comparison: SiteComparison, context: ReviewContext = NOTHING_ELSE) -> str:
    """The report; it begins with removed addresses, because a dead link is the worst change."""
    known = {*comparison.known_hosts, *context.known_hosts}
    return _within_limit(
        [
            _headline(comparison),
            *_removed(comparison),
            *outside_links(comparison.links, known, context.added_hosts),
            *_program(context),
            *_workings(comparison.workings),
            *_texts(comparison.texts),
            *_new_pages(comparison.added),
            *_markdown(comparison.markdown),
            *links_within(comparison.links),
            *_files(comparison.files),
            *_other_files(comparison),
            *_update(context.update),
        ]
    )


def without_pages(new_links: Sequence[LinkChange], context: ReviewContext) -> str:
    """The report when there is no older site to compare with."""
    text = say("The site before this change can no longer be built; its pages are not compared.")
    return _within_limit(
        [
            f"## {both_languages(text)}",
            *outside_links(new_links, context.known_hosts, context.added_hosts),
            *_program(context),
            *_update(context.update),
        ]
    )


def _within_limit(blocks: Sequence[str]) -> str:
    size = 0
    for number, block in enumerate(blocks):
        size += len(block.encode()) + 1
        if size > _MOST:
            template = "The report is too long for GitHub: {more} more parts of it are left out."
            text = say(template, more=len(blocks) - number)
            return "\n".join((*blocks[:number], f"\n**{both_languages(text)}**\n"))
    return "\n".join(blocks) + "\n"


def _headline(comparison: SiteComparison) -> str:
    removed = sum(it.to is None for it in comparison.gone)
    text = say(
        "What readers would see change: {changed} changed, {added} added, {removed} removed",
        changed=len(comparison.changed),
        added=len(comparison.added),
        removed=removed,
    )
    return f"## {both_languages(text)}"


def _removed(comparison: SiteComparison) -> Iterator[str]:
    number = len(comparison.gone) + len(comparison.removed_identifiers)
    if number:
        yield f"\n{heading(say('Addresses and identifiers that are no more'), number)}\n"
    leads_to, leads_nowhere = both_languages(say("leads to")), both_languages(say("leads nowhere"))
    for gone in comparison.gone[:_PATHS]:
        page = inline_code(page_address(gone.path))
        if gone.to is None:
            yield f"- {page}: **{leads_nowhere}**"
        else:
            yield f"- {page}: {leads_to} {inline_code(gone.to)}"
    no_longer_in = both_languages(say("no longer in"))
    for item in comparison.removed_identifiers[:_PATHS]:
        item_line = f"- {inline_code(item.id)}: {no_longer_in} {inline_code(item.kind)}; "
        if item.to is not None:
            yield f"{item_line}{leads_to} {inline_code(item.to)}"
        elif item.has_page:
            yield f"{item_line}**{leads_nowhere}**"
        else:
            yield item_line + both_languages(say("had no page of its own"))
    for more in (len(comparison.gone) - _PATHS, len(comparison.removed_identifiers) - _PATHS):
        if more > 0:
            yield f"- {both_languages(say('and {more} more', more=more))}"


def _program(context: ReviewContext) -> Iterator[str]:
    if context.symbolic_links:
        yield f"\n{heading(say('Symbolic links'), len(context.symbolic_links))}\n"
        yield from bullet_list(context.symbolic_links, _PATHS)
    if context.program:
        yield f"\n{heading(say('Files of the program, not of the data'), len(context.program))}\n"
        yield from bullet_list(context.program, _PATHS)


def _workings(workings: Sequence[WorkingsChange]) -> Iterator[str]:
    """Changed scripts, styles and browser settings within pages; of data only which pages."""
    if not workings:
        return
    yield f"\n{heading(say('Scripts, styles and orders to browsers within pages'))}\n"
    counted = [it for it in workings if "json" in it.kind]
    if paths := list(dict.fromkeys(path for it in counted for path in it.paths)):
        yield f"- {both_languages(say('data for machines'))}: {page_list(paths)}\n"
    others = [it for it in workings if "json" not in it.kind]
    for change in others[:_WORKINGS]:
        yield f"{inline_code(change.kind)}, {both_languages(say('on'))} {page_list(change.paths)}\n"
        changes = line_changes(change.before, change.after)
        yield _diff_block([line for change in changes for line in shorten_change(change)])
    if (more := len(others) - _WORKINGS) > 0:
        yield f"\n{both_languages(say('and {more} more', more=more))}"


def _texts(texts: Sequence[TextChange]) -> Iterator[str]:
    if texts:
        yield f"\n{heading(say('On the pages'), len(texts))}\n"
    for change in texts[:_GROUPS]:
        examples = [shorten_change(it) for it in change.examples[:_EXAMPLES]]
        yield _diff_block([line for example in examples for line in example])
        if (more := len(change.examples) - _EXAMPLES) > 0:
            yield f"\n{both_languages(say('and {more} more lines like these', more=more))}"
        yield f"\n{both_languages(say('on'))} {page_list(change.paths)}\n"
    if (more := len(texts) - _GROUPS) > 0:
        paths = tuple(dict.fromkeys(path for it in texts[_GROUPS:] for path in it.paths))
        text = say("{more} more changes that are not shown, on", more=more)
        yield f"**{both_languages(text)}** {page_list(paths, _PATHS)}"


def _files(files: Mapping[str, tuple[Lines, ...]]) -> Iterator[str]:
    if files:
        yield f"\n{heading(say('In the data files and feeds'), len(files))}\n"
    for path, changes in files.items():
        lines = [line for change in changes for line in shorten_change(change)]
        number = both_languages(say("{number} lines", number=len(lines)))
        yield details_block(f"<code>{_html(path)}</code>: {number}", [_diff_block(lines)])


def _html(path: str) -> str:
    """A path within HTML, where nothing is code as in Markdown."""
    return re.sub(r"[^A-Za-z0-9/._-]", lambda match: f"&#{ord(match[0])};", path)


def _diff_block(lines: Sequence[str], most: int = _LINES, language: str = "diff") -> str:
    block = code_block(lines[:most], language)
    if (more := len(lines) - most) <= 0:
        return block
    return f"{block}\n\n{both_languages(say('{more} more lines that are not shown', more=more))}"


def _other_files(comparison: SiteComparison) -> Iterator[str]:
    lists = (
        (say("Added"), tuple(comparison.added)),
        (say("Only in their markup"), comparison.markup),
        (say("Indexes, styles, scripts and pictures"), comparison.unread),
    )
    for title, paths in lists:
        if paths:
            yield f"\n{heading(title, len(paths))}\n"
            yield from bullet_list(paths, _PATHS)


def _new_pages(added: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    pages = {path: lines for path, lines in added.items() if lines}
    if pages:
        yield f"\n{heading(say('What the new pages say'), len(pages))}\n"
    for path, lines in list(pages.items())[:_PAGES]:
        yield details_block(
            f"<code>{_html(page_address(path))}</code>", [_diff_block(lines, _PATHS, "")]
        )
    if (more := len(pages) - _PAGES) > 0:
        yield f"\n{both_languages(say('and {more} more', more=more))}"


def _markdown(changes: Sequence[MarkdownChange]) -> Iterator[str]:
    if changes:
        yield f"\n{heading(say('The pages as Markdown'), len(changes))}\n"
    for change in changes[:_PAGES]:
        first, more = page_address(change.paths[0]), len(change.paths) - 1
        title = f"<code>{_html(first)}</code>"
        if more:
            title += f" {both_languages(say('and {more} more', more=more))}"
        content = [_diff_block(change.lines)]
        if more:
            content += ["", page_list(change.paths)]
        yield details_block(title, content)
    if (left_out := len(changes) - _PAGES) > 0:
        paths = tuple(path for it in changes[_PAGES:] for path in it.paths)
        text = say("{more} more changes that are not shown, on", more=left_out)
        yield f"\n**{both_languages(text)}** {page_list(paths, _PATHS)}"


def _update(patch: str | None) -> Iterator[str]:
    if patch is None:
        return
    lines = patch.splitlines()
    files = [it.rpartition(" b/")[2] for it in lines if it.startswith("diff --git ")]
    yield f"\n{heading(say('What `python3 dev.py update` would write'), len(files))}\n"
    if not files:
        yield both_languages(say("Nothing: all that is made from the records is up to date."))
        return
    yield both_languages(say("A maintainer adds it; nobody has to in the browser."))
    yield ""
    yield from bullet_list(files, _PATHS)
    yield details_block("diff", [_diff_block(lines, 10 * _LINES)])
