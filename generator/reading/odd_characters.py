"""Characters that look like others · text → the odd ones in it, and what to write instead.

A person sees the right text; a search, a comparison and the conversion between scripts see another
one. What is done with each class, and why:

- A letter and its accent apart (as macOS writes them): composed when a file is read. Both are the
  same text to Unicode, so nothing is lost, and nobody could see what to mend.
- One character that only stands for another (radicals and strokes of dictionaries, compatibility
  ideographs, ligatures, full-width letters and digits, half-width forms, vertical and small
  punctuation, squared units, Roman and bracketed numbers, mathematical letters): refused, with
  what to write. A PDF or an input method put it there; but which character a person's name is
  written with, or whether a unit is spelt out, is for the author to say.
- Marks above one another, or behind anything but a letter: refused. One mark on a letter that has
  no form of its own is how Cantonese and Taiwanese are spelt; other scripts may have four.
- Other spaces and hyphens than the ordinary ones: refused; they look the same and match nothing.
- Pictures (emoji): refused. Each system draws them in its own way, and no document prints any.
- Cyrillic or Greek letters inside of a Latin word, and signs of web pages (`&nbsp;`): refused,
  but for `&amp;`, which documents print.
- What describes a character that is missing (U+2FF0), and what Unicode does not know: refused.

Right as they are: full-width punctuation, which Chinese is written with, the wide space, raised
and lowered digits, fractions and circled numbers, which say more than the plain ones, and every
character of Chinese, beyond the first 65,536 too.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.messages.message import list_names, say
from generator.messages.problem import shorten
from generator.reading.invisible_characters import HIDDEN
from generator.reading.radicals import RADICALS
from generator.reading.stray_marks import stray_marks


class OddCharacters(NamedTuple):
    """Characters of one kind in a text."""

    first: str
    """The first of them."""
    message: str
    tip: str


def is_ordinary(text: str) -> bool:
    """Whether `text` holds nothing that need be looked at."""
    return _ORDINARY.fullmatch(text) is not None and "&" not in text


def compose(text: str) -> str:
    """`text` in Unicode's NFC: a letter and its accent become one character where there is one.

    The text must hold no odd characters: NFC would change compatibility ideographs.
    """
    return text if is_ordinary(text) else unicodedata.normalize("NFC", text)


def find_odd(text: str) -> list[OddCharacters]:
    """What is odd in `text`, one for each kind."""
    return [] if is_ordinary(text) else list(_odd_characters(text))


def replace_odd(text: str) -> str:
    """`text` with odd characters replaced by ordinary ones, as a record writes them."""
    if is_ordinary(text):
        return text
    for pattern, _, written in _STANDING_FOR:
        text = pattern.sub(lambda it, written=written: written(it[0]), text)  # type: ignore[misc]
    return unicodedata.normalize("NFC", text)


_ORDINARY = re.compile(
    r"[\n -~\u00a1-\u00ac\u00ae-\u017e\u2013-\u2027\u2030-\u205e\u2070-\u209c\u2190-\u22ff"
    r"\u2460-\u2473\u25a0-\u25fc\u3000-\u3020\u3105-\u312f\u3400-\u4dbf\u4e00-\u9ffc"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e\uffe0-\uffe6"
    r"\U00020000-\U0002a6dd]*"
)
"""Nearly every text: nothing in it is looked at twice. What is odd among these stands here, too."""


def _decompose(run: str) -> str:
    """Apply Unicode's compatibility decomposition (NFKC)."""
    return unicodedata.normalize("NFKC", run)


_WIDE = str.maketrans(
    dict(zip(",:;!?()", "\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09", strict=True))
)


def _upright_punctuation(run: str) -> str:
    """Ordinary Chinese punctuation; the vertical dots of Big5 stand for a colon."""
    return _decompose(run.replace("\ufe30", ":")).translate(_WIDE)


def _decompose_once(run: str) -> str:
    """One step only: a squared metre keeps its raised two."""
    return "".join(map(_decompose_character, run))


def _decompose_character(char: str) -> str:
    steps = unicodedata.decomposition(char).split()[1:]
    text = "".join(chr(int(part, 16)) for part in steps) or char
    return text if text.isascii() else text.translate(_WIDE)


def _replace_radicals(run: str) -> str:
    return _decompose("".join(RADICALS.get(char, char) for char in run))


def _space(_: str) -> str:
    return " "


def _hyphen(_: str) -> str:
    return "-"


