"""RDF as JSON-LD and as Turtle, in an order that does not change.

Terms are rdflib's, which checks and quotes them; the layout is ours. rdflib's own serialisers give
neither a fixed order nor, at some thousand datasets, an answer within ten seconds.
"""

import json
from functools import cache
from typing import Any

from rdflib import RDF, XSD, Literal, URIRef

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
    """Statements by subject, in the order in which they were made. There are no blank nodes."""

    def __init__(self) -> None:
        self._nodes: dict[URIRef, dict[URIRef, list[Term]]] = {}

    def add(self, subject: URIRef, type_name: str, **properties: Term | list[Term] | None) -> None:
        """Say what `subject` is and has; `dct_title` stands for dct:title. None says nothing."""
        node = self._nodes.setdefault(subject, {})
        node[RDF.type] = [_named(type_name)]
        for name, value in properties.items():
            terms = value if isinstance(value, list) else [value] if value is not None else []
            if terms:
                node[_named(name.replace("_", ":", 1))] = list(dict.fromkeys(terms))

    def turtle(self) -> bytes:
        """The graph in Turtle."""
        parts = [f"@prefix {prefix}: <{uri}> ." for prefix, uri in PREFIXES.items()]
        for subject, node in self._nodes.items():
            lines = [
                f"    {_predicate(name)} {', '.join(_turtle(name, it) for it in terms)}"
                for name, terms in node.items()
            ]
            parts.append(f"\n{subject.n3()}\n" + " ;\n".join(lines) + " .")
        return ("\n".join(parts) + "\n").encode()

    def json_ld(self) -> bytes:
        """The graph in JSON-LD, with its context inside: a reader need not fetch anything."""
        nodes = (
            {"@id": str(subject)}
            | {_short(name): [_json(name, it) for it in terms] for name, terms in node.items()}
            for subject, node in self._nodes.items()
        )
        # A node a line: json's fast encoder does not indent.
        lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in nodes)
        return f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": [\n{lines}\n]}}\n'.encode()


@cache
def _named(short: str) -> URIRef:
    prefix, _, name = short.partition(":")
    return URIRef(PREFIXES[prefix] + name)


@cache
def _short(uri: URIRef) -> str:
    """A predicate, type or datatype as it is written with our prefixes."""
    if uri == RDF.type:
        return "@type"
    prefix = next(it for it, start in PREFIXES.items() if uri.startswith(start))
    return f"{prefix}:{uri.removeprefix(PREFIXES[prefix])}"


def _predicate(uri: URIRef) -> str:
    return "a" if uri == RDF.type else _short(uri)


def _turtle(predicate: URIRef, term: Term) -> str:
    if predicate == RDF.type and isinstance(term, URIRef):
        return _short(term)
    return term.n3()


def _json(predicate: URIRef, term: Term) -> Any:
    if isinstance(term, URIRef):
        return _short(term) if predicate == RDF.type else {"@id": str(term)}
    if term.language:
        return {"@language": term.language, "@value": str(term)}
    if term.datatype:
        return {"@type": _short(term.datatype), "@value": str(term)}
    return str(term)
