"""RDF as JSON-LD and as Turtle, in an order that does not change.

Terms are rdflib's, which checks and quotes them; the layout is ours. rdflib's own serialisers give
neither a fixed order nor, at some thousand datasets, an answer within ten seconds.
"""

import json
from functools import cache
from typing import Any

from rdflib import XSD, Literal, URIRef

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": str(XSD),
}
Term = URIRef | Literal


class Graph:
    """Statements by subject, in the order in which they were made. There are no blank nodes.

    What lies below `base` is written relative to it: it is in most of some ten terms a record.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._nodes: dict[str, tuple[str, dict[str, list[Term]]]] = {}
        """Subject → its type and properties, these by their short names."""

    def add(self, subject: URIRef, type_name: str, **properties: Term | list[Term] | None) -> None:
        """Say what `subject` is and has; `dct_title` stands for dct:title. None says nothing."""
        # As plain strings: a URIRef is compared and hashed in Python.
        _, node = self._nodes.setdefault(str(subject), (type_name, {}))
        for name, value in properties.items():
            terms = value if isinstance(value, list) else [value] if value is not None else []
            if terms:
                node[name.replace("_", ":", 1)] = list(dict.fromkeys(terms))

    def turtle(self) -> bytes:
        """The graph in Turtle."""
        parts = [f"@base <{self._base}> ."]
        parts += [f"@prefix {prefix}: <{uri}> ." for prefix, uri in PREFIXES.items()]
        for subject, (type_name, node) in self._nodes.items():
            lines = [f"    a {type_name}"]
            lines += [f"    {name} {', '.join(map(self._turtle, it))}" for name, it in node.items()]
            parts.append(f"\n{self._turtle(URIRef(subject))}\n" + " ;\n".join(lines) + " .")
        return ("\n".join(parts) + "\n").encode()

    def json_ld(self) -> bytes:
        """The graph in JSON-LD, with its context inside: a reader need not fetch anything."""
        context: dict[str, Any] = {"@base": self._base, **PREFIXES}
        context |= {name: {"@type": "@id"} for name in sorted(self._links())}
        nodes = (
            {"@id": subject.removeprefix(self._base), "@type": type_name}
            | {name: _one_or_all([self._json(it) for it in terms]) for name, terms in node.items()}
            for subject, (type_name, node) in self._nodes.items()
        )
        # A node a line: json's fast encoder does not indent.
        lines = ",\n".join(map(_compact, nodes))
        return f'{{"@context":{_compact(context)},\n"@graph":[\n{lines}\n]}}\n'.encode()

    def _links(self) -> set[str]:
        """The properties whose values are always addresses."""
        literal: set[str] = set()
        address: set[str] = set()
        for _, node in self._nodes.values():
            for name, terms in node.items():
                for term in terms:
                    (address if isinstance(term, URIRef) else literal).add(name)
        assert address.isdisjoint(literal), "a property has addresses and texts"
        return address

    def _turtle(self, term: Term) -> str:
        # Our own addresses are made of identifiers; others are checked by rdflib as it quotes them.
        if isinstance(term, URIRef) and term.startswith(self._base):
            return f"<{term.removeprefix(self._base)}>"
        return term.n3()

    def _json(self, term: Term) -> Any:
        if isinstance(term, URIRef):
            return str(term).removeprefix(self._base)
        if term.language:
            return {"@language": term.language, "@value": str(term)}
        if term.datatype:
            return {"@type": _short(term.datatype), "@value": str(term)}
        return str(term)


@cache
def _short(uri: URIRef) -> str:
    """A datatype as it is written with our prefixes."""
    prefix = next(it for it, start in PREFIXES.items() if uri.startswith(start))
    return f"{prefix}:{uri.removeprefix(PREFIXES[prefix])}"


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
