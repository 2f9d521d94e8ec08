"""One or two bytes a character: texts of an index → a code of their own, and bytes in it.

Most of an index are Han characters, two bytes each or more in any common encoding. Where the most
frequent ones take one, it is a twentieth smaller when compressed. docs/assets/search/reader.js
reads it.
"""

from collections import Counter

PAGE = 256


class CharacterCode:
    """A code for the characters of a text; those of ASCII are themselves."""

    def __init__(self, text: str) -> None:
        beyond_ascii = [char for char, _ in Counter(text).most_common() if not char.isascii()]
        # Of the bytes above ASCII as many begin two as the rest needs, a page of characters each.
        starts = -(-max(0, len(beyond_ascii) - 128) // (PAGE - 1))
        often = 128 - starts
        rest = beyond_ascii[often:]
        # In the order of their numbers the list itself is smaller.
        pages = [sorted(rest[at : at + PAGE]) for at in range(0, len(rest), PAGE)]
        self.characters = "".join(
            (*beyond_ascii[:often], *(char for page in pages for char in page))
        )
        """All but ASCII: first those of one byte, from 0x80 on."""
        self._bytes = {chr(number): bytes([number]) for number in range(0x80)}
        for place, char in enumerate(self.characters):
            page, at = divmod(place - often, PAGE)
            one = place < often
            self._bytes[char] = bytes([0x80 + place] if one else [0x80 + often + page, at])

    def encode(self, text: str) -> bytes:
        """The text in this code."""
        return b"".join(map(self._bytes.__getitem__, text))
