"""The pure middle: records in, every generated file out, and nothing else has a say in it."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

import pytest
from builders import ROOT, a_catalogue, a_dataset, an_agency, catalogue_of_the_project
from exports.project import project_outputs
from sample import (
    AS_OF,
    SITE_URL,
    sample_catalogue,
    sample_converter,
    sample_outputs,
    sample_records,
)

from generator.exports.registry import EXPORTS
from generator.model.wording import Wording
from generator.pipeline.outputs import GENERATED, SIDECARS, LazyOutputs, outputs, script_outputs
from generator.resolve.resolve import resolve
from generator.script.convert import Bilingual, Converter
from generator.script.glossary import glossary
from generator.script.variants import SCRIPTS


@cache
def paths_of_pages() -> set[str]:
    return {path for path in sample_outputs() if path.endswith(".md")}


def test_both_variants_have_the_same_pages() -> None:
    """The switch between the scripts keeps the page."""
    hant, hans = (
        {path.removeprefix(start) for path in paths_of_pages() if path.startswith(start)}
        for start in ("zh-Hant/", "zh-Hans/")
    )
    assert hant == hans
    assert len(hant) * 2 == len(paths_of_pages())


def test_every_record_and_every_list_has_a_page() -> None:
    assert {path.removeprefix("zh-Hant/") for path in paths_of_pages() if "Hant" in path} == {
        *("index.md", "about.md", "print.md", "agencies/index.md", "datasets/index.md"),
        "documents/index.md",
        "programmes/compare.md",
        *("terminology.md", "timeline.md", "datasets/calendar.md", "programmes/index.md"),
        *("figures.md", "errata.md", "corrections.md", "budget/index.md", "data.md"),
        "documents/changes/sea-plan/sea-plan-2.md",
        *(f"programmes/{id}.md" for id in ("sea-grant", "sea-levy", "sea-prize")),
        *(f"agencies/{id}.md" for id in ("bureau", "sea", "sea-fund")),
        *(f"datasets/{id}.md" for id in ("sea-charts", "sea-fund-prices", "sea-tides")),
        *("datasets/sea-vessels.md", "documents/sea-facts.md"),
        *("documents/sea-plan.md", "documents/sea-plan-2.md"),
        *("programmes/index.md", "figures.md", "errata.md"),
        *(f"programmes/{id}.md" for id in ("sea-grant", "sea-levy", "sea-prize")),
    }


def test_everything_lies_in_the_folders_of_generated_files() -> None:
    """The sample has no budget."""
    assert {path.split("/")[0] for path in sample_outputs()} | {"budget"} == set(GENERATED)


def test_every_file_is_utf_8_with_plain_line_ends() -> None:
    """CSV and calendars have CRLF, as RFC 4180 and 5545 want it; nothing else has. The indexes that
    only our own search box reads have a code of their own, which is smaller."""
    for path, content in sample_outputs().items():
        if path.endswith(".png") or path.startswith("search/zh-"):
            continue
        assert content.decode("utf-8-sig")
        assert path.endswith((".csv", ".ics")) or b"\r" not in content, path


def test_two_records_that_claim_one_page_are_refused() -> None:
    """The rule about identifiers names it before; this is the net below."""
    catalogue = a_catalogue(datasets=[a_dataset(id="index")])
    with pytest.raises(
        ValueError, match=r"^two outputs claim the path zh-Hant/datasets/index\.md$"
    ):
        outputs(resolve(catalogue, AS_OF), sample_converter(), SITE_URL)


def test_each_half_has_the_pages_of_a_script_and_exports_of_its_own() -> None:
    """A build makes them at the same time, and nothing twice."""
    one, other = (
        {path for path, _ in script_outputs(sample_records(), sample_converter(), SITE_URL, script)}
        for script in SCRIPTS
    )
    assert one.isdisjoint(other)
    for script, paths in zip(SCRIPTS, (one, other), strict=True):
        assert {it.partition("/")[0] for it in paths if it.startswith("zh-")} == {script}
        assert any(not it.startswith("zh-") for it in paths)


def test_running_twice_gives_the_same_bytes() -> None:
    again = outputs(sample_records(), sample_converter(), SITE_URL)
    assert again == sample_outputs()
    assert list(again) == list(sample_outputs())


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(seed: str) -> None:
    """The order of sets changes from process to process."""
    program = (
        "import hashlib; from sample import sample_outputs;"
        "print(hashlib.sha256(repr(dict(sample_outputs())).encode()).hexdigest())"
    )
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    expected = hashlib.sha256(repr(dict(sample_outputs())).encode()).hexdigest()
    assert done.stdout.strip() == expected


def changed(first: date, second: date) -> set[str]:
    """Paths of the files that differ between two days."""
    one, two = sample_outputs(first), sample_outputs(second)
    assert set(one) == set(two)
    return {path for path in one if one[path] != two[path]}


def test_a_day_on_which_no_target_passes_changes_nothing() -> None:
    assert changed(date(2026, 6, 1), date(2027, 12, 31)) == set()
    assert changed(date(2026, 1, 1), date(2026, 5, 31)) == set()


def test_the_day_after_a_target_changes_the_pages_that_show_the_dataset_and_nothing_else() -> None:
    """sea-charts was planned for May 2026, in the second plan."""
    assert changed(date(2026, 5, 31), date(2026, 6, 1)) == {
        f"{script}/{page}.md"
        for script in ("zh-Hant", "zh-Hans")
        for page in (
            *("index", "agencies/sea", "datasets/index", "datasets/calendar"),
            *("datasets/sea-charts", "documents/sea-plan-2"),
        )
    } | {f"{script}/{SIDECARS}" for script in ("zh-Hant", "zh-Hans")}


def test_the_day_of_the_build_shows_on_pages_and_nowhere_else() -> None:
    """Data files, feeds, calendars and what is found change when the data do."""
    later = changed(date(2026, 6, 1), date(2031, 1, 1))
    assert later
    assert {path for path in later if not path.endswith((".md", SIDECARS))} == set()


def test_the_address_of_the_site_stands_in_what_machines_read_only() -> None:
    """Pages and search indexes work wherever the site is put, but for the calendars that one
    subscribes to; some records have no address."""
    moved = outputs(sample_records(), sample_converter(), "https://elsewhere.example/")
    differing = {path for path in moved if moved[path] != sample_outputs()[path]}
    sidecars = {f"{script}/{SIDECARS}" for script in SCRIPTS}
    for path in sidecars:
        assert without_heads(moved[path]) == without_heads(sample_outputs()[path])
    calendars = {f"{script}/data.md" for script in SCRIPTS}
    assert calendars == {it for it in differing if it.endswith(".md") or it.startswith("search/")}
    with_address = ("agencies", "datasets", "documents", "programmes", "figures", "statements")
    tables = {it for it in moved if it.endswith(".csv")}
    same = tables - {f"data/v1/{name}.csv" for name in with_address}
    machines = {path for path in moved if not path.startswith(("zh-", "search/"))}
    assert differing - calendars == sidecars | machines - same - {"data/social.png"}


def without_heads(content: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Each page's sidecar without what its head says to machines."""
    lines = [line.partition("\t") for line in content.decode().split("\n") if line]
    return [
        (path, {key: it for key, it in json.loads(text).items() if key != "head"})
        for path, _, text in lines
    ]