_STANDING_FOR: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (
        re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]+"),
        say("a space that is no ordinary one"),
        _space,
    ),
    (re.compile("[\u2010\u2011]"), say("a hyphen that is no ordinary one"), _hyphen),
    (
        re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"),
        say("full-width letters or digits"),
        _decompose,
    ),
    (
        re.compile("[\uff61-\uff9f\uffa1-\uffdc\uffe8-\uffee]+"),
        say("half-width forms"),
        _decompose,
    ),
    (
        re.compile("[\ufe10-\ufe19\ufe30-\ufe44\ufe47-\ufe6b]+"),
        say("vertical or small punctuation"),
        _upright_punctuation,
    ),
    (
        re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+"),
        say("letters joined into one character"),
        _decompose,
    ),
    (
        re.compile("[\u2e80-\u2fd5\u3038-\u303a\u31c0-\u31e3]"),
        say("a radical or stroke that only looks like a character"),
        _replace_radicals,
    ),
    (
        re.compile(
            "[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9"
            "\U0002f800-\U0002fa1d]"
        ),
        say("a compatibility form of a character"),
        _decompose,
    ),
    (
        re.compile("[\u2474-\u24b5\u3200-\u3243\u32c0-\u32cf\u3250\u32ff-\u33ff]+"),
        say("several characters squeezed into one"),
        _decompose_once,
    ),
    (re.compile("[\u2160-\u217f]+"), say("a Roman number in one character"), _decompose),
    (
        re.compile("[\u2100-\u211f\u2121\u2124-\u214f\U0001d400-\U0001d7ff]+"),
        say("a sign or style that stands for letters"),
        _decompose,
    ),
)
"""Characters that stand for others; what they are; what they stand for."""

_FOREIGN_LETTER = re.compile(
    "(?<=[A-Za-z])[\u0400-\u052f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4"
    "\u03a5\u03a7\u03bf]+|[\u0400-\u052f\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7\u03bf]+(?=[A-Za-z])"
)
"""Cyrillic, and the Greek letters that look like Latin ones, inside of a Latin word."""
_ENTITY = re.compile(r"&(?!amp;)(?:[a-z]{2,8}|#[0-9]{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_PICTURES = re.compile(
    "[\U0001f000-\U0001fbff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615"
    "\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea"
    "\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757"
    "\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]+"
)
"""What Unicode shows as a picture unless told otherwise (Emoji_Presentation)."""
_DESCRIBED = re.compile("[\u2ff0-\u2fff\u303e\u2e80\u31c0-\u31c5\u31c7-\u31ce\u31e4-\u31ef]")


def _odd_characters(text: str) -> Iterator[OddCharacters]:
    text = HIDDEN.sub("", text)  # these are reported elsewhere
    for pattern, kind, written in _STANDING_FOR:
        runs = [it for it in dict.fromkeys(pattern.findall(text)) if written(it) != it]
        if runs:
            yield OddCharacters(runs[0], _odd_message(kind, runs), _replacement_tip(runs, written))
    if marks := list(stray_marks(unicodedata.normalize("NFC", text))):
        tip = say("delete the marks, or write the letter that has them")
        yield OddCharacters(
            marks[0], _odd_message(say("marks that belong to no letter"), marks), tip
        )
    if aliens := _FOREIGN_LETTER.findall(text):
        message = _odd_message(say("letters of another alphabet inside of a Latin word"), aliens)
        yield OddCharacters(aliens[0], message, say("type the Latin letters that they look like"))
    if entities := _ENTITY.findall(text):
        signs = list_names(dict.fromkeys(entities))
        message = say("{sign} is a sign of web pages, which is shown as it is here", sign=signs)
        yield OddCharacters(entities[0], message, say("type the character itself"))
    if pictures := _PICTURES.findall(text):
        yield OddCharacters(
            pictures[0], _odd_message(say("a picture"), pictures), say("say it in words")
        )
    if missing := [*_DESCRIBED.findall(text), *filter(_is_unassigned, text)]:
        message = _odd_message(say("a character that is missing here"), missing)
        yield OddCharacters(
            missing[0], message, say("write the character itself, or describe it in words")
        )


def _is_unassigned(char: str) -> bool:
    """Whether Unicode has no such character; a new Chinese one may be newer than this Python."""
    return unicodedata.category(char) == "Cn" and not "\U00020000" <= char < "\U00040000"


def _odd_message(kind: str, runs: list[str]) -> str:
    """The kind, and the first few by how they look and by their number."""
    shown = [f"{shorten(run)!r} U+{ord(run[0]):04X}" for run in dict.fromkeys(runs)]
    return say("{kind}: {found}", kind=kind, found=list_names(shown[:4]))


def _replacement_tip(runs: list[str], written: Callable[[str], str]) -> str:
    if written is _space:
        return say("use an ordinary space, or delete it")
    return say("write {instead}", instead=list_names(shorten(written(run)) for run in runs[:4]))
