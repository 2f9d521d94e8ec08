"""RDF as JSON-LD and as Turtle, in an order that does not change.

Terms are rdflib's, which checks and quotes them; the layout is ours. rdflib's own serialisers give
neither a fixed order nor, at some thousand datasets, an answer within ten seconds.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from rdflib import XSD, Literal, URIRef

from generator.exports.compact_json import compact_json

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": str(XSD),
}
RdfTerm = URIRef | Literal


class Graph:
    """Statements by subject, in the order in which they were made. There are no blank nodes.

    Addresses below `base` are written relative to it, because most terms begin with it. A subject
    becomes text as soon as it is added: kept as terms, thousands of records fill the memory.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._subjects: set[str] = set()
        self._turtle_nodes: list[bytes] = []
        self._json_nodes: list[bytes] = []
        self._text_properties: set[str] = set()
        self._address_properties: set[str] = set()

    def add(
        self, subject: URIRef, type_name: str, **properties: RdfTerm | list[RdfTerm] | None
    ) -> None:
        """Add what there is to say of `subject`: `dct_title` is dct:title, and None is left out.

        Raises ValueError when something is said of a subject that was added before.
        """
        node = {name.replace("_", ":", 1): terms for name, terms in _terms(properties)}
        # As plain strings: a URIRef is compared and hashed in Python.
        if str(subject) in self._subjects:
            if node:
                raise ValueError(f"twice in the graph: {subject}")
            return
        self._subjects.add(str(subject))
        for name, terms in node.items():
            for term in terms:
                (
                    self._address_properties if isinstance(term, URIRef) else self._text_properties
                ).add(name)
        self._turtle_nodes.append(self._turtle_node(subject, type_name, node).encode())
        self._json_nodes.append(self._json_node(subject, type_name, node).encode())

    def turtle(self) -> bytes:
        """The graph in Turtle."""
        head = [f"@base <{self._base}> ."]
        head += [f"@prefix {prefix}: <{uri}> ." for prefix, uri in PREFIXES.items()]
        return b"\n".join(["\n".join(head).encode(), *self._turtle_nodes]) + b"\n"

    def json_ld(self) -> bytes:
        """The graph in JSON-LD, with its context inside: a reader need not fetch anything."""
        assert self._address_properties.isdisjoint(self._text_properties), (
            "a property has addresses and texts"
        )
        context: dict[str, Any] = {"@base": self._base, **PREFIXES}
        context |= {name: {"@type": "@id"} for name in sorted(self._address_properties)}
        start = f'{{"@context":{compact_json(context)},\n"@graph":[\n'.encode()
        return start + b",\n".join(self._json_nodes) + b"\n]}\n"

    def _turtle_node(
        self, subject: URIRef, type_name: str, node: Mapping[str, list[RdfTerm]]
    ) -> str:
        lines = [f"    a {type_name}"]
        lines += [f"    {name} {', '.join(map(self._turtle, it))}" for name, it in node.items()]
        return f"\n{self._turtle(subject)}\n" + " ;\n".join(lines) + " ."

    def _json_node(self, subject: URIRef, type_name: str, node: Mapping[str, list[RdfTerm]]) -> str:
        """A node a line: json's fast encoder does not indent."""
        properties = {
            name: _one_or_all([self._json(it) for it in terms]) for name, terms in node.items()
        }
        return compact_json(
            {"@id": subject.removeprefix(self._base), "@type": type_name} | properties
        )

    def _turtle(self, term: RdfTerm) -> str:
        # Our own addresses are made of identifiers; others are checked by rdflib as it quotes them.
        if isinstance(term, URIRef) and term.startswith(self._base):
            return f"<{term.removeprefix(self._base)}>"
        return term.n3()

    def _json(self, term: RdfTerm) -> Any:
        if isinstance(term, URIRef):
            return str(term).removeprefix(self._base)
        if term.language:
            return {"@language": term.language, "@value": str(term)}
        if term.datatype:
            return {"@type": _prefixed(term.datatype), "@value": str(term)}
        return str(term)


def _terms(
    properties: Mapping[str, RdfTerm | list[RdfTerm] | None],
) -> Iterator[tuple[str, list[RdfTerm]]]:
    for name, value in properties.items():
        terms = value if isinstance(value, list) else [value] if value is not None else []
        if terms:
            yield name, list(dict.fromkeys(terms))


@cache
def _prefixed(uri: URIRef) -> str:
    """A datatype as it is written with our prefixes."""
    prefix = next(it for it, start in PREFIXES.items() if uri.startswith(start))
    return f"{prefix}:{uri.removeprefix(PREFIXES[prefix])}"


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