def test_every_page_has_its_sidecar() -> None:
    for script in SCRIPTS:
        listed = [path for path, _ in without_heads(sample_outputs()[f"{script}/{SIDECARS}"])]
        written = [it for it in paths_of_pages() if it.startswith(script)]
        assert sorted(f"{script}/{path}" for path in listed) == sorted(written)


@pytest.mark.today
@pytest.mark.parametrize("of", [sample_outputs, project_outputs], ids=["sample", "project"])
def test_a_file_is_made_by_the_one_export_that_says_so(of: Callable[[], Iterable[str]]) -> None:
    """A preview asks no other for it; what lists all pages is made beside the exports."""
    asked = LazyOutputs(sample_records(), sample_converter(), SITE_URL)
    for path in of():
        able = [it for it in EXPORTS if it.may_make(path)]
        beside = path.startswith(("zh-", "charts/", "search/rows/")) or path in (
            "sitemap.xml",
            "robots.txt",
            "llms.txt",
        )
        assert len(able) == (0 if beside else 1), path
        assert asked.may_be(path) == (not path.startswith("zh-")), path


def test_a_file_that_is_asked_for_is_the_one_that_a_build_writes() -> None:
    asked = LazyOutputs(sample_records(), sample_converter(), SITE_URL)
    for path, content in sample_outputs().items():
        is_source = path.startswith("zh-")
        assert asked.file(path) == (None if is_source else content), path
        is_page = is_source and not path.endswith(SIDECARS)
        assert asked.source(path) == (content if is_page else None), path
    assert asked.source("zh-Hant/datasets/nothing.md") is None
    [line] = [
        it
        for it in sample_outputs()[f"zh-Hans/{SIDECARS}"].decode().split("\n")
        if it.startswith("timeline.md\t")
    ]
    assert asked.sidecar("zh-Hans/timeline.md") == line.partition("\t")[2]
    assert asked.sidecar("zh-Hant/datasets/nothing.md") is None
    assert asked.source("en/index.md") is None
    assert asked.file("data/v1/nothing.json") is None
    assert asked.file("datasets/nothing/index.json") is None
    assert asked.file("../mkdocs.yml") is None


