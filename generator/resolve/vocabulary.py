"""Vocabularies → labels in their order, public codes, and synonyms for the search."""

from generator.model.catalogue import Catalogue
from generator.model.wording import Wording, settle
from generator.resolve.record_reference import Label


def labels(catalogue: Catalogue, vocabulary: str) -> dict[str, Wording]:
    """Code → label, in the vocabulary's order."""
    record = catalogue.vocabularies[vocabulary].record
    return {term.code: settle(term.label, record.script) for term in record.terms}


def coded_labels(catalogue: Catalogue, vocabulary: str) -> dict[str, Label]:
    """Code → code and label, in the vocabulary's order."""
    return {code: Label(code, label) for code, label in labels(catalogue, vocabulary).items()}


def ordered_labels(catalogue: Catalogue, vocabulary: str) -> tuple[Label, ...]:
    """The labels with their codes."""
    return tuple(coded_labels(catalogue, vocabulary).values())


def search_equivalents(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Each word of the search vocabulary with its synonyms."""
    record = catalogue.vocabularies["search-words"].record
    return tuple((settle(term.label, record.script).text, *term.printed) for term in record.terms)


def asking_words(catalogue: Catalogue) -> tuple[str, ...]:
    """Words that only ask: 多少, 怎樣."""
    return tuple(
        word for words in everyday_words(catalogue, "asking-words").values() for word in words
    )


def everyday_words(catalogue: Catalogue, vocabulary: str) -> dict[str, tuple[str, ...]]:
    """Code → its label and how else people say it, in Traditional."""
    record = catalogue.vocabularies[vocabulary].record
    return {
        term.code: (settle(term.label, record.script).text, *term.printed) for term in record.terms
    }


def public_codes(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Vocabulary → code → the code that data users know from a public list."""
    return {
        name: {it.code: it.published_as for it in record_file.record.terms if it.published_as}
        for name, record_file in catalogue.vocabularies.items()
    }
