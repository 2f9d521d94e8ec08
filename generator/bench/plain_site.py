"""The same pages as a plain site: Material as it comes, with its own search and jieba.

Records stay out of the navigation, as nobody would put thousands there; both scripts are folders.
"""

import json
import shutil
import sys
from pathlib import Path

from generator.bench.process import ResourceUse, run_measured

JIEBA = "jieba==0.42.1"
"""Cuts Chinese into words for the theme's search. Not of the project's packages: it is downloaded
for the comparison, and left out of it where there is no network."""
SETTINGS = {
    "site_name": "plain",
    "docs_dir": "docs",
    "site_dir": "site",
    "theme": {"name": "material", "font": False, "language": "zh-Hant"},
    "plugins": [{"search": {"lang": ["zh", "en"]}}],
    "markdown_extensions": ["attr_list", "def_list", "md_in_html", {"toc": {"permalink": True}}],
    "not_in_nav": "*/*/*",
    "nav": [{"zh-Hant": "zh-Hant/index.md"}, {"zh-Hans": "zh-Hans/index.md"}],
    "validation": {"omitted_files": "ignore", "unrecognized_links": "ignore"},
}


def build(docs: Path, work: Path, packages: Path) -> ResourceUse:
    """Build the pages that were generated below `docs` into `work`/site."""
    for script in ("zh-Hant", "zh-Hans"):
        shutil.copytree(docs / script, work / "docs" / script, ignore=_other_than_pages)
    shutil.copy(docs / "zh-Hant" / "index.md", work / "docs" / "index.md")
    # JSON is YAML.
    (work / "mkdocs.yml").write_text(json.dumps(SETTINGS), "utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(packages)!r}); sys.argv[0] = 'mkdocs'; "
        "from mkdocs.__main__ import cli; cli()"
    )
    settings = str(work / "mkdocs.yml")
    return run_measured([sys.executable, "-c", code, "build", "-q", "-f", settings], work / "log")


def _other_than_pages(folder: str, names: list[str]) -> list[str]:
    return [it for it in names if not it.endswith(".md") and not Path(folder, it).is_dir()]