class NotingConverter(Converter):
    """A converter that notes what it is asked to convert."""

    def __init__(self) -> None:
        super().__init__(glossary(sample_catalogue()))
        self.texts = list[str]()

    def to_both_scripts(self, wording: Wording) -> Bilingual:
        self.texts.append(wording.text)
        return super().to_both_scripts(wording)


DESCRIPTION = sample_catalogue().datasets["sea-tides"].record.description
"""A text that stands on its dataset's page, in data files and in the search index."""


def test_a_page_is_written_when_it_is_asked_for_and_then_once() -> None:
    """Of thousands a maintainer looks at few."""
    converter = NotingConverter()
    asked = LazyOutputs(sample_records(), converter, SITE_URL)
    assert asked.source("zh-Hant/agencies/sea.md") is not None
    assert DESCRIPTION not in converter.texts
    first = asked.source("zh-Hant/datasets/sea-tides.md")
    assert converter.texts.count(DESCRIPTION) > 0
    converter.texts.clear()
    assert asked.source("zh-Hant/datasets/sea-tides.md") == first
    assert converter.texts == []


def test_an_export_is_made_when_one_of_its_files_is_asked_for_and_then_once() -> None:
    converter = NotingConverter()
    asked = LazyOutputs(sample_records(), converter, SITE_URL)
    assert asked.file("feeds/releases.zh-Hant.ics") is not None
    assert asked.file("data/social.png") is not None
    assert DESCRIPTION not in converter.texts
    first = asked.file("data/v1/datasets.json")
    assert DESCRIPTION in converter.texts
    converter.texts.clear()
    assert asked.file("data/v1/datasets.json") == first
    assert asked.file("data/v1/datasets.csv") is not None
    assert converter.texts == []


def test_an_empty_handbook_is_written_too() -> None:
    catalogue = a_catalogue(agencies=[], datasets=[], documents=[])
    made = outputs(resolve(catalogue, AS_OF), sample_converter(), SITE_URL)
    # Twelve lists, home, the comparison, and the pages about site, data and print, in each script.
    assert len([path for path in made if path.endswith(".md")]) == 2 * 16
    assert json.loads(made["data/v1/datasets.json"])["items"] == []


@pytest.mark.today
def test_the_projects_own_data_can_be_written() -> None:
    made = [it for it in project_outputs() if it.startswith("zh-Hans/datasets/")]
    written = [it for it in made if it.endswith(".md") and "/parts/" not in it]
    assert len(written) == 2 + len(catalogue_of_the_project().datasets)


def test_an_identifier_as_long_as_it_may_be_is_a_file_name() -> None:
    catalogue = a_catalogue(agencies=[an_agency(), an_agency(id="a" * 80)])
    made = outputs(resolve(catalogue, AS_OF), sample_converter(), SITE_URL)
    assert f"zh-Hant/agencies/{'a' * 80}.md" in made
