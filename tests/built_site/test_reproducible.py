"""The same records give the same bytes, wherever and whenever the site is built."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import hostile
import sites
from sites import DAY, Site

ELSEWHERE = {
    "LC_ALL": "zh_HK.UTF-8",
    "LANG": "zh_HK.UTF-8",
    "PYTHONHASHSEED": "2",
    "SOURCE_DATE_EPOCH": "1000000000",
}
"""Another day, too, for whoever asks MkDocs for the time."""
ZONES = ("Pacific/Honolulu", "Pacific/Kiritimati")
"""A day apart."""


def test_a_build_elsewhere_gives_the_same_bytes(harmless_site: Site, tmp_path: Path) -> None:
    """In another folder, working folder, time zone, locale, order of sets and day, from files of
    another age, with other permissions of new ones, and by the command."""
    folder = sites.a_copy_of_the_project(tmp_path / "elsewhere", with_data=False)
    hostile.write_data(folder / "data", hostile.made_harmless)
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    other_day = next(it for it in ZONES if datetime.now(ZoneInfo(it)).date() != date.today())
    own = {
        "TZ": other_day,
        "PYTHONPATH": str(folder),
        "SITE_URL": harmless_site.url,
        "REPO_URL": sites.REPOSITORY,
        "REPORT_URL": sites.REPORT,
    }
    command = [sys.executable, "-P", "-m", "generator", "build", "--as-of", DAY.isoformat()]
    out = tmp_path / "out"
    subprocess.run(
        [*command, "--output", str(out)],
        cwd=tmp_path,
        env=os.environ | ELSEWHERE | own,
        umask=0o077,
        check=True,
    )
    assert sites.fingerprints(out) == sites.fingerprints(harmless_site.folder)
    assert len(list(out.rglob("*.html"))) > 500
