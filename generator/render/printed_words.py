"""Words as a document prints them, in its own script · wording or fact → markup."""

from generator.model.wording import Wording
from generator.render.escape import Markdown, escape, escape_lines
from generator.render.language_markup import in_language
from generator.resolve.claims import SupportRecord
from generator.resolve.fact_types import ConditionRecord, EventRecord, FigureRecord
from generator.resolve.printed.quotation import around
from generator.resolve.record_reference import PrintedRecord
from generator.script.convert import remove_marks
from generator.script.variants import LANGUAGE_TAG


def printed(wording: Wording) -> Markdown:
    """`wording` as its document prints it, in a span that says in which script that is."""
    return in_language(escape_lines(remove_marks(wording.text)), wording.script)


def quote(wording: Wording) -> Markdown:
    """The words that a statement is taken from."""
    markup = escape(remove_marks(wording.text))
    return Markdown(f'<q lang="{LANGUAGE_TAG[wording.script]}">{markup}</q>')


def quoted(
    fact: ConditionRecord | EventRecord | FigureRecord | PrintedRecord | SupportRecord,
) -> Markdown:
    """The clause that a fact or name is taken from, with what is printed of itself in bold.

    Where nobody has quoted it, what is printed of it.
    """
    own_words = fact.form if isinstance(fact, PrintedRecord) else fact.printed
    if fact.quotation is None:
        return printed(own_words) if own_words else Markdown("")
    clause = remove_marks(fact.quotation.text)
    words = remove_marks(own_words.text) if own_words else ""
    before, own, after = (around(clause, words) if words else None) or (clause, "", "")
    bold = f"<b>{escape(own)}</b>" if own and (before or after) else escape(own)
    markup = f"{escape(before)}{bold}{escape(after)}"
    return Markdown(f'<q lang="{LANGUAGE_TAG[fact.quotation.script]}">{markup}</q>')
