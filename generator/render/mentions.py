"""Names of agencies, programmes and terms in running text, so that a page can link them."""

import re
from collections.abc import Callable, Iterable, Iterator

from generator.model.wording import Wording
from generator.resolve.record_reference import Ref
from generator.resolve.records import AgencyRecord, ProgrammeRecord
from generator.resolve.resolve import Records

SHORTEST_ALIAS = 3
"""Shorter ones (基金, 聯盟) are ordinary words as well."""


class MentionFinder:
    """Finds the records that a text names. `text` says a wording in the text's script."""

    def __init__(self, records: Records, text: Callable[[Wording], str]) -> None:
        self.refs: dict[str, Ref | None] = {}
        """The record that a name means; None if it may mean two."""
        for name, ref in _names(records, text):
            earlier = self.refs.setdefault(name, ref)
            # A name of two records says nothing, and hides the shorter names inside it.
            self.refs[name] = ref if earlier is not None and earlier.id == ref.id else None
        for name, ref in _terms(records, text):
            self.refs.setdefault(name, ref)
        # The longest name that fits is the one meant.
        names = sorted(self.refs, key=lambda it: (-len(it), it))
        self._pattern = re.compile("|".join(map(_whole_word, names)) or "(?!)")

    def split(self, text: str, page_record: str | None) -> Iterator[tuple[str, Ref | None]]:
        """The parts of `text`, each with the record it names, if any.

        A record is linked where it is named first; the page's own record never is.
        """
        linked, end = {page_record}, 0
        for match in self._pattern.finditer(text):
            ref = self.refs[match[0]]
            if ref is None or ref.id in linked:
                continue
            linked.add(ref.id)
            yield text[end : match.start()], None
            yield match[0], ref
            end = match.end()
        yield text[end:], None

    def not_named(self, page_record: str | None, text: str, refs: Iterable[Ref]) -> list[Ref]:
        """Those of `refs` that no name in `text` leads to, but for the page's own record."""
        named = {page_record, *(ref.id for _, ref in self.split(text, page_record) if ref)}
        return [it for it in refs if it.id not in named]


def _names(records: Records, text: Callable[[Wording], str]) -> Iterator[tuple[str, Ref]]:
    for agency in records.agencies:
        yield from _record_names(agency, Ref("agencies", agency.id, agency.name), text)
    for programme in records.programmes:
        yield from _record_names(programme, Ref("programmes", programme.id, programme.name), text)


def _record_names(
    record: AgencyRecord | ProgrammeRecord, ref: Ref, text: Callable[[Wording], str]
) -> Iterator[tuple[str, Ref]]:
    yield text(record.name), ref
    for alias in (*record.aliases, *record.former_names):
        name = text(alias)
        if len(name) >= SHORTEST_ALIAS:
            yield name, ref


def _terms(records: Records, text: Callable[[Wording], str]) -> Iterator[tuple[str, Ref]]:
    """Names of the terminology that no page is about, where it can say what they are in English."""
    for name in records.names:
        if name.record is None and name.english:
            for form in (name.name, *name.aliases):
                if len(said := text(form)) >= SHORTEST_ALIAS:
                    yield said, Ref("terminology", name.id, name.name)


def _whole_word(name: str) -> str:
    """A Latin name is not part of a longer word."""
    before = r"(?<![A-Za-z0-9])" if name[:1].isascii() and name[:1].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if name[-1:].isascii() and name[-1:].isalnum() else ""
    return before + re.escape(name) + after
