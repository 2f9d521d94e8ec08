"""One page in one script: template + values → Markdown, with every value escaped on its way in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Template

from generator.model.base import Script
from generator.model.wording import Wording
from generator.render import words
from generator.render.breadcrumbs import trail
from generator.render.charts import CHARTS
from generator.render.drawing import ChartContext
from generator.render.environment import environment
from generator.render.escape import (
    FrontMatter,
    Markdown,
    escape,
    escape_lines,
    escape_paragraphs,
    front_matter,
    front_matter_json,
    heading_id,
)
from generator.render.instructions import code_markup, numbered_list
from generator.render.language_markup import mark_english
from generator.render.links import PageLinks
from generator.render.mentions import MentionFinder
from generator.resolve.figure_wording import say_difference, say_figure
from generator.resolve.record_reference import LocatorRecord
from generator.resolve.resolve import Records
from generator.script.convert import OTHER, Converter, remove_marks
from generator.script.localiser import Localiser
from generator.script.phrase import PageText
from generator.script.variants import LANGUAGE_TAG

CONVERTED = '<span class="converted">'
"""What stands before text of a document that is shown in the script it was not printed in."""


@dataclass(frozen=True)
class Page:
    """A page before it is written in a script. `path` is the Markdown file's, below a variant."""

    path: str
    template: str | Template
    """The name of one in templates/, or one made with `environment`."""
    title: PageText
    description: tuple[PageText, ...]
    values: dict[str, Any]
    originals: tuple[tuple[Wording, Wording], ...] = ()
    """Printed texts the page is about, each behind its label."""
    record: str | None = None
    """Identifier of the record the page is about, which a report of a mistake names."""
    locators: tuple[LocatorRecord, ...] = ()
    """Where the record is taken from, for the same report."""
    before: tuple[str, PageText] | None = None
    """The record that stands before this one in their list: file and name."""
    after: tuple[str, PageText] | None = None


