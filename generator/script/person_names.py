"""Where a text names a person: a surname and one or two more characters, beside a title, before a
verb of saying, or among names."""

from collections.abc import Iterator, Sequence

from generator.model.terminology import NameSigns
from generator.script.characters import IDEOGRAPH
from generator.script.words import is_name


class PersonNames:
    """Finds where names of persons begin."""

    def __init__(self, signs: NameSigns) -> None:
        self._signs = signs
        self._titles = frozenset(signs.honorifics + signs.posts)

    def begins(self, words: Sequence[str], number: int) -> bool:
        """Whether the last character of word `number` is a surname."""
        signs = self._signs
        joined, surname = words[number][:-1], words[number][-1]
        if joined and joined not in signs.before:
            return False
        before = joined or (words[number - 1] if number else "")
        behind = words[number + 1 : number + 6]
        is_listed = before in signs.before
        is_first = not is_listed and not _is_chinese(before) and len("".join(behind[:1])) == 1
        is_after_title = before.endswith((*signs.honorifics, *signs.posts))
        leads_a_list = False
        if surname in signs.prepositions:
            is_at_once = (is_listed or not _is_chinese(before)) and _starts(
                behind, frozenset(signs.honorifics)
            )
            is_after_title, leads_a_list, is_first = False, is_after_title, False
        else:
            is_at_once = _starts(behind, self._titles) or (
                is_listed and self._ends_after_two("".join(behind))
            )
        return is_at_once or any(
            _starts(rest, self._titles)
            or (is_full and (is_after_title or _starts(rest, frozenset(signs.verbs))))
            or (is_full and is_listed and (not rest or rest[0][0] in signs.behind))
            or (is_full and is_first and rest[:1] == ["、"])
            or (is_full and leads_a_list and rest[:1] == ["、"] and _starts(rest[1:], self._titles))
            for is_full, rest in self._given_names(behind, surname)
        )

    def _given_names(
        self, words: Sequence[str], surname: str
    ) -> Iterator[tuple[bool, Sequence[str]]]:
        """What may be given names: whether of two characters, and the words behind."""
        given = ""
        for number, word in enumerate(words[:2], 1):
            given += word
            is_word = len(word) > 1 and surname in self._signs.prepositions and not is_name(word)
            if is_word or len(given) > 2 or not self._may_be_given(word):
                return
            yield len(given) == 2, words[number:]

    def _ends_after_two(self, text: str) -> bool:
        """Whether a given name of two characters stands there, however it was cut into words."""
        return text[2:3] in self._signs.behind and self._may_be_given(text[:2])

    def _may_be_given(self, text: str) -> bool:
        return _is_chinese(text) and text[0] not in self._signs.not_given


def _is_chinese(text: str) -> bool:
    return bool(text) and all(map(IDEOGRAPH.fullmatch, text))


def _starts(words: Sequence[str], wanted: frozenset[str]) -> bool:
    """Whether the first words are one of those `wanted`, whole."""
    return any("".join(words[:count]) in wanted for count in (1, 2))
