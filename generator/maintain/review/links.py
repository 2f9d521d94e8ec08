"""Which addresses changed into which, on which pages · links before and after → changes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.maintain.review.built_file import Link
from generator.resolve.web_address import host_of

_ALIKE = 0.6
_MOST_PAIRS = 10_000
"""With more pairs than this, similar addresses are not matched: they count as added or removed."""


@dataclass(frozen=True)
class LinkChange:
    """An address that was changed, added or removed."""

    before: str | None
    after: str | None
    paths: tuple[str, ...]
    """Where, in order: pages first."""

    @property
    def is_outside(self) -> bool:
        """Whether it leads, or led, out of the site."""
        return any(it and not it.startswith("/") for it in (self.before, self.after))

    @property
    def host(self) -> str:
        """The host it leads to now, or, if it was removed, led to."""
        return host_of((self.before if self.after is None else self.after) or "")

    def is_new(self, known: Collection[str]) -> bool:
        """Whether it leads to a host that is not known, or where there are no hosts at all."""
        if self.after is None or self.after.startswith("/"):
            return False
        return self.host not in known


def link_changes(
    files: Mapping[str, tuple[Sequence[Link], Sequence[Link]]],
) -> tuple[LinkChange, ...]:
    """The changes of all files; the same change on many files is one."""
    paths_of_pair: dict[tuple[str | None, str | None], dict[str, None]] = {}
    for path, (before, after) in sorted(files.items(), key=_pages_first):
        for pair in _pair_links(before, after):
            paths_of_pair.setdefault(pair, {})[path] = None
    return tuple(LinkChange(*pair, tuple(paths)) for pair, paths in paths_of_pair.items())


def _pages_first(item: tuple[str, object]) -> tuple[bool, str]:
    return not item[0].endswith(".html"), item[0]


def _pair_links(
    before: Sequence[Link], after: Sequence[Link]
) -> Iterator[tuple[str | None, str | None]]:
    """What changed within one file."""
    gone, come = Counter(before), Counter(after)
    gone, come = gone - come, come - gone
    pairs = _take_pairs(gone, come, _same_words)
    # What is left under the same address has other words, and is told among the texts.
    _take_pairs(gone, come, _same_address)
    pairs += _take_pairs(gone, come, _similar)
    if len(gone) == len(come) == 1:
        pairs += _take_pairs(gone, come, _any_pair)
    yield from ((old.address, new.address) for old, new in pairs)
    yield from ((old.address, None) for old in gone)
    yield from ((None, new.address) for new in come)


def _take_pairs(
    gone: Counter[Link], come: Counter[Link], fits: Callable[[Link, Link], float]
) -> list[tuple[Link, Link]]:
    """Take the best fitting pairs out of `gone` and `come`, and return them."""
    if len(gone) * len(come) > _MOST_PAIRS and fits is _similar:
        return []
    scored = ((fits(old, new), old, new) for old in gone for new in come)
    pairs = []
    for _, old, new in sorted((it for it in scored if it[0]), key=lambda it: -it[0]):
        if number := min(gone[old], come[new]):
            pairs.append((old, new))
            for links, link in ((gone, old), (come, new)):
                links[link] -= number
                if not links[link]:
                    del links[link]
    return pairs


def _same_words(old: Link, new: Link) -> float:
    if old.address == new.address or not old.words or old.words != new.words:
        return 0
    return 1 + _likeness(old, new)


def _same_address(old: Link, new: Link) -> float:
    return old.address == new.address


def _similar(old: Link, new: Link) -> float:
    likeness = _likeness(old, new)
    return likeness if likeness >= _ALIKE else 0


def _any_pair(_old: Link, _new: Link) -> float:
    return 1


def _likeness(old: Link, new: Link) -> float:
    return SequenceMatcher(None, old.address, new.address, autojunk=False).ratio()
