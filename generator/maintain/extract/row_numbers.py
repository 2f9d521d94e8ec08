"""Numbers of rows and headings in any form: 1, 1., (1), １, A1, 一, ① · text → int."""

import re
import unicodedata

from generator.resolve.printed.numerals import numeral

_FORM = re.compile(
    r"[(\[]?\s*(?:no\.?\s*)?(?P<letter>[a-d][.-]?(?:i{1,2}[.-]?)?)?0*(?P<digits>[0-9]{1,6})\s*[)\].、:]*",
    re.I,
)
_CHINESE = re.compile(r"[(\[]?\s*第?(?P<digits>[一二三四五六七八九十百]{1,5})[項项]?\s*[)\].、:]*")


def read_number(cell: str) -> int | None:
    """The number that is all a cell says, at least 1; None if it says something else."""
    text = unicodedata.normalize("NFKC", cell).strip()
    if match := _FORM.fullmatch(text):
        return int(match["digits"]) or None
    match = _CHINESE.fullmatch(text)
    number = numeral(match["digits"], 0) if match else None
    return int(number.values[0]) if number and len(number.values) == 1 else None


def is_number(cell: str) -> bool:
    """Whether a cell holds a row's number."""
    return read_number(cell) is not None