class PageWriter(Localiser):
    """Writes pages in one script."""

    def __init__(self, records: Records, converter: Converter, script: Script) -> None:
        super().__init__(records.words, converter, script)
        self._mentions = MentionFinder(records, self.text)
        self.targets: set[str] = set()
        """The pages that those written so far link to."""
        self._fixed_words: dict[str, Markdown] = {}
        """Words without places, which stand on page after page."""

    def write(self, page: Page, head: str | None = None) -> str:
        """The Markdown file of `page`; `head` is JSON for machines, which its front matter carries.

        Raises TypeError when a template prints a value that was not escaped, and KeyError when it
        asks for a word that is not in data/vocabulary/interface.yml.
        """
        links = PageLinks(page.path)
        values = self._values(page, links)
        if head:
            values["front_head"] = front_matter_json(head)
        text = environment().get_template(page.template).render(page.values, **values)
        if CONVERTED in text:
            originals: dict[Wording, list[Wording]] = {}
            for label, wording in page.originals:
                if self._is_converted(wording):
                    originals.setdefault(label, []).append(wording)
            note = environment().get_template("converted.md.j2")
            text += note.render(values, originals=originals.items())
        if page.before or page.after:
            text += environment().get_template("neighbours.md.j2").render(values)
        self.targets |= links.targets
        return text

    def _values(self, page: Page, links: PageLinks) -> dict[str, Any]:
        """What every template may call."""
        context = ChartContext(self.text, self.phrase, self.date, links.href)
        return {
            **{name: partial(draw, context) for name, draw in CHARTS.items()},
            "trail": [(file, self._words[key]) for file, key in trail(page.path)],
            "is_home": page.path == "index.md",
            "page_title": page.title,
            "before": page.before,
            "after": page.after,
            "front_title": front_matter(self.text(page.title)),
            "front_description": self._description(page),
            "front_record": front_matter(page.record or ""),
            "front_locators": front_matter(
                " ".join(f"{it.document.id}:{it.line}" for it in page.locators[:5])
            ),
            "say": lambda wording: self._marked_text(wording, escape),
            "linked": lambda wording: self._linked(wording, page, links),
            "linked_paragraphs": lambda said: [
                self._linked(line, page, links) for line in self.text(said).split("\n")
            ],
            "figure": lambda it: escape(say_figure(it, self._words, self.text)),
            "difference": lambda it, more: escape(say_difference(it, more, self._words, self.text)),
            "source": lambda it: links.html(self._line(it), self._source(it)),
            "say_lines": lambda wording: self._marked_text(wording, escape_lines),
            "unmarked_text": lambda wording: escape(self.text(wording)),
            "printed": _printed,
            "in_other_script": lambda wording: escape(self._in_other_script(wording)),
            "say_coded": lambda wording: code_markup(self.text(wording)),
            "say_steps": lambda wording: numbered_list(self.text(wording)),
            "say_paragraphs": lambda wording: escape_paragraphs(self.text(wording)),
            "lines": lambda numbers: self.word(
                "line", n=self.phrase("comma").join(str(number) for number in numbers)
            ),
            "w": self.word,
            "w_text": self.phrase,
            "w_around": lambda key, **parts: words.fill_with_markup(
                self.text(self._words[key]), parts, escape
            ),
            "date": lambda edtf: escape(self.date(edtf)),
            "date_text": self.date,
            "link": lambda ref: links.html(links.file(ref), self._marked_text(ref.name, escape)),
            "short_link": lambda ref: links.html(
                links.file(ref), self._marked_text(ref.short or ref.name, escape)
            ),
            "page_link": links.html,
            "external_link": links.external,
            "file_link": lambda path, label: links.shared_file(path, label, self._script),
            "as_is": _as_is,
            "heading_id": heading_id,
            "other_lang": Markdown(LANGUAGE_TAG[OTHER[self._script]]),
            "variant": Markdown(self._script),
        }

    def _marked_text(self, wording: PageText, escaped: Callable[[str], Markdown]) -> Markdown:
        """`wording` escaped; what was printed in the other script says that it was converted."""
        text = self.text(wording)
        markup = mark_english(text, escaped(text))
        return Markdown(f"{CONVERTED}{markup}</span>") if self._is_converted(wording) else markup

    def _is_converted(self, wording: PageText) -> bool:
        return (
            isinstance(wording, Wording)
            and wording.document is not None
            and wording.other is None
            and self._to_both_scripts(wording)[self._script] != remove_marks(wording.text)
        )

    def _linked(self, wording: PageText, page: Page, links: PageLinks) -> Markdown:
        """Our own words in their lines, with the agencies and programmes they name linked."""
        parts = self._mentions.split(self.text(wording), page.record)
        return Markdown(
            "".join(
                links.html(links.file(ref), escape(part)) if ref else escape_lines(part)
                for part, ref in parts
            )
        )

    def _source(self, locator: LocatorRecord) -> Markdown:
        """`創科便覽（較新版）第23行`."""
        name = self.text(locator.document.short or locator.document.name)
        return escape(f"{name} {self.phrase('line', n=locator.line)}")

    def _line(self, locator: LocatorRecord) -> str:
        return f"documents/{locator.document.id}.md#line-{locator.line}"

    def word(self, key: str, **values: PageText | int) -> Markdown:
        """The interface's wording for `key`, with `{name}` places filled in, escaped."""
        if values:
            return escape(self.phrase(key, **values))
        text = self._fixed_words.get(key)
        if text is None:
            text = self._fixed_words[key] = escape(self.phrase(key))
        return text

    def _in_other_script(self, wording: Wording) -> str:
        return self._to_both_scripts(wording)[OTHER[self._script]]

    def _description(self, page: Page) -> FrontMatter:
        text = " ".join(self.text(part) for part in page.description)
        return front_matter(text if len(text) <= 200 else text[:199] + "…")


def _printed(wording: Wording) -> Markdown:
    """`wording` as its document prints it, in a span that says in which script that is."""
    text, language = escape_lines(remove_marks(wording.text)), LANGUAGE_TAG[wording.script]
    return Markdown(f'<span class="printed-form" lang="{language}">{text}</span>')


def _as_is(value: str | int) -> Markdown:
    """A value that reads the same in both scripts: a code, a number, an English name."""
    return escape(str(value))
