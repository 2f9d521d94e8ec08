"""A site that is about to be published is looked over by the tests, and what is wrong is found."""

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import sites
from github.machine import PYTEST_OPTIONS
from sites import ROOT, Site

CRAWL = "tests/built_site/test_crawl.py"
NOTICE = ("test_every_inside_address_leads_to_a_file", "test_contract_addresses_exist")
"""Tests of the crawl that notice when a page is missing."""


def looked_over(folder: Path, *arguments: str) -> tuple[int, str]:
    """How the tests end that look at the site in `folder`, built for this machine."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *arguments],
        cwd=ROOT,
        env=os.environ
        | {"BUILT_SITE": str(folder), "SITE_URL": sites.URL, "PYTEST_ADDOPTS": PYTEST_OPTIONS},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(site: Site, tmp_path: Path) -> Path:
    """A site that may be spoilt."""
    return shutil.copytree(site.folder, tmp_path / "site")


@pytest.mark.fixed_day
def test_a_page_that_is_missing_is_found(copy: Path) -> None:
    (copy / "about" / "index.html").unlink()
    missing = [f"{CRAWL}::{name}" for name in NOTICE]
    status, said = looked_over(copy, *missing)
    assert status == 1
    assert [test for test in missing if f"FAILED {test}" not in said] == []


@pytest.mark.fixed_day
def test_what_does_not_look_at_the_site_does_not_run(copy: Path) -> None:
    """Nor does what expects the site of a fixed day, though it looks at it."""
    status, said = looked_over(
        copy, "--collect-only", CRAWL, "tests/browser/test_finder.py", "tests/cli/test_clock.py"
    )
    assert status == 0
    assert "test_every_anchor_exists_on_its_page" in said
    assert "test_the_search_box_leaves_the_finder_s_query_alone" in said
    assert "test_a_choice_changes_rows_numbers_and_address" not in said
    assert "test_clock" not in said


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    status, said = looked_over(tmp_path, CRAWL)
    assert status == 4
    assert f"BUILT_SITE: there is no site in {tmp_path}: build one first" in said


def test_a_site_that_changes_meanwhile_is_another(tmp_path: Path) -> None:
    """A byte, one more file, though it is hidden, or a link that leads elsewhere."""
    (tmp_path / "index.html").write_text("a", "utf-8")
    (tmp_path / "link").symlink_to("index.html")
    seen = [sites.fingerprints(tmp_path)]
    assert sites.fingerprints(tmp_path) == seen[0]
    (tmp_path / "index.html").write_text("b", "utf-8")
    seen.append(sites.fingerprints(tmp_path))
    (tmp_path / ".hidden").touch()
    seen.append(sites.fingerprints(tmp_path))
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to(".hidden")
    seen.append(sites.fingerprints(tmp_path))
    assert all(one != other for one, other in pairwise(seen))
