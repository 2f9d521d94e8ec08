"""Says what another builder lacks of our pages, kind by kind; by the weekly workflow only.

`compare_sites.py OURS THEIRS`: OURS is the site as it is published, THEIRS what the other builder
made of the Traditional pages' Markdown. Prints a table in Markdown of what is missing in the text
of the pages; what stands around it, as our trail and how to cite a page, is not looked at.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

AROUND = ("nav", "section", "svg", "form", "script", "style")
"""Elements of ours in the article that the Markdown has not, or that are drawn."""
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEADING = re.compile("h[1-6]|summary")
PARTS = (
    *("headings", "rows of tables", "terms of lists", "links", "places", "letters"),
    *("classes", "data attributes"),
)
"""The last two are what our styles and scripts ask for: a table's labels, what can be filtered."""


@dataclass
class Content:
    """What a page's article holds, counted by kind of part."""

    parts: dict[str, Counter[str]] = field(default_factory=lambda: {it: Counter() for it in PARTS})
    is_redirect: bool = False


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.content = Content()
        self._address = address
        self._open: list[tuple[str, bool]] = []
        """Tags in the article, each with whether what is in it counts."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.content.is_redirect = True
        if tag == "article" or self._open:
            classes = values.get("class", "").split()
            counts = (not self._open or self._open[-1][1]) and tag not in AROUND
            counts = counts and not {"headerlink", "parts"} & set(classes)
            if tag not in VOID:
                self._open.append((tag, counts))
            if counts:
                self._count(tag, values)

    def _count(self, tag: str, values: dict[str, str]) -> None:
        parts = self.content.parts
        if HEADING.fullmatch(tag):
            parts["headings"][values.get("id", "")] += 1
        if tag == "tr":
            parts["rows of tables"]["row"] += 1
        if tag == "dt":
            parts["terms of lists"]["term"] += 1
        if tag == "a" and "href" in values:
            parts["links"][urljoin(self._address, values["href"])] += 1
        if "id" in values:
            parts["places"][values["id"]] += 1
        parts["classes"].update(f"{tag}.{it}" for it in values.get("class", "").split())
        parts["data attributes"].update(it for it in values if it.startswith("data-"))

    def handle_endtag(self, tag: str) -> None:
        if any(it == tag for it, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1]:
            self.content.parts["letters"].update(data.replace(" ", "").replace("\n", ""))


def content_of(site: Path, path: str) -> Content:
    """The content of the page at `path`, `datasets/index.html`, below `site`."""
    reader = _Reader(f"http://site.invalid/{path.removesuffix('index.html')}")
    reader.feed((site / path).read_text("utf-8"))
    return reader.content


def kind_of(path: str) -> str:
    """What a page is: the home page, a list, or a record of one."""
    folders = path.split("/")[:-1]
    return "home page" if not folders else f"{folders[0]}/" + "…/" * (len(folders) > 1)


def missing(ours: Path, theirs: Path) -> dict[str, Counter[str]]:
    """Kind of page → how many there are, and how many parts of each kind are missing."""
    counts: dict[str, Counter[str]] = {}
    for file in sorted(ours.rglob("index.html")):
        path = file.relative_to(ours).as_posix()
        if path.startswith("zh-Hans/") or (own := content_of(ours, path)).is_redirect:
            continue
        of_kind = counts.setdefault(kind_of(path), Counter())
        of_kind["pages"] += 1
        if not (theirs / path).is_file():
            of_kind["pages missing"] += 1
            continue
        other = content_of(theirs, path)
        for part in PARTS:
            of_kind[f"all {part}"] += own.parts[part].total()
            of_kind[part] += (own.parts[part] - other.parts[part]).total()
    return counts


def table(counts: dict[str, Counter[str]]) -> str:
    """The counts as a table: what is missing, of how many."""
    titles = ("pages", *PARTS)
    lines = [f"| kind of page | {' | '.join(titles)} |", f"|---|{'--:|' * len(titles)}"]
    for kind, found in counts.items():
        cells = [f"{found['pages missing']} of {found['pages']}"]
        cells += [f"{found[part]} of {found[f'all {part}']}" for part in PARTS]
        lines.append(f"| `{kind}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def other_files(ours: Path, theirs: Path) -> str:
    """How many files that are no pages of the Traditional variant are missing, by their folder."""
    kinds: dict[str, Counter[bool]] = {}
    for file in sorted(it for it in ours.rglob("*") if it.is_file()):
        path = file.relative_to(ours)
        if path.name != "index.html" or path.parts[0] == "zh-Hans":
            folder = f"{path.parts[0]}/" if len(path.parts) > 1 else "at the root"
            kinds.setdefault(folder, Counter())[(theirs / path).is_file()] += 1
    lines = [f"- `{it}`: {found[False]} of {found.total()}" for it, found in kinds.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(f"Missing in {sys.argv[2]}, of what our pages hold:\n")
    print(table(missing(Path(sys.argv[1]), Path(sys.argv[2]))))
    print("\nOther files that are missing, Markdown beside pages among them:\n")
    print(other_files(Path(sys.argv[1]), Path(sys.argv[2])))
