"""The search box of a page, asked in the browser: what it answers to each of many queries."""

import json

from data_today import word
from playwright.sync_api import Page

INPUT = ".md-search__input"
LINK = ".md-search-result__link"
FORGET = "document.querySelector('.md-search-result__meta').textContent = ''"
"""So that an answer is told from the one before."""
AWAIT = r"""async () => {
    const meta = document.querySelector(".md-search-result__meta"), start = performance.now()
    // Until a query is answered the theme may still say what to type.
    while (/^\s*$/.test(meta.textContent) || NOT_YET.includes(meta.textContent)) {
        if (performance.now() - start > 30000) throw new Error("the search box does not answer")
        await new Promise(requestAnimationFrame)
    }
    const links = document.querySelectorAll(".md-search-result__link")
    return [meta.textContent, [...links].map(link => link.href)]
}""".replace(
    "NOT_YET",
    json.dumps(
        [
            word(f"theme.search.result.{it}", script, of="theme")
            for it in ("initializer", "placeholder")
            for script in ("zh-Hant", "zh-Hans")
        ]
    ),
)
"""What stands above the results, and the addresses of the first of them."""
TYPE_ALL = """async queries => {
    const input = document.querySelector(".md-search__input"), found = []
    const { search } = JSON.parse(document.querySelector("#__config").textContent)
    const told = new BroadcastChannel(search)
    for (const query of queries) {
        FORGET
        // What is missing is told in a message of its own, to all who listen.
        const missing = new Promise(done => told.onmessage = ({ data }) => {
            if (data.query === query.trim()) done(data.missing)
        })
        input.value = query
        input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
        const [, links] = await (AWAIT)()
        found.push([links, await missing])
    }
    told.close()
    return found
}""".replace("FORGET", FORGET).replace("AWAIT", AWAIT)


def ask_all(page: Page, queries: list[str]) -> list[tuple[list[str], list[str]]]:
    """For each query the first ten addresses, and which words no document mentions."""
    page.locator(INPUT).click()
    found: list[tuple[list[str], list[str]]] = page.evaluate(TYPE_ALL, queries)
    return found
