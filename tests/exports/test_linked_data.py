"""What the head of each page says to machines: schema.org, as Dataset Search wants it."""

import json
from collections.abc import Callable
from functools import cache

import hostile
import pytest
from builders import catalogue_of_the_project
from data_today import records, word
from exports.project import project_files, project_items, project_records
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from sample import SITE_URL, sample_converter, sample_records

from generator.exports.head_metadata import Heads, script_safe
from generator.model.base import Script
from generator.pipeline.generate import catalogue_converter
from generator.render.links import page_address
from generator.render.pages import pages
from generator.resolve.resolve import Records

pytestmark = pytest.mark.today

SCHEMA = Namespace("https://schema.org/")
CONTEXT = {
    "@vocab": str(SCHEMA),
    **{it: {"@type": "@id"} for it in ("url", "license", "contentUrl", "sameAs", "item")},
}
"""The part of schema.org's own context that matters here; nothing is fetched in a test."""
STARTS: dict[Script, str] = {"zh-Hant": "", "zh-Hans": "zh-Hans/"}
VOCABULARY = records("vocabulary")["agency-kinds"]["terms"]
PLACE = word("place")
PORTAL = "https://data.gov.hk/en/terms-and-conditions"


@cache
def heads(script: Script, of: Callable[[], Records] = project_records) -> dict[str, dict]:
    """Address of a page below its variant's root → what its head says."""
    both = (
        sample_converter()
        if of is sample_records
        else catalogue_converter(catalogue_of_the_project())
    )
    made = Heads(of(), both, SITE_URL, script)
    found = {it: made.head(it) for it in (page_address(page.path) for page in pages(of()))}
    return {
        address: head for address, head in found.items() if head.get("linked") or head.get("json")
    }


def nodes(
    address: str, script: Script = "zh-Hant", of: Callable[[], Records] = project_records
) -> list[dict]:
    head = heads(script, of)[address]
    content = json.loads(head["linked"])
    assert content["@context"] == "https://schema.org/"
    return content["@graph"]


def values(node: dict, name: str) -> dict[str, str]:
    """A text's values by language, in the order in which they stand."""
    return {it["@language"]: it["@value"] for it in node[name]}


@pytest.mark.parametrize("script", STARTS)
def test_every_dataset_is_what_dataset_search_asks_for(script: str) -> None:
    """Google: name, description of 50 to 5,000 characters, creator, catalogue, licence, place."""
    for item in project_items("datasets"):
        dataset, breadcrumbs = nodes(f"datasets/{item['id']}/", script)
        assert dataset["@type"] == "Dataset"
        other = "zh-Hans" if script == "zh-Hant" else "zh-Hant"
        assert list(values(dataset, "name").items()) == [
            (it, item["name"][it]) for it in (script, other)
        ]
        for language, text in values(dataset, "description").items():
            assert 50 <= len(text) <= 5000
            assert text.startswith(item["description"][language])
        assert dataset["url"] == f"{SITE_URL}{STARTS[script]}datasets/{item['id']}/"
        assert dataset["creator"]["@id"].endswith(f"/agencies/{item['agency']}/#agency")
        assert set(values(dataset["creator"], "name")) == {"zh-Hant", "zh-Hans"}
        assert dataset["includedInDataCatalog"]["@type"] == "DataCatalog"
        assert values(dataset["spatialCoverage"], "name")["zh-Hant"] == PLACE
        assert breadcrumbs["@type"] == "BreadcrumbList"


def test_only_what_is_released_and_has_a_page_has_distribution_and_licence() -> None:
    for item in project_items("datasets"):
        dataset, _ = nodes(f"datasets/{item['id']}/")
        released = item["status"] == "released"
        found = [it["contentUrl"] for it in dataset.get("distribution", [])]
        landing = item["landing"]["zh-Hant"] if released and item["landing"] else None
        assert found == [landing] * len(item["formats"]) if landing else found == []
        assert dataset.get("license") == (PORTAL if landing else None)
        assert dataset.get("datePublished") == (item["listings"][-1]["date"] if released else None)
        assert dataset.get("creativeWorkStatus") == (None if released else "Planned")
        kept_up = released and not item["archived"] and item["frequency"]["code"] != "ONE_OFF"
        since = f"{item['listings'][-1]['date']}/.."
        assert dataset.get("temporalCoverage") == (since if kept_up else None)


