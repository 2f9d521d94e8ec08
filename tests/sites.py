"""Sites for tests: built from a data folder, read as HTML, served on a port of this machine."""

import hashlib
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.cli.clock import hong_kong_day
from generator.messages.problem import has_errors
from generator.pipeline.generate import generate
from generator.site import mkdocs_build

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2026, 1, 31)
URL = "http://127.0.0.1:8000/"
REPOSITORY = "https://github.com/example/handbook"
REPORT = "mailto:report@handbook.example"
"""With a repository's address every page carries the link that reports a mistake."""
OTHER = "zh-Hans/"
"""Where the Simplified variant begins; the Traditional one begins at the root."""
USABLE = (
    "() => !document.querySelector('.finder__form[hidden], form.filter[hidden], .sorting[hidden]')"
)
"""In a browser: what sorts and filters the page's lists is there, and so has its script run."""
READY = f"""() => dispatchEvent(new PointerEvent("pointermove")) && ({USABLE})() &&
    document.documentElement.classList.contains("js") &&
    document.querySelector(".md-search__input").oninput !== null"""
"""For a reader who moves the pointer the theme's script has run, too, and so has that of the
search box, the last to be asked for."""


@dataclass(frozen=True)
class Site:
    """A built site: its files, and the address it was built for."""

    folder: Path
    url: str


def build(
    data: Path,
    work: Path,
    output: Path,
    *,
    as_of: date = DAY,
    url: str = URL,
    repository: str = REPOSITORY,
) -> Site:
    """Build the site of `data` into `output`; pages are generated below `work`, not in the repo."""
    docs = work / "docs"
    for name in ("assets", "overrides"):
        shutil.copytree(ROOT / "docs" / name, docs / name)
    problems = generate(data, docs, as_of, url, hong_kong_day())
    assert not has_errors(problems), problems
    with _environment({"SITE_URL": url, "REPO_URL": repository, "REPORT_URL": REPORT}):
        mkdocs_build.build(ROOT, docs, output)
    return Site(output, url)


def a_copy_of_the_project(folder: Path, *, with_data: bool = True) -> Path:
    """What a build needs, without anything that was generated."""
    ignored = shutil.ignore_patterns("__pycache__")
    needed = ("generator", "docs/assets", "docs/overrides")
    for name in (*needed, "data") if with_data else needed:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file of a folder and what is in it, hidden ones and links included."""
    return {
        str(it.relative_to(folder)): os.readlink(it)
        if it.is_symlink()
        else hashlib.sha256(it.read_bytes()).hexdigest()
        for it in sorted(folder.rglob("*"))
        if it.is_symlink() or it.is_file()
    }


LEADS_ON = "//meta[@http-equiv='refresh']"
Pages = Mapping[str, html.HtmlElement]
"""Address below the site's root (`datasets/`, `404.html`) → the page, parsed."""


def pages(site: Site) -> Pages:
    """Every HTML page of a site that has something to read; an old address only leads on."""
    parsed = {
        str(file.relative_to(site.folder)).removesuffix("index.html"): html.document_fromstring(
            file.read_text("utf-8"), parser=html.HTMLParser(encoding="utf-8")
        )
        for file in sorted(site.folder.rglob("*.html"))
    }
    return {path: page for path, page in parsed.items() if not page.xpath(LEADS_ON)}


def text(element: html.HtmlElement) -> str:
    """What a reader sees of an element, with white space normalised."""
    return " ".join(element.text_content().split())


def both_variants(path: str) -> tuple[str, str]:
    """The addresses of one page in Traditional and in Simplified."""
    return path, OTHER + path


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a prefix as a static host does: silent, with the site's own 404."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, prefix: str, **options: Any) -> None:
        self._prefix = prefix
        super().__init__(*arguments, **options)

    def translate_path(self, path: str) -> str:
        asked = unquote(urlsplit(path).path)
        if not asked.startswith(self._prefix):
            return os.path.join(self.directory, "nothing-outside-the-prefix")
        return super().translate_path("/" + asked.removeprefix(self._prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve `folder` while the block runs; yield its address, which ends in `prefix`."""
    handler = partial(_Handler, directory=str(folder), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), cast(Any, handler))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
