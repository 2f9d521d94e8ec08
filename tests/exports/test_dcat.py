"""The catalogue: DCAT-AP 3 as a validator reads it, and every value against the data files."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from builders import a_catalogue, a_dataset, a_document, a_listing
from exports.project import project_files, project_items
from pyshacl import validate
from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from sample import AS_OF, SITE_URL, sample_outputs

from generator.exports.dcat import export
from generator.exports.published_kinds import KINDS
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import resolve

pytestmark = pytest.mark.today

DCAT, DCT = Namespace("http://www.w3.org/ns/dcat#"), Namespace("http://purl.org/dc/terms/")
ADMS = Namespace("http://www.w3.org/ns/adms#")
EU = "http://publications.europa.eu/resource/authority/"
PORTAL = URIRef("https://data.gov.hk/en/terms-and-conditions")
DATA = Path(__file__).resolve().parents[1] / "data" / "dcat-ap"


@cache
def catalogue() -> Graph:
    return Graph().parse(data=project_files()["data/catalog.ttl"], format="turtle")


def datasets() -> Iterator[tuple[URIRef, dict]]:
    """Each dataset of the plans in the catalogue, with its published item."""
    for item in project_items("datasets"):
        yield URIRef(f"{item['url']}#dataset"), item


@cache
def kept(name: str) -> Graph:
    return Graph().parse(DATA / name)


def objections(graph: Graph) -> str:
    """What the shapes object to; nothing when the graph conforms."""
    known = graph + kept("vocabulary.ttl")
    conforms, _, text = validate(known, shacl_graph=kept("shapes.ttl"))
    return "" if conforms else text


def test_the_catalogue_is_dcat_ap() -> None:
    assert objections(catalogue()) == ""


def test_that_of_hostile_texts_is_dcat_ap_too() -> None:
    graph = Graph().parse(data=sample_outputs()["data/catalog.ttl"], format="turtle")
    assert objections(graph) == ""


TIDES = URIRef(f"{SITE_URL}datasets/sea-tides/#dataset")
RECORD = URIRef(f"{SITE_URL}datasets/sea-tides/#record")
NOBODY = URIRef(SITE_URL)


def without(node: URIRef | None, predicate: URIRef) -> Callable[[Graph], Graph]:
    return lambda graph: graph.remove((node, predicate, None))


def with_value(predicate: URIRef, value: URIRef | Literal) -> Callable[[Graph], Graph]:
    return lambda graph: graph.add((TIDES, predicate, value))


BROKEN = {
    "no title": without(TIDES, DCT.title),
    "no publisher": without(TIDES, DCT.publisher),
    "two titles in one language": with_value(DCT.title, Literal("x", lang="zh-Hant")),
    "unknown theme": with_value(DCAT.theme, URIRef(f"{EU}data-theme/FISH")),
    "a theme of nobody's": with_value(DCAT.theme, NOBODY),
    "two frequencies": with_value(DCT.accrualPeriodicity, URIRef(f"{EU}frequency/DAILY")),
    "a date that is text": with_value(DCT.issued, Literal("2024")),
    "expected, yet issued": with_value(DCT.available, Literal("2030-01-01", datatype=XSD.date)),
    "a landing page that is none": with_value(DCAT.landingPage, Literal("https://x.example/")),
    "a distribution without an address": without(None, DCAT.accessURL),
    "a distribution without a licence": without(None, DCT.license),
    "a record of nothing": without(RECORD, URIRef("http://xmlns.com/foaf/0.1/primaryTopic")),
    "a record without a day": without(RECORD, DCT.modified),
    "a catalogue without a publisher": without(URIRef(f"{SITE_URL}data/#catalogue"), DCT.publisher),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_shapes_would_find(name: str) -> None:
    """A validator that accepts everything proves nothing."""
    graph = Graph().parse(data=sample_outputs()["data/catalog.ttl"], format="turtle")
    BROKEN[name](graph)
    assert objections(graph)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_both_files_say_the_same() -> None:
    other = Graph().parse(data=project_files()["data/catalog.jsonld"], format="json-ld")
    assert isomorphic(catalogue(), other)
    assert len(other) > 1000


def test_nothing_is_anonymous() -> None:
    """Blank nodes have another name at each reading, and nobody can point at them."""
    terms = {term for triple in catalogue() for term in triple}
    assert not [term for term in terms if isinstance(term, BNode)]


def test_the_catalogue_names_every_dataset_and_its_own_files() -> None:
    [whole] = catalogue().subjects(RDF.type, DCAT.Catalog)
    named = set(catalogue().objects(whole, DCAT.dataset))
    assert named == {it for it, _ in datasets()} | {URIRef(f"{SITE_URL}data/#files")}
    assert named == set(catalogue().subjects(RDF.type, DCAT.Dataset))
    assert len(list(catalogue().objects(whole, DCAT.record))) == len(project_items("datasets"))


def test_every_value_is_that_of_the_data_files() -> None:
    graph = catalogue()
    for node, item in datasets():
        [publisher] = graph.objects(node, DCT.publisher)
        assert publisher == URIRef(f"{SITE_URL}agencies/{item['agency']}/#agency")
        titles = {it.language: str(it) for it in graph.objects(node, DCT.title)}
        assert titles == {script: item["name"][script] for script in ("zh-Hant", "zh-Hans")}
        for text in graph.objects(node, DCT.description):
            assert text.startswith(item["description"][text.language])
        assert {str(it) for it in graph.objects(node, DCAT.landingPage)} == (
            {item["landing"]["zh-Hant"], item["landing"]["zh-Hans"]} if item["landing"] else set()
        )
        when = DCT.available if item["listings"][-1]["status"] == "planned" else DCT.issued
        [day] = graph.objects(node, when)
        month = item["listings"][-1]["date"]
        # A quarter, 33 and on, is no month of XML Schema: its year is given.
        assert str(day) == (month if month[5:7] <= "12" else month[:4])
        lines = {
            f"{SITE_URL}documents/{it['document']}/#line-{it['line']}" for it in item["locators"]
        }
        assert {str(it) for it in graph.objects(node, DCT.isReferencedBy)} == lines
        assert len(list(graph.objects(node, DCT.provenance))) == len(item["listings"])


FREQUENCIES = {"ONE_OFF": "NOT_PLANNED"}


def test_frequencies_and_file_types_are_those_of_the_eu() -> None:
    graph = catalogue()
    for node, item in datasets():
        code = item["frequency"]["code"]
        [frequency] = graph.objects(node, DCT.accrualPeriodicity)
        assert frequency == URIRef(f"{EU}frequency/{FREQUENCIES.get(code, code)}")
        types = {
            str(form).removeprefix(f"{EU}file-type/")
            for it in graph.objects(node, DCAT.distribution)
            for form in graph.objects(it, DCT["format"])
        }
        if item["status"] == "released" and item["landing"]:
            assert types == {form.upper() for form in item["formats"]}


def test_only_what_is_released_and_has_a_page_has_a_distribution() -> None:
    graph = catalogue()
    for node, item in datasets():
        found = list(graph.objects(node, DCAT.distribution))
        wanted = item["status"] == "released" and item["landing"]
        assert len(found) == (len(item["formats"]) if wanted else 0), item["id"]
        planned = item["listings"][-1]["status"] == "planned"
        assert ((node, ADMS.status, URIRef(f"{EU}dataset-status/DEVELOP")) in graph) == planned
        for distribution in found:
            assert (distribution, DCT.license, PORTAL) in graph


def test_no_licence_is_claimed_for_the_facts() -> None:
    graph = catalogue()
    own = list(graph.objects(URIRef(f"{SITE_URL}data/#files"), DCAT.distribution))
    assert len(own) == 2 * len(KINDS)
    for distribution in own:
        assert list(graph.objects(distribution, DCT.license)) == []
        [file] = graph.objects(distribution, DCAT.downloadURL)
        assert str(file).removeprefix(SITE_URL) in project_files()


def test_a_month_stays_a_month_and_a_quarter_becomes_its_year() -> None:
    graph = Graph().parse(data=sample_outputs()["data/catalog.ttl"], format="turtle")
    issued = {
        str(node).split("/")[-2]: day.n3()
        for node, day in graph.subject_objects(DCT.issued)
        if str(node).endswith("#dataset")
    }
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert issued["sea-vessels"] == f'"2019"^^<{xsd}gYear>'
    assert issued["sea-tides"] == f'"2025-04-15"^^<{xsd}date>'
    [expected] = graph.objects(URIRef(f"{SITE_URL}datasets/sea-charts/#dataset"), DCT.available)
    assert expected.n3() == f'"2026-05"^^<{xsd}gYearMonth>'


def test_the_record_of_an_undated_plan_has_the_day_that_the_plan_stands_for() -> None:
    """Not that of the newest of all documents, which says nothing of the dataset."""
    undated = a_document(id="undated", date=None, reports_until="2023-06")
    dataset = a_dataset(listings=[a_listing(document="undated", date="2023-05")])
    made = a_catalogue(documents=[a_document(), undated], datasets=[dataset])
    files = dict(export(resolve(made, AS_OF), catalogue_converter(made), SITE_URL))
    graph = Graph().parse(data=files["data/catalog.ttl"], format="turtle")
    assert {str(it) for it in graph.objects(RECORD, DCT.modified)} == {"2023-06-30"}
