"""Vocabularies → labels in their order, public codes, and synonyms."""

from dataclasses import replace

from generator.model.catalogue import Catalogue
from generator.model.wording import Wording, fill, settle
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


def named_units(catalogue: Catalogue) -> tuple[Label, ...]:
    """The units by what they are called without a number; without a name, as they stand behind
    one."""
    record = catalogue.vocabularies["units"].record
    return tuple(
        Label(
            term.code,
            settle(term.name, record.script)
            if term.name
            else _without_number(settle(term.label, record.script)),
        )
        for term in record.terms
    )


def _without_number(pattern: Wording) -> Wording:
    other = None if pattern.other is None else fill(pattern.other, {"n": ""})
    return replace(pattern, text=fill(pattern.text, {"n": ""}), other=other)


def codes_of_group(catalogue: Catalogue, vocabulary: str, group: str) -> frozenset[str]:
    """The codes whose terms are of that group."""
    terms = catalogue.vocabularies[vocabulary].record.terms
    return frozenset(it.code for it in terms if it.group == group)


def groups(catalogue: Catalogue, vocabulary: str) -> dict[str, str]:
    """Code → the code of what it belongs to, of those that belong to something."""
    terms = catalogue.vocabularies[vocabulary].record.terms
    return {it.code: it.group for it in terms if it.group is not None}


def synonyms(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """The groups of words that count as one to a search, as they are typed in Traditional."""
    return tuple(
        group.words
        for record_file in catalogue.synonyms.values()
        for group in record_file.record.groups
    )


def asking_words(catalogue: Catalogue) -> tuple[str, ...]:
    """Words that only ask: 多少, 怎樣."""
    return tuple(
        word for words in everyday_words(catalogue, "asking-words").values() for word in words
    )


def unmentioned_names(catalogue: Catalogue) -> tuple[str, ...]:
    """Names of products and bodies that readers type and no document says: 八達通."""
    printed = printed_words(catalogue, "unmentioned-names")
    return tuple(word for words in printed.values() for word in words)


def everyday_words(catalogue: Catalogue, vocabulary: str) -> dict[str, tuple[str, ...]]:
    """Code → its label and how else people say it, in Traditional."""
    record = catalogue.vocabularies[vocabulary].record
    return {
        term.code: (settle(term.label, record.script).text, *term.printed) for term in record.terms
    }


def printed_words(catalogue: Catalogue, vocabulary: str) -> dict[str, tuple[str, ...]]:
    """Code → how people say it; nothing of a vocabulary that there need not be."""
    held = catalogue.vocabularies.get(vocabulary)
    return {term.code: term.printed for term in held.record.terms} if held else {}


def public_codes(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """Vocabulary → code → the code that data users know from a public list."""
    return {
        name: {it.code: it.published_as for it in record_file.record.terms if it.published_as}
        for name, record_file in catalogue.vocabularies.items()
    }
