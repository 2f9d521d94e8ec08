"""A known dataset and a new plan's row → the dataset as it should be."""

from generator.maintain.extract.row_match import TextFolding, own_form
from generator.model.dataset import Dataset, Listing
from generator.model.link import Landing
from generator.model.text import WrittenLine

_PLAN_FIELDS = ("script", "description", "group", "category", "formats", "archived", "frequency")
"""Fields taken from the newest plan that lists the dataset."""


def merge_listing(old: Dataset, new: Dataset, at: int, fold: TextFolding) -> Dataset:
    """`old` with the listing of `new` inserted at index `at`; the oldest plan's is 0.

    The newest listing also updates the record's texts. Where a plan prints something else than the
    record, that stays with its listing, so no printed text is lost.
    """
    listing = new.listings[0]
    if at < len(old.listings):
        listings = [*old.listings]
        listings.insert(at, _with_printed_texts(listing, new, old))
        return old.model_copy(update={"listings": tuple(listings)})
    changes = {name: getattr(new, name) for name in _PLAN_FIELDS}
    changes |= {"name": _name(old, new, fold), "landing": _landing(old, new)}
    shown = new.model_copy(update=changes)
    *before, last = old.listings
    listings = [*before, _with_printed_texts(last, old, shown), listing]
    return old.model_copy(update=changes | {"listings": tuple(listings)})


def _with_printed_texts(listing: Listing, printed: Dataset, shown: Dataset) -> Listing:
    """`listing` with the texts of its plan that the record does not show."""
    changes = {}
    for field in ("name", "description"):
        text, _ = own_form(getattr(printed, field), printed.script)
        if (
            getattr(listing, field) is None
            and text != own_form(getattr(shown, field), shown.script)[0]
        ):
            changes[field] = text
    return listing.model_copy(update=changes)


def _name(old: Dataset, new: Dataset, fold: TextFolding) -> str | WrittenLine:
    """The new name, with the one in the other script where that was settled for the same words."""
    name, script = own_form(new.name, new.script)
    known = old.name
    if isinstance(known, str) or not known.hant or not known.hans:
        return name
    if not fold.says_the_same(name, script, *own_form(known, old.script)):
        return name
    forms = {"zh-Hant": known.hant, "zh-Hans": known.hans} | {script: name}
    return WrittenLine.model_validate(forms)


def _landing(old: Dataset, new: Dataset) -> Landing | None:
    """The portal's page; a remark of ours keeps the script it is written in."""
    landing = old.landing
    if landing is None or not isinstance(landing.note, str) or new.script == old.script:
        return landing
    note = WrittenLine.model_validate({old.script: landing.note})
    return landing.model_copy(update={"note": note})
