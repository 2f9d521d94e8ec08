"""Which datasets a reader should be shown, worked out from the records as they are typed.

The day is that of the tested site, 31 January 2026. Nothing of the finder is used.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from urllib.parse import parse_qsl

from data_today import Record, in_script, newest, records, word
from opencc import OpenCC
from sites import DAY

SIMPLIFIED = OpenCC("t2s")


def ends(edtf: str) -> date:
    """The last day that a month, a quarter or a year may mean."""
    year, month = (int(it) for it in [*edtf.split("-"), "12"][:2])
    month = (month - 32) * 3 if month > 12 else month
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def statuses(dataset: Record) -> set[str]:
    """Every status that a dataset has on the day."""
    row = newest(dataset)
    seen = dataset.get("landing", {}).get("listed_as_of", "9999")
    is_passed = row["status"] == "planned" and ends(row["date"]) < DAY
    found = {
        "archived": dataset.get("archived") == "true",
        "one-off": dataset["frequency"] == "ONE_OFF",
        "on-portal": seen <= DAY.isoformat(),
    }
    return {
        "target-passed" if is_passed else row["status"],
        *(it for it, holds in found.items() if holds),
    }


def codes(dataset: Record) -> dict[str, set[str]]:
    """Facet → the values under which the dataset is found."""
    return {
        "agency": {dataset["agency"]},
        "category": {dataset["category"]},
        "format": set(dataset["formats"]) or {"none"},
        "frequency": {dataset["frequency"]},
        "status": statuses(dataset),
        "spatial": {dataset["spatial"]},
    }


def counts(facet: str, **chosen: set[str]) -> Counter[str]:
    """Value → how many datasets have it beside the choices in the other facets."""
    others = {it: values for it, values in chosen.items() if it != facet}
    found = [codes(it) for it in records("datasets").values()]
    fitting = [it for it in found if all(it[name] & values for name, values in others.items())]
    return Counter(value for it in fitting for value in it[facet])


def common(facet: str, **chosen: set[str]) -> list[str]:
    """The values of a facet that some datasets have and others have not, the commonest first."""
    total = len(records("datasets"))
    found = counts(facet, **chosen).most_common()
    return [
        value for value, number in sorted(found, key=lambda it: (-it[1], it[0])) if number < total
    ]


def shown(query: str) -> set[str]:
    """The datasets that an address asks for; a code that none has is no choice."""
    found = records("datasets")
    for name, values in parse_qsl(query.removeprefix("?")):
        if name == "q":
            found = {id: it for id, it in found.items() if says(it, values)}
            continue
        known = {it.lower() for it in counts(name)}
        wanted = {it for it in values.lower().split(",") if it in known}
        found = {
            id: it
            for id, it in found.items()
            if not wanted or wanted & {code.lower() for code in codes(it)[name]}
        }
    return set(found)


def says(dataset: Record, typed: str) -> bool:
    """Whether every word that was typed stands in a text of the dataset, in either script."""
    return all_stand(typed, texts_of(dataset))


def all_stand(typed: str, texts: Iterable[str]) -> bool:
    """Whether each word, or another word for the same thing, stands in one of the texts."""
    known = [form for it in texts for form in (sign_by_sign(it), folded(it))]
    words = [it for it in re.split(r"[\s「」]+", typed) if narrow(it)]
    return bool(words) and all(
        any(stands(form, it) for it in known for form in (sign_by_sign(word), *others))
        for word in words
        for others in [same_words(folded(word))]
    )


def stands(form: str, text: str) -> bool:
    """A short word in Latin letters is whole: no `EV` in `level`."""
    if form.isascii() and form.isalpha() and len(form) < 3:
        return re.search(rf"(?<![0-9a-z]){form}(?![0-9a-z])", text) is not None
    return form in text


@cache
def same_words(word: str) -> frozenset[str]:
    """A folded word, and as it would be with others of data/vocabulary/synonyms.yml."""
    found = {word}
    for group in records("vocabulary")["synonyms"]["groups"]:
        forms = [folded(it) for it in group["words"]]
        found |= {word.replace(old, new) for old in forms if old in word for new in forms}
    return frozenset(found)


def texts_of(dataset: Record) -> Iterator[str]:
    """What a reader may know of a dataset: its own texts and the names of its publisher."""
    yield dataset["id"]
    for name in ("name", "description", "group"):
        yield from in_either(dataset.get(name, ""))
    yield from names_of(dataset["agency"])


def in_either(text: str | dict[str, str]) -> Iterable[str]:
    """A typed text, which is given in one script or in both."""
    return text.values() if isinstance(text, dict) else (text,)


def found_pages(typed: str) -> set[str]:
    """Datasets and documents that the search box should find; formats are words there, too."""
    spatial = word("spatial-data")
    found = set()
    for id, it in records("datasets").items():
        marks = [*it["formats"], *([spatial] if it["spatial"] == "true" else [])]
        if all_stand(typed, [*texts_of(it), *marks]):
            found.add(f"datasets/{id}/")
    for id, it in records("documents").items():
        if all_stand(typed, [*in_either(it["title"]), *in_either(it.get("short_title", ""))]):
            found.add(f"documents/{id}/")
    return found


def names_of(agency: str) -> Iterator[str]:
    """Every name of an agency."""
    named = [it for file in records("terminology/names").values() for it in file["names"]]
    for it in [*named, *records("agencies").values()]:
        if it["id"] == agency:
            for name in ("zh-Hant", "zh-Hans", "english", "acronym", "name"):
                yield from [it[name]] if isinstance(it.get(name), str) else []
            yield from it.get("aliases", ())


@cache
def folded(text: str) -> str:
    """Narrow, and in Simplified."""
    return in_script(narrow(text), "zh-Hans")


@cache
def sign_by_sign(text: str) -> str:
    """Narrow, and every character by itself in Simplified, as people type it."""
    return "".join(map(SIMPLIFIED.convert, narrow(text)))


def narrow(text: str) -> str:
    """In narrow small letters, without spaces or what parts thousands."""
    return re.sub(r"(?<=\d),(?=\d{3})|\s", "", unicodedata.normalize("NFKC", text).lower())
