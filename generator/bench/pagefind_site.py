"""Pagefind over the pages of the plain site: what its index takes, and how fast it answers.

Not of the project's packages: it is downloaded for the comparison, and left out of it where there
is no network. On our own pages it could not run, as their policy allows no WebAssembly.
"""

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from generator.bench.browser import ReaderCosts, serve_folder
from generator.bench.process import ResourceUse, run_measured

PAGEFIND = "pagefind[extended]==1.5.2"
"""The extended one cuts Chinese into words."""
FOLDER = "pagefind"
SHOWN = 10
"""Results whose texts are loaded for an answer: as many as the theme shows at first."""
ASK_SCRIPT = """async ([module, query, number]) => {
    const start = performance.now(), pagefind = await import(module)
    const { results } = await pagefind.search(query)
    await Promise.all(results.slice(0, number).map(it => it.data()))
    return performance.now() - start
}"""


def build_index(site: Path, packages: Path) -> ResourceUse:
    """Index the pages of a built site, beside them."""
    code = f"import sys; sys.path.insert(0, {str(packages)!r}); import runpy; " + (
        f"sys.argv = ['pagefind', '--site', {str(site)!r}]; "
        "runpy.run_module('pagefind', run_name='__main__')"
    )
    return run_measured([sys.executable, "-c", code], site.parent / "pagefind.log")


def answers(site: Path, chromium: Browser, queries: Sequence[str]) -> ReaderCosts:
    """What a reader waits for the first answer and for each further one."""
    with serve_folder(site) as (address, _):
        page = chromium.new_page()
        page.goto(address)
        module = f"{address}{FOLDER}/pagefind.js"
        ready, *others = (page.evaluate(ASK_SCRIPT, [module, it, SHOWN]) for it in queries)
        page.close()
    return ReaderCosts(None, ready / 1000, statistics.median(others))
