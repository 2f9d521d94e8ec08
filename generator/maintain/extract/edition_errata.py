"""Errata of an older edition that hold of a new one, too · items → places, and the rest."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from generator.maintain.extract.edition_carry import Carrier
from generator.maintain.extract.edition_items import EditionItem
from generator.maintain.extract.edition_words import OF_AN_EDITION

_OF_ONE_TEXT = ("edition-change", "damage")
"""Kinds that tell of two editions, or of how one text was extracted."""


def errata_again(
    items: Iterable[EditionItem], carrier: Carrier
) -> tuple[list[tuple[EditionItem, dict[str, Any]]], list[EditionItem]]:
    """Places at which exactly the same is wrong again, each with its item of the older edition;
    and an item of each erratum for a person to decide on, where some of it stands again."""
    again: list[tuple[EditionItem, dict[str, Any]]] = []
    open_items: list[EditionItem] = []
    errata = [it for it in items if it.kind == "erratum"]
    for _, group in groupby(errata, key=lambda it: (it.record_file.record.id, it.path)):
        spots = list(group)
        places = [(it, fields) for it in spots if (fields := carrier.spot(it))]
        record = spots[0].record_file.record
        erratum = record.errata[spots[0].path[1]]
        said = f"{erratum.what}{erratum.shown_as}"
        if not places or record.id in _OF_ONE_TEXT:
            continue
        if len(places) < len(spots) or OF_AN_EDITION.search(said):
            open_items.append(places[0][0])
        else:
            again.extend(places)
    return again, open_items
