"""One page in one script: template + values → Markdown, with every value escaped on its way in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from jinja2 import Template

from generator.model.base import Script
from generator.model.wording import Wording
from generator.render import words
from generator.render.charts import AnyChart, draw_chart, page_context
from generator.render.corrected_pages import corrected_pages
from generator.render.document_place import link_at_words
from generator.render.environment import environment
from generator.render.escape import (
    Markdown,
    escape,
    escape_lines,
    escape_paragraphs,
    front_description,
    front_matter,
    heading_id,
    html_text,
)
from generator.render.fact_chapters import line_files
from generator.render.inline_markup import MARKS, dash
from generator.render.instructions import code, code_markup, numbered_list
from generator.render.language_markup import in_english, in_language, mark_english
from generator.render.links import CONVERTED_MARK, PageLinks, page_address
from generator.render.mentions import MentionFinder
from generator.render.official_page import nearest_address
from generator.render.printed_words import printed, quote, quoted
from generator.resolve.document_sections import headings_of
from generator.resolve.figure_wording import say_difference, say_figure
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.resolve import Records
from generator.script.convert import OTHER, Converter, remove_marks
from generator.script.localiser import Localiser
from generator.script.phrase import PageText


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
    above: tuple[str, PageText] | None = None
    """The record of whose page it is a part: file and name."""
    script: str | None = None
    """Which of docs/assets/ the page runs."""
    is_wide: bool = False
    """Whether its lists need the room that a table of contents would take."""
    charts: tuple[AnyChart, ...] = ()
    """What is drawn on it, which has files of its own."""
    rows: Mapping[str, Mapping[str, Sequence[PageText]]] = field(default_factory=dict)
    """By record or anchor, what scripts ask of its row or item: name and its values. `text`
    stands in a file of its own (row_texts.py)."""


class PageWriter(Localiser):
    """Writes pages in one script."""

    site_url = "http://127.0.0.1/"

    def __init__(self, records: Records, converter: Converter, script: Script) -> None:
        super().__init__(records.words, converter, script)
        self._headings = headings_of(records.documents)
        self._line_files = line_files(records.documents)
        self._corrected = corrected_pages(records)
        self._mentions = MentionFinder(records, self.text)
        self._fixed_words: dict[str, Markdown] = {}
        """Words without places, which stand on page after page."""
        self._marks_converted = False
        """Whether the page that is being written has a mark that leads to the note."""

    def shared(self) -> tuple[object, ...]:
        """What all pages are written with, beside what each says and how texts are converted."""
        return (
            self._script,
            self.site_url,
            self._words,
            self._headings,
            self._line_files,
            [*self._mentions.refs.items()],
        )

    def own(self, page: Page) -> object:
        """What is said on `page` that does not stand in itself."""
        return self._corrected.get(page_address(page.path), ())

    def write(self, page: Page) -> str:
        """The Markdown of `page` in the script of this writer.

        Raises TypeError when a template prints a value that was not escaped, and KeyError when it
        asks for a word that is not in data/vocabulary/interface.yml.
        """
        self._marks_converted = False
        values = self._values(page, PageLinks(page.path, self._line_files))
        text = environment().get_template(page.template).render(page.values, **values)
        if self._marks_converted:
            originals: dict[Wording, list[Wording]] = {}
            for label, wording in page.originals:
                if self._is_converted(wording):
                    originals.setdefault(label, []).append(wording)
            note = environment().get_template("converted.md.j2")
            text += note.render(values, originals=originals.items())
        return text

    def _values(self, page: Page, links: PageLinks) -> dict[str, Any]:
        """What every template may call."""
        return {
            "chart": partial(draw_chart, page_context(self, links, page.path, self._script)),
            "corrected": self.own(page),
            "page_title": page.title,
            "front_title": front_matter(self.text(page.title)),
            "front_description": front_description(map(self.text, page.description)),
            "front_record": front_matter(page.record) if page.record else None,
            "front_sources": [front_matter(f"{it.document.id}:{it.line}") for it in page.locators],
            "say": lambda wording: self._marked_text(wording, escape),
            "linked": lambda wording: self._linked(wording, page, links),
            "not_linked": lambda wording, refs: self._mentions.not_named(
                page.record, self.text(wording), refs
            ),
            "linked_paragraphs": lambda said: [
                self._linked(line, page, links) for line in self.text(said).split("\n")
            ],
            "figure": lambda it: escape(say_figure(it, self._words, self.text)),
            "difference": lambda it, more: escape(say_difference(it, more, self._words, self.text)),
            "line_of": links.line,
            "source": lambda it: links.link(links.line(it), self._source(it)),
            "say_lines": lambda wording: self._marked_text(wording, escape_lines),
            "unmarked_text": lambda wording: escape(self.text(wording)),
            "printed": printed,
            "quoted": quoted,
            "open_at": partial(link_at_words, links.external, self._to_both_scripts, self._script),
            "quote": quote,
            "in_other_script": lambda wording: in_language(
                escape(self._to_both_scripts(wording)[OTHER[self._script]]), OTHER[self._script]
            ),
            "english": in_english,
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
            "file_of": links.file,
            "link": lambda ref: links.link(links.file(ref), self._marked_text(ref.name, escape)),
            "short_link": lambda ref: links.link(
                links.file(ref), self._marked_text(ref.short or ref.name, escape)
            ),
            "page_link": links.link,
            "external_link": links.external,
            "calendar_link": lambda path, label: links.calendar(self.site_url + path, label),
            "nearest": partial(nearest_address, script=self._script),
            "file_link": links.shared_file,
            "html": html_text,
            "text_of": self.text,
            "planned_words": self._planned_words,
            "code": code,
            **MARKS,
            "unknown": lambda: dash(self.phrase("unknown")),
            # What reads the same in both scripts: a code, a number, an English name.
            "as_is": lambda value: escape(str(value)),
            "heading_id": heading_id,
            "variant": Markdown(self._script),
        }

    def _marked_text(self, wording: PageText, escaped: Callable[[str], Markdown]) -> Markdown:
        """`wording` escaped; what was printed in the other script says that it was converted."""
        text = self.text(wording)
        markup = mark_english(text, escaped(text))
        if not self._is_converted(wording):
            return markup
        self._marks_converted = True
        return Markdown(markup + CONVERTED_MARK)

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
                links.link(links.file(ref), escape(part)) if ref else escape_lines(part)
                for part, ref in parts
            )
        )

    def _source(self, locator: LocatorRecord) -> Markdown:
        """`便覽較新版〈創新及科技基金〉第23行`."""
        name = self.text(locator.document.short or locator.document.name)
        headings = self._headings[locator.document.id].above(locator.line)
        below = self.under_headings(headings) or " "
        return escape(f"{name}{below}{self.phrase('line', n=locator.line)}")

    def word(self, key: str, **values: PageText | int) -> Markdown:
        """The interface's wording for `key`, with `{name}` places filled in, escaped."""
        if values:
            return escape(self.phrase(key, **values))
        if key not in self._fixed_words:
            self._fixed_words[key] = escape(self.phrase(key))
        return self._fixed_words[key]

    def _planned_words(self, documents: Iterable[Ref]) -> Markdown:
        """`按《創科便覽》所載計劃`."""
        titles = (self.phrase("book-title", title=it.short or it.name) for it in documents)
        before, after = self.phrase("planned-before"), self.phrase("planned-after")
        return escape(f"{before}{self.phrase('comma').join(titles)}{after}")
