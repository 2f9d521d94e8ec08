"""What tests see in a window: what goes wrong in it, and whether a page fits."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

WIDTH = """async () => {
    // The theme's search box glides when a window becomes wider.
    await Promise.all(document.getAnimations().map(it => it.finished.catch(() => {})))
    return document.documentElement.scrollWidth
}"""


class Log:
    """What goes wrong in a context, and which hosts it talks to."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.wrong: list[str] = []
        host = urlsplit(address).netloc
        context.on("console", lambda it: self.wrong.append(f"{it.type} {it.text}"))
        context.on("weberror", lambda it: self.wrong.append(str(it.error)))
        context.on("dialog", lambda it: (self.wrong.append(f"dialog {it.message}"), it.dismiss()))
        context.on("response", lambda it: self._note(it.status >= 400, f"{it.status} {it.url}"))
        context.on("request", lambda it: self._note(urlsplit(it.url).netloc != host, it.url))
        # A page that is left gives up what it was still fetching: that is no failure.
        context.on("requestfailed", lambda it: self._note("ABORTED" not in it.failure, it.failure))

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.wrong.append(what)


def too_wide(page: Page, *widths: int) -> list[tuple[int, int]]:
    """Each of the widths of a window that the page overflows, and the pixels it takes instead."""
    taken = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        taken.append((width, page.evaluate(WIDTH)))
    return [(width, pixels) for width, pixels in taken if pixels > width]


def is_dark(page: Page) -> bool:
    """Whether the page is painted darker than middle grey."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = colour.removeprefix("rgb(").removesuffix(")").split(",")
    return int(red) + int(green) + int(blue) < 3 * 128
