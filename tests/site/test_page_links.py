"""MkDocs looks at the links of a page: what is missing is told with the page's name."""

import logging
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site.page_links import Cache, PageLinks, UncheckedLinks

PAGES = (
    *("index.md", "datasets/index.md", "datasets/sea.md", "datasets/tides.md"),
    *("agencies/sea.md", "timeline.md"),
)

Shared = dict[str, File]


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    made = MkDocsConfig()
    made.load_dict(
        {
            "site_name": "x",
            "docs_dir": str(tmp_path / "docs"),
            "site_dir": str(tmp_path / "site"),
            "validation": {"anchors": "warn", "unrecognized_links": "warn"},
        }
    )
    (tmp_path / "docs").mkdir()
    assert made.validate()[0] == []
    return made


@pytest.fixture
def files(config: MkDocsConfig) -> Files:
    """The pages of a variant; i18n has put those of the default one at the root."""
    made = [
        File(f"zh-Hant/{path}", config.docs_dir, config.site_dir, use_directory_urls=True)
        for path in PAGES
    ]
    for file in made:
        file.dest_uri = file.dest_uri.removeprefix("zh-Hant/")
        file.url = file.url.removeprefix("zh-Hant/")
    return Files(made)


@pytest.fixture
def shared(config: MkDocsConfig) -> Shared:
    path = "data/v1/datasets.csv"
    return {path: File(path, config.docs_dir, config.site_dir, use_directory_urls=True)}


def links(path: str, files: Files, config: MkDocsConfig, shared: Shared) -> PageLinks:
    file = files.get_file_from_path(f"zh-Hant/{path}")
    assert file is not None
    return PageLinks(file, files, config, shared.get, {})


@pytest.mark.parametrize(
    ("start", "target", "address"),
    [
        ("index.md", "datasets/sea.md", "datasets/sea/"),
        ("index.md", "datasets/index.md?agency=sea#x", "datasets/?agency=sea#x"),
        ("datasets/sea.md", "../agencies/sea.md#datasets", "../../agencies/sea/#datasets"),
        ("datasets/sea.md", "index.md", "../"),
        ("datasets/index.md", "sea.md", "sea/"),
        ("timeline.md", "index.md", "../"),
        ("timeline.md", "#y-2024", "#y-2024"),
        ("timeline.md", "../data/v1/datasets.csv", "../data/v1/datasets.csv"),
        ("datasets/sea.md", "../../data/v1/datasets.csv", "../../data/v1/datasets.csv"),
    ],
)
def test_a_link_between_sources_is_one_between_addresses(
    start: str,
    target: str,
    address: str,
    files: Files,
    config: MkDocsConfig,
    shared: Shared,
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert links(start, files, config, shared).address(target) == address
    assert caplog.records == []


@pytest.mark.parametrize(
    "target", ["nothing.md", "../agencies/nothing.md#x", "../../data/v1/nothing.csv", "Sea.md"]
)
def test_a_link_to_nothing_is_told_with_the_name_of_the_page(
    target: str,
    files: Files,
    config: MkDocsConfig,
    shared: Shared,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    links("datasets/sea.md", files, config, shared).address(target)
    [told] = caplog.messages
    assert "zh-Hant/datasets/sea.md" in told
    assert target in told


def test_anchors_that_are_linked_to_are_handed_to_mkdocs(
    files: Files, config: MkDocsConfig, shared: Shared
) -> None:
    """It warns in the end, when it knows what each page has."""
    made = links("datasets/sea.md", files, config, shared)
    made.address("../agencies/sea.md#a")
    made.address("../agencies/sea.md#b")
    made.address("../agencies/sea.md")
    made.address("../../data/v1/datasets.csv#c")
    told = {file.src_uri: anchors for file, anchors in made.to_anchors.items()}
    assert told == {
        "zh-Hant/agencies/sea.md": {"a": "../agencies/sea.md#a", "b": "../agencies/sea.md#b"}
    }


@pytest.mark.parametrize("order", [("sea", "tides"), ("tides", "sea")])
def test_a_page_that_leads_to_itself_misleads_no_neighbour(
    order: tuple[str, str], files: Files, config: MkDocsConfig, shared: Shared
) -> None:
    """Whichever is written first."""
    cache: Cache = {}
    found = {}
    for name in order:
        file = files.get_file_from_path(f"zh-Hant/datasets/{name}.md")
        assert file is not None
        found[name] = PageLinks(file, files, config, shared.get, cache).address("sea.md#a")
    assert found == {"sea": "./#a", "tides": "../sea/#a"}


def test_an_own_anchor_is_handed_to_mkdocs_as_well(
    files: Files, config: MkDocsConfig, shared: Shared
) -> None:
    made = links("datasets/sea.md", files, config, shared)
    made.address("#nothing")
    assert {it.src_uri: [*them] for it, them in made.to_anchors.items()} == {
        "zh-Hant/datasets/sea.md": ["nothing"]
    }


@pytest.mark.parametrize(
    ("variant", "root", "start", "target", "address"),
    [
        ("zh-Hant", "", "zh-Hant/datasets/sea.md", "../agencies/sea.md#a", "../../agencies/sea/#a"),
        ("zh-Hans", "zh-Hans/", "zh-Hans/index.md", "datasets/sea.md", "datasets/sea/"),
        ("zh-Hans", "zh-Hans/", "zh-Hans/about.md", "../data/x.csv", "../../data/x.csv"),
    ],
)
def test_a_preview_takes_every_page_for_one_that_is_there(
    variant: str, root: str, start: str, target: str, address: str, config: MkDocsConfig
) -> None:
    file = File(start, config.docs_dir, config.site_dir, use_directory_urls=True)
    file.url = root + file.url.removeprefix(f"{variant}/")
    assert UncheckedLinks(file).address(target) == address


def test_a_file_below_a_page_is_found_from_its_neighbours_as_well(
    config: MkDocsConfig, files: Files
) -> None:
    """`/data/` and `/timeline/` link to `/data/v1/…` in the same words, from two places."""
    path = "data/v1/datasets.csv"
    shared = {path: File(path, config.docs_dir, config.site_dir, use_directory_urls=True)}
    page = File("zh-Hant/data.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    page.dest_uri, page.url = "data/index.html", "data/"
    timeline = files.get_file_from_path("zh-Hant/timeline.md")
    assert timeline is not None
    cache: Cache = {}
    for file, wanted in (
        (page, "v1/datasets.csv"),
        (timeline, "../data/v1/datasets.csv"),
    ):
        made = PageLinks(file, Files([*files, page]), config, shared.get, cache)
        assert made.address("../data/v1/datasets.csv") == wanted
