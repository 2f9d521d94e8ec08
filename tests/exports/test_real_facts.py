"""The published facts of the project's own data, held against its files by other means.

The files are read with PyYAML alone, and what is expected of a field stands here.
"""

import json
import re
from functools import cache
from typing import Any

import pytest
from builders import ROOT, catalogue_of_the_project
from data_today import plain
from sample import AS_OF, SITE_URL

from generator.exports import data_files
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import resolve

pytestmark = pytest.mark.today


@cache
def published() -> dict[str, list[dict[str, Any]]]:
    """Items of each data file."""
    catalogue = catalogue_of_the_project()
    made = data_files.export(resolve(catalogue, AS_OF), catalogue_converter(catalogue), SITE_URL)
    return {
        path.split("/")[-1].removesuffix(".json"): json.loads(content)["items"]
        for path, content in made
        if path.startswith("data/v1/")
        and path.endswith(".json")
        and not path.endswith((".schema.json", "/datapackage.json"))
    }


@cache
def typed(folder: str) -> dict[str, dict[str, Any]]:
    """Every file of a folder, by its name; dates stay text."""
    return {
        file.stem: plain(file.read_text("utf-8"))
        for file in sorted((ROOT / "data" / folder).glob("*.yml"))
    }


def facts(folder: str, field: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Identifier → (name of its file, the fact as typed)."""
    return {
        fact["id"]: (name, fact) for name, record in typed(folder).items() for fact in record[field]
    }


def test_every_figure_is_published_with_the_value_that_was_typed() -> None:
    wanted = {
        id: {
            "subject": name,
            "value": fact["value"],
            "value_max": fact.get("value_max"),
            "as_of": fact.get("as_of"),
            **{key: fact[key] for key in ("measure", "unit", "qualifier", "printed", "document")},
            "line": fact["line"],
        }
        for id, (name, fact) in facts("figures", "figures").items()
    }
    found = {
        it["id"]: {
            "subject": it["subject"]["id"],
            "value": str(it["value"]),
            "value_max": None if it["value_max"] is None else str(it["value_max"]),
            "as_of": it["as_of"],
            **{key: it[key] for key in ("measure", "unit", "qualifier", "printed", "document")},
            "line": str(it["line"]),
        }
        for it in published()["figures"]
    }
    assert found == wanted
    assert len(found) == len(published()["figures"])
    assert len(found) >= 150


DIGITS = re.compile(r"[0-9](?:[0-9, ]*[0-9])?(?:\.[0-9]+)?")
STEPS = {"億": 10**8, "亿": 10**8, "萬": 10**4, "万": 10**4, "百萬": 10**6, "百万": 10**6}


def test_a_value_is_what_the_digits_and_the_steps_of_the_printed_form_make() -> None:
    """`11.2亿元` is 1,120,000,000: every number printed in digits is worked out anew."""
    wrong = []
    worked_out = 0
    for it in published()["figures"]:
        found = list(DIGITS.finditer(it["printed"]))
        if len(found) != 1 or it["value_max"] is not None:
            continue
        after = it["printed"][found[0].end() :].lstrip()
        step = next((value for word, value in STEPS.items() if after.startswith(word)), 1)
        number = re.sub("[, ]", "", found[0][0])
        whole, _, part = number.partition(".")
        value = int(whole + part) * step // 10 ** len(part)
        worked_out += 1
        if value != it["value"]:
            wrong.append((it["id"], it["printed"], it["value"]))
    assert wrong == []
    assert worked_out >= 80


QUALIFIERS = {
    "about": "約|约",
    "over": "(?<!不)超過|(?<!不)超过|逾|多",
    "at-least": "不少於|不少于|至少",
    "at-most": "最多|最長|最长|高達|高达|上限|不超過|不超过",
    "nearly": "接近|近",
}
"""Words with which the documents qualify a number."""


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_a_qualifier_is_one_that_the_document_prints(qualifier: str) -> None:
    items = [it for it in published()["figures"] if it["qualifier"] == qualifier]
    lacking = [it["id"] for it in items if not re.search(QUALIFIERS[qualifier], it["printed"])]
    assert lacking == []


def test_no_qualifier_that_a_document_prints_is_dropped() -> None:
    """A number is exact only where none of the words stands before it."""
    words = "約|约|超過|超过|逾|不少於|不少于|至少|最多|高達|高达|接近"
    exact = [it for it in published()["figures"] if it["qualifier"] == "exact"]
    assert [(it["id"], it["printed"]) for it in exact if re.search(words, it["printed"])] == []
    assert len(exact) >= 50


def test_every_event_is_published_as_typed() -> None:
    wanted = {
        id: (
            *(name, fact["kind"], fact.get("date"), fact.get("planned", "false")),
            *(fact.get("outcome"), fact.get("printed"), fact["document"], fact["line"]),
        )
        for id, (name, fact) in facts("events", "events").items()
    }
    found = {
        it["id"]: (
            *(it["subject"]["id"], it["kind"], it["date"], str(it["planned"]).lower()),
            *(it["outcome"], it["printed"], it["document"], str(it["line"])),
        )
        for it in published()["events"]
    }
    assert found == wanted
    assert len(found) >= 100


def test_every_erratum_is_published_with_all_its_places() -> None:
    wanted = {
        id: (
            name,
            fact.get("about", []),
            [(it["document"], it["line"], it["printed"]) for it in fact["locators"]],
        )
        for id, (name, fact) in facts("errata", "errata").items()
    }
    found = {
        it["id"]: (
            it["kind"],
            it["about"],
            [(at["document"], str(at["line"]), at["printed"]) for at in it["locators"]],
        )
        for it in published()["errata"]
    }
    assert found == wanted


def test_every_programme_is_published_with_its_conditions_and_its_numbers() -> None:
    """Each number of a measure that is a condition stands among the terms, with its line."""
    measures = typed("vocabulary")["measures"]["terms"]
    groups = {it["code"]: it["group"] for it in measures if "group" in it}
    numbers: dict[str, list[Any]] = {}
    for name, fact in facts("figures", "figures").values():
        if fact["measure"] in groups:
            place = (fact["document"], fact["line"])
            term = (groups[fact["measure"]], fact["value"], fact["unit"], *place)
            numbers.setdefault(name, []).append(term)
    wanted = {
        id: sorted(
            [
                *((it["kind"], "None", "None", it["document"], it["line"]) for it in terms),
                *numbers.get(id, []),
            ]
        )
        for id, record in typed("programmes").items()
        for terms in [record.get("terms", [])]
    }
    found = {
        it["id"]: sorted(
            (at["kind"], str(at["value"]), str(at["unit"]), at["document"], str(at["line"]))
            for at in it["terms"]
        )
        for it in published()["programmes"]
    }
    assert found == wanted


def test_who_took_over_from_an_agency_is_published() -> None:
    """As typed; nobody took over from the others."""
    typed_successors = {
        id: record["successor"] for id, record in typed("agencies").items() if "successor" in record
    }
    took_over = {it["id"]: it["successor"] for it in published()["agencies"] if it["successor"]}
    assert took_over == typed_successors != {}
