"""A WSGI application for previews that makes files and pages on request."""

from collections.abc import Callable, Iterable
from mimetypes import guess_type
from typing import Any

from generator.site.overlay import App


def lazy_app(
    app: App,
    file: Callable[[str], bytes | None],
    drawing: Callable[[str], int | None],
    root: str,
) -> App:
    """Wrap the WSGI application `app`: files below the address `root` are made on request.

    `app` serves pages from the disk, where `drawing` puts them: it returns the number of a page's
    last drawing, after it drew what had to be drawn anew.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith(root):
            return app(environ, start_response)
        below = path.removeprefix(root)
        content = file(below)
        if content is None:
            return _answer_of_last_drawing(lambda: drawing(below), app, environ, start_response)
        kind = guess_type(path)[0] or "application/octet-stream"
        headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
        start_response("200 OK", headers)
        return [content]

    return answer


def _answer_of_last_drawing(
    drawing: Callable[[], int | None],
    app: App,
    environ: dict[str, Any],
    start_response: Callable[..., Any],
) -> Iterable[bytes]:
    """The answer of `app`, repeated until the page was not redrawn while it was being read:
    otherwise the answer could be an old page, or half of a new one."""
    responses: list[tuple[Any, ...]] = []
    number = drawing()
    while True:
        body = b"".join(app(environ, lambda *it: responses.append(it)))
        before, number = number, drawing()
        if number == before:
            start_response(*responses[-1])
            return [body]