def test_organisations_are_of_the_kind_that_they_are() -> None:
    kinds = {}
    for item in project_items("agencies"):
        agency, _ = nodes(f"agencies/{item['id']}/")
        kinds[item["id"]] = agency["@type"]
        assert values(agency, "name")["zh-Hans"] == item["name"]["zh-Hans"]
        if item["links"]:
            assert agency["url"] in item["links"].values()
        english = [it for it in agency.get("alternateName", []) if "en" in str(it)]
        assert not item["english"] or {"@language": "en", "@value": item["english"]} in english
    published = {it["code"]: it["published_as"] for it in VOCABULARY}
    assert kinds == {id: published[it["kind"]] for id, it in records("agencies").items()}
    assert {"GovernmentOrganization", "Organization"} < set(kinds.values())


def test_every_programme_has_its_node() -> None:
    for item in project_items("programmes"):
        programme, _ = nodes(f"programmes/{item['id']}/", "zh-Hans")
        assert programme["identifier"] == item["id"]
        assert next(iter(values(programme, "name").values())) == item["name"]["zh-Hans"]


def test_breadcrumbs_lead_from_home_to_the_page_in_its_script() -> None:
    _, trail = nodes("datasets/sea-vessels/", "zh-Hans", sample_records)
    steps = [(it["position"], it["name"], it["item"]) for it in trail["itemListElement"]]
    assert steps == [
        (1, "香港创科手册", f"{SITE_URL}zh-Hans/"),
        (2, "数据集", f"{SITE_URL}zh-Hans/datasets/"),
        (3, "船只说明", f"{SITE_URL}zh-Hans/datasets/sea-vessels/"),
    ]


def test_the_catalogue_stands_on_the_home_page_and_the_files_on_that_about_the_data() -> None:
    [catalogue] = nodes("")
    # Each dataset names it; a list would make the first page heavier with every record.
    assert "dataset" not in catalogue
    files, _ = nodes("data/")
    for it in files["distribution"]:
        assert it["contentUrl"].removeprefix(SITE_URL) in project_files()
    assert files["license"] == f"{SITE_URL}about/#rights"
    assert all(len(text) >= 50 for text in values(files, "description").values())


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_a_json_ld_parser_reads_it() -> None:
    content = json.dumps({"@context": CONTEXT, "@graph": nodes("datasets/hkstp-job-vacancies/")})
    graph = Graph().parse(data=content, format="json-ld")
    [dataset] = graph.subjects(RDF.type, SCHEMA.Dataset)
    assert dataset == URIRef(f"{SITE_URL}datasets/hkstp-job-vacancies/#dataset")
    assert Literal("人才招聘", lang="zh-Hant") in set(graph.objects(dataset, SCHEMA.name))
    [creator] = graph.objects(dataset, SCHEMA.creator)
    assert (creator, RDF.type, SCHEMA.GovernmentOrganization) in graph
    assert (dataset, SCHEMA.license, URIRef(PORTAL)) in graph


def test_the_data_of_every_page_are_there() -> None:
    """`rel=alternate` leads to a file that is published."""
    for script in STARTS:
        for head in heads(script).values():
            assert head["json"] is None or head["json"] in project_files()
            assert head["feed"] is None or f"{head['feed']}.{script}.xml" in project_files()


@pytest.mark.parametrize("text", [*hostile.STRINGS, "a\u2028b\u2029c", "</ScRiPt >", "<!--<script"])
def test_no_text_ends_the_script_it_stands_in(text: str) -> None:
    written = script_safe({"name": text})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"name": text}


def test_attacks_are_data_in_linked_data() -> None:
    for script in STARTS:
        dataset, _ = nodes("datasets/sea-fund-prices/", script, sample_records)
        assert "onerror=alert(1)" in values(dataset, "name")["zh-Hans"]
        for head in heads(script, sample_records).values():
            assert not set(head["linked"] or "") & set("<>&")
